import { randomShare } from '../../../engine/foundation/random.ts';
import { tableFrom, type RowValues } from '../../../engine/foundation/table.ts';
import { roadClass } from '../../../engine/twin/streets.ts';
import { houseColumns } from '../../../engine/twin/territory.ts';
import type { Twin } from '../../../engine/twin/twin.ts';
import type { BuiltUp } from '../streets/built-up.ts';
import type { QuarterName } from '../streets/settlements.ts';
import { makeClearance } from './clearance.ts';

const SEED = 13;
const PURPOSE = { size: 7601, gap: 7602 } as const;

/** Houses of a quarter: facade, depth, height to the eaves, free space between two, front garden; all in metres, drawn within a third of these. */
interface HouseKind { widthM: number; depthM: number; heightM: number; gapM: number; gardenM: number }

/** Assumed: scenery. */
const KINDS: Readonly<Record<QuarterName, HouseKind>> = {
  medieval: { widthM: 11, depthM: 11, heightM: 12, gapM: 0.5, gardenM: 0.5 },
  faubourg: { widthM: 14, depthM: 12, heightM: 11, gapM: 4, gardenM: 2 },
  estate: { widthM: 42, depthM: 13, heightM: 18, gapM: 24, gardenM: 10 },
  houses: { widthM: 12, depthM: 9, heightM: 5.5, gapM: 9, gardenM: 5 },
  works: { widthM: 46, depthM: 32, heightM: 8, gapM: 26, gardenM: 12 },
  village: { widthM: 13, depthM: 9, heightM: 6, gapM: 8, gardenM: 3 },
};

/** Houses on both sides of the streets where doors open on them, wherever they do not stand in another street. */
export function addHouses(twin: Twin, builtUp: BuiltUp): void {
  const { streets } = twin;
  const isClear = makeClearance(twin);
  const rows: RowValues<typeof houseColumns>[] = [];
  for (let street = 0; street < streets.count; street++) {
    const kind = streets.class[street]!;
    if (kind < roadClass.primary || kind === roadClass.busway || kind === roadClass.tramway) continue;
    for (const side of [1, -1] as const) lineHouses(twin, builtUp, street, side, isClear, rows);
  }
  twin.houses = tableFrom(houseColumns, rows);
}

function lineHouses(twin: Twin, builtUp: BuiltUp, street: number, side: 1 | -1, isClear: ReturnType<typeof makeClearance>, rows: RowValues<typeof houseColumns>[]): void {
  const { streets, points } = twin;
  const first = streets.firstPoint[street]!, last = first + streets.pointCount[street]! - 1;
  const widthM = streets.widthM[street]!;
  let beforeM = 0, nextM = 4;
  for (let point = first; point < last; point++) {
    const ax = points.xM[point]!, ay = points.yM[point]!;
    const eastM = points.xM[point + 1]! - ax, northM = points.yM[point + 1]! - ay, lengthM = Math.sqrt(eastM * eastM + northM * northM);
    if (lengthM < 1) { beforeM += lengthM; continue; }
    const east = eastM / lengthM, north = northM / lengthM;
    for (let place = 0; nextM < beforeM + lengthM; place++) {
      const atM = nextM - beforeM;
      const quarter = builtUp.quarterAt(ax + east * atM, ay + north * atM);
      if (!quarter) { nextM += 30; continue; }
      const base = KINDS[quarter];
      const draw = (tick: number) => 0.75 + 0.5 * randomShare(SEED, PURPOSE.size, street * 2 + (side + 1) / 2, Math.floor(nextM) * 4 + tick);
      const facadeM = base.widthM * draw(0), depthM = base.depthM * draw(1), heightM = base.heightM * draw(2);
      const alongM = atM + facadeM / 2, asideM = side * (widthM / 2 + 2 + base.gardenM * draw(3) + depthM / 2);
      const xM = ax + east * alongM + north * asideM, yM = ay + north * alongM - east * asideM;
      nextM += facadeM + base.gapM * (0.6 + 0.8 * randomShare(SEED, PURPOSE.gap, street, Math.floor(nextM)));
      if (!isClear(xM, yM, facadeM, depthM, east, north) || !builtUp.free(xM, yM)) continue;
      rows.push({ xM: round(xM), yM: round(yM), widthM: round(facadeM), depthM: round(depthM), heightM: round(heightM), facadeEast: east, facadeNorth: north });
    }
    beforeM += lengthM;
  }
}

const round = (metres: number): number => Math.round(metres * 10) / 10;
