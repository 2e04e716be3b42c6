import { calendarDate, julianDay } from '../../foundation/calendar.ts';
import type { ReadingTwin } from '../../twin/twin.ts';
import { lightingPeriod, type LightingPeriod } from './lighting-period.ts';
import { zoneHours } from './zone-hours.ts';

/** Mean burning hours a night of each zone over a whole year from the start of a period: for ages of lamps, which no short winter should tell. */
export function nightlyHours(twin: ReadingTwin, { clock }: LightingPeriod): (zone: number) => number {
  const year = lightingPeriod(twin.facts, clock.date, calendarDate(julianDay(clock.date) + 364)), { burningS } = zoneHours(twin, year), monthCount = year.months.length;
  return (zone) => {
    let sumS = 0;
    for (let month = 0; month < monthCount; month++) sumS += burningS[zone * monthCount + month]!;
    return sumS / 3600 / year.dayCount;
  };
}
