// Formulas that the traffic is held against, each with its source.

/** A signal from the traffic's side: flows in vehicles an hour, times in seconds. `greenS` is the effective green. */
export interface Service { flowPerH: number; saturationPerH: number; greenS: number; cycleS: number }

/** Delay of evenly spaced arrivals: HCM 2000, equation 16-11, which is exact for them. */
export function uniformDelayS({ flowPerH, saturationPerH, greenS, cycleS }: Service): number {
  const share = greenS / cycleS, x = flowPerH / (saturationPerH * share);
  return (0.5 * cycleS * (1 - share) ** 2) / (1 - Math.min(1, x) * share);
}

/** Delay that random arrivals add over `hours` from an empty queue: HCM 2000, equation 16-12, k 0.5 (fixed times), I 1 (no signal before). */
export function randomDelayS({ flowPerH, saturationPerH, greenS, cycleS }: Service, hours: number): number {
  const capacityPerH = (saturationPerH * greenS) / cycleS, x = flowPerH / capacityPerH;
  return 900 * hours * (x - 1 + Math.sqrt((x - 1) ** 2 + (4 * x) / (capacityPerH * hours)));
}

/** Mean delay in a queue of random arrivals that has long been there: Webster (1958), Road Research Technical Paper 39. */
export function websterDelayS({ flowPerH, saturationPerH, greenS, cycleS }: Service): number {
  const share = greenS / cycleS, x = flowPerH / (saturationPerH * share), perS = flowPerH / 3600;
  return (cycleS * (1 - share) ** 2) / (2 * (1 - share * x)) + (x * x) / (2 * perS * (1 - x)) - 0.65 * (cycleS / perS ** 2) ** (1 / 3) * x ** (2 + 5 * share);
}

/** The cycle of least delay: Webster (1958). `busyShare`: sum over stages of flow over saturation flow. */
export const websterCycleS = (lostS: number, busyShare: number): number => (1.5 * lostS + 5) / (1 - busyShare);

/** Speed of the border between two states of traffic: Lighthill and Whitham (1955); negative upstream. */
export const shockSpeed = (flowA: number, flowB: number, densityA: number, densityB: number): number => (flowA - flowB) / (densityA - densityB);

/** Entry capacity of a roundabout of one lane against the circulating flow: HCM 2010, equation 21-1. */
export const roundaboutCapacityPerH = (circulatingPerH: number): number => 1130 * Math.exp(-0.001 * circulatingPerH);

/** Flow of vehicles that follow each other at `headwayS` plus the time to cover a length and a gap. */
export const followingCapacityPerH = (speedMps: number, lengthM: number, minGapM: number, headwayS: number): number => 3600 / (headwayS + (lengthM + minGapM) / speedMps);
