import { hoursShown } from '../../../engine/foundation/calendar.ts';
import { type FindingList } from './meter-findings.ts';
import { SLOTS_A_DAY, type LitSlots } from './lit-slots.ts';
import { holdsMonth, monthOf, monthsOf, type Period } from './period.ts';

/** A reading of a meter for a month ('YYYY-MM') or for an hour of the clock that begins then; undefined where the file has nothing. */
export interface MeterReading { meter: string; month: string; date: string; hour: number; value: number | undefined }

/** `isIndex`: values are what the meter's register shows at that time, not what was consumed from then on. */
export interface MeterReadings { readings: readonly MeterReading[]; isIndex: boolean; isHourly: boolean }

/** What meters say of one period. A month that is not whole and sound is not there. */
export interface MeteredPeriod {
  /** By row of the cabinet, then by month. */
  monthKwh: ReadonlyMap<number, ReadonlyMap<string, number>>;
  /** By row of the cabinet: kWh of every hour of the period, NaN where there is no sound reading. Empty without hourly readings. */
  hourKwh: ReadonlyMap<number, Float64Array>;
}

/** The cabinets that a meter number stands for: its own number, else the name of a cabinet without one. */
export function cabinetsOfMeters({ name, meter, count }: { name: ArrayLike<string>; meter: ArrayLike<string>; count: number }, within: readonly number[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const cabinet of within) {
    if (cabinet < 0 || cabinet >= count) continue;
    const number = meter[cabinet]! === '' ? name[cabinet]! : meter[cabinet]!;
    found.set(number, [...(found.get(number) ?? []), cabinet]);
  }
  return found;
}

/** Readings of a meter by time, and times whose readings cannot be used: these are told for what they are, and are no gaps beside it. */
export interface MeterTimes { sound: ReadonlyMap<string, number>; unusable: ReadonlySet<string> }

/** Readings that can be used, by meter and time; all others are told. */
export function soundReadings({ readings, isIndex, isHourly }: MeterReadings, standardOffsetMin: number, known: ReadonlyMap<string, readonly number[]>, nameOf: (cabinet: number) => string, findings: FindingList): Map<string, MeterTimes> {
  const byMeter = new Map<string, Map<string, (number | undefined)[]>>(), cabinetsOf = (meter: string): string => known.get(meter)!.map(nameOf).join(' + ');
  for (const { meter, month, date, hour, value } of readings) {
    if (!known.has(meter)) { findings.add('unknown-meter', meter, ''); continue; }
    if (isHourly && hoursShown(date, hour, standardOffsetMin) === 0) {
      // Files of 24 lines a day leave that cell empty, or write that nothing was consumed.
      if (value !== undefined && (isIndex || value !== 0)) findings.add('no-such-hour', meter, cabinetsOf(meter), month, value);
      continue;
    }
    let times = byMeter.get(meter);
    if (!times) byMeter.set(meter, times = new Map());
    const time = isHourly ? hourKey(date, hour) : month, there = times.get(time);
    if (there) there.push(value);
    else times.set(time, [value]);
  }
  return new Map([...byMeter].map(([meter, times]) => {
    const cabinet = cabinetsOf(meter), unusable = new Set<string>();
    const tell: Teller = (kind, time, value = 0) => {
      findings.add(kind, meter, cabinet, time.slice(0, 7), value);
      if (kind !== 'repeated') unusable.add(time);
    };
    const comesTwice = (time: string): boolean => isHourly && hoursOfKey(time, standardOffsetMin) === 2, single = singleReadings(times, comesTwice, isIndex, tell);
    const nextTime = isHourly ? (time: string) => nextHour(time, standardOffsetMin) : nextMonth;
    return [meter, { sound: isIndex ? differences(single, nextTime, unusable, tell) : single, unusable }] as const;
  }));
}

type Teller = (kind: 'empty' | 'negative' | 'differs' | 'repeated' | 'reset', time: string, value?: number) => void;

const hourKey = (date: string, hour: number): string => `${date}T${String(hour).padStart(2, '0')}`;
const hoursOfKey = (time: string, standardOffsetMin: number): number => hoursShown(time.slice(0, 10), Number(time.slice(11)), standardOffsetMin);

/** One value a time. On the night on which clocks go back an hour comes twice: its two consumptions add up, of two registers the first opens it, and one consumption alone is half of it. */
function singleReadings(times: ReadonlyMap<string, readonly (number | undefined)[]>, comesTwice: (time: string) => boolean, isIndex: boolean, tell: Teller): Map<string, number> {
  const single = new Map<string, number>();
  for (const [time, values] of times) {
    const given = values.filter((value) => value !== undefined), isTwice = comesTwice(time);
    if (given.length < values.length) tell('empty', time);
    if (given.length === 0) continue;
    const below = given.find((value) => value < 0);
    if (below !== undefined) { tell('negative', time, below); continue; }
    if (isTwice && !isIndex && given.length === 1) continue; // Half of it: a gap, found out by whoever needs that hour.
    if (given.length === 1) single.set(time, given[0]!);
    else if (isTwice && given.length === 2) single.set(time, isIndex ? Math.min(given[0]!, given[1]!) : given[0]! + given[1]!);
    else if (given.every((value) => value === given[0])) { tell('repeated', time, given[0]); single.set(time, given[0]!); }
    else tell('differs', time, given[1]);
  }
  return single;
}

