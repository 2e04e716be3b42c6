// Goal: the safe speed that a step asks in memory is that of the pure function, bit for bit, over 200,000 drawn situations.
import { expect, test } from 'vitest';
import { randomShare } from '../../engine/foundation/random.ts';
import { followSpeedMps } from '../../engine/traffic/car-following.ts';
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
