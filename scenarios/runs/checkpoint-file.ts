import { createHash } from 'node:crypto';
import * as z from 'zod';
import { aboutCheckpoint } from '../../engine/checkpoint/checkpoint.ts';
import type { Checked, Problem } from '../../engine/foundation/problem.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import type { Change } from '../changes/change.ts';
import { settingsSchema } from './manifest.ts';

/** What a checkpoint says of the run that was stopped: enough to know what goes on from it. */
const aboutSchema = z.object({
  twinHash: z.string(), city: z.string(), scenario: z.string(), changes: z.array(z.unknown()).max(10_000), settings: settingsSchema, engine: z.string(), atS: z.number(),
});

export type CheckpointAbout = z.infer<typeof aboutSchema>;

/** A checkpoint at hand: its bytes, what it says of itself, and its name in keys of results. */
export interface OpenCheckpoint { bytes: Uint8Array; about: CheckpointAbout; hash: string }

/** Reads what a file says of itself; the worker that goes on from it reads the rest. `where`: the file's name, for problems. */
export function openCheckpoint(bytes: Uint8Array, where: string): Checked<OpenCheckpoint> {
  const about = aboutSchema.safeParse(aboutCheckpoint(bytes)?.about).data;
  if (!about) return { problems: [{ severity: 'error', code: 'checkpoint-not-whole', where, parameters: {} }] };
  return { value: { bytes, about, hash: createHash('sha256').update(bytes).digest('hex') }, problems: [] };
}

/** What is to go on from a checkpoint. */
export interface Continuation { twinHash: string; city: string; changes: readonly Change[]; settings: RunSettings; engine: string }

/** Why this cannot go on from there: another city, or another engine, whose steps would not be the same. */
export function mismatches({ about }: OpenCheckpoint, asked: Continuation, where: string): Problem[] {
  const problems: Problem[] = [];
  if (about.twinHash !== asked.twinHash) problems.push({ severity: 'error', code: 'checkpoint-other-city', where, parameters: { made: named(about), asked: named(asked) } });
  if (about.engine !== asked.engine) problems.push({ severity: 'error', code: 'checkpoint-other-engine', where, parameters: { made: about.engine, here: asked.engine } });
  return problems;
}

/** Two cities may have one name: the start of the fingerprint tells them apart. */
const named = ({ city, twinHash }: { city: string; twinHash: string }): string => `${city.slice(0, 80)} ${twinHash.slice(0, 8)}`;

/**
 * What sets a result apart from that of a run that never stopped: a what-if that began on streets that another scenario
 * had filled, or a replay that lacks its start. Undefined where nothing does: then both are one result.
 */
export function differentBeginning({ about, hash }: OpenCheckpoint, { changes, settings }: Continuation): string | undefined {
  const same = JSON.stringify(about.changes) === JSON.stringify(changes) && about.settings.busPriority === settings.busPriority && !settings.replay;
  return same ? undefined : hash;
}
