import { codeOf, f64, rowOf, text, u32, type Table } from '../foundation/table.ts';

export const fibreEnd = { controlPost: 0, cabinet: 1, junction: 2, camera: 3, building: 4, bollardSite: 5 } as const;

/** Optical fibre between two pieces of equipment, laid along streets. */
export const fibreColumns = {
  lengthM: f64('along the cable'),
  fromKind: codeOf(fibreEnd, 'what it starts at'),
  fromRow: rowOf('(table of fromKind)', 'which one'),
  toKind: codeOf(fibreEnd, 'what it ends at'),
  toRow: rowOf('(table of toKind)', 'which one'),
  firstPoint: u32('first corner of the cable'),
  pointCount: u32('corners of the cable'),
};

export const cameraColumns = {
  name: text('number of the camera'),
  xM: f64('east of the origin'),
  yM: f64('north of the origin'),
  commune: rowOf('communes', 'where it stands'),
};

/** Bollard sites: where access to a pedestrian zone is closed by bollards. */
export const bollardSiteColumns = {
  name: text('street'),
  xM: f64('east of the origin'),
  yM: f64('north of the origin'),
  link: rowOf('links', 'the link it closes'),
  pedestrianZone: rowOf('pedestrianZones', 'the zone behind it'),
};

export const pedestrianZoneColumns = {
  name: text('what people call it'),
  firstPoint: u32('first corner of the outline'),
  pointCount: u32('corners of the outline'),
};

/** What a municipal vehicle carries. */
export const carriedEquipment = { geolocation: 0, radio: 1 } as const;

/** Municipal vehicles: 205 geolocated, 130 with a radio; at rest in their depots for now. */
export const serviceVehicleColumns = {
  name: text('fleet number'),
  service: text('what it is for: snow clearing, cleaning, police, lighting crew ...'),
  equipment: codeOf(carriedEquipment, 'what it carries'),
  xM: f64('east of the origin'),
  yM: f64('north of the origin'),
};

/** The control post: one row in a city that has one. */
export const controlPostColumns = {
  name: text('what it is called'),
  xM: f64('east of the origin'),
  yM: f64('north of the origin'),
};

export type Fibres = Table<typeof fibreColumns>;
export type Cameras = Table<typeof cameraColumns>;
export type BollardSites = Table<typeof bollardSiteColumns>;
export type PedestrianZones = Table<typeof pedestrianZoneColumns>;
export type ServiceVehicles = Table<typeof serviceVehicleColumns>;
export type ControlPosts = Table<typeof controlPostColumns>;
