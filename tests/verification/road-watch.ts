// Detectors on a run: who passes a cross-section when and how fast, and where everybody is at the end of every step.
import { makeResultLog, finishedTables } from '../../engine/results/result-log.ts';
import type { ReplayRecorder } from '../../engine/results/replay-recorder.ts';
import type { ResultTables } from '../../engine/results/tables.ts';
import { prepareState, type CityState } from '../../engine/state/city-state.ts';
import { step } from '../../engine/step.ts';
import { prepareTraffic } from '../../engine/traffic/prepare-traffic.ts';
import type { Twin } from '../../engine/twin/twin.ts';

/** A cross-section: a lane row, or lanes.count + movement row, and how far along it. */
export interface Section { place: number; positionM: number }
/** A front bumper that passes a cross-section. Speeds are those of the step it falls into. */
export interface Pass { departure: number; timeS: number; speedMps: number }

export interface Watch {
  untilS: number;
  stepS: number;
  seed?: number;
  sections?: readonly Section[];
  /** Called at the end of every step. */
  onStep?: (state: CityState) => void;
}

interface Seen { departure: number; place: number; positionM: number; timeS: number }

/** Runs a twin from 0 to `untilS`; times of passing are exact within the step, for vehicles keep their speed in it. */
export function watch(twin: Twin, { untilS, stepS, seed = 1, sections = [], onStep }: Watch): { passes: Pass[][]; tables: ResultTables; state: CityState } {
  const passes: Pass[][] = sections.map(() => []), last: Seen[] = [];
  const moved = (slot: number, departure: number, timeS: number, place: number, positionM: number): void => {
    const before = last[slot]!;
    if (before.departure === departure && before.place === place && timeS > before.timeS) {
      const speedMps = (positionM - before.positionM) / (timeS - before.timeS);
      sections.forEach((section, index) => {
        if (section.place !== place || section.positionM <= before.positionM || section.positionM > positionM) return;
        passes[index]!.push({ departure, timeS: before.timeS + (section.positionM - before.positionM) / speedMps, speedMps });
      });
    }
    last[slot] = { departure, place, positionM, timeS };
  };
  const replay: ReplayRecorder = {
    begin: (slot, departure, timeS, place, positionM) => { last[slot] = { departure, place, positionM, timeS }; },
    see: moved, cross: moved, end: moved, walked() {}, endStep() {}, finish() {},
    rename(newSlot) {
      const before = last.slice();
      last.length = 0;
      for (let slot = 0; slot < before.length; slot++) if (newSlot[slot]! >= 0 && before[slot]) last[newSlot[slot]!] = before[slot]!;
    },
  };
  const state = prepareState(twin, 0), settings = { seed, fromS: 0, untilS, stepS, untilAllArrived: false, busPriority: false, replay: true };
  const traffic = prepareTraffic(twin, state, settings), log = makeResultLog(twin, 0, replay);
  while (state.timeS < untilS) {
    step(traffic, state, log, settings);
    onStep?.(state);
  }
  for (const list of passes) list.sort((one, other) => one.timeS - other.timeS);
  return { passes, tables: finishedTables(log), state };
}

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
