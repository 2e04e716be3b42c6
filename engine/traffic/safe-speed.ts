import { stepsWithin, wholeSteps } from './car-following.ts';

/**
 * The safe speed of `car-following.ts`, asked in memory: numbers handed to a function that is not compiled into its caller
 * become objects, and this is asked of every vehicle in every step.
 */
export type SafeSpeedQuestion = Float64Array;

/** The greatest speed otherwise, which `lowerToSafe` lowers; the gap less the standstill gap; the one ahead; the driver. */
export const BOUND_MPS = 0, GAP_M = 1, LEADER_MPS = 2, LEADER_BRAKING_MPS2 = 3, BRAKING_MPS2 = 4, HEADWAY_S = 5, STEP_S = 6;

export function makeSafeSpeedQuestion(stepS: number): SafeSpeedQuestion {
  const question = new Float64Array(7);
  question[STEP_S] = stepS;
  return question;
}

/** Left as a margin against rounding, as in `stopSpeedMps`; and where a bound stands for the exact distance. */
const ROUNDING_M = 0.001, DOUBT_M = 0.01;

/**
 * Lowers the bound to `followSpeedMps`. First a bound that needs no root: braking distances of whole steps lie between
 * v²/2b - v·step/2 and that plus b·step²/8. The rest is `followSpeedMps` written out.
 */
export function lowerToSafe(question: SafeSpeedQuestion): void {
  const boundMps = question[BOUND_MPS]!, gapM = question[GAP_M]!, leaderMps = question[LEADER_MPS]!;
  // In a standing queue.
  if (gapM <= ROUNDING_M && leaderMps === 0) { question[BOUND_MPS] = Math.min(0, boundMps); return; }
  const brakingMps2 = question[BRAKING_MPS2]!, headwayS = question[HEADWAY_S]!, stepS = question[STEP_S]!;
  const leaderBrakingMps2 = Math.max(question[LEADER_BRAKING_MPS2]!, brakingMps2);
  const neededM = boundMps * (headwayS - 0.5 * stepS) + (boundMps * boundMps) / (2 * brakingMps2) + (brakingMps2 * stepS * stepS) / 8 + DOUBT_M;
  if (neededM <= gapM + (leaderMps * leaderMps) / (2 * leaderBrakingMps2) - 0.5 * leaderMps * stepS) return;
  let leaderGapM = 0;
  if (leaderMps > 0) {
    const lossMps = leaderBrakingMps2 * stepS, steps = wholeSteps(leaderMps, lossMps);
    leaderGapM = stepS * (steps * leaderMps - (lossMps * steps * (steps + 1)) / 2);
  }
  const roomM = gapM + leaderGapM - ROUNDING_M;
  if (roomM <= 0) { question[BOUND_MPS] = Math.min(0, boundMps); return; }
  const lossMps = brakingMps2 * stepS, steps = stepsWithin(roomM, lossMps, headwayS, stepS);
  const coveredM = steps * lossMps * headwayS + (stepS * lossMps * steps * (steps - 1)) / 2;
  question[BOUND_MPS] = Math.min(boundMps, steps * lossMps + (roomM - coveredM) / (steps * stepS + headwayS));
}
