// Goal: whatever can be wrong with a person's file, they are told in their language what it is and what to do.
import { expect, test } from 'vitest';
import { nightChangeProblems } from '../../scenarios/language/problems-changes-night.ts';
import { countProblems } from '../../scenarios/language/problems-counts.ts';
import { gtfsProblems } from '../../scenarios/language/problems-gtfs.ts';
import { lampFailureProblems } from '../../scenarios/language/problems-lamp-failures.ts';
import { lampProblems } from '../../scenarios/language/problems-lamps.ts';
import { lightingProgramProblems } from '../../scenarios/language/problems-lighting-programs.ts';
import { osmProblems } from '../../scenarios/language/problems-osm.ts';
import { photometryProblems } from '../../scenarios/language/problems-photometry.ts';
import { planProblems } from '../../scenarios/language/problems-plans.ts';
import { rTableProblems } from '../../scenarios/language/problems-r-tables.ts';
import { savingsProblems } from '../../scenarios/language/problems-savings.ts';
import { sumoProblems } from '../../scenarios/language/problems-sumo.ts';
import { twinProblems } from '../../scenarios/language/problems-twin.ts';
import { projectFiles, read } from './sources.ts';

const dictionaries = { ...countProblems, ...planProblems, ...lampProblems, ...lampFailureProblems, ...lightingProgramProblems, ...rTableProblems, ...photometryProblems, ...savingsProblems, ...gtfsProblems, ...osmProblems, ...sumoProblems, ...twinProblems };

/** Codes as the sources of imports write them: 'sumo-bad-number', 'twin-no-length'. Files that a mapping names are found and read by the command. */
const codesInSources = new Set(
  projectFiles().filter((path) => /^(data\/(build|formats)\/.*|engine\/twin\/plan-faults|cli\/lamp-photometries)\.ts$/.test(path))
    .flatMap((path) => [...read(path).matchAll(/(?:code: |problem\(|error\(|warning\(|warnings\.tell(?:Cell)?\(|\btell\((?='twin-)|complain\(|bad\(|NotReadable\(|UnreadableOsm\(|\? cause\.code : )'([a-z][a-z-]+)'/g)].map(([, code]) => code!)),
);

test('every code that an import can give has words, and no words wait for a code that nobody gives', () => {
  expect([...codesInSources].filter((code) => dictionaries[code] === undefined)).toEqual([]);
  expect(Object.keys(dictionaries).filter((code) => !codesInSources.has(code))).toEqual([]);
});

/** What a library says of a fault comes in both languages: `causeFr` is the French of `cause`. */
const namesOf = (asked: ReadonlySet<string>): string[] => [...new Set([...asked].map((name) => name.replace(/Fr$/, '')))].sort();

test.each(Object.entries({ ...dictionaries, ...nightChangeProblems }))('%s reads as a sentence in both languages', (_code, words) => {
  // Every parameter that the words ask for gives its own name back, so that a forgotten one shows as "undefined".
  const asked = new Set<string>();
  const parameters = new Proxy({} as Record<string, string>, { get: (_target, name) => { asked.add(String(name)); return `<${String(name)}>`; } });
  for (const text of [words.fr(parameters), words.en(parameters)]) {
    expect(text).toMatch(/^(.{20,400})[.?]$/);
    expect(text).not.toContain('undefined');
  }
  const askedInFrench = new Set<string>();
  words.fr(new Proxy({} as Record<string, string>, { get: (_target, name) => { askedInFrench.add(String(name)); return 'x'; } }));
  expect(namesOf(askedInFrench)).toEqual(namesOf(asked));
});
