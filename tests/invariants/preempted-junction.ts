// A junction drawn by chance at which emergency vehicles, trams and buses ask at random, second by second under the eyes of the safety monitor.
import { makeVehicleTypes, vehicleTypeRow } from '../../data/build/demand/vehicle-types.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { decidePriority } from '../../engine/priority/decide-priority.ts';
import { tellPreempted } from '../../engine/priority/preempt.ts';
import type { ResultLog } from '../../engine/results/result-log.ts';
import { watchSignals } from '../../engine/signal-monitor/watch-signals.ts';
import { advanceSignals } from '../../engine/signals/advance-signals.ts';
import type { CityState } from '../../engine/state/city-state.ts';
import { departureColumns } from '../../engine/twin/demand.ts';
import { preemptionLevel, preemptionRuleColumns } from '../../engine/twin/preemption.ts';
import { category } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { hearRequests, type HeardRequest } from '../verification/priority-request.ts';

export const RECOVERY_CYCLES = 3;
const TYPES = [vehicleTypeRow.emergency, vehicleTypeRow.tram, vehicleTypeRow.bus] as const;

/** Emergency vehicles, trams and buses go before the plan, each kind its own way; most stages may last longer. */
export function withPreemption(twin: Twin, seed: number): Twin {
  const { controllers, intervals } = twin;
  controllers.busPriority.fill(1);
  twin.vehicleTypes = makeVehicleTypes();
  twin.departures = tableFrom(departureColumns, Array.from({ length: 30 }, (_, row) => ({
    name: `${row}`, vehicleType: TYPES[row % 3]!, route: 0, departS: 0, departLane: 0, departPositionM: 0, departSpeedMps: 0, arrivalPositionM: -1, firstHalt: 0, haltCount: 0, trip: -1, after: -1,
  })));
  for (let interval = 0; interval < intervals.count; interval++) {
    if (intervals.stage[interval] && randomShare(seed, 23, interval, 0) > 0.3) intervals.longestS[interval] = intervals.durationS[interval]! + Math.floor(randomShare(seed, 24, interval, 0) * 20);
  }
  const levels = [[category.emergency, preemptionLevel.emergency], [category.tram, preemptionLevel.absolute], [category.bus, preemptionLevel.hold]] as const;
  twin.preemptionRules = tableFrom(preemptionRuleColumns, Array.from({ length: controllers.count }, (_, controller) => levels.map(([kind, level]) =>
    ({ controller, category: kind, level, leastClearS: Math.floor(randomShare(seed, 26, controller, level) * 8), recoveryCycleCount: RECOVERY_CYCLES }))).flat());
  return twin;
}

/** One vehicle that asks, when, until it has passed or is silent. */
export interface Approach { departure: number; signalGroup: number; fromS: number; untilS: number; arrivesS: number }

/** Vehicles come by chance, one every `everyS` on average, called 20 to 60 s ahead, and pass some seconds off the time that they say. */
export function approaches({ controllers }: Twin, seed: number, fromS: number, seconds: number, everyS: number): Approach[] {
  const all: Approach[] = [];
  for (let second = 0; second < seconds; second++) {
    if (randomShare(seed, 30, second, 0) > 1 / everyS) continue;
    const calledS = fromS + second, arrivesS = calledS + 20 + randomShare(seed, 31, second, 0) * 40, departure = Math.floor(randomShare(seed, 32, second, 0) * 30);
    all.push({ departure, signalGroup: Math.floor(randomShare(seed, 33, second, 0) * controllers.groupCount[0]!), fromS: calledS, arrivesS, untilS: arrivesS + (randomShare(seed, 34, second, 0) - 0.3) * 40 });
  }
  return all;
}

/** The controller second by second, looked at by the monitor; who has not passed says again and again when it comes. `before`, `after`: what happens on the road, and who looks. */
export function drive(twin: Twin, state: CityState, log: ResultLog, coming: readonly Approach[], seconds: number, { before = () => {}, after = () => {} }: { before?: (state: CityState) => void; after?: (state: CityState) => void } = {}): void {
  for (let second = 0; second < seconds; second++, state.tick++, state.timeS++) {
    const asking = new Map<number, HeardRequest>();
    for (const { departure, signalGroup, fromS, untilS, arrivesS } of coming) {
      if (state.timeS >= fromS && state.timeS < untilS && !asking.has(departure)) asking.set(departure, { departure, controller: 0, signalGroup, arrivesS });
    }
    before(state);
    hearRequests(state, [...asking.values()]);
    decidePriority(twin, state, log);
    advanceSignals(twin, state, log);
    tellPreempted(twin, state, log);
    watchSignals(twin, state, 1);
    after(state);
  }
}

export const fromOf = (seed: number): number => Math.floor(randomShare(seed, 20, 0, 0) * 86400);
