#!/usr/bin/env node
// Builds what runs: dist/jumeau.js (the command), dist/run-worker.js (one simulation in a thread), dist/help-worker.js (a further thread of one simulation), dist/phases.wasm (the phases of its steps, compiled), dist/app (the viewer),
// dist/versions.json (which code results and the reference city come from).
import { createHash } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

export async function buildCommand() {
  await build({
    absWorkingDir: root,
    entryPoints: { jumeau: 'cli/main.ts', 'run-worker': 'scenarios/runs/threads/run-worker.ts', 'help-worker': 'scenarios/runs/threads/help-worker.ts' },
    outdir: 'dist',
    bundle: true,
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  });
}

/** Compiles the phases of a step to dist/phases.wasm: the same source as dist/run-worker.js, several times faster. */
export async function compileStep() {
  const outfile = `${root}dist/build/compile-phases.js`;
  await build({ absWorkingDir: root, entryPoints: ['cli/setup/compile/compile-phases.ts'], outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'warning' });
  const { compilePhases } = await import(pathToFileURL(outfile).href);
  // Written aside: a run that starts meanwhile finds the old one or the new one.
  await writeFile(`${outfile}.wasm`, compilePhases(root));
  await rename(`${outfile}.wasm`, `${root}dist/phases.wasm`);
}

/** Fingerprint of a program: its code without comments and layout, and the versions of all libraries, so that only what can change what it does changes it. */
async function fingerprint(entryPoint, ...files) {
  const { outputFiles } = await build({
    absWorkingDir: root, entryPoints: [entryPoint], bundle: true, minify: true, write: false, platform: 'node', format: 'esm', target: 'node20', packages: 'external',
  });
  const hash = createHash('sha256').update(outputFiles[0].contents);
  for (const file of ['package-lock.json', ...files]) hash.update(await readFile(root + file));
  return hash.digest('hex').slice(0, 12);
}

/** A stored result is found again only by the code that made it. */
export async function writeVersions() {
  const { version } = JSON.parse(await readFile(`${root}package.json`, 'utf8'));
  const [engine, referenceCity] = await Promise.all([fingerprint('scenarios/runs/threads/run-worker.ts', 'dist/phases.wasm'), fingerprint('data/dijon/generate.ts')]);
  await writeFile(`${root}dist/versions.json`, JSON.stringify({ engine: `${version}+${engine}`, referenceCity }));
}

export async function buildApp() {
  const vite = await import('vite');
  await vite.build({ root: `${root}viewer/app`, base: './', logLevel: 'warn', build: { outDir: `${root}dist/app`, emptyOutDir: true, chunkSizeWarningLimit: 1500 } });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await rm(`${root}dist/parts`, { recursive: true, force: true });
  await buildCommand();
  await compileStep();
  await writeVersions();
  if (!process.argv.includes('--command-only')) await buildApp();
}
