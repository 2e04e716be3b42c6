import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { LineCourse } from './route-line.ts';

/** A stop that stands on a lane. */
export interface PlacedStop { name: string; lane: number; positionM: number; lengthM: number }

/** A stop as a line meets it: which stop, and which link of the course it stands on. */
export interface StopOnCourse { stop: number; courseIndex: number }

export interface StopRules {
  categoryBit: number;
  /** Aimed distance from stop to stop, and the least. */
  spacingM: number;
  leastM: number;
  /** Longest vehicle: the front bumper halts at least this far behind the start of the lane. */
  vehicleM: number;
  /** The front bumper keeps this far from the stop line. */
  beforeStopLineM: number;
  stopLengthM: number;
}

/** Every stop placed so far, to be shared by the lines that pass it. */
export interface StopRegister { stops: PlacedStop[]; byLink: Map<number, number[]> }

export const emptyStopRegister = (): StopRegister => ({ stops: [], byLink: new Map() });

/**
 * Stops along a course: those already there are used where they are far enough from the last one, new ones are placed
 * where the aimed spacing is reached, and the first and last link always have one.
 */
export function placeStops(
  twin: ReadingTwin, course: LineCourse, rules: StopRules, register: StopRegister, nameOf: (link: number) => string,
): StopOnCourse[] {
  const { links } = course;
  const found: StopOnCourse[] = [];
  let startM = 0, lastM = -Infinity;
  const last = lastStopLink(twin, links, rules);
  for (let index = 0; index <= last; index++) {
    const link = links[index]!;
    const needed = index === last || found.length === 0;
    for (const stop of register.byLink.get(link) ?? []) {
      const atM = startM + register.stops[stop]!.positionM;
      if (!servable(twin, links, index, register.stops[stop]!, rules)) continue;
      if (atM - lastM < rules.leastM && !(needed && atM > lastM)) continue;
      found.push({ stop, courseIndex: index });
      lastM = atM;
      break;
    }
    const lengthM = twin.links.lengthM[link]!;
    while (found.length === 0 || startM + lengthM - lastM >= rules.spacingM || (index === last && found[found.length - 1]!.courseIndex !== index)) {
      const placed = placeOn(twin, links, index, rules, found.length === 0 ? 0 : lastM + rules.spacingM - startM, nameOf(link));
      if (!placed || startM + placed.positionM - lastM < (index === last ? 0 : rules.leastM)) break;
      const stop = register.stops.push(placed) - 1;
      register.byLink.set(link, [...(register.byLink.get(link) ?? []), stop]);
      found.push({ stop, courseIndex: index });
      lastM = startM + placed.positionM;
    }
    startM += lengthM;
  }
  return found;
}

/** The last link long enough for a stop: a line ends at its last stop. */
function lastStopLink(twin: ReadingTwin, links: readonly number[], rules: StopRules): number {
  for (let index = links.length - 1; index > 0; index--) if (placeOn(twin, links, index, rules, Infinity, '')) return index;
  return links.length - 1;
}

/** A stop on the rightmost lane that the category may use, as near to `wantedM` as the link allows. */
function placeOn(
  twin: ReadingTwin, links: readonly number[], index: number, rules: StopRules, wantedM: number, name: string,
): PlacedStop | undefined {
  const link = links[index]!;
  const { links: all, lanes } = twin;
  for (let lane = all.firstLane[link]!; lane < all.firstLane[link]! + all.laneCount[link]!; lane++) {
    if (!(lanes.permitted[lane]! & rules.categoryBit)) continue;
    const firstM = rules.vehicleM + 2, lastM = lanes.lengthM[lane]! - rules.beforeStopLineM;
    if (lastM < firstM) return undefined;
    const positionM = Math.round(Math.min(Math.max(wantedM, firstM), lastM) * 10) / 10;
    const stop = { name, lane, positionM, lengthM: rules.stopLengthM };
    return servable(twin, links, index, stop, rules) ? stop : undefined;
  }
  return undefined;
}

/** A vehicle that halts here can still follow its course: from this lane, or with room to change lanes. */
function servable(twin: ReadingTwin, links: readonly number[], index: number, stop: PlacedStop, rules: StopRules): boolean {
  const { lanes, movements } = twin;
  if (!(lanes.permitted[stop.lane]! & rules.categoryBit)) return false;
  const roomM = lanes.lengthM[stop.lane]! - stop.positionM;
  if (stop.positionM < rules.vehicleM || roomM < rules.beforeStopLineM - 1) return false;
  if (index === links.length - 1) return true;
  const first = lanes.firstMovement[stop.lane]!;
  for (let row = first; row < first + lanes.movementCount[stop.lane]!; row++) {
    if (lanes.link[movements.toLane[row]!] === links[index + 1] && movements.permitted[row]! & rules.categoryBit) return true;
  }
  // 60 m past the stop: enough to cross two lanes at walking pace while others let the bus in.
  return roomM >= 60;
}
