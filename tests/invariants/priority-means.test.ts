// Goal: whatever means priority may use and whoever asks for them, no limit of the junction is broken, and the plan is back at its offset within the cycles that the rules declare.
import { describe, expect, test } from 'vitest';
import { randomShare } from '../../engine/foundation/random.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { makeResultLog } from '../../engine/results/result-log.ts';
import { prepareState, type CityState } from '../../engine/state/city-state.ts';
import { priorityMeans, priorityRuleColumns, usualRule } from '../../engine/twin/priority.ts';
import { isService, priorityAnswer, type Service } from '../../engine/twin/priority-words.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { twinOf } from '../verification/drawn-junction.ts';
import type { HeardRequest } from '../verification/priority-request.ts';
import { randomArms } from '../verification/random-junction.ts';
import { hashAfterCut, second, shownByPlan } from './asked-junction.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const SEEDS = Array.from({ length: proof ? 100 : 8 }, (_, seed) => seed);
const SECONDS = proof ? 1500 : 1000, ASKS = proof ? 5 : 2;
const draw = (seed: number, purpose: number, row = 0): number => randomShare(seed, 600 + purpose, row, 3);
const whole = (seed: number, purpose: number, below: number, row = 0): number => Math.floor(draw(seed, purpose, row) * below);

interface Rules { means: number; recoveryCycleCount?: number; lockoutCycleCount?: number }

/** A junction drawn by chance whose stages may mostly last longer, with rules for all of its controllers. */
function junction(seed: number, { means, recoveryCycleCount = 1 + whole(seed, 1, 3), lockoutCycleCount = whole(seed, 2, 2) }: Rules): Twin {
  const twin = twinOf(randomArms(seed)), { intervals, controllers } = twin;
  controllers.busPriority.fill(1);
  for (let interval = 0; interval < intervals.count; interval++) {
    if (intervals.stage[interval] && draw(seed, 3, interval) > 0.3) intervals.longestS[interval] = intervals.durationS[interval]! + whole(seed, 4, 20, interval);
  }
  // Where stages may be left out, the longer wait is declared that the instruction allows for public transport (part 6, art. 110-C-3).
  if ((means & priorityMeans.skip) !== 0) twin.signalGroups.longestWaitS.fill(240);
  twin.priorityRules = tableFrom(priorityRuleColumns, Array.from({ length: controllers.count }, (_, controller) => ({ ...usualRule, controller, means, recoveryCycleCount, lockoutCycleCount })));
  return twin;
}

/** Four buses ask each controller by chance, each for ten seconds, and come within 25. */
const manyBuses = ({ controllers }: Twin, seed: number, { tick, timeS }: CityState): HeardRequest[] =>
  Array.from({ length: draw(seed, 5, tick) < 0.5 ? 4 * controllers.count : 0 }, (_, row) => ({
    departure: 4 * Math.floor(tick / 10) + (row % 4), controller: row >> 2,
    signalGroup: whole(seed, 6, controllers.groupCount[row >> 2]!, 1000 * row + Math.floor(tick / 10)), arrivesS: timeS + draw(seed, 7, 1000 * row + tick) * 25,
  }));

const DETOURS: readonly Service[] = ['skip', 'insertion', 'rotation'];
const all = Object.values(priorityMeans).reduce((bits, one) => bits | one, 0);

describe(`${SEEDS.length} junctions drawn by chance and buses that ask all the time${proof ? '' : ' (100 with JUMEAU_PROOF=1)'}`, () => {
  test.each([['skip', priorityMeans.skip], ['insertion', priorityMeans.insertion], ['rotation', priorityMeans.rotation], ['all means', all]])('%s: the safety monitor finds nothing', (name, means) => {
    const given = new Map<number, number>();
    for (const seed of SEEDS) {
      const twin = junction(seed, { means }), fromS = whole(seed, 8, 86400), state = prepareState(twin, fromS), log = makeResultLog(twin, fromS);
      while (state.tick < SECONDS) second(twin, state, log, manyBuses(twin, seed, state));
      for (const code of log.priorityDecisions.rows.answer.slice(0, log.priorityDecisions.rows.count)) given.set(code, (given.get(code) ?? 0) + 1);
    }
    const counts = Object.entries(priorityAnswer).filter(([, code]) => isService(code) && given.has(code)).map(([answer, code]) => `${answer} ${given.get(code)}`);
    console.log(`${name}: ${counts.join(', ')}`);
    for (const service of DETOURS) if ((means & priorityMeans[service as keyof typeof priorityMeans]) !== 0) expect(given.get(priorityAnswer[service]) ?? 0).toBeGreaterThan(0);
  });

  test.each(SEEDS.slice(0, 5))('stopped and taken up again: the same state, bit for bit (seed %i)', (seed) => {
    const twin = junction(seed, { means: all });
    const drive = (cutTick: number): string => hashAfterCut(twin, cutTick, (state) => manyBuses(twin, seed, state));
    expect(drive(301)).toBe(drive(-1));
  });
});

interface Served { answer: number; cycles: number; allowed: number }

/** One bus asks a junction once, at a time, for a group, by chance: how many cycles after it was served signals last showed anything but the plan. */
function regainedAfter(twin: Twin, byPlan: readonly string[], seed: number, ask: number): Served | undefined {
  const cycleS = byPlan.length, state = prepareState(twin, 0), log = makeResultLog(twin, 0), allowed = twin.priorityRules.recoveryCycleCount[0]!;
  const askFromS = Math.floor(cycleS * (2 + draw(seed, 9, ask))), arrivesS = askFromS + 5 + whole(seed, 10, 40, ask), signalGroup = whole(seed, 11, twin.controllers.groupCount[0]!, ask);
  let offAtS = -1;
  while (state.timeS < askFromS + (allowed + 6) * cycleS) {
    second(twin, state, log, state.timeS >= askFromS && state.timeS <= arrivesS ? [{ departure: 0, controller: 0, signalGroup, arrivesS }] : []);
    if (String(state.signals.shown) !== byPlan[(state.timeS - 1) % cycleS]) offAtS = state.timeS - 1;
  }
  const { count, answer, timeS } = log.priorityDecisions.rows, last = answer.slice(0, count).findLastIndex(isService);
  return last < 0 ? undefined : { answer: answer[last]!, cycles: Math.max(0, offAtS + 1 - timeS[last]!) / cycleS, allowed };
}

describe(`one bus, ${ASKS} times at each of ${SEEDS.length} junctions${proof ? '' : ' (5 times at 100 with JUMEAU_PROOF=1)'}`, () => {
  test.each([...Object.entries(priorityMeans), ['all means', all] as const])('%s: the plan is back at its offset within the cycles declared', (name, means) => {
    const services = SEEDS.flatMap((seed) => {
      const twin = junction(seed, { means }), byPlan = shownByPlan(twin);
      return Array.from({ length: ASKS }, (_, ask) => regainedAfter(twin, byPlan, seed, ask)).filter((one): one is Served => one !== undefined);
    });
    const most = (allowed: number): string => {
      const some = services.filter((one) => one.allowed === allowed).map(({ cycles }) => cycles);
      return `${some.length} with ${allowed} declared: ${Math.max(0, ...some).toFixed(2)} at most`;
    };
    console.log(`${name}: ${services.length} services; cycles from the decision until the plan is regained, ${[1, 2, 3].map(most).join('; ')}`);
    expect(services.length).toBeGreaterThanOrEqual(SEEDS.length / 10);
    // The cycle in which the bus is served comes first.
    for (const { cycles, allowed } of services) expect(cycles).toBeLessThanOrEqual(1 + allowed);
  });
});
