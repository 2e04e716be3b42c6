import { makeTable, tableFrom, type Table } from '../../../engine/foundation/table.ts';
import { conflictColumns, junctionColumns, laneColumns, linkColumns, movementColumns, roadClass, streetColumns, USUAL_VISIBILITY_M } from '../../../engine/twin/streets.ts';
import type { TwinTables } from '../../../engine/twin/twin.ts';
import type { PlannedConflict } from './find-conflicts.ts';
import { heedsStopSigns } from './stop-signs.ts';
import type { PlannedMovement, StreetPlan } from './street-plan.ts';

export type StreetTables = Pick<TwinTables, 'points' | 'junctions' | 'streets' | 'links' | 'lanes' | 'movements' | 'conflicts'>;

/** Movements of all junctions with their conflicts, whose foes count within the junction. */
export interface JunctionMovements { movements: PlannedMovement[]; conflicts: PlannedConflict[][] }

const toMillimetre = (metres: number): number => Math.round(metres * 1000) / 1000;

/** The plan as tables of a twin: movements sorted by lane, then straight, right, left, round; conflicts by movement and foe. */
export function writeStreets(plan: StreetPlan, byJunction: readonly JunctionMovements[]): StreetTables {
  // Points and conflicts are the longest tables by far: an object for each row would fill the memory for a moment.
  const xM: number[] = [], yM: number[] = [];
  const pointsOf = (line: readonly number[]) => {
    const firstPoint = xM.length;
    for (let at = 0; at < line.length; at += 2) {
      xM.push(toMillimetre(line[at]!));
      yM.push(toMillimetre(line[at + 1]!));
    }
    return { firstPoint, pointCount: line.length / 2 };
  };
  const { order, rowOf } = orderMovements(byJunction);
  const conflicts = writeConflicts(order, byJunction, rowOf);
  const firstMovement = new Uint32Array(plan.lanes.length + 1);
  for (const { movement } of order) firstMovement[movement.fromLane + 1]!++;
  for (let lane = 0; lane < plan.lanes.length; lane++) firstMovement[lane + 1]! += firstMovement[lane]!;
  return {
    junctions: tableFrom(junctionColumns, plan.junctions.map(({ name, xM, yM, control }) => ({ name, xM, yM, control, controller: -1, commune: -1 }))),
    streets: tableFrom(streetColumns, plan.streets.map(({ name, way, line, widthM, lengthM }) => ({
      name, class: roadClass[way.class], commune: -1, lengthM, widthM, level: way.level, ...pointsOf(line),
    }))),
    links: tableFrom(linkColumns, plan.links.map(({ name, street, fromJunction, toJunction, lengthM, speedLimitMps, priority, firstLane, laneCount }) => ({
      name, street, fromJunction, toJunction, lengthM, speedLimitMps, priority, firstLane, laneCount,
    }))),
    lanes: tableFrom(laneColumns, plan.lanes.map(({ link, permitted, widthM, line }, row) => ({
      link, lengthM: plan.links[link]!.lengthM, widthM, speedLimitMps: plan.links[link]!.speedLimitMps, permitted,
      firstMovement: firstMovement[row]!, movementCount: firstMovement[row + 1]! - firstMovement[row]!, ...pointsOf(line),
    }))),
    movements: tableFrom(movementColumns, order.map(({ movement }, row) => ({
      fromLane: movement.fromLane, toLane: movement.toLane, junction: movement.junction, turn: movement.turn, signalGroup: -1,
      lengthM: movement.lengthM, speedLimitMps: movement.speedLimitMps, waitAtM: movement.waitAtM, keepsClear: 1, stopsFirst: plan.links[movement.fromLink]!.stopSign && heedsStopSigns(plan.junctions[movement.junction]!.control) ? 1 : 0, visibilityM: USUAL_VISIBILITY_M, permitted: movement.permitted,
      firstConflict: conflicts.first[row]!, conflictCount: conflicts.first[row + 1]! - conflicts.first[row]!, ...pointsOf(movement.line),
    }))),
    conflicts: conflicts.table,
    points: { count: xM.length, xM: Float64Array.from(xM), yM: Float64Array.from(yM) },
  };
}

interface Ordered { movement: PlannedMovement; junction: number; index: number }

function orderMovements(byJunction: readonly JunctionMovements[]): { order: Ordered[]; rowOf: Int32Array[] } {
  const order = byJunction.flatMap(({ movements }, junction) => movements.map((movement, index) => ({ movement, junction, index })));
  order.sort(({ movement: a }, { movement: b }) => a.fromLane - b.fromLane || a.turn - b.turn || a.toLane - b.toLane);
  const rowOf = byJunction.map(({ movements }) => new Int32Array(movements.length));
  order.forEach(({ junction, index }, row) => { rowOf[junction]![index] = row; });
  return { order, rowOf };
}

function writeConflicts(order: readonly Ordered[], byJunction: readonly JunctionMovements[], rowOf: readonly Int32Array[]) {
  const first = new Uint32Array(order.length + 1);
  order.forEach(({ junction, index }, row) => { first[row + 1] = first[row]! + byJunction[junction]!.conflicts[index]!.length; });
  const table: Table<typeof conflictColumns> = makeTable(conflictColumns, first[order.length]!);
  order.forEach(({ junction, index }, movement) => {
    const rows = rowOf[junction]!;
    const here = byJunction[junction]!.conflicts[index]!.sort((one, other) => rows[one.foe]! - rows[other.foe]!);
    here.forEach(({ foe, kind, yields, fromM, untilM }, at) => {
      const row = first[movement]! + at;
      table.movement[row] = movement;
      table.foe[row] = rows[foe]!;
      table.kind[row] = kind;
      table.yields[row] = yields;
      table.fromM[row] = fromM;
      table.untilM[row] = untilM;
    });
  });
  return { table, first };
}
