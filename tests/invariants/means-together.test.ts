// Goal: whoever goes before the plan also where requests are settled together, traffic ends stages, the plan is coordinated or changes by the clock: no limit is broken, and once nobody comes any more signals are as if nobody had.
import { describe, expect, test } from 'vitest';
import { checkTwin } from '../../data/build/check-twin.ts';
import { applyPlans } from '../../data/build/signals/apply-plans.ts';
import { plansOfTwin } from '../../data/build/signals/plans-of-twin.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { makeResultLog, type ResultLog } from '../../engine/results/result-log.ts';
import { prepareState, type CityState } from '../../engine/state/city-state.ts';
import { approachesOf } from '../../engine/twin/approach-lanes.ts';
import { minimumGreenInS } from '../../engine/twin/minimum-green.ts';
import { cycleOfS } from '../../engine/twin/plan-of.ts';
import { competing, priorityMeans, priorityRuleColumns, usualRule } from '../../engine/twin/priority.ts';
import { isService, priorityAnswer, priorityReason } from '../../engine/twin/priority-words.ts';
import { mostShortenedS } from '../../engine/twin/shortest-interval.ts';
import { actuationColumns, actuationGapColumns, aspect, detectorColumns, detectorKind, groupKind, signalGroupColumns } from '../../engine/twin/signals.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { twinOf } from '../verification/drawn-junction.ts';
import { randomArms } from '../verification/random-junction.ts';
import { laneWithSignal } from '../verification/signal-lane.ts';
import { approaches, drive, fromOf, RECOVERY_CYCLES, withPreemption } from './preempted-junction.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const SEEDS = Array.from({ length: proof ? 60 : 8 }, (_, seed) => seed), SECONDS = proof ? 2000 : 1200, QUIET_CYCLES = 8;
const ALL_MEANS = Object.values(priorityMeans).reduce((all, one) => all | one, 0);
const draw = (seed: number, purpose: number, row = 0, tick = 0): number => randomShare(seed, 900 + purpose, row, tick);

/** A junction and the hour at which it is looked at. */
interface Drawn { twin: Twin; fromS: number }

/** Buses are served by all means as well; every other junction settles their requests together. */
function withRules(twin: Twin, seed: number, settled = seed % 2): Twin {
  twin.priorityRules = tableFrom(priorityRuleColumns, [{ ...usualRule, controller: 0, means: ALL_MEANS, lockoutCycleCount: seed % 3 === 0 ? 1 : 0, competing: settled }]);
  return twin;
}

const preempted = (seed: number): Twin => withPreemption(twinOf(randomArms(seed)), seed);

/** Most stages end for want of traffic, at their planned length at the latest; a loop lies in each lane. */
function actuated(seed: number): Drawn {
  const twin = withRules(preempted(seed), seed), { intervals, lanes } = twin, approached = approachesOf(twin).lanes[0]!;
  twin.detectors = tableFrom(detectorColumns, approached.map((lane) => ({ name: `${lane}`, kind: detectorKind.loop, lane, movement: -1, positionM: lanes.lengthM[lane]! / 2, lengthM: 0, intervalS: 0 })));
  const stages = Array.from({ length: intervals.count }, (_, row) => row).filter((row) => intervals.stage[row] === 1 && draw(seed, 1, row) < 0.8);
  twin.actuationGaps = tableFrom(actuationGapColumns, stages.flatMap(() => approached.map((_, detector) => ({ detector, longestGapS: 3 }))));
  twin.actuations = tableFrom(actuationColumns, stages.map((interval, at) => ({
    interval, shortestS: Math.max(minimumGreenInS(twin, interval), intervals.durationS[interval]! - mostShortenedS(twin, 0, interval, () => 6)), longestS: intervals.durationS[interval]!, passingS: 3, firstGap: at * approached.length, gapCount: approached.length,
  })));
  expect(checkTwin(twin).filter(({ code }) => /twin-(actuation|green|wait|plan|detector)/.test(code))).toEqual([]);
  return { twin, fromS: fromOf(seed) };
}

/** Coordinated where nobody may wait much longer than that alone needs: half a minute, so that another order of stages has room. */
function coordinated(seed: number): Drawn | undefined {
  for (let longestS = 40; longestS <= 120; longestS += 5) {
    const twin = withRules(preempted(seed), seed);
    twin.signalGroups.longestWaitS.fill(longestS);
    const { value } = applyChanges(twin, [{ change: 'signal-control', why: 'whatever stage is the longest', controllers: 'all', control: 'coordinated', decisionEveryS: 10, leastStageS: 6 }]);
    if (value!.coordinations.count === 0) continue;
    value!.signalGroups.longestWaitS.fill(longestS + 30);
    return { twin: value!, fromS: fromOf(seed) };
  }
  return undefined;
}

