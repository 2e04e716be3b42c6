import * as z from 'zod';
import type { Wording } from '../../engine/foundation/text.ts';
import type { Change } from '../changes/change.ts';
import { readEachChange } from '../changes/read-changes.ts';
import { indicators, type IndicatorName } from '../measure/indicators.ts';
import { MOST, savedQuestionSchema, savedSettings, text } from '../saved/saved-comparison.ts';
import type { SweepHead } from '../saved/sweep-head.ts';
import { fillIn } from './fill-in.ts';
import type { Parameter, Point } from './points.ts';
import { levelSchema, MOST_RUNS, sweepSchema, wordingSchema, type Level } from './sweep-file.ts';

/**
 * A sweep as it is kept: the file that asked for it, what every run measured, and by which keys the runs are found again. Terminal, page, print, table and
 * viewer are drawn from it alone, in any language; what is said of the figures is worked out when it is read.
 */

/** Raise it when the layout changes: it is part of the number of a sweep, so that one of another version is made anew from the runs that are kept. */
export const SWEEP_FORMAT = 2;

/** A hundred thousand runs with four figures each take some 15 MB. */
export const MOST_SAVED_BYTES = 200_000_000;

/** More of them are not read by anyone. */
export const MOST_WARNINGS = 100;

const key = z.string().max(200), keys = z.array(key).max(MOST_RUNS);
/** Seed, then what that run measured, in the order of the indicators. */
const runs = z.array(z.array(z.number().nullable()).min(1)).max(MOST_RUNS);
const lampsFollowTraffic = z.boolean(), indicatorName = z.enum(indicators.map(({ name }) => name) as [IndicatorName, ...IndicatorName[]]);

export const savedSweepSchema = z.strictObject({
  format: z.literal(SWEEP_FORMAT),
  id: z.string().regex(/^[0-9a-f]{32}$/),
  /** As it was typed, and what else was: what to type to compute the same again. */
  file: text, command: text,
  title: wordingSchema,
  definition: sweepSchema,
  city: z.strictObject({ name: text, synthetic: z.boolean(), date: z.iso.date(), twinHash: text }),
  engine: text,
  node: text,
  /** Of every run, the seed apart; left out where nothing ran. */
  settings: savedSettings.exactOptional(),
  seeds: z.array(z.number().int().min(0)).max(MOST.runs),
  /** The first one judges the points, where it could be measured or the file names it. */
  indicators: z.array(indicatorName).min(1),
  /** Those of them that were asked for before any run; the others are looked at beside. Without it all were. */
  asked: z.array(indicatorName).exactOptional(),
  parameters: z.array(z.strictObject({ name: text, levels: z.array(levelSchema).max(MOST_RUNS), title: wordingSchema.exactOptional(), unit: wordingSchema.exactOptional() })).min(1),
  baseline: z.strictObject({ question: savedQuestionSchema, keys, runs, lampsFollowTraffic }),
  /** Questions of the library that points name. */
  questions: z.array(savedQuestionSchema),
  points: z.array(z.strictObject({ values: z.record(z.string(), levelSchema), keys, runs, lampsFollowTraffic })).min(1).max(MOST_RUNS),
  /** What should be known before its figures are read, as it was told beside them; those of an earlier one were not kept. */
  warnings: z.array(z.strictObject({ severity: z.literal('warning'), code: text, where: text, parameters: z.record(z.string(), z.union([z.string().max(MOST.letters), z.number()])) })).max(MOST_WARNINGS).exactOptional(),
  /** Runs that came to no result: of the baseline (side 0) or of a point. */
  failed: z.array(z.strictObject({ side: z.number().int().min(0), seed: z.number(), reason: text, isFault: z.boolean() })),
});

export type SavedSweep = z.infer<typeof savedSweepSchema>;

export const headOfSweep = ({ id, file, title, city, points, seeds }: SavedSweep): SweepHead =>
  ({ id, file, title, city: city.name, twinHash: city.twinHash, points: points.length, seeds: seeds.length });

/** The values of its points, in the order of its parameters. */
export const pointsOfSweep = ({ parameters, points }: SavedSweep): Point[] => points.map(({ values }) => parameters.map(({ name }) => values[name]!));

/** The parameters of a point with their values. */
const levelsOf = (parameters: readonly Parameter[], point: Point): Map<string, Level> => new Map(parameters.map(({ name }, at) => [name, point[at]!]));

/** What a point changes, where it names no question: as its file has it, with its values. */
export function changesOfPoint({ definition, parameters }: Pick<SavedSweep, 'definition' | 'parameters'>, point: Point): Change[] {
  const { changes } = readEachChange(fillIn(definition.changes ?? [], levelsOf(parameters, point)));
  return changes.filter((change) => change !== undefined);
}

/** The name of the question that a point asks. */
export const questionOfPoint = ({ definition, parameters }: Pick<SavedSweep, 'definition' | 'parameters'>, point: Point): string => String(fillIn(definition.question, levelsOf(parameters, point)));

/** A title that is said once is the same in both languages. */
export const inBoth = (wording: Wording): { fr: string; en: string } => (typeof wording === 'string' ? { fr: wording, en: wording } : { ...wording });
