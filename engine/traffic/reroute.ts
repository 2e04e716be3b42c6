import { randomShare } from '../foundation/random.ts';
import { quietTimeS } from '../paths/quiet-time.ts';
import type { LinkGraph } from '../paths/link-graph.ts';
import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import { SURVEY_S, type GuidanceState } from '../state/guidance-state.ts';
import { departureStage } from '../state/traffic-state.ts';
import { callOrder } from './call-order.ts';
import { driveOn, firstFreeRow, hasHaltsToCome, leaveClosedWay } from './leave-closed-way.ts';
import { missTurn, missTurnsInRings } from './miss-turn.ts';
import { purposes } from './purposes.ts';
import { categoryOn } from './route-guide.ts';
import type { Traffic } from './traffic.ts';
import { finderFor, forgetCosts, forgetWays } from './way-around.ts';

/** Times are worked out anew after as many surveys: about once a minute. Of what was seen before, this share still counts: a memory of five minutes. */
const SURVEYS_A_TIME = 9, KEPT_SHARE = 0.82;
/** What is known of an empty link weighs as much as one vehicle seen this long. */
const PRIOR_S = 20;
/** How often a driver with guidance looks at the way again. */
const PERIOD_S = 300;
/** Steps between two looks at whether a turn has been missed. */
const MISS_TURN_TICKS = 10;
/**
 * Nobody leaves the way for less than a fifth of the time that is left and a minute: the indifference band of Mahmassani and
 * Jayakrishnan (1991), Transportation Research A 25, 293.
 */
const LEAST_SHARE = 0.2, LEAST_S = 60;

/**
 * Drivers whose way is closed look for another, all of them; drivers with guidance, a share drawn by departure, look as they
 * depart and every five minutes. Lines take part in closures only. Whoever comes to the end of the wrong lane of a roundabout goes
 * one more round. Nothing to do, and no cost, where there is none of this.
 */
export function reroute(traffic: Traffic, state: CityState, log: ResultLog): void {
  const { guidance } = state;
  if (guidance === undefined) return;
  if (state.timeS >= guidance.nextSurveyS) survey(traffic, state, guidance);
  missTurnsInRings(traffic, state);
  if (!(traffic.rerouteShare > 0) && traffic.twin.events.count === 0) return;
  if (guidance.changed !== 0) forgetWays(traffic.ways);
  const { departS, count } = traffic.twin.departures, order = callOrder(traffic);
  for (let at = state.nextDeparture; at < count && departS[order[at]!]! <= state.timeS; at++) {
    const departure = order[at]!;
    if (!leaveClosedWay(traffic, state, log, departure)) lookAgain(traffic, state, guidance, departure);
  }
  if (guidance.changed !== 0) lookAtClosures(traffic, state, log, guidance);
  else if (traffic.rerouteShare > 0) lookInTurn(traffic, state, guidance);
}

/** All who are on the way or wait to enter. */
function lookAtClosures(traffic: Traffic, state: CityState, log: ResultLog, guidance: GuidanceState): void {
  guidance.changed = 0;
  const { stage } = state.departures, order = callOrder(traffic);
  for (let at = 0; at < state.nextDeparture; at++) {
    const departure = order[at]!, now = stage[departure]!;
    if (now === departureStage.running || now === departureStage.waiting || now === departureStage.held) leaveClosedWay(traffic, state, log, departure);
  }
}

/** Each slot has its turn once in a period, at a tick that its departure decides; who may have missed a turn far more often. */
function lookInTurn(traffic: Traffic, state: CityState, guidance: GuidanceState): void {
  const { vehicles } = state, periodTicks = Math.max(1, Math.round(PERIOD_S / traffic.stepS));
  for (let slot = 0; slot < vehicles.count; slot++) {
    const departure = vehicles.departure[slot]!, turn = departure + state.tick;
    if (departure < 0 || turn % MISS_TURN_TICKS !== 0) continue;
    missTurn(traffic, state, slot);
    if (turn % periodTicks < MISS_TURN_TICKS) lookAgain(traffic, state, guidance, departure);
  }
}

/** A driver with guidance compares the way ahead with the quickest one. */
function lookAgain(traffic: Traffic, state: CityState, guidance: GuidanceState, departure: number): void {
  if (!(traffic.rerouteShare > 0) || randomShare(traffic.seed, purposes.guidance, departure, 0) >= traffic.rerouteShare) return;
  if (hasHaltsToCome(traffic, state, departure)) return;
  const { guide } = traffic.roads, from = firstFreeRow(traffic, state, departure), last = guide.lastRow[departure]!;
  const start = state.departures.slot[departure]! < 0 ? from : from + 1;
  if (last - start < 2) return;
  const finder = finderFor(traffic, state, categoryOn(guide, from));
  let nowS = 0, quietS = 0;
  for (let row = start + 1; row <= last; row++) {
    const turnS = turnCostS(finder.graph, guide.link[row - 1]!, guide.link[row]!);
    nowS += guidance.linkTimeS[guide.link[row]!]! + turnS;
    quietS += quietTimeS(traffic.twin, guide.link[row]!) + turnS;
  }
  const enoughS = nowS - Math.max(LEAST_S, LEAST_SHARE * nowS);
  // The planned way suits a quiet city: while it is about as quick as then, nothing else can be worth it.
  if (quietS > enoughS) return;
  const toLink = guide.link[last]!;
  finder.search(guide.link[start]!, toLink, enoughS);
  if (finder.costTo(toLink) < enoughS) driveOn(traffic, state, departure, start, finder.pathTo(toLink));
}

function turnCostS({ firstNext, next, turnCostS: costs }: LinkGraph, from: number, to: number): number {
  for (let row = firstNext[from]!; row < firstNext[from + 1]!; row++) if (next[row] === to) return costs[row]!;
  return 0;
}

/** Looks at the speed of every vehicle; now and then works out what links take. */
function survey({ twin, roads, ways }: Traffic, { vehicles, timeS }: CityState, guidance: GuidanceState): void {
  const { linkSeconds, linkMetres, linkTimeS } = guidance, isFirst = guidance.nextSurveyS === -Infinity;
  guidance.nextSurveyS = timeS + SURVEY_S;
  for (let slot = 0; slot < vehicles.count; slot++) {
    if (vehicles.departure[slot]! < 0 || vehicles.place[slot]! >= roads.laneCount) continue;
    linkSeconds[vehicles.link[slot]!]! += SURVEY_S;
    linkMetres[vehicles.link[slot]!]! += SURVEY_S * vehicles.speedMps[slot]!;
  }
  guidance.surveys++;
  if (!isFirst && guidance.surveys < SURVEYS_A_TIME) return;
  guidance.surveys = 0;
  for (let link = 0; link < linkTimeS.length; link++) {
    const lengthM = twin.links.lengthM[link]!, quietS = quietTimeS(twin, link);
    linkTimeS[link] = (lengthM * (linkSeconds[link]! + PRIOR_S)) / (linkMetres[link]! + (PRIOR_S * lengthM) / quietS);
    linkSeconds[link]! *= KEPT_SHARE;
    linkMetres[link]! *= KEPT_SHARE;
  }
  forgetCosts(ways);
}
