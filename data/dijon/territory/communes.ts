import { eastM, northM } from '../../../engine/foundation/flat-map.ts';
import { tableFrom } from '../../../engine/foundation/table.ts';
import { communeColumns } from '../../../engine/twin/territory.ts';
import type { Twin } from '../../../engine/twin/twin.ts';
import { appendPoints } from '../../build/append-points.ts';
import { communeFacts } from '../facts/communes.ts';
import { holdsPoint, type Outline } from './outline.ts';

/** The communes, and which of them every junction and street lies in. */
export function addCommunes(twin: Twin): void {
  const { facts } = twin;
  const outlines: Outline[] = communeFacts.map(({ outlineDeg }) => outlineDeg.map(([latitudeDeg, longitudeDeg]) => ({ xM: eastM(facts, longitudeDeg), yM: northM(facts, latitudeDeg) })));
  let firstPoint = appendPoints(twin, outlines.flat());
  twin.communes = tableFrom(communeColumns, communeFacts.map(({ name, code, population, areaKm2, centreDeg }, commune) => {
    const row = { name, code, population, areaKm2, xM: eastM(facts, centreDeg[1]), yM: northM(facts, centreDeg[0]), firstPoint, pointCount: outlines[commune]!.length };
    firstPoint += row.pointCount;
    return row;
  }));
  const { junctions, streets, points } = twin;
  const communeAt = (xM: number, yM: number): number => outlines.findIndex((outline) => holdsPoint(outline, xM, yM));
  for (let junction = 0; junction < junctions.count; junction++) junctions.commune[junction] = communeAt(junctions.xM[junction]!, junctions.yM[junction]!);
  for (let street = 0; street < streets.count; street++) {
    // The middle of a street decides: few cross a boundary, and none of those lies half and half for long.
    const before = streets.firstPoint[street]! + ((streets.pointCount[street]! - 1) >> 1), after = before + 1;
    streets.commune[street] = communeAt((points.xM[before]! + points.xM[after]!) / 2, (points.yM[before]! + points.yM[after]!) / 2);
  }
}
