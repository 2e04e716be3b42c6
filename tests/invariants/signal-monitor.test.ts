// Goal: whatever controllers are asked to do, the safety monitor finds nothing; whatever is broken in a plan, it finds.
import { describe, expect, test } from 'vitest';
import { checkTwin } from '../../data/build/check-twin.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { makeResultLog } from '../../engine/results/result-log.ts';
import { SignalFault } from '../../engine/signal-monitor/signal-fault.ts';
import { watchSignals } from '../../engine/signal-monitor/watch-signals.ts';
import { advanceSignals } from '../../engine/signals/advance-signals.ts';
import { beginStage } from '../../engine/signals/begin-stage.ts';
import { prepareState, type CityState } from '../../engine/state/city-state.ts';
import { aspect, stageChoice, stageControlColumns } from '../../engine/twin/signals.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { inWords } from '../../scenarios/language/problems.ts';
import { referenceTwin } from '../reference-twin.ts';
import { twinOf } from '../verification/drawn-junction.ts';
import { randomArms } from '../verification/random-junction.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const SEEDS = Array.from({ length: 25 }, (_, seed) => seed);
/** 25 junctions under four kinds of control, and those of the reference city, with people who cross, under two: 10 million controller-seconds in all at proof size. */
const SECONDS = proof ? 60_000 : 2_000, CITY_SECONDS = SECONDS / 10;
const reference = referenceTwin(), CONTROLLER_SECONDS = SEEDS.length * 4 * SECONDS + reference.controllers.count * 2 * CITY_SECONDS;

type Ask = (twin: Twin, state: CityState, seed: number) => void;

/** Seconds in which each kind of order was given, so that a test that orders nothing cannot pass. */
function drive(twin: Twin, seed: number, seconds: number, ask: Ask): { state: CityState; changes: number } {
  const fromS = Math.floor(randomShare(seed, 40, 0, 0) * 86400), state = prepareState(twin, fromS), log = makeResultLog(twin, fromS);
  for (; state.tick < seconds; state.tick++, state.timeS++) {
    ask(twin, state, seed);
    advanceSignals(twin, state, log);
    watchSignals(twin, state, 1);
  }
  return { state, changes: log.signalChanges.rows.count };
}

const nothing: Ask = () => {};

/** Sent to any stage at any time, also on the way to another. Whoever orders so answers for the waits. */
const anyStage: Ask = (twin, state, seed) => {
  for (let controller = 0; controller < twin.controllers.count; controller++) {
    if (randomShare(seed, 41, controller, state.tick) > 0.05) continue;
    const first = twin.controllers.firstInterval[controller]!, stages = Array.from({ length: twin.controllers.intervalCount[controller]! }, (_, at) => first + at).filter((interval) => twin.intervals.stage[interval] === 1);
    beginStage(twin, state.signals, controller, stages[Math.floor(randomShare(seed, 42, controller, state.tick) * stages.length)]!, state.timeS);
  }
};

/** One vehicle, or none, stands at the end of each lane and wants to go any way. */
const anyQueues: Ask = (twin, state, seed) => {
  if (state.tick % 7 !== 0) return;
  const { places, vehicles } = state;
  for (let lane = 0; lane < Math.min(twin.lanes.count, vehicles.count); lane++) {
    if (twin.lanes.movementCount[lane] === 0) continue;
    const waits = randomShare(seed, 43, lane, state.tick) < 0.4;
    places.first[lane] = waits ? lane : -1;
    vehicles.behind[lane] = -1;
    vehicles.positionM[lane] = twin.lanes.lengthM[lane]!;
    vehicles.nextMovement[lane] = twin.lanes.firstMovement[lane]! + Math.floor(randomShare(seed, 44, lane, state.tick) * twin.lanes.movementCount[lane]!);
  }
};

const unwaited = (seed: number): Twin => {
  const twin = twinOf(randomArms(seed));
  twin.signalGroups.longestWaitS.fill(0);
  return twin;
};

const choosing = (seed: number): Twin => {
  const twin = twinOf(randomArms(seed));
  twin.stageControls = tableFrom(stageControlColumns, Array.from({ length: twin.controllers.count }, (_, controller) =>
    ({ controller, choice: [stageChoice.longestQueue, stageChoice.maxPressure][seed % 2]!, decisionEveryS: 10, leastStageS: 6, reachM: 200 })));
  return twin;
};

