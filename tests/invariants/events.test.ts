// Goal: whatever happens on the streets, nobody is lost, nobody new comes onto what is closed, and a run with events is the same
// twice, stopped and taken up again, and, where events alter nothing, the same as without. Random crossings by seed: 6, in proof 60.
import { describe, expect, test } from 'vitest';
import { checkpointFromBytes, checkpointToBytes } from '../../engine/checkpoint/checkpoint.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { makeResultLog } from '../../engine/results/result-log.ts';
import { run } from '../../engine/run.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import { copyState, prepareState, stateHash, type CityState } from '../../engine/state/city-state.ts';
import { step } from '../../engine/step.ts';
import { prepareTraffic } from '../../engine/traffic/prepare-traffic.ts';
import { eventKind } from '../../engine/twin/events.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { withEvents, type TownEvent } from '../situations/event-scenes.ts';
import { randomTown } from './random-town.ts';

const seeds = Array.from({ length: process.env['JUMEAU_PROOF'] === '1' ? 60 : 6 }, (_, at) => at + 1);
const settings: RunSettings = { seed: 3, fromS: 0, untilS: 600, stepS: 1, untilAllArrived: true, busPriority: true, replay: false };
const VEHICLES = 250, LONG_S = 20000;

/** Three events drawn at random between 100 and 500 s: closed ways in, closed lanes, blocked stretches, other limits. */
function eventfulTown(seed: number): Twin {
  const draw = (purpose: number, row: number): number => randomShare(seed, 700 + purpose, row, 0), arms = ['n', 'e', 's', 'w'];
  const events = Array.from({ length: 3 }, (_, row): TownEvent => {
    const link = `${arms[Math.floor(4 * draw(0, row))]!}${draw(1, row) < 0.5 ? 'In' : 'Out'}`, fromS = 100 + Math.floor(200 * draw(2, row)), untilS = fromS + 50 + Math.floor(150 * draw(3, row));
    const kind = draw(4, row);
    if (kind < 0.25) return { kind: eventKind.closure, link, fromS, untilS };
    if (kind < 0.5) return { kind: eventKind.closure, link, lane: Math.floor(2 * draw(5, row)), fromS, untilS };
    if (kind < 0.75) return { kind: eventKind.incident, link, lane: Math.floor(2 * draw(5, row)), fromS, untilS, fromM: 60, untilM: 70 };
    return { kind: eventKind.speedLimit, link, fromS, untilS, speedLimitMps: 5 };
  });
  return withEvents(randomTown(seed, VEHICLES), events);
}

const hardestMps2 = ({ vehicleTypes }: Twin, type: number): number => vehicleTypes.emergencyDecelerationMps2[type]!;

