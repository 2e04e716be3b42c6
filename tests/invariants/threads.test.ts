// Goal: one run taken by several threads, as TypeScript or compiled, gives the bits of one thread, whatever it has in it, and threads that fail or never meet are no silent wait.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkpointFromBytes, checkpointToBytes } from '../../engine/checkpoint/checkpoint.ts';
import { beginRound, endRound, foundBy, makeControl, phase } from '../../engine/parallel/control.ts';
import { divide } from '../../engine/parallel/divide.ts';
import type { Helper } from '../../engine/parallel/picture.ts';
import { run, type RunMeans } from '../../engine/run.ts';
import type { ReplaySegment } from '../../engine/results/tables.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import { compiledParts } from '../../engine/compiled/compiled-parts.ts';
import { columnsIn, makeRunMemory } from '../../engine/compiled/run-memory.ts';
import { makeTeam } from '../../engine/parallel/team.ts';
import { phasesBy } from '../../engine/phases.ts';
import { makeResultLog } from '../../engine/results/result-log.ts';
import { prepareState, stateHash } from '../../engine/state/city-state.ts';
import { step } from '../../engine/step.ts';
import { takeNewRoute } from '../../engine/traffic/new-routes.ts';
import { plainParts } from '../../engine/traffic/parts.ts';
import { prepareTraffic } from '../../engine/traffic/prepare-traffic.ts';
import { emptyTwin, type Twin } from '../../engine/twin/twin.ts';
import { startHelper } from '../../scenarios/runs/threads/start-helper.ts';
import { compiledPhases } from '../compiled-phases.ts';
import { root } from '../house/sources.ts';
import { busTown } from '../verification/bus-town.ts';
import { eventfulCity, randomCity } from './random-city.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const folder = mkdtempSync(join(tmpdir(), 'jumeau-threads-')), helper = join(folder, 'help-worker.mjs'), counter = join(folder, 'counter.mjs');
const bundled = { bundle: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'silent' } as const;
beforeAll(async () => {
  await build({ ...bundled, entryPoints: [join(root, 'scenarios/runs/threads/help-worker.ts')], outfile: helper });
  // Stands in for a helper where only the meeting of threads is looked at: counts rounds, and says as found what it has counted.
  await build({
    ...bundled, outfile: counter,
    stdin: {
      resolveDir: root, loader: 'ts',
      contents: `
        import { parentPort } from 'node:worker_threads';
        import { awaitRound, currentRound, failPart, finishPart, phase, roundPhase } from './engine/parallel/control.ts';
        parentPort.once('message', ({ control, thread, sums, fails }) => {
          let round = currentRound(control), rounds = 0;
          finishPart(control, thread, 0);
          for (;;) {
            round = awaitRound(control, round);
            if (roundPhase(control) === phase.end) return;
            sums[thread] += round;
            rounds++;
            if (fails) failPart(control, thread); else finishPart(control, thread, rounds);
          }
        });`,
    },
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('threads that meet', () => {
  function meet(helpers: number, rounds: number, fails = false): { sums: Float64Array; found: number[] } {
    const control = makeControl(helpers, 0), sums = new Float64Array(new SharedArrayBuffer(8 * (helpers + 1))), found: number[] = [];
    const workers = Array.from({ length: helpers }, (_, at) => { const worker = new Worker(counter); worker.postMessage({ control, thread: at + 1, sums, fails }); return worker; });
    try {
      endRound(control);
      for (let round = 1; round <= rounds; round++) {
        beginRound(control, phase.lookAhead);
        sums[0]! += round;
        endRound(control);
        // Whoever is through sees all that the others have written.
        for (let thread = 1; thread <= helpers; thread++) expect(sums[thread]).toBe(sums[0]);
      }
      for (let thread = 1; thread <= helpers; thread++) found.push(foundBy(control, thread));
      beginRound(control, phase.end);
    } finally {
      workers.forEach((worker) => void worker.terminate());
    }
    return { sums, found };
  }

  test.each([[1, 20_000], [2, 2000], [7, 300]])('%i helpers, %i rounds: nobody is left behind or runs ahead', (helpers, rounds) => {
    expect(meet(helpers, rounds).found).toEqual(Array.from({ length: helpers }, () => rounds));
  });

  test('a helper that fails ends the run with a fault', () => {
    expect(() => meet(2, 3, true)).toThrow('a thread of the run failed');
  });
});

describe('who does what', () => {
  const twin = randomCity(1, 500), settings = { seed: 1, stepS: 1 };
  const at = (tick: number) => {
    let found: { state: ReturnType<typeof prepareState>; traffic: ReturnType<typeof prepareTraffic> } | undefined;
    run(twin, { ...city(1), untilS: tick + 1 }, { haltAtS: tick, onHalt: ({ state }) => { found = { state, traffic: prepareTraffic(twin, state, settings) }; } });
    return found!;
  };

  test.each([1, 2, 5, 8])('%i threads have about as much to do, and a link with all that leaves it belongs to one', (threads) => {
    const { state, traffic: { roads } } = at(400), owner = new Uint8Array(state.places.count);
    divide(roads, state, new Float64Array(twin.links.count), owner, threads);
    const load = new Float64Array(threads), ofLink = new Map<number, number>();
    let heaviest = 0;
    for (let place = 0; place < owner.length; place++) {
      const vehicles = state.places.vehicles[place]!, weight = vehicles === 0 ? 0 : 0.5 + (place < roads.laneCount ? 1 : 2) * vehicles;
      load[owner[place]!]! += weight;
      ofLink.set(roads.placeLink[place]!, (ofLink.get(roads.placeLink[place]!) ?? 0) + weight);
      expect(owner[place]).toBe(owner[twin.links.firstLane[roads.placeLink[place]!]!]);
    }
    for (const weight of ofLink.values()) heaviest = Math.max(heaviest, weight);
    const fair = load.reduce((sum, one) => sum + one, 0) / threads;
    expect(fair).toBeGreaterThan(5);
    for (const one of load) expect(Math.abs(one - fair)).toBeLessThanOrEqual(heaviest);
  });

  test('an empty city is divided too', () => {
    const state = prepareState(twin, 0), owner = new Uint8Array(state.places.count).fill(9);
    divide(prepareTraffic(twin, state, settings).roads, state, new Float64Array(twin.links.count), owner, 4);
    expect(Math.max(...owner)).toBe(0);
  });
});

const city = (seed: number): RunSettings => ({ seed, fromS: 0, untilS: 700, stepS: 1, untilAllArrived: false, busPriority: true, replay: false });
const compiled = new WebAssembly.Module(compiledPhases());
const together = (threads: number, worthwhileVehicles = 0) => ({ threads, worthwhileVehicles, startHelper: (): Helper => startHelper(helper) });
const hashOn = (twin: Twin, settings: RunSettings, threads: number, compiled?: WebAssembly.Module, worthwhileVehicles?: number): string => run(twin, settings, {}, undefined, { together: together(threads, worthwhileVehicles), compiled }).figures.hash;

describe('one run, one hash', () => {
  // 600 vehicles at once make the columns grow on the way.
  const cases: [string, Twin, RunSettings][] = [
    ...(proof ? [1, 2, 3, 4, 5, 6, 7, 8] : [1]).map((seed): [string, Twin, RunSettings] => [`city ${seed}`, randomCity(seed, 900), { ...city(seed), stepS: [1, 0.5][seed % 2]! }]),
    ['a city with people at zebras, a closure, an incident and drivers with guidance', eventfulCity(3, 900), { ...city(3), rerouteShare: 0.5 }],
    ['a bus town with priority and lamps, and a record of its junctions', busTown(), { ...city(3), fromS: 7 * 3600, untilS: 7 * 3600 + 600, recordJunctions: true }],
  ];
  test('there is something in them', () => {
    const [, twin, settings] = cases.find(([name]) => name.includes('zebras'))!, { tables, figures } = run(twin, settings);
    expect(tables.crossings.count).toBeGreaterThan(3);
    expect(figures.vehiclesInserted).toBeGreaterThan(300);
    for (const without of [{ ...twin, events: emptyTwin(twin.facts).events }, { ...twin, crossings: emptyTwin(twin.facts).crossings, crossingWindows: emptyTwin(twin.facts).crossingWindows }]) {
      expect(run(without, settings).figures.meanTimeLossS).not.toBe(figures.meanTimeLossS);
    }
  });

  test.each(cases)('%s: 1, 2 and 8 threads, as TypeScript and compiled', (_, twin, settings) => {
    const alone = run(twin, settings).figures.hash;
    for (const threads of [1, 2, 8]) {
      if (threads > 1) expect(hashOn(twin, settings, threads), `${threads} threads`).toBe(alone);
      expect(hashOn(twin, settings, threads, compiled), `${threads} threads, compiled`).toBe(alone);
    }
  });

  test('the route guide grows again and again', () => {
    // Every vehicle takes its own way anew, as a driver with guidance would: rows are added until columns have doubled several times.
    const twin = randomCity(5, 300), settings = { ...city(5), rerouteShare: 0.5 };
    const grown = (how: 'TypeScript' | 'compiled' | 'two threads'): { hash: string; lengths: Set<number> } => {
      const memory = how === 'TypeScript' ? undefined : makeRunMemory(), state = prepareState(twin, 0, settings.rerouteShare), traffic = prepareTraffic(twin, state, settings, memory && columnsIn(memory)), log = makeResultLog(twin, 0);
      const parts = memory ? compiledParts(compiled, memory, traffic, state, log) : plainParts(traffic, state, log);
      const team = how === 'two threads' ? makeTeam(traffic, state, log, { ...together(2), parts, compiled: { module: compiled, memory: memory! } }) : undefined, phases = team ?? phasesBy(parts);
      const lengths = new Set<number>(), { guide } = traffic.roads;
      for (let tick = 0; tick < 250; tick++) {
        for (let departure = tick % 3; departure < twin.departures.count; departure += 3) {
          const slot = state.departures.slot[departure]!;
          if (slot >= 0) takeNewRoute(traffic, state, departure, Array.from(guide.link.slice(state.vehicles.guideRow[slot]!, state.vehicles.guideEndRow[slot]! + 1)));
        }
        step(traffic, state, log, settings, phases);
        lengths.add(guide.firstEntry.length);
      }
      team?.end();
      return { hash: stateHash(state), lengths };
    };
    const plain = grown('TypeScript');
    expect(plain.lengths.size).toBeGreaterThan(3);
    expect(grown('compiled').hash).toBe(plain.hash);
    expect(grown('two threads').hash).toBe(plain.hash);
  });

  test('a replay is the same, walkers included', () => {
    const twin = eventfulCity(4, 400), settings = { ...city(4), replay: true };
    const segmentsOf = (means: RunMeans): ReplaySegment[] => {
      const segments: ReplaySegment[] = [];
      run(twin, settings, { onReplaySegment: (segment) => segments.push(structuredClone(segment)) }, undefined, means);
      return segments;
    };
    const plain = segmentsOf({});
    expect(plain.length).toBeGreaterThan(1);
    expect(segmentsOf({ compiled })).toEqual(plain);
    expect(segmentsOf({ compiled, together: together(2) })).toEqual(plain);
  });

  test('phases are divided only while there is enough traffic, and that changes nothing', () => {
    const twin = randomCity(1, 900);
    for (const how of [undefined, compiled]) expect(hashOn(twin, city(1), 2, how, 60)).toBe(run(twin, city(1)).figures.hash);
  });

  test('what two threads of compiled code have halted one of TypeScript goes on with, and the other way round', () => {
    const twin = randomCity(2, 900), settings = city(2), whole = run(twin, settings).figures;
    for (const [first, then] of [[2, 1], [1, 2]] as const) {
      let bytes = new Uint8Array(0);
      run(twin, settings, { haltAtS: 333, onHalt: (checkpoint) => { bytes = checkpointToBytes(twin, checkpoint, {}) as Uint8Array<ArrayBuffer>; } }, undefined, { together: together(first), compiled: first === 2 ? compiled : undefined });
      expect(run(twin, settings, {}, checkpointFromBytes(twin, bytes, settings).value, { together: together(then), compiled: then === 2 ? compiled : undefined }).figures).toEqual(whole);
    }
  });
});
