/**
 * How far a modelled hourly flow lies from a counted one: the statistic of Geoffrey E. Havers, in vehicles an hour (UK Design
 * Manual for Roads and Bridges; Department for Transport, TAG unit M3.1, 2020, section 3.3): below 5 is a match. It forgives 22 vehicles at 20 and 230 at 2,000.
 */
export function geh(modelledPerH: number, countedPerH: number): number {
  const sum = modelledPerH + countedPerH, off = modelledPerH - countedPerH;
  return sum > 0 ? Math.sqrt((2 * off * off) / sum) : 0;
}

/** A model that suits its counts has 85 % of them below this (same source). */
export const GEH_MATCH = 5;

/** The share of rows that match. */
export function matchShare(modelledPerH: ArrayLike<number>, countedPerH: ArrayLike<number>): number {
  let matches = 0;
  for (let row = 0; row < countedPerH.length; row++) if (geh(modelledPerH[row]!, countedPerH[row]!) < GEH_MATCH) matches++;
  return countedPerH.length > 0 ? matches / countedPerH.length : 1;
}
