import type { ResultTables } from '../../engine/results/tables.ts';

/** Sums over everyone who rode buses and trams. */
export interface PeopleRiding { boarded: number; leftBehind: number; waitedS: number; rodeS: number }

export function peopleRiding({ boardings }: Pick<ResultTables, 'boardings'>, counts: (row: number) => boolean = () => true): PeopleRiding {
  const sums = { boarded: 0, leftBehind: 0, waitedS: 0, rodeS: 0 };
  for (let row = 0; row < boardings.count; row++) {
    if (!counts(row)) continue;
    sums.boarded += boardings.boardedCount[row]!;
    sums.leftBehind += boardings.leftBehindCount[row]!;
    sums.waitedS += boardings.waitedS[row]!;
    sums.rodeS += boardings.rodeS[row]!;
  }
  return sums;
}
