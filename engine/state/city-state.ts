import { makeHasher, type Hasher } from '../foundation/hash.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { prepareCompensation, type CompensationState } from './compensation-state.ts';
import { prepareEventState, type EventState } from './event-state.ts';
import { prepareDetectorState, type DetectorState } from './detector-state.ts';
import { prepareGuidanceState, type GuidanceState } from './guidance-state.ts';
import { prepareLightingState, type LightingState } from './lighting-state.ts';
import { preparePassengerState, type PassengerState } from './passenger-state.ts';
import { preparePedestrianState, type PedestrianState } from './pedestrian-state.ts';
import { preparePreemptionState, type PreemptionState } from './preemption-state.ts';
import { preparePriorityState, type PriorityState } from './priority-state.ts';
import { prepareSignalState, type SignalState } from './signal-state.ts';
import { prepareSignalWatch, type SignalWatch } from './signal-watch-state.ts';
import { makeDepartureStates, makeEntryQueues, makePlaceStates, type DepartureStates, type EntryQueues, type PlaceStates } from './traffic-state.ts';
import { makeVehicleStates, type VehicleStates } from './vehicle-state.ts';

/** The city at one instant: everything that changes in a run, and nothing else. Typed columns and plain numbers only. */
export interface CityState {
  /** Seconds since midnight of the first day. */
  timeS: number;
  /** Steps since the start of the run: the key of random draws. */
  tick: number;
  vehicles: VehicleStates;
  /** Slots of vehicles that are free to be taken: the last `freeCount` given back is taken first. */
  freeSlots: Int32Array;
  freeCount: number;
  places: PlaceStates;
  /** Places with a vehicle's front on them, in no particular order. */
  activePlaces: Int32Array;
  activePlaceCount: number;
  departures: DepartureStates;
  /** So many have been called, in the order of their times: the place in it of the first whose time has not come. */
  nextDeparture: number;
  queues: EntryQueues;
  /** Links with someone waiting to enter. */
  queuedLinks: Int32Array;
  queuedLinkCount: number;
  /** Slots of buses, trams and all others with halts on the network: what transit and bus priority look at. In no particular order. */
  transitSlots: Int32Array;
  transitCount: number;
  counts: TrafficCounts;
  signals: SignalState;
  /** Undefined in a city without signals. */
  signalWatch: SignalWatch | undefined;
  detectors: DetectorState;
  /** Undefined in a city without events. */
  events: EventState | undefined;
  /** Undefined where nobody ever leaves the planned way. */
  guidance: GuidanceState | undefined;
  /** Undefined in a city without crossings. */
  pedestrians: PedestrianState | undefined;
  /** Undefined in a city that knows nothing of the stops of its lines. */
  passengers: PassengerState | undefined;
  /** Undefined in a city where nobody can ask for priority. */
  priority: PriorityState | undefined;
  /** Undefined in a city in which nobody goes before the plan. */
  preemption: PreemptionState | undefined;
  /** Undefined in a city where no controller gives back green that it took for buses. */
  compensation: CompensationState | undefined;
  lighting: LightingState;
}

/** Running totals of the traffic. */
export interface TrafficCounts {
  running: number;
  waitingToEnter: number;
  inserted: number;
  arrived: number;
  rescued: number;
  collisions: number;
  vehicleUpdates: number;
}

const FIRST_ROOM = 256;

/** An empty network at `fromS`, signals and lamps as their plans say for that time. */
export function prepareState(twin: ReadingTwin, fromS: number, rerouteShare = 0): CityState {
  const freeSlots = new Int32Array(FIRST_ROOM);
  for (let slot = 0; slot < FIRST_ROOM; slot++) freeSlots[slot] = FIRST_ROOM - 1 - slot;
  const signals = prepareSignalState(twin, fromS);
  return {
    timeS: fromS,
    tick: 0,
    vehicles: makeVehicleStates(FIRST_ROOM),
    freeSlots,
    freeCount: FIRST_ROOM,
    places: makePlaceStates(twin),
    activePlaces: new Int32Array(twin.lanes.count + twin.movements.count),
    activePlaceCount: 0,
    departures: makeDepartureStates(twin),
    nextDeparture: 0,
    queues: makeEntryQueues(twin),
    queuedLinks: new Int32Array(twin.links.count),
    queuedLinkCount: 0,
    transitSlots: new Int32Array(FIRST_ROOM),
    transitCount: 0,
    counts: { running: 0, waitingToEnter: 0, inserted: 0, arrived: 0, rescued: 0, collisions: 0, vehicleUpdates: 0 },
    signals,
    signalWatch: prepareSignalWatch(signals.shown, fromS),
    detectors: prepareDetectorState(twin, fromS),
    events: prepareEventState(twin),
    guidance: prepareGuidanceState(twin, rerouteShare),
    pedestrians: preparePedestrianState(twin, fromS),
    passengers: preparePassengerState(twin, fromS),
    priority: preparePriorityState(twin),
    preemption: preparePreemptionState(twin),
    compensation: prepareCompensation(twin),
    lighting: prepareLightingState(twin, fromS),
  };
}

type Part = { [name: string]: unknown };

const copyValue = (value: unknown): unknown =>
  ArrayBuffer.isView(value) ? (value as Float64Array).slice() : typeof value === 'object' && value !== null ? copyPart(value as Part) : value;

/** In one go: see makeTable. */
const copyPart = (part: Part): Part => Object.fromEntries(Object.entries(part).map(([name, value]) => [name, copyValue(value)]));

/** A copy that shares no memory with the original: to stop here and go on from here later. */
export const copyState = (state: CityState): CityState => copyPart(state as unknown as Part) as unknown as CityState;

/** Feeds every number of the state, with its name, to a fingerprint. */
export function hashState(hasher: Hasher, state: CityState): void {
  const feed = (part: Part) => {
    for (const [name, value] of Object.entries(part)) {
      // A system that the city lacks leaves no trace; what the monitor remembers follows from what was shown.
      if (value === undefined || name === 'signalWatch' || isUnused(name, value)) continue;
      hasher.text(name);
      if (ArrayBuffer.isView(value)) hasher.column(value as Float64Array);
      else if (typeof value === 'object' && value !== null) feed(value as Part);
      else hasher.text(String(value));
    }
  };
  feed(state as unknown as Part);
}

/** No controller has ever left the order of its plan. */
const isUnused = (name: string, value: unknown): boolean => name === 'changeovers' && (value as SignalState['changeovers']).begun === 0;

/** The state's fingerprint alone. */
export function stateHash(state: CityState): string {
  const hasher = makeHasher();
  hashState(hasher, state);
  return hasher.digest();
}
