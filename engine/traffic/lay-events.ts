import { eventKind } from '../twin/events.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import type { Roads } from './roads.ts';

/**
 * Makes the roads what events say between the last event before `nextS` and `nextS`: who may come onto which lane, limits,
 * blocked stretches. A function of the twin and that time alone, so a run taken up again finds the same roads.
 * Returns by link whether someone may come onto it now who could not before, or the other way round; undefined where nothing of that kind changed.
 */
export function layEvents(twin: ReadingTwin, roads: Roads, nextS: number): Uint8Array | undefined {
  const { events, links, lanes } = twin, { guide } = roads, before = guide.permitted.slice();
  forEachLane(twin, (_, lane) => {
    guide.permitted[lane] = lanes.permitted[lane]!;
    roads.placeLimitMps[lane] = lanes.speedLimitMps[lane]!;
    if (roads.blockages) { roads.blockages.fromM[lane] = Infinity; roads.blockages.untilM[lane] = -Infinity; }
  });
  forEachLane(twin, (event, lane) => {
    if (!(events.fromS[event]! < nextS && events.untilS[event]! >= nextS)) return;
    if (events.kind[event] === eventKind.closure) guide.permitted[lane]! &= events.permitted[event]!;
    else if (events.kind[event] === eventKind.speedLimit) roads.placeLimitMps[lane] = events.speedLimitMps[event]!;
    else if (events.kind[event] === eventKind.incident) {
      roads.blockages!.fromM[lane] = Math.min(roads.blockages!.fromM[lane]!, events.fromM[event]!);
      roads.blockages!.untilM[lane] = Math.max(roads.blockages!.untilM[lane]!, events.untilM[event]!);
    }
  });
  let changed: Uint8Array | undefined;
  forEachLane(twin, (_, lane) => {
    if (guide.permitted[lane] === before[lane]) return;
    changed ??= new Uint8Array(links.count);
    changed[lanes.link[lane]!] = 1;
  });
  for (let link = 0; changed && link < links.count; link++) if (changed[link]) guide.closedTo[link] = closedTo(twin, guide.permitted, link);
  return changed;
}

function forEachLane({ events, links }: ReadingTwin, tell: (event: number, lane: number) => void): void {
  for (let event = 0; event < events.count; event++) {
    if (events.kind[event] === eventKind.detour) continue;
    if (events.lane[event]! >= 0) { tell(event, events.lane[event]!); continue; }
    const link = events.link[event]!, first = links.firstLane[link]!;
    for (let lane = first; lane < first + links.laneCount[link]!; lane++) tell(event, lane);
  }
}

/** Categories for which the twin has a lane on the link and now none is left. */
function closedTo({ links, lanes }: ReadingTwin, permitted: Uint32Array, link: number): number {
  let ever = 0, now = 0;
  for (let lane = links.firstLane[link]!; lane < links.firstLane[link]! + links.laneCount[link]!; lane++) {
    ever |= lanes.permitted[lane]!;
    now |= permitted[lane]!;
  }
  return ever & ~now;
}

/** The next time after `timeS` at which an event begins or ends. */
export function nextEventS({ events }: ReadingTwin, timeS: number): number {
  let nextS = Infinity;
  for (let event = 0; event < events.count; event++) {
    if (events.fromS[event]! > timeS) nextS = Math.min(nextS, events.fromS[event]!);
    if (events.untilS[event]! > timeS) nextS = Math.min(nextS, events.untilS[event]!);
  }
  return nextS;
}
