import { switchDueLamps } from './lighting/switch-lamps.ts';
import type { ResultLog } from './results/result-log.ts';
import type { RunSettings } from './run-settings.ts';
import { advanceSignals } from './signals/advance-signals.ts';
import { requestPriority } from './signals/request-priority.ts';
import type { CityState } from './state/city-state.ts';
import { callDepartures } from './traffic/entry-queues.ts';
import { lineUpVehicles } from './traffic/line-up.ts';
import { insertWaiting } from './traffic/insertion.ts';
import { changeLanes } from './traffic/lane-changing.ts';
import { lookAhead } from './traffic/look-ahead.ts';
import { move } from './traffic/motion.ts';
import { countOverlaps } from './traffic/overlaps.ts';
import { rescueStuck } from './traffic/rescue.ts';
import { giveWay } from './traffic/right-of-way.ts';
import { seeVehicles } from './traffic/see-vehicles.ts';
import type { Traffic } from './traffic/traffic.ts';
import { serveStops } from './transit/serve-stops.ts';

/** The city from one instant to the next. */
export function step(traffic: Traffic, state: CityState, log: ResultLog, settings: RunSettings): void {
  const { twin } = traffic;
  lineUpVehicles(traffic, state, log);
  // Control first: what drivers see now was decided before they look.
  requestPriority(twin, state, settings);
  advanceSignals(twin, state, log);
  callDepartures(traffic, state);
  insertWaiting(traffic, state, log);
  // All plan on the same picture, then all move: the order of rows can never matter.
  lookAhead(traffic, state);
  giveWay(traffic, state);
  state.counts.vehicleUpdates += state.counts.running;
  state.tick++;
  state.timeS = settings.fromS + state.tick * settings.stepS;
  move(traffic, state, log);
  serveStops(twin, state, log);
  changeLanes(traffic, state);
  rescueStuck(traffic, state, log);
  countOverlaps(traffic, state);
  switchDueLamps(twin, state, log);
  if (log.replay) seeVehicles(state, log.replay);
}
