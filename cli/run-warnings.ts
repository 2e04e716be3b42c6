import { eachOnce, type Problem } from '../engine/foundation/problem.ts';
import { applyChanges } from '../scenarios/changes/apply-changes.ts';
import type { Change } from '../scenarios/changes/change.ts';
import type { PlannedRun, RunOutcome } from '../scenarios/runs/planned-run.ts';
import type { City } from './city.ts';
import { movedTripsWarnings, outsideSpanWarnings, spanWarnings } from './span-warnings.ts';

/**
 * What a person should know before they read results: of the span, of changes that do not do all they say, of the runs. Each
 * once. Results from the store have forgotten what was said of their changes, so that is asked of the city again.
 */
export function runWarnings(city: City, planned: readonly PlannedRun[], outcomes: readonly RunOutcome[]): Problem[] {
  const changeLists = new Map(planned.map(({ changes }) => [JSON.stringify(changes), changes]));
  const warnings = [
    ...spanWarnings(city.twin, planned[0]!.settings),
    ...[...changeLists.values()].flatMap((changes) => {
      const { value, problems } = applyChanges(city.twin, changes as readonly Change[]);
      return [...outsideSpanWarnings(changes as readonly Change[], planned[0]!.settings), ...problems, ...(value ? movedTripsWarnings(city.twin, value, planned[0]!.settings) : [])];
    }),
    ...outcomes.flatMap(({ problems }) => problems),
  ];
  return eachOnce(warnings);
}

/** The same of runs on one city or two. `sideOf`: which of those asked for a run belongs to. */
export const sideWarnings = (asked: readonly { city: City }[], planned: readonly PlannedRun[], outcomes: readonly RunOutcome[], sideOf: (run: number) => number): Problem[] =>
  eachOnce(asked.flatMap(({ city }, side) => runWarnings(city, planned.filter((_, run) => sideOf(run) === side), outcomes.filter((_, run) => sideOf(run) === side))));
