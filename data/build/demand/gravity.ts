import { exp } from '../../../engine/foundation/exact-math.ts';

/** Ends of trips by zone and the distance between zones. */
export interface GravityInput {
  productions: Float64Array;
  /** Scaled to the sum of the productions. */
  attractions: Float64Array;
  distanceM: (from: number, to: number) => number;
  /** Distance over which the willingness to travel falls to 1/e. */
  decayM: number;
}

/**
 * Trips between zones by the doubly constrained gravity model with exponential decay (Wilson 1967; Ortúzar and Willumsen,
 * Modelling Transport, equations 5.13 to 5.16), balanced by Furness' iterations. Row by row: `trips[from * zones + to]`.
 */
export function gravityTrips({ productions, attractions, distanceM, decayM }: GravityInput, iterations = 12): Float64Array {
  const zones = productions.length;
  const trips = new Float64Array(zones * zones);
  const decay = new Float64Array(zones * zones);
  for (let from = 0; from < zones; from++) for (let to = 0; to < zones; to++) if (from !== to) decay[from * zones + to] = exp(-distanceM(from, to) / decayM);
  const produced = productions.reduce((sum, value) => sum + value, 0), attracted = attractions.reduce((sum, value) => sum + value, 0);
  const rowFactor = new Float64Array(zones).fill(1), columnFactor = new Float64Array(zones).fill(1);
  for (let iteration = 0; iteration < iterations; iteration++) {
    for (let from = 0; from < zones; from++) {
      let sum = 0;
      for (let to = 0; to < zones; to++) sum += columnFactor[to]! * decay[from * zones + to]!;
      rowFactor[from] = sum > 0 ? productions[from]! / sum : 0;
    }
    for (let to = 0; to < zones; to++) {
      let sum = 0;
      for (let from = 0; from < zones; from++) sum += rowFactor[from]! * decay[from * zones + to]!;
      columnFactor[to] = sum > 0 ? (attractions[to]! * produced) / attracted / sum : 0;
    }
  }
  for (let from = 0; from < zones; from++) {
    for (let to = 0; to < zones; to++) trips[from * zones + to] = rowFactor[from]! * columnFactor[to]! * decay[from * zones + to]!;
  }
  return trips;
}