/** Two plans that take turns every 240 s, the last time four minutes or more before nobody comes any more. */
function scheduled(seed: number): Drawn {
  const drawn = twinOf(randomArms(seed)), [file] = plansOfTwin(drawn), own = file!.plans[0]!, fromS = 6 * 3600;
  const longer = own.intervals.map(({ longestTenths: _, ...interval }, at) => (interval.stage ? { ...interval, durationTenths: interval.durationTenths + 10 * Math.floor(draw(seed, 2, at) * 10) } : interval));
  const clock = (timeS: number): string => `${String(Math.floor(timeS / 3600)).padStart(2, '0')}:${String(Math.floor(timeS / 60) % 60).padStart(2, '0')}`;
  const schedule = Array.from({ length: Math.floor(SECONDS / 240) - 1 }, (_, at) => ({ from: clock(fromS + 240 * (at + 1)), plan: at % 2 === 0 ? 'peak' : 'own' }));
  const { value, problems } = applyPlans(drawn, [{ ...file!, plans: [{ ...own, name: 'own' }, { name: 'peak', offsetTenths: 10 * Math.floor(draw(seed, 3) * 60), intervals: longer }], schedule }], 'f', undefined);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { twin: withRules(withPreemption(value!, seed), seed), fromS };
}

const kinds: readonly [string, (seed: number) => Drawn | undefined][] = [
  ['requests settled together', (seed) => ({ twin: withRules(preempted(seed), seed, competing.exact), fromS: fromOf(seed) })],
  ['traffic ends stages', actuated],
  ['coordinated', coordinated],
  ['plans by the clock', scheduled],
];

/** Loops are driven over, and one vehicle, or none, stands at the end of each lane and wants to go any way: as `seed` says, nobody from `untilS` on. */
const traffic = (twin: Twin, seed: number, untilS: number) => ({ timeS, places, vehicles, detectors: { rows } }: CityState): void => {
  const tick = Math.floor(timeS), isOver = timeS >= untilS;
  for (let loop = 0; loop < rows.count; loop++) {
    const isDriven = !isOver && draw(seed, 10, loop, tick) < 0.25;
    if (rows.overSlot[loop]! >= 0 && !isDriven) rows.leftS[loop] = timeS;
    rows.overSlot[loop] = isDriven ? 0 : -1;
  }
  if (tick % 7 !== 0) return;
  for (let lane = 0; lane < Math.min(twin.lanes.count, vehicles.count); lane++) {
    if (twin.lanes.movementCount[lane] === 0) continue;
    places.first[lane] = !isOver && draw(seed, 11, lane, tick) < 0.4 ? lane : -1;
    vehicles.behind[lane] = -1;
    vehicles.positionM[lane] = twin.lanes.lengthM[lane]!;
    vehicles.nextMovement[lane] = twin.lanes.firstMovement[lane]! + Math.floor(draw(seed, 12, lane, tick) * twin.lanes.movementCount[lane]!);
  }
};

const rowsOf = ({ priorityDecisions: { rows } }: ResultLog, isMeant: (row: number) => boolean): number[] => Array.from({ length: rows.count }, (_, row) => row).filter(isMeant);

/** One junction: what was decided, and how many cycles after nobody came any more signals last differed from those of the same junction to which nobody ever came. */
function together({ twin, fromS }: Drawn, seed: number, everyS: number): { log: ResultLog; lastOffCycles: number; isRegaining: boolean } {
  const endS = fromS + SECONDS, coming = approaches(twin, seed, fromS, SECONDS - 120, everyS).map((one) => ({ ...one, untilS: Math.min(one.untilS, endS) }));
  const cycleS = Math.max(twin.controllers.cycleS[0]!, ...twin.signalPlans.cycleS), quietS = QUIET_CYCLES * cycleS;
  const state = prepareState(twin, fromS), log = makeResultLog(twin, fromS), alone = prepareState(twin, fromS), aloneLog = makeResultLog(twin, fromS), aloneShown: string[] = [];
  const before = traffic(twin, seed, endS);
  drive(twin, alone, aloneLog, [], SECONDS + quietS, { before, after: ({ signals, timeS }) => { if (timeS >= endS) aloneShown.push(String(signals.shown)); } });
  drive(twin, state, log, coming, SECONDS, { before });
  let lastOffS = endS;
  drive(twin, state, log, [], quietS, { before, after: ({ signals, timeS }) => { if (String(signals.shown) !== aloneShown[timeS - endS]) lastOffS = timeS; } });
  return { log, lastOffCycles: (lastOffS - endS) / cycleOfS(twin, state.signals.controllers.interval[0]!), isRegaining: state.preemption!.services.regains[0] === 1 };
}

