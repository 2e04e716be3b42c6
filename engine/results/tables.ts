import { codeOf, f32, f64, i32, rowOf, u16, u32, u8, yesNo, type Columns, type Table } from '../foundation/table.ts';
import { priorityAnswer, priorityReason } from '../twin/priority-words.ts';
import { energySource } from '../twin/propulsion.ts';
import { aspect } from '../twin/signals.ts';

/** How a departure ended. */
export const tripEnd = { arrived: 0, running: 1, waitingToEnter: 2 } as const;

/** One row for each departure of the run. Meanings as in SUMO's tripinfo. */
export const tripResultColumns = {
  departure: rowOf('departures', 'which vehicle trip'),
  end: codeOf(tripEnd, 'whether it arrived'),
  plannedDepartS: f64('when it wanted to enter'),
  departS: f64('when it entered; -1 if it did not'),
  arriveS: f64('when it arrived; -1 if it did not'),
  timeLossS: f64('lost to driving below the wanted speed; planned dwell at halts is not lost'),
  waitingS: f64('spent below 0.1 m/s, planned dwell excluded'),
  routeLengthM: f64('driven'),
};

/** Every link in every interval of 15 minutes in which a vehicle was on it. */
export const linkResultColumns = {
  link: rowOf('links', 'which link'),
  fromS: f64('start of the interval'),
  entered: u32('vehicles that came onto the link from another in the interval; those that departed there are not in it, as in SUMO'),
  left: u32('vehicles that went on to another link; those that arrived there are not in it, as in SUMO'),
  travelTimeS: f64('mean over the vehicles that left it or arrived at its end in the interval after driving the whole link; -1 for none'),
  vehicleSeconds: f64('time spent on it by all vehicles'),
  vehicleMetres: f64('distance driven on it by all vehicles'),
};

/** Every halt served by a bus or tram. */
export const stopVisitColumns = {
  departure: rowOf('departures', 'which vehicle trip'),
  stop: rowOf('stops', 'where; -1 for another place'),
  arriveS: f64('when it came to a stand'),
  departS: f64('when it left'),
  timetabledDepartS: f64('when it should have left; -1 where there is no timetable'),
};

/** People at every stop that a vehicle served, in a city that has passengers. */
export const boardingColumns = {
  departure: rowOf('departures', 'which vehicle trip'),
  lineStop: rowOf('lineStops', 'where; -1 for a stop at which nobody waits for this line, and for where a trip ended with people aboard'),
  departS: f64('when the vehicle left'),
  boardedCount: u32('people who got on'),
  alightedCount: u32('people who got off'),
  aboardCount: u32('people aboard when it left'),
  leftBehindCount: u32('people who found no room'),
  waitedS: f64('from coming to the stop to getting on, summed over those who got on; who comes while the vehicle stands does not wait'),
  rodeS: f64('time that all those aboard have spent in the vehicle since it left the stop before, summed'),
};

/** People at the stops of lines over the whole run. */
export const peopleAtStopColumns = {
  lineStop: rowOf('lineStops', 'where'),
  cameCount: u32('people who came'),
  boardedCount: u32('of these, who got on'),
  waitingCount: u32('of these, who still waited at the end'),
  waitedS: f64('how long those had waited then, summed'),
};

/** Every time a vehicle of a line passed the stop line of a signal, in a city that knows the stops of its lines. */
export const signalPassageColumns = {
  departure: rowOf('departures', 'which vehicle trip'),
  movement: rowOf('movements', 'how it crossed the junction'),
  passedS: f64('when its front was over the stop line'),
  lostS: f64('time on the last 200 m of its lane, or from its last halt there, beyond what it would have taken with nobody in its way and a green signal'),
};

/** Lighting by zone and quarter of an hour. */
export const lightingResultColumns = {
  zone: rowOf('lightingZones', 'which zone'),
  fromS: f64('start of the interval'),
  energyWh: f64('taken by its lamps in the interval'),
};

/** Every change of output of a lighting zone, for the viewer. The first row of each zone stands at the start of the run. */
export const lampSwitchColumns = {
  zone: rowOf('lightingZones', 'which zone'),
  timeS: f64('from when on'),
  outputShare: f32('0 off, 1 full output'),
};

/** How the output of every lighting group (`lampGroups` of the twin) moves, in a city with ramps, adaptive lamps, orders or losses: each stretch from its start. */
export const groupSwitchColumns = {
  group: rowOf('(lighting groups of the twin)', 'which group'),
  timeS: f64('from when on'),
  outputShare: f32('0 off, 1 full output, at that moment'),
  endShare: f32('at the end of the ramp; the same where output jumps'),
  rampS: f64('length of the ramp, 0 where output jumps'),
};

/** Lamps that something sets apart from their zone, with their group; others move as the group of their zone, those of no zone as group `lightingZones.count`. */
export const groupedLampColumns = {
  lamp: rowOf('lamps', 'which lamp'),
  group: rowOf('(lighting groups of the twin)', 'the group that it moves with'),
};

