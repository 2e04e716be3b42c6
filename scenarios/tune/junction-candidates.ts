import { weighted } from './combine-junctions.ts';
import { settingKey, type Knob, type Setting } from './knob.ts';
import { spreadSettings } from './spread-settings.ts';
import type { RememberedRuns } from './remembered-runs.ts';

export interface CandidatesInput {
  junctionCount: number;
  knobs: readonly Knob[];
  /** At every junction. */
  given: readonly Setting[];
  /** Settings that have been tried on the whole corridor, with these seeds or the first of them; the first of `given` with all. */
  tried: readonly Setting[];
  seeds: readonly number[];
  outcomeOf: RememberedRuns['outcomeOf'];
  /** So many at each junction. */
  count: number;
  seed: number;
}

/**
 * What is to be tried at each junction: what is given; those that did best at this junction when the whole corridor had them; and as many
 * that are new, spread over all knobs.
 */
export function junctionCandidates({ junctionCount, knobs, given, tried, seeds, outcomeOf, count, seed }: CandidatesInput): Setting[][] {
  const person = weighted(1), reference = given[0]!;
  const everywhere = (setting: Setting): Setting[] => Array.from({ length: junctionCount }, () => setting);
  const gains = tried.map((setting) => seeds.flatMap((one) => {
    const outcome = outcomeOf(everywhere(setting), one), beside = outcomeOf(everywhere(reference), one);
    return outcome && beside ? [outcome.byJunction.map((loss, junction) => person(loss) - person(beside.byJunction[junction]!))] : [];
  }));
  return Array.from({ length: junctionCount }, (_, junction) => {
    const mean = (at: number): number => gains[at]!.reduce((sum, bySeed) => sum + bySeed[junction]!, 0) / Math.max(1, gains[at]!.length);
    const bestHere = tried.map((_, at) => at).filter((at) => gains[at]!.length > 0).sort((one, other) => mean(one) - mean(other) || one - other).map((at) => tried[at]!);
    const fromCorridor = distinct([...given, ...bestHere]).slice(0, Math.max(given.length, Math.ceil((given.length + count) / 2)));
    return distinct([...fromCorridor, ...spreadSettings(knobs, count, seed + junction)]).slice(0, count);
  });
}

const distinct = (settings: readonly Setting[]): Setting[] => [...new Map(settings.map((setting) => [settingKey(setting), setting])).values()];
