import { clockChangeS, isDate, summerTimeMin } from '../../../engine/foundation/calendar.ts';
import type { Checked } from '../../../engine/foundation/problem.ts';
import { makeProblemList, placeName } from '../problem-list.ts';
import { csvRows, fieldNumber } from './csv-rows.ts';

/** A reading for a month ('YYYY-MM', hour -1) or for an hour of the local clock; `value` undefined where the file has nothing. */
export interface ReadReading { meter: string; month: string; date: string; hour: number; value: number | undefined }
export interface ReadReadings { readings: ReadReading[]; isIndex: boolean; isHourly: boolean }

/**
 * Readings of meters: columns `meter`, then `month` (2026-01) or `hour` (2026-01-15T18:00, local clock, or with its distance from UTC),
 * then `kwh` for consumption or `index_kwh` for what the register shows at the start. Whether a reading makes sense is for
 * whoever compares it: here it only has to be one.
 */
export function readMeters(file: string, content: string, standardOffsetMin: number): Checked<ReadReadings> {
  const problems = makeProblemList(), { columns, rows } = csvRows(file, content, ['meter'], problems);
  const isHourly = columns.includes('hour'), isIndex = columns.includes('index_kwh'), timeColumn = isHourly ? 'hour' : 'month', valueColumn = isIndex ? 'index_kwh' : 'kwh';
  if (columns.length > 0) {
    if (!columns.includes(timeColumn) || (isHourly && columns.includes('month'))) problems.error('savings-one-column-of', file, { columns: 'month, hour', known: columns.join(', ') });
    if (!columns.includes(valueColumn) || (isIndex && columns.includes('kwh'))) problems.error('savings-one-column-of', file, { columns: 'kwh, index_kwh', known: columns.join(', ') });
  }
  const readings: ReadReading[] = [];
  if (!problems.hasErrors()) for (const { line, text } of rows) {
    const where = placeName({ file, line }), meter = text('meter'), value = fieldNumber(text(valueColumn)), time = isHourly ? hourOf(text('hour'), standardOffsetMin) : monthOf(text('month'));
    if (meter === '') problems.error('savings-no-meter', where);
    if (time === undefined && isHourly) problems.error('savings-not-an-hour', where, { value: text(timeColumn).slice(0, 40) });
    else if (time === undefined) problems.error('savings-not-a-month', where, { value: text(timeColumn).slice(0, 40) });
    if (Number.isNaN(value)) problems.error('savings-not-a-number', where, { column: valueColumn, value: text(valueColumn).slice(0, 40) });
    if (meter !== '' && time !== undefined && !Number.isNaN(value)) readings.push({ meter, ...time, value });
  }
  return problems.hasErrors() ? { problems: problems.all() } : { value: { readings, isIndex, isHourly }, problems: problems.all() };
}

type Time = Pick<ReadReading, 'month' | 'date' | 'hour'>;

/** 2026-01, 2026-01-01 or 01/2026. */
function monthOf(field: string): Time | undefined {
  const french = /^(\d{2})\/(\d{4})$/.exec(field), month = french ? `${french[2]}-${french[1]}` : field.replace(/-01$/, (end) => (field.length > 7 ? '' : end));
  return /^\d{4}-\d{2}$/.test(month) && isDate(`${month}-01`) ? { month, date: `${month}-01`, hour: -1 } : undefined;
}

/** An hour of the clock, whole; with Z or an offset it is brought to the clock of the city. */
function hourOf(field: string, standardOffsetMin: number): Time | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):00(?::00)?(Z|[+-]\d{2}:\d{2})?$/.exec(field);
  if (!parts || !isDate(parts[1]!) || Number(parts[2]) > 23) return undefined;
  if (parts[3] === undefined) return { month: parts[1]!.slice(0, 7), date: parts[1]!, hour: Number(parts[2]) };
  const utcMs = Date.parse(`${parts[1]}T${parts[2]}:00:00${parts[3]}`);
  if (Number.isNaN(utcMs)) return undefined;
  const local = new Date(utcMs + (standardOffsetMin + summerMinAt(utcMs, standardOffsetMin)) * 60_000).toISOString();
  return { month: local.slice(0, 7), date: local.slice(0, 10), hour: Number(local.slice(11, 13)) };
}

/** Summer time at an instant: that of the day which begins, by standard time, when clocks may change. */
const summerMinAt = (utcMs: number, standardOffsetMin: number): number => summerTimeMin(new Date(utcMs + standardOffsetMin * 60_000 - clockChangeS(standardOffsetMin) * 1000).toISOString().slice(0, 10));
