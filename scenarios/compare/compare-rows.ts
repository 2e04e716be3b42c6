import { pairedInterval } from './paired-mean.ts';

type Row = Readonly<Record<string, number | string | null>>;

/** Rows of one run, by a key that names the same thing in every run: a line, a stop, a junction. */
export type KeyedRows = ReadonlyMap<string, Row>;

/** One number over several seeds: its mean and how far it is known, 95 % interval; null with one seed, or where nothing spreads. */
export interface OverSeeds { seeds: number; mean: number; interval95: { low: number; high: number } | null }

/** One thing over several seeds, number by number; texts of it as they are. */
export interface RowOverSeeds { key: string; texts: Record<string, string>; numbers: Record<string, OverSeeds> }

/** Means over the runs of one side. What a run lacks is left out there: a line that did not run, a wait of nobody. */
export function rowsOverSeeds(runs: readonly KeyedRows[]): RowOverSeeds[] {
  return keysOf(runs).map((key) => {
    const own = runs.map((run) => run.get(key)).filter((row) => row !== undefined);
    return { key, texts: textsOf(own[0]!), numbers: overSeeds(own, (row, name) => row[name], Object.keys(own[0]!)) };
  });
}

/** The second side minus the first, pair by pair: runs of both stand in the order of their seeds. */
export function differencesOverSeeds(before: readonly KeyedRows[], after: readonly KeyedRows[]): RowOverSeeds[] {
  return keysOf(after).flatMap((key) => {
    const pairs = before.flatMap((run, at) => {
      const was = run.get(key), is = after[at]?.get(key);
      return was && is ? [{ was, is }] : [];
    });
    if (pairs.length === 0) return [];
    const difference = ({ was, is }: (typeof pairs)[number], name: string): number | null =>
      typeof was[name] === 'number' && typeof is[name] === 'number' ? is[name] - was[name] : null;
    return [{ key, texts: textsOf(pairs[0]!.is), numbers: overSeeds(pairs, difference, Object.keys(pairs[0]!.is)) }];
  });
}

/** In the order in which the runs first name them. */
const keysOf = (runs: readonly KeyedRows[]): string[] => [...new Set(runs.flatMap((run) => [...run.keys()]))];

const textsOf = (row: Row): Record<string, string> =>
  Object.fromEntries(Object.entries(row).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

function overSeeds<One>(rows: readonly One[], read: (row: One, name: string) => unknown, names: readonly string[]): Record<string, OverSeeds> {
  const numbers: Record<string, OverSeeds> = {};
  for (const name of names) {
    const values = rows.map((row) => read(row, name)).filter((value): value is number => typeof value === 'number');
    if (values.length === 0) continue;
    const { mean, interval95 } = pairedInterval(values);
    numbers[name] = { seeds: values.length, mean, interval95: interval95 && interval95.high > interval95.low ? interval95 : null };
  }
  return numbers;
}
