import { tableFrom } from '../../../engine/foundation/table.ts';
import { houseColumns, type Houses } from '../../../engine/twin/territory.ts';

type Corner = { xM: number; yM: number };

/** Outlines become boxes along their longest wall: scenery, nothing is computed from it. */
export function housesFrom(buildings: readonly { outline: readonly Corner[]; heightM: number }[]): Houses {
  return tableFrom(houseColumns, buildings.map(({ outline, heightM }) => ({ ...boxAround(outline), heightM })));
}

function boxAround(outline: readonly Corner[]) {
  const wall = longestWall(outline);
  let low = Infinity, high = -Infinity, near = Infinity, far = -Infinity;
  for (const { xM, yM } of outline) {
    const along = xM * wall.east + yM * wall.north, away = yM * wall.east - xM * wall.north;
    low = Math.min(low, along);
    high = Math.max(high, along);
    near = Math.min(near, away);
    far = Math.max(far, away);
  }
  const along = (low + high) / 2, away = (near + far) / 2;
  return {
    xM: along * wall.east - away * wall.north,
    yM: along * wall.north + away * wall.east,
    widthM: high - low,
    depthM: far - near,
    facadeEast: wall.east,
    facadeNorth: wall.north,
  };
}

/** Unit vector along the longest side of the outline. */
function longestWall(outline: readonly Corner[]): { east: number; north: number } {
  let best = { east: 1, north: 0, lengthM: 0 };
  outline.forEach((from, index) => {
    const to = outline[(index + 1) % outline.length]!;
    const east = to.xM - from.xM, north = to.yM - from.yM;
    const lengthM = Math.sqrt(east * east + north * north);
    if (lengthM > best.lengthM) best = { east: east / lengthM, north: north / lengthM, lengthM };
  });
  return best;
}
