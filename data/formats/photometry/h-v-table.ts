import { placeName, type ProblemList } from '../problem-list.ts';
import { shown, wrongAngle } from './check-table.ts';

/** Light by horizontal and vertical angles as LM-63 types A and B give it, halves that the file leaves out mirrored: both from below 0 to above. */
export interface HvTable {
  hDeg: readonly number[];
  vDeg: readonly number[];
  /** All vertical angles of the first horizontal one, then of the next. */
  values: Float64Array;
  isMirroredInH: boolean;
  isMirroredInV: boolean;
}

interface Given { values: Float64Array; lines: Uint32Array }

/** Horizontal angles from 0 stand for both sides (LM-63); vertical ones from 0 are taken so too, which is told. Undefined where angles are wrong. */
export function hvTable(vertical: Given, horizontal: Given, values: Float64Array, file: string, problems: ProblemList): HvTable | undefined {
  const whereV = placeName({ file, line: vertical.lines[0]! }), whereH = placeName({ file, line: horizontal.lines[0]! });
  const areRight = [checkAngles('V', vertical.values, whereV, problems), checkAngles('H', horizontal.values, whereH, problems)];
  if (areRight.includes(false)) return undefined;
  const isMirroredInH = horizontal.values[0] === 0, isMirroredInV = vertical.values[0] === 0;
  if (isMirroredInV) problems.warning('photometry-v-mirrored', whereV);
  const h = nodes(horizontal.values), v = nodes(vertical.values), angles = vertical.values.length;
  return {
    hDeg: h.map(({ deg }) => deg), vDeg: v.map(({ deg }) => deg), isMirroredInH, isMirroredInV,
    values: Float64Array.from(h.flatMap((plane) => v.map((angle) => values[plane.at * angles + angle.at]!))),
  };
}

function checkAngles(axis: 'H' | 'V', deg: Float64Array, where: string, problems: ProblemList): boolean {
  const wrong = wrongAngle(deg, -90, 90), first = deg[0]!, last = deg.at(-1)!, span = { axis, first: shown(first), last: shown(last) }, isOnBothSides = first <= 0 && last > 0;
  if (wrong) problems.error('photometry-hv-angles', where, { axis, ...wrong });
  else if (!isOnBothSides) problems.error('photometry-hv-span', where, span);
  else if (![0, -90].includes(first) || last !== 90) problems.warning('photometry-hv-part', where, span);
  return !wrong && isOnBothSides;
}

/** Angles with the place of their values; those of a file that begins at 0 on both sides of it. */
function nodes(deg: Float64Array): { deg: number; at: number }[] {
  const given = Array.from(deg, (value, at) => ({ deg: value, at }));
  return given[0]!.deg === 0 ? [...given.slice(1).map(({ deg: value, at }) => ({ deg: -value, at })).reverse(), ...given] : given;
}
