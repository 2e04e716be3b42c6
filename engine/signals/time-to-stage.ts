import type { SignalState } from '../state/signal-state.ts';
import { amberOfS, firstRowOf, minimumGreenOfS } from '../twin/group-limits.ts';
import { isGreen, isGreenAspect } from '../twin/plan-green.ts';
import { aspect } from '../twin/signals.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** When a stage would show whole if a controller began to change over to it now: by the rules of `changeOver`, from what is shown. */
export function shownWholeS(twin: ReadingTwin, signals: SignalState, controller: number, stage: number, atS: number): number {
  const { shown, changeovers: { groups: { greenSinceS, greenEndedS } } } = signals, { intergreens } = twin;
  const first = signals.controllers.firstGroup[controller]!, count = twin.controllers.groupCount[controller]!;
  const isShown = (group: number): boolean => isGreenAspect(shown[first + group]!), ends = (group: number): boolean => isShown(group) && !isGreen(twin, stage, group);
  const endS = (group: number): number => (ends(group) ? Math.max(atS, greenSinceS[first + group]! + minimumGreenOfS(twin, first + group)) : greenEndedS[first + group]!);
  let wholeS = atS;
  for (let group = 0; group < count; group++) {
    // Nobody starts before every green that ends has ended, and its amber is over.
    if (ends(group) || shown[first + group] === aspect.amber) wholeS = Math.max(wholeS, endS(group) + amberOfS(twin, first + group));
  }
  for (let row = firstRowOf(intergreens, controller); row < intergreens.count && intergreens.controller[row] === controller; row++) {
    const starting = intergreens.startingGroup[row]!, ending = intergreens.endingGroup[row]!;
    if (isGreen(twin, stage, starting) && !isShown(starting) && (!isShown(ending) || ends(ending))) wholeS = Math.max(wholeS, endS(ending) + intergreens.leastS[row]!);
  }
  return wholeS;
}
