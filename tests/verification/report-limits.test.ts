// Goal: a report says what a reader must know: that energy is computed, how short a span is, why figures of a year are left out; and shows what there is of a short one.
import { describe, expect, test } from 'vitest';
import { cityFacts } from '../../data/dijon/facts/city.ts';
import { baseline } from '../../scenarios/questions/baseline.ts';
import { lightOnDemand } from '../../scenarios/questions/light-on-demand.ts';
import { readChanges } from '../../scenarios/changes/read-changes.ts';
import { parameterDots } from '../../scenarios/report/figures/parameter-dots.ts';
import { limits } from '../../scenarios/report/limits.ts';
import { reportInputOf, type ReportSide } from '../../scenarios/report/report-input.ts';
import { reportPage } from '../../scenarios/report/report-page.ts';
import type { SavedComparison } from '../../scenarios/saved/saved-comparison.ts';
import { compareRuns } from '../../scenarios/compare/compare-runs.ts';
import { smallComparison } from '../browser/small-comparison.ts';
import { smallCity } from '../browser/small-city.ts';
import { dayOf } from './bus-town.ts';

const limitsWith = (values: Readonly<Record<string, number>>): string => {
  const side = (question: typeof baseline) => ({ question, runs: [{ values, zones: [] }] }) as unknown as ReportSide;
  return limits({ language: 'en', facts: cityFacts(), baseline: side(baseline), scenario: side(lightOnDemand), settings: dayOf(1), twinHash: '', engine: '', node: '' }).markup;
};

test('lamps without a year by zone that took energy', () => expect(limitsWith({ 'lighting-energy-kwh': 175 })).toContain('Energy is computed, not measured'));
test('a city without lamps says nothing of energy', () => expect(limitsWith({})).not.toContain('Energy is computed'));

describe('a comparison over six minutes', () => {
  const saved = smallComparison(smallCity());
  /** One step of five minutes, and two lines of which the second differs by less than a second; `changes`: of the scenario. */
  const short = (changes: object[]): SavedComparison => {
    const sideOf = (side: SavedComparison['baseline'], delayS: number): SavedComparison['baseline'] => ({
      ...side, runs: side.runs.map((run) => ({ ...run, minutes: { timeS: [27_000], running: [12], lightingPowerW: [0] }, busLines: [{ line: 'L1', colour: 0, stopVisits: 90, meanDelayS: 20 }, { line: 'L5', colour: 0, stopVisits: 10, meanDelayS: delayS }] })),
    });
    const { scenario } = saved, asked = { ...scenario.question, changes: readChanges(changes.map((one) => ({ why: 'Meeting of 12 March', ...one }))).value! };
    return { ...saved, settings: { ...saved.settings!, fromS: 27_000, untilS: 27_360 }, baseline: sideOf(saved.baseline, 0.2), scenario: sideOf({ ...scenario, question: asked }, -0.2) };
  };
  const page = (changes: object[], language: 'fr' | 'en' = 'en'): string => reportPage(reportInputOf(short(changes), language)).replace(/[\u00a0\u202f]/g, ' ');
  const headway = [{ change: 'headway', lines: ['L5'], everyMin: 5, from: '07:00', until: '09:00' }];

  test('has lines in its pictures, as long as the step that they are the mean of', () => {
    const curves = [...page(headway).matchAll(/<polyline points="([^"]+)"/g)].map(([, points]) => points!.split(/[ ]/).map(Number));
    expect(curves.length).toBeGreaterThanOrEqual(2);
    for (const [fromX, fromY, untilX, untilY] of curves) {
      expect(untilX! - fromX!).toBeGreaterThan(400);
      expect(untilY).toBe(fromY);
    }
  });

  test('tells lines apart by the decimals that it takes, the line in question first and named as that', () => {
    const picture = /<svg[^>]*aria-labelledby="bus-delay-title.*?<\/svg>/s.exec(page(headway))![0];
    expect(picture).toMatch(/L5 ◂ what the question is about.*>0\.2<.*>−0\.2<.*>L1<.*>20\.0</s);
    expect(/<svg[^>]*aria-labelledby="bus-delay-title.*?<\/svg>/s.exec(page([{ change: 'bus-priority', enabled: false, controllers: 'all' }]))![0]).not.toContain('◂');
  });

  test('says minutes, and columns stand as in the viewer: difference, interval, per cent', () => {
    expect(page(headway, 'fr')).toContain('Seules 6 minutes sont simulées');
    expect(page(headway, 'fr')).toContain('à partir de 07:30, 6 min');
    const [head] = /<table class="figures"><thead>.*?<\/thead>/s.exec(page(headway))!;
    expect([...head.matchAll(/>([^<>]+)<\/th>/g)].map(([, text]) => text).slice(3)).toEqual(['Difference', '95% interval', '%', 'Conclusion']);
  });

  test.each([['fr', 'Une année n’est pas faite de telles nuits'], ['en', 'No year is made of such nights']] as const)('of a night of rain says why figures of a year are left out, with its picture (%s)', (language, why) => {
    const rainy = page([{ change: 'weather-night', weather: 'rain' }], language);
    expect(rainy).toContain(why);
    expect(page(headway, language)).not.toContain(why);
  });
});

test('numbers along the axis of a sweep’s picture have their room beside its name, however long they are', () => {
  for (const size of [1, 2_828_591]) {
    const difference = compareRuns('lighting-energy-year-kwh', [{ seed: 0, values: { 'lighting-energy-year-kwh': 2 * size } }], [{ seed: 0, values: { 'lighting-energy-year-kwh': size } }])!;
    const svg = parameterDots({ id: 'x', title: 'x', description: 'x', acrossName: 'x', upName: 'difference', levels: [{ place: 0, name: '0' }], dots: [{ level: 0, difference }], language: 'fr' });
    const numbers = [...svg.matchAll(/<text x="([\d.]+)" [^>]*text-anchor="end">([^<]+)</g)].map(([, x, text]) => Number(x) - 9 * text!.length);
    // The name of the axis is written upright at 18, in letters 17 high at most.
    expect(Math.min(...numbers)).toBeGreaterThan(26);
    expect(svg).not.toContain('<polyline');
  }
});
