import * as z from 'zod';
import { clockTime, why } from '../changes/change-kind.ts';
import { changeSchema } from '../changes/change.ts';
import { indicators, type IndicatorName } from '../measure/indicators.ts';

/** Most seeds of one comparison, and most hours of one run: a mistyped number should be a problem, not a lost night. */
export const MOST_SEEDS = 200, MOST_HOURS = 168;

const indicatorName = z.enum(indicators.map(({ name }) => name) as [IndicatorName, ...IndicatorName[]]);

/** Said once, or in both languages. */
const wording = z.union([z.string().min(3).max(500), z.strictObject({ fr: z.string().min(3).max(500), en: z.string().min(3).max(500) })]);

/** What somebody who knows the subject expects of one figure, before anything has run. */
export const expectationSchema = z.strictObject({
  indicator: indicatorName.meta({ description: 'which figure' }),
  moves: z.enum(['falls', 'rises', 'stays']).meta({ description: 'which way it goes from the baseline; "stays": no more than `most` either way' }),
  least: z.number().min(0).optional().meta({ description: 'by how much at least, in `unit`; 0 where nothing is said' }),
  most: z.number().min(0).meta({ description: 'by how much at most, in `unit`' }),
  unit: z.enum(['percent', 'own']).default('percent').meta({ description: 'of the baseline, or the unit of the figure itself' }),
  why: why.meta({ description: 'why so, and where the size comes from' }),
}).meta({ description: 'Sign and order of an effect, written down before anything is run.' });

/** A question as someone writes it in a file. Only `changes` has to be there. */
export const questionSchema = z.strictObject({
  $schema: z.string().optional().meta({ description: 'where editors find the schema that completes this file' }),
  name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).max(60).optional().meta({ description: 'as results call it: small letters, digits and hyphens; the name of the file where nothing is said' }),
  title: wording.optional().meta({ description: 'a few words, for headings' }),
  question: wording.optional().meta({ description: 'what is asked, as a question' }),
  when: z.strictObject({
    from: clockTime.meta({ description: 'clock time at which measuring begins, HH:MM' }),
    hours: z.number().min(0.01).max(MOST_HOURS).meta({ description: 'how long runs last, hours' }),
  }).optional().meta({ description: 'the span of its runs; a day where nothing is said' }),
  seeds: z.number().int().min(1).max(MOST_SEEDS).optional().meta({ description: 'runs of scenario and of baseline; 3 where nothing is said' }),
  changes: z.array(changeSchema).min(1).meta({ description: 'what is changed in a copy of the city' }),
  indicators: z.array(indicatorName).min(1).optional().meta({ description: 'the figures that answer it, the most important first: what is asked before any run, judged together and apart from all that is looked at beside; those of the library on the like where nothing is said' }),
  expected: z.array(expectationSchema).min(1).optional().meta({ description: 'what is expected, before anything is run' }),
}).meta({ description: 'A what-if question: changes, the span and the seeds of its runs, and the figures that answer it.' });

/** What may stand in a file: a question, or its changes alone. */
export const questionFileSchema = z.union([questionSchema, questionSchema.shape.changes]);

export type Expectation = z.infer<typeof expectationSchema>;
/** As an author writes it, with what may be left out left out. */
export type WrittenQuestion = z.input<typeof questionSchema>;
