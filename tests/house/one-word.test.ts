// Goal: one thing has one word in each language, wherever it is printed; the glossary says which.
import { expect, test } from 'vitest';
import { cityDayWords } from '../../scenarios/language/city-day.ts';
import { cliWords } from '../../scenarios/language/cli.ts';
import { reportWords } from '../../scenarios/language/report.ts';
import { validationWords } from '../../scenarios/language/validation.ts';
import { indicatorNamed } from '../../scenarios/measure/indicators.ts';

test('a vehicle that stood too long and was moved on is rescued, "débloqué" in French', () => {
  for (const [language, word] of [['en', /rescue/i], ['fr', /débloqu/i]] as const) {
    const said = [
      cliWords.rescued[language], indicatorNamed('rescues').title[language], indicatorNamed('rescues').subject[language],
      validationWords.names[language]('rescued'), cityDayWords.checkNames[language]('rescued', ''), reportWords.limitRescues[language]('3'), validationWords.methodLimits[language],
    ];
    for (const text of said) expect(text).toMatch(word);
  }
});
