import { codeOf, f64, rowOf, text, u16, u32, yesNo, type Table } from '../foundation/table.ts';

export const transitMode = { bus: 0, tram: 1, rail: 2, other: 3 } as const;

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
};

/** A block: what one vehicle does in a day, from leaving the depot to coming back. */
export const blockColumns = {
  name: text('number of the block'),
  mode: codeOf(transitMode, 'what serves it'),
  vehicle: rowOf('fleet', 'the vehicle that serves it'),
  startS: f64('leaves the depot'),
  endS: f64('back at the depot'),
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
export type Blocks = Table<typeof blockColumns>;
export type Fleet = Table<typeof fleetColumns>;
