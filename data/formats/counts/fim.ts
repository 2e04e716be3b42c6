import type { Checked } from '../../../engine/foundation/problem.ts';
import { tableFrom } from '../../../engine/foundation/table.ts';
import { makeProblemList, placeName } from '../problem-list.ts';
import { countedSpanColumns, KMH, NOT_MEASURED, type CountFile } from './counted-spans.ts';

/** Fields of a FIM line end with a point: '0000. 352.0012.  00.   1.  17.' */
const fieldsOf = (line: string): number[] => line.split('.').slice(0, -1).map((field) => Number(field));

/** Kinds of measurement: 1 vehicles of all kinds, 4 by class of speed. Others (lengths, lorries) are not read. */
const ALL_VEHICLES = 1, BY_SPEED = 4;

interface Head { station: string; startS: number; periodS: number; kind: number }

/**
 * FIM ('fichier d'interface', the exchange format of French road counters): a line with station, channel, start and period in
 * minutes, then one line a period; for kind 4 the limits of the classes of speed in km/h come first, and each line has one
 * number a class. Vehicles count at the middle of their class.
 */
export function readFim(file: string, content: string): Checked<CountFile> {
  const problems = makeProblemList();
  const rows: { station: string; fromS: number; untilS: number; vehicleCount: number; speedMps: number; occupancyShare: number }[] = [];
  const lines = content.split(/\r?\n/);
  let head: Head | undefined, limitsKmh: number[] = [], period = 0;
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const fields = fieldsOf(line), where = placeName({ file, line: index + 1 });
    if (fields.length === 0 || fields.some((field) => !Number.isFinite(field) || field < 0)) { problems.warning('counts-not-a-number', where, { value: line.slice(0, 40) }); return; }
    if (index === 0 || isHead(line)) {
      head = readHead(fields);
      period = 0;
      limitsKmh = [];
      if (!head) problems.error('counts-fim-head', where);
      else if (head.kind !== ALL_VEHICLES && head.kind !== BY_SPEED) problems.error('counts-fim-kind', where, { kind: head.kind });
      return;
    }
    if (!head) return;
    if (head.kind === BY_SPEED && limitsKmh.length === 0) { limitsKmh = fields; return; }
    const fromS = head.startS + head.periodS * period++, vehicleCount = fields.reduce((sum, value) => sum + value, 0);
    rows.push({ station: head.station, fromS, untilS: fromS + head.periodS, vehicleCount, speedMps: meanSpeedMps(fields, limitsKmh, vehicleCount), occupancyShare: NOT_MEASURED });
  });
  if (rows.length === 0 && !problems.hasErrors()) problems.error('counts-empty', file);
  if (problems.hasErrors()) return { problems: problems.all() };
  const day0S = Math.floor(rows[0]!.fromS / 86400) * 86400;
  const spans = tableFrom(countedSpanColumns, rows.map((row) => ({ ...row, fromS: row.fromS - day0S, untilS: row.untilS - day0S })));
  return { value: { day: new Date(day0S * 1000).toISOString().slice(0, 10), spans }, problems: problems.all() };
}

/** Only heads have spaces before their numbers: numbers of counts are filled up with zeros. */
const isHead = (line: string): boolean => /\. +\d/.test(line);

/** District, post, channel, direction, year, month, day, hour, minute, period, kind. */
const HEAD_FIELDS = 12;

function readHead(fields: readonly number[]): Head | undefined {
  const [, district, post, channel, direction, year, month, day, hour, minute, periodMin, kind] = fields;
  if (fields.length < HEAD_FIELDS || !(periodMin! > 0) || !(month! >= 1 && month! <= 12)) return undefined;
  const startS = Date.UTC(2000 + year!, month! - 1, day!, hour!, minute!) / 1000;
  return { station: `${district}.${String(post).padStart(4, '0')} ${channel}/${direction}`, startS, periodS: periodMin! * 60, kind: kind! };
}

function meanSpeedMps(counts: readonly number[], limitsKmh: readonly number[], vehicles: number): number {
  if (limitsKmh.length === 0 || vehicles === 0) return NOT_MEASURED;
  const sumKmh = counts.reduce((sum, count, at) => sum + count * (((limitsKmh[at - 1] ?? 0) + (limitsKmh[at] ?? 0)) / 2), 0);
  return (sumKmh / vehicles) * KMH;
}