/** Every change of interval of a controller, for the viewer and the priority report. */
export const signalChangeColumns = {
  controller: rowOf('controllers', 'which controller'),
  timeS: f64('from when on'),
  interval: rowOf('intervals', 'what it shows from then on'),
  extendedForPriority: u8('1 if a bus or tram prolonged the interval that ended'),
};

/**
 * What signal groups show while their controller changes over to a stage, which is no interval of its plan: each change of
 * a group from one row of `signalChanges` to the next, whose interval then shows whole.
 */
export const aspectChangeColumns = {
  controller: rowOf('controllers', 'which controller'),
  timeS: f64('from when on'),
  signalGroup: u16('which of its groups'),
  shown: codeOf(aspect, 'what it shows from then on'),
};

/** What every detector has seen, by its interval. */
export const detectorResultColumns = {
  detector: rowOf('detectors', 'which detector'),
  fromS: f64('start of the interval'),
  untilS: f64('end of the interval'),
  vehicleCount: u32('loops: vehicles that passed it whole; lane areas: vehicles that drove onto it'),
  occupancyShare: f64('loops: share of the time with a vehicle over it; lane areas: share of it that vehicles covered, mean over the time'),
  meanSpeedMps: f64('loops: mean over the vehicles that passed; lane areas: metres driven on it by time spent on it; -1 for none'),
};

/** The whole network, minute by minute. */
export const minuteColumns = {
  timeS: f64('start of the minute'),
  running: u32('vehicles on the network'),
  waitingToEnter: u32('vehicles that wanted to enter and could not yet'),
  arrived: u32('vehicles that have arrived since the start'),
  halting: u32('vehicles on the network below 0.1 m/s'),
  meanSpeedMps: f32('over the vehicles on the network; -1 for none'),
  lightingPowerW: f64('taken by all lamps'),
};

/** Vehicles that were moved on because they had stood too long: never silently. */
export const rescueColumns = {
  departure: rowOf('departures', 'which vehicle trip'),
  timeS: f64('when'),
  lane: rowOf('lanes', 'where it stood'),
};

/** People at crossings, by crossing and hour in which someone stepped on. */
export const crossingResultColumns = {
  crossing: rowOf('crossings', 'which crossing'),
  fromS: f64('start of the hour'),
  crossed: u32('people who stepped on in the hour'),
  meanWaitS: f64('from coming to the kerb to stepping on, mean over these people'),
  longestWaitS: f64('the longest of these waits'),
};

/** Every time a driver met a closure: those who found another way, and those who did not and wait. */
export const diversionColumns = {
  departure: rowOf('departures', 'which vehicle trip'),
  timeS: f64('when'),
  link: rowOf('links', 'the closed link on its way'),
  isAround: yesNo('whether it found a way around, or an end before the closure'),
  skippedHaltCount: u16('halts of a line that are left out on the way around'),
};

/** What each trip has taken from tank or plug, in a city that says what its vehicles are driven by. */
export const tripEnergyColumns = {
  departure: rowOf('departures', 'which vehicle trip; those that have driven'),
  propulsion: rowOf('propulsions', 'what drives the vehicle'),
  takenWh: f64('so far: fuel by its lower heating value, electricity at the plug'),
};

/** The same by link, hour and source of energy. */
export const linkEnergyColumns = {
  link: rowOf('links', 'which link; who is inside a junction still counts for the link before'),
  fromS: f64('start of the hour'),
  source: codeOf(energySource, 'where the energy came from'),
  takenWh: f64('in the hour; may be negative where vehicles brake and give back'),
};

/**
 * Every passage of a vehicle through signals, in runs that keep a record of junctions. Its delay is what it lost from the
 * start of the link before the signals to the start of the link behind them; planned dwell at halts is not lost.
 */
export const junctionPassageColumns = {
  departure: rowOf('departures', 'which vehicle trip'),
  lane: rowOf('lanes', 'the lane from which it passed the stop line'),
  enteredS: f64('when it came onto the link before the signals'),
  passedS: f64('when its front passed the stop line'),
  delayS: f64('lost on the way to the link behind the signals'),
};

/** Every green of a lane before signals, in runs that keep a record of junctions. */
export const laneGreenColumns = {
  lane: rowOf('lanes', 'which lane; it has green while any of its movements has'),
  fromS: f64('start of green'),
  untilS: f64('end of green'),
  waitingCount: u32('vehicles in the queue when green began'),
  queueM: f64('from the stop line to the end of that queue'),
  leftWaitingCount: u32('of those, the vehicles still before the stop line when green ended'),
  isWhole: yesNo('whether it began and ended in the run; of others nobody is counted'),
};

