// Goal: the comparison with SUMO computes what its limits say, on numbers that a reader checks by head.
import { describe, expect, test } from 'vitest';
import { geh } from '../../scenarios/compare/geh.ts';
import { compareSideBySide, type ComparedFigure, type FigureName } from '../../scenarios/validate/comparison.ts';
import { linkAgreement, linkCells, meanCells } from '../../scenarios/validate/link-cells.ts';
import type { ObservedCounts, ObservedLink, ObservedRun } from '../../scenarios/validate/observed-run.ts';
import { median, standardDeviation } from '../../scenarios/validate/spread.ts';
import { validationPage } from '../../scenarios/validate/validation-page.ts';
import { worstTimes } from '../../scenarios/validate/worst-links.ts';

const all: ObservedCounts = { inserted: 1000, arrived: 1000, running: 0, waiting: 0, rescued: 0 };
const quarter = (link: string, entered: number, travelTimeS: number | undefined, fromS = 0, lastsS = 900): ObservedLink => ({ link, entered, travelTimeS, fromS, untilS: fromS + lastsS, vehicleSeconds: entered * (travelTimeS ?? 0) });
const aRun = (seed: number, { durationS = 100, timeLossS = 50, links = [quarter('main', 90, 20)], counts = {} }: { durationS?: number; timeLossS?: number; links?: ObservedLink[]; counts?: Partial<ObservedCounts> } = {}): ObservedRun => ({
  seed, links, counts: { ...all, ...counts }, moments: [{ timeS: 0, running: 0 }, { timeS: 60, running: 30 }],
  trips: [{ name: 'bus', durationS, timeLossS, departDelayS: 0 }, { name: 'car', durationS, timeLossS, departDelayS: 2 }],
});
const figureOf = (name: FigureName, reference: ObservedRun[], ours: ObservedRun[]): ComparedFigure =>
  compareSideBySide(reference, ours, new Set(['bus'])).figures.find((figure) => figure.name === name)!;

test('GEH of two hourly flows', () => {
  expect(geh(0, 0)).toBe(0);
  expect(geh(90, 110)).toBe(2); // sqrt(2 x 20^2 / 200)
  expect(geh(0, 50)).toBe(10); // sqrt(2 x 50^2 / 50)
  expect(geh(110, 90)).toBe(geh(90, 110));
});

test('middle and spread', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 12);
  expect(standardDeviation([5])).toBe(0);
});

describe('links by quarter of an hour', () => {
  test('a link that one side does not list carried nobody there; fewer than ten vehicles on both say nothing', () => {
    const cells = linkCells(aRun(1, { links: [quarter('a', 20, 8), quarter('b', 9, 8)] }), aRun(1, { links: [quarter('b', 9, 8), quarter('c', 15, 8)] }));
    expect(cells.map(({ link, flowsPerHour, travelTimesS }) => [link, ...flowsPerHour, travelTimesS])).toEqual([['a', 80, 0, undefined], ['c', 0, 60, undefined]]);
  });

  test('quarters that begin ten seconds apart are the same; the one that a run ends in is left out', () => {
    const reference = aRun(1, { links: [quarter('a', 40, 10, 53990), quarter('a', 40, 10, 54890), quarter('a', 40, 10, 55790, 600)] });
    const ours = aRun(1, { links: [quarter('a', 40, 12, 54000), quarter('a', 30, 12, 54900), quarter('a', 40, 12, 55800, 590)] });
    expect(linkCells(reference, ours).map(({ fromS, flowsPerHour }) => [fromS, ...flowsPerHour])).toEqual([[53990, 160, 160], [54890, 160, 120]]);
  });

  test('agreement is counted over single runs; the means are for looking at', () => {
    // 400 against 500 and 300 an hour: GEH 4.7 and 5.3; against their mean, 0.
    const cells = [125, 75].flatMap((entered) => linkCells(aRun(1, { links: [quarter('a', 100, 10)] }), aRun(2, { links: [quarter('a', entered, 11)] })));
    expect(linkAgreement(cells)).toEqual({ cells: 2, gehBelow5Share: 0.5, travelTimeErrorShare: expect.closeTo(0.1, 12) as number });
    expect(meanCells(cells)).toMatchObject([{ link: 'a', flowsPerHour: [400, 400], geh: 0, travelTimesS: [10, 11] }]);
  });
});

test('time on links: means over the runs of either side, those where trips begin among them, the widest apart first', () => {
  const reference = [aRun(1, { links: [quarter('a', 100, 10), quarter('b', 0, undefined)] })];
  const ours = [aRun(1, { links: [quarter('a', 100, 10), quarter('a', 10, 20, 900)] }), aRun(2, { links: [quarter('a', 100, 10), quarter('c', 5, 60)] })];
  expect(worstTimes(reference, ours, 2)).toEqual([{ link: 'c', vehicleSeconds: [0, 150] }, { link: 'a', vehicleSeconds: [1000, 1100] }]);
});

