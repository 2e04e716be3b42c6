import { transitMode } from '../../../engine/twin/transit.ts';
import type { ReadingTwin, Twin } from '../../../engine/twin/twin.ts';
import { shareBetween } from '../../build/demand/day-profile.ts';
import { makeInteriors } from '../../build/transit/interiors.ts';
import { addLineStops } from '../../build/transit/line-stops.ts';
import { linkActivity } from '../demand/activity.ts';
import { homeward, outward } from '../demand/day.ts';
import { transitFigures } from '../facts/transit.ts';

/** People walk this far to a stop (usual in French practice: 300 m to a bus, 500 m to a tram; the mean of both). */
const WALK_M = 400;
/** Who comes to a stop beyond homes and places around it, so that no stop is quite without: assumed. */
const LEAST_WEIGHT = 50;
const QUARTERS_A_DAY = 96, QUARTER_S = 900;

/** The rides of a weekday, spread over lines, stops and hours, and the room in the vehicles. */
export function addPassengers(twin: Twin): void {
  twin.interiors = makeInteriors();
  const share = (quarter: number): number => [outward, homeward].reduce((sum, profile) => sum + shareBetween(profile, quarter * QUARTER_S, (quarter + 1) * QUARTER_S) / 2, 0);
  addLineStops(twin, {
    ridesOfLine: ridesOfLines(twin), weightOfStop: activityAround(twin),
    quarterShares: Array.from({ length: QUARTERS_A_DAY }, (_, quarter) => share(quarter)),
    comeWithinS: transitFigures.comeWithinS.value,
  });
}

/** Rides of the trams and of the buses, over their lines by the room that these offer in a day: supply follows demand (assumed). */
function ridesOfLines({ lines, trips, departures, interiors }: ReadingTwin): number[] {
  const room = new Array<number>(lines.count).fill(0);
  for (let trip = 0; trip < trips.count; trip++) {
    const type = departures.vehicleType[trips.departure[trip]!]!;
    room[trips.line[trip]!]! += interiors.capacityCount[Array.from(interiors.vehicleType).indexOf(type)]!;
  }
  const isTram = (line: number): boolean => lines.mode[line] === transitMode.tram;
  const roomOf = (tram: boolean): number => room.reduce((sum, places, line) => sum + (isTram(line) === tram ? places : 0), 0);
  const rides = transitFigures.ridesPerDay.value, inTrams = transitFigures.tramRidesShare.value, roomInTrams = roomOf(true), roomInBuses = roomOf(false);
  return room.map((places, line) => (isTram(line) ? (rides * inTrams * places) / roomInTrams : (rides * (1 - inTrams) * places) / roomInBuses));
}

/** By stop: people and trip ends within a walk. */
function activityAround(twin: ReadingTwin): number[] {
  const { links, junctions, stops } = twin, { population, jobs } = linkActivity(twin, new Uint8Array(links.count).fill(1));
  const around = new Array<number>(stops.count).fill(LEAST_WEIGHT);
  for (let link = 0; link < links.count; link++) {
    const here = population[link]! + jobs[link]!, from = links.fromJunction[link]!, to = links.toJunction[link]!;
    if (here === 0) continue;
    const xM = (junctions.xM[from]! + junctions.xM[to]!) / 2, yM = (junctions.yM[from]! + junctions.yM[to]!) / 2;
    for (let stop = 0; stop < stops.count; stop++) {
      const eastM = stops.xM[stop]! - xM, northM = stops.yM[stop]! - yM;
      if (eastM * eastM + northM * northM < WALK_M * WALK_M) around[stop]! += here;
    }
  }
  return around;
}
