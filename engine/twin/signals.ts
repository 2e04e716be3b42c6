import { f64, rowOf, text, u16, u32, u8, codeOf, yesNo, type Table } from '../foundation/table.ts';

/** What a signal group shows. */
export const aspect = { red: 0, amber: 1, greenPermissive: 2, green: 3, redAmber: 4, flashing: 5, off: 6, greenArrowAfterStop: 7 } as const;

/** A signal controller: the cabinet at a junction, or at several junctions that switch together. */
export const controllerColumns = {
  name: text('what the source calls it'),
  xM: f64('east of the origin'),
  yM: f64('north of the origin'),
  groupCount: u16('signal groups'),
  cycleS: f64('sum of its intervals'),
  offsetS: f64('the plan starts this long after midnight, modulo the cycle'),
  firstInterval: u32('first row in `intervals`'),
  intervalCount: u16('rows in `intervals`'),
  busPriority: yesNo('whether buses may extend its greens'),
};

/**
 * The plans of controllers that have several, the first of them as in `controllers`: a run begins with the one that the schedule
 * asks for. Sorted by controller; their intervals follow each other.
 */
export const signalPlanColumns = {
  controller: rowOf('controllers', 'whose plan'),
  name: text('what the source calls it'),
  cycleS: f64('sum of its intervals'),
  offsetS: f64('it starts this long after midnight, modulo its cycle'),
  firstInterval: u32('first row in `intervals`'),
  intervalCount: u16('rows in `intervals`'),
};

/** Which plan a controller takes by the clock, and keeps until its next entry. Sorted by controller and time of the day. */
export const planSwitchColumns = {
  controller: rowOf('controllers', 'whose schedule'),
  days: u8('days of the week on which the entry counts: one bit each, 1 for Monday to 64 for Sunday'),
  atS: f64('after midnight'),
  plan: rowOf('signalPlans', 'the plan from then on'),
};

/** An interval of a fixed-time plan: a time during which no signal group changes. Sorted by controller and order. */
export const intervalColumns = {
  controller: rowOf('controllers', 'whose plan'),
  durationS: f64('in the fixed-time plan'),
  longestS: f64('with priority extension; equal to durationS where it may not be extended'),
  stage: yesNo('1 for a stage (greens that run), 0 for the clearing between two stages'),
  firstAspect: u32('first row in `aspects`: one row for each signal group of the controller'),
};

/** What each signal group shows in each interval. */
export const aspectColumns = { shown: codeOf(aspect, 'what the group shows') };

/** The intergreen matrix: safety comes from it, never from the plan. Sorted by controller. */
export const intergreenColumns = {
  controller: rowOf('controllers', 'whose matrix'),
  endingGroup: u16('signal group that loses its green'),
  startingGroup: u16('conflicting signal group that gets it next'),
  leastS: f64('from end of green to start of green, in whole tenths'),
};

/** Who goes by a signal group. */
export const groupKind = { vehicle: 0, bus: 1, tram: 2, pedestrian: 3, cycle: 4 } as const;

/**
 * Signal groups (lignes de feux) with the limits that hold whatever a controller does. Sorted by controller; the g-th row of
 * a controller is its group g, so rows run in step with what the state shows. Either every group has a row, or none has
 * and no limit but the intergreen matrix is declared.
 */
export const signalGroupColumns = {
  controller: rowOf('controllers', 'whose group'),
  kind: codeOf(groupKind, 'who goes by it'),
  minimumGreenS: f64('no green is shorter'),
  amberS: f64('at least so much amber after a green; 0 for a group without'),
  longestWaitS: f64('no red is longer; 0 where none is declared'),
};

/** How a controller that is not run by its plan chooses the next stage; docs/models/signal-control.md. */
export const stageChoice = { longestQueue: 0, maxPressure: 1, occupancyMaxPressure: 2 } as const;

/** Controllers that choose the stages of their plan by the traffic, whatever its order and lengths. Sorted by controller. */
export const stageControlColumns = {
  controller: rowOf('controllers', 'who chooses'),
  choice: codeOf(stageChoice, 'by what'),
  decisionEveryS: f64('it decides this long after it last decided to change, and again after as long'),
  leastStageS: f64('no stage is shorter'),
  reachM: f64('it sees vehicles so far before the stop line'),
};

/**
 * Controllers whose plan keeps cycle and offset while traffic ends its other stages early: what they leave is added to the
 * coordinated stage. Sorted by controller.
 */
export const coordinationColumns = {
  controller: rowOf('controllers', 'who is coordinated'),
  stage: rowOf('intervals', 'the coordinated stage: it ends when the plan says'),
  leastStageS: f64('no other stage is shorter'),
};

export const detectorKind = { loop: 0, laneArea: 1 } as const;

/** A detector: where the road notices vehicles. */
export const detectorColumns = {
  name: text('what the source calls it'),
  kind: codeOf(detectorKind, 'a loop sees who passes a point; a lane area sees who is on a stretch'),
  lane: rowOf('lanes', 'the lane it watches; of a loop inside a junction the lane before'),
  movement: rowOf('movements', 'the movement that a loop inside a junction watches, -1 on a lane'),
  positionM: f64('along the lane or movement: of a loop itself, of a lane area its start'),
  lengthM: f64('of a lane area; 0 for a loop'),
  intervalS: f64('its counts are recorded this often; 0 for one that only signals look at'),
};

/**
 * An interval whose length traffic decides: it lasts as long as vehicles follow each other closely over the detectors
 * of its approaches, within bounds. Sorted by interval.
 */
export const actuationColumns = {
  interval: rowOf('intervals', 'the interval concerned'),
  shortestS: f64('it lasts at least this long'),
  longestS: f64('it ends after this time, whoever comes'),
  passingS: f64('time that a vehicle needs from a detector to the stop line: green for the last one seen'),
  firstGap: u32('first row in `actuationGaps`'),
  gapCount: u16('rows in `actuationGaps`'),
};

/** A detector that prolongs an interval, and the gap between vehicles over it that ends its call. */
export const actuationGapColumns = {
  detector: rowOf('detectors', 'a loop'),
  longestGapS: f64('since the last vehicle left the loop; as long as the gap is shorter, the interval goes on'),
};

export type Controllers = Table<typeof controllerColumns>;
export type Intervals = Table<typeof intervalColumns>;
export type SignalPlans = Table<typeof signalPlanColumns>;
export type PlanSwitches = Table<typeof planSwitchColumns>;
export type Aspects = Table<typeof aspectColumns>;
export type Intergreens = Table<typeof intergreenColumns>;
export type SignalGroups = Table<typeof signalGroupColumns>;
export type StageControls = Table<typeof stageControlColumns>;
export type Coordinations = Table<typeof coordinationColumns>;
export type Detectors = Table<typeof detectorColumns>;
export type Actuations = Table<typeof actuationColumns>;
export type ActuationGaps = Table<typeof actuationGapColumns>;
