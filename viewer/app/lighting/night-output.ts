import { DAY_S } from '../../../engine/foundation/clock.ts';
import { makeTable } from '../../../engine/foundation/table.ts';
import { runClock } from '../../../engine/lighting/civil-clock.ts';
import { walkOutput } from '../../../engine/lighting/lamp-schedule.ts';
import { sunTimes } from '../../../engine/lighting/sun-times.ts';
import { lightingLimitColumns } from '../../../engine/twin/lighting.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';

/** A stretch of a night in which the output of a zone stays or moves evenly; seconds since midnight of the run's first day. */
export interface OutputStretch { fromS: number; untilS: number; fromShare: number; untilShare: number }

/** The night that begins on the run's first day is looked at from noon to noon. */
export const NIGHT_FROM_S = DAY_S / 2, NIGHT_UNTIL_S = NIGHT_FROM_S + DAY_S;

/** What the lamps of a zone give through the first night of the run, by the engine's own schedule. */
export function nightOutput(twin: ReadingTwin, zone: number): OutputStretch[] {
  const stretches: OutputStretch[] = [];
  walkOutput(twin, runClock(twin.facts), zone, { firstDay: 0, endDay: 2 }, (startS, startShare, endS, endShare) => {
    const fromS = Math.max(startS, NIGHT_FROM_S), untilS = Math.min(endS, NIGHT_UNTIL_S);
    if (fromS >= untilS) return;
    const shareAt = (timeS: number): number => startShare + ((endShare - startShare) * (timeS - startS)) / (endS - startS);
    stretches.push({ fromS, untilS, fromShare: shareAt(fromS), untilShare: shareAt(untilS) });
  });
  return stretches;
}

/** When lamps of a zone burn through that night, whatever programs and limits make of it. */
export function burningSpans(twin: ReadingTwin, zone: number): OutputStretch[] {
  const undimmed = { ...twin.lightingZones, calendar: new Int32Array(twin.lightingZones.count).fill(-1) };
  return nightOutput({ ...twin, lightingZones: undimmed, lightingLimits: makeTable(lightingLimitColumns, 0) }, zone).filter(({ fromShare }) => fromShare > 0);
}

/** An hour of the clock in the night that is looked at. */
export interface NightHour { hour: number; fromS: number }

/** Hours of the clock in the order of a night. */
export const nightHours: readonly NightHour[] = Array.from({ length: 24 }, (_, at) => ({ hour: (at + 12) % 24, fromS: NIGHT_FROM_S + at * 3600 }));

/**
 * The least that lamps give in an hour of the night while they burn: what a street must keep its class with. Undefined where they do not
 * burn in it. Off within the night is 0; dusk and dawn, when they come on or go off, do not count.
 */
export function leastShare(stretches: readonly OutputStretch[], burning: readonly OutputStretch[], { fromS: hourS }: NightHour): number | undefined {
  let least: number | undefined;
  for (const span of burning) {
    for (const { fromS, untilS, fromShare, untilShare } of stretches) {
      const startS = Math.max(fromS, span.fromS, hourS), endS = Math.min(untilS, span.untilS, hourS + 3600);
      if (startS >= endS) continue;
      const shareAt = (timeS: number): number => fromShare + ((untilShare - fromShare) * (timeS - fromS)) / (untilS - fromS);
      least = Math.min(least ?? 1, shareAt(startS), shareAt(endS));
    }
  }
  return least;
}

/** Sunset of the first day and sunrise of the next, s since midnight of the first; infinite where the sun does not cross the horizon. */
export const nightOf = ({ facts }: ReadingTwin): { sunsetS: number; sunriseS: number } => ({ sunsetS: sunTimes(facts, 0).sunsetS, sunriseS: sunTimes(facts, 1).sunriseS });

/** Days between two looks at the sun: the longest night is met to some minutes. */
const LOOK_DAYS = 5;

/** The hours from an hour before the earliest sunset of the year to an hour after the latest sunrise: what a picture of the night shows, whatever the day. */
export function hoursShown({ facts }: ReadingTwin): NightHour[] {
  let earliestS = NIGHT_UNTIL_S, latestS = NIGHT_FROM_S;
  for (let day = 0; day < 365; day += LOOK_DAYS) {
    earliestS = Math.min(earliestS, sunTimes(facts, day).sunsetS - day * DAY_S);
    latestS = Math.max(latestS, sunTimes(facts, day + 1).sunriseS - day * DAY_S);
  }
  return nightHours.filter(({ fromS }) => fromS > earliestS - 7200 && fromS < latestS + 3600);
}
