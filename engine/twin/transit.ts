import { codeOf, f64, rowOf, text, u16, u32, yesNo, type Table } from '../foundation/table.ts';

export const transitMode = { bus: 0, tram: 1, rail: 2, other: 3 } as const;

/** What a line is to its network; bits, so that rules can name several. Structuring: the frequent lines that the network is built on. */
export const lineClass = { ordinary: 1, structuring: 2 } as const;

export const stopColumns = {
  name: text('what passengers call it'),
  code: text('what the source calls it'),
  xM: f64('east of the origin'),
  yM: f64('north of the origin'),
  lane: rowOf('lanes', 'where vehicles stand; -1 if not matched to the street network'),
  positionM: f64('along the lane: where the front bumper halts'),
  lengthM: f64('of the stop'),
};

export const lineColumns = {
  name: text('the line\'s short name'),
  title: text('from where to where'),
  mode: codeOf(transitMode, 'what runs on it'),
  colour: u32('0xRRGGBB, for drawing'),
  lengthM: f64('one way'),
  headwayS: f64('weekday, daytime; 0 if not regular'),
  lineClass: codeOf(lineClass, 'what it is to the network'),
  assumed: yesNo('whether the headway is our assumption rather than a published figure'),
};

/** A trip: one timetabled run of a line. */
export const tripColumns = {
  line: rowOf('lines', 'the line'),
  direction: u16('0 outward, 1 back'),
  block: rowOf('blocks', 'the vehicle block it belongs to'),
  departure: rowOf('departures', 'the vehicle trip in the simulation; -1 if not simulated'),
  firstCall: u32('first row in `calls`'),
  callCount: u16('rows in `calls`'),
};

/** A call: one stop of one trip, with its timetabled times. Sorted by trip and order. */
export const callColumns = {
  stop: rowOf('stops', 'where'),
  arriveS: f64('timetabled, seconds since midnight'),
  departS: f64('timetabled, seconds since midnight'),
  lineStop: rowOf('lineStops', 'the same stop as a stop of its line; -1 where nothing more is known of it'),
};

/**
 * A stop of a line in one direction, in the order of the ride: the people who come there for this line, how many of those aboard get
 * off there, and how long vehicles wait there for the sake of even headways. A city without any has no passengers.
 */
export const lineStopColumns = {
  line: rowOf('lines', 'the line'),
  direction: u16('0 outward, 1 back'),
  stop: rowOf('stops', 'where'),
  dayPeopleCount: f64('who come on the day to ride from here, if they come from midnight to midnight'),
  dayProfile: rowOf('ridingQuarters', 'the first quarter-hour of their day; -1 for evenly'),
  fromS: f64('nobody comes before'),
  untilS: f64('nobody comes after'),
  attractionShare: f64('how many get off here, beside what stands at the other stops of the line; only their proportions count'),
  comeWithinS: f64('people who know the timetable come within this time before a vehicle is due'),
  firstPostedTime: u32('first row in `postedTimes`'),
  postedTimeCount: u16('rows in `postedTimes`; 0 where people come without looking at a timetable'),
  leastHeadwayShare: f64('a vehicle is held until this share of its timetabled headway has passed since the one before left; 0 where none is held'),
  longestStandS: f64('no vehicle is held any more that has stood so long'),
};

/** How the people of a day come: share of each quarter of an hour, 96 rows a profile. */
export const ridingQuarterColumns = { dayShare: f64('of the people of the day who come in this quarter of an hour') };

/** What hangs at a stop: when vehicles of the line are due, rising. */
export const postedTimeColumns = { departS: f64('timetabled, seconds since midnight') };

/** Room and doors of a vehicle type: how many it takes, and how long they need to get on and off. */
export const interiorColumns = {
  vehicleType: rowOf('vehicleTypes', 'which vehicles'),
  capacityCount: u16('people aboard at most'),
  doorsS: f64('standing time without anybody: doors open and close'),
  boardingS: f64('for each who boards, all doors together'),
  alightingS: f64('for each who alights, all doors together'),
  crowdedFromShare: f64('of the capacity: above it those aboard are in the way of those who board'),
  crowdedFactor: f64('how many times as long boarding takes in a full vehicle; in between by proportion'),
};

/** A block: what one vehicle does in a day, from leaving the depot to coming back. */
export const blockColumns = {
  name: text('number of the block'),
  mode: codeOf(transitMode, 'what serves it'),
  vehicle: rowOf('fleet', 'the vehicle that serves it'),
  startS: f64('leaves the depot'),
  endS: f64('back at the depot'),
  leastTurnS: f64('a vehicle that comes late from its trip before stands at least so long before the next one'),
};

/** The fleet: every bus and tram, spares included. */
export const fleetColumns = {
  name: text('fleet number'),
  mode: codeOf(transitMode, 'bus or tram'),
  vehicleType: rowOf('vehicleTypes', 'how it drives'),
  priorityEquipped: yesNo('whether it can ask for priority at junctions'),
  depotXM: f64('east of the origin'),
  depotYM: f64('north of the origin'),
};

export type Stops = Table<typeof stopColumns>;
export type Lines = Table<typeof lineColumns>;
export type Trips = Table<typeof tripColumns>;
export type Calls = Table<typeof callColumns>;
export type Interiors = Table<typeof interiorColumns>;
export type LineStops = Table<typeof lineStopColumns>;
export type Blocks = Table<typeof blockColumns>;
export type Fleet = Table<typeof fleetColumns>;
