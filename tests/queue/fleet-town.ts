// A small town and short runs of it, for tests that need many.
import type { RunSettings } from '../../engine/run-settings.ts';
import { twinHash, twinToBytes } from '../../engine/twin/bytes.ts';
import { PACE, type Pace } from '../../scenarios/runs/queue/pace.ts';
import { shareTwin, type PlannedRun, type SharedTwin } from '../../scenarios/runs/planned-run.ts';
import { busTown } from '../verification/bus-town.ts';

const settings: Omit<RunSettings, 'seed'> = { fromS: 7 * 3600, untilS: 7 * 3600 + 600, stepS: 1, untilAllArrived: false, busPriority: true, replay: false };

/** Nobody waits for a fleet in a test longer than it takes; at full size it goes as it does for people. */
export const quick: Pace = process.env['JUMEAU_PROOF'] === '1' ? PACE : { lookEveryMs: 500, againAfterMs: 200, retryAfterMs: 100, lockMs: 3000, stalledEveryMs: 1000, afterRefusalMs: 200, endWithinMs: 1000 };

/** `name`: another one, and it is another city. */
export function sharedTown(name?: string): SharedTwin {
  const twin = busTown();
  if (name !== undefined) twin.facts.name = name;
  return shareTwin(twinToBytes(twin), { hash: twinHash(twin), city: twin.facts.name, synthetic: true });
}

/** Ten minutes of the morning for each seed; drivers differ, so seeds do. */
export const shortRuns = (twin: SharedTwin, count: number, own: Partial<RunSettings> = {}): PlannedRun[] =>
  Array.from({ length: count }, (_, at) => ({ twin, scenario: 'town', changes: [], settings: { ...settings, seed: at + 1, ...own } }));
