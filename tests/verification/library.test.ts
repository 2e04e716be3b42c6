// Goal: every question of the library says beforehand what is expected of it, and what was found is held against that; at proof size it is found again.
import { afterAll, describe, expect, test } from 'vitest';
import { changeKinds, type Change } from '../../scenarios/changes/change.ts';
import { outcomeIn, outcomeOf, type Outcome } from '../../scenarios/questions/found.ts';
import { baseline } from '../../scenarios/questions/baseline.ts';
import { questionNamed, questions } from '../../scenarios/questions/library.ts';
import { questionOfFile } from '../../scenarios/questions/own-question.ts';
import { expectationSchema, type Expectation } from '../../scenarios/questions/question-schema.ts';
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

test('what was expected was looked for in every question, and is said to have come otherwise, with its reason, where it did; no surprise is told where it came as expected', () => {
  const outcomes = asked.flatMap(({ name, expected = [], found }) => expected.map((expectation) => {
    const outcome = found && outcomeIn(expectation, found), isSurprise = found?.surprises?.[expectation.indicator] !== undefined, which = `${name} ${expectation.indicator}`;
    expect([which, outcome]).toEqual([which, expect.stringMatching(/^(as-expected|otherwise|unclear)$/)]);
    if (outcome !== 'unclear') expect([which, isSurprise]).toEqual([which, outcome === 'otherwise']);
    return outcome;
  }));
  for (const { name, found } of asked) for (const { indicator, difference, low, high } of found?.figures ?? []) expect([name, indicator, low <= difference && difference <= high]).toEqual([name, indicator, true]);
  // Intervals as wide as the city would leave all of them unclear, and nothing found: most tell.
  expect(outcomes.filter((outcome) => outcome !== 'unclear').length).toBeGreaterThan(outcomes.length / 2);
  console.log(`library: ${['as-expected', 'otherwise', 'unclear'].map((kind) => `${outcomes.filter((outcome) => outcome === kind).length} ${kind}`).join(', ')} of ${outcomes.length} expectations`);
});

const FALLS = { moves: 'falls', least: 5, most: 20, unit: 'percent' }, STAYS = { moves: 'stays', most: 3, unit: 'own' }, RISES = { moves: 'rises', most: 5, unit: 'own' };
test.each<[string, object, [low: number, difference: number, high: number], Outcome]>([
  ['falls by a tenth', FALLS, [-12, -10, -8], 'as-expected'], ['falls by some tenth, with bounds wider than expected', FALLS, [-25, -12, -1], 'as-expected'], ['falls by a tenth, if it falls', FALLS, [-21, -10, 1], 'unclear'],
  ['rises instead', FALLS, [9, 10, 11], 'otherwise'], ['falls too little', FALLS, [-4.9, -4, -3.1], 'otherwise'], ['falls too little, as it seems', FALLS, [-6, -4, -2], 'unclear'], ['falls too much', FALLS, [-22, -21, -20.5], 'otherwise'],
  ['stays within its bounds below 0', STAYS, [-3, -2.5, -2], 'as-expected'], ['stays, as it seems', STAYS, [-4, 0, 4], 'unclear'], ['moves where it should stay', STAYS, [3.1, 4, 5], 'otherwise'], ['is the same where it should stay', { ...STAYS, most: 0 }, [0, 0, 0], 'as-expected'],
  ['rises by nothing, give or take five', RISES, [-5, 0.0001, 5], 'unclear'], ['does not rise at all', RISES, [0, 0, 0], 'otherwise'], ['rises by almost nothing, surely', RISES, [0.00005, 0.0001, 0.00015], 'as-expected'], ['falls instead', RISES, [-3, -2, -1], 'otherwise'], ['falls from where it should rise to, perhaps', RISES, [-3, -1, 0], 'otherwise'],
])('%s: told by head', (_, given, [low, difference, high], outcome) => {
  const expectation = { indicator: 'traffic-co2-kg', why: 'by head, no more', ...given } as Expectation, found = { figures: [{ indicator: 'traffic-co2-kg', baseline: 100, difference, low, high }] } as const;
  expect(outcomeIn(expectation, found)).toBe(outcome);
  expect(outcomeIn({ ...expectation, indicator: 'rescues' }, found)).toBeUndefined();
  expect(outcomeOf({ ...expectation, unit: 'percent' }, { baseline: 0, difference, low, high })).toBeUndefined();
});

test.each(Object.keys(changeKinds) as Change['change'][])('a file with a change of %s is answered by figures of a question on the like, and by those of lighting only where it is about lamps', (kind) => {
  const { indicators } = questionOfFile('mine.yaml', changeKinds[kind].schema.meta()!.examples as Change[]), isOfLamps = lampKinds.has(kind);
  expect(asked.some((question) => question.indicators.filter((name) => isOfLamps || !name.startsWith('lighting-')).every((name, at) => name === indicators[at]))).toBe(true);
  expect([indicators[0]!.startsWith('lighting-'), indicators.some((name) => name.startsWith('lighting-'))]).toEqual([isOfLamps, isOfLamps]);
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

/** One of runs for each subject: priority, lines, signals, works, limits, demand, weather. An hour of the reference city takes 20 s of processor; all of them some nine minutes. */
const OF_RUNS: readonly string[] = ['bus-priority-off', 'more-buses', 'signals-by-people', 'street-works', 'thirty-in-dijon', 'ten-percent-more-cars', 'rainy-morning'];
// Reduced: one question of a year, which needs no run. Full: all of these, and one of each subject that needs runs, with the first seed alone.
const found = asked.filter((question) => question.found), isFull = process.env['JUMEAU_PROOF'] === '1', again = found.filter(({ name, found: was }) => (isFull ? !was!.runs || OF_RUNS.includes(name) : name === 'dark-villages'));
describe(`found again (${again.length} of ${found.length} questions; those of a year and one of each subject with JUMEAU_PROOF=1)`, () => {
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
