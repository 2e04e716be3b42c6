import type { ReadingTwin } from '../../../engine/twin/twin.ts';

/** How a street is lit. */
export interface LampRule {
  spacingM: number;
  /** Lamps stand on both sides in turn rather than on the right side only. */
  staggered: boolean;
}

/** Where a lamp stands. */
export interface PlacedLamp { street: number; xM: number; yM: number }

/** Lamps stand this far behind the kerb. */
const BEHIND_KERB_M = 1;

/** Lamps evenly along every street that has a rule, none at its very ends, so that spacing runs on across junctions. */
export function placeLamps(twin: ReadingTwin, ruleOf: (street: number) => LampRule | undefined): PlacedLamp[] {
  const { streets, points } = twin;
  const lamps: PlacedLamp[] = [];
  for (let street = 0; street < streets.count; street++) {
    const rule = ruleOf(street);
    if (!rule) continue;
    const lengthM = streets.lengthM[street]!;
    const count = lampCount(lengthM, rule.spacingM);
    const asideM = streets.widthM[street]! / 2 + BEHIND_KERB_M;
    const last = streets.firstPoint[street]! + streets.pointCount[street]! - 1;
    let point = streets.firstPoint[street]!, beforeM = 0;
    for (let lamp = 0; lamp < count; lamp++) {
      const atM = ((lamp + 0.5) * lengthM) / count;
      let segmentM = distanceM(points, point, point + 1);
      while (point + 1 < last && beforeM + segmentM < atM) {
        beforeM += segmentM;
        point++;
        segmentM = distanceM(points, point, point + 1);
      }
      const share = segmentM > 0 ? Math.min(1, (atM - beforeM) / segmentM) : 0;
      const eastM = points.xM[point + 1]! - points.xM[point]!, northM = points.yM[point + 1]! - points.yM[point]!;
      const sideM = rule.staggered && lamp % 2 === 1 ? -asideM : asideM;
      const scale = segmentM > 0 ? sideM / segmentM : 0;
      lamps.push({ street, xM: points.xM[point]! + eastM * share + northM * scale, yM: points.yM[point]! + northM * share - eastM * scale });
    }
  }
  return lamps;
}

/** Lamps on a street of this length; none on a stub shorter than half a spacing, which its neighbours light. */
export const lampCount = (lengthM: number, spacingM: number): number => Math.round(lengthM / spacingM);

function distanceM(points: { xM: ArrayLike<number>; yM: ArrayLike<number> }, from: number, to: number): number {
  const eastM = points.xM[to]! - points.xM[from]!, northM = points.yM[to]! - points.yM[from]!;
  return Math.sqrt(eastM * eastM + northM * northM);
}
