import { daysOf } from '../../foundation/calendar.ts';
import { DAY_S } from '../../foundation/clock.ts';
import { makeTable } from '../../foundation/table.ts';
import { HOURS_OF_DAY } from '../../twin/hour-volumes.ts';
import { lightingLimitColumns } from '../../twin/lighting.ts';
import type { ReadingTwin } from '../../twin/twin.ts';
import { calendarClock, clockAheadS } from '../civil-clock.ts';
import { walkOutput } from '../lamp-schedule.ts';

/** So many hours of a year in which the lamps of a zone give this output in this clock hour. */
export interface OutputHours { hour: number; outputShare: number; hours: number }

/**
 * How long in the calendar year of the twin's date lamps give which output in which clock hour, by row of `lightingZones`, then for lamps of no
 * zone: what every street is judged by over the year. Hours in which lamps should burn and their program is off count with output 0.
 * On a ramp the lower of its two ends counts, so that no shortfall is missed.
 */
export function outputHours(twin: ReadingTwin): OutputHours[][] {
  const { lightingZones, facts } = twin, year = facts.date.slice(0, 4), dayCount = daysOf(year);
  const clock = calendarClock(facts, `${year}-01-01`, dayCount), hourOf = (timeS: number): number => Math.floor((timeS + clockAheadS(clock, timeS)) / 3600) % HOURS_OF_DAY;
  // Without programs and limits lamps give full output whenever their switching rule lets them burn.
  const undimmed = { ...twin, lightingZones: { ...lightingZones, calendar: new Int32Array(lightingZones.count).fill(-1) }, lightingLimits: makeTable(lightingLimitColumns, 0) };
  const nightsOfRule = new Map<number, Float64Array>();
  return Array.from({ length: lightingZones.count + 1 }, (_, zone) => {
    const byHour = Array.from({ length: HOURS_OF_DAY }, () => new Map<number, number>()), dark = new Float64Array(HOURS_OF_DAY);
    const walk = (of: ReadingTwin, tell: (hour: number, share: number, hours: number) => void): void =>
      walkOutput(of, clock, zone, { firstDay: 0, endDay: dayCount }, (startS, startShare, endS, endShare) => {
        const share = Math.min(startShare, endShare);
        if (Math.max(startShare, endShare) > 0) splitByHour(Math.max(0, startS), Math.min(endS, dayCount * DAY_S), (fromS, untilS) => tell(hourOf(fromS), share, (untilS - fromS) / 3600));
      });
    const rule = zone < lightingZones.count ? lightingZones.switching[zone]! : -1;
    if (!nightsOfRule.has(rule)) {
      const nights = new Float64Array(HOURS_OF_DAY);
      walk(undimmed, (hour, _, hours) => { nights[hour]! += hours; });
      nightsOfRule.set(rule, nights);
    }
    dark.set(nightsOfRule.get(rule)!);
    walk(twin, (hour, share, hours) => {
      dark[hour]! -= hours;
      byHour[hour]!.set(share, (byHour[hour]!.get(share) ?? 0) + hours);
    });
    return byHour.flatMap((shares, hour) => {
      const lit = [...shares].map(([outputShare, hours]) => ({ hour, outputShare, hours }));
      return dark[hour]! > LEAST_H ? [{ hour, outputShare: 0, hours: dark[hour]! }, ...lit] : lit;
    });
  });
}

/** Whole seconds are summed exactly but for the rounding of hours. */
const LEAST_H = 1 / 36000;

/** Pieces of a span that lie in one hour each; clock hours begin with those of the time that passes. */
function splitByHour(fromS: number, untilS: number, tell: (fromS: number, untilS: number) => void): void {
  for (let atS = fromS; atS < untilS; ) {
    const endS = Math.min(untilS, (Math.floor(atS / 3600) + 1) * 3600);
    tell(atS, endS);
    atS = endS;
  }
}
