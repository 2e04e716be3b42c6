// Goal: figures judged together are wrongly called clear in at most 5 % of comparisons, by Holm's step-down and its published examples.
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { comparisonFile } from '../../cli/comparison-file.ts';
import { compareAll, isUnclearAmongMany } from '../../scenarios/compare/compare-all.ts';
import { compareRuns, type MeasuredRun } from '../../scenarios/compare/compare-runs.ts';
import { holmAdjusted } from '../../scenarios/compare/holm.ts';
import type { IndicatorName } from '../../scenarios/measure/indicators.ts';
import { heldExpectations } from '../../scenarios/saved/expectations.ts';
import { normals } from './known-draws.ts';

describe('adjusted p-values', () => {
  test('S. P. Wright, Adjusted p-values for simultaneous inference, Biometrics 48 (1992): in whatever order they come', () => {
    const raw = [0.04, 0.005, 0.13, 0.011, 0.02], published = [0.08, 0.025, 0.13, 0.044, 0.06];
    for (const [at, value] of holmAdjusted(raw).entries()) expect(value).toBeCloseTo(published[at]!, 12);
  });

  test('the example of R’s p.adjust: 50 p-values, 25 of them under a true null', () => {
    const raw = [
      4.533744e-1, 7.296024e-1, 9.936026e-2, 9.079658e-2, 1.801962e-1, 8.752257e-1, 2.922222e-1, 9.115421e-1, 4.355806e-1, 5.324867e-1, 4.926798e-1, 5.802978e-1, 3.485442e-1, 7.88313e-1, 2.729308e-1,
      8.502518e-1, 4.268138e-1, 6.442008e-1, 3.030266e-1, 5.001555e-2, 3.19481e-1, 7.892933e-1, 9.991834e-1, 1.745691e-1, 9.037516e-1, 1.198578e-1, 3.966083e-1, 1.403837e-2, 7.328671e-1, 6.793476e-2,
      4.04073e-3, 3.033349e-4, 1.125147e-2, 2.375072e-2, 5.818542e-4, 3.075482e-4, 8.251272e-3, 1.356534e-3, 1.360696e-2, 3.764588e-4, 1.801145e-5, 2.504456e-7, 3.310253e-2, 9.427839e-3, 8.791153e-4,
      2.177831e-4, 9.693054e-4, 6.61025e-5, 2.900813e-2, 5.73549e-3,
    ];
    const printed = new Map([
      [27, 0.4632662], [30, 0.1575885], [31, 0.01395341], [32, 0.3938014], [33, 0.760023], [34, 0.02501973], [35, 0.01395341], [36, 0.3052971], [37, 0.05426136], [38, 0.4626366], [39, 0.01656419],
      [40, 8.82561e-4], [41, 1.252228e-5], [42, 0.9930759], [43, 0.3394022], [44, 0.03692284], [45, 0.01023581], [46, 0.03974152], [47, 0.00317292], [48, 0.899252], [49, 0.2179486],
    ]);
    // Those that are not printed here are 1. The printed p-values have seven digits, so their multiples have six.
    for (const [at, value] of holmAdjusted(raw).entries()) expect(value / (printed.get(at) ?? 1), `${at}`).toBeCloseTo(1, 5);
  });

  test('one is as it was, none is none', () => expect([holmAdjusted([0.03]), holmAdjusted([])]).toEqual([[0.03], []]));
});

/** Nine figures that owe something to chance. */
const NAMES: readonly IndicatorName[] = ['bus-mean-delay-s', 'bus-time-loss-s-per-km', 'traffic-mean-time-loss-s', 'traffic-mean-travel-time-s', 'bus-punctuality-percent', 'passenger-mean-wait-s', 'vehicle-kilometres', 'traffic-co2-kg', 'pedestrian-mean-wait-s'];

/** Five seeds; what the change does to figure k is `effect(k)` deviations; figures of a seed hang together by `correlation`. */
function sides(trial: number, correlation: number, effect: (figure: number) => number): [MeasuredRun[], MeasuredRun[]] {
  const draw = normals(trial), seeds = [1, 2, 3, 4, 5];
  const own = (seed: number, figure: number): number => Math.sqrt(correlation) * draw(seed, 0) + Math.sqrt(1 - correlation) * draw(seed, figure + 1);
  const side = (of: (seed: number, figure: number) => number): MeasuredRun[] => seeds.map((seed) => ({ seed, values: Object.fromEntries(NAMES.map((name, figure) => [name, of(seed, figure)])) }));
  return [side(() => 100), side((seed, figure) => 100 + effect(figure) + own(seed, figure))];
}

const isClear = ({ verdict }: { verdict: string }): boolean => verdict === 'better' || verdict === 'worse' || verdict === 'changed';

