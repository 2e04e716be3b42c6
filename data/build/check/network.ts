import { conflictKind } from '../../../engine/twin/streets.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { ProblemList } from '../../formats/problem-list.ts';

/** One bit each in a number of 32, and steps to the best lane in a byte. */
const MOST_LANES = 30;
/** A drawn line may differ from the length that vehicles drive by this much before it is worth a word. */
const PLAUSIBLE_SHARE = 2, PLAUSIBLE_M = 20;
/** Positions are rounded to the millimetre here and there. */
const ROUNDING_M = 0.01;

/** A route says by a byte which movement of a lane it takes. */
const MOST_MOVEMENTS = 127;

function drawnLengthM(twin: ReadingTwin, firstPoint: number, pointCount: number): number {
  const { xM, yM } = twin.points;
  let lengthM = 0;
  for (let point = firstPoint + 1; point < firstPoint + pointCount; point++) {
    const dx = xM[point]! - xM[point - 1]!, dy = yM[point]! - yM[point - 1]!;
    lengthM += Math.sqrt(dx * dx + dy * dy);
  }
  return lengthM;
}

function checkLinksAndLanes(twin: ReadingTwin, problems: ProblemList): void {
  const { links, lanes } = twin;
  for (let link = 0; link < links.count; link++) {
    const where = `links: row ${link} "${links.name[link]}"`;
    if (!(links.lengthM[link]! > 0)) problems.error('twin-no-length', where, {});
    if (!(links.speedLimitMps[link]! > 0)) problems.error('twin-no-speed', where, {});
    if (links.laneCount[link] === 0) problems.error('twin-link-without-lanes', where, {});
    if (links.laneCount[link]! > MOST_LANES) problems.error('twin-too-many-lanes', where, { lanes: links.laneCount[link]!, most: MOST_LANES });
    if (links.fromJunction[link]! < 0 || links.toJunction[link]! < 0) problems.error('twin-link-without-junction', where, {});
    if (links.street[link]! < 0) problems.error('twin-link-without-street', where, {});
  }
  for (let lane = 0; lane < lanes.count; lane++) {
    const where = `lanes: row ${lane} of link "${links.name[lanes.link[lane]!] ?? ''}"`;
    const lengthM = lanes.lengthM[lane]!, drawnM = drawnLengthM(twin, lanes.firstPoint[lane]!, lanes.pointCount[lane]!);
    if (!(lengthM > 0)) problems.error('twin-no-length', where, {});
    if (!(lanes.speedLimitMps[lane]! > 0)) problems.error('twin-no-speed', where, {});
    if (lanes.movementCount[lane]! > MOST_MOVEMENTS) problems.error('twin-too-many-movements', where, { count: lanes.movementCount[lane]!, most: MOST_MOVEMENTS });
    if (lanes.pointCount[lane]! < 2) problems.error('twin-line-without-shape', where, {});
    const differs = Math.abs(drawnM - lengthM) > PLAUSIBLE_M && (drawnM > lengthM * PLAUSIBLE_SHARE || lengthM > drawnM * PLAUSIBLE_SHARE);
    if (differs) problems.warning('twin-length-differs', where, { lengthM: Math.round(lengthM), drawnM: Math.round(drawnM) });
  }
}

function checkMovements(twin: ReadingTwin, problems: ProblemList): void {
  const { movements, lanes, links, junctions, controllers } = twin;
  for (let movement = 0; movement < movements.count; movement++) {
    const fromLane = movements.fromLane[movement]!, toLane = movements.toLane[movement]!, junction = movements.junction[movement]!;
    const where = `movements: row ${movement}`;
    if (fromLane < 0 || toLane < 0 || junction < 0) { problems.error('twin-movement-loose', where, {}); continue; }
    if (links.toJunction[lanes.link[fromLane]!] !== junction || links.fromJunction[lanes.link[toLane]!] !== junction) {
      problems.error('twin-movement-elsewhere', where, { junction: junctions.name[junction]! });
    }
    if (!(movements.lengthM[movement]! > 0)) problems.error('twin-no-length', where, {});
    if (!(movements.speedLimitMps[movement]! > 0)) problems.error('twin-no-speed', where, {});
    if (movements.pointCount[movement]! < 2) problems.error('twin-line-without-shape', where, {});
    const waitAtM = movements.waitAtM[movement]!;
    if (!(waitAtM >= 0 && waitAtM <= movements.lengthM[movement]!)) problems.error('twin-wait-outside', where, { waitAtM });
    const group = movements.signalGroup[movement]!, controller = junctions.controller[junction]!;
    if (group >= 0 && (controller < 0 || group >= controllers.groupCount[controller]!)) problems.error('twin-no-such-group', where, { group });
  }
}

/** Every pair of conflicting movements stands under both, at one junction, with its area inside the movement. */
function checkConflicts(twin: ReadingTwin, problems: ProblemList): void {
  const { conflicts, movements } = twin;
  const pairs = new Set<number>();
  for (let row = 0; row < conflicts.count; row++) pairs.add(conflicts.movement[row]! * movements.count + conflicts.foe[row]!);
  for (let row = 0; row < conflicts.count; row++) {
    const movement = conflicts.movement[row]!, foe = conflicts.foe[row]!, where = `conflicts: row ${row}`;
    if (foe < 0 || foe === movement || movements.junction[foe] !== movements.junction[movement]) { problems.error('twin-conflict-elsewhere', where, {}); continue; }
    if (!pairs.has(foe * movements.count + movement)) problems.error('twin-conflict-one-sided', where, {});
    const fromM = conflicts.fromM[row]!, untilM = conflicts.untilM[row]!;
    if (!(fromM >= 0 && fromM <= untilM && untilM <= movements.lengthM[movement]! + ROUNDING_M)) problems.error('twin-conflict-outside', where, { fromM, untilM });
    const kind = conflicts.kind[row]!;
    if ((kind === conflictKind.merge) !== (movements.toLane[foe] === movements.toLane[movement] && movements.fromLane[foe] !== movements.fromLane[movement])
      && kind !== conflictKind.diverge) problems.error('twin-conflict-kind', where, {});
  }
}

/** Links, lanes, movements and conflicts of a twin whose rows are in order. */
export function checkNetwork(twin: ReadingTwin, problems: ProblemList): void {
  checkLinksAndLanes(twin, problems);
  checkMovements(twin, problems);
  checkConflicts(twin, problems);
}
