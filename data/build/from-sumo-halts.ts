import type { RowValues } from '../../engine/foundation/table.ts';
import type { haltColumns } from '../../engine/twin/demand.ts';
import type { stopColumns } from '../../engine/twin/transit.ts';
import type { SumoBusStop, SumoStop } from '../formats/sumo/demand-records.ts';
import { placeName, type ProblemList } from '../formats/problem-list.ts';
import { lineLengthM, pointOn } from './streets/line.ts';
import type { SumoStreets } from './from-sumo-streets.ts';

export type StopRow = RowValues<typeof stopColumns>;
export type HaltRow = RowValues<typeof haltColumns>;

/** A bus stop as a row of `stops`; undefined, with its problem listed, when its lane is not in the net. */
export function stopRow(stop: SumoBusStop, streets: SumoStreets, shiftM: readonly [number, number], problems: ProblemList): StopRow | undefined {
  const where = placeName(stop.place, `busStop "${stop.id}"`);
  const lane = streets.laneRow.get(stop.lane);
  if (lane === undefined) { problems.error('sumo-unknown-lane', where, { lane: stop.lane }); return undefined; }
  const lengthM = streets.lanes[lane]!.lengthM;
  const within = (positionM: number): number => Math.max(0, Math.min(lengthM, positionM < 0 ? lengthM + positionM : positionM));
  const startM = within(stop.startM ?? 0), endM = within(stop.endM ?? lengthM);
  if (endM < startM) { problems.error('sumo-stop-backwards', where, { startM, endM }); return undefined; }
  const shape = streets.laneShapes[lane]!;
  const [x, y] = pointOn(shape, (lineLengthM(shape) * (startM + endM)) / 2 / lengthM);
  return { name: stop.name || stop.id, code: stop.id, xM: x - shiftM[0], yM: y - shiftM[1], lane, positionM: endM, lengthM: endM - startM };
}

/** Where a `stop` element is: its stop and lane, or why not. */
function placeOf(stop: SumoStop, streets: SumoStreets, stops: readonly StopRow[], stopNumber: ReadonlyMap<string, number>): { stop: number; lane: number; positionM: number } | undefined {
  if (stop.busStop !== '') {
    const row = stopNumber.get(stop.busStop);
    return row === undefined ? undefined : { stop: row, lane: stops[row]!.lane, positionM: stops[row]!.positionM };
  }
  const link = streets.linkRow.get(stop.edge);
  const lane = stop.lane !== '' ? streets.laneRow.get(stop.lane) : link === undefined ? undefined : streets.links[link]!.firstLane;
  if (lane === undefined) return undefined;
  const lengthM = streets.lanes[lane]!.lengthM, endM = stop.endM ?? lengthM;
  return { stop: -1, lane, positionM: Math.max(0, Math.min(lengthM, endM < 0 ? lengthM + endM : endM)) };
}

/** What a vehicle's stops need to become halts. `untilOffsetS`: what is added to the times of its stops. */
export interface HaltContext {
  streets: SumoStreets;
  stops: readonly StopRow[];
  stopNumber: ReadonlyMap<string, number>;
  problems: ProblemList;
}

/** The planned standstills of one vehicle, each found on its route in order; those that are not there are listed. */
export function haltsOf(list: readonly SumoStop[], links: readonly number[], untilOffsetS: number, vehicle: string, context: HaltContext): HaltRow[] {
  const { streets, stops, stopNumber, problems } = context;
  const halts: HaltRow[] = [];
  let routeIndex = 0, positionM = -1;
  for (const stop of list) {
    const where = placeName(stop.place, `vehicle "${vehicle}"`), name = stop.busStop || stop.lane || stop.edge;
    const at = placeOf(stop, streets, stops, stopNumber);
    if (at === undefined) { problems.error('sumo-unknown-stop', where, { stop: name }); continue; }
    const link = streets.lanes[at.lane]!.link;
    let index = routeIndex;
    while (index < links.length && (links[index] !== link || (index === routeIndex && at.positionM < positionM))) index++;
    if (index === links.length) { problems.error('sumo-stop-not-on-route', where, { stop: name }); continue; }
    routeIndex = index;
    positionM = at.positionM;
    halts.push({
      stop: at.stop, lane: at.lane, positionM, dwellS: stop.durationS,
      untilS: stop.untilS < 0 ? -1 : stop.untilS + untilOffsetS, routeIndex,
    });
  }
  return halts;
}
