import { DAY_S } from '../../foundation/clock.ts';
import { levelReference } from '../../twin/lighting.ts';
import type { ReadingTwin } from '../../twin/twin.ts';
import { momentS } from '../civil-clock.ts';
import { burningEdges } from '../lamp-schedule.ts';
import { wholeS } from '../switching.ts';
import { ruleKey } from './burning-table.ts';
import type { LightingPeriod, Nights } from './lighting-period.ts';

/** Days before the period of which something may still matter. */
const DAYS_BEFORE = 3;

/**
 * Adds what a zone gives that follows one program of clock times on every day and has no limits: what `walkOutput` comes to, night by night
 * without its lists of events, for cities in which every lamp has a program and ramps of its own. False, and nothing added, for other zones.
 */
export function addClockNights(twin: ReadingTwin, period: LightingPeriod, zone: number, { burningS, lightS }: { burningS: Float64Array; lightS: Float64Array }): boolean {
  const levels = levelsOf(twin, zone);
  if (!levels) return false;
  const { clockS, share, rampS } = levels, count = clockS.length, { clock, dayCount, months } = period, row = zone * months.length;
  const { edgesS, dayS, isPlain, monthEndS } = nightsOf(twin, period, zone), fromS = dayS[DAYS_BEFORE]!, endS = dayS[DAYS_BEFORE + dayCount]!, beginS = dayS[DAYS_BEFORE - 1]!;
  let month = 0;
  /** A stretch on which output runs evenly, of which light and burning count by month. */
  const add = (startS: number, startShare: number, untilS: number, endShare: number): void => {
    // Nearly all of them lie within a month and give light at both ends.
    while (monthEndS[month]! <= startS) month++;
    if (startS >= fromS && untilS <= monthEndS[month]! && startShare > 0 && endShare > 0) {
      lightS[row + month]! += (untilS - startS) * 0.5 * (startShare + endShare);
      burningS[row + month]! += untilS - startS;
      return;
    }
    for (let partS = startS > fromS ? startS : fromS; partS < untilS;) {
      while (monthEndS[month]! <= partS) month++;
      const partEndS = untilS < monthEndS[month]! ? untilS : monthEndS[month]!, middle = ((partS + partEndS) / 2 - startS) / (untilS - startS);
      const startOn = startShare > 0 ? 1 : 0, endOn = endShare > 0 ? 1 : 0;
      lightS[row + month]! += (partEndS - partS) * (startShare + (endShare - startShare) * middle);
      burningS[row + month]! += (partEndS - partS) * (startOn + (endOn - startOn) * middle);
      partS = partEndS;
    }
  };
  const levelS = (day: number, level: number): number => (isPlain[day] === 1 ? dayS[day]! + clockS[level]! : wholeS(momentS(clock, day - DAYS_BEFORE, clockS[level]!)));
  let day = 0;
  for (let night = 0; night < edgesS.length; night += 2) {
    const onS = Math.max(edgesS[night]!, beginS), offS = Math.min(edgesS[night + 1]!, endS);
    if (offS <= onS) continue;
    while (dayS[day + 1]! <= onS) day++;
    let today = day, level = 0;
    while (level < count && levelS(today, level) <= onS) level++;
    let target = share[level > 0 ? level - 1 : count - 1]!, startS = onS, startShare = target, rampEndS = onS;
    for (let isNight = true; isNight; level++) {
      if (level === count) [today, level] = [today + 1, 0];
      const atS = levelS(today, level);
      isNight = atS < offS;
      // Where clocks jump, levels in the hour left out come together: the last one holds.
      if (isNight && (share[level] === target || (level + 1 < count && levelS(today, level + 1) === atS))) continue;
      const untilS = isNight ? atS : offS, bendS = rampEndS < untilS ? rampEndS : untilS;
      const reached = untilS >= rampEndS ? target : startShare + ((target - startShare) * (untilS - startS)) / (rampEndS - startS);
      if (bendS > startS) add(startS, startShare, bendS, reached);
      if (untilS > bendS) add(bendS, target, untilS, target);
      target = share[level]!;
      startShare = rampS[level]! > 0 ? reached : target;
      startS = atS;
      rampEndS = atS + rampS[level]!;
    }
  }
  return true;
}

interface ClockLevels { clockS: Float64Array; share: Float64Array; rampS: Float64Array }

/** The levels of a zone whose program and calendar are of this simple kind. */
function levelsOf({ lightingZones, lightingCalendars, lightingPrograms, lightingLimits, dimmingLevels: levels }: ReadingTwin, zone: number): ClockLevels | undefined {
  const calendar = zone < lightingZones.count ? lightingZones.calendar[zone]! : -1;
  if (calendar < 0 || lightingCalendars.ruleCount[calendar] !== 0 || lightingLimits.count > 0) return undefined;
  const program = lightingCalendars.defaultProgram[calendar]!, first = program < 0 ? 0 : lightingPrograms.firstLevel[program]!, count = program < 0 ? 0 : lightingPrograms.levelCount[program]!;
  if (count === 0) return undefined;
  const found: ClockLevels = { clockS: new Float64Array(count), share: new Float64Array(count), rampS: new Float64Array(count) };
  for (let level = 0; level < count; level++) {
    found.clockS[level] = wholeS(levels.fromS[first + level]!);
    found.share[level] = levels.outputShare[first + level]!;
    found.rampS[level] = wholeS(levels.rampS[first + level]!);
    if (levels.reference[first + level] !== levelReference.clock || !(found.clockS[level]! > (level > 0 ? found.clockS[level - 1]! : -1) && found.clockS[level]! < DAY_S)) return undefined;
  }
  return found;
}

/** Those of the switching rule of a zone, kept with the period. */
function nightsOf(twin: ReadingTwin, { clock, dayCount, months, nights }: LightingPeriod, zone: number): Nights {
  const rule = twin.lightingZones.switching[zone]!, key = ruleKey(twin, rule);
  let found = nights.get(key);
  if (!found) {
    // Some days more: the level after the last one of the last night is looked for there.
    const dayS = Float64Array.from({ length: dayCount + DAYS_BEFORE + 4 }, (_, day) => momentS(clock, day - DAYS_BEFORE, 0));
    nights.set(key, found = {
      edgesS: Float64Array.from(burningEdges(twin, clock, rule, -DAYS_BEFORE, dayCount)), dayS,
      isPlain: Uint8Array.from(dayS, (startS, day) => (dayS[day + 1]! - startS === DAY_S ? 1 : 0)),
      monthEndS: Float64Array.from(months, ({ endDay }) => momentS(clock, endDay, 0)),
    });
  }
  return found;
}
