import { parseClock } from '../../../engine/foundation/clock.ts';
import type { Checked } from '../../../engine/foundation/problem.ts';
import { tableFrom } from '../../../engine/foundation/table.ts';
import { makeProblemList, placeName } from '../problem-list.ts';
import { countedSpanColumns, KMH, NOT_MEASURED, type CountFile } from './counted-spans.ts';
import { countNumber, csvLines } from './csv-lines.ts';

/** A SIREDO station (French national roads) counts by spans of six minutes. */
const SPAN_S = 360;

/**
 * The average day of a SIREDO station as the DIR Méditerranée publishes it: `heure;vitesse;debit;occupation`, km/h, vehicles in
 * six minutes, share of time; ramps have no occupation.
 */
export function readSiredo(station: string, content: string): Checked<CountFile> {
  const problems = makeProblemList();
  const rows = csvLines(station, content, ['heure', 'vitesse', 'debit'], problems).flatMap(({ line, text }) => {
    const fromS = parseClock(text('heure')), vehicleCount = countNumber(text('debit')), where = placeName({ file: station, line });
    if (fromS === undefined) problems.warning('counts-not-an-hour', where, { value: text('heure').slice(0, 40) });
    if (vehicleCount === undefined) problems.warning('counts-not-a-number', where, { value: text('debit').slice(0, 40) });
    if (fromS === undefined || vehicleCount === undefined) return [];
    const speedKmh = countNumber(text('vitesse')), occupancy = countNumber(text('occupation'));
    return [{
      station, fromS, untilS: fromS + SPAN_S, vehicleCount, speedMps: speedKmh === undefined ? NOT_MEASURED : speedKmh * KMH,
      occupancyShare: occupancy === undefined || occupancy > 1 ? NOT_MEASURED : occupancy,
    }];
  });
  if (rows.length === 0 && !problems.hasErrors()) problems.error('counts-empty', station);
  return problems.hasErrors() ? { problems: problems.all() } : { value: { day: undefined, spans: tableFrom(countedSpanColumns, rows) }, problems: problems.all() };
}
