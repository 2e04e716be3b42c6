import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { handOnCity, keptFolder } from '../kept-city.ts';

const command = fileURLToPath(new URL('../../dist/jumeau.js', import.meta.url));

/** A folder of its own for one test file: the store of its commands, and room for what they write. */
export interface Workplace { folder: string; home: string; remove(): void }

export function makeWorkplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'jumeau-commands-')), home = join(folder, 'home');
  if (keptFolder) handOnCity(keptFolder, home);
  return {
    folder, home,
    remove() {
      if (keptFolder) handOnCity(home, keptFolder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const environment = (home: string) => ({ ...process.env, JUMEAU_HOME: home, LANG: 'en_GB.UTF-8', LC_ALL: '', NO_COLOR: '1' });

export interface Answer { status: number | null; stdout: string; stderr: string }

/** Runs `jumeau` as people do, in a process of its own, to its end. */
export function jumeau({ folder, home }: Workplace, ...args: string[]): Answer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { cwd: folder, env: environment(home), encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** The JSON that a command prints; the whole answer in the message when it failed. */
export function jumeauJson<T = Record<string, unknown>>(workplace: Workplace, ...args: string[]): T {
  const answer = jumeau(workplace, ...args, '--json');
  if (answer.status !== 0) throw new Error(`jumeau ${args.join(' ')} ended with ${answer.status}: ${answer.stderr}`);
  return JSON.parse(answer.stdout) as T;
}

/** Starts `jumeau` and leaves it running. */
export function startJumeau({ folder, home }: Workplace, ...args: string[]): ChildProcess & { ended: Promise<number | null> } {
  const child = spawn(process.execPath, [command, ...args], { cwd: folder, env: environment(home), stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  return Object.assign(child, { ended });
}
