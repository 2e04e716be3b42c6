import type { RunFigures, RunResults } from './results/tables.ts';
import { finishedTables, makeResultLog } from './results/result-log.ts';
import type { RunObserver, RunSettings } from './run-settings.ts';
import { prepareState, stateHash } from './state/city-state.ts';
import type { ReadingTwin } from './twin/twin.ts';

/** One run: the twin from `fromS` to the end. The same twin and settings give the same results, bit for bit. */
export function run(twin: ReadingTwin, settings: RunSettings, observer: RunObserver = {}): RunResults {
  const state = prepareState(twin, settings.fromS);
  const log = makeResultLog(twin, settings.fromS);
  for (; state.timeS < settings.untilS; state.tick++) {
    state.timeS = settings.fromS + (state.tick + 1) * settings.stepS;
    observer.onProgress?.({ timeS: state.timeS, running: 0, arrived: 0, vehicleUpdates: 0 });
  }
  const figures: RunFigures = {
    hash: stateHash(state), simulatedS: state.timeS - settings.fromS, vehicleUpdates: 0, vehiclesLoaded: 0, vehiclesInserted: 0, vehiclesArrived: 0,
    vehiclesRunning: 0, vehiclesWaitingToEnter: 0, rescued: 0, collisions: 0, meanTravelTimeS: null, meanTimeLossS: null, meanDepartDelayS: null,
    busMeanTravelTimeS: null, busMeanTimeLossS: null, lightingEnergyKwh: 0,
  };
  return { figures, tables: finishedTables(log) };
}
