import { codeOf, f64, makeTable, rowOf, u16, u32, u8, type Table } from '../foundation/table.ts';
import { priorityAnswer, priorityReason } from '../twin/priority-words.ts';
import { lineClass } from '../twin/transit.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { makeFillingTable, type FillingTable } from './filling-table.ts';

/** What equipped buses and trams on the network carry: one row each. */
export const unitColumns = {
  departure: rowOf('departures', 'the vehicle trip that it rides on'),
  nextHalt: rowOf('halts', 'the halt that it comes to next, -1 for none: when that changes, it has left a stop'),
  lateS: f64('how late it left its last stop; 0 before the first, and where there is no timetable'),
  headwayShare: f64('how long after the one before of its line it left its last stop, as a share of the timetabled headway; -1 where that is not known'),
  controller: rowOf('controllers', 'the controller that it is calling, -1 for none'),
  signalGroup: u16('the signal group that it wants to be green'),
  nextCallS: f64('when it calls again'),
  stopLineOdometerM: f64('what its odometer will show at the stop line'),
};

export const messageKind = { call: 0, signOff: 1, withdrawal: 2 } as const;

/** Messages on their way from a vehicle to a controller, in the order in which they were sent. */
export const messageColumns = {
  heardS: f64('when the controller hears it'),
  kind: codeOf(messageKind, 'a call, first or renewed; a sign-off behind the stop line; or that it goes elsewhere'),
  departure: rowOf('departures', 'who sent it'),
  controller: rowOf('controllers', 'to whom'),
  signalGroup: u16('which group it wants to be green'),
  arrivesS: f64('when it will be at the stop line by its own reckoning'),
  lateS: f64('how late it left its last stop'),
  headwayShare: f64('how long after the one before of its line, as a share of the timetabled headway; -1 where that is not known'),
  aboardCount: f64('people aboard; -1 where nobody counts them'),
  lineClass: codeOf(lineClass, 'what its line is to the network'),
};

/** What controllers know of those who ask: one row each, in the order in which they were first heard. */
export const requestColumns = {
  departure: rowOf('departures', 'who asks'),
  controller: rowOf('controllers', 'whom'),
  signalGroup: u16('for which group'),
  askedS: f64('when it was first heard'),
  heardS: f64('when it was last heard'),
  firstArrivesS: f64('when it would arrive, by its own reckoning when it was first heard'),
  arrivesS: f64('when the controller expects it'),
  expectedS: f64('when the controller expected it as it was first heard'),
  lateS: f64('how late it left its last stop'),
  headwayShare: f64('how long after the one before of its line, as a share of the timetabled headway; -1 where that is not known'),
  aboardCount: f64('people aboard; -1 where nobody counts them'),
  lineClass: codeOf(lineClass, 'what its line is to the network'),
  metRed: u8('1 if its group was not green about when it was expected: its way says nothing about arrival'),
  togetherCount: u8('with how many others it was settled when that was last done'),
  answer: codeOf(priorityAnswer, 'what it was answered last'),
  reason: codeOf(priorityReason, 'why'),
  interval: rowOf('intervals', 'which interval ran when it was answered, -1 before'),
};

/** What controllers have learned, by signal group as in `signals.shown`. */
export const learnedColumns = {
  passedCount: u32('passages that it was learned from'),
  errorS: f64('how much later than by their own reckoning vehicles pass, mean over the last'),
  bandS: f64('so far from the expected time, on either side, most of them pass'),
};

/** What the control post keeps of a stop of a line. */
export const headwayColumns = {
  leftS: f64('when the last vehicle of the line left; -1 for none yet'),
  leftTimetabledS: f64('when that one should have left'),
};

/** What controllers do in this step, decided before signals advance; one row each. */
export const priorityControllerColumns = {
  cutToS: f64('when the running stage ends because another has to be green; -1 where it goes its way'),
  cutInterval: rowOf('intervals', 'the running stage, once its end has been brought forward; -1 otherwise'),
  heldForS: f64('until when who asked first needs the running green'),
  holder: rowOf('departures', 'who that is, -1 for nobody'),
  claimant: rowOf('departures', 'for whom the running stage is cut short, -1 for nobody'),
  servedLast: rowOf('departures', 'who was served last: lockout is for the others'),
};

/** Priority at one instant. */
export interface PriorityState {
  units: FillingTable<typeof unitColumns>;
  /** By departure: its row in `units`, -1 for none. */
  unitOf: Int32Array;
  messages: FillingTable<typeof messageColumns>;
  requests: FillingTable<typeof requestColumns>;
  learned: Table<typeof learnedColumns>;
  /** By stop of a line; undefined where no rules ask how closely vehicles follow each other. */
  headways: Table<typeof headwayColumns> | undefined;
  controllers: Table<typeof priorityControllerColumns>;
}

const FIRST_ROOM = 32;
/** Before anything is learned. */
const FIRST_BAND_S = 3;

/**
 * Nobody has asked yet. Undefined in a city where nobody can: no controller listens and no vehicle of its fleet could call.
 * A city that only switches priority off keeps the columns, so that it can go on from a checkpoint of one that has it.
 */
export function preparePriorityState({ controllers, fleet, departures, priorityRules, preemptionRules, lineStops }: ReadingTwin): PriorityState | undefined {
  if (!includes(controllers.busPriority, 1) && !includes(fleet.priorityEquipped, 1) && preemptionRules.count === 0) return undefined;
  let groupCount = 0;
  for (let controller = 0; controller < controllers.count; controller++) groupCount += controllers.groupCount[controller]!;
  const learned = makeTable(learnedColumns, groupCount), rows = makeTable(priorityControllerColumns, controllers.count);
  learned.bandS.fill(FIRST_BAND_S);
  for (const column of [rows.cutToS, rows.cutInterval, rows.heldForS, rows.holder, rows.claimant, rows.servedLast]) column.fill(-1);
  return {
    units: makeFillingTable(unitColumns, FIRST_ROOM),
    unitOf: new Int32Array(departures.count).fill(-1),
    messages: makeFillingTable(messageColumns, FIRST_ROOM),
    requests: makeFillingTable(requestColumns, FIRST_ROOM),
    learned,
    headways: Array.from(priorityRules.leastHeadwayShare).some((share) => share > 0) ? prepareHeadways(lineStops.count) : undefined,
    controllers: rows,
  };
}

function prepareHeadways(lineStopCount: number): Table<typeof headwayColumns> {
  const headways = makeTable(headwayColumns, lineStopCount);
  headways.leftS.fill(-1);
  return headways;
}

function includes(values: Readonly<ArrayLike<number>>, wanted: number): boolean {
  for (let row = 0; row < values.length; row++) if (values[row] === wanted) return true;
  return false;
}
