// Goal: lamps' results add up, do not depend on the step or on where a run is cut, and the results' rows are whole.
import { expect, test } from 'vitest';
import { randomShare } from '../../engine/foundation/random.ts';
import { copyState, prepareState, stateHash } from '../../engine/state/city-state.ts';
import { makeResultLog } from '../../engine/results/result-log.ts';
import { finishLighting, switchDueLamps } from '../../engine/lighting/switch-lamps.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { cityOfLamps, dijonFacts, recordedWh, runLamps } from '../verification/lighting-city.ts';

const SEEDS = Array.from({ length: 20 }, (_, seed) => seed);

function randomCity(seed: number): { twin: Twin; fromS: number; untilS: number } {
  const draw = (purpose: number, row = 0): number => randomShare(seed, purpose, row, 1);
  const zones = Array.from({ length: 1 + Math.floor(draw(1) * 4) }, (_, zone) => ({
    lampsW: Array.from({ length: Math.floor(draw(2, zone) * 10) }, (_, lamp) => 10 + draw(3, zone * 100 + lamp) * 90),
    levels: Array.from({ length: Math.floor(draw(4, zone) * 4) }, (_, level): [number, number] => [level * 20000 + Math.floor(draw(5, zone * 10 + level) * 20000), draw(6, zone * 10 + level)]),
  }));
  const fromS = Math.floor(draw(7) * 86400);
  const lighting = { switchOnOffsetMin: Math.floor(draw(8) * 40 - 20), switchOffOffsetMin: Math.floor(draw(9) * 40 - 20), standbyPowerW: draw(10) };
  const date = `2026-${String(1 + Math.floor(draw(11) * 12)).padStart(2, '0')}-15`;
  const loose = Array.from({ length: Math.floor(draw(12) * 3) }, (_, lamp) => 20 + draw(13, lamp) * 50);
  return { twin: cityOfLamps(dijonFacts({ lighting, date }), zones, loose), fromS, untilS: fromS + 3600 * (1 + Math.floor(draw(14) * 47)) + Math.floor(draw(15) * 900) };
}

test.each(SEEDS)('rows add up to the total, within a quarter each, and never below standby (seed %i)', (seed) => {
  const { twin, fromS, untilS } = randomCity(seed);
  const { state, log } = runLamps(twin, fromS, untilS);
  const { rows } = log.lighting;
  expect(recordedWh(log)).toBeCloseTo(state.lighting.energyWh, 6);
  let standbyW = 0, ratedW = 0;
  for (let lamp = 0; lamp < twin.lamps.count; lamp++) { standbyW += twin.facts.lighting.standbyPowerW; ratedW += twin.lamps.ratedPowerW[lamp]!; }
  expect(state.lighting.energyWh).toBeGreaterThanOrEqual((standbyW * (untilS - fromS)) / 3600 - 1e-6);
  expect(state.lighting.energyWh).toBeLessThanOrEqual((ratedW * (untilS - fromS)) / 3600 + 1e-6);
  const seen = new Set<string>();
  for (let row = 0; row < rows.count; row++) {
    expect(rows.fromS[row]! % 900).toBe(0);
    expect(rows.fromS[row]! + 900).toBeGreaterThan(fromS);
    expect(rows.fromS[row]!).toBeLessThan(untilS);
    seen.add(`${rows.zone[row]} ${rows.fromS[row]}`);
  }
  expect(seen.size).toBe(rows.count);
});

test.each(SEEDS)('the step does not matter: 1 s, 7 s and 600 s (seed %i)', (seed) => {
  const { twin, fromS, untilS } = randomCity(seed);
  const answers = [1, 7, 600].map((stepS) => {
    const { log } = runLamps(twin, fromS, untilS, stepS);
    return { energyWh: [...log.lighting.rows.energyWh.slice(0, log.lighting.rows.count)], switchedS: [...log.lampSwitches.rows.timeS.slice(0, log.lampSwitches.rows.count)] };
  });
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
});

test.each(SEEDS)('stopped and taken up again: the same state, bit for bit (seed %i)', (seed) => {
  const { twin, fromS, untilS } = randomCity(seed);
  const drive = (cutS: number | undefined): string => {
    let state = prepareState(twin, fromS);
    const log = makeResultLog(twin, fromS);
    for (; state.timeS < untilS; state.timeS += 1, state.tick++) {
      if (state.timeS === cutS) state = copyState(state);
      switchDueLamps(twin, state, log);
    }
    finishLighting(twin, state, log);
    return stateHash(state);
  };
  expect(drive(fromS + Math.floor((untilS - fromS) / 2))).toBe(drive(undefined));
});

test.each(SEEDS)('every zone has a row at the start, and each change after it changes something (seed %i)', (seed) => {
  const { twin, fromS, untilS } = randomCity(seed);
  const { lampSwitches: { rows } } = runLamps(twin, fromS, untilS).log;
  const last = new Map<number, number>();
  for (let row = 0; row < rows.count; row++) {
    const zone = rows.zone[row]!;
    if (!last.has(zone)) expect(rows.timeS[row]).toBe(fromS);
    expect(rows.outputShare[row]).not.toBe(last.get(zone));
    last.set(zone, rows.outputShare[row]!);
  }
  for (let zone = 0; zone < twin.lightingZones.count; zone++) expect(last.has(zone)).toBe(true);
});
