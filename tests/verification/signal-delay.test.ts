// Goal: the delay at a fixed-time signal is what queueing theory says, with the saturation flow and lost time that the run itself shows.
import { expect, test } from 'vitest';
import { run } from '../../engine/run.ts';
import type { RunResults } from '../../engine/results/tables.ts';
import { aspect } from '../../engine/twin/signals.ts';
import { laneWithSignal } from './signal-lane.ts';

const { green, amber, red } = aspect;
const LIMIT_MPS = 50 / 3.6, STEP_S = 0.5, CYCLE_S = 100, AMBER_S = 3;

/** Vehicles at even gaps before a signal of a cycle of 100 s, from the first second of green of the second cycle on. */
function signal(greenS: number, gapS: number, count: number, headwayS: number): RunResults {
  const twin = laneWithSignal({
    plan: [{ durationS: greenS, stage: true, shown: [green] }, { durationS: AMBER_S, shown: [amber] }, { durationS: CYCLE_S - greenS - AMBER_S, shown: [red] }],
    limitMps: LIMIT_MPS, driving: { headwayS }, departS: Array.from({ length: count }, (_, row) => row * gapS),
  });
  return run(twin, { seed: 1, fromS: 0, untilS: 3600, stepS: STEP_S, untilAllArrived: true, busPriority: false, replay: false });
}

/** Vehicles that a green lets through while a queue stands, in the mean over cycles: those that arrive at the end of the road between two moments. */
function servedInGreen(greenS: number, headwayS: number): number {
  const { tables: { trips } } = signal(greenS, 1, 600, headwayS);
  // The queue stands from the third cycle on and lasts; the way from the stop line to the end takes less than the red.
  const arrivals = Array.from({ length: trips.count }, (_, row) => trips.arriveS[row]!).filter((timeS) => timeS >= 300 && timeS < 1100).length;
  return arrivals / 8;
}

const saturation = (headwayS: number): { perS: number; effectiveGreenS: number } => {
  const short = servedInGreen(20, headwayS), long = servedInGreen(50, headwayS), perS = (long - short) / 30;
  return { perS, effectiveGreenS: 30 - 20 + short / perS };
};

// 250 and 450 veh/h on a lane of about 1,500 veh/h, as in a published experiment with 29.4 s for the first, and 600 veh/h on a faster one.
test.each([[1.86, 14.4], [1.86, 8], [1, 6]])('headway %d s, a vehicle every %d s: green 30 s of 100 s, uniform delay to one in twenty', (headwayS, gapS) => {
  const { perS, effectiveGreenS } = saturation(headwayS), flowPerS = 1 / gapS;
  expect(flowPerS).toBeLessThan((0.95 * perS * effectiveGreenS) / CYCLE_S);
  const redS = CYCLE_S - effectiveGreenS;
  const byTheoryS = (redS * redS) / (2 * CYCLE_S * (1 - flowPerS / perS));
  // A whole number of cycles of arrivals, or nearly.
  const { tables: { trips } } = signal(30, gapS, Math.round(2000 / gapS), headwayS);
  const meanS = trips.timeLossS.reduce((sum, lossS) => sum + lossS, 0) / trips.count;
  console.log(`saturation flow ${(3600 * perS).toFixed(0)} veh/h, effective green ${effectiveGreenS.toFixed(1)} s: ${meanS.toFixed(2)} s lost, ${byTheoryS.toFixed(2)} s by theory`);
  expect(Math.abs(meanS / byTheoryS - 1)).toBeLessThan(0.05);
});