/** Consumption from register readings of two times that follow each other. Where the second cannot be used, neither can the first: told with it, unless it lies in another month. */
function differences(readings: ReadonlyMap<string, number>, nextTime: (time: string) => string, unusable: Set<string>, tell: Teller): Map<string, number> {
  const consumed = new Map<string, number>(), broken = new Set(unusable);
  for (const [time, value] of readings) {
    const next = nextTime(time), after = readings.get(next);
    if (after === undefined) {
      if (broken.has(next) && next.slice(0, 7) === time.slice(0, 7)) unusable.add(time);
      continue; // A gap, or the last reading: found out by whoever needs that time.
    }
    if (after < value) tell('reset', time, after);
    else consumed.set(time, after - value);
  }
  return consumed;
}

/** The hour that clocks show next: one that they leave out has no reading. */
function nextHour(time: string, standardOffsetMin: number): string {
  const next = new Date(Date.parse(`${time}:00:00Z`) + 3_600_000).toISOString().slice(0, 13);
  return hoursOfKey(next, standardOffsetMin) === 0 ? nextHour(next, standardOffsetMin) : next;
}

function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** Months of one period that meters cover wholly, and its hours. What is missing is told; `wanted`: whether it should be there at all. */
export function meteredPeriod(sound: ReadonlyMap<string, MeterTimes>, isHourly: boolean, known: ReadonlyMap<string, readonly number[]>, nameOf: (cabinet: number) => string, period: Period, slots: LitSlots, wanted: boolean, findings: FindingList): MeteredPeriod {
  const monthKwh = new Map<number, Map<string, number>>(), hourKwh = new Map<number, Float64Array>();
  for (const [meter, cabinets] of known) {
    const names = cabinets.map(nameOf).join(' + '), readings = sound.get(meter);
    if (readings === undefined || !monthsOf(period).some((month) => hasMonth(readings, month))) {
      if (wanted) findings.add('no-readings', meter, names, `${period.fromDate}/${period.untilDate}`);
      continue;
    }
    if (cabinets.length > 1) { findings.add('shared-meter', meter, names); continue; }
    const cabinet = cabinets[0]!, months = new Map<string, number>(), hours = isHourly ? hoursOf(readings.sound, slots) : undefined;
    for (const month of monthsOf(period)) {
      if (!holdsMonth(period, month)) { if (wanted && hasMonth(readings, month)) findings.add('part-month', meter, names, month); continue; }
      const { kwh, missing } = hours ? monthFromHours(hours, slots, month) : { kwh: readings.sound.get(month) ?? 0, missing: readings.sound.has(month) ? 0 : 1 };
      const untold = missing - [...readings.unusable].filter((time) => time.startsWith(month) && !readings.sound.has(time)).length;
      // Lamps that burn take something: a month of nothing is a fault of meter or feed, and would count as saved.
      if (missing === 0 && kwh > 0) months.set(month, kwh);
      else if (missing === 0) findings.add('zero', meter, names, month);
      else if (untold > 0 && (wanted || hasMonth(readings, month))) findings.add('gap', meter, names, month, 0, untold);
    }
    monthKwh.set(cabinet, months);
    if (hours) hourKwh.set(cabinet, hours);
  }
  return { monthKwh, hourKwh };
}

function hasMonth({ sound, unusable }: MeterTimes, month: string): boolean {
  for (const times of [sound.keys(), unusable]) for (const time of times) if (time.startsWith(month)) return true;
  return false;
}

const HOURS_A_DAY = 24, SLOTS_AN_HOUR = SLOTS_A_DAY / HOURS_A_DAY;

/** Real time in an hour of the clock: none or two hours when clocks change. */
const hoursInHour = ({ lengthH }: LitSlots, at: number): number => lengthH[at * SLOTS_AN_HOUR]! + lengthH[at * SLOTS_AN_HOUR + 1]!;

function hoursOf(readings: ReadonlyMap<string, number>, { dates }: LitSlots): Float64Array {
  const kwh = new Float64Array(dates.length * HOURS_A_DAY);
  dates.forEach((date, day) => { for (let hour = 0; hour < HOURS_A_DAY; hour++) kwh[day * HOURS_A_DAY + hour] = readings.get(hourKey(date, hour)) ?? NaN; });
  return kwh;
}

function monthFromHours(hours: Float64Array, slots: LitSlots, month: string): { kwh: number; missing: number } {
  let kwh = 0, missing = 0;
  slots.dates.forEach((date, day) => {
    if (monthOf(date) !== month) return;
    for (let at = day * HOURS_A_DAY; at < (day + 1) * HOURS_A_DAY; at++) {
      if (hoursInHour(slots, at) === 0) continue;
      if (Number.isNaN(hours[at]!)) missing++;
      else kwh += hours[at]!;
    }
  });
  return { kwh, missing };
}

/** Readings of times that neither period holds: told by meter and month. */
export function tellOutside(sound: ReadonlyMap<string, MeterTimes>, known: ReadonlyMap<string, readonly number[]>, nameOf: (cabinet: number) => string, periods: readonly Period[], findings: FindingList): void {
  const months = new Set(periods.flatMap(monthsOf));
  for (const [meter, { sound: readings }] of sound) {
    for (const time of readings.keys()) if (!months.has(time.slice(0, 7))) findings.add('outside', meter, known.get(meter)!.map(nameOf).join(' + '), time.slice(0, 7));
  }
}
