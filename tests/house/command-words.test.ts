// Goal: what can be wrong with a command or a change never reaches a person as a bare code, and no words wait for nobody.
// problem-words.test.ts asks the same of imports.
import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { makeProgram } from '../../cli/program.ts';
import { openTerminal } from '../../cli/terminal.ts';
import { problemWords } from '../../scenarios/language/problems.ts';
import { projectFiles, read } from './sources.ts';

const sources = projectFiles().filter((path) => /^(cli|scenarios\/(changes|questions|runs|sql|sweep))\/.*\.ts$/.test(path)).map((path) => read(path).replace(/^import .*$/gm, '')).join('\n');
const raised = new Set([...sources.matchAll(/'((?:cli|changes?|question|store|sql|sweep)-[a-z-]*[a-z])'/g)].map(([, code]) => code!));

test('every code that commands, questions and changes name has words in French and English', () => {
  expect(raised.size).toBeGreaterThan(20);
  expect([...raised].filter((code) => !Object.hasOwn(problemWords, code))).toEqual([]);
});

test('help says what a command does, all in one manner: in the third person, without a capital, without a full stop', () => {
  const all = (command: Command): Command[] => [command, ...command.commands.flatMap(all)];
  for (const [language, infinitive] of [['fr', /^\S*(er|ir|[di]re)\b/], ['en', /^(?!\S*s\b)/]] as const) {
    const commands = all(makeProgram(openTerminal(language, false), '0', new AbortController().signal).program).slice(1), said = commands.map((one) => one.description());
    expect(said.length).toBeGreaterThan(20);
    expect(said.filter((one) => infinitive.test(one))).toEqual([]);
    expect([...said, ...commands.flatMap(({ options }) => options.map(({ description }) => description))].filter((one) => /^[A-Z]\p{Ll}+ |[^.]\.$/u.test(one))).toEqual([]);
  }
});

test('a bar of progress names what is done by a noun, not by the sentence that help has for the command', () => {
  const titles = projectFiles().filter((path) => /^cli\/.*\.ts$/.test(path)).flatMap((path) => [...read(path).matchAll(/(?:startProgress|oneByOne)\(terminal, ([^,)]+)/g)].map(([, title]) => title!.trim()));
  expect(titles.length).toBeGreaterThan(10);
  expect(titles.filter((title) => title.endsWith('About'))).toEqual([]);
});

test('all of their words are used', () => {
  expect(Object.keys(problemWords).filter((code) => /^(cli|changes?|question|store|sql|sweep)-/.test(code) && !raised.has(code))).toEqual([]);
});
