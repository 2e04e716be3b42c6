// Goal: one thing has one word in each language, wherever it is printed; the glossary says which.
import { expect, test } from 'vitest';
import { cityDayWords } from '../../scenarios/language/city-day.ts';
import { cliWords } from '../../scenarios/language/cli.ts';
import { reportWords } from '../../scenarios/language/report.ts';
import { validationWords } from '../../scenarios/language/validation.ts';
import { indicatorNamed, indicators } from '../../scenarios/measure/indicators.ts';
import { projectFiles, read } from './sources.ts';

const said = projectFiles().filter((path) => /^scenarios\/(language|measure)\/.*\.ts$/.test(path)).flatMap((path) => read(path).split('\n').map((line, at) => ({ place: `${path}:${at + 1}`, line })));

test.each([
  // A draw is what follows from a seed: 'tirages au sort', 'tous les tirages'.
  ['a seed is a "graine"', /tirages? (?!au sort|\(par défaut)/],
  ['a vehicle is not "dépanné"', /dépann/i],
  ['a factor or a level is named, not "cela"', /(par|à|bas que|retard que) cela\b/],
  ['a signal is "franchi", not "passé"', /feux? que [^']*passent/],
])('in French %s, in all that is printed', (_, other) => {
  expect(said.length).toBeGreaterThan(1000);
  expect(said.filter(({ line }) => other.test(line)).map(({ place }) => place)).toEqual([]);
});

test('no two indicators have one title, nor titles of which one only begins the other: they stand in one table', () => {
  for (const language of ['fr', 'en'] as const) {
    const titles = indicators.map(({ title }) => title[language]);
    expect(titles.filter((title, at) => titles.some((other, row) => row !== at && other.startsWith(title)))).toEqual([]);
  }
});

test('a vehicle that stood too long and was moved on is rescued, "débloqué" in French', () => {
  for (const [language, word] of [['en', /rescue/i], ['fr', /débloqu/i]] as const) {
    const phrases = [
      cliWords.rescued[language], indicatorNamed('rescues').title[language], indicatorNamed('rescues').subject[language],
      validationWords.names[language]('rescued'), cityDayWords.checkNames[language]('rescued', ''), reportWords.limitRescues[language]('3'), validationWords.methodLimits[language],
    ];
    for (const text of phrases) expect(text).toMatch(word);
  }
});
