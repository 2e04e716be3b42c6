import { randomShare } from '../foundation/random.ts';
import { quietTimeS } from '../paths/quiet-time.ts';
import type { LinkGraph } from '../paths/link-graph.ts';
import type { CityState } from '../state/city-state.ts';
import { SURVEY_S, type GuidanceState } from '../state/guidance-state.ts';
import { departureStage } from '../state/traffic-state.ts';
import { takeNewRoute } from './new-routes.ts';
import { purposes } from './purposes.ts';
import type { Traffic } from './traffic.ts';
import { finderFor, forgetCosts, wayAround } from './way-around.ts';

/** Times are worked out anew after as many surveys: about once a minute. Of what was seen before, this share still counts: a memory of five minutes. */
const SURVEYS_A_TIME = 9, KEPT_SHARE = 0.82;
/** What is known of an empty link weighs as much as one vehicle seen this long. */
const PRIOR_S = 20;
/** How often a driver with guidance looks at the way again. */
const PERIOD_S = 300;
/**
 * Nobody leaves the way for less than a fifth of the time that is left and a minute: the indifference band of Mahmassani and
 * Jayakrishnan (1991), Transportation Research A 25, 293.
 */
const LEAST_SHARE = 0.2, LEAST_S = 60;

/**
 * Drivers whose way is closed look for another, all of them; drivers with guidance, a share drawn by departure, look as they
 * depart and every five minutes. Vehicles with halts to come keep their way. Nothing to do, and no cost, without guidance.
 */
export function reroute(traffic: Traffic, state: CityState): void {
  const { guidance } = state;
  if (guidance === undefined) return;
  if (state.timeS >= guidance.nextSurveyS) survey(traffic, state, guidance);
  if (guidance.changed !== 0) forgetCosts(traffic.ways);
  const { departS, count } = traffic.twin.departures;
  for (let departure = state.nextDeparture; departure < count && departS[departure]! <= state.timeS; departure++) {
    if (!leaveClosedWay(traffic, state, departure)) lookAgain(traffic, state, guidance, departure);
  }
  if (guidance.changed !== 0) lookAtClosures(traffic, state, guidance);
  else if (traffic.rerouteShare > 0) lookInTurn(traffic, state, guidance);
}

/** All who are on the way or wait to enter. */
function lookAtClosures(traffic: Traffic, state: CityState, guidance: GuidanceState): void {
  guidance.changed = 0;
  const { stage } = state.departures;
  for (let departure = 0; departure < state.nextDeparture; departure++) {
    const now = stage[departure]!;
    if (now === departureStage.running || now === departureStage.waiting || now === departureStage.held) leaveClosedWay(traffic, state, departure);
  }
}

/** Each slot has its turn once in a period, at a tick that its departure decides. */
function lookInTurn(traffic: Traffic, state: CityState, guidance: GuidanceState): void {
  const { vehicles } = state, periodTicks = Math.max(1, Math.round(PERIOD_S / traffic.stepS));
  for (let slot = 0; slot < vehicles.count; slot++) {
    const departure = vehicles.departure[slot]!;
    if (departure < 0 || (departure + state.tick) % periodTicks !== 0) continue;
    lookAgain(traffic, state, guidance, departure);
  }
}

/** The guide row from which the way may change: the link it is on until its vehicle comes near the end, then the next. -1 where it may not. */
function firstFreeRow(traffic: Traffic, state: CityState, departure: number): number {
  const slot = state.departures.slot[departure]!, { vehicles } = state, { guide, laneCount } = traffic.roads;
  if (slot < 0) return traffic.twin.departures.haltCount[departure]! > 0 ? -1 : guide.firstRow[departure]!;
  if (vehicles.nextHalt[slot]! >= 0) return -1;
  const row = vehicles.guideRow[slot]!, isInside = vehicles.place[slot]! >= laneCount;
  return isInside && row < vehicles.guideEndRow[slot]! ? row + 1 : row;
}

/** Whether its way is closed: then it has another now, if there is one. */
function leaveClosedWay(traffic: Traffic, state: CityState, departure: number): boolean {
  const { guide } = traffic.roads, from = firstFreeRow(traffic, state, departure);
  if (from < 0) return false;
  const category = guide.category[from]!, last = guide.lastRow[departure]!;
  let met = from + 1;
  while (met <= last && (guide.closedTo[guide.link[met]!]! & category) === 0) met++;
  if (met > last) return false;
  // Who wants to go to a closed street stops before it.
  const end = (guide.closedTo[guide.link[last]!]! & category) === 0 ? last : lastOpenRow(traffic, from, last, category);
  // The next link stays if it is open: nobody is caught in the wrong lane at a stop line.
  const start = state.departures.slot[departure]! < 0 || met === from + 1 ? from : from + 1;
  if (end <= start) {
    drive(traffic, state, departure, from, end, [guide.link[end]!]);
    return true;
  }
  const way = wayAround(traffic, state, guide.link[start]!, guide.link[end]!, category, guide.link[met]!);
  if (way.length > 0) drive(traffic, state, departure, from, start, way);
  return true;
}

function lastOpenRow({ roads: { guide } }: Traffic, from: number, last: number, category: number): number {
  let row = last;
  while (row > from && (guide.closedTo[guide.link[row]!]! & category) !== 0) row--;
  return row;
}

/** Puts what is kept of the old way before the new one: links from where the vehicle is to the row before `start`. */
function drive(traffic: Traffic, state: CityState, departure: number, from: number, start: number, way: readonly number[]): void {
  const { guide } = traffic.roads, slot = state.departures.slot[departure]!;
  const first = slot < 0 ? from : state.vehicles.guideRow[slot]!, kept: number[] = [];
  for (let row = first; row < start; row++) kept.push(guide.link[row]!);
  takeNewRoute(traffic, state, departure, [...kept, ...way]);
}

/** A driver with guidance compares the way ahead with the quickest one. */
function lookAgain(traffic: Traffic, state: CityState, guidance: GuidanceState, departure: number): void {
  if (!(traffic.rerouteShare > 0) || randomShare(traffic.seed, purposes.guidance, departure, 0) >= traffic.rerouteShare) return;
  const { guide } = traffic.roads, from = firstFreeRow(traffic, state, departure), last = guide.lastRow[departure]!;
  if (from < 0) return;
  const start = state.departures.slot[departure]! < 0 ? from : from + 1;
  if (last - start < 2) return;
  const finder = finderFor(traffic, state, guide.category[from]!);
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
  finder.search(guide.link[start]!, toLink);
  if (finder.costTo(toLink) < enoughS) drive(traffic, state, departure, from, start, finder.pathTo(toLink));
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
