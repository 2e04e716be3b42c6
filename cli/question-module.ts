import { dirname, resolve } from 'node:path';
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

/** A package that the file imports is found from where the file lies and loaded from there: by its address, for the bundle itself lies nowhere. */
const packages: Plugin = {
  name: 'packages',
  setup(building) {
    building.onResolve({ filter: /^[^./]/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (pluginData === packages || kind === 'entry-point' || /^[A-Za-z]:[\\/]/.test(path)) return undefined;
      const found = await building.resolve(path, { kind, resolveDir, pluginData: packages });
      if (found.errors.length > 0) return { errors: found.errors };
      // What Node has built in is external already; what is TypeScript itself, as in a workspace, or data, is bundled like the file.
      return found.external || !/\.(js|mjs|cjs)$/.test(found.path) ? undefined : { path: kind === 'require-call' ? found.path : pathToFileURL(found.path).href, external: true };
    });
  },
};

/**
 * What a module of TypeScript or JavaScript exports by default, plain data after a passage through JSON. It runs: only for files that a person names
 * on their own command line, never for what comes over a network. Node 20 does not strip types, and what later versions strip is not all of TypeScript.
 */
export async function questionModule(path: string): Promise<unknown> {
  const found = await run(await bundled(path), path);
  if (found.default === undefined) throw badInput('question-no-default', path);
  return asData(path, found.default);
}

async function bundled(path: string): Promise<string> {
  const { build } = await import('esbuild'); // Few questions are programs.
  try {
    const { outputFiles } = await build({ entryPoints: [resolve(path)], bundle: true, write: false, platform: 'node', format: 'esm', target: 'node20', conditions: [], logLevel: 'silent', plugins: [jumeau, packages], define: placeOf(path) });
    return outputFiles[0]!.text;
  } catch (fault) {
    const { errors } = fault as BuildFailure;
    if (!Array.isArray(errors)) throw fault;
    throw new BadInput(errors.map(({ text, location }) => ({
      severity: 'error', code: 'question-not-a-module', where: location ? `${path}: line ${location.line}, column ${location.column + 1}` : path, parameters: { cause: text.slice(0, 200) },
    })));
  }
}

/** Where the module says that it lies, for files that it reads from beside it. */
function placeOf(path: string): Record<string, string> {
  const whole = resolve(path);
  return Object.fromEntries(Object.entries({ url: pathToFileURL(whole).href, filename: whole, dirname: dirname(whole) }).map(([name, value]) => [`import.meta.${name}`, JSON.stringify(value)]));
}

/** From memory: nothing is written, so the folder may be read-only, and nothing stays when the command is ended. */
async function run(code: string, path: string): Promise<{ default?: unknown }> {
  try {
    return await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`) as { default?: unknown };
  } catch (fault) {
    throw badInput('question-not-a-module', path, { cause: causeOf(fault) });
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