/** What signal controllers answered who asked for priority, and what became of every request. */
export const priorityDecisionColumns = {
  controller: rowOf('controllers', 'which controller'),
  timeS: f64('when'),
  departure: rowOf('departures', 'who asked'),
  signalGroup: u16('for which signal group'),
  answer: codeOf(priorityAnswer, 'what was answered, or how the request ended'),
  reason: codeOf(priorityReason, 'why'),
  interval: rowOf('intervals', 'what the controller showed then'),
  askedS: f64('when the controller first heard of it'),
  arrivesS: f64('when it was expected at the stop line, as known then; of one that has passed, as known when it was first heard'),
  bandS: f64('nine in ten were to pass so far from the expected time at most, by what had been learned'),
  metRed: yesNo('whether red held it up, so that its way alone did not decide when it came'),
  lateS: f64('how late it had left its last stop'),
  headwayShare: f64('how long after the one before of its line it had left that stop, as a share of the timetabled headway; -1 where that was not told'),
  aboardCount: i32('people aboard; -1 where that was not told'),
  togetherCount: u8('with how many other requests this was settled, where that is the reason; else 0'),
  untilS: f64('until when its green is held, or when the running stage ends for it; -1 where nothing changes'),
  gainS: f64('how much sooner it is green for it, by the plan; 0 where nothing changes'),
  costVehicleS: f64('seconds that others wait longer for it, all together, estimated from who stood or came then'),
  otherDeparture: rowOf('departures', 'who asked before and needed the opposite; -1 for nobody'),
  givenBackS: f64('seconds of green that the stage shown then got back, or does not get back, of what was taken from it; 0 where the row tells of something else'),
};

/** Everything a run records, but for the replay, which is streamed out in segments. */
export const resultTables = {
  trips: tripResultColumns,
  links: linkResultColumns,
  stopVisits: stopVisitColumns,
  boardings: boardingColumns,
  peopleAtStops: peopleAtStopColumns,
  signalPassages: signalPassageColumns,
  lighting: lightingResultColumns,
  lampSwitches: lampSwitchColumns,
  groupSwitches: groupSwitchColumns,
  groupedLamps: groupedLampColumns,
  signalChanges: signalChangeColumns,
  aspectChanges: aspectChangeColumns,
  detectors: detectorResultColumns,
  minutes: minuteColumns,
  rescues: rescueColumns,
  crossings: crossingResultColumns,
  diversions: diversionColumns,
  tripEnergy: tripEnergyColumns,
  linkEnergy: linkEnergyColumns,
  priorityDecisions: priorityDecisionColumns,
  junctionPassages: junctionPassageColumns,
  laneGreens: laneGreenColumns,
} satisfies Record<string, Columns>;

export type ResultTables = { [Name in keyof typeof resultTables]: Table<(typeof resultTables)[Name]> };

/**
 * Replay: knots of each vehicle's way. Between two knots on the same place it drives at constant speed to within
 * REPLAY_TOLERANCE_M. Sorted by departure, then time. A segment stands alone: every vehicle on the network at its
 * start has a knot there, and one at its end or where it leaves.
 */
export const replayKnotColumns = {
  departure: rowOf('departures', 'which vehicle trip'),
  timeS: f32('since the start of the segment'),
  place: i32('lane row, or lanes.count + movement row while inside a junction'),
  positionM: f32('front bumper along that lane or movement'),
};
export const REPLAY_TOLERANCE_M = 0.9;
export const REPLAY_SEGMENT_S = 300;

/** People at crossings during a segment: when they came, stepped on and how fast they walked, which is where they were at any of its moments. */
export const replayWalkColumns = {
  crossing: rowOf('crossings', 'where'),
  fromSecondKerb: yesNo('whether they walked from the second kerb to the first'),
  arriveS: f32('when they came to the kerb, since the start of the segment; negative for who came before'),
  startS: f32('when they stepped on; the end of the segment for who still waited then'),
  walkingMps: f32('how fast they walked'),
};

export interface ReplaySegment { fromS: number; untilS: number; knots: Table<typeof replayKnotColumns>; walks: Table<typeof replayWalkColumns> }

/** The figures of `jumeau run --json` that the simulation itself knows; of a run that lets streets fill first, vehicles planned since it measures. Units at the end of each name. */
export interface RunFigures {
  /** Fingerprint of the final state and of all result tables. */
  hash: string;
  /** The time in which streets fill included. */
  simulatedS: number;
  /** When the run ended, seconds since midnight of the first day. */
  endS: number;
  /** Vehicles on the network summed over the steps. */
  vehicleUpdates: number;
  vehiclesLoaded: number;
  vehiclesInserted: number;
  vehiclesArrived: number;
  vehiclesRunning: number;
  vehiclesWaitingToEnter: number;
  rescued: number;
  collisions: number;
  /** Means over arrived vehicles, buses included; as SUMO's statistics of the same name. null without any. */
  meanTravelTimeS: number | null;
  meanTimeLossS: number | null;
  meanDepartDelayS: number | null;
  busMeanTravelTimeS: number | null;
  busMeanTimeLossS: number | null;
  lightingEnergyKwh: number;
}

export interface RunResults { figures: RunFigures; tables: ResultTables }
