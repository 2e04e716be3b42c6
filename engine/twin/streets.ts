import { codeOf, f32, f64, i32, rowOf, text, u16, u32, u8, yesNo, type Reading, type Table } from '../foundation/table.ts';

/** Functional classes, from the fastest road to the narrowest path. */
export const roadClass = { motorway: 0, trunk: 1, primary: 2, secondary: 3, tertiary: 4, residential: 5, service: 6, busway: 7, tramway: 8, footway: 9 } as const;

/** Who decides at a junction. */
export const junctionControl = { deadEnd: 0, priority: 1, rightBeforeLeft: 2, signals: 3, roundabout: 4, uncontrolled: 5 } as const;

/** The way a movement turns. */
export const turn = { straight: 0, right: 1, left: 2, uTurn: 3 } as const;

/** Vehicle categories, one bit each in `lanes.permitted`. `unrestricted`: drives wherever there is a lane (SUMO's class 'ignoring'). */
export const category = { car: 1, van: 2, lorry: 4, bus: 8, tram: 16, bicycle: 32, motorcycle: 64, emergency: 128, taxi: 256, pedestrian: 512, unrestricted: 1024 } as const;
/** Every category that drives on an ordinary street. */
export const ORDINARY_TRAFFIC = 1 | 2 | 4 | 8 | 32 | 64 | 128 | 256;

/** Corners of every line and polygon of the twin, in metres east and north of the city's origin. */
export const pointColumns = {
  xM: f64('east of the origin'),
  yM: f64('north of the origin'),
};

export const junctionColumns = {
  name: text('what the source calls it'),
  xM: f64('east of the origin'),
  yM: f64('north of the origin'),
  control: codeOf(junctionControl, 'who decides here'),
  controller: rowOf('controllers', 'the signal controller, -1 where there are no signals'),
  commune: rowOf('communes', 'where it stands'),
};

/** A street: one stretch of carriageway between two junctions, both directions together. */
export const streetColumns = {
  name: text('what people call it'),
  class: codeOf(roadClass, 'functional class'),
  commune: rowOf('communes', 'where most of it lies'),
  lengthM: f64('along the centre line'),
  widthM: f32('of the carriageway, kerb to kerb'),
  level: i32('0 at grade, 1 on a bridge, -1 in a tunnel; two streets that cross at different levels do not meet'),
  firstPoint: u32('first corner of the centre line'),
  pointCount: u32('corners of the centre line'),
};

/** A link: one direction of a street, as a vehicle drives it. */
export const linkColumns = {
  name: text('what the source calls it: the edge name of a SUMO net, way and direction of an OSM file'),
  street: rowOf('streets', 'the street that this is one direction of'),
  fromJunction: rowOf('junctions', 'where it starts'),
  toJunction: rowOf('junctions', 'where it ends'),
  lengthM: f64('from stop line to stop line'),
  speedLimitMps: f64('posted limit'),
  priority: i32('higher goes first at junctions'),
  firstLane: u32('its rightmost lane; the others follow, right to left'),
  laneCount: u16('lanes'),
};

export const laneColumns = {
  link: rowOf('links', 'the link it is part of'),
  lengthM: f64('from start to stop line'),
  widthM: f32('kerb or marking to marking'),
  speedLimitMps: f64('posted limit on this lane'),
  permitted: u32('bit set of `category`'),
  firstMovement: u32('first movement that leaves it'),
  movementCount: u16('movements that leave it, straight first then by turn'),
  firstPoint: u32('first corner of its centre line'),
  pointCount: u32('corners of its centre line'),
};

/** Where drivers see the others at a junction, unless the source says otherwise: SUMO's default for a connection. */
export const USUAL_VISIBILITY_M = 4.5;

/** A movement: the way through a junction from the end of one lane to the start of another. Sorted by `fromLane`. */
export const movementColumns = {
  fromLane: rowOf('lanes', 'where it starts'),
  toLane: rowOf('lanes', 'where it ends'),
  junction: rowOf('junctions', 'the junction it crosses'),
  turn: codeOf(turn, 'which way it turns'),
  signalGroup: i32('index of its signal group within the junction\'s controller, -1 for none'),
  lengthM: f64('inside the junction'),
  speedLimitMps: f64('what the curve allows'),
  waitAtM: f64('how far inside the junction it may wait for a gap (the pocket of a left turn); 0 = at the stop line only'),
  keepsClear: yesNo('whether its drivers wait at the stop line until there is room behind the junction'),
  stopsFirst: yesNo('whether its drivers come to a stand at the stop line before they look for a gap: a stop sign'),
  visibilityM: f64('before the stop line: from here a driver without priority sees the others'),
  permitted: u32('bit set of `category`'),
  firstConflict: u32('first row in `conflicts`'),
  conflictCount: u16('rows in `conflicts`'),
  firstPoint: u32('first corner of its centre line'),
  pointCount: u32('corners of its centre line'),
};

export const conflictKind = { cross: 0, merge: 1, diverge: 2 } as const;

/** Two movements of one junction whose ways meet; each pair stands twice, once under either movement. Sorted by `movement`. */
export const conflictColumns = {
  movement: rowOf('movements', 'the movement concerned'),
  foe: rowOf('movements', 'the movement it meets'),
  kind: codeOf(conflictKind, 'whether the ways cross or end in the same lane'),
  yields: u8('1 if `movement` gives way to `foe` where signals, if any, let both go'),
  fromM: f64('along `movement`: where the shared area starts'),
  untilM: f64('along `movement`: where the shared area ends'),
};

export type Points = Table<typeof pointColumns>;
export type Junctions = Table<typeof junctionColumns>;
export type Streets = Table<typeof streetColumns>;
export type Links = Table<typeof linkColumns>;
export type Lanes = Table<typeof laneColumns>;
export type Movements = Table<typeof movementColumns>;
export type Conflicts = Table<typeof conflictColumns>;

/** Whether a link is part of the ring of a roundabout. */
export const isInRoundabout = ({ junctions, links }: { junctions: Reading<Junctions>; links: Reading<Links> }, link: number): boolean =>
  junctions.control[links.fromJunction[link]!] === junctionControl.roundabout && junctions.control[links.toJunction[link]!] === junctionControl.roundabout;

/** Whether a lane of a ring has one beside it that the same vehicles drive. */
export function isBesideOnRing({ junctions, lanes, links }: { junctions: Reading<Junctions>; lanes: Reading<Lanes>; links: Reading<Links> }, lane: number): boolean {
  const link = lanes.link[lane]!, first = links.firstLane[link]!, index = lane - first, mine = lanes.permitted[lane]!;
  const isShared = (other: number): boolean => (mine & lanes.permitted[other]! & ORDINARY_TRAFFIC) !== 0;
  return isInRoundabout({ junctions, links }, link) && ((index > 0 && isShared(lane - 1)) || (index + 1 < links.laneCount[link]! && isShared(lane + 1)));
}
