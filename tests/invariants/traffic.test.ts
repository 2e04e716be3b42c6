// Goal: at random crossings of two streets vehicles are conserved, nobody overlaps the one ahead, and a run is the same whoever watches it,
// wherever it runs and wherever it was stopped and taken up again. Random towns by seed: 6, in proof 60.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { run } from '../../engine/run.ts';
import { makeResultLog } from '../../engine/results/result-log.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import { copyState, prepareState, stateHash, type CityState } from '../../engine/state/city-state.ts';
import { step } from '../../engine/step.ts';
import { skipDepartures } from '../../engine/traffic/entry-queues.ts';
import { prepareTraffic } from '../../engine/traffic/prepare-traffic.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { randomTown } from './random-town.ts';

const seeds = Array.from({ length: process.env['JUMEAU_PROOF'] === '1' ? 60 : 6 }, (_, at) => at + 1);
const settings: RunSettings = { seed: 3, fromS: 0, untilS: 600, stepS: 1, untilAllArrived: true, busPriority: true, replay: false };

describe.each(seeds)('random town %i', (seed) => {
  const twin = randomTown(seed, 250);

  test('all who enter arrive, and nobody overlaps the one ahead', () => {
    const { figures, tables } = run(twin, { ...settings, seed });
    expect(figures.vehiclesLoaded).toBe(250);
    expect(figures.vehiclesArrived).toBe(250);
    expect(figures.collisions).toBe(0);
    expect(new Set(tables.trips.departure).size).toBe(250);
    const entered = tables.links.entered.reduce((sum, count) => sum + count, 0), left = tables.links.left.reduce((sum, count) => sum + count, 0);
    expect(left).toBe(entered);
  });

  test('at every instant: loaded = waiting + running + arrived, and the order on each lane is that of positions', () => {
    const state = prepareState(twin, 0), traffic = prepareTraffic(twin, state, settings), log = makeResultLog(twin, 0);
    while (state.timeS < 300) {
      step(traffic, state, log, settings);
      const { counts, places, vehicles } = state;
      expect(counts.inserted).toBe(counts.running + counts.arrived);
      let seen = 0;
      for (let place = 0; place < places.count; place++) {
        let aheadM = Infinity;
        for (let slot = places.first[place]!; slot >= 0; slot = vehicles.behind[slot]!, seen++) {
          expect(vehicles.place[slot]).toBe(place);
          expect(vehicles.positionM[slot]!).toBeLessThanOrEqual(aheadM);
          expect(vehicles.speedMps[slot]!).toBeGreaterThanOrEqual(0);
          aheadM = vehicles.positionM[slot]!;
        }
      }
      expect(seen).toBe(counts.running);
    }
  });
});

/** The state after `untilTick` steps; the run is put aside and taken up again from a copy after `stopTick`. */
function stateAfter(twin: ReadingTwin, untilTick: number, stopTick: number): string {
  let state: CityState = prepareState(twin, 0), traffic = prepareTraffic(twin, state, settings);
  const log = makeResultLog(twin, 0);
  skipDepartures(traffic, state, 0);
  while (state.tick < untilTick) {
    if (state.tick === stopTick) {
      state = copyState(state);
      traffic = prepareTraffic(twin, state, settings);
    }
    step(traffic, state, log, settings);
  }
  return stateHash(state);
}

describe('the same run', () => {
  const twin = randomTown(2, 250);

  test('twice, and with a replay beside it', () => {
    let segments = 0;
    const once = run(twin, settings).figures, again = run(twin, settings).figures;
    const watched = run(twin, { ...settings, replay: true }, { onReplaySegment: () => { segments++; } }).figures;
    expect(again).toEqual(once);
    expect(watched).toEqual(once);
    expect(segments).toBeGreaterThan(1);
    expect(run(twin, { ...settings, seed: 4 }).figures.hash).not.toBe(once.hash);
  });

  test.each([1, 37, 150, 299])('stopped after %i steps and taken up again', (stopTick) => {
    expect(stateAfter(twin, 300, stopTick)).toBe(stateAfter(twin, 300, -1));
  });

  test('in two processes', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'jumeau-')), 'run.mjs');
    await build({
      stdin: {
        contents: `import { run } from './engine/run.ts'; import { randomTown } from './tests/invariants/random-town.ts'; console.log(run(randomTown(2, 250), ${JSON.stringify(settings)}).figures.hash);`,
        resolveDir: process.cwd(), loader: 'ts',
      },
      bundle: true, platform: 'node', format: 'esm', outfile: file, logLevel: 'silent',
    });
    const hashes = [0, 1].map(() => spawnSync(process.execPath, [file], { encoding: 'utf8' }).stdout.trim());
    expect(hashes).toEqual([run(twin, settings).figures.hash, hashes[0]]);
  });
});
