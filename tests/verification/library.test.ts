// Goal: every question of the library says beforehand what is expected of it, and what was found is held against that; at proof size it is found again.
import { afterAll, describe, expect, test } from 'vitest';
import { changeKinds, type Change } from '../../scenarios/changes/change.ts';
import { isAsExpected } from '../../scenarios/questions/found.ts';
import { baseline } from '../../scenarios/questions/baseline.ts';
import { questionNamed, questions } from '../../scenarios/questions/library.ts';
import { questionOfFile } from '../../scenarios/questions/own-question.ts';
import { expectationSchema } from '../../scenarios/questions/question-schema.ts';
import { tramPriority } from '../../scenarios/questions/tram-priority.ts';
import { cityFromTwin } from '../../cli/city.ts';
import { planSides, readWishes } from '../../cli/plan.ts';
import { jumeauJson, makeWorkplace } from '../situations/command.ts';
import { busTown } from './bus-town.ts';

const asked = questions.filter(({ changes }) => changes.length > 0);

test('every question that changes something expects something of its leading figures, in both languages, and asks against a question that there is', () => {
  for (const { name, expected = [], indicators, against = 'baseline' } of asked) {
    expect([name, expected.length > 0, questionNamed(against)?.name]).toEqual([name, true, against]);
    for (const expectation of expected) {
      expect([name, expectationSchema.safeParse(expectation).error]).toEqual([name, undefined]);
      expect([name, expectation.indicator, indicators.includes(expectation.indicator), (expectation.least ?? 0) <= expectation.most]).toEqual([name, expectation.indicator, true, true]);
      expect(Object.keys(expectation.why)).toEqual(['fr', 'en']);
    }
  }
});

test('what was found is what was expected, or is said to be a surprise, with its reason; no surprise is said of what was expected', () => {
  let held = 0;
  for (const { name, expected = [], found } of asked) {
    for (const expectation of expected) {
      const isHeld = found && isAsExpected(expectation, found);
      if (isHeld === undefined) continue;
      held++;
      expect([name, expectation.indicator, isHeld || found!.surprises?.[expectation.indicator] !== undefined]).toEqual([name, expectation.indicator, true]);
      expect([name, expectation.indicator, isHeld && found!.surprises?.[expectation.indicator]]).toEqual([name, expectation.indicator, isHeld ? undefined : false]);
    }
    for (const { indicator, difference, low, high } of found?.figures ?? []) expect([name, indicator, low <= difference && difference <= high]).toEqual([name, indicator, true]);
  }
  expect(held).toBeGreaterThan(8);
});

test.each([
  ['falls by a tenth', { moves: 'falls', least: 5, most: 20, unit: 'percent' }, -10, true], ['rises instead', { moves: 'falls', least: 5, most: 20, unit: 'percent' }, 10, false], ['falls too little', { moves: 'falls', least: 5, most: 20, unit: 'percent' }, -4, false],
  ['falls too much', { moves: 'falls', least: 5, most: 20, unit: 'percent' }, -21, false], ['stays within its bounds below 0', { moves: 'stays', most: 3, unit: 'own' }, -3, true], ['moves where it should stay', { moves: 'stays', most: 3, unit: 'own' }, 3.1, false], ['rises from 0', { moves: 'rises', most: 5, unit: 'own' }, 0, true],
] as const)('%s: told by head', (_, expectation, difference, is) => {
  const found = { figures: [{ indicator: 'traffic-co2-kg', baseline: 100, difference, low: difference, high: difference }] } as const;
  expect(isAsExpected({ indicator: 'traffic-co2-kg', why: 'by head, no more', ...expectation }, found)).toBe(is);
  expect(isAsExpected({ indicator: 'rescues', why: 'by head, no more', ...expectation }, found)).toBeUndefined();
});

test.each(Object.keys(changeKinds) as Change['change'][])('a file with a change of %s is answered by figures of a question on the like, and by those of lighting only where it may move them', (kind) => {
  const { indicators } = questionOfFile('mine.yaml', changeKinds[kind].schema.meta()!.examples as Change[]), isOfLamps = lampKinds.has(kind);
  expect(asked.some((question) => question.indicators.filter((name) => isOfLamps || kind === 'weather-night' || !name.startsWith('lighting-')).every((name, at) => name === indicators[at]))).toBe(true);
  expect([indicators[0]!.startsWith('lighting-'), indicators.some((name) => name.startsWith('lighting-'))]).toEqual([isOfLamps, isOfLamps || kind === 'weather-night']);
  expect(new Set(indicators).size).toBe(indicators.length);
});
const lampKinds: ReadonlySet<string> = new Set(['dim-lamps', 'lamp-replacement', 'lighting-program', 'switching-rule', 'adaptive-lighting', 'lighting-override', 'communication-loss', 'cabinet-control']);

test('held against the city as it is, a question is asked over its own span, whichever side it stands on', () => {
  const city = cityFromTwin(busTown(), 'town.twin'), sides = [baseline, { ...tramPriority, ownSpan: true as const }].map((question) => ({ city, question }));
  for (const asked of [sides, [...sides].reverse()]) {
    for (const { settings } of planSides(asked, readWishes({}), 1)) expect([settings.measuredFromS ?? settings.fromS, settings.untilS]).toEqual([7 * 3600, 8 * 3600]);
  }
});

interface Compared { indicators: { indicator: string; differenceMean: number }[] }

// Reduced: one question of a year, which needs no run. Full: all that was found, of runs with the first seed alone, which is a third of the processor time and more.
const found = asked.filter((question) => question.found), again = process.env['JUMEAU_PROOF'] === '1' ? found : found.filter(({ name }) => name === 'dark-villages');
describe(`found again (${again.length} of ${found.length} questions; all with JUMEAU_PROOF=1)`, () => {
  // One store: what is held against the city as it is in the same hour shares its run.
  const place = makeWorkplace();
  afterAll(() => place.remove());
  test.each(again)('$name', ({ name, against = 'baseline', found: was }) => {
    const { runs, figures } = was!, { indicators } = jumeauJson<Compared>(place, 'compare', against, name, ...(runs ? ['--from', runs.from, '--hours', String(runs.hours), '--seeds', '1'] : []));
    for (const { indicator, difference, low, high } of figures) {
      const { differenceMean } = indicators.find((one) => one.indicator === indicator)!, halfWidth = Math.max(high - difference, difference - low);
      // One more difference of the kind that the interval was made of lies, 19 times out of 20, within √(n + 1) half-widths of their mean; figures are written down with so many digits.
      const most = halfWidth * Math.sqrt((runs?.seeds ?? 0) + 1) + 0.005 * Math.max(Math.abs(low), Math.abs(high));
      expect([indicator, differenceMean, Math.abs(differenceMean - difference) <= most]).toEqual([indicator, differenceMean, true]);
    }
  }, 600_000);
});