describe(`${CONTROLLER_SECONDS} controller-seconds${proof ? '' : ' (10 million with JUMEAU_PROOF=1)'} of junctions drawn by chance break no limit`, () => {
  const kinds: [string, (seed: number) => Twin, Ask][] = [
    ['by their plan', (seed) => twinOf(randomArms(seed)), nothing],
    ['sent to any stage', unwaited, anyStage],
    ['sent to any stage of another junction', (seed) => unwaited(seed + 1000), anyStage],
    ['choosing by queues', choosing, anyQueues],
  ];
  test.each(kinds)('%s', (_kind, make, ask) => {
    let changes = 0;
    for (const seed of SEEDS) {
      const twin = make(seed);
      expect(twin.controllers.count).toBe(1);
      changes += drive(twin, seed, SECONDS, ask).changes;
    }
    // Nobody stood still.
    expect(changes).toBeGreaterThan((SEEDS.length * SECONDS) / 120);
  });

  test('the reference city, sent to any stage', () => {
    const { longestWaitS } = reference.signalGroups, twin = { ...reference, signalGroups: { ...reference.signalGroups, longestWaitS: longestWaitS.map(() => 0) } };
    expect(drive(twin, 1, CITY_SECONDS, anyStage).changes).toBeGreaterThan((reference.controllers.count * CITY_SECONDS) / 120);
  });

  test('the reference city, choosing where nobody asks', () => {
    const choice = { change: 'signal-control' as const, why: 'whoever waits longest', controllers: 'all' as const, control: 'longest-queue' as const, decisionEveryS: 10, leastStageS: 6 };
    const { value } = applyChanges(reference, [choice]);
    expect(value!.stageControls.count).toBeGreaterThan(0.9 * reference.controllers.count);
    expect(drive(value!, 1, CITY_SECONDS, nothing).changes).toBeGreaterThan((reference.controllers.count * CITY_SECONDS) / 120);
  });
});

test('people who wait at red get their green within 45 s, wherever people are counted', () => {
  const choice = { change: 'signal-control' as const, why: 'people who wait', controllers: 'all' as const, control: 'occupancy-max-pressure' as const, decisionEveryS: 10, leastStageS: 6 };
  const twin = applyChanges(reference, [choice]).value!, { crossings } = twin, seen = new Set<number>();
  // One crossing of each controller.
  const first = Array.from({ length: crossings.count }, (_, crossing) => crossing).filter((crossing) => twin.stageControls.controller.includes(crossings.controller[crossing]!) && !seen.has(crossings.controller[crossing]!) && seen.add(crossings.controller[crossing]!));
  const servedShare = (waiting: number): number => {
    const fromS = 8 * 3600, state = prepareState(twin, fromS), log = makeResultLog(twin, fromS), served = new Set<number>();
    const second = (): void => { advanceSignals(twin, state, log); watchSignals(twin, state, 1); state.tick++; state.timeS++; };
    const shown = (crossing: number): number => state.signals.shown[state.signals.controllers.firstGroup[crossings.controller[crossing]!]! + crossings.signalGroup[crossing]!]!;
    // By then every controller has chosen once: it begins in the middle of its plan.
    while (state.tick < 120) second();
    const red = first.filter((crossing) => shown(crossing) === aspect.red);
    for (const crossing of red) state.pedestrians!.crossings.waiting[crossing] = waiting;
    while (state.tick < 165) { second(); for (const crossing of red) if (shown(crossing) === aspect.green) served.add(crossing); }
    expect(red.length).toBeGreaterThan(50);
    return served.size / red.length;
  };
  const asking = servedShare(30), silent = servedShare(0);
  console.log(`served within 45 s: ${(asking * 100).toFixed(0)} % where 30 people wait, ${(silent * 100).toFixed(0)} % where nobody does`);
  expect(asking).toBe(1);
  expect(silent).toBeLessThan(0.5);
});

