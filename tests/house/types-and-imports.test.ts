import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { root } from './sources.ts';

const run = (script: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}node_modules/${script}`, ...args], { cwd: root, encoding: 'utf8' });
  return { status, output: stdout + stderr };
};

test('the compiler finds nothing to say', { timeout: 600_000 }, () => {
  const { status, output } = run('typescript/lib/tsc.js', '--noEmit', '--incremental', '--tsBuildInfoFile', `${root}node_modules/.cache/types.tsbuildinfo`);
  expect(output).toBe('');
  expect(status).toBe(0);
});

test('every import keeps to the table of docs/architecture.md', () => {
  const { status, output } = run(
    'dependency-cruiser/bin/dependency-cruise.mjs', 'engine', 'data', 'scenarios', 'viewer', 'cli', 'bench', 'tests',
    '--config', '.dependency-cruiser.mjs', '--output-type', 'err',
  );
  expect(output).toContain('no dependency violations found');
  expect(status).toBe(0);
});
