import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import typescript, { type Node } from 'typescript';
import { expect, test } from 'vitest';
import { twinTables } from '../../engine/twin/twin.ts';
import { resultTables } from '../../engine/results/tables.ts';
import { codeOnly, projectFiles, read, root } from './sources.ts';

const files = projectFiles().filter((path) => existsSync(root + path));
const sources = files.filter((path) => /\.(ts|tsx)$/.test(path));

/** Every line of these files where the code (comments and strings apart) matches. */
const linesMatching = (paths: readonly string[], pattern: RegExp): string[] =>
  paths.flatMap((path) =>
    codeOnly(read(path)).split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );

// A run and all that enters a twin's hash must give the same bits on every machine and engine.
const exact = sources.filter((path) => /^(engine|data\/(build|dijon))\//.test(path));

test('the engine and the generator use exact arithmetic only', () => {
  const inexact = /Math\.(?!(sqrt|min|max|abs|floor|ceil|round|trunc|sign|imul|clz32|fround|PI|SQRT2|SQRT1_2|LN2)\b)\w+|\*\*/;
  expect(linesMatching(exact, inexact)).toEqual([]);
});

test('no run looks at a clock or draws a number that a seed does not give', () => {
  expect(linesMatching(exact, /Math\.random|Date\.now|new Date\(\s*\)|performance\.now|setTimeout|setInterval/)).toEqual([]);
});

test('the engine touches no platform', () => {
  const engine = sources.filter((path) => path.startsWith('engine/'));
  expect(linesMatching(engine, /\b(process|document|window|navigator|globalThis)\./)).toEqual([]);
});

test('no room for odds and ends: such folders and files hide what they hold', () => {
  const vague = files.filter((path) => /(^|\/)(utils?|common|helpers?|misc|shared|core|lib)(\/|\.[a-z]+$)/.test(path));
  expect(vague).toEqual([]);
  expect(files.filter((path) => /(^|\/)index\.tsx?$/.test(path))).toEqual([]);
});

test('every quantity in a table names its unit', () => {
  // Counts, rows and codes have no unit; shares and indexes say what they are.
  const unit = /(M|M2|S|H|PerH|Years?|Date|Mps|Mps2|Km2|PerKm|Kg|V|Ohm|W|Wh|Lm|Lx|CdPerKlm|K|Deg|Share|Factor|Mean|Deviation|Count|Metres|Seconds|Index|East|North)$/;
  const withoutUnit = new Set([
    'level', 'priority', 'departLane', 'signalGroup', 'population', 'colour', 'direction', 'endingGroup', 'startingGroup',
    'firstLane', 'firstMovement', 'firstPoint', 'firstConflict', 'firstInterval', 'firstAspect', 'firstLink', 'firstHalt', 'firstCall', 'firstLevel', 'firstRule', 'firstStep', 'firstPlane', 'firstAngle', 'firstIntensity', 'firstWindow', 'firstGap', 'firstPostedTime', 'vehicleGroup', 'crossed',
    'permitted', 'category', 'means', 'lineClasses', 'days', 'yields', 'entered', 'left', 'running', 'waitingToEnter', 'arrived', 'halting', 'extendedForPriority',
  ]);
  const nameless = Object.entries({ ...twinTables, ...resultTables }).flatMap(([table, columns]) =>
    Object.entries(columns)
      .filter(([name, column]) => column.kind !== 'text' && !('table' in column) && !('codes' in column) && !unit.test(name) && !withoutUnit.has(name))
      .map(([name]) => `${table}.${name}`),
  );
  expect(nameless).toEqual([]);
});

// Tables of facts and drawn map lines are long by nature, and read like a list.
const list = /^(data\/dijon\/(facts|streets)\/|scenarios\/language\/)/;

test('files hold one idea', () => {
  const long = sources.filter((path) => !list.test(path) && !path.startsWith('tests/') && read(path).split('\n').length > 420);
  expect(long).toEqual([]);
});

test('functions fit a screen: 70 lines, those of functions inside them apart', () => {
  const long = sources.filter((path) => !list.test(path) && !path.startsWith('tests/')).flatMap((path) => {
    const source = typescript.createSourceFile(path, read(path), typescript.ScriptTarget.Latest, true);
    const found: string[] = [];
    const linesOf = (node: Node): number =>
      source.getLineAndCharacterOfPosition(node.getEnd()).line - source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    /** Lines of functions anywhere below; every function met is held to the limit on the way. */
    const insideLines = (node: Node): number => {
      let lines = 0;
      node.forEachChild((child) => {
        const inner = insideLines(child);
        if (!typescript.isFunctionLike(child)) { lines += inner; return; }
        const own = linesOf(child) - inner;
        if (own > 70) found.push(`${path}:${source.getLineAndCharacterOfPosition(child.getStart()).line + 1}: ${own} lines`);
        // A function on a single line belongs to the one around it.
        lines += linesOf(child) > 1 ? linesOf(child) : 0;
      });
      return lines;
    };
    insideLines(source);
    return found;
  });
  expect(long).toEqual([]);
});

test('no path of one machine is in the project', () => {
  const foreign = /(^|[\s'"`(=])\/(home|root|tmp|work|Users)\//;
  const texts = files.filter((path) => /\.(ts|tsx|mjs|md|json|css|html)$|^\.ci\/run$|^\.npmrc$/.test(path));
  const found = texts.flatMap((path) =>
    read(path).split('\n').flatMap((line, index) => (foreign.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 120)}`] : [])),
  );
  expect(found).toEqual([]);
});

test('no data of others lies in the project', () => {
  expect(files.filter((path) => /\.(pbf|osm|gz|zip|epw|ies|ldt|parquet|twin|geojson)$/.test(path))).toEqual([]);
});

test('no test is singled out or put off', () => {
  const off = sources.filter((path) => path.startsWith('tests/') && /\b(it|test|describe)\.(only|todo)\(/.test(codeOnly(read(path))));
  expect(off).toEqual([]);
});

test('every link between pages leads somewhere', () => {
  const pages = files.filter((path) => path.endsWith('.md'));
  const dead = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
      .map(([, target]) => target!)
      .filter((target) => !existsSync(join(root, dirname(page), target)))
      .map((target) => `${page} -> ${target}`),
  );
  expect(dead).toEqual([]);
});

test('every bold or fenced piece of a page is closed in its paragraph', () => {
  const open = files.filter((path) => path.endsWith('.md')).flatMap((page) => {
    const fences = read(page).match(/^```/gm)?.length ?? 0, prose = read(page).replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
    return [...(fences % 2 === 0 ? [] : [`${page}: a fence`]), ...prose.split(/\n\s*\n/).filter((paragraph) => paragraph.split('**').length % 2 === 0).map((paragraph) => `${page}: ${paragraph.trim().slice(0, 60)}`)];
  });
  expect(open).toEqual([]);
});
