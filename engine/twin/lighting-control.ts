import { codeOf, f64, rowOf, text, u16, u32, type Table } from '../foundation/table.ts';

/** What lamps look at: whether anybody is there, or how much traffic there is. */
export const adaptiveKind = { presence: 0, traffic: 1 } as const;

/**
 * Lamps that follow the traffic of their street instead of their program, between two clock times, while they burn. Up at once; down
 * when nobody has been seen for a while (presence) or after so many samples in a row (traffic).
 */
export const adaptiveRuleColumns = {
  name: text('short name'),
  zone: rowOf('lightingZones', 'whose lamps; each street of it is looked at by itself'),
  kind: codeOf(adaptiveKind, 'presence of a vehicle or a person, or counts of vehicles'),
  fromClockS: f64('clock time from which it holds, 0 to 86,400'),
  untilClockS: f64('clock time until which it holds; before `fromClockS` for a span over midnight'),
  quietShare: f64('presence: output while nobody is there'),
  busyShare: f64('presence: output while somebody is, and as long as `holdS` after'),
  holdS: f64('presence: time after the last one seen until output falls'),
  fallS: f64('in which output moves evenly down; up it goes at once'),
  firstStep: u32('traffic: first row in `adaptiveSteps`'),
  stepCount: u16('traffic: rows in `adaptiveSteps`'),
  intervalS: f64('traffic: how long vehicles are counted for one sample'),
  confirmationCount: u16('traffic: samples in a row that must ask for less than a step before it is given up'),
};

/** Output by traffic: the last step whose flow is reached. Rising within a rule, the first from 0. */
export const adaptiveStepColumns = {
  fromFlowPerH: f64('vehicles an hour on the street, both directions together'),
  outputShare: f64('output from this flow on'),
};

/** An operator's order between two moments: lamps give this, whatever program and traffic say, even by day. The last row that holds wins. */
export const lightingOverrideColumns = {
  zone: rowOf('lightingZones', 'only lamps of this zone; -1 any'),
  street: rowOf('streets', 'only lamps of this street; -1 any'),
  commune: rowOf('communes', 'only lamps fed by cabinets of this commune; -1 any'),
  cabinet: rowOf('cabinets', 'only lamps that this cabinet feeds; -1 any'),
  fromS: f64('begins, seconds since midnight of the first day'),
  untilS: f64('ends'),
  outputShare: f64('0 off, 1 full output'),
};

/** What lamps that hear nothing from the control post do: burn at full output from dusk to dawn, or go on with the program they hold. */
export const fallback = { fullOutput: 0, program: 1 } as const;

/** Cabinets that the control post does not reach between two moments: neither orders nor what detectors saw come through. */
export const communicationLossColumns = {
  cabinet: rowOf('cabinets', 'which one; -1 all of them'),
  fromS: f64('begins, seconds since midnight of the first day'),
  untilS: f64('ends'),
  fallback: codeOf(fallback, 'what its lamps do meanwhile'),
};

export type AdaptiveRules = Table<typeof adaptiveRuleColumns>;
