// Goal: fixed, longest queue first and max-pressure stand on a junction of Cologne as RESCO's published figures have them, and as SUMO has them where RESCO's limits are not those that hold here.
// RESCO: Ault and Sharon, "Reinforcement Learning Benchmarks for Traffic Signal Control", NeurIPS 2021; its delay is time loss plus what vehicles wait to
// enter, mean over vehicles (utils/readXML.py). Its controllers decide every 10 s and show 3 s of amber; the greedy one counts all on the last 50 m,
// max-pressure those on the last 200 m who have stood (agent_config.py, states.py).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importSumo } from '../../data/build/from-sumo.ts';
import { nodeFiles } from '../../data/formats/sumo/node-files.ts';
import { checkpointFromBytes, checkpointToBytes } from '../../engine/checkpoint/checkpoint.ts';
import { tripEnd, type ResultTables } from '../../engine/results/tables.ts';
import { run } from '../../engine/run.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';
import { greedyInSumoS, type TwoStages } from './greedy-rule-in-sumo.ts';
import { textOf } from './sumo-net-reader.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const SEEDS = Array.from({ length: proof ? 21 : 3 }, (_, at) => at + 1);
const PUBLISHED_S = { plan: 56.9, 'longest-queue': 27.9, 'max-pressure': 31.1 } as const;

