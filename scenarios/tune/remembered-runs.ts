import type { JunctionLoss } from './junction-losses.ts';
import type { JunctionTrial } from './junction-rounds.ts';
import { settingsKey, type JunctionSettings } from './knob.ts';
import type { LostTime } from './lost-time.ts';

/** What a run of the corridor says. */
export interface TrialOutcome { lost: LostTime; byJunction: readonly JunctionLoss[] }

/** Runs trials; answers in the same order. */
export type Simulate = (trials: readonly JunctionTrial[]) => Promise<readonly TrialOutcome[]>;

/** All runs of a search, none of them made twice. */
export interface RememberedRuns {
  simulate: Simulate;
  count: () => number;
  /** What the settings gave with this seed; undefined where that has not been run. */
  outcomeOf: (settings: JunctionSettings, seed: number) => TrialOutcome | undefined;
}

export function rememberRuns(simulate: Simulate): RememberedRuns {
  const known = new Map<string, TrialOutcome>(), keyOf = ({ settings, seed }: JunctionTrial): string => `${settingsKey(settings)} | ${seed}`;
  return {
    async simulate(trials) {
      const missing = [...new Map(trials.filter((trial) => !known.has(keyOf(trial))).map((trial) => [keyOf(trial), trial])).values()];
      const outcomes = missing.length > 0 ? await simulate(missing) : [];
      missing.forEach((trial, at) => known.set(keyOf(trial), outcomes[at]!));
      return trials.map((trial) => known.get(keyOf(trial))!);
    },
    count: () => known.size,
    outcomeOf: (settings, seed) => known.get(keyOf({ settings, seed })),
  };
}
