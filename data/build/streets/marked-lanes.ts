import { turn } from '../../../engine/twin/streets.ts';
import type { Turn } from './find-turns.ts';

const STRAIGHT_ON = new Set(['through', 'merge_to_left', 'merge_to_right']);

/** Which turns an arrow stands for. `turns`: right to left. */
function meantBy(mark: string, turns: readonly Turn[]): Turn[] {
  const rights = turns.filter((one) => one.turn === turn.right), lefts = turns.filter((one) => one.turn === turn.left).reverse();
  // A slight arrow means the least of several turns to that side, a sharp one the sharpest.
  const pick = (bySharpness: readonly Turn[]): Turn[] => {
    if (mark.startsWith('slight_')) return bySharpness.slice(-1);
    return mark.startsWith('sharp_') ? bySharpness.slice(0, 1) : [...bySharpness];
  };
  if (mark.endsWith('right') && !STRAIGHT_ON.has(mark)) return pick(rights);
  if (mark.endsWith('left') && !STRAIGHT_ON.has(mark)) return pick(lefts);
  return STRAIGHT_ON.has(mark) ? turns.filter((one) => one.turn === turn.straight) : [];
}

/**
 * The lanes of each turn as marked on the road, counted from the right among the ordinary lanes. Undefined where there are
 * no marks or where they do not fit what there is: a lane count that differs, a lane that leads nowhere, no lane straight
 * on. A side turn that the marks leave out, as into a yard, is made from the outermost lane. `marks`: left to right, as
 * OpenStreetMap writes them.
 */
export function markedLanes(marks: string[][] | undefined, laneCount: number, ordinary: readonly number[], turns: readonly Turn[]): { first: number; last: number }[] | undefined {
  if (!marks || turns.length === 0) return undefined;
  const fromRight = [...marks].reverse();
  const counted = fromRight.length === laneCount ? ordinary.map((lane) => fromRight[lane]!) : fromRight.length === ordinary.length ? fromRight : undefined;
  if (!counted) return undefined;
  // An unmarked lane goes straight on.
  const meant = counted.map((lane) => new Set((lane.length === 0 ? ['through'] : lane).flatMap((mark) => meantBy(mark, turns))));
  if (meant.some((ways) => ways.size === 0)) return undefined;
  const ranges = turns.map((one) => {
    const lanes = meant.flatMap((ways, lane) => (ways.has(one) ? [lane] : []));
    const outermost = one.turn === turn.right ? 0 : one.turn === turn.left ? counted.length - 1 : -1;
    return { first: lanes[0] ?? outermost, last: lanes.at(-1) ?? outermost };
  });
  return ranges.some(({ first }) => first < 0) ? undefined : ranges;
}
