import * as z from 'zod';
import type { CityFacts } from '../../engine/twin/twin.ts';
import { STEPS_S } from '../../engine/foundation/clock.ts';
import { changeSchema } from '../changes/change.ts';
import { compareAll } from '../compare/compare-all.ts';
import type { Comparison, Judging } from '../compare/compare-runs.ts';
import { indicators, type IndicatorName } from '../measure/indicators.ts';
import type { RunSummary } from '../measure/run-summary.ts';
import { expectationSchema } from '../questions/question-schema.ts';
import type { Question } from '../questions/question.ts';
import { savedProblemSchema } from './saved-problem.ts';

/**
 * A comparison as it is kept: two questions, the city of each, what every run measured and by which fingerprints the runs are found
 * again. Pages, tables and the viewer are drawn from it alone, in any language: no twin, no result and no simulation beside it.
 */

/** Raise it when the layout changes, or what is measured of a run: a comparison of another version is made anew. */
export const SAVED_FORMAT = 1;

/** More than these is no comparison of ours: a week in steps of five minutes, the seeds that a command takes, the lines and zones of a large city. */
export const MOST = { minutes: 8 * 288, runs: 200, rows: 10_000, changes: 10_000, letters: 20_000, sources: 1000 };

export const text = z.string().max(MOST.letters);
const inBoth = z.strictObject({ fr: text, en: text });
const wording = z.union([text, inBoth]);
export const clockS = z.number().min(0).max(1e9);
const indicatorName = z.enum(indicators.map(({ name }) => name) as [IndicatorName, ...IndicatorName[]]);

/** Of a question what pages say of it. */
export const savedQuestionSchema = z.strictObject({
  name: text, title: inBoth, question: inBoth,
  when: z.strictObject({ from: text, hours: z.number() }),
  seeds: z.number(),
  changes: z.array(changeSchema).max(MOST.changes).readonly(),
  ofCity: z.strictObject({ file: text, differs: z.array(text).max(MOST.rows).readonly() }).exactOptional(),
  indicators: z.array(indicatorName).max(MOST.rows).readonly(),
}) satisfies z.ZodType<Question>;

/** What pages say of a question. What was expected of this very comparison stands in `expected`; what was found before is the library's to tell. */
export const savedQuestion = ({ name, title, question: asked, when, seeds, changes, ofCity, indicators: names }: Question): Question =>
  ({ name, title, question: asked, when, seeds, changes, ...(ofCity && { ofCity }), indicators: names });

/** What pages say of a city. */
const facts = z.strictObject({
  name: text,
  synthetic: z.boolean(),
  date: z.iso.date(),
  energy: z.strictObject({ priceEurPerKwh: z.number(), priceSource: inBoth, carbonGPerKwh: z.number(), carbonSource: inBoth }),
  sources: z.array(z.strictObject({ what: inBoth, from: wording, licence: wording, synthetic: z.boolean() })).max(MOST.sources),
  routeGaps: z.array(z.strictObject({ fromS: clockS, untilS: clockS, relativeGap: z.number() })).max(MOST.rows).exactOptional(),
  rerouteShare: z.number().exactOptional(),
});
export type SavedFacts = Pick<CityFacts, keyof z.infer<typeof facts>>;

const steps = z.array(z.number()).max(MOST.minutes);
const minutes = z.strictObject({ timeS: steps, running: steps, lightingPowerW: steps })
  .refine(({ timeS, running, lightingPowerW }) => running.length === timeS.length && lightingPowerW.length === timeS.length, 'columns of one length');

export const savedRunSchema = z.strictObject({
  /** Of the stored result. */
  key: text,
  /** Of what came out. */
  hash: text,
  seed: z.number().int().min(0),
  /** Hours in which lamps burn in the year of the run. */
  burningH: z.number(),
  values: z.record(indicatorName, z.number().nullable()),
  minutes,
  zones: z.array(z.strictObject({ zone: text, lamps: z.number(), runKwh: z.number(), yearKwh: z.number() })).max(MOST.rows),
  busLines: z.array(z.strictObject({ line: text, colour: z.number().int().min(0).max(0xffffff), stopVisits: z.number(), meanDelayS: z.number() })).max(MOST.rows),
}) satisfies z.ZodType<RunSummary>;

