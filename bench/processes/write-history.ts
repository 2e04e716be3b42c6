import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Questions are bundled with the address of their own file. */
const root = fileURLToPath(new URL('../', import.meta.url)), HISTORY = 'bench/history';

/** Keeps what a question measured, with day, commit and machine: figures of the performance page are read from there. */
export function writeHistory(question: string, figures: Readonly<Record<string, unknown>>): void {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim(), day = new Date().toISOString().slice(0, 10);
  const machine = `${availableParallelism()} x ${cpus()[0]?.model.trim() ?? 'unknown'}`;
  mkdirSync(join(root, HISTORY), { recursive: true });
  writeFileSync(join(root, HISTORY, `${day}-${commit}-${question}.json`), `${JSON.stringify({ day, commit, machine, node: process.version, ...figures }, undefined, 1)}\n`);
}
