#!/usr/bin/env node
// Builds what runs: dist/jumeau.js (the command), dist/run-worker.js (one simulation in a thread), dist/help-worker.js (a further thread of one simulation), dist/generate-worker.js (the reference city), dist/parts/phases-*.wasm (the phases of its steps, compiled), dist/app (the viewer),
// dist/versions.json (which code results and the reference city come from, and which compiled phases belong to them).
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Libraries of many small files that every command loads: one file of what is used of them opens in half the time. */
const inside = /^(@noble\/hashes|commander|csv-parse|hyparquet|hyparquet-writer|jsonc-parser|yaml|zod)($|\/)/;
/** Every other library stays a file of its own; what `inside` imports of itself does not pass here as a name. */
const keepPackagesApart = {
  name: 'keep-packages-apart',
  setup: ({ onResolve }) => onResolve({ filter: /^[^./]/ }, ({ path, kind }) => (kind === 'entry-point' || inside.test(path) ? undefined : { external: true })),
};

/** `phases`: the compiled ones that belong to it. */
export async function buildCommand(phases) {
  await build({
    absWorkingDir: root,
    entryPoints: { jumeau: 'cli/main.ts', 'run-worker': 'scenarios/runs/threads/run-worker.ts', 'help-worker': 'scenarios/runs/threads/help-worker.ts', 'generate-worker': 'cli/threads/generate-worker.ts' },
    outdir: 'dist',
    bundle: true,
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    plugins: [keepPackagesApart],
    sourcemap: true,
    define: { PHASES_FILE: JSON.stringify(phases) },
    // Libraries inside may be CommonJS, which asks for Node's own modules by `require`.
    banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
    logLevel: 'warning',
  });
}

/**
 * Compiles the phases of a step: the same source as dist/run-worker.js, several times faster. The file is named by what it
 * holds, so that a run never meets phases of another build. Returns its place in dist.
 */
export async function compileStep() {
  const outfile = `${root}dist/build/compile-phases.js`;
  await build({ absWorkingDir: root, entryPoints: ['cli/setup/compile/compile-phases.ts'], outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'warning' });
  const { compilePhases } = await import(pathToFileURL(outfile).href);
  const bytes = compilePhases(root), file = `parts/phases-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.wasm`;
  await mkdir(`${root}dist/parts`, { recursive: true });
  await writeFile(`${outfile}.wasm`, bytes);
  await rename(`${outfile}.wasm`, `${root}dist/${file}`);
  return file;
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
export async function writeVersions(phases) {
  const { version } = JSON.parse(await readFile(`${root}package.json`, 'utf8'));
  const [engine, referenceCity] = await Promise.all([fingerprint('scenarios/runs/threads/run-worker.ts', `dist/${phases}`), fingerprint('data/dijon/generate.ts')]);
  await writeFile(`${root}dist/versions.json`, JSON.stringify({ engine: `${version}+${engine}`, referenceCity, phases }));
}

export async function buildApp() {
  const vite = await import('vite');
  await vite.build({ root: `${root}viewer/app`, base: './', logLevel: 'warn', build: { outDir: `${root}dist/app`, emptyOutDir: true, chunkSizeWarningLimit: 1500 } });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await rm(`${root}dist/parts`, { recursive: true, force: true });
  const phases = await compileStep();
  await buildCommand(phases);
  await writeVersions(phases);
  if (!process.argv.includes('--command-only')) await buildApp();
}
