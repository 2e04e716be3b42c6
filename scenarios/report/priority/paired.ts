import { FEWEST_PAIRS } from '../../compare/compare-runs.ts';
import { pairedInterval } from '../../compare/paired-mean.ts';
import { intervalDecimals } from '../../compare/interval-decimals.ts';
import { numbersIn } from '../../language/numbers.ts';
import type { Language } from '../../language/language.ts';
import { markup, type Markup } from '../figures/markup.ts';
import type { PriorityInput, PriorityRun } from './priority-input.ts';

/** A figure on both sides, over the seeds that have it on both. */
export interface Paired { was: number; is: number; difference: number; interval95: { low: number; high: number } | null; pairs: number }

/** Seed by seed; undefined where no seed has the figure on both sides. */
export function paired({ baseline, scenario }: Pick<PriorityInput, 'baseline' | 'scenario'>, valueOf: (run: PriorityRun) => number | null | undefined): Paired | undefined {
  const pairs = baseline.runs.flatMap((before) => {
    const after = scenario.runs.find(({ seed }) => seed === before.seed), was = valueOf(before), is = after && valueOf(after);
    return was == null || is == null ? [] : [{ was, is }];
  });
  if (pairs.length === 0) return undefined;
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const differences = pairs.map(({ was, is }) => is - was), { interval95 } = pairedInterval(differences);
  return { was: mean(pairs.map(({ was }) => was)), is: mean(pairs.map(({ is }) => is)), difference: mean(differences), interval95: pairs.length < FEWEST_PAIRS ? null : interval95, pairs: pairs.length };
}

/** Whether the interval leaves 0 out, on the good side or the bad one; less is better where nothing else is said. */
export function leaning({ difference, interval95 }: Paired, better: 'higher' | 'lower' = 'lower'): 'better' | 'worse' | '' {
  if (!interval95 || interval95.low === interval95.high || (interval95.low <= 0 && interval95.high >= 0)) return '';
  return difference < 0 === (better === 'lower') ? 'better' : 'worse';
}

/** One cell: from what to what, below it the difference with its interval. `data-` attributes hold the numbers in full. */
export function pairedCell(one: Paired | undefined, name: string, decimals: number, language: Language, better?: 'higher' | 'lower'): Markup {
  if (!one) return markup`<td class="number">–</td>`;
  const { plain, signed } = numbersIn(language), { was, is, difference, interval95 } = one, lean = leaning(one, better), shown = interval95 && lean !== '' ? intervalDecimals(interval95, decimals) : decimals;
  const interval = interval95 ? markup` <span class="unit">[${signed(interval95.low, shown)} ; ${signed(interval95.high, shown)}]</span>` : undefined;
  return markup`<td class="number" data-figure="${name}" data-was="${was}" data-is="${is}" data-low="${interval95?.low}" data-high="${interval95?.high}">${plain(was, decimals)} → ${plain(is, decimals)}<br><span class="lean ${lean}">${lean === '' ? undefined : markup`<span class="mark" aria-hidden="true"></span>`}${signed(difference, shown)}</span>${interval}</td>`;
}
