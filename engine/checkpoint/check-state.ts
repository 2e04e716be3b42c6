import type { Problem } from '../foundation/problem.ts';
import type { Column, Columns } from '../foundation/table.ts';
import type { CityState } from '../state/city-state.ts';
import { detectorStateColumns } from '../state/detector-state.ts';
import { LIGHTING_INTERVAL_S } from '../state/lighting-state.ts';
import { changeoverColumns } from '../state/changeover-state.ts';
import { ridingColumns } from '../state/passenger-state.ts';
import { personColumns } from '../state/pedestrian-state.ts';
import { controllerStateColumns } from '../state/signal-state.ts';
import { signalWatchColumns } from '../state/signal-watch-state.ts';
import { departureStage, departureStateColumns, entryQueueColumns, placeStateColumns } from '../state/traffic-state.ts';
import { vehicleStateColumns } from '../state/vehicle-state.ts';
import { aspect } from '../twin/signals.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { faultOfPassengers } from './check-passengers.ts';
import { checkLighting } from './check-lighting.ts';
import { checkPedestrians } from './check-pedestrians.ts';
import { compensationTables } from './check-compensation.ts';
import { preemptionFaults, preemptionTables } from './check-preemption.ts';
import { priorityFaults, priorityTables } from './check-priority.ts';
import { checkGuidance, checkWays } from './check-ways.ts';
import { collectFaults, type Faults } from './faults.ts';
import { leavesOf, type Part, type Values } from './leaves.ts';

/** Faster than anything on a street. */
const MOST_MPS = 200;

/** When the run began and how far apart its ticks are: what time it is follows from them. */
export interface RunSpan { fromS: number; stepS: number; rerouteShare?: number | undefined; recordJunctions?: boolean | undefined; measuredFromS?: number | undefined }

/**
 * Whether a state from outside can be stepped: every row and slot that it names exists, every chain of vehicles and
 * every queue ends and holds whom it says, every number is one. A state that a run has written always passes.
 */
export function checkState(twin: ReadingTwin, state: CityState, span: RunSpan): Problem[] {
  const faults = collectFaults();
  for (const { path, value } of leavesOf(state as unknown as Part)) {
    if (value instanceof Float64Array || value instanceof Float32Array) if (value.some(Number.isNaN)) faults.add('checkpoint-no-number', `state.${path}`);
  }
  const tables: [string, Part, Columns][] = [
    ['vehicles', state.vehicles, vehicleStateColumns], ['places', state.places, placeStateColumns], ['departures', state.departures, departureStateColumns],
    ['queues', state.queues, entryQueueColumns], ['signals.controllers', state.signals.controllers, controllerStateColumns],
    ['signals.changeovers.controllers', state.signals.changeovers.controllers, changeoverColumns],
    ['detectors.rows', state.detectors.rows, detectorStateColumns],
    ...(state.signalWatch ? [['signalWatch.groups', state.signalWatch.groups, signalWatchColumns] as [string, Part, Columns]] : []),
    ...(state.passengers ? [['passengers.trips', state.passengers.trips, ridingColumns] as [string, Part, Columns]] : []),
  ];
  for (const [name, table, columns] of tables) {
    // Nobody reads the other columns of a free slot: a new one is all zeros, whatever the table that it speaks of holds.
    const isUsed = name === 'vehicles' ? (row: number) => state.vehicles.departure[row] !== -1 : () => true;
    for (const [column, declared] of Object.entries(columns)) checkColumn(twin, faults, `state.${name}.${column}`, table[column] as Values, declared, isUsed);
  }
  const people: [string, Part, Columns, number][] = state.pedestrians ? [['pedestrians.people', state.pedestrians.people, personColumns, state.pedestrians.peopleCount]] : [];
  for (const [name, table, columns, used] of [...people, ...priorityTables(state.priority), ...preemptionTables(state.preemption), ...compensationTables(state.compensation)]) {
    for (const [column, declared] of Object.entries(columns)) checkColumn(twin, faults, `state.${name}.${column}`, table[column] as Values, declared, (row) => row < used);
  }
  for (const where of [...priorityFaults(twin, state.priority), ...preemptionFaults(twin, state.preemption), ...signalFaults(twin, state)]) faults.add('checkpoint-chain-broken', where);
  checkCounts(twin, state, faults);
  checkLighting(twin, state.lighting, state.timeS, faults);
  checkClocks(state, span, faults);
  const passengerFault = state.passengers && faultOfPassengers(twin, state.passengers);
  if (passengerFault !== undefined) faults.add('checkpoint-chain-broken', `state.passengers.${passengerFault}`);
  if (state.pedestrians) checkPedestrians(state.pedestrians, state.timeS, span.stepS, faults);
  if (faults.problems.length === 0 && state.guidance) checkGuidance(twin, state.guidance, state.timeS, faults);
  if (faults.problems.length > 0) return faults.problems;
  checkVehicles(twin, state, faults);
  if (faults.problems.length === 0) checkWays(twin, state, faults);
  if (faults.problems.length === 0) checkChains(state, faults);
  if (faults.problems.length === 0) checkQueues(state, faults);
  return faults.problems;
}

