// Goal: whatever does not fit a city in a change is told in both languages, no words wait for a fault that no change can have, and the page of traffic changes has every field.
import { expect, test } from 'vitest';
import { changeKinds } from '../../scenarios/changes/change.ts';
import { readChanges } from '../../scenarios/changes/read-changes.ts';
import { problemWords } from '../../scenarios/language/problems.ts';
import { trafficChangeProblems } from '../../scenarios/language/problems-changes-traffic.ts';
import { projectFiles, read } from './sources.ts';

const codes = new Set(projectFiles().filter((path) => path.startsWith('scenarios/changes/')).flatMap((path) => [...read(path).matchAll(/'(change-[a-z-]+)'/g)].map(([, code]) => code!)).filter((code) => !code.endsWith('-')));

test('every code that a change gives has words', () => {
  expect(codes.size).toBeGreaterThan(30);
  expect([...codes].filter((code) => problemWords[code] === undefined)).toEqual([]);
});

test('no words of traffic changes wait for a code that nobody gives', () => {
  expect(Object.keys(trafficChangeProblems).filter((code) => !codes.has(code))).toEqual([]);
});

test.each(Object.entries(trafficChangeProblems))('%s reads as a sentence in both languages', (_code, words) => {
  const parameters = new Proxy({} as Record<string, string>, { get: (_target, name) => `<${String(name)}>` });
  for (const text of [words.fr(parameters), words.en(parameters)]) {
    expect(text).toMatch(/^(.{20,400})[.?]$/);
    expect(text).not.toContain('undefined');
  }
});

const page = read('docs/models/traffic-changes.md'), rows = page.split('\n').filter((line) => line.startsWith('| `')).map((line) => line.split('|')), quoted = (text: string): string[] => [...text.matchAll(/`([a-zA-Z-]+)`/g)].map(([, name]) => name!);

test('the table of the page has every field of its kinds, in brackets what may be left out', () => {
  expect(rows.length).toBe(9);
  for (const [, kind, fields] of rows) {
    const { shape } = changeKinds[quoted(kind!)[0] as keyof typeof changeKinds].schema, own = Object.keys(shape).filter((name) => name !== 'change' && name !== 'why');
    expect(quoted(fields!).sort(), kind).toEqual(own.sort());
    const optional = own.filter((name) => (shape as unknown as Record<string, { safeParse(value: undefined): { success: boolean } }>)[name]!.safeParse(undefined).success);
    expect([...fields!.matchAll(/\[`(\w+)`\]/g)].map(([, name]) => name!).sort(), kind).toEqual(optional.sort());
  }
});

test('its examples can be read as they stand', () => {
  const [, example] = /^```json\n(.*?)^```$/ms.exec(page)!;
  expect(readChanges(JSON.parse(example!)).problems).toEqual([]);
});
