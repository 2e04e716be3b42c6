import { anywhere } from '../foundation/table.ts';
import type { CityState } from '../state/city-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { restoreEvents } from './apply-events.ts';
import { makeApproaches } from './approaches.ts';
import { restoreNewRoutes } from './new-routes.ts';
import { preparePresence } from './presence.ts';
import { prepareRoads } from './roads.ts';
import type { CallSpan } from './route-guide.ts';
import { makeSafeSpeedQuestion } from './safe-speed.ts';
import { makeAhead, makeBerth, makeComing, makeLaneView, makeLineUp, makeMeeting, makeSight, makeWays } from './scratch.ts';
import type { Traffic } from './traffic.ts';

/** All that traffic needs before the first step, or before the next one of a run that is taken up again. `called`: when its departures are called; left out: at any time. */
export function prepareTraffic(twin: ReadingTwin, state: CityState, { seed, stepS, rerouteShare = 0 }: { seed: number; stepS: number; rerouteShare?: number | undefined }, memory = anywhere, called?: CallSpan): Traffic {
  const roads = prepareRoads(twin, memory, called);
  const nextOfBlock = new Int32Array(twin.departures.count).fill(-1);
  for (let departure = 0; departure < twin.departures.count; departure++) {
    if (twin.departures.after[departure]! >= 0) nextOfBlock[twin.departures.after[departure]!] = departure;
  }
  const traffic: Traffic = {
    memory, twin, roads, nextOfBlock, seed, stepS, rerouteShare,
    ways: makeWays(),
    approaches: makeApproaches(state.vehicles.count, twin.movements.count, memory),
    presence: preparePresence(twin, roads.laneCount, state),
    deciding: memory.make(Int32Array, state.vehicles.count),
    decidingCount: 0,
    crossing: memory.make(Int32Array, state.vehicles.count),
    crossingCount: 0,
    changing: memory.make(Int32Array, state.vehicles.count),
    changeTo: memory.make(Int8Array, state.vehicles.count),
    own: undefined,
    lineUp: makeLineUp(state.vehicles.count),
    ...makeScratch(stepS),
  };
  restoreNewRoutes(traffic, state);
  restoreEvents(traffic, state);
  return traffic;
}

/** What one look fills: each thread has its own. */
export const makeScratch = (stepS: number): Pick<Traffic, 'sight' | 'safeSpeed' | 'coming' | 'berth' | 'ahead' | 'meeting' | 'views'> => ({
  sight: makeSight(), safeSpeed: makeSafeSpeedQuestion(stepS), coming: makeComing(), berth: makeBerth(), ahead: makeAhead(), meeting: makeMeeting(),
  views: { here: makeLaneView(), there: makeLaneView() },
});
