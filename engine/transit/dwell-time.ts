/** What a vehicle's room and doors ask of the time at a stop; see `interiorColumns`. */
export interface BoardingTimes { boardingS: number; crowdedFromShare: number; crowdedFactor: number }

/**
 * How long one person needs to board a vehicle so full (share of its capacity, before they are in). Dwell is linear in who gets on
 * and off, 5.0 + 2.75 n s in Levinson (1983); beyond a load where people stand in each other's way boarding slows down.
 */
export function boardingTimeS({ boardingS, crowdedFromShare, crowdedFactor }: BoardingTimes, loadShare: number): number {
  if (loadShare <= crowdedFromShare) return boardingS;
  return boardingS * (1 + ((crowdedFactor - 1) * (loadShare - crowdedFromShare)) / (1 - crowdedFromShare));
}
