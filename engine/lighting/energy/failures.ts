import { daysOf, julianDay } from '../../foundation/calendar.ts';
import { exp, log } from '../../foundation/exact-math.ts';
import { randomShare } from '../../foundation/random.ts';
import type { ReadingTwin } from '../../twin/twin.ts';
import { energyWs, lampPower } from '../lamp-power.ts';
import { halfDays, nightOf, type HalfDays } from './half-days.ts';
import type { LightingPeriod } from './lighting-period.ts';
import { nightlyHours } from './nightly-hours.ts';

/** A way in which lamps fail: burning hours to failure follow Weibull, shape below 1 early, 1 at random, above 1 by wear. */
export interface FailureMode { share: number; shape: number; scaleH: number }

/** How lamps fail and are repaired. Each lamp, and each that comes in its place, fails in one of the modes: their shares sum to 1. */
export interface FailureModel {
  modes: readonly FailureMode[];
  /** Nights until somebody notices, and from then until the lamp burns again. */
  detectionNights: number;
  repairNights: number;
}

/**
 * An assumption, to be put in the place of a city's own records: 3 % early failures, 37 % at random, 60 % by wear. A tenth of the LEDs of a
 * good maker has failed after some 50,000 h; a lamp that says itself that it is out is seen the next day, repaired within the week.
 */
export const assumedFailures: FailureModel = {
  modes: [{ share: 0.03, shape: 0.6, scaleH: 4000 }, { share: 0.37, shape: 1, scaleH: 250_000 }, { share: 0.6, shape: 4, scaleH: 110_000 }],
  detectionNights: 1, repairNights: 5,
};

export const failurePurpose = { mode: 7401, time: 7402, installed: 7403 } as const;

/** Half of 2^-32, the step between draws. */
const SMALLEST_DRAW = 0.5 / 4294967296;

/** Burning hours from the start of the `turn`th lamp at a place to its failure. */
export function lifeH({ modes }: FailureModel, seed: number, lamp: number, turn: number): number {
  let rest = randomShare(seed, failurePurpose.mode, lamp, turn), mode = 0;
  while (mode < modes.length - 1 && rest >= modes[mode]!.share) rest -= modes[mode++]!.share;
  const { shape, scaleH } = modes[mode]!;
  // The inverse of 1 - exp(-(t / scale)^shape); a draw of 0 is taken as half of the smallest other one.
  const hazard = -log(1 - Math.max(randomShare(seed, failurePurpose.time, lamp, turn), SMALLEST_DRAW));
  return scaleH * exp(log(hazard) / shape);
}

/** A lamp out of order: nights of the period, counted as in `nightOf`, the last one not included. */
export interface Outage { lamp: number; fromNight: number; endNight: number }

/** What failures come to over a period. */
export interface FailureRecord {
  outages: Outage[];
  /** Not taken while lamps were out: row = lamp * months + month. */
  notTakenKwh: Float64Array;
  /** The same of all lamps, by month. */
  monthNotTakenKwh: Float64Array;
  /** Nights that lamps were out, all together, and that they were to burn. */
  outNights: number;
  lampNights: number;
}

/** Beyond, a file asks for more than a lamp ever sees. */
const MOST_LIVES = 10_000;

/**
 * Draws when each lamp fails and is repaired, for one seed after the other: what schedules give is reckoned once for all draws. A lamp fails
 * in the night in which its burning hours pass the life drawn, and is out from that evening on, for whole nights, in which it takes nothing.
 * Its hours begin on a day drawn from the year in which it was installed, or, where nobody knows, with the period: were it the same day for all,
 * those of a year would fail early in the same month. Until then it cannot fail. A function of seed and lamp: who is asked first cannot matter.
 */
export function failureDraws(twin: ReadingTwin, period: LightingPeriod, model: FailureModel): (seed: number) => FailureRecord {
  const { lamps, lightingZones } = twin, zones = new Map<number, { days: HalfDays; hours: Float64Array }>(), bornH = births(twin, period);
  const zoneOf = (lamp: number): number => (lamps.zone[lamp]! < 0 ? lightingZones.count : lamps.zone[lamp]!);
  const outNights = Math.max(1, Math.floor(model.detectionNights + model.repairNights + 0.5));
  return (seed) => {
    const record: FailureRecord = { outages: [], notTakenKwh: new Float64Array(lamps.count * period.months.length), monthNotTakenKwh: new Float64Array(period.months.length), outNights: 0, lampNights: lamps.count * (period.dayCount + 1) };
    for (let lamp = 0; lamp < lamps.count; lamp++) {
      const zone = zoneOf(lamp);
      let light = zones.get(zone);
      if (!light) zones.set(zone, light = withHours(halfDays(twin, period, zone)));
      for (const outage of outagesOf(model, seed, lamp, bornH(seed, lamp, light.hours), light.hours, outNights)) {
        record.outages.push(outage);
        record.outNights += outage.endNight - outage.fromNight;
        addNotTaken(twin, period, light.days, outage, record);
      }
    }
    return record;
  };
}

