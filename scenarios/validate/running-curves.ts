import type { Curve } from '../report/figures/time-curves.ts';
import type { ObservedRun } from './observed-run.ts';
import { mean } from './spread.ts';

const MOST_POINTS = 150, MINUTE_S = 60;

/** Vehicles on the road by time, mean over the runs of each side; a run that has ended has none. */
export function runningCurves(sides: readonly { name: string; runs: readonly ObservedRun[] }[], fromS: number): Curve[] {
  const untilS = Math.max(...sides.flatMap(({ runs }) => runs.map(({ moments }) => moments.at(-1)?.timeS ?? fromS)));
  const stepS = MINUTE_S * Math.max(1, Math.ceil((untilS - fromS) / MINUTE_S / MOST_POINTS));
  const timeS: number[] = [];
  for (let atS = Math.ceil(fromS / stepS) * stepS; atS <= untilS; atS += stepS) timeS.push(atS);
  return sides.map(({ name, runs }) => {
    const byTime = runs.map(({ moments }) => new Map(moments.map((moment) => [moment.timeS, moment.running])));
    return { name, timeS, values: timeS.map((atS) => mean(byTime.map((running) => running.get(atS) ?? 0))) };
  });
}