/** The fault that a run of these plans ends with. */
function faultOf(twin: Twin, ask: Ask = nothing): SignalFault {
  try {
    drive(twin, 1, 600, ask);
  } catch (fault) {
    if (fault instanceof SignalFault) return fault;
    throw fault;
  }
  throw new Error('nothing was found');
}

const intervalsWhere = (twin: Twin, where: (interval: number) => boolean): number[] => Array.from({ length: twin.intervals.count }, (_, interval) => interval).filter(where);

/** Found while it runs, and before it is run. */
function expectFault(twin: Twin, codes: readonly string[]): void {
  twin.controllers.cycleS[0] = twin.intervals.durationS.reduce((sum, durationS) => sum + durationS, 0);
  expect(checkTwin(twin).filter(({ code }) => /^twin-(green-below-limit|amber-below-limit|wait-above-limit|plan-breaks-intergreen|interval-without-duration)$/.test(code)).length).toBeGreaterThan(0);
  const { problem } = faultOf(twin);
  expect(codes).toContain(problem.code);
  for (const language of ['fr', 'en'] as const) {
    expect(inWords(problem, language)).toMatch(/^.{60,400}\.$/);
    expect(inWords(problem, language)).not.toContain('undefined');
  }
}

describe.each(SEEDS.slice(0, 12))('junction %i', (seed) => {
  test('every clearing that is a second short is found', () => {
    for (const interval of intervalsWhere(twinOf(randomArms(seed)), (row) => twinOf(randomArms(seed)).intervals.stage[row] === 0)) {
      const twin = twinOf(randomArms(seed));
      twin.intervals.durationS[interval]! -= 1;
      expectFault(twin, ['signal-intergreen-short', 'signal-amber-short']);
    }
  });

  test('every stage of 5 s is found, if a green ends with it that began with it', () => {
    let found = 0;
    const stages = intervalsWhere(twinOf(randomArms(seed)), (row) => twinOf(randomArms(seed)).intervals.stage[row] === 1);
    for (const stage of stages) {
      const twin = twinOf(randomArms(seed)), groups = twin.controllers.groupCount[0]!;
      const greenIn = (interval: number, group: number): boolean => [aspect.green, aspect.greenPermissive].includes(twin.aspects.shown[twin.intervals.firstAspect[(interval + twin.intervals.count) % twin.intervals.count]! + group]! as 2 | 3);
      const alone = Array.from({ length: groups }, (_, group) => group).some((group) => greenIn(stage, group) && !greenIn(stage - 1, group) && !greenIn(stage + 1, group));
      if (!alone) continue;
      twin.intervals.durationS[stage] = 5;
      expectFault(twin, ['signal-green-short']);
      found++;
    }
    expect(found).toBeGreaterThan(0);
  });

  test('a group without amber, one that is never served, and two that conflict are found', () => {
    const dark = twinOf(randomArms(seed));
    for (let row = 0; row < dark.aspects.count; row++) if (dark.aspects.shown[row] === aspect.amber) dark.aspects.shown[row] = aspect.red;
    expectFault(dark, ['signal-amber-short']);

    const starved = twinOf(randomArms(seed)), groups = starved.controllers.groupCount[0]!;
    for (let interval = 0; interval < starved.intervals.count; interval++) starved.aspects.shown[starved.intervals.firstAspect[interval]!] = aspect.red;
    expectFault(starved, ['signal-wait-long']);
    expect(faultOf(starved).problem.parameters['group']).toBe(0);

    const { endingGroup, startingGroup, count } = starved.intergreens;
    expect(count).toBeGreaterThan(0);
    const both = twinOf(randomArms(seed)), greens = intervalsWhere(both, (interval) => both.aspects.shown[both.intervals.firstAspect[interval]! + startingGroup[0]!] === aspect.green || both.aspects.shown[both.intervals.firstAspect[interval]! + startingGroup[0]!] === aspect.greenPermissive);
    expect(groups).toBeGreaterThan(endingGroup[0]!);
    for (const interval of greens) both.aspects.shown[both.intervals.firstAspect[interval]! + endingGroup[0]!] = aspect.green;
    expectFault(both, ['signal-conflicting-greens', 'signal-intergreen-short', 'signal-amber-short', 'signal-green-short']);
  });
});
