import type { lampTechnology } from '../../../engine/twin/photometry.ts';

export type Technology = keyof typeof lampTechnology;

/** What lamps of a technology are like where an inventory does not say. */
export interface TypicalLamp {
  /** Watts printed on the lamp and watts taken with its gear: inventory of the city of Paris (2005 fleet with later LED), consumed power by lamp; the middle where it has several. */
  gear: readonly (readonly [lampW: number, consumedW: number])[];
  /** Luminous flux of each watt printed on the lamp, of an LED of each watt taken: middle of the same inventory. */
  lmPerW: number;
  /** Assumed where the inventory gives no watts: a usual lamp of a residential street. */
  lampW: number;
  colourTemperatureK: number;
  /** Active over apparent power at full output and at a tenth. */
  powerFactor: number;
  dimmedPowerFactor: number;
  /** Lumen depreciation for each burning hour, alpha of exp(-alpha t): a fifth lost over the rated life. */
  fluxDecayPerH: number;
}

/** Natural logarithm of 1 / 0.8. */
const FIFTH_LOST = 0.22314355131420976;

/**
 * By technology. Gear, flux and colour are the Paris inventory's. Low-pressure sodium is not in it: its gear is assumed as that of fluorescent lamps there,
 * its flux usual for 90 W lamps. Lives of 24,000 h (sodium), 12,000 h (metal halide, Cosmopolis), 8,000 h (mercury, fluorescent) and 100,000 h (LED) and power
 * factors of compensated gear are what makers print; all of it is assumption for a given city, and its sources say so.
 */
export const typicalLamps: Readonly<Record<Technology, TypicalLamp>> = {
  led: { gear: [], lmPerW: 110, lampW: 40, colourTemperatureK: 0, powerFactor: 0.95, dimmedPowerFactor: 0.7, fluxDecayPerH: FIFTH_LOST / 100_000 },
  highPressureSodium: { gear: [[70, 86], [100, 110], [150, 170], [250, 281], [400, 433]], lmPerW: 105, lampW: 100, colourTemperatureK: 2000, powerFactor: 0.9, dimmedPowerFactor: 0.9, fluxDecayPerH: FIFTH_LOST / 24_000 },
  metalHalide: { gear: [[35, 42], [70, 82], [100, 114]], lmPerW: 90, lampW: 70, colourTemperatureK: 3000, powerFactor: 0.9, dimmedPowerFactor: 0.9, fluxDecayPerH: FIFTH_LOST / 12_000 },
  cosmopolis: { gear: [[45, 49.5], [60, 66], [90, 99]], lmPerW: 115, lampW: 60, colourTemperatureK: 2800, powerFactor: 0.95, dimmedPowerFactor: 0.9, fluxDecayPerH: FIFTH_LOST / 12_000 },
  mercury: { gear: [[50, 63], [80, 95], [125, 141], [250, 268], [400, 426]], lmPerW: 52, lampW: 125, colourTemperatureK: 4000, powerFactor: 0.9, dimmedPowerFactor: 0.9, fluxDecayPerH: FIFTH_LOST / 8_000 },
  lowPressureSodium: { gear: [[58, 70]], lmPerW: 145, lampW: 90, colourTemperatureK: 1800, powerFactor: 0.9, dimmedPowerFactor: 0.9, fluxDecayPerH: 0 },
  fluorescent: { gear: [[58, 70]], lmPerW: 80, lampW: 58, colourTemperatureK: 3000, powerFactor: 0.9, dimmedPowerFactor: 0.9, fluxDecayPerH: FIFTH_LOST / 8_000 },
  incandescent: { gear: [], lmPerW: 14, lampW: 100, colourTemperatureK: 2700, powerFactor: 1, dimmedPowerFactor: 1, fluxDecayPerH: 0 },
  unknown: { gear: [], lmPerW: 110, lampW: 40, colourTemperatureK: 0, powerFactor: 0.95, dimmedPowerFactor: 0.7, fluxDecayPerH: 0 },
};

/** Watts taken by a lamp and its gear, from those printed on it: straight between the lamps of the table, in proportion beyond its ends. */
export const consumedW = (technology: Technology, lampW: number): number => alongTable(typicalLamps[technology].gear, lampW);

/** Watts printed on a lamp, from those that it takes with its gear. */
export const printedW = (technology: Technology, takenW: number): number =>
  alongTable(typicalLamps[technology].gear.map(([lampW, consumed]) => [consumed, lampW] as const), takenW);

function alongTable(table: readonly (readonly [from: number, to: number])[], value: number): number {
  const first = table[0], last = table.at(-1);
  if (!first || !last) return value;
  if (value <= first[0]) return (value * first[1]) / first[0];
  if (value >= last[0]) return (value * last[1]) / last[0];
  const above = table.findIndex(([from]) => from >= value), [lowFrom, lowTo] = table[above - 1]!, [highFrom, highTo] = table[above]!;
  return lowTo + ((value - lowFrom) * (highTo - lowTo)) / (highFrom - lowFrom);
}

/** Share of the power taken that gear keeps for itself at any output, at the lamp assumed for the technology; an LED driver's is assumed. */
export const gearShare = (technology: Technology): number =>
  technology === 'led' ? 0.05 : 1 - typicalLamps[technology].lampW / consumedW(technology, typicalLamps[technology].lampW);
