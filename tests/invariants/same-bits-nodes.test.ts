// Goal: the same twin, scenario and seed give the same bits on every Node that is in use, 20, 22 and 24, their files too, and what was stopped on one goes on on another.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compiledPhases } from '../compiled-phases.ts';
import { root } from '../house/sources.ts';
import { fileSums } from './result-bytes.ts';
import { goneOn, halted, hashes } from './same-bits-program.ts';

const nodes = [20, 22, 24].map((major) => ({ major, path: join(root, `tests/nodes/node_modules/node${major}-${process.platform}-${process.arch}/bin/node`) }));
const here = nodes.filter(({ path }) => existsSync(path));
const missing = nodes.filter(({ path }) => !existsSync(path)).map(({ major }) => major);
if (missing.length > 0) console.log(`Node ${missing.join(', ')}: not compared, for its binary is not here. "npm ci" in tests/nodes fetches those of Linux; "npm test" does so by itself where there is a network.`);

const folder = mkdtempSync(join(tmpdir(), 'jumeau-nodes-')), program = join(folder, 'program.mjs'), phases = join(folder, 'phases.wasm');
beforeAll(async () => {
  writeFileSync(phases, compiledPhases());
  await build({
    stdin: {
      resolveDir: root, loader: 'ts',
      contents: `
        import { readFileSync, writeFileSync } from 'node:fs';
        import { fileSums } from './tests/invariants/result-bytes.ts';
        import { goneOn, halted, hashes } from './tests/invariants/same-bits-program.ts';
        const [what, file, phases] = process.argv.slice(2), compiled = phases && new WebAssembly.Module(readFileSync(phases));
        if (what === 'halt') writeFileSync(file, halted());
        else console.log(JSON.stringify({ version: process.version, says: what === 'resume' ? goneOn(readFileSync(file), compiled) : what === 'files' ? fileSums() : hashes(compiled) }));`,
    },
    bundle: true, outfile: program, platform: 'node', format: 'esm', target: 'node20', logLevel: 'silent',
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function tell(path: string, ...args: string[]): { version: string; says: unknown } {
  const { stdout, stderr, status } = spawnSync(path, [program, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${path} ended with ${status}: ${stderr}`);
  return stdout === '' ? { version: '', says: undefined } : JSON.parse(stdout) as { version: string; says: unknown };
}

describe.skipIf(here.length === 0)('as on the Node that runs the tests', () => {
  test.each(here)('Node $major gives the same bits', ({ major, path }) => {
    const { version, says } = tell(path, 'hashes');
    expect(version).toMatch(new RegExp(`^v${major}\\.`));
    expect(says).toEqual(hashes());
    expect(tell(path, 'hashes', '', phases).says, 'compiled').toEqual(says);
  });

  test.each(here)('Node $major writes the same files', ({ path }) => expect(tell(path, 'files').says).toEqual(fileSums()));

  test('a run stopped on the oldest Node goes on on the newest, and the other way round', () => {
    const file = join(folder, 'halted.checkpoint'), oldest = here[0]!.path, newest = here.at(-1)!.path;
    for (const [one, other] of [[oldest, newest], [newest, oldest]] as const) {
      tell(one, 'halt', file);
      expect(readFileSync(file).equals(halted())).toBe(true);
      expect(tell(other, 'resume', file).says).toBe(goneOn(halted()));
      expect(tell(other, 'resume', file, phases).says, 'compiled').toBe(goneOn(halted()));
    }
    expect(goneOn(halted())).toBe(hashes()['bus town']!.split(' ')[1]);
  });
});

test('the comparison would see a difference', () => {
  writeFileSync(join(folder, 'nothing.checkpoint'), 'nothing');
  expect(goneOn(readFileSync(join(folder, 'nothing.checkpoint')))).toBe('refused');
  expect(new Set(Object.values(hashes())).size).toBe(6);
  expect(new Set(Object.values(fileSums())).size).toBeGreaterThan(6);
});
