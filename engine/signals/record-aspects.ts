import { appendRow } from '../results/growing-table.ts';
import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import type { SignalState } from '../state/signal-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** What the groups of a controller show now: a copy. */
export const shownBy = (twin: ReadingTwin, { shown, controllers }: SignalState, controller: number): Uint8Array =>
  shown.slice(controllers.firstGroup[controller]!, controllers.firstGroup[controller]! + twin.controllers.groupCount[controller]!);

/** Writes down which groups of a controller show something else than before, on the way from one stage to another. */
export function recordAspects({ timeS, signals: { shown, controllers } }: CityState, log: ResultLog, controller: number, before: Readonly<Uint8Array>): void {
  const first = controllers.firstGroup[controller]!;
  before.forEach((aspect, signalGroup) => {
    const now = shown[first + signalGroup]!;
    if (now !== aspect) appendRow(log.aspectChanges, { controller, timeS, signalGroup, shown: now });
  });
}
