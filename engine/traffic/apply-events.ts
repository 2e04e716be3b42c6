import type { CityState } from '../state/city-state.ts';
import { brakeGapM } from './car-following.ts';
import { layEvents, nextEventS } from './lay-events.ts';
import { guideLink, isLastRow, movementFrom, readReach } from './route-guide.ts';
import type { Traffic } from './traffic.ts';
import { waitAnew } from './wait-anew.ts';

/** At the times at which events begin or end: roads become what they say, and everyone on them looks at the way anew. */
export function applyEvents(traffic: Traffic, state: CityState): void {
  const { events } = state, { twin, roads } = traffic;
  if (events === undefined || state.timeS < events.nextS) return;
  events.nextS = nextEventS(twin, state.timeS);
  waitAnew(traffic, state);
  const changed = layEvents(twin, roads, events.nextS);
  if (!changed) return;
  if (state.guidance) state.guidance.changed = 1;
  lookAnew(traffic, state, redoGuide(traffic, changed));
}

/** The roads of a run that is taken up again: as they were when it was put aside. */
export function restoreEvents(traffic: Traffic, { events }: CityState): void {
  if (events === undefined) return;
  const changed = layEvents(traffic.twin, traffic.roads, events.nextS);
  if (changed) redoGuide(traffic, changed);
}

/** Works out the rows of the route guide that touch these links, and those before them as far as it matters; returns which. */
function redoGuide({ twin, roads: { guide } }: Traffic, changedLinks: Uint8Array): Uint8Array {
  const redone = new Uint8Array(guide.rowCount);
  for (let row = guide.rowCount - 1; row >= 0; row--) {
    const isLast = isLastRow(guide, row), link = guide.link[row]!;
    if (changedLinks[link] === 0 && (isLast || (redone[row + 1] === 0 && changedLinks[guide.link[row + 1]!] === 0))) continue;
    const first = guide.firstEntry[row]!, end = first + twin.links.laneCount[link]!;
    const reachM = guide.reachM.slice(first, end), lanesToBest = guide.lanesToBest.slice(first, end), onBy = guide.onBy.slice(first, end);
    guideLink(twin, guide, row);
    for (let entry = first; entry < end; entry++) {
      if (guide.reachM[entry] !== reachM[entry - first] || guide.lanesToBest[entry] !== lanesToBest[entry - first] || guide.onBy[entry] !== onBy[entry - first]) redone[row] = 1;
    }
  }
  return redone;
}

/** Who can still stop at ease goes by what the guide says now; who cannot drives on as decided before. */
function lookAnew({ roads, twin, stepS }: Traffic, { vehicles }: CityState, redone: Uint8Array): void {
  const { laneCount, placeLengthM } = roads;
  for (let slot = 0; slot < vehicles.count; slot++) {
    const lane = vehicles.place[slot]!, row = vehicles.guideRow[slot]!;
    if (vehicles.departure[slot]! < 0 || lane >= laneCount || redone[row] === 0) continue;
    readReach(roads, twin, vehicles, slot, lane);
    if (row === vehicles.guideEndRow[slot]) continue;
    vehicles.jamBeyondM[slot] = -1;
    const brakingMps2 = twin.vehicleTypes.decelerationMps2[vehicles.vehicleType[slot]!]!;
    if (vehicles.nextMovement[slot]! >= 0 && brakeGapM(vehicles.speedMps[slot]!, brakingMps2, 0, stepS) > placeLengthM[lane]! - vehicles.positionM[slot]!) continue;
    vehicles.nextMovement[slot] = movementFrom({ roads, twin }, lane, row);
  }
}
