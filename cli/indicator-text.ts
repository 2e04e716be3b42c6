import { indicatorNamed, type IndicatorName } from '../scenarios/measure/indicators.ts';
import { alignedRows, type Terminal } from './terminal.ts';

type Values = Readonly<Record<IndicatorName, number | null>>;

/** Indicators of one run, one a line; what could not be measured shows a dash. `against`: values to tell the change from. */
export function indicatorText(terminal: Terminal, names: readonly IndicatorName[], values: Values, against?: Values): string[] {
  return alignedRows(names.map((name) => {
    const { title, unit, decimals } = indicatorNamed(name);
    const value = values[name];
    const change = against ? changeFrom(terminal, against[name], value, unit.en.startsWith('%')) : '';
    return [title[terminal.language], value === null ? '–' : terminal.number(value, decimals), `${unit[terminal.language]}${change}`] as const;
  }));
}

function changeFrom(terminal: Terminal, was: number | null, is: number | null, isShare: boolean): string {
  if (was === null || is === null) return '';
  if (was === is) return `  (${terminal.words.verdictSame})`;
  if (was === 0 && !isShare) return '';
  // From 60 to 66 % is 6 points: "10 %" would be read as either.
  const change = isShare ? is - was : (100 * (is - was)) / Math.abs(was);
  return `  (${change > 0 ? '+' : ''}${terminal.number(change, 1)} ${isShare ? 'points' : '%'})`;
}
