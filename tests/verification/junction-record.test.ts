// Goal: what a run records of signalised junctions is what queueing theory and the run's other tables say, and recording changes nothing.
import { describe, expect, test } from 'vitest';
import { checkpointFromBytes, checkpointToBytes } from '../../engine/checkpoint/checkpoint.ts';
import { tripEnd, type ResultTables } from '../../engine/results/tables.ts';
import { run } from '../../engine/run.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import { aspect } from '../../engine/twin/signals.ts';
import { mean } from './road-watch.ts';
import { busTown } from './bus-town.ts';
import { LANE_M, laneWithSignal } from './signal-lane.ts';

const { green, amber, red } = aspect;
const CYCLE_S = 100, AMBER_S = 3, LIMIT_MPS = 50 / 3.6;

/** Vehicles at even gaps before a signal, the record of the junction kept. */
function signal(greenS: number, gapS: number, count: number): ResultTables {
  const twin = laneWithSignal({
    plan: [{ durationS: greenS, stage: true, shown: [green] }, { durationS: AMBER_S, shown: [amber] }, { durationS: CYCLE_S - greenS - AMBER_S, shown: [red] }],
    limitMps: LIMIT_MPS, driving: { headwayS: 1.86 }, departS: Array.from({ length: count }, (_, row) => row * gapS),
  });
  return run(twin, { seed: 1, fromS: 0, untilS: 3600, stepS: 0.5, untilAllArrived: true, busPriority: false, replay: false, recordJunctions: true }).tables;
}

describe('a lane of 250 vehicles an hour, 1,500 in green, green 30 s of 100 s, even arrivals: one of the two lanes of a published experiment', () => {
  const { junctionPassages, laneGreens, trips } = signal(30, 14.4, 139);

  // From the second red on, while vehicles come.
  const loaded = Array.from({ length: laneGreens.count }, (_, row) => row).filter((row) => laneGreens.fromS[row]! >= 200 && laneGreens.fromS[row]! <= 1900);

  test('every vehicle passes once, and loses there what its trip lost: nobody is in its way behind the signal', () => {
    expect(junctionPassages.count).toBe(139);
    const lostS = new Map(Array.from(trips.departure, (departure, row) => [departure, trips.timeLossS[row]!]));
    // Behind the stop line it is still gaining speed, on the next link too: a second or two.
    for (let row = 0; row < junctionPassages.count; row++) expect(Math.abs(lostS.get(junctionPassages.departure[row]!)! - junctionPassages.delayS[row]!)).toBeLessThan(4);
  });

  test('the queue when green begins is that of the red: 9.72 on two lanes, 4.86 on one', () => {
    const waiting = mean(loaded.map((row) => laneGreens.waitingCount[row]!));
    console.log(`queue at the start of green: ${waiting.toFixed(2)} vehicles, 4.86 by theory; longest ${Math.max(...laneGreens.waitingCount)}`);
    expect(Math.abs(waiting / 4.86 - 1)).toBeLessThan(0.1);
  });

  test('the mean delay is that of the experiment, 29.4 s', () => {
    const meanS = mean(Array.from(junctionPassages.delayS));
    console.log(`mean delay ${meanS.toFixed(2)} s, 29.4 s by theory`);
    expect(Math.abs(meanS / 29.4 - 1)).toBeLessThan(0.05);
  });

  test('a vehicle in the queue takes its length and its gap, 7.5 m', () => {
    for (const row of loaded) expect(Math.abs(laneGreens.queueM[row]! / (7.5 * laneGreens.waitingCount[row]!) - 1)).toBeLessThan(0.2);
  });

  test('each green clears its queue', () => expect(Math.max(...laneGreens.leftWaitingCount)).toBe(0));

  test('greens last as the plan says, every 100 s', () => {
    const fromS = Array.from(laneGreens.fromS);
    expect(fromS.slice(1).map((atS, at) => atS - fromS[at]!)).toEqual(fromS.slice(1).map(() => CYCLE_S));
    expect([...new Set(Array.from(laneGreens.untilS, (untilS, row) => untilS - fromS[row]!))]).toEqual([30]);
    // The run begins with a green.
    expect(Array.from(laneGreens.isWhole).indexOf(0)).toBe(0);
  });
});