/** Burning hours of the period at which the first lamp of a place begins, below 0 where it did before; `hours` before each night of its zone. */
function births(twin: ReadingTwin, period: LightingPeriod): (seed: number, lamp: number, hours: Float64Array) => number {
  const { lamps, lightingZones } = twin, firstDay = julianDay(period.clock.date), years = new Map<number, { newYear: number; days: number }>();
  const nightlyOf = nightlyHours(twin, period), nightlyH = Float64Array.from({ length: lightingZones.count + 1 }, (_, zone) => nightlyOf(zone));
  const yearOf = (installed: number): { newYear: number; days: number } => {
    const before = years.get(installed);
    if (before) return before;
    const year = String(installed).padStart(4, '0'), made = { newYear: julianDay(`${year}-01-01`) - firstDay, days: daysOf(year) };
    years.set(installed, made);
    return made;
  };
  return (seed, lamp, hours) => {
    const installed = lamps.installedYear[lamp]!;
    if (installed === 0) return 0;
    const { newYear, days } = yearOf(installed), day = newYear + Math.floor(days * randomShare(seed, failurePurpose.installed, lamp, 0));
    // Night 1 is the one that begins on day 0.
    return day < 0 ? day * nightlyH[lamps.zone[lamp]! < 0 ? lightingZones.count : lamps.zone[lamp]!]! : hours[Math.min(day + 1, hours.length - 1)]!;
  };
}

/** One of these draws. */
export const drawFailures = (twin: ReadingTwin, period: LightingPeriod, model: FailureModel, seed: number): FailureRecord => failureDraws(twin, period, model)(seed);

/** Burning hours before each night of the period, and after the last. */
function withHours(days: HalfDays): { days: HalfDays; hours: Float64Array } {
  const hours = new Float64Array(nightOf(days.burningS.length - 1) + 2);
  for (let half = 0; half < days.burningS.length; half++) hours[nightOf(half) + 1]! += days.burningS[half]! / 3600;
  for (let night = 1; night < hours.length; night++) hours[night]! += hours[night - 1]!;
  return { days, hours };
}

/** A repaired lamp begins a new life; while it is out it does not age. */
function outagesOf(model: FailureModel, seed: number, lamp: number, firstBornH: number, hours: Float64Array, outNights: number): Outage[] {
  const outages: Outage[] = [], nights = hours.length - 1;
  let turn = 0, bornH = firstBornH;
  while (turn < MOST_LIVES) {
    let failsH = bornH + lifeH(model, seed, lamp, turn++);
    // Lives that ended before the period: the next one began at that hour, for what came between nobody asks.
    while (failsH < 0 && turn < MOST_LIVES) [bornH, failsH] = [failsH, failsH + lifeH(model, seed, lamp, turn++)];
    if (!(failsH < hours[nights]!)) break;
    const fromNight = nightAt(hours, failsH), endNight = Math.min(nights, fromNight + outNights);
    outages.push({ lamp, fromNight, endNight });
    bornH = hours[endNight]!;
    if (endNight === nights) break;
  }
  return outages;
}

/** The night in which burning hours pass a number: the last one before which they have not. */
function nightAt(hours: Float64Array, soughtH: number): number {
  let low = 0, high = hours.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (hours[middle]! <= soughtH) low = middle;
    else high = middle;
  }
  return low;
}

function addNotTaken(twin: ReadingTwin, { months }: LightingPeriod, { burningS, lightS, lengthS }: HalfDays, { lamp, fromNight, endNight }: Outage, { notTakenKwh, monthNotTakenKwh }: FailureRecord): void {
  const power = lampPower(twin, lamp);
  let month = 0;
  for (let half = Math.max(0, 2 * fromNight - 1); half < Math.min(lengthS.length, 2 * endNight - 1); half++) {
    while (2 * months[month]!.endDay <= half) month++;
    const kWh = energyWs(power, lengthS[half]!, burningS[half]!, lightS[half]!) / 3.6e6;
    notTakenKwh[lamp * months.length + month]! += kWh;
    monthNotTakenKwh[month]! += kWh;
  }
}