/** Missed, by seed: vehicles moved on where the longest queue is seen on 200 m with 3 s of amber and no more. Why is not known yet. The list can only shrink. */
const MOVED_ON_AT_200_M: Readonly<Record<number, number>> = { 16: 3 };
/** What each sees, as published: the greedy controller the last 50 m of its lanes, max-pressure 200 m. */
const REACH_M = { 'longest-queue': 50, 'max-pressure': 200 } as const;
const hasSumo = spawnSync('sumo', ['--version']).status === 0;
/** RESCO's program of the junction: the streets from north and south, then those from east and west. */
const JUNCTION: TwoStages = {
  controller: 'GS_cluster_357187_359543',
  shown: ['rrrrrGGGggrrrrrGGGgg', 'GGGggrrrrrGGGggrrrrr'],
  lanes: [['27115123#3_0', '27115123#3_1', '23429231#1_0', '23429231#1_1'], ['-32038056#3_0', '-32038056#3_1', '28198821#3_0', '28198821#3_1']],
};
const folder = mkdtempSync(join(tmpdir(), 'jumeau-greedy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const medianOf = (sorted: readonly number[]): number => sorted[(sorted.length - 1) / 2]!;
const inOrder = (values: readonly number[]): number[] => [...values].sort((one, other) => one - other);

/** Time loss and the wait to enter, mean over all who entered, whether they arrived or not. */
function delayOfTripsS({ count, end, timeLossS, departS, plannedDepartS }: ResultTables['trips']): number {
  let entered = 0, sumS = 0;
  for (let row = 0; row < count; row++) {
    if (end[row] === tripEnd.waitingToEnter) continue;
    entered++;
    sumS += timeLossS[row]! + departS[row]! - plannedDepartS[row]!;
  }
  return sumS / entered;
}

type Control = keyof typeof PUBLISHED_S;

describeOnSharedData(`RESCO Cologne 1, ${SEEDS.length} seeds${proof ? '' : ' (21 with JUMEAU_PROOF=1)'}`, () => {
  let twin: Twin;
  const medianS = {} as Record<Control, number>, rescued = {} as Record<Control, Record<number, number>>;

  /** Delay of a run as RESCO counts it; the plan's own amber and clearing, 5 s, where RESCO shows 3 s of amber and no red for all. */
  function delayS(control: Control, seed: number, of = twin, movedOn = (rescued[control] ??= {}), reachM: number | undefined = control === 'plan' ? undefined : REACH_M[control]): number {
    const { value, problems } = applyChanges(of, control === 'plan' ? [] : [{ change: 'signal-control', why: 'published comparison', controllers: 'all', control, decisionEveryS: 10, leastStageS: 6, ...(reachM === undefined ? {} : { reachM }) }]);
    expect(problems).toEqual([]);
    const { figures, tables } = run(value!, { seed, fromS: 25200, untilS: 28800, stepS: 1, untilAllArrived: false, busPriority: false, replay: false });
    expect(figures.vehiclesLoaded).toBe(2015);
    if (figures.rescued > 0) movedOn[seed] = figures.rescued;
    return delayOfTripsS(tables.trips);
  }

  beforeAll(async () => {
    twin = (await importSumo({ config: sharedPath('11-sumo-scenarios/resco-cologne1/cologne1.sumocfg') }, nodeFiles)).value!;
    for (const control of ['plan', 'longest-queue', 'max-pressure'] as const) {
      const sorted = inOrder(SEEDS.map((seed) => delayS(control, seed)));
      medianS[control] = medianOf(sorted);
      console.log(`${control}: ${medianS[control].toFixed(1)} s, from ${sorted[0]!.toFixed(1)} to ${sorted.at(-1)!.toFixed(1)}; published ${PUBLISHED_S[control]} s${Math.abs(medianS[control] / PUBLISHED_S[control] - 1) < 0.2 ? '' : ', MISSED by more than 20 %'}; moved on, by seed: ${JSON.stringify(rescued[control] ?? {})}`);
    }
  }, 600_000);

  test('the fixed plan is the worst, by far', () => {
    for (const control of ['longest-queue', 'max-pressure'] as const) expect(medianS[control]).toBeLessThan(0.8 * medianS.plan);
  });

  test('nobody is moved on', () => {
    for (const control of ['plan', 'longest-queue', 'max-pressure'] as const) expect(rescued[control] ?? {}, control).toEqual({});
  });

  test('the order is the published one: longest queue, max-pressure, fixed plan', () => {
    expect(medianS['longest-queue']).toBeLessThan(medianS['max-pressure']);
    expect(medianS['max-pressure']).toBeLessThan(medianS.plan);
  });

  test('all three lie within 20 % of what is published', () => {
    for (const control of ['plan', 'longest-queue', 'max-pressure'] as const) expect(Math.abs(medianS[control] / PUBLISHED_S[control] - 1), control).toBeLessThan(0.2);
  });

  test.each([[REACH_M['longest-queue'], {}], [200, MOVED_ON_AT_200_M]])('with the 3 s of amber of RESCO the longest queue on %i m lies within a fifth of what is published, too, and nobody is moved on but in the seeds listed', (reachM, missed: Readonly<Record<number, number>>) => {
    const quick = structuredClone(twin), movedOn: Record<number, number> = {};
    quick.signalGroups.amberS.fill(3);
    quick.intergreens.leastS.fill(3);
    const sorted = inOrder(SEEDS.map((seed) => delayS('longest-queue', seed, quick, movedOn, reachM)));
    console.log(`longest queue on ${reachM} m with 3 s of amber and no more: ${medianOf(sorted).toFixed(1)} s, from ${sorted[0]!.toFixed(1)} to ${sorted.at(-1)!.toFixed(1)}; published ${PUBLISHED_S['longest-queue']} s; moved on, by seed: ${JSON.stringify(movedOn)}`);
    expect(movedOn).toEqual(Object.fromEntries(Object.entries(missed).filter(([seed]) => SEEDS.includes(Number(seed)))));
    expect(Math.abs(medianOf(sorted) / PUBLISHED_S['longest-queue'] - 1)).toBeLessThan(0.2);
  }, 300_000);

  test.runIf(hasSumo)('the greedy rule of RESCO in SUMO is as published with 3 s of amber; with the 5 s of the plan the longest queue here is within 10 % of it (skipped without the program sumo)', () => {
    const config = sharedPath('11-sumo-scenarios/resco-cologne1/cologne1.sumocfg'), net = textOf(sharedPath('11-sumo-scenarios/resco-cologne1/cologne1.net.xml'));
    const inSumoS = ([[3, 0], [5, 6]] as const).map(([amberS, leastStageS]) => {
      const sorted = inOrder(SEEDS.map((seed) => greedyInSumoS(config, net, folder, JUNCTION, { amberS, leastStageS }, seed)));
      console.log(`greedy in SUMO, ${amberS} s of amber, stages of ${leastStageS} s: ${medianOf(sorted).toFixed(1)} s, from ${sorted[0]!.toFixed(1)} to ${sorted.at(-1)!.toFixed(1)}`);
      return medianOf(sorted);
    });
    expect(Math.abs(inSumoS[0]! / PUBLISHED_S['longest-queue'] - 1)).toBeLessThan(0.1);
    expect(Math.abs(medianS['longest-queue'] / inSumoS[1]! - 1)).toBeLessThan(0.1);
  }, 300_000);

  test('stopped on the way from one stage to another and gone on from the checkpoint: the same bits', () => {
    const { value } = applyChanges(twin, [{ change: 'signal-control', why: 'published comparison', controllers: 'all', control: 'longest-queue', decisionEveryS: 10, leastStageS: 6 }]);
    const settings = { seed: 3, fromS: 25200, untilS: 26400, stepS: 1, untilAllArrived: false, busPriority: false, replay: false };
    const whole = run(value!, settings).figures.hash;
    let onTheWay = 0;
    for (const haltAtS of [25791, 25792, 25793, 25794, 25795, 25803]) {
      let bytes: Uint8Array | undefined;
      run(value!, settings, { haltAtS, onHalt: (halted) => { bytes = checkpointToBytes(value!, halted, {}); onTheWay += halted.state.signals.changeovers.controllers.toStage[0]! >= 0 ? 1 : 0; } });
      const { value: halted, problems } = checkpointFromBytes(value!, bytes!, settings);
      expect(problems).toEqual([]);
      expect(run(value!, settings, {}, halted).figures.hash).toBe(whole);
    }
    expect(onTheWay).toBeGreaterThan(0);
  });

  test('at a junction with no signal beyond it max-pressure and the longest queue are one rule, seen as far', () => {
    const [one, other] = (['longest-queue', 'max-pressure'] as const).map((control) => delayS(control, 1, twin, {}, 100));
    expect(one).toBe(other);
  });
});
