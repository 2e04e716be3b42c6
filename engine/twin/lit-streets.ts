import { codeOf, f32, f64, rowOf, u8, yesNo, type Table } from '../foundation/table.ts';

/** How luminaires stand along a road (EN 13201-3, 7.1.2; CIE 140). */
export const lampArrangement = { singleSided: 0, opposite: 1, staggered: 2, twinCentral: 3, catenary: 4 } as const;

/** Road surfaces by their reduced-luminance table (CIE 144). */
export const roadSurface = { r1: 0, r2: 1, r3: 2, r4: 3, c1: 4, c2: 5 } as const;

/** Luminosity of the surroundings (CEN/TR 13201-1). */
export const ambientLuminosity = { low: 0, moderate: 1, high: 2 } as const;

/** Lighting classes of EN 13201-2: by family and number. */
export const lightingFamily = { motorised: 0, conflict: 1, pedestrian: 2 } as const;

/**
 * Streets that are lit, each with the regular installation that stands for its lamps and what chooses its lighting class (CEN/TR 13201-1:2014,
 * tables 1 to 3). One row a street that has lamps; rows in the order of the streets.
 */
export const litStreetColumns = {
  street: rowOf('streets', 'the street lit'),
  luminaire: rowOf('luminaires', 'of most of its lamps'),
  zone: rowOf('lightingZones', 'of most of its lamps, -1 none'),
  arrangement: codeOf(lampArrangement, 'how its lamps stand'),
  surface: codeOf(roadSurface, 'what the carriageway reflects like'),
  spacingM: f64('from one luminaire to the next on the same side'),
  longestGapM: f64('from one luminaire to the next along it, on whichever side, its ends included: far above what the spacing says where lamps stand irregularly'),
  heightM: f64('light source above the road surface'),
  widthM: f64('of the carriageway'),
  laneCount: u8('lanes of the carriageway, both directions together'),
  overhangM: f64('of the light source beyond the kerb over the carriageway; below 0 behind the kerb'),
  tiltDeg: f64('of the luminaire, upward from level'),
  fluxLm: f64('of one luminaire at full output, when new'),
  maintenanceFactor: f64('of light at the end of a maintenance cycle over light when new'),
  family: codeOf(lightingFamily, 'which kind of class fits its users'),
  classIndex: u8('number of its design class: 3 for M3, C3 or P3'),
  isSeparated: yesNo('whether carriageways are separated'),
  hasParkedCars: yesNo('whether cars park on it'),
  ambientLuminosity: codeOf(ambientLuminosity, 'of what stands around it'),
  speedLimitMps: f64('posted, of the faster direction'),
  junctionsPerKm: f64('side streets and crossings on each kilometre'),
  sharedShare: f32('of users who are not motorised, 0 to 1: chooses the weight of traffic composition'),
};
export type LitStreets = Table<typeof litStreetColumns>;