/** Rows of other tables must exist, codes must be known. */
function checkColumn(twin: ReadingTwin, faults: Faults, where: string, values: Values, { table, codes }: Column, isUsed: (row: number) => boolean): void {
  const count = table === undefined ? 0 : (twin as unknown as Record<string, { count: number }>)[table]!.count;
  const known = codes === undefined ? undefined : new Set(Object.values(codes));
  if (table === undefined && !known) return;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (!isUsed(row)) continue;
    if (known ? !known.has(value) : value < -1 || value >= count) faults.add('checkpoint-no-such-row', where, { row: value });
  }
}

/** Slots and numbers of rows in use lie within the columns that they speak of. */
function checkCounts(twin: ReadingTwin, state: CityState, faults: Faults): void {
  const within = (where: string, value: number, most: number): void => faults.within(`state.${where}`, value, most);
  const { vehicles, places, departures, transitSlots, freeSlots, activePlaces, queuedLinks, detectors: { rows: detectors } } = state, room = vehicles.count;
  within('tick', state.tick, 0x7fffffff);
  within('nextDeparture', state.nextDeparture, departures.count);
  within('freeCount', state.freeCount, Math.min(freeSlots.length, room));
  within('transitCount', state.transitCount, transitSlots.length);
  within('activePlaceCount', state.activePlaceCount, activePlaces.length);
  within('queuedLinkCount', state.queuedLinkCount, queuedLinks.length);
  const slots: [string, Values][] = [
    ['vehicles.ahead', vehicles.ahead], ['vehicles.behind', vehicles.behind], ['vehicles.courtesySlot', vehicles.courtesySlot], ['vehicles.fallBehindSlot', vehicles.fallBehindSlot],
    ['places.first', places.first], ['places.last', places.last], ['places.left', places.left], ['departures.slot', departures.slot],
    ['detectors.rows.overSlot', detectors.overSlot],
  ];
  // Who counts beyond its column is not followed there.
  if (faults.problems.length > 0) return;
  for (const [where, values] of slots) for (const slot of values) if (slot !== -1) within(where, slot, room - 1);
  for (let row = 0; row < detectors.count; row++) if (detectors.overSlot[row]! >= 0) within('detectors.rows.overDeparture', detectors.overDeparture[row]!, departures.count - 1);
  for (let at = 0; at < state.freeCount; at++) within('freeSlots', freeSlots[at]!, room - 1);
  for (let at = 0; at < state.transitCount; at++) within('transitSlots', transitSlots[at]!, room - 1);
  for (let at = 0; at < state.activePlaceCount; at++) within('activePlaces', activePlaces[at]!, places.count - 1);
  for (let at = 0; at < state.queuedLinkCount; at++) within('queuedLinks', queuedLinks[at]!, twin.links.count - 1);
}

