import { readRows, type FeedReading } from './feed-rows.ts';
import type { GtfsTrip } from './gtfs-day.ts';

const MAX_RUNS = 2000;

/** Trips that frequencies.txt repeats become one trip a run; the pattern trip itself does not run. */
export async function expandFrequencies(reading: FeedReading, trips: GtfsTrip[]): Promise<GtfsTrip[]> {
  if (!reading.files.names.has('frequencies.txt')) return trips;
  const patterns = new Map(trips.map((trip) => [trip.id, trip]));
  const runs = new Map<string, GtfsTrip[]>();
  await readRows(reading, 'frequencies.txt', ['trip_id', 'start_time', 'end_time', 'headway_secs'], (row) => {
    const pattern = patterns.get(row.text('trip_id'));
    if (!pattern) return; // Another day's trip.
    const startS = row.clockS('start_time'), endS = row.clockS('end_time'), headwayS = row.number('headway_secs');
    if (startS === undefined || endS === undefined || headwayS === undefined) return;
    if (headwayS <= 0 || (endS - startS) / headwayS > MAX_RUNS) return row.complain('gtfs-impossible-headway', { trip: pattern.id, headwayS });
    if (!runs.has(pattern.id)) runs.set(pattern.id, []);
    for (let departS = startS; departS < endS; departS += headwayS) runs.get(pattern.id)!.push(shifted(pattern, departS));
  });
  return trips.flatMap((trip) => runs.get(trip.id) ?? [trip]);
}

function shifted(pattern: GtfsTrip, departS: number): GtfsTrip {
  const laterS = departS - pattern.calls[0]!.departS;
  return {
    ...pattern,
    id: `${pattern.id}@${departS}`,
    calls: pattern.calls.map((call) => ({ ...call, arriveS: call.arriveS + laterS, departS: call.departS + laterS })),
  };
}
