import type { Checked } from '../../../engine/foundation/problem.ts';
import { makeProblemList, placeName } from '../problem-list.ts';
import { csvRows, fieldNumber } from './csv-rows.ts';

/** Watts of a kind of lamp, as a sample of them measured. */
export interface ReadWatts { side: 'before' | 'after'; kind: string; meanW: number; deviationW: number; sampleCount: number }

const MOST_W = 5000;

/** Columns `side` (before, after), `kind` (as the inventory calls it, or its watts), `mean_w`, `deviation_w` (standard deviation of the sample), `sample` (lamps measured). */
export function readWatts(file: string, content: string): Checked<ReadWatts[]> {
  const problems = makeProblemList(), { rows } = csvRows(file, content, ['side', 'kind', 'mean_w', 'deviation_w', 'sample'], problems);
  const watts: ReadWatts[] = [], seen = new Set<string>();
  for (const { line, text } of rows) {
    const where = placeName({ file, line }), side = sideOf(text('side')), kind = /^\d+([.,]\d+)?$/.test(text('kind')) ? `${Number(text('kind').replace(',', '.'))} W` : text('kind');
    const [meanW, deviationW, sampleCount] = ['mean_w', 'deviation_w', 'sample'].map((column) => fieldNumber(text(column)) ?? NaN) as [number, number, number];
    if (side === undefined) problems.error('savings-not-a-side', where, { value: text('side').slice(0, 40) });
    if (kind === '') problems.error('savings-no-kind', where);
    if (!(meanW > 0 && meanW <= MOST_W)) problems.error('savings-not-between', where, { column: 'mean_w', value: text('mean_w').slice(0, 40), least: 0, isExclusive: 1, most: MOST_W });
    if (!(deviationW >= 0 && deviationW <= MOST_W)) problems.error('savings-not-between', where, { column: 'deviation_w', value: text('deviation_w').slice(0, 40), least: 0, isExclusive: 0, most: MOST_W });
    // One lamp has no spread: its uncertainty could not be told.
    if (!(Number.isInteger(sampleCount) && sampleCount >= 2 && sampleCount <= 1_000_000)) problems.error('savings-not-a-sample', where, { value: text('sample').slice(0, 40) });
    if (seen.has(`${side} ${kind}`)) problems.error('savings-kind-twice', where, { kind: kind.slice(0, 80) });
    seen.add(`${side} ${kind}`);
    if (side !== undefined) watts.push({ side, kind, meanW, deviationW, sampleCount });
  }
  return problems.hasErrors() ? { problems: problems.all() } : { value: watts, problems: problems.all() };
}

function sideOf(field: string): ReadWatts['side'] | undefined {
  const word = field.toLowerCase();
  return word === 'before' || word === 'avant' ? 'before' : word === 'after' || word === 'après' || word === 'apres' ? 'after' : undefined;
}
