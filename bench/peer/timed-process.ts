import { spawnSync } from 'node:child_process';

/** What a process printed, and the user and system time of the whole of it, as the shell counts them. */
export interface Timed { output: string; cpuS: number }

/** Runs a program to its end. Throws with what it said when it fails. */
export function timed(program: string, words: readonly string[], cwd: string): Timed {
  const { stdout, stderr, status } = spawnSync('sh', ['-c', '"$@"; code=$?; times >&2; exit $code', 'sh', program, ...words], { encoding: 'utf8', cwd, maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${program} ${words.join(' ')} ended with ${status}: ${stderr.slice(0, 2000)}`);
  const last = stderr.trim().split('\n').at(-1)!;
  return { output: stdout, cpuS: [...last.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds), 0) };
}
