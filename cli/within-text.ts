import type { Comparison } from '../scenarios/compare/compare-runs.ts';
import { intervalDecimals } from '../scenarios/compare/interval-decimals.ts';
import { reachedHalf, type Within } from '../scenarios/compare/two-stage.ts';
import { wordsIn } from '../scenarios/language/language.ts';
import { withinWords } from '../scenarios/language/within.ts';
import { indicatorNamed } from '../scenarios/measure/indicators.ts';
import type { SavedComparison } from '../scenarios/saved/saved-comparison.ts';
import type { Terminal } from './terminal.ts';

const comparisonOf = ({ indicator }: Within, comparisons: readonly Comparison[]): Comparison | undefined => comparisons.find((one) => one.indicator.name === indicator);

/** What was wanted and what of it was reached, figure by figure; nothing where nothing was asked for. */
export function withinText(terminal: Terminal, { within, baseline }: SavedComparison, comparisons: readonly Comparison[]): string[] {
  if (!within) return [];
  const words = wordsIn(withinWords, terminal.language);
  return ['', words.title(within.firstSeeds.length, baseline.runs.length), ...within.wanted.map((one) => {
    const { title, unit, decimals } = indicatorNamed(one.indicator), reached = reachedHalf(one, comparisonOf(one, comparisons));
    const amount = (half: number): string => `${terminal.number(half, intervalDecimals({ low: -one.half, high: half }, decimals))} ${unit[terminal.language]}`;
    const wanted = one.percent === undefined ? amount(one.half) : words.percentIs(terminal.numbers.percent(one.percent, Number.isInteger(one.percent) ? 0 : 1), amount(one.half));
    const said = reached.state === 'reached' ? words.reached(wanted, amount(reached.half))
      : reached.state === 'missed' ? words.missed(wanted, amount(reached.half), terminal.number(reached.pairs), terminal.number(reached.pairsNeeded)) : words[reached.state];
    return `  ${terminal.words.saidBy(title[terminal.language], said)}`;
  })].map(terminal.spaced);
}

/** The same for scripts: the half-width asked for in the indicator's unit, and what came of it. */
export const withinJson = ({ within }: SavedComparison, comparisons: readonly Comparison[]): object =>
  within ? { within: { firstSeeds: within.firstSeeds.length, wanted: within.wanted.map((one) => { const { state, ...reached } = reachedHalf(one, comparisonOf(one, comparisons)); return { indicator: one.indicator, wantedHalf: one.half, state, ...reached }; }) } } : {};
