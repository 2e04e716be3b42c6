// A junction that runs by its plan, and buses that ask for what it cannot give to all: drawn by chance, for tests and benches of schedules.
import { randomShare } from '../../engine/foundation/random.ts';
import type { Claim, IntervalAhead } from '../../engine/priority/claim-tables.ts';

export interface JunctionSize { stages: number; cycles: number; requests: number; leastS: number; plannedS: readonly [number, number]; longerS: number; clearingS: readonly [number, number]; comesWithinS: number; inTenths?: boolean }

/** As at a large junction at a busy hour: four stages, ten buses within a minute and a half, stages from 6 s to 15 s more than planned. */
export const BUSY_JUNCTION: JunctionSize = { stages: 4, cycles: 2, requests: 10, leastS: 6, plannedS: [12, 36], longerS: 15, clearingS: [4, 8], comesWithinS: 90 };

const between = ([least, most]: readonly [number, number], share: number): number => least + Math.floor(share * (most - least + 1));

/** The same seed draws the same junction and the same requests. */
export function competingRequests(seed: number, size: JunctionSize): { intervals: IntervalAhead[]; claims: Claim[] } {
  const { stages, cycles, requests, leastS, plannedS, longerS, clearingS, comesWithinS, inTenths = false } = size;
  const draw = (purpose: number, row: number): number => randomShare(seed, purpose, row, 0);
  const intervals = Array.from({ length: 2 * stages * cycles }, (_, at): IntervalAhead => {
    const inCycle = at % (2 * stages), tenthsS = inTenths ? Math.floor(draw(10, inCycle) * 10) / 10 : 0, lengthS = Math.round(10 * (between(inCycle % 2 === 0 ? plannedS : clearingS, draw(1, inCycle)) + tenthsS)) / 10, isStage = inCycle % 2 === 0;
    const elapsedS = at === 0 ? Math.floor(draw(2, 0) * lengthS) : 0;
    return {
      leastS: isStage ? Math.max(elapsedS, Math.min(leastS, lengthS)) : lengthS, plannedS: lengthS, longestS: isStage ? lengthS + Math.floor(draw(3, inCycle) * (longerS + 1)) : lengthS,
      shorterCost: draw(4, inCycle) * 30, longerCost: draw(5, inCycle) * 15,
    };
  });
  const claims = Array.from({ length: requests }, (_, row): Claim => {
    // A third of the groups are green in two stages, and in the clearing between them.
    const stage = Math.floor(draw(6, row) * stages), more = draw(7, row) < 1 / 3 ? 1 : 0, comesS = draw(8, row) * comesWithinS;
    const greenIn = intervals.map((_, at) => { const after = at % (2 * stages) - 2 * stage; return after >= 0 && after <= 2 * more ? 1 : 0; });
    return { greenIn, dueS: comesS - 10, leavesS: comesS + 1, weight: 1 + Math.floor(draw(9, row) * 100) };
  });
  return { intervals, claims };
}
