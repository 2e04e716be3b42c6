// Goal: a report on lamps says that their energy is computed, also where they follow the traffic and nobody knows their year by zone.
import { expect, test } from 'vitest';
import { cityFacts } from '../../data/dijon/facts/city.ts';
import { baseline } from '../../scenarios/questions/baseline.ts';
import { lightOnDemand } from '../../scenarios/questions/light-on-demand.ts';
import { limits } from '../../scenarios/report/limits.ts';
import type { ReportSide } from '../../scenarios/report/report-input.ts';
import { dayOf } from './bus-town.ts';

const limitsWith = (values: Readonly<Record<string, number>>): string => {
  const side = (question: typeof baseline) => ({ question, runs: [{ values, zones: [] }] }) as unknown as ReportSide;
  return limits({ language: 'en', facts: cityFacts(), baseline: side(baseline), scenario: side(lightOnDemand), settings: dayOf(1), twinHash: '', engine: '', node: '' }).markup;
};

test('lamps without a year by zone that took energy', () => expect(limitsWith({ 'lighting-energy-kwh': 175 })).toContain('Energy is computed, not measured'));
test('a city without lamps says nothing of energy', () => expect(limitsWith({})).not.toContain('Energy is computed'));