describe('a comparison of nine figures', () => {
  const TRIALS = process.env['JUMEAU_PROOF'] === '1' ? 20_000 : 2000;
  /** Share of comparisons in which one of the figures that nothing moves is called clear. */
  const wrong = (effect: (figure: number) => number, judge: (trial: number) => boolean[]): number => {
    let count = 0;
    for (let trial = 0; trial < TRIALS; trial++) if (judge(trial).some((clear, figure) => clear && effect(figure) === 0)) count++;
    return count / TRIALS;
  };
  const together = (correlation: number, effect: (figure: number) => number) => (trial: number) => compareAll(NAMES, ...sides(trial, correlation, effect)).map(isClear);
  const nothing = (): number => 0, half = (figure: number): number => (figure < 5 ? 6 : 0);

  test.each([['none moves, each by itself', 0, nothing], ['none moves, all hang together', 0.5, nothing], ['none moves, nearly the same figure nine times', 0.95, nothing], ['five move, four do not', 0, half], ['five move, all hang together', 0.5, half]] as const)(
    '%s: a wrong "clear" in one of twenty at most', (_, correlation, effect) => {
      // Three deviations of a share of 5 %.
      expect(wrong(effect, together(correlation, effect))).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / TRIALS));
    });

  test('each judged alone: in 37 % (1 − 0.95⁹), which is why they are judged together', () => {
    const alone = (trial: number) => { const [before, after] = sides(trial, 0, nothing); return NAMES.map((name) => isClear(compareRuns(name, before, after)!)); };
    expect(Math.abs(wrong(nothing, alone) - (1 - 0.95 ** 9))).toBeLessThan(3.5 * Math.sqrt((0.37 * 0.63) / TRIALS));
  });

  test('independent figures use up the 5 %: nothing is given away', () => {
    expect(wrong(nothing, together(0, nothing))).toBeGreaterThan(0.035);
  });
});

describe('of nine figures two are asked for before any run', () => {
  const TRIALS = process.env['JUMEAU_PROOF'] === '1' ? 20_000 : 2000, ASKED = NAMES.slice(0, 2), bound = 0.05 + 3 * Math.sqrt((0.05 * 0.95) / TRIALS);
  /** Share of comparisons in which a figure that nothing moves is called clear, among those asked for and among the others. */
  const wrong = (correlation: number, effect: (figure: number) => number): [asked: number, beside: number] => {
    const counts: [number, number] = [0, 0];
    for (let trial = 0; trial < TRIALS; trial++) {
      const wrongly = compareAll(NAMES, ...sides(trial, correlation, effect), { asked: ASKED }).filter((one) => effect(NAMES.indexOf(one.indicator.name)) === 0 && isClear(one));
      for (const [at, asked] of [true, false].entries()) if (wrongly.some((one) => one.asked === asked)) counts[at]!++;
    }
    return [counts[0] / TRIALS, counts[1] / TRIALS];
  };

  test.each([['each by itself', 0], ['all hang together', 0.5]] as const)('none moves, %s: a wrong "clear" in one of twenty at most, among the two as among the seven', (_, correlation) => {
    for (const share of wrong(correlation, () => 0)) {
      expect(share).toBeLessThan(bound);
      // Independent figures use up the 5 %: nothing is given away.
      if (correlation === 0) expect(share).toBeGreaterThan(0.035);
    }
  });

  test('what moves in one family costs the other nothing', () => {
    expect(wrong(0, (figure) => (figure < 2 ? 0 : 6))[0]).toBeLessThan(bound);
    expect(wrong(0, (figure) => (figure < 2 ? 6 : 0))[1]).toBeLessThan(bound);
  });

  test('those asked for come first, whatever the order given; each knows its family; with all of them asked it is one', () => {
    const [before, after] = sides(1, 0, () => 0), last = NAMES.slice(-2), compared = compareAll(NAMES, before, after, { asked: last });
    expect(compared.map(({ indicator }) => indicator.name)).toEqual([...last, ...NAMES.slice(0, -2)]);
    expect(compared.map(({ asked, familySize }) => [asked, familySize])).toEqual([[true, 2], [true, 2], ...Array.from({ length: 7 }, () => [false, 7])]);
    expect(compareAll(NAMES, before, after, { asked: NAMES })).toEqual(compareAll(NAMES, before, after));
  });
});

