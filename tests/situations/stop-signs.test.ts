// Goal: at a stop sign everybody comes to a stand before going, on an empty street too; and maps and nets tell where the signs are.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { importSumo } from '../../data/build/from-sumo.ts';
import { nodeFiles } from '../../data/formats/sumo/node-files.ts';
import { addStopSigns } from '../../data/formats/osm/stop-signs.ts';
import { makeResultLog } from '../../engine/results/result-log.ts';
import { prepareState } from '../../engine/state/city-state.ts';
import { step } from '../../engine/step.ts';
import { prepareTraffic } from '../../engine/traffic/prepare-traffic.ts';
import { run } from '../../engine/run.ts';
import { carFollowing } from '../../engine/twin/demand.ts';
import { junctionControl } from '../../engine/twin/streets.ts';
import { drawnStreets, type Places } from './street-building-scenes.ts';
import { arrivalS, buildTown, simulate, timeLossS, type Town, type TownType, type TownVehicle } from './traffic-town.ts';

const STANDING_MPS = 0.1, VISIBLE_M = 4.5;

/** A side street of 300 m that gives way to a main street, with a sign or without. */
const sideStreet = (stopsFirst: boolean, vehicles: TownVehicle[], type: TownType = {}): Town => ({
  links: [{ name: 'side', from: 'a', to: 'J', lengthM: 300 }, { name: 'main', from: 'm', to: 'J', lengthM: 300 }, { name: 'off', from: 'J', to: 'b', lengthM: 300 }, { name: 'on', from: 'J', to: 'n', lengthM: 300 }],
  movements: [{ from: 'side.0', to: 'off.0', stopsFirst }, { from: 'main.0', to: 'on.0' }],
  conflicts: [{ yields: ['side.0>off.0', 'main.0>on.0'], kind: 'cross', atM: 3, untilM: 6, foeAtM: 3, foeUntilM: 6 }],
  types: { car: type }, vehicles,
});

/** The lowest speed within sight of the line, and how far from the line that was. */
function slowest(town: Town, stepS: number): { mps: number; beforeLineM: number } {
  const twin = buildTown(town), settings = { seed: 1, fromS: 0, untilS: 200, stepS, untilAllArrived: false, busPriority: false, replay: false };
  const state = prepareState(twin, 0), traffic = prepareTraffic(twin, state, settings), log = makeResultLog(twin, 0);
  let found = { mps: Infinity, beforeLineM: NaN };
  while (state.timeS < settings.untilS) {
    step(traffic, state, log, settings);
    const slot = state.vehicles.departure.indexOf(0), beforeLineM = 300 - state.vehicles.positionM[slot]!;
    if (slot >= 0 && state.vehicles.place[slot] === 0 && beforeLineM <= VISIBLE_M && state.vehicles.speedMps[slot]! < found.mps) found = { mps: state.vehicles.speedMps[slot]!, beforeLineM };
  }
  return found;
}

describe.each([['Krauss', {}], ['IDM', { carFollowing: carFollowing.idm, accelerationMps2: 1.5, decelerationMps2: 2, minGapM: 2 }]] as const)('%s drivers', (_, type) => {
  test.each([0.2, 0.5, 1])('stand at the line of an empty junction (steps of %s s)', (stepS) => {
    const alone: TownVehicle[] = [{ departS: 0, route: ['side', 'off'] }];
    const there = slowest(sideStreet(true, alone, type), stepS);
    expect(there.mps).toBeLessThan(STANDING_MPS);
    expect(there.beforeLineM).toBeGreaterThanOrEqual(0.5);
    expect(slowest(sideStreet(false, alone, type), stepS).mps).toBeGreaterThan(2);
  });

  test('one after the other, each for itself', () => {
    const results = simulate(buildTown(sideStreet(true, [0, 2, 4, 6].map((departS) => ({ departS, route: ['side', 'off'] })), type)));
    const times = [0, 1, 2, 3].map((row) => arrivalS(results, row));
    // From its place behind the one ahead each needs to pull up and stand: at least three seconds more than driving on behind it.
    for (let row = 1; row < 4; row++) expect(times[row]! - times[row - 1]!).toBeGreaterThan(3);
    expect(times[3]).toBeLessThan(120);
  });

  test('the main street does not stop, and goes first', () => {
    const town = sideStreet(true, [{ departS: 0, route: ['side', 'off'] }, ...Array.from({ length: 20 }, (_, at) => 3 * at).map((departS) => ({ departS, route: ['main', 'on'] }))], type);
    const results = simulate(buildTown(town));
    for (let row = 1; row < 21; row++) expect(timeLossS(results, row)).toBeLessThan(8);
    expect(arrivalS(results, 0)).toBeGreaterThan(arrivalS(simulate(buildTown(sideStreet(true, [{ departS: 0, route: ['side', 'off'] }], type))), 0));
  });
});

