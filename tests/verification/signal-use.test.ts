// Goal: which plan a controller followed when, and how long its stages lasted, is what the run showed second by second; and no stage leaves the limits that the report tells.
import { describe, expect, test } from 'vitest';
import { applyPlans } from '../../data/build/signals/apply-plans.ts';
import { plansOfTwin } from '../../data/build/signals/plans-of-twin.ts';
import { firstBeyond, groupRows } from '../../engine/foundation/grouped-rows.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { makeTable, tableFrom, type Columns } from '../../engine/foundation/table.ts';
import { finishedTables, makeResultLog } from '../../engine/results/result-log.ts';
import { resultTables, type ResultTables } from '../../engine/results/tables.ts';
import { advanceSignals } from '../../engine/signals/advance-signals.ts';
import { beginStage } from '../../engine/signals/begin-stage.ts';
import { prepareState } from '../../engine/state/city-state.ts';
import { firstIntervalOf } from '../../engine/twin/plan-of.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { readChanges } from '../../scenarios/changes/read-changes.ts';
import { planDiagram } from '../../scenarios/measure/signal-diagrams.ts';
import { signalUse } from '../../scenarios/measure/signal-use.ts';
import { planControlOf, stageLimits } from '../../scenarios/measure/stage-limits.ts';
import { twinOf } from './drawn-junction.ts';

const crossing = (): Twin => twinOf([0, 90, 180, 270].map((bearingDeg) => ({ bearingDeg })));
const stagesOf = ({ intervals }: Twin): number[] => Array.from({ length: intervals.count }, (_, row) => row).filter((row) => intervals.stage[row] === 1);

/** The crossing with a second plan from 07:00 to 07:30, whose stages are ten seconds longer. */
function twoPlans(): Twin {
  const twin = crossing(), [file] = plansOfTwin(twin), own = file!.plans[0]!;
  const peak = { ...own, name: 'peak', intervals: own.intervals.map((interval) => ({ ...interval, durationTenths: interval.durationTenths + (interval.stage ? 100 : 0) })) };
  for (const interval of peak.intervals) delete (interval as { longestTenths?: number }).longestTenths;
  return applyPlans(twin, [{ ...file!, plans: [{ ...own, name: 'day' }, peak], schedule: [{ from: '00:00', plan: 'day' }, { from: '07:00', plan: 'peak' }, { from: '07:30', plan: 'day' }] }], 'f', undefined).value!;
}

const hour = 3600;

test('rows by what they are of, and the first beyond a value', () => {
  const grouped = groupRows([2, 0, 2, 0, 2], 5);
  expect([...grouped.starts]).toEqual([0, 2, 2, 5]);
  expect([...grouped.rows]).toEqual([1, 3, 0, 2, 4]);
  expect([10, 11, 12, 13, 99].map((value) => firstBeyond(grouped, 2, [11, 0, 12, 0, 12], value))).toEqual([2, 3, 5, 5, 5]);
  expect(firstBeyond(grouped, 1, [], 0)).toBe(2);
});

test('by head: a stage ends with its row, or when the first group leaves it; those that the hours cut are not counted', () => {
  const twin = crossing(), [one, other] = stagesOf(twin) as [number, number];
  const tables = Object.fromEntries(Object.entries(resultTables).map(([name, columns]) => [name, makeTable(columns as Columns, 0)])) as unknown as ResultTables;
  const change = (timeS: number, interval: number) => ({ controller: 0, timeS, interval, extendedForPriority: 0 });
  // The first stage began before what is measured; the second one is left at 170 for the first, which shows whole at 178 and lasts for 30 s, then 40 s.
  tables.signalChanges = tableFrom(resultTables.signalChanges, [change(90, one), change(130, other), change(178, one), change(208, one + 1), change(213, one), change(253, one + 1)]);
  tables.aspectChanges = tableFrom(resultTables.aspectChanges, [170, 173, 176].map((timeS, signalGroup) => ({ controller: 0, timeS, signalGroup, shown: 0 })));
  const use = signalUse({ twin, tables }, 100, 260).get(0)!;
  expect(use.plans).toEqual([{ firstInterval: firstIntervalOf(twin, one), fromS: 100, untilS: 260 }]);
  expect([...use.stages]).toEqual([[other, { times: 1, sumS: 40, shortestS: 40, longestS: 40 }], [one, { times: 2, sumS: 70, shortestS: 30, longestS: 40 }]]);
});

