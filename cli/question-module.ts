import { rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BuildFailure, Plugin } from 'esbuild';
import { badInput, BadInput } from './bad-input.ts';

/** `import { defineQuestion } from 'jumeau'`, wherever the file lies: in a checkout, beside an installed package, or alone. */
const jumeau: Plugin = {
  name: 'jumeau',
  setup(building) {
    building.onResolve({ filter: /^jumeau$/ }, () => ({ path: 'jumeau', namespace: 'jumeau' }));
    building.onLoad({ filter: /.*/, namespace: 'jumeau' }, () => ({ contents: 'export const defineQuestion = (question) => question;' }));
  },
};

/**
 * What a module of TypeScript or JavaScript exports by default, plain data after a passage through JSON. It runs: only for files that a person names
 * on their own command line, never for what comes over a network. Node 20 does not strip types, and what later versions strip is not all of TypeScript.
 */
export async function questionModule(path: string): Promise<unknown> {
  const code = await bundled(path), beside = join(dirname(resolve(path)), `.${basename(path)}.${process.pid}.mjs`);
  // Beside the file, so that the packages that it imports are found from where it lies.
  const found = await runAt(beside, code, path);
  if (found.default === undefined) throw badInput('question-no-default', path);
  return asData(path, found.default);
}

async function bundled(path: string): Promise<string> {
  const { build } = await import('esbuild'); // Few questions are programs.
  try {
    const { outputFiles } = await build({ entryPoints: [resolve(path)], bundle: true, write: false, platform: 'node', format: 'esm', target: 'node20', packages: 'external', sourcemap: 'inline', logLevel: 'silent', plugins: [jumeau] });
    return outputFiles[0]!.text;
  } catch (fault) {
    const { errors } = fault as BuildFailure;
    if (!Array.isArray(errors)) throw fault;
    throw new BadInput(errors.map(({ text, location }) => ({
      severity: 'error', code: 'question-not-a-module', where: location ? `${path}: line ${location.line}, column ${location.column + 1}` : path, parameters: { cause: text.slice(0, 200) },
    })));
  }
}

async function runAt(beside: string, code: string, path: string): Promise<{ default?: unknown }> {
  try {
    await writeFile(beside, code);
    return await import(pathToFileURL(beside).href) as { default?: unknown };
  } catch (fault) {
    throw badInput('question-not-a-module', path, { cause: causeOf(fault) });
  } finally {
    await rm(beside, { force: true });
  }
}

function asData(path: string, value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value));
  } catch (fault) {
    throw badInput('question-not-a-module', path, { cause: causeOf(fault) });
  }
}

const causeOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault)).split('\n')[0]!.slice(0, 200);
