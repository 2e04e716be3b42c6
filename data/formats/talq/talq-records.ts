import * as z from 'zod';

/** The version of the TALQ data model that is written; files of other versions are read as far as they say the same. */
export const TALQ_VERSION = '2.7.1';
/** By these words a file is known as one that was written here. */
export const TALQ_FILE_HEAD = '{\n  "talqVersion": ';

const id = z.string().min(1).max(300);
const MOST_OF_A_KIND = 10_000, MOST_DYNAMIC = 2000, MOST_DEVICES = 200_000;
/** What a twin can hold: levels of a program, minutes from the sun, seconds of a ramp. */
const MOST_LEVELS = 96;
const offsetMin = z.number().int().min(-1440).max(1440), switchingOffsetMin = z.number().int().min(-360).max(360);
const rampS = z.number().min(0).max(21_600).optional();

const command = z.looseObject({
  state: z.looseObject({ name: z.string(), value: z.unknown().optional() }),
  rampToLevelTime: rampS,
  rampFromLevelTime: rampS,
});
const astroClockTimeControl = z.looseObject({
  offset: offsetMin, solarEventType: z.enum(['sunrise', 'sunset']),
  operation: z.enum(['Set', 'Max', 'Min', 'Add', 'Sub', 'Mul']), command,
});
const fixedTimeControl = z.looseObject({ startTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/, 'hh:mm:ss'), command });
const activePeriod = z.looseObject({
  name: z.string(),
  startTime: z.string().optional(), endTime: z.string().optional(),
  sunsetOffset: switchingOffsetMin.optional(), sunriseOffset: switchingOffsetMin.optional(),
  onLevel: z.number().optional(), offLevel: z.number().optional(),
});
/** What of a dynamic control a twin can hold; others are told and left out. */
export const presenceControl = z.looseObject({
  period: z.looseObject({ startTime: z.string(), endTime: z.string() }),
  effect: z.looseObject({ type: z.literal('FixedControlEffect'), operation: z.enum(['Set', 'Max']), holdTime: z.number().min(0).max(86_400).default(0), command }),
});
const controlProgram = z.looseObject({
  id, type: z.string(),
  activePeriods: z.array(activePeriod).max(100),
  fixedTimeControls: z.array(fixedTimeControl).max(MOST_LEVELS),
  astroClockTimeControls: z.array(astroClockTimeControl).max(MOST_LEVELS).default([]),
  dynamicControls: z.array(z.unknown()).max(MOST_DYNAMIC).default([]),
});

const day = z.number().int().min(1).max(7), date = z.string().max(20);
const condition = z.looseObject({
  type: z.enum(['ccDate', 'ccDay']),
  dates: z.array(z.looseObject({ start: date, end: date.optional() })).max(1000).optional(),
  days: z.array(z.looseObject({ start: day, end: day.optional() })).max(7).optional(),
  occurrences: z.array(z.string()).max(5).optional(),
});
const calendarRule = z.looseObject({ startDate: date.optional(), endDate: date.optional(), condition: condition.optional(), program: id });
const calendar = z.looseObject({ id, rules: z.array(calendarRule).max(1000).default([]), defaultProgram: id.optional() });

const deviceFunction = z.looseObject({ type: z.string(), calendarID: z.looseObject({ value: z.string().optional() }).optional() });
const device = z.looseObject({ name: z.string().max(300), functions: z.array(deviceFunction).max(1000).default([]) });

/** What of TALQ (data model 2.7.1, BSD-3-Clause) is read: each list holds the resources that its interface has under that name. */
export const talqFileSchema = z.looseObject({
  controlService: z.looseObject({ dayOffset: z.union([z.literal(0), z.literal(12)]).default(0) }).default({ dayOffset: 0 }),
  controlPrograms: z.array(controlProgram).max(MOST_OF_A_KIND),
  calendars: z.array(calendar).max(MOST_OF_A_KIND),
  devices: z.array(device).max(MOST_DEVICES).default([]),
});

export type TalqFile = z.infer<typeof talqFileSchema>;
export type TalqProgram = z.infer<typeof controlProgram>;
export type TalqCalendar = z.infer<typeof calendar>;
export type TalqRule = z.infer<typeof calendarRule>;
export type TalqCommand = z.infer<typeof command>;
