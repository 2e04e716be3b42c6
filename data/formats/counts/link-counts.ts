import { parseClock } from '../../../engine/foundation/clock.ts';
import type { Checked } from '../../../engine/foundation/problem.ts';
import { tableFrom, f64, text, type Table } from '../../../engine/foundation/table.ts';
import { makeProblemList, placeName } from '../problem-list.ts';
import { countNumber, csvLines } from './csv-lines.ts';

/** Counts of links of a twin, by name: the plain file that anyone can write, `link,hour,vehicles`. */
export const namedCountColumns = {
  link: text('the name of the link in the twin'),
  fromS: f64('start of the hour, seconds since midnight'),
  untilS: f64('end of the hour'),
  vehicleCount: f64('vehicles that went on from the link to another one'),
};

export type NamedCounts = Table<typeof namedCountColumns>;

const HOUR_S = 3600;

/** `hour` is 0 to 23, or a time of day such as 07:30; each row counts one hour from then on. */
export function readLinkCounts(file: string, content: string): Checked<NamedCounts> {
  const problems = makeProblemList();
  const rows: { link: string; fromS: number; untilS: number; vehicleCount: number }[] = [];
  const seen = new Set<string>();
  for (const { line, text: field } of csvLines(file, content, ['link', 'hour', 'vehicles'], problems)) {
    const link = field('link'), where = placeName({ file, line }), fromS = startS(field('hour')), vehicleCount = countNumber(field('vehicles'));
    if (link === '') problems.error('counts-no-link', where);
    if (fromS === undefined) problems.error('counts-not-an-hour', where, { value: field('hour').slice(0, 40) });
    if (vehicleCount === undefined) problems.error('counts-not-a-number', where, { value: field('vehicles').slice(0, 40) });
    if (link === '' || fromS === undefined || vehicleCount === undefined) continue;
    if (seen.has(`${link} ${fromS}`)) problems.error('counts-twice', where, { link, hour: field('hour') });
    seen.add(`${link} ${fromS}`);
    rows.push({ link, fromS, untilS: fromS + HOUR_S, vehicleCount });
  }
  if (rows.length === 0 && !problems.hasErrors()) problems.error('counts-empty', file);
  return problems.hasErrors() ? { problems: problems.all() } : { value: tableFrom(namedCountColumns, rows), problems: problems.all() };
}

function startS(field: string): number | undefined {
  if (/^\d{1,2}$/.test(field)) return Number(field) < 24 ? Number(field) * HOUR_S : undefined;
  return parseClock(field);
}
