import type { Checked } from '../../../engine/foundation/problem.ts';
import { tableFrom } from '../../../engine/foundation/table.ts';
import { makeProblemList, placeName } from '../problem-list.ts';
import { countedSpanColumns, KMH, NOT_MEASURED, type CountFile } from './counted-spans.ts';

/** Vehicles are put together by quarter of an hour. */
const SPAN_S = 900;

/** '000001 151021 0946 43 50 000000  3 1 99.9 99.9  50   393     3  L': number, day, time, second, hundredth, code, lane, direction, headway, gap, km/h. */
const VEHICLE = /^\d{6} (\d{2})(\d{2})(\d{2}) (\d{2})(\d{2}) (\d{2}) \d{2} \S+\s+(\d+)\s+(\d+)\s+[\d.]+\s+[\d.]+\s+(\d+)\s/;

/**
 * The VBV-1 format of roadside counters (Golden River Marksman): lines with * say what follows, then one line a vehicle. Counts
 * by lane and direction; spans in which no vehicle came have no row.
 */
export function readVehicleByVehicle(file: string, content: string): Checked<CountFile> {
  const problems = makeProblemList();
  const lines = content.split(/\r?\n/);
  if (!lines.some((line) => /^\* FORMAT = VBV-1\s*$/.test(line))) problems.error('counts-not-vbv', file);
  const site = lines.find((line) => line.startsWith('* SITE = '))?.slice('* SITE = '.length).trim() ?? file;
  const spans = new Map<string, { station: string; startS: number; vehicles: number; sumKmh: number }>();
  lines.forEach((line, index) => {
    if (line === '' || line.startsWith('*') || problems.hasErrors()) return;
    const found = VEHICLE.exec(line);
    if (!found) { problems.warning('counts-not-a-vehicle', placeName({ file, line: index + 1 }), { value: line.slice(0, 40) }); return; }
    const [day, month, year, hour, minute, second, lane, direction, speedKmh] = found.slice(1).map(Number) as [number, number, number, number, number, number, number, number, number];
    const atS = Date.UTC(2000 + year, month - 1, day, hour, minute, second) / 1000, startS = Math.floor(atS / SPAN_S) * SPAN_S;
    const station = `${site} ${lane}/${direction}`, key = `${station} ${startS}`;
    const span = spans.get(key) ?? { station, startS, vehicles: 0, sumKmh: 0 };
    span.vehicles++;
    span.sumKmh += speedKmh;
    spans.set(key, span);
  });
  if (spans.size === 0 && !problems.hasErrors()) problems.error('counts-empty', file);
  if (problems.hasErrors()) return { problems: problems.all() };
  const rows = [...spans.values()].sort((one, other) => one.startS - other.startS || (one.station < other.station ? -1 : 1)), day0S = Math.floor(rows[0]!.startS / 86400) * 86400;
  return {
    value: {
      day: new Date(day0S * 1000).toISOString().slice(0, 10),
      spans: tableFrom(countedSpanColumns, rows.map(({ station, startS, vehicles, sumKmh }) => ({
        station, fromS: startS - day0S, untilS: startS - day0S + SPAN_S, vehicleCount: vehicles, speedMps: (sumKmh / vehicles) * KMH, occupancyShare: NOT_MEASURED,
      }))),
    },
    problems: problems.all(),
  };
}
