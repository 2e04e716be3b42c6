import { flatMapAt } from '../../../engine/foundation/flat-map.ts';
import { readRows, type FeedReading } from './feed-rows.ts';
import type { RunningTrips } from './gtfs-day.ts';

interface ShapePoint { sequence: number; latitudeDeg: number; longitudeDeg: number }

/** Length of a line on the ground, measured on a flat map at its first point. */
function pathLengthM(line: readonly ShapePoint[]): number {
  if (line.length < 2) return 0;
  const { metresPerDegreeNorth, metresPerDegreeEast } = flatMapAt(line[0]!.latitudeDeg, line[0]!.longitudeDeg);
  let lengthM = 0;
  for (let at = 1; at < line.length; at++) {
    const northM = (line[at]!.latitudeDeg - line[at - 1]!.latitudeDeg) * metresPerDegreeNorth;
    const eastM = (line[at]!.longitudeDeg - line[at - 1]!.longitudeDeg) * metresPerDegreeEast;
    lengthM += Math.sqrt(northM * northM + eastM * eastM);
  }
  return Math.round(lengthM * 1000) / 1000;
}

/** Gives every running trip the length of its shape, where the feed has shapes. */
export async function readShapeLengths(reading: FeedReading, trips: RunningTrips): Promise<void> {
  if (!reading.files.names.has('shapes.txt')) return;
  const wanted = new Set([...trips.values()].map(({ shape }) => shape));
  const points = new Map<string, { sequence: number; latitudeDeg: number; longitudeDeg: number }[]>();
  await readRows(reading, 'shapes.txt', ['shape_id', 'shape_pt_lat', 'shape_pt_lon', 'shape_pt_sequence'], (row) => {
    const shape = row.text('shape_id');
    if (!wanted.has(shape)) return;
    const sequence = row.number('shape_pt_sequence'), latitudeDeg = row.number('shape_pt_lat'), longitudeDeg = row.number('shape_pt_lon');
    if (sequence === undefined || latitudeDeg === undefined || longitudeDeg === undefined) return;
    if (!points.has(shape)) points.set(shape, []);
    points.get(shape)!.push({ sequence, latitudeDeg, longitudeDeg });
  });
  const lengths = new Map([...points].map(([shape, line]) => [shape, pathLengthM(line.sort((a, b) => a.sequence - b.sequence))]));
  for (const { trip, shape } of trips.values()) trip.shapeLengthM = lengths.get(shape) ?? 0;
}
