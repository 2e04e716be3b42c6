import { codeOf, f64, makeTable, type Table } from '../foundation/table.ts';
import { aspect } from '../twin/signals.ts';

/** One row for each signal group of each controller, as in `signals.shown`. */
export const signalWatchColumns = {
  shown: codeOf(aspect, 'what it showed when last looked at'),
  sinceS: f64('since when it shows red, amber or green; -Infinity where that began before the run'),
  waitingSinceS: f64('since when it is red; Infinity while it is not'),
  greenEndedS: f64('when its last green ended; -Infinity before the first'),
};

/** What the safety monitor remembers. It follows from what was shown, and so is no part of the state's fingerprint. */
export interface SignalWatch {
  groups: Table<typeof signalWatchColumns>;
  /** Nobody has waited too long before this time. */
  nextWaitEndS: number;
}

/** Whoever is red at the start of a run is taken to wait from then on. */
export function prepareSignalWatch(shown: Readonly<Uint8Array>, fromS: number): SignalWatch | undefined {
  if (shown.length === 0) return undefined;
  const groups = makeTable(signalWatchColumns, shown.length);
  groups.shown.set(shown);
  groups.sinceS.fill(-Infinity);
  groups.greenEndedS.fill(-Infinity);
  for (let row = 0; row < groups.count; row++) groups.waitingSinceS[row] = isRed(shown[row]!) ? fromS : Infinity;
  return { groups, nextWaitEndS: -Infinity };
}

export const isRed = (shown: number): boolean => shown === aspect.red || shown === aspect.redAmber;
