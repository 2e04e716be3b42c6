import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { priorityReason, services } from '../../../engine/twin/priority-words.ts';
import { twinFromBytes, twinToBytes } from '../../../engine/twin/bytes.ts';
import { emptyTwin, type ReadingTwin, type Twin } from '../../../engine/twin/twin.ts';
import { losers, type ClassLoss } from '../../measure/class-losses.ts';
import type { CorridorRecord } from '../../measure/corridor.ts';
import type { JunctionTraffic } from '../../measure/junction-traffic.ts';
import type { LineOperation } from '../../measure/line-operation.ts';
import type { PriorityAnswers } from '../../measure/priority-answers.ts';
import { vehicleClasses } from '../../measure/vehicle-class.ts';
import { keepFolder } from '../../runs/keep-folder.ts';
import type { Store } from '../../runs/store.ts';
import { clockS, MOST, savedQuestion, savedRunSchema, savedSettings, savedSideSchema, text } from '../../saved/saved-comparison.ts';
import type { PriorityInput, PriorityRun } from './priority-input.ts';

/** Raise it when the layout changes, or what is measured of a run. */
export const PRIORITY_FORMAT = 1;

/** A report on priority but for its language. */
export type PriorityContent = Omit<PriorityInput, 'language'>;

const amount = z.number(), orNull = z.number().nullable(), few = <T extends z.ZodType>(one: T) => z.array(one).max(MOST.rows * 10);
const passages = z.strictObject({ count: amount, delayS: amount });
const ofClasses = <T extends z.ZodType>(one: T) => z.record(z.enum(vehicleClasses), one);

const junctions = few(z.strictObject({
  controller: amount, name: text,
  approaches: few(z.strictObject({
    link: amount, street: text, fromEighth: amount, lengthM: amount, classes: ofClasses(passages), people: amount, peopleDelayS: amount, greens: amount, greensWithQueue: amount,
    splitFailures: amount, spillBacks: amount, meanQueueM: amount, longestQueueM: amount, profile: z.strictObject({ timeS: few(amount), queueM: few(amount) }),
  })),
})) satisfies z.ZodType<JunctionTraffic[]>;

const lines = few(z.strictObject({
  line: text, mode: text, trips: amount, onTimePercent: amount, meanLateS: amount, meanRunS: orNull, runSpreadS: orNull, speedKmh: orNull, excessWaitS: orNull, signalDelayPerTripS: amount,
  boarded: amount, meanWaitS: orNull, meanRideS: orNull, leftBehind: amount,
})) satisfies z.ZodType<LineOperation[]>;

const answers = z.strictObject({
  requests: amount, served: z.partialRecord(z.enum(services), amount), notNeeded: amount, refused: z.partialRecord(z.enum(Object.keys(priorityReason) as (keyof typeof priorityReason)[]), amount),
  gainS: amount, costVehicleS: amount, givenBackS: amount, notGivenBackS: amount,
}) satisfies z.ZodType<PriorityAnswers>;

const closed = few(z.strictObject({ fromS: amount, untilS: amount }));
const corridor = z.strictObject({
  lengthM: amount, signals: few(z.strictObject({ name: text, atM: amount, closed })), stops: few(z.strictObject({ name: text, atM: amount })),
  tracks: few(z.strictObject({ points: few(z.strictObject({ timeS: amount, atM: amount })) })),
}) satisfies z.ZodType<CorridorRecord>;

/** By row of the controller: the plans that it followed, and its stages by their interval. */
const signals = few(z.tuple([amount, z.strictObject({
  plans: few(z.strictObject({ firstInterval: amount, fromS: amount, untilS: amount })),
  stages: few(z.tuple([amount, z.strictObject({ times: amount, sumS: amount, shortestS: amount, longestS: amount })])),
})])).transform((all): PriorityRun['signals'] => new Map(all.map(([controller, { plans, stages }]) => [controller, { plans, stages: new Map(stages) }])));

const runSchema = savedRunSchema.omit({ key: true }).extend({
  junctions, lines, signals, classes: z.record(z.enum(losers as [typeof losers[number]]), z.strictObject({ passages: amount, delayS: amount, people: amount, peopleDelayS: amount }) satisfies z.ZodType<ClassLoss>),
  delays: ofClasses(z.strictObject({ counts: few(amount), sumS: amount })), answers: answers.optional(), corridor: corridor.optional(),
});

const sideSchema = z.strictObject({ question: savedSideSchema.shape.question, runs: z.array(runSchema).min(1).max(MOST.runs) });
const contentSchema = z.strictObject({
  format: z.literal(PRIORITY_FORMAT), facts: savedSideSchema.shape.facts, twinHash: text, settings: savedSettings, engine: text, node: text, command: text,
  view: z.strictObject({ line: text, fromS: clockS, untilS: clockS }).optional(), baseline: sideSchema, scenario: sideSchema,
});

const SIDES = ['baseline', 'scenario'] as const;
const folderOf = (home: string, id: string): string => join(home, 'priority-reports', id);

/** Who drives when, what lights the streets and what stands along them: no page on signals asks for it, and it is most of a city. */
const LEFT_OUT = ['departures', 'routes', 'routeLinks', 'halts', 'trips', 'calls', 'houses', 'lamps', 'litStreets'] as const satisfies readonly (keyof Twin)[];

/** The signals of a city and the streets that they stand in. */
export const signalsOf = (twin: ReadingTwin): Twin => {
  const empty = emptyTwin(twin.facts);
  return { ...(twin as Twin), ...Object.fromEntries(LEFT_OUT.map((name) => [name, empty[name]])) };
};

/** Keeps all that the page is drawn from, beside comparisons: figures of every run, and the signals of both sides. */
export async function keepPriority(store: Pick<Store, 'folder' | 'openAside' | 'drop'>, id: string, { baseline, scenario, ...rest }: PriorityContent): Promise<void> {
  const sideOf = ({ question, runs }: typeof baseline): unknown => ({ question: savedQuestion(question), runs: runs.map(({ signals: used, ...run }) => ({ ...run, signals: [...used].map(([controller, { plans, stages }]) => [controller, { plans, stages: [...stages] }]) })) });
  const content = JSON.stringify({ ...rest, format: PRIORITY_FORMAT, baseline: sideOf(baseline), scenario: sideOf(scenario) });
  await keepFolder(store, folderOf(store.folder, id), [['report.json', content], ...[baseline, scenario].map(({ twin }, at) => [`${SIDES[at]!}.twin`, twinToBytes(signalsOf(twin))] as const)]);
}

/** Undefined where none is kept under this name, or none that this version reads. */
export async function findPriority(store: Pick<Store, 'folder'>, id: string): Promise<PriorityContent | undefined> {
  try {
    const folder = folderOf(store.folder, id), { format: _, baseline, scenario, ...rest } = contentSchema.parse(JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')));
    const [before, after] = await Promise.all(SIDES.map(async (side) => twinFromBytes(new Uint8Array(await readFile(join(folder, `${side}.twin`))))));
    if (!before || !after) return undefined;
    const whole = (runs: typeof baseline.runs): PriorityRun[] => runs.map((run) => ({ ...run, answers: run.answers, corridor: run.corridor }));
    return { ...rest, view: rest.view, baseline: { question: baseline.question, runs: whole(baseline.runs), twin: before }, scenario: { question: scenario.question, runs: whole(scenario.runs), twin: after } };
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
