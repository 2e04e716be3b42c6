import { clockChangeS } from '../../foundation/calendar.ts';
import { DAY_S } from '../../foundation/clock.ts';
import type { ReadingTwin } from '../../twin/twin.ts';
import { momentS, SUMMER_AHEAD_S } from '../civil-clock.ts';
import { burningSpan } from '../switching.ts';
import type { BurningTable, LightingPeriod } from './lighting-period.ts';

/** Tables of a period take this much at most; schedules beyond are walked night by night. */
const MOST_BYTES = 400e6;

/** Whether a period can keep so many tables more. */
export const hasRoom = ({ tables, months }: LightingPeriod, more: number): boolean => (tables.size + more) * (DAY_S + 1) * months.length * 4 <= MOST_BYTES;

/** Days that a table is about. With `startsAtNoon` the hours of a day run to noon of the next. */
export interface TableDays { key: string; startsAtNoon: boolean; holds(day: number): boolean }
export const EVERY_DAY: TableDays = { key: 'every day', startsAtNoon: false, holds: () => true };

/**
 * The table of a switching rule for the days of which `holds` says so. `key` tells them apart; place and rule are added to it.
 */
export function burningTable(twin: ReadingTwin, period: LightingPeriod, rule: number, days: TableDays): BurningTable {
  const key = `${ruleKey(twin, rule)} ${days.key}`, known = period.tables.get(key);
  if (known) return known;
  const { clock, months, dayCount } = period, monthCount = months.length, changeS = clockChangeS(clock.utcOffsetMin), table = new Int32Array((DAY_S + 1) * monthCount);
  const monthOf = new Uint16Array(dayCount);
  months.forEach(({ firstDay, endDay }, month) => monthOf.fill(month, firstDay, endDay));
  // Seconds are counted once where a stretch begins and taken off where it ends; two sums turn that into seconds before each clock time.
  const count = (day: number, fromClockS: number, untilClockS: number): void => {
    const isCounted = (clockS: number) => day >= 0 && day < dayCount && days.holds(days.startsAtNoon && clockS < DAY_S / 2 ? day - 1 : day);
    for (const [startS, endS] of [[fromClockS, Math.min(untilClockS, DAY_S / 2)], [Math.max(fromClockS, DAY_S / 2), untilClockS]] as const) {
      if (startS >= endS || !isCounted(startS)) continue;
      table[startS * monthCount + monthOf[day]!]! += 1;
      table[endS * monthCount + monthOf[day]!]! -= 1;
    }
  };
  const extra: [day: number, seconds: number][] = [];
  let coveredS = momentS(clock, 0, 0);
  for (let night = -2; night < dayCount; night++) {
    const span = burningSpan(twin, clock, rule, night);
    if (!span) continue;
    for (let day = night - 1, startS = Math.max(span.onS, coveredS); day <= night + 2; day++) {
      const dayS = momentS(clock, day, 0), nextS = momentS(clock, day + 1, 0), fromS = Math.max(startS, dayS), untilS = Math.min(span.offS, nextS);
      if (fromS < untilS) countOnDay({ fromS: fromS - dayS, untilS: untilS - dayS, lengthS: nextS - dayS, changeS }, (a, b) => count(day, a, b), (seconds) => extra.push([day, seconds]));
    }
    coveredS = Math.max(coveredS, span.offS);
  }
  sumUp(table, monthCount);
  sumUp(table, monthCount);
  shift(table, monthCount);
  for (const [day, seconds] of extra) {
    if (day < 0 || day >= dayCount || !days.holds(days.startsAtNoon ? day - 1 : day)) continue;
    for (let clockS = changeS + SUMMER_AHEAD_S; clockS <= DAY_S; clockS++) table[clockS * monthCount + monthOf[day]!]! += seconds;
  }
  period.tables.set(key, table);
  return table;
}

/** A stretch of a day of so many seconds, whose clocks may change `changeS` after midnight, of standard time. */
interface StretchOfDay { fromS: number; untilS: number; lengthS: number; changeS: number }

/**
 * A stretch of a day, as clock times. Where clocks jump ahead the hour from the change is left out; where they go back, what burns in its
 * second round burns at the level in force when it began to strike its end: it is told as extra seconds before that.
 */
function countOnDay({ fromS, untilS, lengthS, changeS }: StretchOfDay, count: (fromClockS: number, untilClockS: number) => void, extra: (seconds: number) => void): void {
  if (lengthS === DAY_S) return count(fromS, untilS);
  const isShort = lengthS < DAY_S, joinS = isShort ? changeS : changeS + SUMMER_AHEAD_S, laterS = isShort ? changeS : changeS + 2 * SUMMER_AHEAD_S;
  count(fromS, Math.min(untilS, joinS));
  if (laterS > joinS && Math.min(untilS, laterS) > Math.max(fromS, joinS)) extra(Math.min(untilS, laterS) - Math.max(fromS, joinS));
  const aheadS = DAY_S - lengthS;
  count(Math.max(fromS, laterS) + aheadS, Math.max(untilS, laterS) + aheadS);
}

function sumUp(table: BurningTable, width: number): void {
  for (let at = width; at < table.length; at++) table[at]! += table[at - width]!;
}

/** After two sums a row holds the seconds up to its end: moved on by one it holds those before it. */
function shift(table: BurningTable, width: number): void {
  table.copyWithin(width, 0, table.length - width);
  table.fill(0, 0, width);
}

/** What tells a switching rule, at a place, from all others. */
export function ruleKey({ switchingRules: rules, facts }: ReadingTwin, rule: number): string {
  const { originLatitudeDeg, originLongitudeDeg, lighting } = facts, place = `${originLatitudeDeg} ${originLongitudeDeg}`;
  if (rule < 0) return `${place} city ${lighting.switchOnOffsetMin} ${lighting.switchOffOffsetMin}`;
  const { kind, sunAltitudeDeg, onOffsetS, offOffsetS, onLx, offLx, onClockS, offClockS } = rules;
  return [place, ...[kind, sunAltitudeDeg, onOffsetS, offOffsetS, onLx, offLx, onClockS, offClockS].map((column) => column[rule])].join(' ');
}
