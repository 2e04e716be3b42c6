import { indicatorNamed, type IndicatorName } from '../scenarios/measure/indicators.ts';
import { unitAfter } from '../scenarios/language/plural.ts';
import { alignedRows, type Terminal } from './terminal.ts';

type Values = Readonly<Partial<Record<IndicatorName, number | null>>>;

/** Indicators of one run, one a line; what could not be measured shows a dash. `against`: values to tell the change from. */
export function indicatorText(terminal: Terminal, names: readonly IndicatorName[], values: Values, against?: Values): string[] {
  return alignedRows(names.map((name) => {
    const { title, unit, decimals } = indicatorNamed(name);
    const value = values[name] ?? null;
    const change = against ? changeFrom(terminal, name, against[name] ?? null, value) : '';
    return [title[terminal.language], value === null ? '–' : terminal.number(value, decimals), `${unitAfter(Number((value ?? 2).toFixed(decimals)), unit[terminal.language], terminal.language)}${change}`] as const;
  })).map(terminal.spaced);
}

function changeFrom({ words, numbers, language }: Terminal, name: IndicatorName, was: number | null, is: number | null): string {
  if (was === null || is === null) return '';
  if (was === is) return `  (${words.verdictSame})`;
  const { unit, relative, decimals } = indicatorNamed(name);
  // From 60 to 66 % is 6 points: "10 %" would be read as either.
  if (unit.en.startsWith('%')) return `  (${numbers.signed(is - was, 1)} points)`;
  // A delay that may be negative has no per cent that means anything.
  if (!relative) return `  (${numbers.signed(is - was, decimals)} ${unitAfter(Number((is - was).toFixed(decimals)), unit[language], language)})`;
  return was === 0 ? '' : `  (${numbers.signedPercent((100 * (is - was)) / Math.abs(was))})`;
}
