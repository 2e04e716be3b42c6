import { beginMeasuring } from './begin-measuring.ts';
import type { Checkpoint } from './checkpoint/checkpoint.ts';
import { recordRunningIntervals } from './detectors/record-intervals.ts';
import { hashTable, makeHasher, type Sha256 } from './foundation/hash.ts';
import type { Columns, Table } from './foundation/table.ts';
import { finishEnergy } from './emissions/spend-energy.ts';
import { finishGreens } from './junctions/record-greens.ts';
import { finishLighting, recordGroups, switchDueLamps } from './lighting/switch-lamps.ts';
import { MINUTE_S, recordMinute } from './record-minute.ts';
import { closeCrossingInterval } from './pedestrians/walk-across.ts';
import { closeLinkInterval, LINK_INTERVAL_S } from './results/link-counts.ts';
import { countTrips, measuredRows } from './results/measured-rows.ts';
import { makeJunctionLog } from './results/junction-log.ts';
import { makeReplayRecorder } from './results/replay-recorder.ts';
import { finishedTables, makeResultLog, type ResultLog } from './results/result-log.ts';
import { resultTables, tripEnd, type ResultTables, type RunFigures, type RunResults } from './results/tables.ts';
import { tripMeans } from './results/trip-means.ts';
import { measureStartS, type RunObserver, type RunSettings } from './run-settings.ts';
import { hashState, prepareState, type CityState } from './state/city-state.ts';
import { departureStage } from './state/traffic-state.ts';
import { makeTeam, type Together } from './parallel/team.ts';
import { phasesBy, type Phases } from './phases.ts';
import { step } from './step.ts';
import { compiledParts } from './compiled/compiled-parts.ts';
import { columnsIn, makeRunMemory } from './compiled/run-memory.ts';
import { plainParts } from './traffic/parts.ts';
import { recordTrip } from './traffic/arrival.ts';
import { callOrder } from './traffic/call-order.ts';
import { skipDepartures } from './traffic/entry-queues.ts';
import { prepareTraffic } from './traffic/prepare-traffic.ts';
import type { CallSpan } from './traffic/route-guide.ts';
import type { Traffic } from './traffic/traffic.ts';
import { finishPassengers } from './transit/record-boarding.ts';
import { DAY_S } from './foundation/clock.ts';
import type { ReadingTwin } from './twin/twin.ts';

/** What a run is taken with, which its results do not depend on. */
export interface RunMeans {
  /** Several threads. */
  together?: Together | undefined;
  /** The phases of its steps, compiled (`cli/setup/compile`). A platform that gives no memory to share takes them as TypeScript all the same. */
  compiled?: WebAssembly.Module | undefined;
  /** The platform's own, for the fingerprint. */
  makeSha256?: (() => Sha256) | undefined;
}

/**
 * One run: the twin from `fromS` to the end. The same twin and settings give the same results, bit for bit, be it in one
 * go or from a checkpoint `halted` on the way, which this run then goes on with and keeps, by whatever means.
 */
export function run(twin: ReadingTwin, settings: RunSettings, observer: RunObserver = {}, halted?: Checkpoint, { together, compiled, makeSha256 }: RunMeans = {}): RunResults {
  const state = halted?.state ?? prepareState(twin, settings.fromS, settings.rerouteShare);
  const memory = compiled && makeRunMemory(), traffic = prepareTraffic(twin, state, settings, memory && columnsIn(memory), callSpan(settings));
  const { onReplaySegment } = observer;
  const replay = settings.replay && onReplaySegment ? makeReplayRecorder(state.timeS, (segment) => { if (segment.untilS > measureStartS(settings)) onReplaySegment.call(observer, segment); }) : undefined;
  const log = halted?.log ?? makeResultLog(twin, settings.fromS);
  log.replay = replay;
  if (settings.recordJunctions) log.junctions ??= makeJunctionLog(twin, settings.fromS);
  else log.junctions = undefined;
  if (settings.measuredFromS !== undefined) log.boardedBefore ??= new Uint32Array(twin.lineStops.count);
  if (!halted) begin(traffic, state, log, settings);
  const parts = memory ? compiledParts(compiled, memory, traffic, state, log) : plainParts(traffic, state, log);
  const team = together && together.threads > 1 ? makeTeam(traffic, state, log, { ...together, parts, compiled: memory && { module: compiled, memory } }) : undefined;
  try {
    stepToEnd(traffic, state, log, settings, observer, team ?? phasesBy(parts));
  } finally {
    team?.end();
  }
  return finish(traffic, state, log, settings, makeSha256);
}

/** A run that waits until all have arrived goes on calling those who depart meanwhile. */
const callSpan = ({ fromS, untilS, untilAllArrived }: RunSettings): CallSpan => ({ fromS, untilS: untilAllArrived ? untilS + DAY_S : untilS });

