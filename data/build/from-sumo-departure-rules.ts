import { departLane, departRule } from '../../engine/twin/demand.ts';
import { wordTable } from '../formats/word-table.ts';

/** A departure attribute of SUMO as the twin's number or rule; undefined when SUMO would not understand it either. */

const laneRules: Readonly<Record<string, number>> = wordTable({
  best: departLane.best, best_last: departLane.best, best_prob: departLane.best, free: departLane.free, random: departLane.random, first: departLane.first, allowed: departLane.first,
});
const positionRules: Readonly<Record<string, number>> = wordTable({
  base: departRule.base, free: departRule.free, random_free: departRule.free, splitFront: departRule.base, stop: departRule.free, random: departRule.random, random_location: departRule.random, last: departRule.last,
});
const speedRules: Readonly<Record<string, number>> = wordTable({
  random: departRule.random, max: departRule.max, desired: departRule.max, speedLimit: departRule.max, last: departRule.last, avg: departRule.last,
});

const numberOf = (value: string): number => (value.trim() === '' ? NaN : Number(value));

export function laneOrRule(value: string, laneCount: number): number | undefined {
  if (laneRules[value] !== undefined) return laneRules[value];
  const lane = numberOf(value);
  return Number.isInteger(lane) && lane >= 0 && lane < laneCount ? lane : undefined;
}

/** A negative position counts from the end of the link. */
export function positionOrRule(value: string, lengthM: number): number | undefined {
  if (positionRules[value] !== undefined) return positionRules[value];
  const positionM = numberOf(value);
  const fromStartM = positionM < 0 ? lengthM + positionM : positionM;
  return fromStartM >= 0 && fromStartM <= lengthM ? fromStartM : undefined;
}

export function speedOrRule(value: string): number | undefined {
  if (speedRules[value] !== undefined) return speedRules[value];
  const speedMps = numberOf(value);
  return speedMps >= 0 && speedMps <= 500 ? speedMps : undefined;
}

/** -1 for the end of the link. `share`: a draw in [0, 1) for 'random'. SUMO cuts positions beyond the link to its end. */
export function arrivalPosition(value: string, lengthM: number, share: number): number | undefined {
  if (value === 'max') return -1;
  if (value === 'center') return lengthM / 2;
  if (value === 'random') return share * lengthM;
  const positionM = numberOf(value);
  if (!Number.isFinite(positionM)) return undefined;
  const fromStartM = positionM < 0 ? lengthM + positionM : positionM;
  return fromStartM >= lengthM ? -1 : Math.max(0, fromStartM);
}
