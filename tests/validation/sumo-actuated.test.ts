// Goal: signals that react to traffic, and detectors, do what SUMO's do: each switching to the second, each count to the vehicle.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { importSumo } from '../../data/build/from-sumo.ts';
import { nodeFiles } from '../../data/formats/sumo/node-files.ts';
import { checkpointFromBytes, checkpointToBytes } from '../../engine/checkpoint/checkpoint.ts';
import { run } from '../../engine/run.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';
import { crossingNet, crossingTraffic } from './drawn-sumo-crossing.ts';
import { tags, textOf } from './sumo-net-reader.ts';

const hasSumo = spawnSync('sumo', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'jumeau-sumo-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const AFTER_S = 3600;
/** SUMO lets vehicles in at the end of a second, after all have moved; here they come first. The same moments are one second apart. */
const LATER_S = 1;

interface Program { phases: (state: { green: string; amber: string }, axis: 'east-west' | 'north-south') => string; parameters?: string }

const program = ({ phases, parameters }: Program): string => `<tlLogic id="C" type="actuated" programID="x" offset="0">${parameters ?? ''}
${phases({ green: 'rGrG', amber: 'ryry' }, 'east-west')}${phases({ green: 'GrGr', amber: 'yryr' }, 'north-south')}</tlLogic>`;

const usual: Program = { phases: ({ green, amber }) => `<phase duration="42" minDur="8" maxDur="60" state="${green}"/><phase duration="3" state="${amber}"/>` };

const detectors = `<e1Detector id="far" lane="WC_0" pos="-150" freq="600" file="e1.xml"/><e1Detector id="near" lane="WC_0" pos="-10" freq="600" file="e1.xml"/>
<e2Detector id="queue" lane="NC_0" pos="-60" endPos="-1" freq="600" file="e2.xml"/>`;

/** When SUMO began each phase of the controller. */
function sumoSwitchings(additional: string, traffic: string): [number, number][] {
  writeFileSync(join(folder, 'crossing.net.xml'), crossingNet);
  writeFileSync(join(folder, 'cars.rou.xml'), traffic);
  writeFileSync(join(folder, 'signals.add.xml'), `<additional>${additional}<timedEvent type="SaveTLSStates" source="C" dest="states.xml"/></additional>`);
  const { status, stderr } = spawnSync('sumo', ['-n', 'crossing.net.xml', '-r', 'cars.rou.xml', '-a', 'signals.add.xml', '--no-step-log', '--no-warnings', '--time-to-teleport', '-1', '-e', String(AFTER_S + 600), '--xml-validation', 'never'], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const switchings: [number, number][] = [];
  for (const { time, phase } of tags(textOf(join(folder, 'states.xml')), 'tlsState')) if (switchings.at(-1)?.[1] !== Number(phase)) switchings.push([Number(time), Number(phase)]);
  return switchings;
}

async function imported(additional: string, traffic: string): Promise<Twin> {
  const files: Record<string, string> = { net: crossingNet, cars: traffic, signals: `<additional>${additional}</additional>` };
  const access = { open: async function* (path: string): AsyncGenerator<Uint8Array> { yield Buffer.from(files[path]!); } };
  const { value, problems } = await importSumo({ net: 'net', additional: ['signals'], routes: ['cars'] }, access);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return value!;
}

const ran = (twin: Twin) => run(twin, { seed: 1, fromS: 0, untilS: AFTER_S + 600, stepS: 1, untilAllArrived: false, busPriority: false, replay: false });

function switchingsOf(twin: Twin): [number, number][] {
  const { signalChanges } = ran(twin).tables;
  return Array.from({ length: signalChanges.count }, (_, row) => [signalChanges.timeS[row]!, signalChanges.interval[row]!]);
}

const meanGreenS = (switchings: readonly [number, number][], phase: number): number => {
  const greensS = switchings.slice(0, -1).flatMap(([timeS, shown], at) => (shown === phase ? [switchings[at + 1]![0] - timeS] : []));
  return greensS.reduce((sum, greenS) => sum + greenS, 0) / greensS.length;
};

/** What SUMO 1.15.0 (Debian) did with the first case, for computers without it. */
const recorded = { switchings: 603, greenS: [12.258, 9.627] };

const cases: { title: string; program: Program; eastWest: number; northSouth: number; seed: number }[] = [
  { title: 'usual bounds, moderate traffic', program: usual, eastWest: 500, northSouth: 300, seed: 1 },
  { title: 'near capacity: the longest green ends many phases', program: usual, eastWest: 850, northSouth: 700, seed: 2 },
  { title: 'short gap, far loops', program: { ...usual, parameters: '<param key="max-gap" value="1.7"/><param key="detector-gap" value="4"/>' }, eastWest: 600, northSouth: 400, seed: 3 },
  { title: 'own gap on one lane, none on another', program: { ...usual, parameters: '<param key="max-gap:WC_0" value="6"/><param key="NC_0" value="NO_DETECTOR"/>' }, eastWest: 400, northSouth: 400, seed: 4 },
  { title: 'a detector named by the program', program: { ...usual, parameters: '<param key="WC_0" value="far"/>' }, eastWest: 500, northSouth: 300, seed: 5 },
  { title: 'no longest green, and a fixed phase for the other street', eastWest: 900, northSouth: 300, seed: 6,
    program: { phases: ({ green, amber }, axis) => `<phase duration="20" ${axis === 'east-west' ? 'minDur="10"' : ''} state="${green}"/><phase duration="3" state="${amber}"/>` } },
];

describe('a crossing whose greens follow the traffic', () => {
  test.skipIf(!hasSumo).each(cases)('every switching of an hour is SUMO’s to the second: $title (skipped without the program sumo)', async ({ program: plan, eastWest, northSouth, seed }) => {
    const additional = detectors + program(plan);
    const theirs = sumoSwitchings(additional, crossingTraffic(eastWest, northSouth, seed, 0));
    const ours = switchingsOf(await imported(additional, crossingTraffic(eastWest, northSouth, seed, LATER_S)));
    console.log(`${theirs.length} switchings of SUMO, ${ours.length} of ours; mean green ${meanGreenS(theirs, 0).toFixed(3)} s and ${meanGreenS(theirs, 2).toFixed(3)} s in SUMO`);
    expect(theirs.length).toBeGreaterThan(20);
    expect(ours).toEqual(theirs);
  });

  test('as many switchings and as long greens as SUMO 1.15.0 made', async () => {
    const ours = switchingsOf(await imported(program(usual), crossingTraffic(500, 300, 1, LATER_S)));
    expect(ours.length).toBe(recorded.switchings);
    expect([0, 2].map((phase) => Math.round(meanGreenS(ours, phase) * 1000) / 1000)).toEqual(recorded.greenS);
  });

  test('a run that stops while loops see vehicles and goes on later gives the same bits', async () => {
    const twin = await imported(detectors + program(usual), crossingTraffic(500, 300, 8, LATER_S));
    const settings = { seed: 1, fromS: 0, untilS: 1200, stepS: 1, untilAllArrived: false, busPriority: false, replay: false };
    const whole = run(twin, settings);
    for (const haltAtS of [1, 599, 600, 601, 747]) {
      let bytes: Uint8Array | undefined;
      run(twin, settings, { haltAtS, onHalt: (checkpoint) => { bytes = checkpointToBytes(twin, checkpoint, {}); } });
      const { value, problems } = checkpointFromBytes(twin, bytes!, settings);
      expect(problems).toEqual([]);
      expect(run(twin, settings, {}, value!).figures).toEqual(whole.figures);
    }
  });

  test.skipIf(!hasSumo)('detectors count what SUMO’s count (skipped without the program sumo)', async () => {
    sumoSwitchings(detectors + program(usual), crossingTraffic(500, 300, 7, 0));
    const twin = await imported(detectors + program(usual), crossingTraffic(500, 300, 7, LATER_S));
    const { detectors: seen } = ran(twin).tables;
    const loops = tags(textOf(join(folder, 'e1.xml')), 'interval'), areas = tags(textOf(join(folder, 'e2.xml')), 'interval');
    const row = (name: string, fromS: number): number => Array.from({ length: seen.count }, (_, at) => at).find((at) => twin.detectors.name[seen.detector[at]!] === name && seen.fromS[at] === fromS)!;
    expect(loops.length + areas.length).toBe(seen.count);
    for (const { id, begin, nVehContrib, occupancy, speed } of loops) {
      const at = row(id!, Number(begin));
      expect([id, begin, seen.vehicleCount[at]]).toEqual([id, begin, Number(nVehContrib)]);
      expect(Math.abs(seen.occupancyShare[at]! * 100 - Number(occupancy))).toBeLessThan(0.02);
      expect(Math.abs(seen.meanSpeedMps[at]! - Number(speed))).toBeLessThan(0.02);
    }
    for (const { id, begin, nVehEntered, meanOccupancy, meanSpeed } of areas) {
      const at = row(id!, Number(begin));
      expect([id, begin, seen.vehicleCount[at]]).toEqual([id, begin, Number(nVehEntered)]);
      expect(Math.abs(seen.occupancyShare[at]! * 100 - Number(meanOccupancy))).toBeLessThan(0.05);
      expect(Math.abs(seen.meanSpeedMps[at]! / Number(meanSpeed) - 1)).toBeLessThan(0.01);
    }
  });
});

describeOnSharedData('actuated programs of others', () => {
  test('in Bad Hersfeld the very phases have no detector that SUMO 1.15 warns of', async () => {
    const net = sharedPath('11-sumo-scenarios/bad-hersfeld/osm_edited.net.xml.gz');
    const { intervals, controllers, actuations } = (await importSumo({ net }, nodeFiles)).value!;
    const without = Array.from({ length: actuations.count }, (_, row) => row).filter((row) => actuations.gapCount[row] === 0).map((row) => {
      const interval = actuations.interval[row]!, controller = intervals.controller[interval]!;
      return `${controllers.name[controller]!.slice(0, 18)} ${interval - controllers.firstInterval[controller]!}`;
    });
    expect(without).toEqual(['cluster_1205630710 3', 'cluster_1719495812 5', 'cluster_1885282509 5']);
  });
});
