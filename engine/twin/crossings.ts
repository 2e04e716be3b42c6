import { codeOf, f64, i32, rowOf, text, u16, u32, type Table } from '../foundation/table.ts';

/**
 * Who goes first where people cross a street. `zebra`: people, drivers give way to whoever crosses or is about to.
 * `signals`: people on their green. `unmarked`: drivers; people wait for a gap.
 */
export const crossingControl = { zebra: 0, signals: 1, unmarked: 2 } as const;

/** A place where people cross a street on foot, from its first kerb to its second. */
export const crossingColumns = {
  name: text('what the source calls it'),
  junction: rowOf('junctions', 'the junction of which it crosses an arm, -1 between junctions'),
  control: codeOf(crossingControl, 'who goes first'),
  controller: rowOf('controllers', 'the signal controller, -1 where there are no signals'),
  signalGroup: i32('index of the signal group of the people within the controller, -1 for none'),
  vehicleGroup: i32('index of the signal group of the vehicles, where signals stand for this crossing alone; -1 for none'),
  lengthM: f64('from kerb to kerb'),
  widthM: f64('along the street'),
  dayPeopleCount: f64('people who come to cross in a day, both ways together'),
  dayProfile: rowOf('walkingHours', 'the first of the 24 rows that say when they come'),
  firstWindow: u32('first row in `crossingWindows`'),
  windowCount: u16('rows in `crossingWindows`'),
  firstPoint: u32('first corner of the way across, at the first kerb'),
  pointCount: u32('corners of the way across'),
};

/** A window: the part of one lane, or of one movement through a junction, that a crossing lies on. Sorted by `crossing`. */
export const crossingWindowColumns = {
  crossing: rowOf('crossings', 'which crossing'),
  lane: rowOf('lanes', 'the lane it lies on, -1 where it lies on a movement'),
  movement: rowOf('movements', 'the movement it lies on, -1 where it lies on a lane'),
  fromM: f64('along the lane or movement: where the crossing begins'),
  untilM: f64('along the lane or movement: where it ends'),
  nearM: f64('from the first kerb to the near edge of the lane'),
  farM: f64('from the first kerb to its far edge'),
};

/** When people walk: 24 rows a profile, from midnight on. */
export const walkingHourColumns = { dayShare: f64('of the people of a day who come in this hour') };

export type Crossings = Table<typeof crossingColumns>;
export type CrossingWindows = Table<typeof crossingWindowColumns>;
