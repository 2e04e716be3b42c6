import * as z from 'zod';
import { groupKind } from '../../../engine/twin/signals.ts';

/** What stands at the head of a plan file, and its version. */
export const PLAN_FORMAT = 'jumeau signal plans', PLAN_VERSION = 1;

/** Limits on what one file may hold: beyond them it is a mistake, or an attack. */
export const MOST_PLAN_BYTES = 32 * 1024 * 1024;
export const MOST_GROUPS = 200;
const MOST_CONTROLLERS = 10_000, MOST_PLANS = 200, MOST_INTERVALS = 500, MOST_SWITCHES = 1440, MOST_TENTHS = 864_000, LONGEST_NAME = 300;

const name = z.string().min(1).max(LONGEST_NAME);
/** Minus nothing is nothing. */
const tenths = z.number().int().min(0).max(MOST_TENTHS).overwrite((value) => (value === 0 ? 0 : value));

const group = z.strictObject({
  name: z.string().max(LONGEST_NAME).meta({ description: 'for people: streets and ways they turn; not looked at when reading' }),
  kind: z.enum(Object.keys(groupKind) as [keyof typeof groupKind]).optional().meta({ description: 'who goes by it' }),
  minimumGreenTenths: tenths.optional().meta({ description: 'no green is shorter' }),
  amberTenths: tenths.optional().meta({ description: 'at least so much amber after a green' }),
  longestWaitTenths: tenths.optional().meta({ description: 'no red is longer; 0 for no limit' }),
});

const interval = z.strictObject({
  durationTenths: z.number().int().min(1).max(MOST_TENTHS).meta({ description: 'in the plan' }),
  longestTenths: tenths.optional().meta({ description: 'with priority extension; left out where it may not be extended' }),
  stage: z.boolean().meta({ description: 'true for a stage, false for the clearing between two' }),
  shows: z.string().min(1).max(MOST_GROUPS).meta({ description: 'one letter a group: G green, g green that gives way, y amber, r red, u red and amber, o flashing, O off, s arrow after a stop' }),
});

const plan = z.strictObject({
  name,
  offsetTenths: tenths.meta({ description: 'the plan starts so long after midnight, modulo its cycle' }),
  intervals: z.array(interval).min(1).max(MOST_INTERVALS),
});

/** Days of the week, from Monday on. */
export const weekDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const planSwitch = z.strictObject({
  from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'HH:MM or HH:MM:SS').meta({ description: 'clock time from which on the plan runs' }),
  plan: name.nullable().meta({ description: 'name of a plan; ~ for the one that the city has' }),
  days: z.array(z.enum(weekDays)).min(1).max(weekDays.length).optional().meta({ description: 'days of the week on which the entry counts; left out for all' }),
});

const controller = z.strictObject({
  name: name.meta({ description: 'as the city calls it' }),
  groups: z.array(group).min(1).max(MOST_GROUPS),
  intergreenTenths: z.array(z.array(tenths.nullable())).max(MOST_GROUPS).optional().meta({ description: 'a row for each group that loses its green, a column for each that gets it; ~ where they do not conflict' }),
  plans: z.array(plan).min(1).max(MOST_PLANS),
  schedule: z.array(planSwitch).max(MOST_SWITCHES).optional().meta({ description: 'which plan runs from when on; left out where there is one plan' }),
});

/** A file of signal plans. Times are whole tenths of a second: nothing that a controller is told is finer. */
export const planFileSchema = z.strictObject({
  format: z.literal(PLAN_FORMAT), version: z.literal(PLAN_VERSION),
  controllers: z.array(controller).max(MOST_CONTROLLERS),
});

export type PlannedGroup = z.infer<typeof group>;
export type PlannedInterval = z.infer<typeof interval>;
export type SignalPlan = z.infer<typeof plan>;
export type PlanSwitch = z.infer<typeof planSwitch>;
export type PlannedController = z.infer<typeof controller>;
