import * as z from 'zod';
import { parseClock } from '../../engine/foundation/clock.ts';
import type { Problem } from '../../engine/foundation/problem.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import type { Claim } from './claim.ts';

/** From when to when a run simulates, seconds since midnight of its first day. */
export interface RunSpan { fromS: number; untilS: number }

/** A kind of change: how it is written, and what it does to a copy of the twin. */
export interface ChangeKind<Schema extends z.ZodType> {
  schema: Schema;
  /** What does not fit this twin, all of it; `where` names the change, e.g. 'changes.0'. Errors keep it from being applied. */
  problems(change: z.infer<Schema>, twin: ReadingTwin, where: string): Problem[];
  /** Why a run over this span would not show what is asked for; nothing where a kind says nothing of it. */
  spanProblems?(change: z.infer<Schema>, span: RunSpan, where: string): Problem[];
  /** What it sets and looks at, so that two changes that contradict each other are told before anything runs. A kind that says nothing is never in conflict. */
  claims?(change: z.infer<Schema>, twin: ReadingTwin): Claim[];
  /** Puts changed tables in place of those of `copy`, whose tables still belong to the original: never writes into one. */
  apply(change: z.infer<Schema>, copy: Twin): void;
}

/** A clock time as people write it. '24:00' is the end of the day. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/).meta({ description: 'clock time, HH:MM' });

export const clockS = (time: string): number => parseClock(time)!;

/** Why a change is asked for: in one language, or in both. */
export const why = z
  .union([z.string().min(10), z.strictObject({ fr: z.string().min(10), en: z.string().min(10) })])
  .meta({ description: 'where this idea comes from; printed in the report' });

/** All of a kind, or these. */
export const allOrNames = z.union([z.literal('all'), z.array(z.string()).min(1)]);
