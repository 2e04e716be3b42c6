import { eastM, northM, type FlatMap } from '../../../engine/foundation/flat-map.ts';
import { tableFrom } from '../../../engine/foundation/table.ts';
import { areaColumns, landUse } from '../../../engine/twin/territory.ts';
import type { Twin } from '../../../engine/twin/twin.ts';
import { appendPoints } from '../../build/append-points.ts';
import { areaFacts, waterLines } from '../facts/areas.ts';
import { smoothLine, type Point } from '../streets/draw-roads.ts';
import type { Outline } from './outline.ts';

export const outlineOnMap = (map: FlatMap, corners: readonly (readonly [number, number])[]): Outline =>
  corners.map(([latitudeDeg, longitudeDeg]) => ({ xM: eastM(map, longitudeDeg), yM: northM(map, latitudeDeg) }));

export const waterLine = (map: FlatMap, corners: readonly (readonly [number, number])[]): Point[] =>
  smoothLine(outlineOnMap(map, corners).map(({ xM, yM }) => [xM, yM] as const));

/** Rivers and canals as ribbons, then parks, woods, fields and works, all with rounded corners. */
export function addAreas(twin: Twin): void {
  const { facts } = twin;
  const areas = [
    ...areaFacts.map(({ name, use, outlineDeg }) => ({ name, use: landUse[use], outline: use === 'square' ? outlineOnMap(facts, outlineDeg) : rounded(outlineOnMap(facts, outlineDeg)) })),
    ...waterLines.map(({ name, widthM, cornersDeg }) => ({ name, use: landUse.water, outline: ribbon(waterLine(facts, cornersDeg), widthM) })),
  ];
  let firstPoint = appendPoints(twin, areas.flatMap(({ outline }) => outline));
  twin.areas = tableFrom(areaColumns, areas.map(({ name, use, outline }) => {
    const row = { name, use, firstPoint, pointCount: outline.length };
    firstPoint += outline.length;
    return row;
  }));
}

/** Cuts every corner twice (Chaikin 1974). */
function rounded(outline: Outline): Outline {
  const cut = (corners: Outline): Outline => corners.flatMap((from, index) => {
    const to = corners[(index + 1) % corners.length]!;
    const between = (share: number) => ({ xM: from.xM + share * (to.xM - from.xM), yM: from.yM + share * (to.yM - from.yM) });
    return [between(0.25), between(0.75)];
  });
  return cut(cut(outline));
}

function ribbon(line: readonly Point[], widthM: number): Outline {
  const beside = (asideM: number) => line.map(([xM, yM], index) => {
    const [ax, ay] = line[Math.max(0, index - 1)]!, [bx, by] = line[Math.min(line.length - 1, index + 1)]!;
    const eastM = bx - ax, northM = by - ay, lengthM = Math.sqrt(eastM * eastM + northM * northM);
    return { xM: xM + (northM * asideM) / lengthM, yM: yM - (eastM * asideM) / lengthM };
  });
  return [...beside(widthM / 2), ...beside(-widthM / 2).reverse()];
}
