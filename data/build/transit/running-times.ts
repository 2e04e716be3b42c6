import type { PathFinder } from '../../../engine/paths/path-finder.ts';
import { junctionControl } from '../../../engine/twin/streets.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { movementBetween } from './route-line.ts';
import { randomWaitS } from './signal-wait.ts';
import type { PlacedStop, StopOnCourse } from './place-stops.ts';

export interface RunningTimeRules {
  /** A timetable counts on this share of the posted speed, and on no more than `fastestMps`. */
  speedShare: number;
  fastestMps: number;
  /** Mean wait at a signal; 'plan': what each plan costs who comes at random. */
  signalWaitS: number | 'plan';
  /** Mean wait at a roundabout, and a quarter of it at another junction where others may go first. */
  junctionWaitS: number;
  /** Lost by braking to a stop and pulling away, and the time standing there. */
  brakeAndPullAwayS: number;
  dwellS: number;
}

/** Seconds from the departure at the first stop to the arrival at each stop; the first is 0. */
export function runningTimesS(
  twin: ReadingTwin, finder: PathFinder, course: readonly number[], stops: readonly StopOnCourse[],
  placed: readonly PlacedStop[], rules: RunningTimeRules,
): number[] {
  const { links, movements, junctions } = twin;
  const times: number[] = [];
  let driveS = 0, haltS = 0, next = 0;
  for (let index = 0; index < course.length && next < stops.length; index++) {
    const link = course[index]!;
    const speedMps = Math.min(links.speedLimitMps[link]! * rules.speedShare, rules.fastestMps);
    while (next < stops.length && stops[next]!.courseIndex === index) {
      if (next > 0) haltS += rules.brakeAndPullAwayS;
      times.push(driveS + haltS + placed[stops[next]!.stop]!.positionM / speedMps);
      if (next > 0) haltS += rules.dwellS;
      next++;
    }
    driveS += links.lengthM[link]! / speedMps;
    if (index + 1 < course.length) {
      const movement = movementBetween(finder, link, course[index + 1]!);
      driveS += movements.lengthM[movement]! / Math.max(4, Math.min(movements.speedLimitMps[movement]!, speedMps));
      const control = junctions.control[links.toJunction[link]!]!;
      const atSignalS = rules.signalWaitS === 'plan' ? randomWaitS(twin, movement) : rules.signalWaitS;
      driveS += control === junctionControl.signals ? atSignalS : control === junctionControl.roundabout ? rules.junctionWaitS : rules.junctionWaitS / 4;
    }
  }
  const startS = times[0] ?? 0;
  return times.map((timeS) => Math.round(timeS - startS));
}
