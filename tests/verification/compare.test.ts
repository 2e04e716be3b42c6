// Goal: paired comparison gives the interval that textbooks give, and says so when there is none.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSweep } from '../../cli/sweep-file.ts';
import { sweepSides } from '../../cli/sweep-sides.ts';
import { openTerminal } from '../../cli/terminal.ts';
import { answerSentence } from '../../scenarios/compare/answer.ts';
import { compareRuns, type MeasuredRun } from '../../scenarios/compare/compare-runs.ts';
import { differenceDecimals, intervalDecimals, meanDecimals } from '../../scenarios/compare/interval-decimals.ts';
import { pairedInterval } from '../../scenarios/compare/paired-mean.ts';
import { cityIndicators } from '../../scenarios/measure/indicators.ts';
import { baseline } from '../../scenarios/questions/baseline.ts';
import { busPriorityOff } from '../../scenarios/questions/bus-priority-off.ts';
import { dimAfterMidnight } from '../../scenarios/questions/dim-after-midnight.ts';
import { askedIndicators, leadingIndicators } from '../../scenarios/questions/leading-indicators.ts';
import { saidFigure } from '../../scenarios/saved/said-figure.ts';
import { judgingOf, type SavedComparison } from '../../scenarios/saved/saved-comparison.ts';
import { busTown, dayOf } from './bus-town.ts';

describe('against published figures', () => {
  // Cushny and Peebles (1905), hours of additional sleep with two drugs, ten patients: the data of Student (1908), table on
  // page 20, and of `sleep` in R, whose documentation of t.test prints the result of the paired test.
  const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
  const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

  test('Student’s sleep data: mean difference -1.58, 95 % interval -2.4598858 to -0.7001142', () => {
    const { mean, interval95 } = pairedInterval(first.map((hours, patient) => hours - second[patient]!));
    expect(mean).toBeCloseTo(-1.58, 10);
    expect(interval95!.low).toBeCloseTo(-2.4598858, 7);
    expect(interval95!.high).toBeCloseTo(-0.7001142, 7);
  });
});

test('a bound that is not 0 is not written as 0, for it decides the verdict; as many decimals as that takes, three more at most', () => {
  expect(intervalDecimals({ low: 0.9, high: 11.5 }, 1)).toBe(1);
  expect(intervalDecimals({ low: 0.03, high: 1 }, 1)).toBe(2);
  expect(intervalDecimals({ low: -5, high: -0.4 }, 0)).toBe(1);
  expect(intervalDecimals({ low: 0, high: 2 }, 0)).toBe(0);
  expect(intervalDecimals({ low: 1e-9, high: 2 }, 0)).toBe(3);
});

test('a difference has the decimals of its interval: 0.0 between −0.08 and −0.02 contradicts itself', () => {
  expect(differenceDecimals({ low: -0.08, high: -0.02 }, 1)).toBe(2);
  expect(differenceDecimals({ low: -4.3, high: -3.3 }, 1)).toBe(1);
  expect(differenceDecimals(null, 1)).toBe(1);
  // One that is not 0 does not read as 0, nor do two means that differ read alike; what is left of adding up is nothing.
  expect([differenceDecimals(null, 0, -0.24), differenceDecimals(null, 0, 0.004), differenceDecimals(null, 0, 1e-12), differenceDecimals(null, 1, 3)]).toEqual([1, 3, 0, 1]);
  expect([meanDecimals(-0.24, 0), meanDecimals(3, 0), meanDecimals(0.01, 1), meanDecimals(1e-12, 0), meanDecimals(0, 1)]).toEqual([1, 0, 2, 0, 1]);
  const energy = compareRuns('lighting-energy-kwh', [{ seed: 1, values: { 'lighting-energy-kwh': 44.62 } }], [{ seed: 1, values: { 'lighting-energy-kwh': 44.38 } }])!;
  expect(saidFigure(energy, 'en')).toMatchObject({ baseline: '44.6', scenario: '44.4', difference: '−0.2', percent: '−0.5%' });
});

