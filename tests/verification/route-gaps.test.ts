// Goal: reports on a city whose planned routes are far from equilibrium say how far, in both languages, and of other cities claim nothing.
import { expect, test } from 'vitest';
import { cityFacts } from '../../data/dijon/facts/city.ts';
import { baseline } from '../../scenarios/questions/baseline.ts';
import { busPriorityOff } from '../../scenarios/questions/bus-priority-off.ts';
import { limits } from '../../scenarios/report/limits.ts';
import { priorityLimits } from '../../scenarios/report/priority/priority-limits.ts';
import type { PrioritySide } from '../../scenarios/report/priority/priority-input.ts';
import { dayOf } from './bus-town.ts';

const side = (question: typeof baseline) => ({ question, runs: [{ values: {}, zones: [] }] }) as unknown as PrioritySide;
const inputOf = (facts: ReturnType<typeof cityFacts>, language: 'fr' | 'en') =>
  ({ language, facts, baseline: side(baseline), scenario: side(busPriorityOff), settings: dayOf(1), twinHash: '', engine: '', node: '', command: '', view: undefined });

const told = { en: '9% from 06:30 to 09:00, 34% from 16:00 to 18:30', fr: '9\u202f% de 06:30 à 09:00, 34\u202f% de 16:00 à 18:30' };

test.each(['fr', 'en'] as const)('the reference city, in both reports (%s)', (language) => {
  const { routeGaps: _, ...unmeasured } = cityFacts();
  for (const page of [limits, priorityLimits]) {
    expect(page(inputOf(cityFacts(), language)).markup).toContain(told[language]);
    expect(page(inputOf(unmeasured, language)).markup).not.toMatch(/equilibrium|équilibre/);
  }
});
