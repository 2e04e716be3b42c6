import { log } from '../foundation/exact-math.ts';
import { randomNormal, randomShare } from '../foundation/random.ts';
import type { CityState } from '../state/city-state.ts';
import { addPerson, type PedestrianState } from '../state/pedestrian-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { purposes } from './purposes.ts';

const HOUR_S = 3600, HOURS_A_DAY = 24;
/** Mean walking speed: 1.2 m/s, that of signal design (RiLSA). */
const WALKING_MPS = 1.2;
/** Spread between people: 0.26 of 1.34 m/s, Weidmann (1993), "Transporttechnik der Fussgänger". */
const WALKING_DEVIATION_MPS = 0.23;
const WALKING_BOUNDS_MPS = { least: 0.6, most: 2 };

/**
 * People come to crossings one by one and at random, a Poisson process whose rate changes by the hour. When the next one
 * comes is drawn when the one before has come, so a step looks at one number for each crossing, and the same people come
 * whatever the step. Who comes within a step sees what signals and drivers show at its start.
 */
export function comeToCross(twin: ReadingTwin, { timeS }: CityState, pedestrians: PedestrianState, { seed, stepS }: { seed: number; stepS: number }): void {
  const { nextArrivalS, waiting, draws } = pedestrians.crossings, untilS = timeS + stepS;
  for (let crossing = 0; crossing < twin.crossings.count; crossing++) {
    if (nextArrivalS[crossing]! >= untilS) continue;
    if (nextArrivalS[crossing]! < 0) nextArrivalS[crossing] = drawArrivalS(twin, pedestrians, crossing, timeS, seed);
    while (nextArrivalS[crossing]! < untilS) {
      const row = addPerson(pedestrians), { people } = pedestrians, key = draws[crossing]!;
      const mps = WALKING_MPS + WALKING_DEVIATION_MPS * randomNormal(seed, purposes.walkingSpeed, crossing, key);
      people.crossing[row] = crossing;
      people.fromSecondKerb[row] = randomShare(seed, purposes.kerb, crossing, key) < 0.5 ? 1 : 0;
      people.arriveS[row] = nextArrivalS[crossing]!;
      people.startS[row] = -1;
      people.walkingMps[row] = Math.min(Math.max(mps, WALKING_BOUNDS_MPS.least), WALKING_BOUNDS_MPS.most);
      waiting[crossing]!++;
      nextArrivalS[crossing] = drawArrivalS(twin, pedestrians, crossing, nextArrivalS[crossing]!, seed);
    }
  }
}

/** When the next person comes after `afterS`; Infinity where nobody does. */
function drawArrivalS({ crossings, walkingHours }: ReadingTwin, { crossings: { draws } }: PedestrianState, crossing: number, afterS: number, seed: number): number {
  const people = crossings.dayPeopleCount[crossing]!, profile = crossings.dayProfile[crossing]!;
  let fromS = afterS;
  for (let hours = 0; hours <= HOURS_A_DAY; hours++) {
    const hour = Math.floor(fromS / HOUR_S), untilS = (hour + 1) * HOUR_S;
    const share = profile < 0 ? 1 / HOURS_A_DAY : walkingHours.dayShare[profile + (hour % HOURS_A_DAY)]!;
    const ratePerS = (people * share) / HOUR_S;
    if (ratePerS > 0) {
      const atS = fromS - log(1 - randomShare(seed, purposes.arrival, crossing, draws[crossing]!++)) / ratePerS;
      // A gap that outlasts the hour is drawn anew from its end: such gaps remember nothing.
      if (atS <= untilS) return atS;
    }
    fromS = untilS;
  }
  return Infinity;
}