export const savedSideSchema = z.strictObject({
  question: savedQuestionSchema,
  /** Of the city before any change. */
  twinHash: text,
  facts: facts satisfies z.ZodType<SavedFacts>,
  /** Why a year of lighting does not tell all that these lamps do. */
  yearLacks: z.enum(['traffic', 'orders']).exactOptional(),
  /** What is to be known of its span and changes before its figures are read. Those kept without it were kept before warnings were. */
  warnings: z.array(savedProblemSchema).max(MOST.rows).readonly().exactOptional(),
  runs: z.array(savedRunSchema).min(1).max(MOST.runs),
});

/** Of every run, the seed apart. */
export const savedSettings = z.strictObject({
  fromS: clockS, untilS: clockS, stepS: z.number().min(STEPS_S.least).max(STEPS_S.most), untilAllArrived: z.boolean(), busPriority: z.boolean(), replay: z.boolean(),
  measuredFromS: clockS.optional(), rerouteShare: z.number().optional(), recordJunctions: z.boolean().optional(),
});

export const savedComparisonSchema = z.strictObject({
  format: z.literal(SAVED_FORMAT),
  /** 16 hexadecimal digits: the name of its folder. */
  id: z.string().regex(/^[0-9a-f]{16}$/),
  /** Figures that it answers with, the most important first. */
  indicators: z.array(indicatorName).max(MOST.rows),
  /** Those of them that were asked for before any run; the others are looked at beside. Without it all were. */
  asked: z.array(indicatorName).max(MOST.rows).exactOptional(),
  /** Where intervals were wanted so narrow: half their widths in the unit of each (and as a per cent, where one was asked for), and the seeds that decided how many were run. Their spread is that of the intervals. */
  within: z.strictObject({
    firstSeeds: z.array(z.number().int().min(0)).max(MOST.runs),
    wanted: z.array(z.strictObject({ indicator: indicatorName, half: z.number().min(0), percent: z.number().min(0).exactOptional() })).max(MOST.rows),
  }).exactOptional(),
  /** Of its runs. Without them there was none: figures are those of a year of lighting, in one row a side. */
  settings: savedSettings.exactOptional(),
  /** What was expected of the scenario beside this baseline, before anything was run. */
  expected: z.array(expectationSchema).max(MOST.rows).exactOptional(),
  engine: text,
  node: text,
  baseline: savedSideSchema,
  scenario: savedSideSchema,
});

export type SavedComparison = z.infer<typeof savedComparisonSchema>;
export type SavedSide = SavedComparison['baseline'];
export type SavedRun = SavedSide['runs'][number];

/** How its figures are judged. */
export const judgingOf = ({ baseline, scenario, within, asked }: SavedComparison): Judging =>
  ({ asked, firstSeeds: within?.firstSeeds, lampsFollowTraffic: [baseline, scenario].some(({ yearLacks }) => yearLacks === 'traffic') });

/** Every figure of it, the most important first. */
export const comparisonsOf = (saved: SavedComparison): Comparison[] => compareAll(saved.indicators, saved.baseline.runs, saved.scenario.runs, judgingOf(saved));

/** What a list tells of a comparison. `year`: it is over that year, without runs and so without seeds; else what its runs measure goes from `fromS` to `untilS`. */
export interface SavedHead { id: string; city: string; twinHash: string; baseline: Question['title']; scenario: Question['title']; seeds: number; year?: string; fromS?: number; untilS?: number }

/** The year that it is over, where its figures need no run. */
export const yearOf = ({ settings, baseline }: Pick<SavedComparison, 'settings' | 'baseline'>): string | undefined => (settings ? undefined : baseline.facts.date.slice(0, 4));

/** Seeds of its runs; none of a year. */
export const seedsOf = ({ settings, baseline }: SavedComparison): number[] => (settings ? baseline.runs.map(({ seed }) => seed) : []);

export function headOf(saved: SavedComparison): SavedHead {
  const { id, baseline, scenario, settings } = saved, year = yearOf(saved);
  return { id, city: baseline.facts.name, twinHash: baseline.twinHash, baseline: baseline.question.title, scenario: scenario.question.title, seeds: seedsOf(saved).length, ...(year !== undefined && { year }), ...(settings && { fromS: settings.measuredFromS ?? settings.fromS, untilS: settings.untilS }) };
}
