import { f64, rowOf, text, u16, u32, codeOf, yesNo, type Table } from '../foundation/table.ts';

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
  leastS: f64('from end of green to start of green'),
};

export type Controllers = Table<typeof controllerColumns>;
export type Intervals = Table<typeof intervalColumns>;
export type Aspects = Table<typeof aspectColumns>;
export type Intergreens = Table<typeof intergreenColumns>;
