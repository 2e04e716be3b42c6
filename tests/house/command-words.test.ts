// Goal: what can be wrong with a command or a change never reaches a person as a bare code, and no words wait for nobody.
// problem-words.test.ts asks the same of imports.
import { expect, test } from 'vitest';
import { problemWords } from '../../scenarios/language/problems.ts';
import { projectFiles, read } from './sources.ts';

<<<<<<< HEAD
const sources = projectFiles().filter((path) => /^(cli|scenarios\/(changes|runs|sql|sweep))\/.*\.ts$/.test(path)).map((path) => read(path).replace(/^import .*$/gm, '')).join('\n');
const raised = new Set([...sources.matchAll(/'((?:cli|changes?|store|sql|sweep)-[a-z-]+)'/g)].map(([, code]) => code!));
=======
const sources = projectFiles().filter((path) => /^(cli|scenarios\/(changes|questions|runs))\/.*\.ts$/.test(path)).map((path) => read(path).replace(/^import .*$/gm, '')).join('\n');
const raised = new Set([...sources.matchAll(/'((?:cli|changes?|question)-[a-z-]+)'/g)].map(([, code]) => code!));
>>>>>>> fb9a548 (Questions are written in files of YAML, JSON or TypeScript, and faults in them are told on their line, at any depth, with the name that was meant)

test('every code that commands, questions and changes name has words in French and English', () => {
  expect(raised.size).toBeGreaterThan(20);
  expect([...raised].filter((code) => !Object.hasOwn(problemWords, code))).toEqual([]);
});

test('all of their words are used', () => {
<<<<<<< HEAD
  expect(Object.keys(problemWords).filter((code) => /^(cli|changes?|store|sql|sweep)-/.test(code) && !raised.has(code))).toEqual([]);
=======
  expect(Object.keys(problemWords).filter((code) => /^(cli|changes?|question)-/.test(code) && !raised.has(code))).toEqual([]);
>>>>>>> fb9a548 (Questions are written in files of YAML, JSON or TypeScript, and faults in them are told on their line, at any depth, with the name that was meant)
});