describe.each([['rarely', 120], ['one after the other', 20]] as const)(`${SEEDS.length} junctions, ${SECONDS} s each, vehicles come %s${proof ? '' : ' (60 and 2000 s with JUMEAU_PROOF=1)'}`, (_often, everyS) => {
  test.each(kinds)('%s', (kind, make) => {
    let junctions = 0, called = 0, held = 0, bySchedule = 0, byOthers = 0;
    const cycles: number[] = [], left: { seed: number; cycles: number }[] = [];
    for (const seed of SEEDS) {
      const drawn = make(seed);
      if (!drawn) continue;
      const { log, lastOffCycles, isRegaining } = together(drawn, seed, everyS), { answer, reason } = log.priorityDecisions.rows;
      junctions++;
      called += rowsOf(log, (row) => answer[row] === priorityAnswer.stageCalled).length;
      held += rowsOf(log, (row) => answer[row] === priorityAnswer.heldUntilPassed).length;
      bySchedule += rowsOf(log, (row) => reason[row] === priorityReason.solvedTogether).length;
      byOthers += rowsOf(log, (row) => isService(answer[row]!)).length;
      expect(isRegaining, `seed ${seed}`).toBe(false);
      cycles.push(lastOffCycles);
      if (lastOffCycles > RECOVERY_CYCLES) left.push({ seed, cycles: lastOffCycles });
    }
    cycles.sort((one, other) => one - other);
    console.log(`${kind}: ${junctions} junctions, ${called} stages called, ${held} greens held, ${byOthers - called - held} other services, ${bySchedule} rows settled together`);
    expect(called).toBeGreaterThan(junctions);
    // Where traffic ends stages there is no plan to be back on.
    if (kind === 'traffic ends stages') return;
    console.log(`${kind}: as if nobody had come after ${cycles[Math.floor(cycles.length / 2)]!.toFixed(2)} cycles at the median, ${cycles.at(-1)!.toFixed(2)} at the most`);
    expect(left).toEqual([]);
  });
});

test('stages that traffic may prolong beyond what others may wait: after a fire engine buses are served again, and waits are looked after', () => {
  const groups = [0, 1, 2, 3], only = (one: number, shown: number): number[] => groups.map((group) => (group === one ? shown : aspect.red));
  const twin = withPreemption(laneWithSignal({
    plan: groups.flatMap((one) => [{ durationS: 20, longestS: 50, stage: true, shown: only(one, aspect.green) }, { durationS: 5, shown: only(one, aspect.amber) }]),
    matrix: groups.flatMap((one) => groups.filter((other) => other !== one).map((other): [number, number, number] => [one, other, 5])), limitMps: 10, driving: {}, departS: [],
  }), 1);
  twin.signalGroups = tableFrom(signalGroupColumns, groups.map(() => ({ controller: 0, kind: groupKind.vehicle, minimumGreenS: 6, amberS: 3, longestWaitS: 120 })));
  twin.actuations = tableFrom(actuationColumns, groups.map((group) => ({ interval: 2 * group, shortestS: 6, longestS: 50, passingS: 3, firstGap: 0, gapCount: 0 })));
  const state = prepareState(twin, 0), log = makeResultLog(twin, 0);
  // Rows of departures are an emergency vehicle, a tram and a bus in turn.
  const coming = [{ departure: 0, signalGroup: 2, fromS: 100, arrivesS: 120, untilS: 130 }, { departure: 2, signalGroup: 0, fromS: 300, arrivesS: 330, untilS: 400 }];
  drive(twin, state, log, coming, 600);
  const { answer, reason, departure, timeS } = log.priorityDecisions.rows;
  expect(rowsOf(log, (row) => departure[row] === 0 && answer[row] === priorityAnswer.stageCalled)).toHaveLength(1);
  const ofBus = rowsOf(log, (row) => departure[row] === 2 && timeS[row]! >= 300);
  expect(ofBus.some((row) => isService(answer[row]!))).toBe(true);
  expect(ofBus.filter((row) => reason[row] === priorityReason.planBeingRegained)).toEqual([]);
});
