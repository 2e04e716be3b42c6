import { f32, f64, rowOf, text, u16, u32, type Table } from '../foundation/table.ts';

/** Street lights as they stand. */
export const lampColumns = {
  name: text('number on the column'),
  xM: f64('east of the origin'),
  yM: f64('north of the origin'),
  street: rowOf('streets', 'the street that this lamp is meant to light; -1 for a square or a path'),
  cabinet: rowOf('cabinets', 'the cabinet that feeds it'),
  zone: rowOf('lightingZones', 'the zone whose dimming schedule it follows'),
  heightM: f32('light source above the road surface'),
  ratedPowerW: f32('LED, at full output, driver losses included'),
  powerBeforeW: f32('of the lamp that the LED replaced, gear losses included'),
  ratedFluxLm: f32('LED, at full output, when new'),
};

/** A cabinet: where a group of lamps is fed and switched. */
export const cabinetColumns = {
  name: text('number of the cabinet'),
  xM: f64('east of the origin'),
  yM: f64('north of the origin'),
  commune: rowOf('communes', 'where it stands'),
};

/** A lighting zone: lamps that follow one dimming schedule. */
export const lightingZoneColumns = {
  name: text('short name used in scenarios, e.g. "residential"'),
  firstLevel: u32('first row in `dimmingLevels`'),
  levelCount: u16('rows in `dimmingLevels`'),
};

/** A dimming schedule: from this clock time on, until the next row of the zone, lamps that burn give this output. */
export const dimmingLevelColumns = {
  fromS: f64('clock time, seconds since midnight, 0 to 86,400; sorted within a zone; the last row of the day holds past midnight'),
  outputShare: f64('0 off, 1 full output'),
};

export type Lamps = Table<typeof lampColumns>;
export type Cabinets = Table<typeof cabinetColumns>;
export type LightingZones = Table<typeof lightingZoneColumns>;
export type DimmingLevels = Table<typeof dimmingLevelColumns>;
