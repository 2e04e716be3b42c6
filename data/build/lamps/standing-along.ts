import { lampArrangement } from '../../../engine/twin/lit-streets.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';

/** How the lamps of a street stand, as a regular installation with as many of them on each kilometre. */
export interface Standing { arrangement: number; spacingM: number; longestGapM: number; overhangM: number }

/** Lamps nearer to the centre line than this share of the width, and 1.5 m at most, hang over it. */
const OVER_AXIS_SHARE = 0.15, OVER_AXIS_M = 1.5;
/** With fewer of its lamps than this on one side a street counts as lit from the other. */
const BOTH_SIDES_SHARE = 0.25;
/** Lamps of both sides that stand within this share of the spacing are opposite to each other. */
const OPPOSITE_SHARE = 0.25;
/** What a map of lamps puts further behind the kerb than this stands beside a square or on the wrong street. */
const FARTHEST_BEHIND_M = 10;
/** Lamps nearer to each other than this are no row; further apart than this they do not light the same road, and no street is darker for more. */
const LEAST_SPACING_M = 2, MOST_SPACING_M = 250;

/** A lamp beside the centre line of its street. */
interface Station { alongM: number; asideM: number }

/**
 * Spacing is length over lamps, so that light by the kilometre is right however they stand, also where a row runs on beyond a junction. What
 * is lost is how unevenly they stand: `longestGapM` tells that.
 */
export function standingAlong(twin: ReadingTwin, street: number, lamps: ArrayLike<number>): Standing {
  const { streets } = twin, lengthM = streets.lengthM[street]!, widthM = streets.widthM[street]!;
  const stations = Array.from(lamps, (lamp) => stationOf(twin, street, twin.lamps.xM[lamp]!, twin.lamps.yM[lamp]!)).sort((one, other) => one.alongM - other.alongM || one.asideM - other.asideM);
  const meanM = Math.min(MOST_SPACING_M, Math.max(LEAST_SPACING_M, lengthM / stations.length)), axisM = Math.min(OVER_AXIS_M, OVER_AXIS_SHARE * widthM);
  const longestGapM = longestGap(stations, lengthM);
  if (stations.filter(({ asideM }) => Math.abs(asideM) <= axisM).length * 2 > stations.length) return { arrangement: lampArrangement.catenary, spacingM: meanM, longestGapM, overhangM: 0 };
  const behindM = stations.reduce((sum, { asideM }) => sum + Math.abs(asideM), 0) / stations.length - widthM / 2;
  const overhangM = Math.max(-FARTHEST_BEHIND_M, -behindM);
  const right = stations.filter(({ asideM }) => asideM > 0), left = stations.filter(({ asideM }) => asideM <= 0);
  if (Math.min(right.length, left.length) < BOTH_SIDES_SHARE * stations.length) return { arrangement: lampArrangement.singleSided, spacingM: meanM, longestGapM, overhangM };
  const arrangement = areOpposite(right, left, 2 * meanM) ? lampArrangement.opposite : lampArrangement.staggered;
  return { arrangement, spacingM: 2 * meanM, longestGapM, overhangM };
}

/** Ends count too: a street whose lamps all stand at one end is dark at the other. */
function longestGap(stations: readonly Station[], lengthM: number): number {
  let longestM = 0, beforeM = 0;
  for (const { alongM } of [...stations, { alongM: lengthM }]) {
    longestM = Math.max(longestM, alongM - beforeM);
    beforeM = alongM;
  }
  return longestM;
}

function areOpposite(right: readonly Station[], left: readonly Station[], spacingM: number): boolean {
  const [fewer, more] = right.length < left.length ? [right, left] : [left, right];
  const faced = fewer.filter(({ alongM }) => more.some((other) => Math.abs(other.alongM - alongM) <= OPPOSITE_SHARE * spacingM));
  return faced.length * 2 > fewer.length;
}

/** Where a point lies beside the centre line: along it, and to its right (below 0: left). */
function stationOf({ streets, points }: ReadingTwin, street: number, xM: number, yM: number): Station {
  const first = streets.firstPoint[street]!, last = first + streets.pointCount[street]! - 1;
  let best: Station = { alongM: 0, asideM: 0 }, bestM2 = Infinity, startM = 0;
  for (let point = first; point < last; point++) {
    const fromX = points.xM[point]!, fromY = points.yM[point]!, eastM = points.xM[point + 1]! - fromX, northM = points.yM[point + 1]! - fromY;
    const segmentM = Math.sqrt(eastM * eastM + northM * northM);
    if (segmentM > 0) {
      const share = Math.min(1, Math.max(0, ((xM - fromX) * eastM + (yM - fromY) * northM) / (segmentM * segmentM)));
      const offX = xM - fromX - share * eastM, offY = yM - fromY - share * northM, m2 = offX * offX + offY * offY;
      const isRight = offX * northM - offY * eastM > 0;
      if (m2 < bestM2) { bestM2 = m2; best = { alongM: startM + share * segmentM, asideM: isRight ? Math.sqrt(m2) : -Math.sqrt(m2) }; }
    }
    startM += segmentM;
  }
  return best;
}