/** Ways of columns that hold what no controller has: stages and groups of another one, aspects that nobody shows. */
function signalFaults({ controllers: plans, intervals }: ReadingTwin, { signals: { controllers, shown, changeovers } }: CityState): string[] {
  const faults: string[] = [], known = new Set<number>(Object.values(aspect)), way = 'state.signals';
  let firstGroup = 0;
  for (let controller = 0; controller < plans.count; controller++) {
    const isOwn = (stage: number): boolean => stage < 0 || intervals.controller[stage] === controller;
    if (!isOwn(controllers.interval[controller]!)) faults.push(`${way}.controllers.interval`);
    for (const name of ['toStage', 'orderedStage', 'resumeStage', 'leaveOutStage'] as const) if (!isOwn(changeovers.controllers[name][controller]!)) faults.push(`${way}.changeovers.controllers.${name}`);
    if (controllers.firstGroup[controller] !== firstGroup) faults.push(`${way}.controllers.firstGroup`);
    firstGroup += plans.groupCount[controller]!;
  }
  if (!shown.every((code) => known.has(code))) faults.push(`${way}.shown`);
  return faults;
}

/** The clock is that of its tick, and what is due next lies ahead: whoever catches up from minus infinity never arrives. */
function checkClocks({ timeS, tick, signals, lighting, detectors, events }: CityState, { fromS, stepS }: RunSpan, faults: Faults): void {
  const { interval, endsS, startedS } = signals.controllers;
  // All look at the clock before they move, and it has gone on by a step since.
  const lookedS = timeS - 1.5 * stepS;
  if (timeS !== fromS + tick * stepS) faults.add('checkpoint-wrong-clock', 'state.timeS');
  for (let controller = 0; controller < signals.controllers.count; controller++) {
    if (interval[controller]! >= 0 && !(endsS[controller]! > lookedS && Math.abs(startedS[controller]!) < 1e9)) faults.add('checkpoint-wrong-clock', 'state.signals.controllers.endsS');
  }
  const { controllers: changing, groups } = signals.changeovers;
  for (let controller = 0; controller < signals.controllers.count; controller++) {
    const lengths = [changing.stageS[controller]!, changing.orderedS[controller]!];
    if (Math.max(changing.toStage[controller]!, changing.orderedStage[controller]!) >= 0 && !lengths.every((lengthS) => lengthS >= -1)) faults.add('checkpoint-wrong-clock', 'state.signals.changeovers.controllers');
  }
  // A minimum green or an intergreen counts from them: from minus infinity where nothing was shown.
  for (const sinceS of [groups.greenSinceS, groups.greenEndedS]) if (!sinceS.every((oneS) => oneS <= timeS)) faults.add('checkpoint-wrong-clock', 'state.signals.changeovers.groups');
  if (detectors.rows.fromS.some((sinceS) => sinceS < fromS || sinceS > timeS)) faults.add('checkpoint-wrong-clock', 'state.detectors');
  if (events && events.nextS !== -Infinity && !(events.nextS > lookedS)) faults.add('checkpoint-wrong-clock', 'state.events.nextS');
  if (!(lighting.nextEventS > timeS) || !(Math.abs(lighting.intervalFromS - timeS) <= LIGHTING_INTERVAL_S)) faults.add('checkpoint-wrong-clock', 'state.lighting');
}