function begin(traffic: Traffic, state: CityState, log: ResultLog, settings: RunSettings): void {
  skipDepartures(traffic, state, settings.fromS);
  // Lamps that burn at the start do so in the first minute too.
  switchDueLamps(traffic.twin, state, log);
  recordMinute(state, log);
}

function stepToEnd(traffic: Traffic, state: CityState, log: ResultLog, settings: RunSettings, observer: RunObserver, phases: Phases): void {
  let minute = Math.floor(state.timeS / MINUTE_S);
  const haltAtS = observer.haltAtS ?? Infinity, measuredFromS = measureStartS(settings);
  while (!isOver(traffic.twin, state, settings)) {
    if (state.timeS >= haltAtS) break;
    const isFilling = state.timeS < measuredFromS;
    step(traffic, state, log, settings, phases);
    if (isFilling && state.timeS >= measuredFromS) beginMeasuring(traffic.twin, state, log);
    if (state.timeS >= log.linkCounts.fromS + LINK_INTERVAL_S) closeLinkInterval(log.linkCounts, log.links, state.timeS);
    if (Math.floor(state.timeS / MINUTE_S) === minute) continue;
    minute = Math.floor(state.timeS / MINUTE_S);
    recordMinute(state, log);
    const { running, arrived, vehicleUpdates } = state.counts;
    if (observer.onProgress?.({ timeS: state.timeS, running, arrived, vehicleUpdates }) === false) return;
  }
  if (observer.haltAtS === undefined || state.timeS >= haltAtS) observer.onHalt?.({ state, log });
}

function isOver({ departures }: ReadingTwin, state: CityState, settings: RunSettings): boolean {
  if (state.timeS < settings.untilS) return false;
  if (!settings.untilAllArrived || state.timeS >= settings.untilS + DAY_S) return true;
  return state.nextDeparture >= departures.count && state.counts.running === 0 && state.counts.waitingToEnter === 0;
}

function finish(traffic: Traffic, state: CityState, log: ResultLog, { fromS, seed, measuredFromS }: RunSettings, makeSha256: RunMeans['makeSha256']): RunResults {
  const { twin } = traffic, { counts } = state;
  log.replay?.finish(state.timeS, state.pedestrians);
  finishLighting(twin, state, log);
  recordGroups(twin, log);
  finishEnergy(log, state.timeS);
  finishGreens(state, log);
  recordRunningIntervals(twin, state, log);
  finishPassengers(twin, state, log, seed);
  if (state.pedestrians) closeCrossingInterval(state.pedestrians, log, state.timeS);
  if (state.timeS > log.linkCounts.fromS) closeLinkInterval(log.linkCounts, log.links, state.timeS);
  for (const departure of callOrder(traffic).subarray(0, state.nextDeparture)) {
    const stage = state.departures.stage[departure]!;
    if (stage === departureStage.running) recordTrip(traffic, state, log, departure, tripEnd.running);
    else if (stage === departureStage.waiting || stage === departureStage.held) recordTrip(traffic, state, log, departure, tripEnd.waitingToEnter);
  }
  const all = finishedTables(log), tables = measuredFromS === undefined ? all : measuredRows(twin, all, measuredFromS);
  const figures: RunFigures = {
    hash: runHash(state, tables, makeSha256),
    simulatedS: state.timeS - fromS,
    endS: state.timeS,
    vehicleUpdates: counts.vehicleUpdates,
    vehiclesLoaded: counts.inserted + counts.waitingToEnter,
    vehiclesInserted: counts.inserted,
    vehiclesArrived: counts.arrived,
    vehiclesRunning: counts.running,
    vehiclesWaitingToEnter: counts.waitingToEnter,
    ...(measuredFromS === undefined ? {} : countTrips(tables.trips)),
    rescued: counts.rescued,
    collisions: counts.collisions,
    ...tripMeans(twin, tables),
    lightingEnergyKwh: state.lighting.energyWh / 1000,
  };
  return { figures, tables };
}

/** Tables that not every city or run has: without rows they leave the fingerprint that there was before there were any. */
const LATER_TABLES: ReadonlySet<string> = new Set<keyof ResultTables>(['crossings', 'diversions', 'tripEnergy', 'linkEnergy', 'boardings', 'peopleAtStops', 'signalPassages', 'junctionPassages', 'laneGreens', 'priorityDecisions', 'aspectChanges', 'groupSwitches', 'groupedLamps']);

/** Fingerprint of the final state and of all result tables. */
function runHash(state: CityState, tables: ResultTables, makeSha256: RunMeans['makeSha256']): string {
  const hasher = makeHasher(makeSha256);
  hashState(hasher, state);
  for (const [name, columns] of Object.entries(resultTables)) {
    if (LATER_TABLES.has(name) && tables[name as keyof ResultTables].count === 0) continue;
    hashTable(hasher, name, columns as Columns, tables[name as keyof ResultTables] as unknown as Table<Columns>);
  }
  return hasher.digest();
}
