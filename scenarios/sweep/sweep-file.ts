import * as z from 'zod';
import { clockTime } from '../changes/change-kind.ts';
import { indicators } from '../measure/indicators.ts';
import { MOST_HOURS, MOST_SEEDS } from '../questions/question-schema.ts';

/** A larger file is no sweep that a person wrote, and more parameters or runs are a slip of the pen. */
export const MOST_SWEEP_BYTES = 1_000_000, MOST_PARAMETERS = 20, MOST_RUNS = 100_000;
/** With fewer, nobody can check that differences are spread normally. */
const USUAL_SEEDS = 5;
const MOST_WARM_UP_HOURS = 24, LONGEST_TEXT = 200;

export const levelSchema = z.union([z.number(), z.boolean(), z.string().min(1).max(LONGEST_TEXT)]);

/** Said once, or in both languages. */
export const wordingSchema = z.string().min(1).max(LONGEST_TEXT).or(z.strictObject({ fr: z.string().min(1).max(LONGEST_TEXT), en: z.string().min(1).max(LONGEST_TEXT) }));

/** A value that a parameter takes. */
export type Level = z.infer<typeof levelSchema>;

export const parameterSchema = z.strictObject({
  from: z.number().optional().meta({ description: 'first value of a range' }),
  until: z.number().optional().meta({ description: 'last value of a range, where a step meets it' }),
  step: z.number().positive().optional().meta({ description: 'from one value of a range to the next' }),
  values: z.array(levelSchema).min(1).optional().meta({ description: 'in place of a range: numbers, texts (clock times too) or true and false' }),
  title: wordingSchema.optional().meta({ description: 'what people read in place of its name: a text, or { fr: ..., en: ... }' }),
  unit: wordingSchema.optional().meta({ description: 'behind its values: s, lux' }),
});

/** What is said of a parameter. */
export type ParameterField = z.infer<typeof parameterSchema>;

const point = z.record(z.string(), levelSchema);

const designs = {
  grid: z.strictObject({ by: z.literal('grid') }).meta({ description: 'every value of each parameter with every value of the others' }),
  'latin-hypercube': z.strictObject({
    by: z.literal('latin-hypercube'),
    samples: z.int().min(1).max(MOST_RUNS).optional().meta({ description: 'points to draw; --samples says it as well' }),
    seed: z.int().min(0).max(2 ** 32 - 1).default(1).meta({ description: 'of the draw of points, not of the runs' }),
  }).meta({ description: 'points spread evenly over each parameter' }),
  list: z.strictObject({ by: z.literal('list'), points: z.array(point).min(1).meta({ description: 'each point: a value for every parameter' }) }).meta({ description: 'these points' }),
} as const;

export const designFields: Readonly<Record<string, readonly string[]>> = Object.fromEntries(Object.entries(designs).map(([by, { shape }]) => [by, Object.keys(shape)]));

/** A design that needs no more than its name may be written as that. */
const design = z.preprocess((given) => (typeof given === 'string' ? { by: given } : given), z.discriminatedUnion('by', [designs.grid, designs['latin-hypercube'], designs.list]));

export type Design = z.infer<typeof design>;

const names = indicators.map(({ name }) => name);

/** Each field of a sweep file. */
export const sweepFields = {
  title: wordingSchema.optional().meta({ description: 'printed above the answer: a text, or { fr: ..., en: ... }' }),
  question: z.union([z.string().min(1).max(LONGEST_TEXT), z.strictObject({ parameter: z.string() })]).optional().meta({ description: 'a question of the library, or a parameter whose values are such names' }),
  changes: z.array(z.unknown()).min(1).optional().meta({ description: 'as in a file of changes; { parameter: NAME } may stand for any value' }),
  parameters: z.record(z.string(), parameterSchema).optional().meta({ description: 'names, each with its values and what people read for it; of a list of points, the points have the values' }),
  design: design.default({ by: 'grid' }),
  baseline: z.union([z.string().min(1).max(LONGEST_TEXT), z.array(z.unknown())]).optional().meta({ description: 'a question of the library or changes; left out: the city as it is' }),
  seeds: z.int().min(1).max(MOST_SEEDS).default(USUAL_SEEDS).meta({ description: 'runs of each point and of the baseline, with seeds 1, 2, ...' }),
  from: clockTime.optional(),
  hours: z.number().min(0.01).max(MOST_HOURS).optional(),
  warmUp: z.number().min(0).max(MOST_WARM_UP_HOURS).optional().meta({ description: 'hours simulated before, and not measured' }),
  indicators: z.array(z.enum(names)).min(1).optional().meta({ description: 'the first one decides which point is best' }),
} as const;

/** The whole file. */
export const sweepSchema = z.strictObject(sweepFields).meta({ description: 'Many runs of one question: values of its parameters, and what is measured.' });

export type SweepFile = z.infer<typeof sweepSchema>;
