import { DAY_S } from '../../foundation/clock.ts';
import type { ReadingTwin } from '../../twin/twin.ts';
import { momentS } from '../civil-clock.ts';
import { walkOutput } from '../lamp-schedule.ts';
import type { LightingPeriod } from './lighting-period.ts';

/**
 * What a zone gives in each half day: row 2 * day to noon, 2 * day + 1 from noon. The night that begins on a day is that day's second half
 * and the next day's first; row 0 belongs to the night before the period.
 */
export interface HalfDays { burningS: Float64Array; lightS: Float64Array; lengthS: Float64Array }

export function halfDays(twin: ReadingTwin, { clock, dayCount }: LightingPeriod, zone: number): HalfDays {
  const count = 2 * dayCount, edgesS = Float64Array.from({ length: count + 1 }, (_, half) => momentS(clock, Math.floor(half / 2), half % 2 === 0 ? 0 : DAY_S / 2));
  const burningS = new Float64Array(count), lightS = new Float64Array(count), lengthS = new Float64Array(count);
  for (let half = 0; half < count; half++) lengthS[half] = edgesS[half + 1]! - edgesS[half]!;
  let half = 0;
  walkOutput(twin, clock, zone, { firstDay: 0, endDay: dayCount }, (startS, startShare, endS, endShare) => {
    if (startShare === 0 && endShare === 0) return;
    const slope = (endShare - startShare) / (endS - startS), startOn = startShare > 0 ? 1 : 0, onSlope = ((endShare > 0 ? 1 : 0) - startOn) / (endS - startS);
    for (let fromS = Math.max(startS, edgesS[0]!); fromS < endS;) {
      while (edgesS[half + 1]! <= fromS) half++;
      const untilS = Math.min(endS, edgesS[half + 1]!), partS = untilS - fromS, middleS = (fromS + untilS) / 2 - startS;
      lightS[half]! += partS * (startShare + slope * middleS);
      burningS[half]! += partS * (startOn + onSlope * middleS);
      fromS = untilS;
    }
  });
  return { burningS, lightS, lengthS };
}

/** The night of a half day, 0 the one that began before the period. Lamps take on a new drive share when they come on. */
export const nightOf = (half: number): number => Math.floor((half + 1) / 2);
