import { isBesideOnRing } from '../twin/streets.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** Stands in `haltRouteIndex` for a halt that is left out on the way around a closure. */
export const SKIPPED = 0xffffffff;

/** How often the speeds of all vehicles are looked at: a time that no signal's cycle is a multiple of. */
export const SURVEY_S = 7;

/** What drivers with guidance know, and the routes that were made for drivers on their way. */
export interface GuidanceState {
  /** When the speeds are looked at next, and how often they have been since the times below were worked out. */
  nextSurveyS: number;
  surveys: number;
  /** By link, over the last minutes, older ones counting less: time that vehicles spent there, distance that they drove there. */
  linkSeconds: Float64Array;
  linkMetres: Float64Array;
  /** By link: time that it takes now, as drivers are told. */
  linkTimeS: Float64Array;
  /** 1 in the step in which links were closed or opened: all drivers look at their way. Events write it. */
  changed: number;
  /** Rows of routes made in this run, in the order in which they were made: where their links begin in `routeLinks`, how many, and who drives them. */
  routeCount: number;
  routeFirstLink: Int32Array;
  routeLinkCount: Int32Array;
  routeCategory: Uint16Array;
  routeLinkTotal: number;
  routeLinks: Int32Array;
  /** By departure: the route made for it, -1 while it drives its own. */
  routeOf: Int32Array;
  /** By halt: which link of the route that its departure drives now, or SKIPPED. */
  haltRouteIndex: Uint32Array;
}

export const isSkipped = ({ haltRouteIndex }: GuidanceState, halt: number): boolean => haltRouteIndex[halt] === SKIPPED;

/** This halt or the first after it that is served; -1 for none before `endHalt`. */
export function nextServed(guidance: GuidanceState | undefined, halt: number, endHalt: number): number {
  while (guidance !== undefined && halt < endHalt && isSkipped(guidance, halt)) halt++;
  return halt < endHalt ? halt : -1;
}

function hasWideRoundabout(twin: ReadingTwin): boolean {
  for (let lane = 0; lane < twin.lanes.count; lane++) if (isBesideOnRing(twin, lane)) return true;
  return false;
}

const FIRST_ROUTES = 64, FIRST_LINKS = 2048;

/** Undefined where nobody ever leaves the planned way: no driver has guidance, nothing is ever closed, and no roundabout has lanes side by side. */
export function prepareGuidanceState(twin: ReadingTwin, rerouteShare: number): GuidanceState | undefined {
  const { links, departures, halts, events } = twin;
  if (!(rerouteShare > 0) && events.count === 0 && !hasWideRoundabout(twin)) return undefined;
  return {
    nextSurveyS: -Infinity,
    surveys: 0,
    linkSeconds: new Float64Array(links.count),
    linkMetres: new Float64Array(links.count),
    linkTimeS: new Float64Array(links.count),
    changed: 0,
    routeCount: 0,
    routeFirstLink: new Int32Array(FIRST_ROUTES),
    routeLinkCount: new Int32Array(FIRST_ROUTES),
    routeCategory: new Uint16Array(FIRST_ROUTES),
    routeLinkTotal: 0,
    routeLinks: new Int32Array(FIRST_LINKS),
    routeOf: new Int32Array(departures.count).fill(-1),
    haltRouteIndex: Uint32Array.from(halts.routeIndex),
  };
}
