import type { Problem } from '../engine/foundation/problem.ts';
import { measureStartS, type RunSettings } from '../engine/run-settings.ts';
import { NEVER_S } from '../engine/twin/demand.ts';
import type { ReadingTwin } from '../engine/twin/twin.ts';
import type { Change } from '../scenarios/changes/change.ts';
import { whenItShows } from '../scenarios/changes/when-it-shows.ts';
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

/**
 * What a person should know where changes move trips out of the measured span and none, or others, come in: figures of both sides are then of other trips.
 * Changes leave departures in their rows. `rows`: those of the city before any change; behind them either side has trips of its own.
 */
export function movedTripsWarnings(before: ReadingTwin, after: ReadingTwin, settings: Pick<RunSettings, 'fromS' | 'measuredFromS' | 'untilS' | 'untilAllArrived'>, rows = before.departures.count): Problem[] {
  if (before.departures === after.departures) return [];
  const fromS = measureStartS(settings), untilS = settings.untilAllArrived ? Infinity : settings.untilS, isInside = (departS: number): boolean => departS >= fromS && departS < untilS;
  let left = 0, came = 0;
  for (let row = 0; row < rows; row++) {
    const was = before.departures.departS[row]!, is = after.departures.departS[row]!;
    if (was === is || was === NEVER_S || is === NEVER_S) continue;
    if (isInside(was) && !isInside(is)) left++;
    if (!isInside(was) && isInside(is)) came++;
  }
  return left === came ? [] : [{ severity: 'warning', code: 'cli-trips-leave-span', where: before.facts.name, parameters: { left, came, from: clockText(fromS), until: clockText(settings.untilS) } }];
}

/** A bus leaves for its first stop a little before the time of its trip. */
const NEAR_S = 60;

/** Changes that hold at no time of what is simulated, warming up included: results are the same without them, and seem to say that they are of no use. */
export function outsideSpanWarnings(changes: readonly (Change | undefined)[], settings: Pick<RunSettings, 'fromS' | 'measuredFromS' | 'untilS' | 'untilAllArrived'>): Problem[] {
  const { fromS, untilS, untilAllArrived } = settings, endS = untilAllArrived ? Infinity : untilS;
  return changes.flatMap((change, at): Problem[] => {
    if (!change) return [];
    const shows = whenItShows(change);
    if (!shows || shows.spans.some((span) => span.untilS > fromS - NEAR_S && span.fromS < endS + NEAR_S)) return [];
    return [{ severity: 'warning', code: 'cli-change-outside-span', where: `changes.${at}`, parameters: { kindOfChange: change.change, from: shows.from, until: shows.until, simulatedFrom: clockText(measureStartS(settings)), simulatedUntil: clockText(untilS) } }];
  });
}
