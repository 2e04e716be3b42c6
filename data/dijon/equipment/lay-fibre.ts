import { tableFrom, type RowValues } from '../../../engine/foundation/table.ts';
import { fibreColumns, fibreEnd } from '../../../engine/twin/equipment.ts';
import { junctionControl } from '../../../engine/twin/streets.ts';
import type { Twin } from '../../../engine/twin/twin.ts';
import { appendPoints } from '../../build/append-points.ts';
import { cableTree, type Cable, type CableEnd } from '../../build/equipment-tree.ts';
import { equipmentFigures } from '../facts/equipment.ts';

/** Junctions at which equipment stands, by row of its table. */
export interface FibreEnds { cameras: readonly number[]; buildings: readonly number[]; bollards: readonly number[]; ordinary: readonly number[] }

/** A tree of cables along the streets from the control post to signals, cameras, buildings and bollards, as far as the published length reaches. */
export function layFibre(twin: Twin, { cameras, buildings, bollards, ordinary }: FibreEnds): void {
  const { junctions } = twin;
  const at = (kind: number, where: readonly number[]): CableEnd[] => where.map((junction, row) => ({ kind, row, junction }));
  const signals: CableEnd[] = [];
  for (let junction = 0; junction < junctions.count; junction++) {
    if (junctions.control[junction] === junctionControl.signals && junctions.commune[junction]! >= 0) signals.push({ kind: fibreEnd.junction, row: junction, junction });
  }
  const root: CableEnd = { kind: fibreEnd.controlPost, row: 0, junction: nearestJunction(twin, ordinary) };
  const ends = [...signals, ...at(fibreEnd.camera, cameras), ...at(fibreEnd.building, buildings), ...at(fibreEnd.bollardSite, bollards)];
  const cables = cableTree(twin, root, ends, equipmentFigures.fibreM.value);
  const lines = cables.map((cable) => cableLine(twin, cable));
  let firstPoint = appendPoints(twin, lines.flat());
  twin.fibres = tableFrom(fibreColumns, cables.map(({ from, to, lengthM }, row): RowValues<typeof fibreColumns> => {
    const cable = { lengthM, fromKind: from.kind, fromRow: from.row, toKind: to.kind, toRow: to.row, firstPoint, pointCount: lines[row]!.length };
    firstPoint += cable.pointCount;
    return cable;
  }));
}

function nearestJunction({ controlPosts, junctions }: Twin, candidates: readonly number[]): number {
  let best = candidates[0]!, best2 = Infinity;
  for (const junction of candidates) {
    const eastM = junctions.xM[junction]! - controlPosts.xM[0]!, northM = junctions.yM[junction]! - controlPosts.yM[0]!, away2 = eastM * eastM + northM * northM;
    if (away2 < best2) { best = junction; best2 = away2; }
  }
  return best;
}

/** The corners of the streets that a cable follows, from its start on; two ends at one junction are joined by a patch of no length. */
function cableLine({ streets, points, junctions }: Twin, { streets: rows, startJunction }: Cable): { xM: number; yM: number }[] {
  const line = [{ xM: junctions.xM[startJunction]!, yM: junctions.yM[startJunction]! }];
  for (const street of rows) {
    const corners = Array.from({ length: streets.pointCount[street]! }, (_, index) => {
      const point = streets.firstPoint[street]! + index;
      return { xM: points.xM[point]!, yM: points.yM[point]! };
    });
    const end = line[line.length - 1]!;
    const away2 = ({ xM, yM }: { xM: number; yM: number }) => (xM - end.xM) * (xM - end.xM) + (yM - end.yM) * (yM - end.yM);
    if (away2(corners[0]!) > away2(corners[corners.length - 1]!)) corners.reverse();
    line.push(...corners);
  }
  return line.length > 1 ? line : [...line, { ...line[0]! }];
}
