import { randomShare } from '../../engine/foundation/random.ts';
import { copyTable, pickRows } from '../../engine/foundation/table.ts';
import { departureColumns, haltColumns } from '../../engine/twin/demand.ts';
import { tripColumns } from '../../engine/twin/transit.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { HOUR_S, type DemandCells } from './demand-cells.ts';

/** What draws are for. */
const PURPOSE = { firstShare: 7301, departure: 7302 } as const;

/** A copied trip leaves at most this much before or after the original. */
const APART_S = 450;

interface Plan { from: number[]; departS: number[]; copy: number[] }

/** A twin in which each cell of the demand has `factor` times its departures: trips are dropped, or copied and moved a little in time. */
export function scaleDepartures(twin: ReadingTwin, cells: DemandCells, factor: ArrayLike<number>): Twin {
  const plan = planDepartures(twin, cells, factor);
  const order = Uint32Array.from(plan.from.keys()).sort((one, other) =>
    plan.departS[one]! - plan.departS[other]! || plan.from[one]! - plan.from[other]! || plan.copy[one]! - plan.copy[other]!);
  return writeDepartures(twin, plan, order);
}

/**
 * How often each departure stands in the new demand. What is left over of one cell goes on to the next, in the order of routes
 * and hours: sums over neighbours come out to within one trip, however small the cells are.
 */
function planDepartures(twin: ReadingTwin, cells: DemandCells, factor: ArrayLike<number>): Plan {
  const { departures } = twin;
  const plan: Plan = { from: [], departS: [], copy: [] };
  const scaled: number[] = [];
  for (let row = 0; row < departures.count; row++) {
    if (cells.cellOf[row]! >= 0) scaled.push(row);
    else add(plan, row, departures.departS[row]!, 0);
  }
  scaled.sort((one, other) => departures.route[one]! - departures.route[other]! || one - other);
  const restOfHour = new Map<number, number>();
  for (const row of scaled) {
    const cell = cells.cellOf[row]!, hour = cells.hour[cell]!;
    const due = (restOfHour.get(hour) ?? randomShare(0, PURPOSE.firstShare, hour, 0)) + factor[cell]!, times = Math.floor(due);
    restOfHour.set(hour, due - times);
    for (let copy = 0; copy < times; copy++) add(plan, row, copy === 0 ? departures.departS[row]! : movedS(departures.departS[row]!, row, copy), copy);
  }
  return plan;
}

function add(plan: Plan, row: number, departS: number, copy: number): void {
  plan.from.push(row);
  plan.departS.push(departS);
  plan.copy.push(copy);
}

/** Another time in the same hour. */
function movedS(departS: number, row: number, copy: number): number {
  const hourS = Math.floor(departS / HOUR_S) * HOUR_S;
  const fromS = Math.max(hourS, departS - APART_S), untilS = Math.min(hourS + HOUR_S - 0.1, departS + APART_S);
  return Math.round((fromS + (untilS - fromS) * randomShare(0, PURPOSE.departure, row, copy)) * 10) / 10;
}

/** What the columns hold is copied whatever they are: only what changes with the order of rows is written anew. */
function writeDepartures(twin: ReadingTwin, plan: Plan, order: Uint32Array): Twin {
  const { departures: old, trips: oldTrips } = twin, from = Array.from(order, (planned) => plan.from[planned]!);
  const rowNow = new Int32Array(old.count).fill(-1);
  order.forEach((planned, row) => { if (plan.copy[planned] === 0) rowNow[plan.from[planned]!] = row; });
  const departures = pickRows(departureColumns, old, from), trips = copyTable(tripColumns, oldTrips);
  const halts = pickRows(haltColumns, twin.halts, from.flatMap((before) => Array.from({ length: old.haltCount[before]! }, (_, at) => old.firstHalt[before]! + at)));
  let firstHalt = 0;
  order.forEach((planned, row) => {
    const before = from[row]!, copy = plan.copy[planned]!;
    departures.name[row] = copy === 0 || old.name[before] === '' ? old.name[before]! : `${old.name[before]} +${copy}`;
    departures.departS[row] = plan.departS[planned]!;
    departures.after[row] = old.after[before]! < 0 ? -1 : rowNow[old.after[before]!]!;
    departures.firstHalt[row] = firstHalt;
    firstHalt += old.haltCount[before]!;
    if (old.trip[before]! >= 0) trips.departure[old.trip[before]!] = row;
  });
  return { ...(twin as Twin), departures, halts, trips };
}
