#!/usr/bin/env node
// `npm run bench [-- NAME]`: bundles and runs the questions of bench/, one after the other.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root, say } from './prepare.mjs';

await prepare();
const { build } = await import('esbuild');
const asked = process.argv.slice(2);
const names = readdirSync(join(root, 'bench')).filter((name) => name.endsWith('.ts')).map((name) => name.slice(0, -3));
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  say(`No such question: ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  process.exit(1);
}
/** `whole`: with all libraries in one file, for a process whose start counts. */
const bundle = (name, whole = false) => build({ absWorkingDir: root, entryPoints: [`bench/${name}.ts`], outfile: join(root, 'dist/bench', `${name}.js`), bundle: true, platform: 'node', format: 'esm', target: 'node20', ...(whole ? {} : { packages: 'external' }), define: { 'import.meta.url': JSON.stringify(new URL(`../../bench/${name}.ts`, import.meta.url).href) }, logLevel: 'warning' });
await bundle('processes/one-run', true);
for (const name of asked.length > 0 ? asked : names) {
  await bundle(name);
  console.log(`\n${name}`);
  const { status } = spawnSync(process.execPath, [join(root, 'dist/bench', `${name}.js`)], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 2);
}
