import type { Table } from '../../engine/foundation/table.ts';
import { tripResultColumns } from '../../engine/results/tables.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { ASSUMED_PEOPLE } from '../measure/people-aboard.ts';
import { vehicleClassOf } from '../measure/vehicle-class.ts';

/** Seconds lost by a bus or tram, by any other vehicle and by a person in either; the wait before a vehicle could come in is in it. */
export interface LostTime { busS: number; otherS: number; personS: number }

export const LOSSES = ['busS', 'otherS', 'personS'] as const satisfies readonly (keyof LostTime)[];

export const meanLost = (all: readonly LostTime[]): LostTime =>
  Object.fromEntries(LOSSES.map((kind) => [kind, all.reduce((sum, one) => sum + one[kind], 0) / all.length])) as unknown as LostTime;

const { departure, plannedDepartS, departS, timeLossS } = tripResultColumns;
/** What of a run's trips tells it. */
export const losingTripColumns = { departure, plannedDepartS, departS, timeLossS };
export type LosingTrips = Table<typeof losingTripColumns>;

/** Means over all trips of a run that ended at `untilS`, those under way or still waiting included. People as assumed by class of vehicle. */
export function lostTime(twin: ReadingTwin, { count, departure, plannedDepartS, departS, timeLossS }: LosingTrips, untilS: number): LostTime {
  const buses = { count: 0, lostS: 0 }, others = { count: 0, lostS: 0 }, people = { count: 0, lostS: 0 };
  for (let row = 0; row < count; row++) {
    const kind = vehicleClassOf(twin, departure[row]!), side = kind === 'bus' || kind === 'tram' ? buses : others, aboard = ASSUMED_PEOPLE[kind];
    const lostS = timeLossS[row]! + Math.max(0, (departS[row]! < 0 ? untilS : departS[row]!) - plannedDepartS[row]!);
    side.count++;
    side.lostS += lostS;
    people.count += aboard;
    people.lostS += aboard * lostS;
  }
  const mean = ({ count: all, lostS }: typeof buses): number => (all > 0 ? lostS / all : 0);
  return { busS: mean(buses), otherS: mean(others), personS: mean(people) };
}
