// Question: how much sooner is one run over when two threads, or more, take its steps together?
// Load: a grid of signalised streets with 20,000 vehicles on the way all the time, drawn here; 240 steps after 60 to fill up and warm up.
// Budget: two threads at least 1.6 times as fast as one; the hash of the state is the same for all.
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { buildStreets } from '../data/build/streets/build-streets.ts';
import { importedFacts } from '../data/build/imported-facts.ts';
import { makeVehicleTypes, vehicleTypeRow } from '../data/build/demand/vehicle-types.ts';
import type { RawStreets } from '../data/build/raw-city.ts';
import { flatMapAt } from '../engine/foundation/flat-map.ts';
import { randomShare } from '../engine/foundation/random.ts';
import { tableFrom } from '../engine/foundation/table.ts';
import { compiledParts } from '../engine/compiled/compiled-parts.ts';
import { makeRunMemory } from '../engine/compiled/run-memory.ts';
import { makeTeam } from '../engine/parallel/team.ts';
import { phasesBy } from '../engine/phases.ts';
import { makeResultLog } from '../engine/results/result-log.ts';
import { prepareState, stateHash } from '../engine/state/city-state.ts';
import { step } from '../engine/step.ts';
import { prepareTraffic } from '../engine/traffic/prepare-traffic.ts';
import { departLane, departRule, departureColumns, routeColumns, routeLinkColumns } from '../engine/twin/demand.ts';
import { ORDINARY_TRAFFIC } from '../engine/twin/streets.ts';
import { emptyTwin, type Twin } from '../engine/twin/twin.ts';
import { builtPhases } from './processes/built-phases.ts';
import { compiledPhases } from '../scenarios/runs/threads/compiled-phases.ts';
import { startHelper } from '../scenarios/runs/threads/start-helper.ts';

const SIDE = 36, SPACING_M = 200, VEHICLES = 20_000, FILL_TICKS = 60, TICKS = 240, REPEATS = 3, LINKS_A_ROUTE = 60;
const dist = join(fileURLToPath(new URL('../', import.meta.url)), 'dist'), helper = join(dist, 'help-worker.js'), module = compiledPhases(builtPhases())!;

function drawGrid(): RawStreets {
  const nodes = Array.from({ length: SIDE * SIDE }, (_, at) => ({ name: `n${at}`, xM: SPACING_M * (at % SIDE), yM: SPACING_M * Math.floor(at / SIDE), control: 'signals' as const }));
  const street = (one: number, other: number) => ({
    name: `${one}-${other}`, title: '', class: 'secondary' as const, nodes: [one, other], oneWay: 0 as const, lanesForward: 2, lanesBackward: 2, busLaneForward: false, busLaneBackward: false,
    speedLimitMps: 50 / 3.6, roundabout: false, level: 0, permitted: ORDINARY_TRAFFIC,
  });
  const ways = nodes.flatMap((_, at) => [...(at % SIDE < SIDE - 1 ? [street(at, at + 1)] : []), ...(at + SIDE < SIDE * SIDE ? [street(at, at + SIDE)] : [])]);
  return { nodes, ways };
}

/** Every vehicle starts on a link of its own choice within the first seconds and turns at random, long enough to stay on the way. */
function city(): Twin {
  const twin: Twin = { ...emptyTwin(importedFacts('grid', flatMapAt(47, 5))), ...buildStreets(drawGrid()) };
  const { links, lanes, movements } = twin;
  twin.vehicleTypes = makeVehicleTypes();
  const nextOf = Array.from({ length: links.count }, (_, link) => {
    const next = new Set<number>();
    for (let lane = links.firstLane[link]!; lane < links.firstLane[link]! + links.laneCount[link]!; lane++) {
      for (let movement = lanes.firstMovement[lane]!; movement < lanes.firstMovement[lane]! + lanes.movementCount[lane]!; movement++) {
        const to = lanes.link[movements.toLane[movement]!]!;
        if (links.street[to] !== links.street[link]) next.add(to);
      }
    }
    return [...next];
  });
  const routes = Array.from({ length: VEHICLES }, (_, row) => {
    const route = [row % links.count];
    for (let leg = 0; leg < LINKS_A_ROUTE; leg++) {
      const next = nextOf[route.at(-1)!]!;
      if (next.length === 0) break;
      route.push(next[Math.floor(next.length * randomShare(1, 3000, row, leg))]!);
    }
    return route;
  });
  let firstLink = 0;
  twin.routes = tableFrom(routeColumns, routes.map((route) => { const row = { firstLink, linkCount: route.length }; firstLink += route.length; return row; }));
  twin.routeLinks = tableFrom(routeLinkColumns, routes.flat().map((link) => ({ link })));
  twin.departures = tableFrom(departureColumns, routes.map((_, row) => ({
    name: '', vehicleType: vehicleTypeRow.car, route: row, departS: Math.floor((30 * row) / VEHICLES), departLane: departLane.free, departPositionM: departRule.free, departSpeedMps: departRule.max,
    arrivalPositionM: -1, firstHalt: 0, haltCount: 0, trip: -1, after: -1,
  })));
  return twin;
}

const twin = city(), settings = { seed: 42, fromS: 0, untilS: Infinity, stepS: 1, untilAllArrived: false, busPriority: true, replay: false };

/** Nanoseconds a vehicle and step, of the clock. */
function measure(threads: number): { updateNs: number; running: number; hash: string } {
  const state = prepareState(twin, 0), traffic = prepareTraffic(twin, state, settings), log = makeResultLog(twin, 0);
  const memory = makeRunMemory()!, parts = compiledParts(module, memory, traffic, state, log);
  const team = threads > 1 ? makeTeam(traffic, state, log, { threads, startHelper: () => startHelper(helper), parts, compiled: { module, memory } }) : undefined, phases = team ?? phasesBy(parts);
  for (let tick = 0; tick < FILL_TICKS; tick++) step(traffic, state, log, settings, phases);
  const startMs = performance.now(), before = state.counts.vehicleUpdates;
  for (let tick = 0; tick < TICKS; tick++) step(traffic, state, log, settings, phases);
  const updateNs = ((performance.now() - startMs) * 1e6) / (state.counts.vehicleUpdates - before);
  team?.end();
  return { updateNs, running: state.counts.running, hash: stateHash(state) };
}

const median = (values: readonly number[]): number => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]!;
const counts = [1, 2, 4, 8].filter((threads) => threads <= availableParallelism());
const updatesNs = counts.map((): number[] => []), hashes = new Set<string>();
console.log(`${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}`);
for (let repeat = 0; repeat < REPEATS; repeat++) {
  counts.forEach((threads, at) => {
    const { updateNs, running, hash } = measure(threads);
    updatesNs[at]!.push(updateNs);
    hashes.add(hash);
    console.log(`  ${threads} thread${threads > 1 ? 's' : ''}: ${updateNs.toFixed(0)} ns of the clock a vehicle and step, ${running} vehicles on the way`);
  });
}
counts.forEach((threads, at) => { if (threads > 1) console.log(`${threads} threads: ${(median(updatesNs[0]!) / median(updatesNs[at]!)).toFixed(2)} x one thread (medians of ${REPEATS})`); });
console.log(hashes.size === 1 ? 'one hash for all' : `${hashes.size} HASHES: the bits differ`);
process.exit(hashes.size === 1 ? 0 : 1);