describe.each(seeds)('random town %i with three events', (seed) => {
  const twin = eventfulTown(seed);

  test('all who enter arrive once it is over, nobody overlaps the one ahead, and twice is the same', () => {
    const once = run(twin, { ...settings, seed }), again = run(twin, { ...settings, seed });
    expect(once.figures.vehiclesArrived).toBe(VEHICLES);
    expect(once.figures.collisions).toBe(0);
    expect(once.figures.rescued).toBe(0);
    expect(once.figures.simulatedS).toBeLessThan(LONG_S);
    expect(again.figures.hash).toBe(once.figures.hash);
  });

  test('nobody comes onto a closed lane but who could no longer stop before it, and nobody into a blocked stretch', () => {
    const state = prepareState(twin, 0), traffic = prepareTraffic(twin, state, settings), log = makeResultLog(twin, 0), { roads } = traffic;
    const laneBefore = new Map<number, number>(), positionBefore = new Map<number, number>(), closedSinceS = new Map<number, number>(), speedBefore = new Map<number, number>(), blockedSinceS = new Map<number, number>();
    while (state.timeS < 600) {
      step(traffic, state, log, settings);
      const { vehicles, counts } = state;
      expect(counts.inserted).toBe(counts.running + counts.arrived);
      for (let lane = 0; lane < twin.lanes.count; lane++) {
        if (roads.guide.permitted[lane] !== 0) closedSinceS.delete(lane);
        else if (!closedSinceS.has(lane)) closedSinceS.set(lane, state.timeS);
        if (!roads.blockages || roads.blockages.fromM[lane] === Infinity) blockedSinceS.delete(lane);
        else if (!blockedSinceS.has(lane)) blockedSinceS.set(lane, state.timeS);
      }
      for (let slot = 0; slot < vehicles.count; slot++) {
        const departure = vehicles.departure[slot]!, place = vehicles.place[slot]!, frontM = vehicles.positionM[slot]!;
        if (departure < 0) continue;
        const sinceS = closedSinceS.get(place), before = laneBefore.get(departure);
        // From 400 m away at 13.89 m/s everyone has stopped or come through after 15 s.
        // On a street that is closed as a whole those who are on it may change lane to get out.
        const fromOutside = before === undefined || before >= roads.laneCount || (roads.placeLink[before] === roads.placeLink[place] && roads.guide.closedTo[roads.placeLink[place]!] === 0);
        if (sinceS !== undefined && before !== place && fromOutside) expect(state.timeS - sinceS, `seed ${seed}: departure ${departure} comes onto closed lane ${place}`).toBeLessThan(15);
        if (roads.blockages && place < roads.laneCount && before === place && roads.blockages.fromM[place]! < Infinity) {
          const blockM = roads.blockages.fromM[place]!, lastM = positionBefore.get(departure)!, isHardest = vehicles.speedMps[slot]! <= speedBefore.get(departure)! - hardestMps2(twin, vehicles.vehicleType[slot]!) * settings.stepS + 1e-9;
          // Where the block has just appeared, too close to stop before it, all that can be asked is to brake as hard as the vehicle can.
          const isSurprised = isHardest && state.timeS - blockedSinceS.get(place)! <= 2;
          expect(lastM <= blockM && frontM > blockM && !isSurprised, `seed ${seed}: departure ${departure} drives into the block`).toBe(false);
        }
        speedBefore.set(departure, vehicles.speedMps[slot]!);
        laneBefore.set(departure, place);
        positionBefore.set(departure, frontM);
      }
    }
  });
});

/** The state after `untilTick` steps; the run is put aside and taken up again from a copy after `stopTick`. */
function stateAfter(twin: Twin, untilTick: number, stopTick: number): string {
  let state: CityState = prepareState(twin, 0), traffic = prepareTraffic(twin, state, settings);
  const log = makeResultLog(twin, 0);
  while (state.tick < untilTick) {
    if (state.tick === stopTick) {
      state = copyState(state);
      traffic = prepareTraffic(twin, state, settings);
    }
    step(traffic, state, log, settings);
  }
  return stateHash(state);
}

test.each([1, 99, 150, 250, 350])('stopped after %i steps, before, while and after things happen, and taken up again', (stopTick) => {
  for (const seed of [1, 2, 4]) expect(stateAfter(eventfulTown(seed), 400, stopTick), `town ${seed}`).toBe(stateAfter(eventfulTown(seed), 400, -1));
});

test('events that alter nothing leave every trip as it is: a limit that is the posted one, a closure of an hour in which nobody drives', () => {
  const twin = randomTown(3, VEHICLES), limit = twin.links.speedLimitMps[0]!;
  const same = withEvents(twin, [{ kind: eventKind.speedLimit, link: 'nIn', fromS: 50, untilS: 400, speedLimitMps: limit }, { kind: eventKind.closure, link: 'nIn', fromS: 80000, untilS: 83600 }]);
  expect(run(same, settings).tables.trips).toEqual(run(twin, settings).tables.trips);
});

test('a what-if with a closure may begin on streets that a run without any has filled', () => {
  const twin = randomTown(3, VEHICLES), closed = withEvents(twin, [{ kind: eventKind.closure, link: 'nIn', fromS: 100, untilS: 500 }]);
  let bytes: Uint8Array | undefined;
  run(twin, settings, { haltAtS: 200, onHalt: (checkpoint) => { bytes = checkpointToBytes(twin, checkpoint, {}); } });
  const { value, problems } = checkpointFromBytes(closed, bytes!, settings);
  expect(problems).toEqual([]);
  const whatIf = run(closed, settings, {}, value!), whole = run(twin, settings);
  expect(whatIf.figures.vehiclesArrived).toBe(VEHICLES);
  expect(whatIf.figures.meanTravelTimeS!).toBeGreaterThan(whole.figures.meanTravelTimeS!);
  expect(Array.from(whatIf.tables.minutes.running.subarray(0, 4))).toEqual(Array.from(whole.tables.minutes.running.subarray(0, 4)));
});
