#!/usr/bin/env node
// Builds what runs: dist/jumeau.js (the command), dist/run-worker.js (one simulation in a thread), dist/app (the viewer).
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { build } from 'esbuild';

const root = new URL('../../', import.meta.url).pathname;

export async function buildCommand() {
  await build({
    absWorkingDir: root,
    entryPoints: { jumeau: 'cli/main.ts', 'run-worker': 'scenarios/runs/threads/run-worker.ts' },
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

export async function buildApp() {
  if (!existsSync(`${root}viewer/app/index.html`)) return;
  const vite = await import('vite');
  await vite.build({ root: `${root}viewer/app`, base: './', logLevel: 'warn', build: { outDir: `${root}dist/app`, emptyOutDir: true, chunkSizeWarningLimit: 1500 } });
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  await rm(`${root}dist/parts`, { recursive: true, force: true });
  await buildCommand();
  if (!process.argv.includes('--command-only')) await buildApp();
}
