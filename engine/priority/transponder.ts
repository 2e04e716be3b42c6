import { usualEmergencyTransponder } from '../twin/preemption.ts';
import { usualTransponder, type Transponders } from '../twin/priority.ts';
import { category } from '../twin/streets.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** Usual ones have no row; a city that declares transponders gives none to the categories that it leaves out. */
const USUAL = -1, USUAL_EMERGENCY = -2;
export const NO_TRANSPONDER = -3;

/** What vehicles of a category carry. */
export function transponderOf({ transponders }: ReadingTwin, kind: number): number {
  if (transponders.count === 0) return kind === category.emergency ? USUAL_EMERGENCY : USUAL;
  for (let row = 0; row < transponders.count; row++) if ((transponders.category[row]! & kind) !== 0) return row;
  return NO_TRANSPONDER;
}

type Quality = Exclude<keyof Transponders, 'count' | 'category'>;

/** How good it is in one respect. */
export const qualityOf = ({ transponders }: ReadingTwin, row: number, name: Quality): number =>
  (row === USUAL ? usualTransponder[name] : row === USUAL_EMERGENCY ? usualEmergencyTransponder[name] : transponders[name][row]!);
