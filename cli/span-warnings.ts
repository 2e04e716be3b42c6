import type { Problem } from '../engine/foundation/problem.ts';
import { measureStartS, type RunSettings } from '../engine/run-settings.ts';
import type { ReadingTwin } from '../engine/twin/twin.ts';
import { clockText } from './clock-text.ts';

/** What a person should know of the span of a run before they read zeros: nothing drives in it, or it goes on after the city's own end. */
export function spanWarnings({ facts, links, departures }: ReadingTwin, settings: Pick<RunSettings, 'fromS' | 'measuredFromS' | 'untilS' | 'untilAllArrived'>): Problem[] {
  const { untilS, untilAllArrived } = settings, fromS = measureStartS(settings);
  const warning = (code: string, parameters: Problem['parameters'] = {}): Problem => ({ severity: 'warning', code, where: facts.name, parameters });
  if (links.count === 0) return [warning('cli-no-streets')];
  if (departures.count === 0) return [warning('cli-no-departures')];
  let firstS = Infinity, lastS = -Infinity, inSpan = 0;
  for (let row = 0; row < departures.count; row++) {
    const departS = departures.departS[row]!;
    firstS = Math.min(firstS, departS);
    lastS = Math.max(lastS, departS);
    if (departS >= fromS && departS < untilS) inSpan++;
  }
  const last = clockText(lastS);
  if (inSpan === 0 && !untilAllArrived) return [warning('cli-none-departs', { from: clockText(fromS), until: clockText(untilS), first: clockText(firstS), last })];
  // A city that runs until all have arrived has no end of its own.
  const endS = Math.max(facts.defaultUntilS, lastS);
  return untilS > endS && !facts.runUntilAllArrived ? [warning('cli-past-the-end', { until: clockText(untilS), end: clockText(facts.defaultUntilS), last })] : [];
}
