import { parseClock } from '../engine/foundation/clock.ts';
import type { Problem } from '../engine/foundation/problem.ts';

/** Reads values of options; what cannot be read is collected, so that all of it is said at once. */
export interface OptionReader {
  whole(option: string, value: string | undefined, least: number, most: number): number | undefined;
  decimal(option: string, value: string | undefined, least: number, most: number): number | undefined;
  clockS(option: string, value: string | undefined): number | undefined;
  problems: Problem[];
}

export function makeOptionReader(): OptionReader {
  const problems: Problem[] = [];
  const number = (whole: boolean) => (option: string, value: string | undefined, least: number, most: number): number | undefined => {
    if (value === undefined) return undefined;
    const read = value.trim() === '' ? NaN : Number(value.replace(',', '.')); // 0,5 as the French write it.
    if (read >= least && read <= most && (!whole || Number.isInteger(read))) return read;
    problems.push({ severity: 'error', code: 'cli-not-a-number', where: option, parameters: { value, least, most, whole: whole ? 1 : 0 } });
    return undefined;
  };
  return {
    problems,
    whole: number(true),
    decimal: number(false),
    clockS(option, value) {
      if (value === undefined) return undefined;
      const read = parseClock(value);
      if (read === undefined) problems.push({ severity: 'error', code: 'cli-not-a-time', where: option, parameters: { value } });
      return read;
    },
  };
}
