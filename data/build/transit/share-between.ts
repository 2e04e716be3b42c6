export const QUARTER_S = 900, QUARTERS_A_DAY = 96;

/** The share of a day's rides that start between two times, by the shares of its quarters of an hour; hours past midnight are those of the day before. */
export function shareBetween(quarterShares: Readonly<ArrayLike<number>>, fromS: number, untilS: number): number {
  let sum = 0;
  for (let quarter = Math.floor(fromS / QUARTER_S); quarter * QUARTER_S < untilS; quarter++) {
    const insideS = Math.min(untilS, (quarter + 1) * QUARTER_S) - Math.max(fromS, quarter * QUARTER_S);
    sum += (quarterShares[((quarter % QUARTERS_A_DAY) + QUARTERS_A_DAY) % QUARTERS_A_DAY]! * insideS) / QUARTER_S;
  }
  return sum;
}