describe('limits', () => {
  test('a share of few vehicles is one vehicle, for there are no parts of one; none where all arrive in the reference', () => {
    const counts = (inserted: number, running: number) => ({ counts: { inserted, running, arrived: inserted - running } });
    for (const name of ['inserted', 'running'] as const) {
      expect(figureOf(name, [aRun(1, counts(40, 4))], [aRun(1, counts(41, 5))]).verdict).toBe('kept');
      expect(figureOf(name, [aRun(1, counts(40, 4))], [aRun(1, counts(42, 6))]).verdict).toBe('missed');
    }
    expect(figureOf('running', [aRun(1, counts(40, 0))], [aRun(1, counts(40, 1))]).verdict).toBe('missed');
  });

  test('means: 3 %, or two standard deviations between seeds where that is wider', () => {
    const same = [aRun(1), aRun(2)], apart = [aRun(1, { durationS: 90 }), aRun(2, { durationS: 110 })];
    expect(figureOf('duration', same, [aRun(1, { durationS: 103 })])).toMatchObject({ verdict: 'kept', limit: { least: 97, most: 103 } });
    expect(figureOf('duration', same, [aRun(1, { durationS: 103.1 })]).verdict).toBe('missed');
    // 90 and 110: a standard deviation of 10 x sqrt 2, and twice that is 28.3.
    expect(figureOf('duration', apart, [aRun(1, { durationS: 128 })])).toMatchObject({ verdict: 'kept', referenceDeviation: expect.closeTo(14.142, 3) as number });
    expect(figureOf('duration', apart, [aRun(1, { durationS: 129 })]).verdict).toBe('missed');
    expect(figureOf('departDelay', same, [aRun(1)]).verdict).toBeUndefined();
  });

  test('buses: 5 % of their own time loss; a scenario without any is not judged by them', () => {
    expect(figureOf('busTimeLoss', [aRun(1)], [aRun(1, { timeLossS: 52.5 })]).verdict).toBe('kept');
    expect(figureOf('busTimeLoss', [aRun(1)], [aRun(1, { timeLossS: 52.6 })]).verdict).toBe('missed');
    expect(compareSideBySide([aRun(1)], [aRun(1)], new Set()).figures.map(({ name }) => name)).not.toContain('busTimeLoss');
  });

  test('where all arrive in SUMO, all must; elsewhere 1 %, and what lies within the chance of SUMO is called so', () => {
    expect(figureOf('arrived', [aRun(1)], [aRun(1, { counts: { arrived: 999 } })]).verdict).toBe('missed');
    const left = [aRun(1, { counts: { arrived: 900, running: 98 } }), aRun(2, { counts: { arrived: 900, running: 102 } })];
    expect(figureOf('arrived', left, [aRun(1, { counts: { arrived: 892 } })]).verdict).toBe('kept');
    expect(figureOf('running', left, [aRun(1, { counts: { running: 101 } })]).verdict).toBe('kept');
    expect(figureOf('running', left, [aRun(1, { counts: { running: 105 } })]).verdict).toBe('own-spread');
    expect(figureOf('running', left, [aRun(1, { counts: { running: 106 } })]).verdict).toBe('missed');
    expect(figureOf('rescued', [aRun(1)], [aRun(1, { counts: { rescued: 1 } })]).verdict).toBe('missed');
  });

  test('link times: 8 %, or one and a half times what SUMO differs from itself', () => {
    const seconds = (seed: number, travelTimeS: number): ObservedRun => aRun(seed, { links: [quarter('a', 90, travelTimeS)] });
    expect(figureOf('linkTimes', [seconds(1, 100), seconds(2, 100)], [seconds(1, 107)])).toMatchObject({ verdict: 'kept', limit: { most: 0.08 } });
    expect(figureOf('linkTimes', [seconds(1, 100), seconds(2, 100)], [seconds(1, 109)]).verdict).toBe('missed');
    expect(figureOf('linkTimes', [seconds(1, 100), seconds(2, 110)], [seconds(1, 105)])).toMatchObject({ reference: expect.closeTo(0.1, 12) as number, limit: { most: expect.closeTo(0.15, 12) as number } });
  });
});

test.each(['fr', 'en'] as const)('the page (%s) names every scenario and all that is missed, and holds what it needs in itself', (language) => {
  const scenarios = ['<one>', 'two'].map((name, at) => ({ name, fromS: 0, comparison: compareSideBySide([aRun(1), aRun(2)], [aRun(1, { durationS: 100 + 50 * at })], new Set(['bus'])) }));
  const page = validationPage({ language, scenarios, day: undefined, sumoVersion: 'SUMO 1.15', engine: 'test', node: '20' });
  expect(page).toContain('&lt;one&gt;');
  expect(page).not.toContain('<one>');
  expect(page.match(/MISSED|MANQUÉE/g)).toHaveLength(2); // In the table of all limits, and in its own.
  expect(page).toMatch(language === 'fr' ? /Manquées.: two \(Durée moyenne/ : /Missed: two \(Mean duration/);
  expect(page.match(/<svg /g)).toHaveLength(6);
  expect(page).not.toMatch(/NaN|undefined|<script|src=|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
});
