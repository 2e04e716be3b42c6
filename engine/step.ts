import { senseVehicles } from './detectors/sense-vehicles.ts';
import { spendEnergy } from './emissions/spend-energy.ts';
import { recordGreens } from './junctions/record-greens.ts';
import { recordPassages } from './junctions/record-passages.ts';
import { switchDueLamps } from './lighting/switch-lamps.ts';
import { claimWindows } from './pedestrians/claim-windows.ts';
import { comeToCross } from './pedestrians/come-to-cross.ts';
import { walkAcross } from './pedestrians/walk-across.ts';
import { phasesBy } from './phases.ts';
import { callSignals } from './priority/call-signals.ts';
import { decidePriority } from './priority/decide-priority.ts';
import { tellPreempted } from './priority/preempt.ts';
import type { ResultLog } from './results/result-log.ts';
import type { RunSettings } from './run-settings.ts';
import { watchSignals } from './signal-monitor/watch-signals.ts';
import { advanceSignals } from './signals/advance-signals.ts';
import type { CityState } from './state/city-state.ts';
import { applyEvents } from './traffic/apply-events.ts';
import { callDepartures } from './traffic/entry-queues.ts';
import { lineUpVehicles } from './traffic/line-up.ts';
import { insertWaiting } from './traffic/insertion.ts';
import { plainParts } from './traffic/parts.ts';
import { rescueStuck } from './traffic/rescue.ts';
import { reroute } from './traffic/reroute.ts';
import { seeVehicles } from './traffic/see-vehicles.ts';
import type { Traffic } from './traffic/traffic.ts';
import { recordSignalPassages } from './transit/record-signal-passages.ts';
import { serveStops } from './transit/serve-stops.ts';

/** The city from one instant to the next. */
export function step(traffic: Traffic, state: CityState, log: ResultLog, settings: RunSettings, phases = phasesBy(plainParts(traffic, state, log))): void {
  const { twin } = traffic, { pedestrians } = state;
  lineUpVehicles(traffic, state, log);
  // Streets first: what is closed is closed for all who look.
  applyEvents(traffic, state);
  // Control first: what drivers see now was decided before they look.
  callSignals(twin, state, settings);
  decidePriority(twin, state, log);
  advanceSignals(twin, state, log);
  tellPreempted(twin, state, log);
  watchSignals(twin, state, settings.stepS);
  recordGreens(twin, state, log);
  if (pedestrians) {
    comeToCross(twin, state, pedestrians, settings);
    claimWindows(twin, state, pedestrians);
  }
  reroute(traffic, state, log);
  callDepartures(traffic, state);
  insertWaiting(traffic, state, log);
  // All plan on the same picture, then all move: the order of rows can never matter.
  phases.lookAhead(traffic, state);
  phases.giveWay(traffic, state);
  // Drivers have seen who wants to cross, and said who can no longer stop.
  if (pedestrians) walkAcross(twin, state, pedestrians, log);
  state.counts.vehicleUpdates += state.counts.running;
  state.tick++;
  state.timeS = settings.fromS + state.tick * settings.stepS;
  phases.move(traffic, state);
  spendEnergy(twin, state, log, settings.stepS);
  recordPassages(twin, state, log, settings.stepS);
  senseVehicles(twin, state, log, settings.stepS);
  recordSignalPassages(twin, state, log);
  serveStops(twin, state, log, settings);
  phases.changeLanes(traffic, state);
  rescueStuck(traffic, state, log);
  switchDueLamps(twin, state, log);
  if (log.replay) seeVehicles(state, log.replay);
}