test('a stop from 13.89 m/s costs what braking at 4.5 and pulling away at 2.6 m/s² cost: 4.2 s, and the second of the stand', () => {
  const lossS = (stopsFirst: boolean): number => timeLossS(simulate(buildTown(sideStreet(stopsFirst, [{ departS: 0, route: ['side', 'off'], speedMps: 13.89 }])), { stepS: 0.2 }), 0);
  // v / 2b + v / 2a; half a metre a second in the last metres before the line, and the step in which it stands.
  const theoryS = 13.89 / (2 * 4.5) + 13.89 / (2 * 2.6);
  expect(lossS(true)).toBeGreaterThan(theoryS - 0.2);
  expect(lossS(true)).toBeLessThan(theoryS + 2.5);
  expect(lossS(true)).toBeGreaterThan(lossS(false) + 0.5);
});

describe('signs drawn on a map', () => {
  const PLACES: Places = { w: [-100, 0], J: [0, 0], e: [100, 0], s: [0, -100], p: [0, -15], n: [0, 100] };
  const cross = { 'w-J-e': { class: 'tertiary' as const }, 's-p-J': { class: 'tertiary' as const }, 'J-n': { class: 'tertiary' as const } };
  const built = (places: Places, signs: Record<string, Record<string, string>>) => {
    const letters = Object.keys(places), nodes = letters.map((name) => ({ name, xM: places[name]![0], yM: places[name]![1] }));
    const streets = { nodes, ways: Object.keys(cross).map((path) => ({ nodes: path.split('-').map((letter) => letters.indexOf(letter)) })) } as never;
    addStopSigns(streets, new Map(Object.entries(signs).map(([letter, tags]) => [letters.indexOf(letter), { highway: 'stop', ...tags }])));
    return drawnStreets(Object.fromEntries(letters.map((letter, row) => [letter, [places[letter]![0], places[letter]![1], (nodes[row] as { stopSign?: object }).stopSign ? { stopSign: (nodes[row] as { stopSign?: never }).stopSign! } : {}] as const])), cross);
  };
  const stops = (scene: ReturnType<typeof built>, way: string): number[] => scene.by(way).map((row) => scene.twin.movements.stopsFirst[row]!);

  test('facing: along the way or against it', () => {
    const scene = built(PLACES, { p: { direction: 'forward' } });
    expect(stops(scene, 's>J>n')).toEqual([1]);
    expect(stops(scene, 'n>J>s')).toEqual([0]);
    expect(stops(scene, 'w>J>e')).toEqual([0]);
    expect(stops(built(PLACES, { p: { direction: 'backward' } }), 's>J>n')).toEqual([0]);
  });
  test('of a sign that does not say so, the nearer end counts', () => expect(stops(built(PLACES, { p: {} }), 's>J>n')).toEqual([1]));
  test('who meets it has no priority, whatever the class of the street', () => {
    const scene = built(PLACES, { p: { direction: 'forward' } });
    expect(scene.control('J')).toBe(junctionControl.priority);
    expect(scene.against('s>J>n', 'w>J>e')).toBe('gives way');
    expect(scene.against('s>J>n', 'e>J>w')).toBe('gives way');
  });
  test('on the junction: for the lesser arms, or for all', () => {
    const minor = built(PLACES, { J: {} }), all = built(PLACES, { J: { stop: 'all' } });
    const ways = ['w>J>e', 'e>J>w', 's>J>n', 'n>J>s'];
    expect(ways.map((way) => stops(minor, way)[0]).reduce((sum, one) => sum! + one!, 0)).toBe(2);
    expect(ways.map((way) => stops(all, way)[0])).toEqual([1, 1, 1, 1]);
  });
  test('too far from the junction to be its sign', () => expect(stops(built({ ...PLACES, p: [0, -45] }, { p: { direction: 'forward' } }), 's>J>n')).toEqual([0]));
  test('with signals there is nothing to stop for', () => {
    const scene = drawnStreets({ ...PLACES, J: [0, 0, { control: 'signals' }], p: [0, -15, { stopSign: { fromNodes: [3], isFacingKnown: true, allArms: false } }] }, cross);
    expect(Array.from(scene.twin.movements.stopsFirst).every((value) => value === 0)).toBe(true);
  });
});

