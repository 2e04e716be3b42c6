// Goal: whoever goes before the plan, wherever and whenever, no limit is broken, nobody waits longer than they may, and the plan is regained in the cycles declared.
import { describe, expect, test } from 'vitest';
import { randomShare } from '../../engine/foundation/random.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { makeResultLog } from '../../engine/results/result-log.ts';
import { prepareSignalState } from '../../engine/state/signal-state.ts';
import { copyState, prepareState, stateHash } from '../../engine/state/city-state.ts';
import { priorityMeans, priorityRuleColumns, usualRule } from '../../engine/twin/priority.ts';
import { priorityAnswer } from '../../engine/twin/priority-words.ts';
import { stageChoice, stageControlColumns } from '../../engine/twin/signals.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { twinOf } from '../verification/drawn-junction.ts';
import { randomArms } from '../verification/random-junction.ts';
import { approaches, drive, fromOf, RECOVERY_CYCLES, withPreemption, type Approach } from './preempted-junction.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const SEEDS = Array.from({ length: proof ? 100 : 10 }, (_, seed) => seed);
const SECONDS = proof ? 3000 : 800;

/** A junction drawn by chance at which emergency vehicles, trams and buses go before the plan, each kind its own way; every third lets buses do more. */
function junctionFor(seed: number, choosing = false): Twin {
  const twin = withPreemption(twinOf(randomArms(seed)), seed);
  if (seed % 3 === 1) twin.priorityRules = tableFrom(priorityRuleColumns, [{ ...usualRule, controller: 0, means: Object.values(priorityMeans).reduce((all, one) => all | one, 0) }]);
  if (choosing) twin.stageControls = tableFrom(stageControlColumns, [{ controller: 0, choice: stageChoice.longestQueue, decisionEveryS: 10, leastStageS: 6, reachM: 200 }]);
  return twin;
}

describe(`${SEEDS.length} junctions drawn by chance, ${SECONDS} s each${proof ? '' : ' (100 and 3000 s with npm run proof)'}`, () => {
  test.each([['rarely', 120], ['one after the other', 15]] as const)('the monitor finds nothing, whoever comes %s', (_often, everyS) => {
    let called = 0, held = 0;
    for (const seed of SEEDS) for (const choosing of [false, true]) {
      const twin = junctionFor(seed, choosing), fromS = fromOf(seed), state = prepareState(twin, fromS), log = makeResultLog(twin, fromS);
      drive(twin, state, log, approaches(twin, seed, fromS, SECONDS, everyS), SECONDS);
      const { rows: { answer, count } } = log.priorityDecisions;
      called += answer.slice(0, count).filter((one) => one === priorityAnswer.stageCalled).length;
      held += answer.slice(0, count).filter((one) => one === priorityAnswer.heldUntilPassed).length;
    }
    console.log(`${called} stages called, ${held} greens held`);
    expect(called).toBeGreaterThan(SEEDS.length * 3);
    expect(held).toBeGreaterThan(SEEDS.length);
  });

  test(`back on plan and offset within ${RECOVERY_CYCLES} cycles after whoever goes before it`, () => {
    let served = 0, latest = 0;
    const late: { seed: number; coming: number; cycles: number }[] = [];
    for (const seed of SEEDS) for (let coming = 0; coming < 4; coming++) {
      const twin = junctionFor(seed), cycleS = twin.controllers.cycleS[0]!, fromS = fromOf(seed + 7 * coming), state = prepareState(twin, fromS), log = makeResultLog(twin, fromS);
      const one: Approach = { departure: coming % 2, signalGroup: Math.floor(randomShare(seed, 35, coming, 0) * twin.controllers.groupCount[0]!), fromS: fromS + 60, arrivesS: fromS + 100, untilS: fromS + 100 + Math.floor(randomShare(seed, 36, coming, 0) * 30) };
      drive(twin, state, log, [one], one.untilS - fromS);
      const passedS = state.timeS;
      let offPlanS = passedS;
      drive(twin, state, log, [], 8 * cycleS, { after({ timeS, signals }) {
        const planned = prepareSignalState(twin, timeS).shown;
        if (signals.shown.some((shown, row) => shown !== planned[row])) offPlanS = timeS;
      } });
      const cycles = (offPlanS - passedS) / cycleS;
      if (offPlanS > passedS) served++;
      latest = Math.max(latest, cycles);
      if (cycles > RECOVERY_CYCLES) late.push({ seed, coming, cycles });
    }
    console.log(`${served} times off plan, at most ${latest.toFixed(2)} cycles`);
    expect(served).toBeGreaterThan(SEEDS.length);
    expect(late).toEqual([]);
  });

  test('stopped and taken up again: the same state, bit for bit, and the same rows', () => {
    for (const seed of SEEDS.slice(0, 10)) {
      const twin = junctionFor(seed), fromS = fromOf(seed), coming = approaches(twin, seed, fromS, 600, 30);
      const whole = prepareState(twin, fromS), wholeLog = makeResultLog(twin, fromS), first = prepareState(twin, fromS), log = makeResultLog(twin, fromS);
      drive(twin, whole, wholeLog, coming, 600);
      drive(twin, first, log, coming, 301);
      const second = copyState(first);
      drive(twin, second, log, coming, 299);
      expect(stateHash(second)).toBe(stateHash(whole));
      expect(wholeLog.priorityDecisions.rows.count).toBeGreaterThan(0);
      for (const name of ['priorityDecisions', 'signalChanges', 'aspectChanges'] as const) expect(log[name]).toEqual(wholeLog[name]);
    }
  });
});
