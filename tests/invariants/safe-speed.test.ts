// Goal: the safe speed that a step asks in memory is that of the pure function, bit for bit, over 200,000 drawn situations;
// and the steps of braking that are counted there are those of the closed form: the floor of a division, the floor of a root.
import { expect, test } from 'vitest';
import { randomShare } from '../../engine/foundation/random.ts';
import { brakeGapM, followSpeedMps, stepsWithin, stopSpeedMps, wholeSteps } from '../../engine/traffic/car-following.ts';
import { BOUND_MPS, BRAKING_MPS2, GAP_M, HEADWAY_S, LEADER_BRAKING_MPS2, LEADER_MPS, lowerToSafe, makeSafeSpeedQuestion } from '../../engine/traffic/safe-speed.ts';

test.each([1, 0.5, 0.1])('steps of %d s', (stepS) => {
  const question = makeSafeSpeedQuestion(stepS);
  const wrong: unknown[] = [];
  for (let row = 0; row < 200_000; row++) {
    const draw = (purpose: number, least: number, most: number): number => least + (most - least) * randomShare(1, purpose, row, 0);
    const standing = draw(0, 0, 1) < 0.3, gapM = draw(1, -2, 120), leaderMps = standing ? 0 : draw(2, 0, 40), leaderBrakingMps2 = draw(3, 2, 8);
    const brakingMps2 = draw(4, 2, 8), headwayS = Math.max(stepS, draw(5, 0.5, 2)), boundMps = draw(6, 0, 40);
    question[BOUND_MPS] = boundMps; question[GAP_M] = gapM; question[LEADER_MPS] = leaderMps; question[LEADER_BRAKING_MPS2] = leaderBrakingMps2;
    question[BRAKING_MPS2] = brakingMps2; question[HEADWAY_S] = headwayS;
    lowerToSafe(question);
    const safeMps = Math.min(boundMps, followSpeedMps(gapM, leaderMps, leaderBrakingMps2, brakingMps2, headwayS, stepS));
    if (question[BOUND_MPS] !== safeMps) wrong.push({ row, gapM, leaderMps, boundMps, is: question[BOUND_MPS], should: safeMps });
  }
  expect(wrong.slice(0, 3)).toEqual([]);
});

const NEAR = 1e-9, ROUNDING_M = 0.001;
const range = (count: number, of: (at: number) => number): number[] => Array.from({ length: count }, (_, at) => of(at));
const stepsS = [0.1, 0.2, 0.25, 0.5, 1], brakingsMps2 = [0.5, 1.5, 3, 4, 4.5, 7, 9], headwaysS = [0, 0.5, 1, 1.5, 2.2];
/** Speeds that are multiples of what a step loses, and others; gaps from none to a long street. */
const speedsMps = [...range(120, (at) => at * 0.45), ...range(60, (at) => at), 0.001, 83.3], gapsM = [...range(160, (at) => at * 0.37), ...range(40, (at) => at * 25), 5000];

/** The closed forms, and whether two counts of steps are the same but where a rounding decides. */
const floorOfDivision = (speedMps: number, lossMps: number): number => Math.floor(speedMps / lossMps);
function floorOfRoot(roomM: number, lossMps: number, headwayS: number, stepS: number): number {
  const half = headwayS - stepS / 2;
  return Math.floor((-half + Math.sqrt(half * half + (2 * stepS * roomM) / lossMps)) / stepS);
}
const sameCount = (one: number, other: number, coverOf: (steps: number) => number, asked: number): boolean =>
  one === other || (Math.abs(one - other) === 1 && Math.abs(coverOf(Math.max(one, other)) - asked) < NEAR);
const far = (one: number, other: number): boolean => !(Math.abs(one - other) <= NEAR * Math.max(1, Math.abs(other)));

test.each(stepsS)('whole steps and the way to a stand are those of the division, steps of %d s', (stepS) => {
  const wrong: unknown[] = [];
  for (const brakingMps2 of brakingsMps2) for (const speedMps of speedsMps) {
    const lossMps = brakingMps2 * stepS, steps = floorOfDivision(speedMps, lossMps), counted = wholeSteps(speedMps, lossMps);
    if (!sameCount(counted, steps, (many) => many * lossMps, speedMps)) wrong.push({ brakingMps2, speedMps, counted, steps });
    for (const headwayS of headwaysS) {
      const gapM = stepS * (steps * speedMps - (lossMps * steps * (steps + 1)) / 2) + speedMps * headwayS, is = brakeGapM(speedMps, brakingMps2, headwayS, stepS);
      if (far(is, gapM)) wrong.push({ brakingMps2, speedMps, headwayS, is, gapM });
    }
  }
  expect(wrong.slice(0, 3)).toEqual([]);
});

test.each(stepsS)('steps within a room and the speed from which one can stop are those of the root, steps of %d s', (stepS) => {
  const wrong: unknown[] = [];
  // Nobody reacts faster than in a step: no headway is shorter.
  for (const brakingMps2 of brakingsMps2) for (const headwayS of headwaysS.map((seconds) => Math.max(seconds, stepS))) for (const gapM of gapsM) {
    const lossMps = brakingMps2 * stepS, roomM = gapM - ROUNDING_M, coverM = (many: number): number => many * lossMps * headwayS + (stepS * lossMps * many * (many - 1)) / 2;
    const steps = roomM > 0 ? floorOfRoot(roomM, lossMps, headwayS, stepS) : 0, counted = roomM > 0 ? stepsWithin(roomM, lossMps, headwayS, stepS) : 0;
    if (!sameCount(counted, steps, coverM, roomM)) wrong.push({ brakingMps2, headwayS, gapM, counted, steps });
    const speedMps = roomM > 0 ? steps * lossMps + (roomM - coverM(steps)) / (steps * stepS + headwayS) : 0, is = stopSpeedMps(gapM, brakingMps2, headwayS, stepS);
    if (far(is, speedMps)) wrong.push({ brakingMps2, headwayS, gapM, is, speedMps });
  }
  expect(wrong.slice(0, 3)).toEqual([]);
});

test('a room without an end bounds no speed, and is not counted for ever', () => {
  for (const roomM of [1e12, 1e40, Number.MAX_VALUE, Infinity]) {
    expect(stepsWithin(roomM, 4.5, 1, 1)).toBeLessThan(1e4);
    expect(stopSpeedMps(roomM, 4.5, 1, 1)).toBeGreaterThan(1000);
  }
  expect(stopSpeedMps(Infinity, 4.5, 1, 1)).toBe(Infinity);
});