const hasSumo = spawnSync('netconvert', ['--version']).status === 0;
describe.skipIf(!hasSumo)('beside SUMO (skipped where it is not installed)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jumeau-stop-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Mean time loss of those from the south, of either. */
  async function lossS(type: string, mainPerHour: number): Promise<{ sumo: number; ours: number; stops: number }> {
    writeFileSync(join(folder, 'x.nod.xml'), `<nodes><node id="W" x="-400" y="0"/><node id="E" x="400" y="0"/><node id="S" x="0" y="-400"/><node id="N" x="0" y="400"/><node id="J" x="0" y="0" type="${type}"/></nodes>`);
    const edge = (id: string, from: string, to: string, priority: number): string => `<edge id="${id}" from="${from}" to="${to}" numLanes="1" speed="13.89" priority="${priority}"/>`;
    writeFileSync(join(folder, 'x.edg.xml'), `<edges>${edge('WJ', 'W', 'J', 9)}${edge('JE', 'J', 'E', 9)}${edge('EJ', 'E', 'J', 9)}${edge('JW', 'J', 'W', 9)}${edge('SJ', 'S', 'J', 2)}${edge('JN', 'J', 'N', 2)}${edge('NJ', 'N', 'J', 2)}${edge('JS', 'J', 'S', 2)}</edges>`);
    const made = spawnSync('netconvert', ['-n', 'x.nod.xml', '-e', 'x.edg.xml', '-o', 'x.net.xml', '--no-turnarounds', 'true'], { cwd: folder, encoding: 'utf8' });
    if (made.status !== 0) throw new Error(made.stderr);
    const flow = (id: string, from: string, to: string, periodS: number): string => `<flow id="${id}" type="car" from="${from}" to="${to}" begin="0" end="3600" period="${periodS}" departSpeed="max"/>`;
    writeFileSync(join(folder, 'x.rou.xml'), `<routes><vType id="car" sigma="0" speedFactor="1" speedDev="0"/>${flow('we', 'WJ', 'JE', 7200 / mainPerHour)}${flow('ew', 'EJ', 'JW', 7200 / mainPerHour + 0.37)}${flow('side', 'SJ', 'JN', 23)}</routes>`);
    writeFileSync(join(folder, 'x.sumocfg'), '<configuration><input><net-file value="x.net.xml"/><route-files value="x.rou.xml"/></input><time><begin value="0"/></time></configuration>');
    const ran = spawnSync('sumo', ['-c', 'x.sumocfg', '--no-step-log', '--no-warnings', '--tripinfo-output', 'trips.xml', '--xml-validation', 'never'], { cwd: folder, encoding: 'utf8' });
    if (ran.status !== 0) throw new Error(ran.stderr);
    const trips = spawnSync('cat', [join(folder, 'trips.xml')], { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout;
    const sumo = [...trips.matchAll(/<tripinfo id="side[^>]* timeLoss="([^"]+)"/g)].map(([, loss]) => Number(loss));
    const { value: twin, problems } = await importSumo({ config: join(folder, 'x.sumocfg') }, nodeFiles);
    if (!twin) throw new Error(JSON.stringify(problems));
    const { tables: { trips: own } } = run(twin, { seed: 1, fromS: 0, untilS: 4500, stepS: 1, untilAllArrived: true, busPriority: false, replay: false });
    const ours = Array.from(own.departure.keys()).filter((row) => twin.departures.name[own.departure[row]!]!.startsWith('side')).map((row) => own.timeLossS[row]!);
    const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(ours).toHaveLength(sumo.length);
    return { sumo: mean(sumo), ours: mean(ours), stops: twin.movements.stopsFirst.reduce((sum, one) => sum + one, 0) };
  }

  test('a sign costs the side street as much as in SUMO', async () => {
    for (const mainPerHour of [10, 300, 500]) {
      const sign = await lossS('priority_stop', mainPerHour), none = await lossS('priority', mainPerHour), allWay = await lossS('allway_stop', mainPerHour);
      console.log(`${mainPerHour} an hour on the main street, loss of the side street, SUMO in brackets: stop sign ${sign.ours.toFixed(1)} s (${sign.sumo.toFixed(1)}), give way ${none.ours.toFixed(1)} (${none.sumo.toFixed(1)}), all stop ${allWay.ours.toFixed(1)} (${allWay.sumo.toFixed(1)})`);
      expect(sign.stops).toBeGreaterThan(0);
      expect(none.stops).toBe(0);
      expect(Math.abs(sign.ours - sign.sumo)).toBeLessThan(Math.max(0.5, 0.15 * sign.sumo));
    }
  });
});
