import { codeOf, f64, i32, rowOf, text, u16, u32, type Table } from '../foundation/table.ts';

/** Car-following models. */
export const carFollowing = { krauss: 0, idm: 1 } as const;

/** How vehicles of one kind drive. Names follow SUMO's vType where the meaning is the same. */
export const vehicleTypeColumns = {
  name: text('what the source calls it'),
  category: u16('one bit of `category`'),
  carFollowing: codeOf(carFollowing, 'which model plans its speed'),
  lengthM: f64('bumper to bumper'),
  widthM: f64('mirrors included'),
  minGapM: f64('to the vehicle ahead when standing'),
  accelerationMps2: f64('greatest'),
  decelerationMps2: f64('comfortable, counted positive'),
  emergencyDecelerationMps2: f64('greatest, counted positive'),
  maxSpeedMps: f64('of the vehicle itself'),
  headwayS: f64('wanted time gap (tau)'),
  imperfectionShare: f64('Krauss sigma: 0 perfect, 1 sleepy'),
  speedFactorMean: f64('wanted speed over limit, mean over drivers'),
  speedFactorDeviation: f64('wanted speed over limit, standard deviation over drivers'),
};

/** A route: the links a vehicle drives, first to last. Shared by all vehicles that drive it. */
export const routeColumns = {
  firstLink: u32('first row in `routeLinks`'),
  linkCount: u32('rows in `routeLinks`'),
};
export const routeLinkColumns = { link: rowOf('links', 'the link') };

/** Where a vehicle enters across the lanes of its first link: a lane counted from the right, or a rule (negative). */
export const departLane = { best: -1, free: -2, random: -3, first: -4 } as const;
/**
 * Departure position or speed given as a rule rather than a number (negative). `base`: just past the start of the link when
 * a step begins; `flow`: past the start at its own time within a step, so that a lane takes in as many as theory allows.
 */
export const departRule = { base: -1, free: -2, random: -3, last: -4, max: -5, flow: -6 } as const;

/** A trip that is planned before any run begins, and so is left out of all of them. */
export const NEVER_S = -1e9;

/**
 * A departure: one vehicle trip of the day, buses and trams included. Sorted by `departS`, then by the source's order. A change puts
 * further trips behind all others, moves trips in time where they stand and lets those that are dropped leave at `NEVER_S`: all
 * others keep the rows that their draws go by.
 */
export const departureColumns = {
  name: text('what the source calls the vehicle; empty where it has no name'),
  vehicleType: rowOf('vehicleTypes', 'how it drives'),
  route: rowOf('routes', 'where it drives'),
  departS: f64('when it wants to enter, seconds since midnight of the first day'),
  departLane: i32('lane counted from the right, or a rule of `departLane`'),
  departPositionM: f64('front bumper along the first link, or a rule of `departRule`'),
  departSpeedMps: f64('or a rule of `departRule`'),
  arrivalPositionM: f64('along the last link; -1 for its end'),
  firstHalt: u32('first row in `halts`'),
  haltCount: u16('rows in `halts`'),
  trip: rowOf('trips', 'the timetabled trip it serves, -1 for other traffic'),
  after: rowOf('departures', 'the departure of the same vehicle block that must have arrived before, -1 for none'),
};

/** A halt: a planned standstill on the way, usually at a stop. Sorted by departure and order along the route. */
export const haltColumns = {
  stop: rowOf('stops', 'the stop served, -1 for another place'),
  lane: rowOf('lanes', 'where'),
  positionM: f64('front bumper along the lane'),
  dwellS: f64('least time standing'),
  untilS: f64('does not leave before this time (timetable); -1 for no such time'),
  routeIndex: u32('which link of the route, counted from 0, the lane belongs to'),
};

export type VehicleTypes = Table<typeof vehicleTypeColumns>;
export type Routes = Table<typeof routeColumns>;
export type RouteLinks = Table<typeof routeLinkColumns>;
export type Departures = Table<typeof departureColumns>;
export type Halts = Table<typeof haltColumns>;
