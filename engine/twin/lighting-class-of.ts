import type { Reading } from '../foundation/table.ts';
import { ambientLuminosity, lightingFamily, type LitStreets } from './lit-streets.ts';

/**
 * What CEN/TR 13201-1:2014 leaves to each country or does not put in numbers. The weights of P are those of its table 3; those of M
 * (table 1) are from professional memory, and conflict areas have no rule of weights that can be cited: all are parameters here.
 */
export interface ClassRules {
  /** Vehicles that one lane can take in an hour of town traffic, signals included: what "maximum capacity" is taken to be. */
  laneCapacityPerH: number;
  /** Shares of that capacity above which traffic counts as high, and below which as low; with several lanes each way, and with one. */
  multiLane: { highShare: number; lowShare: number };
  twoLane: { highShare: number; lowShare: number };
  /** Vehicles an hour on a street of family P: busy above, quiet below. */
  busyPerH: number;
  quietPerH: number;
  /** Share of users without a motor from which traffic is mixed "with a high percentage" of them. */
  manySharedShare: number;
  /** Junctions on each kilometre above which their density is high. */
  denseJunctionsPerKm: number;
  /** Classes by which a conflict area is lit above what compares with its road. */
  conflictSteps: number;
}

export const usualClassRules: ClassRules = {
  laneCapacityPerH: 800,
  multiLane: { highShare: 0.65, lowShare: 0.35 },
  twoLane: { highShare: 0.45, lowShare: 0.15 },
  busyPerH: 300,
  quietPerH: 30,
  manySharedShare: 0.3,
  denseJunctionsPerKm: 3,
  conflictSteps: 1,
};

/** Traffic that nobody knows: moderate for the design class, which then holds in every hour. */
export const UNKNOWN_VOLUME = -1;

const KMH = 1 / 3.6;
const MOST_WEIGHED = 5;

/**
 * The lighting class that a lit street needs with so many vehicles an hour, both directions together: the number within its family,
 * by 6 - sum of weights. The design class is that of the busiest hour; with less traffic the class may fall (CEN/TR 13201-1:2014, annex A).
 */
export function lightingClassOf(streets: Reading<LitStreets>, row: number, vehiclesPerH: number, rules = usualClassRules): number {
  const family = streets.family[row]!;
  if (family === lightingFamily.pedestrian) return 6 - clamped(pedestrianWeights(streets, row, vehiclesPerH, rules));
  const motorised = 6 - clamped(motorisedWeights(streets, row, vehiclesPerH, rules));
  // Table 2, for surfaces with Q0 from 0.05 to 0.08: M1 to M5 compare with C1 to C5, M6 with C5 too.
  return family === lightingFamily.motorised ? motorised : Math.max(0, Math.min(5, motorised) - rules.conflictSteps);
}

/** The class of a lit street in an hour: that of its traffic then; its design class where nobody knows it. */
export const classInHour = (streets: Reading<LitStreets>, row: number, vehiclesPerH: number, rules = usualClassRules): number =>
  (vehiclesPerH === UNKNOWN_VOLUME ? streets.classIndex[row]! : lightingClassOf(streets, row, vehiclesPerH, rules));

/** Table 3. */
function pedestrianWeights(streets: Reading<LitStreets>, row: number, vehiclesPerH: number, rules: ClassRules): number {
  const shared = streets.sharedShare[row]!, speedMps = streets.speedLimitMps[row]!;
  const speed = speedMps > 10 * KMH ? 1 : 0;
  const use = vehiclesPerH === UNKNOWN_VOLUME ? 0 : vehiclesPerH > rules.busyPerH ? 1 : vehiclesPerH < rules.quietPerH ? -1 : 0;
  // Pedestrians and cyclists alone, or pedestrians beside motor traffic: 1; all three: 2.
  const composition = shared >= 1 || shared < rules.manySharedShare ? 1 : 2;
  return speed + use + composition + streets.hasParkedCars[row]! + ambientWeight(streets.ambientLuminosity[row]!);
}

/** Table 1. */
function motorisedWeights(streets: Reading<LitStreets>, row: number, vehiclesPerH: number, rules: ClassRules): number {
  const speedMps = streets.speedLimitMps[row]!, shared = streets.sharedShare[row]!;
  const speed = speedMps >= 100 * KMH ? 2 : speedMps > 70 * KMH ? 1 : speedMps > 40 * KMH ? -1 : -2;
  const composition = shared >= rules.manySharedShare ? 2 : shared > 0 ? 1 : 0;
  const dense = streets.junctionsPerKm[row]! > rules.denseJunctionsPerKm ? 1 : 0;
  return speed + volumeWeight(streets, row, vehiclesPerH, rules) + composition + (1 - streets.isSeparated[row]!) + dense +
    streets.hasParkedCars[row]! + ambientWeight(streets.ambientLuminosity[row]!);
}

function volumeWeight(streets: Reading<LitStreets>, row: number, vehiclesPerH: number, rules: ClassRules): number {
  if (vehiclesPerH === UNKNOWN_VOLUME) return 0;
  const lanes = Math.max(1, streets.laneCount[row]!);
  const { highShare, lowShare } = lanes > 2 ? rules.multiLane : rules.twoLane;
  const share = vehiclesPerH / (lanes * rules.laneCapacityPerH);
  return share > highShare ? 1 : share < lowShare ? -1 : 0;
}

const ambientWeight = (luminosity: number): number => luminosity - ambientLuminosity.moderate;

const clamped = (weights: number): number => Math.min(MOST_WEIGHED, Math.max(0, weights));
