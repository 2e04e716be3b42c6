import type { ProblemList } from '../problem-list.ts';
import { isInDegrees, isNamedByCode, isWithinArea, type ToDegrees } from './projection.ts';

/** Coordinates of rows as they stand in the file; NaN where there are none. */
export interface Coordinates { x: ArrayLike<number>; y: ArrayLike<number> }

/**
 * Coordinates that cannot be in the system that they are said to be in: metres taken for degrees and the other way round, or east and north exchanged.
 * The middle ones are looked at, for a few mistyped rows say nothing of the system.
 */
export function checkCoordinates(file: string, crs: string, { x, y }: Coordinates, toDegrees: ToDegrees, problems: ProblemList): void {
  const middleX = middleOf(x), middleY = middleOf(y);
  if (Number.isNaN(middleX) || Number.isNaN(middleY)) return;
  const canBeDegrees = (east: number, north: number): boolean => Math.abs(east) <= 180 && Math.abs(north) <= 90;
  const said = { x: shown(middleX), y: shown(middleY), crs: crs.slice(0, 80) };
  if (isInDegrees(crs)) {
    if (canBeDegrees(middleX, middleY)) return;
    if (canBeDegrees(middleY, middleX)) problems.error('lamps-exchanged', file, said);
    else problems.error('lamps-not-degrees', file, said);
    return;
  }
  if (canBeDegrees(middleX, middleY)) {
    if (isNamedByCode(crs)) { problems.error('lamps-not-metres', file, said); return; }
    problems.warning('lamps-perhaps-degrees', file, said);
  }
  const at = toDegrees(middleX, middleY), exchanged = toDegrees(middleY, middleX);
  if (at && isWithinArea(crs, at)) return;
  if (exchanged && isWithinArea(crs, exchanged)) problems.error('lamps-exchanged', file, said);
  else problems.error('lamps-outside-system', file, said);
}

function middleOf(values: ArrayLike<number>): number {
  const known = Float64Array.from(values).filter((value) => Number.isFinite(value)).sort();
  return known[known.length >> 1] ?? NaN;
}

/** Metres as they are, degrees with four decimals. */
const shown = (value: number): number => Math.round(value * 10_000) / 10_000;

const NORTH = /^(lat|y($|_?coord|[\s_\d])|north|nord)/i, EAST = /^(lon|lng|x($|_?coord|[\s_\d])|east|est($|[\s_]))/i;

/** Whether the names of two columns say the reverse of what a mapping takes them for. */
export const areNamedInReverse = ({ x, y }: { x: string; y: string }): boolean => NORTH.test(x) && EAST.test(y);