test('clear alone and not among nine: unclear, with the plain interval, both p-values and the size of the family', () => {
  const noise = [-1, 0.4, 0.3, -0.2, 0.5];
  const runs = (shift: (figure: number) => number): MeasuredRun[] => noise.map((_, at) => ({ seed: at + 1, values: Object.fromEntries(NAMES.map((name, figure) => [name, 50 + shift(figure) + noise[(at + figure) % 5]!])) }));
  const before = noise.map((_, at) => ({ seed: at + 1, values: Object.fromEntries(NAMES.map((name) => [name, 50])) }));
  const compared = compareAll(NAMES, before, runs((figure) => (figure === 0 ? 0.9 : figure === 1 ? 30 : 0))), [weak, strong, none] = compared;
  expect(compareRuns(NAMES[0]!, before, runs(() => 0.9))).toMatchObject({ verdict: 'worse', familySize: 1, pValue: weak!.pValue, adjustedPValue: weak!.pValue, interval95: weak!.interval95 });
  expect(weak).toMatchObject({ verdict: 'unclear', familySize: 9 });
  expect(weak!.pValue).toBeLessThan(0.05);
  // The second smallest of nine is taken eight times.
  expect(weak!.adjustedPValue).toBeCloseTo(8 * weak!.pValue!, 12);
  expect(strong).toMatchObject({ verdict: 'worse', familySize: 9 });
  expect(compared.map(isUnclearAmongMany)).toEqual([true, ...NAMES.slice(1).map(() => false)]);
  expect(none!.verdict).toBe('unclear');
  // An expectation of its sign is not held to have come true by what may be chance; nor is the opposite refuted. That it stays near 0 asks for no move.
  const why = { fr: 'Calculé avant', en: 'Reckoned beforehand' }, outcomes = (names: readonly IndicatorName[], moves: 'rises' | 'falls' | 'stays') => heldExpectations(names.map((indicator) => ({ indicator, moves, most: 40, unit: 'own', why })), compared).map(({ outcome }) => outcome);
  expect(outcomes(NAMES.slice(0, 2), 'rises')).toEqual(['unclear', 'as-expected']);
  expect(outcomes(NAMES.slice(0, 2), 'falls')).toEqual(['unclear', 'otherwise']);
  expect(outcomes(NAMES.slice(0, 1), 'stays')).toEqual(['as-expected']);
  // Two expectations on one figure both stand in its row of the table.
  const expected = ([['rises', 40], ['stays', 2]] as const).map(([moves, most]) => ({ indicator: NAMES[1]!, moves, most, unit: 'own' as const, why }));
  const row = (parse([...comparisonFile({ expected }, compared, 'en')].join(''), { columns: true }) as unknown as Record<string, string>[]).find(({ indicator }) => indicator === NAMES[1])!;
  expect(row['outcome']).toBe('as-expected; otherwise');
  expect(row['expected']!.split('; ')).toHaveLength(2);
});

test('the family: what could have been judged before any run was seen; neither lighting without chance nor figures of too few seeds', () => {
  const at = (values: Readonly<Partial<Record<IndicatorName, readonly (number | null)[]>>>): MeasuredRun[] =>
    [0, 1, 2, 3].map((row) => ({ seed: row + 1, values: Object.fromEntries(Object.entries(values).map(([name, each]) => [name, each[row]])) }));
  const before = at({ 'lighting-energy-kwh': [9, 9, 9, 9], 'bus-mean-delay-s': [60, 61, 62, 63], rescues: [0, 0, 0, 0], 'stops-left-out': [1, 1, 1, 1], 'tram-time-loss-s-per-km': [5, 6, null, null] });
  const after = at({ 'lighting-energy-kwh': [8, 8, 8, 8], 'bus-mean-delay-s': [50, 52, 51, 53], rescues: [0, 0, 0, 0], 'stops-left-out': [3, 3, 3, 3], 'tram-time-loss-s-per-km': [4, 4.5, null, null] });
  const compared = compareAll(['lighting-energy-kwh', 'bus-mean-delay-s', 'rescues', 'stops-left-out', 'tram-time-loss-s-per-km', 'traffic-co2-kg'], before, after);
  // Equal and constant ones count: whether they would be equal was not known.
  expect(compared.map(({ indicator, familySize, verdict }) => [indicator.name, familySize, verdict])).toEqual([
    ['lighting-energy-kwh', 0, 'better'], ['bus-mean-delay-s', 3, 'better'], ['rescues', 3, 'same'], ['stops-left-out', 3, 'few'], ['tram-time-loss-s-per-km', 0, 'few'],
  ]);
  // Those asked for by name count though nothing, or too little, was measured of them: that is an outcome. Where all runs are too few nothing is judged.
  const asked: IndicatorName[] = ['lighting-energy-kwh', 'bus-mean-delay-s', 'tram-time-loss-s-per-km', 'traffic-co2-kg'], judged = compareAll([...asked, 'rescues', 'stops-left-out', 'traffic-energy-kwh'], before, after, { asked });
  expect(judged.map(({ indicator, familySize }) => [indicator.name, familySize])).toEqual([['lighting-energy-kwh', 0], ['bus-mean-delay-s', 3], ['tram-time-loss-s-per-km', 0], ['rescues', 2], ['stops-left-out', 2]]);
  expect(judged[1]!.adjustedPValue).toBeCloseTo(3 * judged[1]!.pValue!, 12);
  expect(compareAll(asked, before.slice(0, 2), after.slice(0, 2), { asked }).map(({ familySize }) => familySize)).toEqual([0, 0, 0]);
  expect(compared.map(({ pValue, adjustedPValue }) => [pValue === null, adjustedPValue === null])).toEqual([[true, true], [false, false], [true, true], [true, true], [true, true]]);
  expect(compared[1]!.adjustedPValue).toBeCloseTo(3 * compared[1]!.pValue!, 12);
});