test('the question that changes something leads, on whichever side it stands, and no figure stands twice', () => {
  for (const names of [leadingIndicators(baseline, busPriorityOff), leadingIndicators(busPriorityOff, baseline)]) {
    expect(names.slice(0, busPriorityOff.indicators.length)).toEqual(busPriorityOff.indicators);
    // Beside it all that the city as it is tells, but for a year of lighting, which buses cannot move.
    expect([...names].sort()).toEqual([...new Set([...baseline.indicators, ...busPriorityOff.indicators])].filter((name) => !cityIndicators.includes(name)).sort());
  }
  for (const [one, other] of [[baseline, busPriorityOff], [busPriorityOff, baseline]] as const) expect(askedIndicators(one, other)).toEqual(busPriorityOff.indicators);
  // What is expected of a figure asks for it as well.
  const expecting = { ...busPriorityOff, indicators: ['bus-mean-delay-s'] as const, expected: [{ indicator: 'collisions', moves: 'stays', most: 0, unit: 'own', why: 'nobody drives otherwise' }] as const };
  expect(askedIndicators(baseline, expecting)).toEqual(['bus-mean-delay-s', 'collisions']);
  expect(leadingIndicators(baseline, expecting)).toContain('collisions');
  expect(leadingIndicators(baseline, dimAfterMidnight)).toEqual(expect.arrayContaining([...cityIndicators]));
  // Another city, whose plans were edited, changes something without a list of changes.
  const ofCity = { ...baseline, ofCity: { file: 'mine.twin', differs: ['intervals'] } };
  expect(leadingIndicators(busPriorityOff, ofCity)[0]).toBe(baseline.indicators[0]);
});

