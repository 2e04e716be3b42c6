import { codeOf, f32, f64, i32, rowOf, text, u32, yesNo, type Table } from '../foundation/table.ts';

export const communeColumns = {
  name: text('official name'),
  code: text('INSEE code'),
  population: i32('municipal population'),
  areaKm2: f64('of the territory'),
  xM: f64('of the centre, east of the origin'),
  yM: f64('of the centre, north of the origin'),
  firstPoint: u32('first corner of the outline'),
  pointCount: u32('corners of the outline'),
};

/** Houses: what stands along the streets, as boxes. Scenery: nothing is computed from them. */
export const houseColumns = {
  xM: f64('of the centre, east of the origin'),
  yM: f64('of the centre, north of the origin'),
  widthM: f32('along the facade'),
  depthM: f32('away from the street'),
  heightM: f32('to the eaves'),
  facadeEast: f32('east part of the unit vector along the facade'),
  facadeNorth: f32('north part of the unit vector along the facade'),
};

export const landUse = { water: 0, park: 1, forest: 2, square: 3, industry: 4, field: 5 } as const;

/** Areas: water, parks, forests. Scenery. */
export const areaColumns = {
  name: text('what people call it'),
  use: codeOf(landUse, 'what it is'),
  firstPoint: u32('first corner of the outline'),
  pointCount: u32('corners of the outline'),
};

/** Public buildings operated for safety and security from the control post. */
export const buildingColumns = {
  name: text('what it is'),
  xM: f64('east of the origin'),
  yM: f64('north of the origin'),
  renovated: yesNo('whether renovated under the contract'),
  commune: rowOf('communes', 'where it stands'),
};

export type Communes = Table<typeof communeColumns>;
export type Houses = Table<typeof houseColumns>;
export type Areas = Table<typeof areaColumns>;
export type Buildings = Table<typeof buildingColumns>;
