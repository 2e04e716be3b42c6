import type { Checked } from '../../../engine/foundation/problem.ts';
import { tableFrom } from '../../../engine/foundation/table.ts';
import { makeProblemList, placeName } from '../problem-list.ts';
import { countedSpanColumns, NOT_MEASURED, type CountFile } from './counted-spans.ts';
import { countNumber, csvLines } from './csv-lines.ts';

/** 2022-01-01T00:00:00+01:00: local time with what it is ahead of UTC. */
const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/**
 * Measures of the national schema 'comptage-mobilités' (schema.data.gouv.fr, etalab/schema-comptage-mobilites 0.2.5), as
 * Eco-Compteur writes it: `channel_id,counter_id,start_datetime,end_datetime,count`. A station is a channel. Clocks are read as
 * local time: the hour that summer time skips stays empty.
 */
export function readComptageMobilites(file: string, content: string): Checked<CountFile> {
  const problems = makeProblemList();
  let firstDay: number | undefined;
  const rows = csvLines(file, content, ['channel_id', 'start_datetime', 'end_datetime', 'count'], problems).flatMap(({ line, text }) => {
    const from = localS(text('start_datetime')), until = localS(text('end_datetime')), vehicleCount = countNumber(text('count')), where = placeName({ file, line });
    if (from === undefined) problems.warning('counts-not-a-date', where, { value: text('start_datetime').slice(0, 40) });
    if (until === undefined) problems.warning('counts-not-a-date', where, { value: text('end_datetime').slice(0, 40) });
    if (vehicleCount === undefined) problems.warning('counts-not-a-number', where, { value: text('count').slice(0, 40) });
    if (from === undefined || until === undefined || vehicleCount === undefined) return [];
    if (until <= from) {
      problems.warning('counts-ends-before', where);
      return [];
    }
    firstDay = Math.min(firstDay ?? Infinity, Math.floor(from / 86400));
    return [{ station: text('channel_id'), fromS: from, untilS: until, vehicleCount, speedMps: NOT_MEASURED, occupancyShare: NOT_MEASURED }];
  });
  if (rows.length === 0 && !problems.hasErrors()) problems.error('counts-empty', file);
  if (problems.hasErrors() || firstDay === undefined) return { problems: problems.all() };
  const day0S = firstDay * 86400;
  const spans = tableFrom(countedSpanColumns, rows.map((row) => ({ ...row, fromS: row.fromS - day0S, untilS: row.untilS - day0S })));
  return { value: { day: new Date(day0S * 1000).toISOString().slice(0, 10), spans }, problems: problems.all() };
}

/** The clock on the wall as seconds since 1970, whatever the zone. */
function localS(field: string): number | undefined {
  const found = DATE_TIME.exec(field);
  if (!found) return undefined;
  const [year, month, day, hour, minute, second] = found.slice(1).map((part) => Number(part ?? 0));
  const ms = Date.UTC(year!, month! - 1, day!, hour!, minute!, second ?? 0), read = new Date(ms);
  return read.getUTCMonth() === month! - 1 && read.getUTCDate() === day! && hour! < 25 ? ms / 1000 : undefined;
}