test('twice what the green can serve: from the second red on every green fails, and leaves those that it could not serve', () => {
  // 30 s of 100 s serve about a dozen; 25 come in every cycle.
  const { laneGreens, junctionPassages } = signal(30, 4, 150);
  const busy = Array.from({ length: laneGreens.count }, (_, row) => row).filter((row) => laneGreens.fromS[row]! >= 200 && laneGreens.fromS[row]! < 600);
  expect(busy.length).toBe(4);
  for (const row of busy) {
    const passedS = Array.from(junctionPassages.passedS);
    const served = passedS.filter((timeS) => timeS >= laneGreens.fromS[row]! && timeS <= laneGreens.untilS[row]!).length;
    expect(laneGreens.leftWaitingCount[row]).toBe(laneGreens.waitingCount[row]! - served);
    expect(laneGreens.leftWaitingCount[row]).toBeGreaterThan(0);
    expect(laneGreens.queueM[row]).toBeLessThanOrEqual(LANE_M);
  }
});

describe('a town with buses', () => {
  const twin = busTown(), settings: RunSettings = { seed: 1, fromS: 6.5 * 3600, untilS: 8 * 3600, stepS: 1, untilAllArrived: false, busPriority: true, replay: false };
  const whole = run(twin, { ...settings, recordJunctions: true });

  test('keeping the record changes nothing else of a run', () => {
    const { junctionPassages, laneGreens, ...others } = whole.tables, plain = run(twin, settings).tables;
    expect(junctionPassages.count).toBeGreaterThan(300);
    expect(laneGreens.count).toBeGreaterThan(1000);
    expect(plain.junctionPassages.count + plain.laneGreens.count).toBe(0);
    for (const [name, table] of Object.entries(others)) expect(plain[name as keyof ResultTables], name).toEqual(table);
  });

  test('a vehicle passes the signals on its way, each once, and loses there no more than on its whole way', () => {
    const { junctionPassages, trips } = whole.tables, lostS = new Map<number, number>(), times = new Map<number, number>();
    for (let row = 0; row < junctionPassages.count; row++) {
      const departure = junctionPassages.departure[row]!;
      times.set(departure, (times.get(departure) ?? 0) + 1);
      lostS.set(departure, (lostS.get(departure) ?? 0) + junctionPassages.delayS[row]!);
      expect(junctionPassages.passedS[row]).toBeGreaterThan(junctionPassages.enteredS[row]! - 1e-9);
    }
    for (let row = 0; row < trips.count; row++) {
      const departure = trips.departure[row]!, route = twin.departures.route[departure]!, links = twin.routeLinks.link.subarray(twin.routes.firstLink[route]!, twin.routes.firstLink[route]! + twin.routes.linkCount[route]! - 1);
      if (trips.end[row] === tripEnd.arrived) expect(times.get(departure) ?? 0).toBe(links.filter((link) => twin.junctions.controller[twin.links.toJunction[link]!]! >= 0).length);
      expect(lostS.get(trips.departure[row]!) ?? 0).toBeLessThanOrEqual(trips.timeLossS[row]! + 1e-6);
    }
  });

  test('a run that was stopped and goes on from its file records the same', () => {
    let bytes: Uint8Array | undefined;
    run(twin, { ...settings, recordJunctions: true }, { haltAtS: settings.fromS + 2500, onHalt: (halted) => { bytes = checkpointToBytes(twin, halted, {}); } });
    const { value, problems } = checkpointFromBytes(twin, bytes!, { ...settings, recordJunctions: true });
    expect(problems).toEqual([]);
    expect(run(twin, { ...settings, recordJunctions: true }, {}, value).figures.hash).toBe(whole.figures.hash);
  });
});
