import { randomShare } from '../../engine/foundation/random.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import type { LinkTimes } from './link-times.ts';
import { compareWays, graphsByCategory, groupDepartures, type Comparison } from './quickest-ways.ts';
import { withRoutes } from './write-routes.ts';

/** What one iteration found. */
export interface GapRow {
  /** 0: the routes as given. */
  iteration: number;
  /** Time that all would save on the quickest ways, over the time of these. */
  relativeGap: number;
  /** Mean over the departures that choose, on the way that they have, seconds. */
  meanTimeS: number;
  /** Departures that went over to the quickest way after it. */
  switched: number;
}

export interface EquilibriumInput {
  twin: ReadingTwin;
  /** Departures in this span choose their ways. */
  fromS: number;
  untilS: number;
  /** What links take when all drive these routes: a run of the traffic, or a formula. */
  timesOf: (twin: ReadingTwin) => LinkTimes | Promise<LinkTimes>;
  mostIterations: number;
  /** Below this relative gap the routes are taken to be in equilibrium. */
  wantedGap: number;
  seed: number;
  onIteration?: (row: GapRow) => void;
}

export interface Equilibrium { twin: Twin; gaps: GapRow[]; reached: boolean }

const PURPOSE = 7401;

/**
 * Routes on which nobody can save time alone (Wardrop 1952), by iteration: run, see what links took by quarter of an hour, send a
 * share of those who could do better on the quickest way. The share grows with what there is to gain (Lu, Mahmassani and Zhou
 * 2009, Transportation Research B 43, 345) and falls from iteration to iteration, more slowly than in the method of successive
 * averages (Sheffi 1985, chapter 5). Of all iterations the one with the smallest gap is kept.
 */
export async function findEquilibrium({ twin, fromS, untilS, timesOf, mostIterations, wantedGap, seed, onIteration }: EquilibriumInput): Promise<Equilibrium> {
  const graphOf = graphsByCategory(twin);
  let current = { ...(twin as Twin) }, best = current, bestGap = Infinity;
  const gaps: GapRow[] = [];
  for (let iteration = 0; ; iteration++) {
    const groups = groupDepartures(current, graphOf, fromS, untilS);
    const comparison = compareWays(current, groups, await timesOf(current));
    const members = groups.flatMap(({ departures }) => departures);
    const { relativeGap, meanTimeS } = gapOf(comparison, members);
    if (relativeGap < bestGap) { best = current; bestGap = relativeGap; }
    const isDone = relativeGap <= wantedGap || iteration >= mostIterations;
    const ways = isDone ? new Map<number, readonly number[]>() : chooseSwitchers(comparison, members, iteration, seed);
    const row = { iteration, relativeGap, meanTimeS, switched: ways.size };
    gaps.push(row);
    onIteration?.(row);
    if (isDone || ways.size === 0) return { twin: best, gaps, reached: bestGap <= wantedGap };
    current = withRoutes(current, ways);
  }
}

function gapOf({ routeS, quickestS }: Comparison, members: readonly number[]): { relativeGap: number; meanTimeS: number } {
  let allS = 0, leastS = 0;
  for (const departure of members) {
    allS += routeS[departure]!;
    leastS += quickestS[departure]!;
  }
  return { relativeGap: leastS > 0 ? (allS - leastS) / leastS : 0, meanTimeS: members.length > 0 ? allS / members.length : 0 };
}

/** Who can save a fifth of the trip or more goes over with the full share. */
const FULL_GAIN_SHARE = 0.2;

function chooseSwitchers({ routeS, quickestS, quickestWay }: Comparison, members: readonly number[], iteration: number, seed: number): Map<number, readonly number[]> {
  const ways = new Map<number, readonly number[]>();
  for (const departure of members) {
    const gainShare = 1 - quickestS[departure]! / routeS[departure]!, way = quickestWay(departure);
    if (way.length === 0) continue;
    const share = Math.min(1, gainShare / FULL_GAIN_SHARE) / Math.sqrt(iteration + 2);
    if (randomShare(seed, PURPOSE, departure, iteration) < share) ways.set(departure, way);
  }
  return ways;
}
