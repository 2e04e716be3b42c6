// Goal: whatever does not fit a city in a change is told in both languages, and no words wait for a fault that no change can have.
import { expect, test } from 'vitest';
import { changeProblems } from '../../scenarios/language/problems-changes.ts';
import { trafficChangeProblems } from '../../scenarios/language/problems-changes-traffic.ts';
import { projectFiles, read } from './sources.ts';

const dictionaries = { ...changeProblems, ...trafficChangeProblems };
const codes = new Set(projectFiles().filter((path) => path.startsWith('scenarios/changes/')).flatMap((path) => [...read(path).matchAll(/'(change-[a-z-]+)'/g)].map(([, code]) => code!)).filter((code) => !code.endsWith('-')));

test('every code that a change gives has words', () => {
  expect(codes.size).toBeGreaterThan(30);
  expect([...codes].filter((code) => dictionaries[code] === undefined)).toEqual([]);
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
