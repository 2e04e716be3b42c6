// Goal: second by second, by head: a stage left out, put in between or brought forward for a bus, as short as it needs, and by the means that costs the others least.
import { describe, expect, test } from 'vitest';
import { tableFrom } from '../../engine/foundation/table.ts';
import { decidePriority } from '../../engine/priority/decide-priority.ts';
import { makeResultLog } from '../../engine/results/result-log.ts';
import { watchSignals } from '../../engine/signal-monitor/watch-signals.ts';
import { advanceSignals } from '../../engine/signals/advance-signals.ts';
import { prepareState, type CityState } from '../../engine/state/city-state.ts';
import { codeName } from '../../engine/foundation/table.ts';
import { priorityMeans, priorityRuleColumns, usualRule, type PriorityRule } from '../../engine/twin/priority.ts';
import { priorityAnswer, priorityReason } from '../../engine/twin/priority-words.ts';
import { aspect, groupKind, signalGroupColumns } from '../../engine/twin/signals.ts';
import { category } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { hearRequests, type HeardRequest } from './priority-request.ts';
import { laneWithSignal } from './signal-lane.ts';

const { green, amber, red } = aspect, { earlyGreen, skip, insertion, rotation } = priorityMeans;

/** Four groups, one a stage, 15 s of green and 5 s to clear each: a cycle of 80 s. The lane has group 0. Waits of 240 s are allowed where declared (instruction, part 6, art. 110-C-3). */
function junction(rule: Partial<PriorityRule>, longestWaitS = 120, longestS = 30): Twin {
  const groups = [0, 1, 2, 3], only = (one: number, shown: number): number[] => groups.map((group) => (group === one ? shown : red));
  const twin = laneWithSignal({
    plan: groups.flatMap((one) => [{ durationS: 15, longestS, stage: true, shown: only(one, green) }, { durationS: 5, shown: only(one, amber) }]),
    matrix: groups.flatMap((one) => groups.filter((other) => other !== one).map((other): [number, number, number] => [one, other, 5])),
    limitMps: 10, driving: { category: category.bus }, departS: [0, 0, 0],
  });
  twin.signalGroups = tableFrom(signalGroupColumns, groups.map(() => ({ controller: 0, kind: groupKind.vehicle, minimumGreenS: 6, amberS: 3, longestWaitS })));
  twin.priorityRules = tableFrom(priorityRuleColumns, [{ ...usualRule, controller: 0, clearQueueS: 0, ...rule }]);
  return twin;
}

interface Story { stages: string[]; answers: string[] }

/** Which group is green for how long, from the second cycle on, and what was answered. `stand`: vehicles on the lane of group 0 from then on. */
function tell(twin: Twin, heard: readonly (HeardRequest & { fromS: number })[], { seconds = 240, stand = false } = {}): Story {
  const state = prepareState(twin, 0), log = makeResultLog(twin, 0), runs: { group: number; lengthS: number }[] = [];
  for (; state.tick < seconds; state.tick++, state.timeS++) {
    if (stand) standOnLane(state);
    hearRequests(state, heard.filter(({ fromS, arrivesS }) => state.timeS >= fromS && state.timeS <= arrivesS));
    decidePriority(twin, state, log);
    advanceSignals(twin, state, log);
    watchSignals(twin, state, 1);
    if (state.timeS < 80) continue;
    const group = state.signals.shown.indexOf(green);
    if (runs.at(-1)?.group === group) runs.at(-1)!.lengthS++; else runs.push({ group, lengthS: 1 });
  }
  const { rows } = log.priorityDecisions, answers = Array.from({ length: rows.count }, (_, row) => `${rows.timeS[row]} ${codeName(priorityAnswer, rows.answer[row]!)} ${codeName(priorityReason, rows.reason[row]!)}`);
  return { stages: runs.filter(({ group }) => group >= 0).map(({ group, lengthS }) => `${group}:${lengthS}`), answers };
}

/** One vehicle stands at the end of the lane of group 0. */
function standOnLane({ places, vehicles }: CityState): void {
  places.first[0] = 0;
  places.vehicles[0] = 1;
  vehicles.behind[0] = -1;
  vehicles.positionM[0] = 600;
  vehicles.nextMovement[0] = 0;
}

/** Heard at 82 s, while group 0 is green (80 to 95 s): by the plan group 2 begins at 120 s. */
const busFor2 = (arrivesS: number): HeardRequest & { fromS: number } => ({ departure: 0, controller: 0, signalGroup: 2, arrivesS, fromS: 82 });

