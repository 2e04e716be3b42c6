import type { CityState } from '../state/city-state.ts';
import { actuationOf } from '../twin/actuation-of.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** When the running interval ends at the latest: traffic may prolong it, if it may at all and its end has not been brought forward. */
export function latestEndS(twin: ReadingTwin, { priority, signals: { controllers } }: CityState, controller: number): number {
  const actuation = actuationOf(twin, controllers.interval[controller]!), endsS = controllers.endsS[controller]!;
  return actuation < 0 || (priority && priority.controllers.cutInterval[controller]! >= 0) ? endsS : Math.max(endsS, controllers.startedS[controller]! + twin.actuations.longestS[actuation]!);
}
