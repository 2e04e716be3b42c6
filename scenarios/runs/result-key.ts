import { createHash } from 'node:crypto';
import type { RunSettings } from '../../engine/run-settings.ts';
import { RESULT_FORMAT } from './manifest.ts';

/** Everything that decides what comes out of a run. */
export interface RunIdentity {
  twinHash: string;
  changes: readonly unknown[];
  settings: RunSettings;
  engine: string;
  /** Fingerprint of the checkpoint that it began from, where that makes a difference. */
  begunFrom?: string | undefined;
}

/** JSON whose keys stand in order, so that two ways to write one change give one key. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, ordered(inner)]));
}

/** 32 hexadecimal digits: the name of the result's folder. */
export function resultKey({ twinHash, changes, settings, engine, begunFrom }: RunIdentity): string {
  const identity = JSON.stringify(ordered({ format: RESULT_FORMAT, twinHash, changes, settings, engine, ...(begunFrom === undefined ? {} : { begunFrom }) }));
  return createHash('sha256').update(identity).digest('hex').slice(0, 32);
}
