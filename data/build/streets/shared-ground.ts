import type { Line } from './line.ts';

/**
 * Two half widths of a car of 1.8 m and 0.3 m of play: centre lines nearer than this share the ground. At a right angle
 * that is 2.1 m before and after the crossing of the lines.
 */
export const SHARED_GROUND_M = 2.1;
const SAMPLE_M = 0.5;

/** A way through a junction with what is asked of it again and again. */
export interface Way { line: Line; lengthM: number; westM: number; eastM: number; southM: number; northM: number }

export function wayOf(line: Line, lengthM: number): Way {
  let westM = Infinity, eastM = -Infinity, southM = Infinity, northM = -Infinity;
  for (let at = 0; at < line.length; at += 2) {
    westM = Math.min(westM, line[at]!);
    eastM = Math.max(eastM, line[at]!);
    southM = Math.min(southM, line[at + 1]!);
    northM = Math.max(northM, line[at + 1]!);
  }
  return { line, lengthM, westM, eastM, southM, northM };
}

const farApart = (one: Way, other: Way): boolean =>
  one.westM - other.eastM > SHARED_GROUND_M || other.westM - one.eastM > SHARED_GROUND_M || one.southM - other.northM > SHARED_GROUND_M || other.southM - one.northM > SHARED_GROUND_M;

/** Squared distance of a point from a line. */
export function distance2M2(x: number, y: number, line: readonly number[]): number {
  let least = Infinity;
  for (let at = 2; at < line.length; at += 2) {
    const ax = line[at - 2]!, ay = line[at - 1]!, dx = line[at]! - ax, dy = line[at + 1]! - ay;
    const length2 = dx * dx + dy * dy;
    const share = length2 > 0 ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length2)) : 0;
    const ex = x - ax - share * dx, ey = y - ay - share * dy;
    least = Math.min(least, ex * ex + ey * ey);
  }
  return least;
}

/** Between where and where along `mine` the ground is shared with `foe`; undefined where it is nowhere. */
export function sharedGround(mine: Way, foe: Way): { fromM: number; untilM: number } | undefined {
  if (farApart(mine, foe)) return undefined;
  const { line } = mine;
  let fromM = -1, untilM = -1, startM = 0, beforeApartM = Infinity, beforeM = 0;
  for (let at = 2; at < line.length; at += 2) {
    const dx = line[at]! - line[at - 2]!, dy = line[at + 1]! - line[at - 1]!, stepM = Math.sqrt(dx * dx + dy * dy);
    const samples = Math.max(1, Math.ceil(stepM / SAMPLE_M));
    for (let sample = at === 2 ? 0 : 1; sample <= samples; sample++) {
      const share = sample / samples, alongM = startM + stepM * share;
      const apartM = Math.sqrt(distance2M2(line[at - 2]! + dx * share, line[at - 1]! + dy * share, foe.line));
      const isShared = apartM <= SHARED_GROUND_M, wasShared = beforeApartM <= SHARED_GROUND_M;
      // Between two samples the distance changes nearly evenly: the edge of the ground lies in proportion.
      const edgeM = isShared === wasShared || beforeApartM === Infinity ? alongM : beforeM + ((alongM - beforeM) * (SHARED_GROUND_M - beforeApartM)) / (apartM - beforeApartM);
      if (isShared && fromM < 0) fromM = edgeM;
      if (isShared) untilM = alongM;
      else if (wasShared) untilM = edgeM;
      beforeApartM = apartM;
      beforeM = alongM;
    }
    startM += stepM;
  }
  return fromM < 0 ? undefined : { fromM, untilM: Math.min(untilM, mine.lengthM) };
}
