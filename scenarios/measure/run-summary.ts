import type { Measured } from './indicator.ts';
import { busDelayByLine, type LineDelay } from './bus-delay-by-line.ts';
import { measureAll, type IndicatorName } from './indicators.ts';
import { zoneEnergy, type ZoneEnergy } from './zone-energy.ts';

/** What figures draw of the whole city, in steps of five minutes. */
export interface CityMinutes {
  timeS: number[];
  /** Vehicles on the network, mean over the step. */
  running: number[];
  /** Taken by all lamps, mean over the step. */
  lightingPowerW: number[];
}

/** A run in a few kilobytes of plain data: what comparison, report and viewer need of it once its tables are put away. */
export interface RunSummary {
  seed: number;
  values: Record<IndicatorName, number | null>;
  minutes: CityMinutes;
  zones: ZoneEnergy[];
  busLines: LineDelay[];
}

export const summariseRun = (seed: number, over: Measured): RunSummary => ({
  seed, values: measureAll(over), minutes: thinnedMinutes(over), zones: zoneEnergy(over), busLines: busDelayByLine(over),
});

const STEP_MINUTES = 5;

function thinnedMinutes({ tables: { minutes } }: Measured): CityMinutes {
  const thinned: CityMinutes = { timeS: [], running: [], lightingPowerW: [] };
  for (let from = 0; from < minutes.count; from += STEP_MINUTES) {
    const until = Math.min(from + STEP_MINUTES, minutes.count);
    // The row at the end of a run opens a step of its own, of which nothing else is known.
    if (from > 0 && until - from < STEP_MINUTES) break;
    let running = 0, powerW = 0;
    for (let row = from; row < until; row++) { running += minutes.running[row]!; powerW += minutes.lightingPowerW[row]!; }
    thinned.timeS.push(minutes.timeS[from]!);
    thinned.running.push(running / (until - from));
    thinned.lightingPowerW.push(powerW / (until - from));
  }
  return thinned;
}
