// Goal: every question of the library says beforehand what is expected of it, and what was found is held against that; at proof size it is found again.
import { describe, expect, test } from 'vitest';
import { isAsExpected } from '../../scenarios/questions/found.ts';
import { questionNamed, questions } from '../../scenarios/questions/library.ts';
import { expectationSchema } from '../../scenarios/questions/question-schema.ts';
import { jumeauJson, makeWorkplace } from '../situations/command.ts';

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

interface Compared { indicators: { indicator: string; differenceMean: number; interval95: { low: number; high: number } | null }[] }

// Reduced: figures of a year, which need no run. Full: all that was found is run again.
const again = asked.filter(({ found }) => found && (process.env['JUMEAU_PROOF'] || !found.runs));
describe(`found again (${again.length} of ${asked.filter(({ found }) => found).length} questions; all with JUMEAU_PROOF=1)`, () => {
  test.each(again)('$name', ({ name, against = 'baseline', found, expected = [] }) => {
    const place = makeWorkplace(), { runs } = found!;
    try {
      const { indicators } = jumeauJson<Compared>(place, 'compare', against, name, ...(runs ? ['--from', runs.from, '--hours', String(runs.hours), '--seeds', String(runs.seeds)] : []));
      for (const { indicator, low, high } of found!.figures) {
        const { differenceMean, interval95 } = indicators.find((one) => one.indicator === indicator)!, spread = interval95 ?? { low: differenceMean, high: differenceMean };
        // Written down with so many digits; rules of the engine move from one version to the next, so intervals have to meet and no more.
        const slack = 0.005 * Math.max(Math.abs(low), Math.abs(high));
        expect([indicator, spread, spread.low <= high + slack && spread.high >= low - slack]).toEqual([indicator, spread, true]);
      }
      expect(expected.length).toBeGreaterThan(0);
    } finally {
      place.remove();
    }
  }, 3_600_000);
});
