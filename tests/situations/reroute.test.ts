// Goal: drivers with guidance leave a jammed way for a quicker one, others do not; where nobody has guidance nothing changes.
import { expect, test } from 'vitest';
import { checkpointFromBytes, checkpointToBytes } from '../../engine/checkpoint/checkpoint.ts';
import { run } from '../../engine/run.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import { buildTown } from './traffic-town.ts';

/** From a fork two ways lead to the same place: a short one of 800 m, which ends at a signal with 10 s of green in 60, and one of 1,400 m without. */
const fork = (vehicles: number, headwayS: number) => buildTown({
  links: [
    { name: 'in', from: 'a', to: 'b', lengthM: 600 },
    { name: 'in2', from: 'b', to: 'fork', lengthM: 400 },
    { name: 'short', from: 'fork', to: 's', lengthM: 400 }, { name: 'short2', from: 's', to: 'meet', lengthM: 400 },
    { name: 'long', from: 'fork', to: 'l', lengthM: 700 }, { name: 'long2', from: 'l', to: 'meet', lengthM: 700 },
    { name: 'out', from: 'meet', to: 'z', lengthM: 400 },
  ],
  movements: [
    { from: 'in.0', to: 'in2.0' }, { from: 'in2.0', to: 'short.0' }, { from: 'in2.0', to: 'long.0' }, { from: 'short.0', to: 'short2.0', group: 0 },
    { from: 'long.0', to: 'long2.0' }, { from: 'short2.0', to: 'out.0' }, { from: 'long2.0', to: 'out.0' },
  ],
  conflicts: [{ yields: ['long2.0>out.0', 'short2.0>out.0'], kind: 'merge', atM: 5, untilM: 10, foeAtM: 5, foeUntilM: 10 }],
  signals: { s: [{ durationS: 10, shown: 'G' }, { durationS: 50, shown: 'r' }] },
  vehicles: Array.from({ length: vehicles }, (_, row) => ({ departS: row * headwayS, route: ['in', 'in2', 'short', 'short2', 'out'] })),
});

const settings = (more: Partial<RunSettings> = {}): RunSettings =>
  ({ seed: 1, fromS: 0, untilS: 1, stepS: 1, untilAllArrived: true, busPriority: false, replay: false, ...more });

const tookLongWay = ({ tables: { trips } }: ReturnType<typeof run>): number => trips.routeLengthM.filter((lengthM) => lengthM > 2300).length;

test('a jam before a signal: with guidance many take the longer way, and all lose less time', () => {
  const town = fork(150, 6), without = run(town, settings()), half = run(town, settings({ rerouteShare: 0.5 })), all = run(town, settings({ rerouteShare: 1 }));
  console.log(`time loss without ${without.figures.meanTimeLossS?.toFixed(0)} s, half ${half.figures.meanTimeLossS?.toFixed(0)} s (${tookLongWay(half)} of 150 on the long way), all ${all.figures.meanTimeLossS?.toFixed(0)} s (${tookLongWay(all)})`);
  expect(without.figures.vehiclesArrived).toBe(150);
  expect(tookLongWay(without)).toBe(0);
  expect(all.figures.vehiclesArrived).toBe(150);
  // The signal lets about 5 pass in a minute, half of those who come.
  expect(tookLongWay(all)).toBeGreaterThan(40);
  expect(tookLongWay(half)).toBeGreaterThan(15);
  expect(tookLongWay(half)).toBeLessThanOrEqual(75 + 20);
  expect(half.figures.meanTimeLossS!).toBeLessThan(0.8 * without.figures.meanTimeLossS!);
  expect(all.figures.meanTimeLossS!).toBeLessThan(0.8 * without.figures.meanTimeLossS!);
  expect(all.figures.collisions + all.figures.rescued).toBe(0);
});

test('on free streets nobody leaves the way', () => {
  expect(tookLongWay(run(fork(20, 60), settings({ rerouteShare: 1 })))).toBe(0);
});

test('a share of 0 is the run without guidance, bit for bit; the same share gives the same bits', () => {
  const town = fork(60, 6);
  expect(run(town, settings({ rerouteShare: 0 })).figures.hash).toBe(run(town, settings()).figures.hash);
  expect(run(town, settings({ rerouteShare: 0.5 })).figures.hash).toBe(run(town, settings({ rerouteShare: 0.5 })).figures.hash);
});

test('put aside and taken up again while many are on new ways: the same bits', () => {
  const town = fork(120, 6), wanted = settings({ rerouteShare: 1 }), whole = run(town, wanted);
  for (const haltAtS of [520, 700]) {
    let bytes: Uint8Array | undefined;
    run(town, wanted, { haltAtS, onHalt: (checkpoint) => { bytes = checkpointToBytes(town, checkpoint, null); } });
    const { value, problems } = checkpointFromBytes(town, bytes!, { fromS: 0, stepS: 1, rerouteShare: 1 });
    expect(problems).toEqual([]);
    expect(value!.state.guidance!.routeCount).toBeGreaterThan(0);
    expect(run(town, wanted, {}, value).figures.hash).toBe(whole.figures.hash);
  }
});

test('who stands at the end of the wrong lane beside a standing queue misses the turn, and comes by another way', () => {
  // Lane 1 leads to `on`, which a signal shuts for most of an hour; the last vehicle comes on lane 0, which leads to `off` and round.
  const town = buildTown({
    links: [
      { name: 'in', from: 'a', to: 'fork', lengthM: 120, lanes: 2 }, { name: 'on', from: 'fork', to: 's', lengthM: 60 }, { name: 'off', from: 'fork', to: 'r', lengthM: 300 },
      { name: 'round', from: 'r', to: 's2', lengthM: 300 }, { name: 'on2', from: 's', to: 's2', lengthM: 100 }, { name: 'out', from: 's2', to: 'z', lengthM: 200 },
    ],
    movements: [
      { from: 'in.0', to: 'off.0' }, { from: 'in.1', to: 'on.0' }, { from: 'on.0', to: 'on2.0', group: 0 }, { from: 'off.0', to: 'round.0' }, { from: 'round.0', to: 'out.0' }, { from: 'on2.0', to: 'out.0' },
    ],
    signals: { s: [{ durationS: 3000, shown: 'r' }, { durationS: 600, shown: 'G' }] },
    vehicles: [...Array.from({ length: 24 }, (_, row) => ({ departS: row * 4, lane: 1, route: ['in', 'on', 'on2', 'out'] })), { departS: 120, lane: 0, route: ['in', 'on', 'on2', 'out'] }],
  });
  const arrivesS = (rerouteShare: number): number => {
    const { tables: { trips } } = run(town, settings({ rerouteShare, untilS: 1000, untilAllArrived: false }));
    return trips.arriveS[Array.from(trips.departure).indexOf(24)]!;
  };
  expect(arrivesS(0)).toBe(-1);
  // 120 m, a minute of waiting, and 800 m the long way.
  expect(arrivesS(1e-9)).toBeGreaterThan(120 + 60);
  expect(arrivesS(1e-9)).toBeLessThan(120 + 60 + 120);
});