describe('verdicts', () => {
  const runs = (name: string, values: readonly (number | null)[]): MeasuredRun[] => values.map((value, at) => ({ seed: at + 1, values: { [name]: value } }));
  const verdict = (name: 'bus-mean-delay-s' | 'bus-punctuality-percent' | 'vehicle-kilometres', before: readonly (number | null)[], after: readonly (number | null)[]) =>
    compareRuns(name, runs(name, before), runs(name, after))?.verdict;

  test('less delay is better, less punctuality is worse, fewer kilometres are neither', () => {
    expect(verdict('bus-mean-delay-s', [60, 62, 61], [50, 51, 52])).toBe('better');
    expect(verdict('bus-punctuality-percent', [90, 91, 92], [80, 81, 83])).toBe('worse');
    expect(verdict('vehicle-kilometres', [100, 110, 120], [90, 101, 109])).toBe('changed');
  });

  test('a difference that chance explains is unclear', () => {
    expect(verdict('bus-mean-delay-s', [60, 50, 70], [50, 61, 69])).toBe('unclear');
  });

  test('one pair allows no interval and no verdict', () => {
    const one = compareRuns('bus-mean-delay-s', runs('bus-mean-delay-s', [60]), runs('bus-mean-delay-s', [20]))!;
    expect(one.interval95).toBeNull();
    expect(one.verdict).toBe('single');
    expect(one.differenceMean).toBe(-40);
  });

  test('two pairs, and differences that are all alike, are too few to tell: no verdict', () => {
    expect(verdict('bus-mean-delay-s', [60, 62], [50, 51])).toBe('few');
    const alike = compareRuns('bus-mean-delay-s', runs('bus-mean-delay-s', [60, 62, 61]), runs('bus-mean-delay-s', [50, 52, 51]))!;
    expect(alike).toMatchObject({ verdict: 'few', interval95: null, differenceMean: -10 });
  });

  test('where no chance is involved one pair says all', () => {
    const one = compareRuns('lighting-energy-kwh', runs('lighting-energy-kwh', [70]), runs('lighting-energy-kwh', [60]))!;
    expect(one).toMatchObject({ verdict: 'better', interval95: { low: -10, high: -10 } });
    // Lamps that follow the traffic: seeds differ, and chance has a part after all.
    const adaptive = compareRuns('lighting-energy-kwh', runs('lighting-energy-kwh', [70, 70, 70]), runs('lighting-energy-kwh', [60, 66, 75]))!;
    expect(adaptive).toMatchObject({ verdict: 'unclear' });
    expect(adaptive.interval95!.high).toBeGreaterThan(0);
  });

  describe('lamps that follow the traffic of either side', () => {
    const energy = (before: readonly number[], after: readonly number[], lampsFollowTraffic = true) => compareRuns('lighting-energy-kwh', runs('lighting-energy-kwh', before), runs('lighting-energy-kwh', after), { lampsFollowTraffic })!;

    test('leave one seed without a verdict, two as well, and some that are alike', () => {
      expect(energy([1275], [692])).toMatchObject({ verdict: 'single', interval95: null, percentInterval95: null });
      expect(energy([1275, 1275], [692, 690])).toMatchObject({ verdict: 'few' });
      expect(energy([1275, 1275, 1275], [692, 692, 692])).toMatchObject({ verdict: 'few', interval95: null });
      expect(energy([1275], [1275])).toMatchObject({ verdict: 'same' });
      expect(answerSentence([energy([1275], [692])], 'en')).toMatch(/chance is not ruled out/);
    });

    test('have an interval that pages print; nobody says that no chance is involved', () => {
      const said = saidFigure(energy([1275, 1270, 1280], [692, 690, 650]), 'en');
      // −583, −580, −630: −597.7 ± 4.3027 · 28.04 / √3.
      expect(said.interval).toBe('−667 to −528');
      expect(said.sureness).toBe('better (95% interval: −667 to −528)');
      for (const language of ['en', 'fr'] as const) expect(JSON.stringify(saidFigure(energy([1275], [692]), language))).not.toMatch(/no chance|sans aléa/);
      expect(saidFigure(energy([1275], [692], false), 'en').sureness).toBe('better (no chance involved)');
    });

    test('change nothing of the figures of the city itself', () => {
      const one = compareRuns('lighting-below-class-km', runs('lighting-below-class-km', [10]), runs('lighting-below-class-km', [12]), { lampsFollowTraffic: true });
      expect(one).toMatchObject({ verdict: 'worse', interval95: { low: 2, high: 2 } });
    });

    test('are known of a kept comparison and of every point of a sweep', async () => {
      const saved = (yearLacks?: 'traffic' | 'orders') => judgingOf({ baseline: {}, scenario: yearLacks ? { yearLacks } : {} } as SavedComparison).lampsFollowTraffic;
      expect([saved(), saved('orders'), saved('traffic')]).toEqual([false, false, true]);
      const adaptive = (quietShare: unknown) => [{ change: 'adaptive-lighting', why: 'Trial of detectors', zone: 'all', from: '22:00', until: '05:00', rule: { by: 'presence', quietShare } }];
      const folder = mkdtempSync(join(tmpdir(), 'jumeau-adaptive-')), path = join(folder, 'lamps.json');
      writeFileSync(path, JSON.stringify({ changes: adaptive({ parameter: 'share' }), parameters: { share: { values: [0.3, 0.5] } }, indicators: ['lighting-energy-kwh'], seeds: 1 }));
      try {
        const sides = await sweepSides(openTerminal('en', true), await openSweep(path, {}), busTown(), () => dayOf(1), new AbortController().signal);
        expect([sides.baseline, ...sides.points].map(({ lampsFollowTraffic }) => lampsFollowTraffic)).toEqual([false, true, true]);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  });

  test('equal runs are the same, not unclear', () => expect(verdict('bus-mean-delay-s', [60, 50], [60, 50])).toBe('same'));

  test('only seeds that both sides have are paired, and only where there is a value', () => {
    const before = [{ seed: 1, values: { rescues: 3 } }, { seed: 2, values: { rescues: null } }, { seed: 9, values: { rescues: 50 } }];
    const after = [{ seed: 2, values: { rescues: 7 } }, { seed: 1, values: { rescues: 5 } }];
    expect(compareRuns('rescues', before, after)).toMatchObject({ pairs: 1, baselineMean: 3, scenarioMean: 5 });
    expect(compareRuns('rescues', before.slice(1), after)).toBeUndefined();
  });

  test('pairing removes what both sides share: the same difference on noisy days is clear', () => {
    expect(verdict('bus-mean-delay-s', [20, 200, 90], [25, 206, 94])).toBe('worse');
  });
});