/** Each vehicle is on a place that exists, of the link that it says, and its departure knows it; free slots are free. */
function checkVehicles({ lanes, movements }: ReadingTwin, { vehicles, departures, places, freeSlots, freeCount, counts }: CityState, faults: Faults): void {
  let running = 0;
  for (let slot = 0; slot < vehicles.count; slot++) {
    const departure = vehicles.departure[slot]!;
    if (departure < 0) continue;
    running++;
    const place = vehicles.place[slot]!, lane = place < lanes.count ? place : movements.fromLane[place - lanes.count];
    if (place < 0 || place >= places.count || lanes.link[lane!] !== vehicles.link[slot]) faults.add('checkpoint-no-such-row', 'state.vehicles.place', { row: place });
    const lengthM = place < lanes.count ? lanes.lengthM[place]! : movements.lengthM[place - lanes.count]!;
    if (!(vehicles.positionM[slot]! >= 0 && vehicles.positionM[slot]! <= lengthM)) faults.add('checkpoint-off-the-road', 'state.vehicles.positionM');
    if (!(vehicles.speedMps[slot]! >= 0 && vehicles.speedMps[slot]! <= MOST_MPS)) faults.add('checkpoint-off-the-road', 'state.vehicles.speedMps');
    if (vehicles.vehicleType[slot]! < 0) faults.add('checkpoint-no-such-row', 'state.vehicles.vehicleType', { row: vehicles.vehicleType[slot]! });
    if (departures.slot[departure] !== slot || departures.stage[departure] !== departureStage.running) faults.add('checkpoint-chain-broken', 'state.departures.slot');
  }
  if (running !== counts.running || running + freeCount !== vehicles.count) faults.add('checkpoint-chain-broken', 'state.counts.running');
  const seen = new Uint8Array(vehicles.count);
  for (let at = 0; at < freeCount; at++) {
    const slot = freeSlots[at]!;
    if (seen[slot]! > 0 || vehicles.departure[slot]! >= 0) faults.add('checkpoint-chain-broken', 'state.freeSlots');
    seen[slot] = 1;
  }
}

/** On each place, from the first to the last: everyone who says it is there, once, front to back. */
function checkChains({ places, vehicles, activePlaces, activePlaceCount, counts }: CityState, faults: Faults): void {
  let seen = 0, active = 0;
  for (let place = 0; place < places.count; place++) {
    let before = -1, onPlace = 0;
    for (let slot = places.first[place]!; slot >= 0 && seen <= counts.running; slot = vehicles.behind[slot]!, seen++, onPlace++) {
      if (vehicles.departure[slot]! < 0 || vehicles.place[slot] !== place || vehicles.ahead[slot] !== before) faults.add('checkpoint-chain-broken', 'state.vehicles.ahead');
      if (before >= 0 && vehicles.positionM[before]! < vehicles.positionM[slot]!) faults.add('checkpoint-chain-broken', 'state.vehicles.positionM');
      before = slot;
    }
    if (places.last[place] !== before || places.vehicles[place] !== onPlace) faults.add('checkpoint-chain-broken', 'state.places.last');
    const index = places.activeIndex[place]!;
    if (onPlace > 0) active++;
    if (onPlace > 0 ? index < 0 || index >= activePlaceCount || activePlaces[index] !== place : index !== -1) faults.add('checkpoint-chain-broken', 'state.activePlaces');
  }
  if (seen !== counts.running || active !== activePlaceCount) faults.add('checkpoint-chain-broken', 'state.places.first');
}

/** Each queue ends, holds only those who wait, and its last is its last. */
function checkQueues({ queues, departures, queuedLinks, queuedLinkCount }: CityState, faults: Faults): void {
  let seen = 0;
  const listed = new Set(queuedLinks.subarray(0, queuedLinkCount));
  if (listed.size !== queuedLinkCount) faults.add('checkpoint-chain-broken', 'state.queuedLinks');
  for (let link = 0; link < queues.count; link++) {
    let last = -1;
    for (let departure = queues.first[link]!; departure >= 0 && seen <= departures.count; departure = departures.nextWaiting[departure]!, seen++) {
      if (departures.stage[departure] !== departureStage.waiting) faults.add('checkpoint-chain-broken', 'state.departures.nextWaiting');
      last = departure;
    }
    if (last >= 0 && queues.last[link] !== last) faults.add('checkpoint-chain-broken', 'state.queues.last');
    if (last >= 0 && !listed.has(link)) faults.add('checkpoint-chain-broken', 'state.queuedLinks');
  }
  if (seen > departures.count) faults.add('checkpoint-chain-broken', 'state.queues.first');
}