describe('a bus that comes 20 s before its green', () => {
  test('nothing but extension: it waits', () => {
    const { stages, answers } = tell(junction({}), [busFor2(100)]);
    expect(stages.slice(0, 6)).toEqual(['0:15', '1:15', '2:15', '3:15', '0:15', '1:15']);
    expect(answers).toEqual(['82 refused noSuchMeans']);
  });

  test('insertion: its stage in between, for as long as it needs, then the one that would have come', () => {
    const { stages, answers } = tell(junction({ means: insertion }), [busFor2(100)]);
    // Stage 0 ends by its plan at 95; 5 s later it is green, until a second after 100, but 6 s at least; the next one comes after 5 s more.
    expect(stages.slice(0, 5).map((one) => one.split(':')[0])).toEqual(['0', '2', '1', '2', '3']);
    expect(stages.slice(0, 2)).toEqual(['0:15', '2:6']);
    expect(answers).toContain('95 insertion comesOnRed');
  });

  test('rotation: its stage first, whole, then the others of this cycle, then the next cycle', () => {
    const { stages, answers } = tell(junction({ means: rotation }), [busFor2(100)]);
    expect(stages.slice(0, 6)).toEqual(['0:15', '2:15', '1:15', '3:15', '0:15', '1:15']);
    expect(answers).toContain('95 rotation comesOnRed');
  });

  test('skip: the stage that nobody asks for is left out, and longer stages make up for it', () => {
    const { stages, answers } = tell(junction({ means: skip }, 240), [busFor2(100)]);
    expect(stages.slice(0, 3).map((one) => one.split(':')[0])).toEqual(['0', '2', '3']);
    // 20 s early: the two stages that follow may last 15 s longer each.
    expect(stages.slice(0, 4)).toEqual(['0:15', '2:30', '3:20', '0:15']);
    expect(answers).toContain('95 skip comesOnRed');
  });

  test('a stage that another bus asks for is not left out', () => {
    const other = { departure: 1, controller: 0, signalGroup: 1, arrivesS: 110, fromS: 82 };
    const { stages, answers } = tell(junction({ means: skip }, 240), [busFor2(100), other]);
    expect(stages.slice(0, 4)).toEqual(['0:15', '1:15', '2:15', '3:15']);
    expect(answers).toContain('82 refused stageAskedFor');
  });

  test('nor one at whose lane a vehicle stands', () => {
    const from3 = { ...busFor2(160), signalGroup: 1, fromS: 141 };
    // In stage 3 (140 to 155 s) stage 0 lies before that of group 1.
    expect(tell(junction({ means: skip }, 240), [from3]).answers).toContain('155 skip comesOnRed');
    expect(tell(junction({ means: skip }, 240), [from3], { stand: true }).answers).toContain('141 refused stageAskedFor');
  });
});

describe('what forbids it', () => {
  test('others would wait too long', () => {
    // A group that is left out is red for 62 s twice, and its own 18 s, less the 20 s that are left out: the usual 120 s do not allow it.
    expect(tell(junction({ means: skip }), [busFor2(100)]).answers).toContain('82 refused othersWaitTooLong');
    // By the plan a group is red for 80 − 15 − 3 = 62 s; an inserted stage of 6 s with its clearing makes that 73 s.
    expect(tell(junction({ means: insertion }, 72), [busFor2(100)]).answers).toContain('82 refused othersWaitTooLong');
    expect(tell(junction({ means: insertion }, 73), [busFor2(100)]).answers).toContain('95 insertion comesOnRed');
  });

  test('the plan could not be regained', () => {
    // 11 s late: three tenths of 15 s, in whole seconds, are 4 s a stage, 16 s a cycle.
    expect(tell(junction({ means: insertion, recoveryCycleCount: 1 }), [busFor2(100)]).answers).toContain('95 insertion comesOnRed');
    // 20 s early where no stage may last longer, or 60 s late.
    expect(tell(junction({ means: skip, recoveryCycleCount: 1 }, 240, 15), [busFor2(100)]).answers).toContain('82 refused planTooFarOff');
    expect(tell(junction({ means: skip, recoveryCycleCount: 1 }, 240, 20), [busFor2(100)]).answers).toContain('95 skip comesOnRed');
  });

  test('lockout: who comes after another has been served waits for a cycle', () => {
    const second = { departure: 1, controller: 0, signalGroup: 2, arrivesS: 185, fromS: 162 };
    expect(tell(junction({ means: insertion, lockoutCycleCount: 2 }), [busFor2(100), second]).answers).toContain('162 refused lockout');
  });
});

describe('which means is used', () => {
  const means = earlyGreen | skip | insertion | rotation, other = { departure: 1, controller: 0, signalGroup: 1, arrivesS: 110, fromS: 82 };
  const servedBy = (story: Story): string[] => story.answers.filter((one) => /skip|insertion|rotation|earlyGreen/.test(one));

  test('what makes it green in time: an early green would come 2 s late', () => {
    // Stages of 15 s come down to 6 s each: 18 s sooner than 120 s is 102 s.
    expect(servedBy(tell(junction({ means }, 240), [busFor2(100)]))).toEqual(['95 skip comesOnRed']);
    expect(servedBy(tell(junction({ means }), [busFor2(100), other]))).toEqual(['95 rotation comesOnRed']);
  });

  test('an early green where that does as well', () => {
    expect(servedBy(tell(junction({ means }), [busFor2(103)]))[0]).toBe('82 earlyGreen comesOnRed');
  });

  test('what costs the others least, where both come in time', () => {
    // One vehicle stands in the lane of group 0, whose stage an insertion in stage 3 puts off; an early green cuts stages in which nobody is.
    const bus = { ...busFor2(163), signalGroup: 1, fromS: 141 };
    expect(servedBy(tell(junction({ means: earlyGreen | insertion }), [bus], { stand: true }))[0]).toBe('141 earlyGreen comesOnRed');
  });
});
