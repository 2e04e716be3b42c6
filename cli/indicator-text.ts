import type { IndicatorName } from '../scenarios/measure/indicators.ts';
import { indicatorNamed } from '../scenarios/measure/indicators.ts';
import { alignedRows, type Terminal } from './terminal.ts';

/** Indicators of one run, one a line; what could not be measured shows a dash. */
export function indicatorText(terminal: Terminal, names: readonly IndicatorName[], values: Readonly<Record<IndicatorName, number | null>>): string[] {
  return alignedRows(names.map((name) => {
    const { title, unit, decimals } = indicatorNamed(name);
    const value = values[name];
    return [title[terminal.language], value === null ? '–' : terminal.number(value, decimals), unit[terminal.language]] as const;
  }));
}
