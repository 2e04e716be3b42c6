// Goal: what can be wrong with a command or a change never reaches a person as a bare code, and no words wait for nobody.
// problem-words.test.ts asks the same of imports.
import { expect, test } from 'vitest';
import { problemWords } from '../../scenarios/language/problems.ts';
import { projectFiles, read } from './sources.ts';

const sources = projectFiles().filter((path) => /^(cli|scenarios\/(changes|questions|runs|sql|sweep))\/.*\.ts$/.test(path)).map((path) => read(path).replace(/^import .*$/gm, '')).join('\n');
const raised = new Set([...sources.matchAll(/'((?:cli|changes?|question|store|sql|sweep)-[a-z-]+)'/g)].map(([, code]) => code!));

test('every code that commands, questions and changes name has words in French and English', () => {
  expect(raised.size).toBeGreaterThan(20);
  expect([...raised].filter((code) => !Object.hasOwn(problemWords, code))).toEqual([]);
});

test('all of their words are used', () => {
  expect(Object.keys(problemWords).filter((code) => /^(cli|changes?|question|store|sql|sweep)-/.test(code) && !raised.has(code))).toEqual([]);
});