describe('a controller with two plans and stages that are called by chance, second by second', () => {
  const twin = twoPlans(), fromS = 6.5 * hour, untilS = 8 * hour, state = prepareState(twin, fromS), log = makeResultLog(twin, fromS), plan: number[] = [], whole: number[] = [];
  for (; state.timeS < untilS; state.tick++, state.timeS++) {
    const inPlan = stagesOf(twin).filter((stage) => firstIntervalOf(twin, stage) === firstIntervalOf(twin, state.signals.controllers.interval[0]!));
    if (randomShare(7, 61, 0, state.tick) < 0.004) beginStage(twin, state.signals, 0, inPlan[Math.floor(randomShare(7, 62, 0, state.tick) * inPlan.length)]!, state.timeS);
    advanceSignals(twin, state, log);
    plan.push(firstIntervalOf(twin, state.signals.controllers.interval[0]!));
    const interval = state.signals.controllers.interval[0]!, firstAspect = twin.intervals.firstAspect[interval]!;
    whole.push(state.signals.shown.every((shown, group) => shown === twin.aspects.shown[firstAspect + group]) ? interval : -1);
  }
  const tables = finishedTables(log), { plans, stages } = signalUse({ twin, tables }, fromS, untilS).get(0)!;

  test('the plans are those that ran', () => {
    expect(tables.aspectChanges.count).toBeGreaterThan(50);
    expect(plans.map(({ firstInterval }) => firstInterval)).toEqual([0, 1, 0].map((at) => twin.signalPlans.firstInterval[at]));
    for (const { firstInterval, fromS: from, untilS: until } of plans) for (let second = from; second < until; second++) expect(plan[second - fromS]).toBe(firstInterval);
    expect(plans[0]!.fromS).toBe(fromS);
    expect(plans.at(-1)!.untilS).toBe(untilS);
  });

  test('stages lasted as long as they showed whole, those at the edges and at a change of plan apart', () => {
    const blocks: { interval: number; lengthS: number }[] = [];
    whole.forEach((interval, second) => {
      if (interval < 0) return;
      if (second > 0 && whole[second - 1] === interval) blocks.at(-1)!.lengthS++;
      else blocks.push({ interval, lengthS: 1 });
    });
    const planOf = (at: number): number => firstIntervalOf(twin, blocks[at]!.interval), counted = new Map<number, number>();
    for (let at = 1; at + 1 < blocks.length; at++) {
      const { interval, lengthS } = blocks[at]!;
      if (twin.intervals.stage[interval] === 1 && planOf(at - 1) === planOf(at) && planOf(at + 1) === planOf(at)) counted.set(interval, (counted.get(interval) ?? 0) + lengthS);
    }
    expect(stages.size).toBe(4);
    for (const [stage, { times, sumS, shortestS, longestS }] of stages) {
      expect(sumS, `stage ${stage}`).toBe(counted.get(stage));
      expect(shortestS).toBeLessThanOrEqual(sumS / times);
      expect(longestS).toBeGreaterThanOrEqual(sumS / times);
    }
  });
});

describe('who says how long a stage lasts, and between which limits', () => {
  const changed = (changes: object[], twin = crossing()): Twin => applyChanges(twin, readChanges(changes.map((one) => ({ why: 'a test of limits', controllers: 'all', ...one }))).value!).value!;

  test('a fixed plan keeps its lengths', () => {
    const twin = crossing();
    for (const stage of stagesOf(twin)) expect(stageLimits(twin, 0, stage)).toEqual({ shortestS: twin.intervals.durationS[stage], longestS: twin.intervals.durationS[stage] });
    expect(planControlOf(twin, 0, 0)).toBe('fixed');
  });

  test('priority may hold, cut, and give back', () => {
    const twin = crossing(), [stage] = stagesOf(twin) as [number], durationS = twin.intervals.durationS[stage]!;
    twin.controllers.busPriority[0] = 1;
    twin.intervals.longestS[stage] = durationS + 12;
    // By 30 % given back, not below 6 s; by an early green down to its minimum.
    expect(stageLimits(twin, 0, stage)).toEqual({ shortestS: durationS - Math.min(durationS - 6, Math.floor(0.3 * durationS)), longestS: durationS + 12 });
    const early = changed([{ change: 'priority-rules', earlyGreen: true, shortestStageS: 8 }], twin);
    expect(stageLimits(early, 0, stage).shortestS).toBe(8);
  });

  test('coordinated: others between their shortest and their plan, the coordinated stage without end of its own', () => {
    const twin = changed([{ change: 'signal-control', control: 'coordinated', coordinatedStage: 1 }]), [stage, other] = stagesOf(twin) as [number, number];
    expect(planControlOf(twin, 0, stage)).toBe('coordinated');
    expect(stageLimits(twin, 0, stage).longestS).toBeUndefined();
    expect(stageLimits(twin, 0, other).longestS).toBe(twin.intervals.durationS[other]);
    expect(stageLimits(twin, 0, other).shortestS).toBeLessThan(twin.intervals.durationS[other]!);
  });

  test('chosen: at least its shortest', () => {
    const twin = changed([{ change: 'signal-control', control: 'max-pressure', leastStageS: 9 }]), [stage] = stagesOf(twin) as [number];
    expect(planControlOf(twin, 0, stage)).toBe('chosen');
    expect(stageLimits(twin, 0, stage)).toEqual({ shortestS: 9, longestS: undefined });
  });
});

test('the picture of a plan is that of the plan asked for', () => {
  const twin = twoPlans(), [day, peak] = [0, 1].map((row) => planDiagram(twin, 0, twin.signalPlans.firstInterval[row]!)) as [ReturnType<typeof planDiagram>, ReturnType<typeof planDiagram>];
  expect(peak.cycleS).toBe(day.cycleS + 10 * day.stages.length);
  expect(peak.stages.map(({ fromS, untilS }) => untilS - fromS)).toEqual(day.stages.map(({ fromS, untilS }) => untilS - fromS + 10));
  expect(peak.groups.map(({ use }) => use)).toEqual(day.groups.map(({ use }) => use));
});
