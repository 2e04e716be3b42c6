import { mean, sampleVariance } from 'simple-statistics';
import { failureDraws, type FailureModel, type FailureRecord } from '../../engine/lighting/energy/failures.ts';
import { fluxShare } from '../../engine/lighting/energy/lamp-ageing.ts';
import { lightingPeriod, type LightingPeriod } from '../../engine/lighting/energy/lighting-period.ts';
import { lightingYear, type LightingYear } from '../../engine/lighting/energy/lighting-year.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { t975 } from '../compare/student-t.ts';
import type { LampAges } from './lamp-ages.ts';
import { streetFlux, streetsAtFlux } from './street-flux.ts';

/** What so many draws say of one more: its mean, and the bounds within which it lies with 95 %. Bounds are missing with a single draw. */
export interface DrawnFigure { mean: number; low?: number; high?: number }

/** One calendar year of the lamps as they stand, none of them exchanged but those that fail. */
export interface LampYear {
  year: number;
  /** Of the whole city, cabinets and cables included: at rated power, and as drivers and gear take with age. */
  ratedKwh: number;
  agedKwh: number;
  /** At the end of the year: mean of the lamps that are there and of known year, and streets at full output; null where that is known of none. Lamps that came in place of failed ones count as old. */
  fluxShare: number | null;
  belowClassKm: number | null;
  unknownClassKm: number;
  failures: DrawnFigure;
  outLampNights: DrawnFigure;
  availabilityPercent: DrawnFigure;
  /** Lamps repaired in the month with most repairs. */
  worstMonthRepairs: DrawnFigure;
  notTakenKwh: DrawnFigure;
}

export interface LampYearsAsked { firstYear: number; years: number; seeds: number; model: FailureModel; ages: LampAges }

/** Year by year: energy with age and without, light that is left, and failures by as many draws as asked for. */
export function lampYears(twin: ReadingTwin, { firstYear, years, seeds, model, ages }: LampYearsAsked, tell: (share: number) => void): LampYear[] {
  const period = lightingPeriod(twin.facts, `${firstYear}-01-01`, `${firstYear + years - 1}-12-31`), monthYear = period.months.map(({ month }) => Math.floor(month / 100) - firstYear);
  const rated = kwhByYear(lightingYear(twin, period), monthYear, years), aged = kwhByYear(lightingYear(twin, period, { ageing: true }), monthYear, years);
  const draw = failureDraws(twin, period, model), fluxOn = streetFlux(twin, ages), drawn: YearOfDraw[][] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    tell((seed - 1) / seeds);
    drawn.push(yearsOfDraw(period, monthYear, years, twin.lamps.count, draw(seed)));
  }
  return Array.from({ length: years }, (_, at) => {
    const date = `${firstYear + at}-12-31`, flux = fluxOn(date), { keptKm, belowKm, unknownKm } = streetsAtFlux(twin, (row) => flux[row]!), figure = (name: keyof YearOfDraw): DrawnFigure => figureOf(drawn.map((one) => one[at]![name]), name === 'availabilityPercent' ? 100 : Infinity);
    return {
      year: firstYear + at, ratedKwh: rated[at]!, agedKwh: aged[at]!, fluxShare: meanFlux(twin, ages, date), belowClassKm: keptKm + belowKm > 0 ? belowKm : null, unknownClassKm: unknownKm,
      failures: figure('failures'), outLampNights: figure('outLampNights'), availabilityPercent: figure('availabilityPercent'), worstMonthRepairs: figure('worstMonthRepairs'), notTakenKwh: figure('notTakenKwh'),
    };
  });
}

function kwhByYear({ cabinetKwh }: LightingYear, monthYear: readonly number[], years: number): Float64Array {
  const sums = new Float64Array(years);
  cabinetKwh.forEach((kWh, row) => { sums[monthYear[row % monthYear.length]!]! += kWh; });
  return sums;
}

/** Over lamps of known year and kind; null where there are none. */
function meanFlux(twin: ReadingTwin, ages: LampAges, date: string): number | null {
  let sum = 0, known = 0;
  for (let lamp = 0; lamp < twin.lamps.count; lamp++) {
    const age = ages.of(lamp, date), kind = twin.lamps.luminaire[lamp]!;
    if (!age || kind < 0) continue;
    sum += fluxShare(twin, kind, age.burningH, age.ageYears).share;
    known++;
  }
  return known > 0 ? sum / known : null;
}

interface YearOfDraw { failures: number; outLampNights: number; availabilityPercent: number; worstMonthRepairs: number; notTakenKwh: number }

/** A night belongs to the month of its evening; the one that began before the period to the first. */
function yearsOfDraw({ months, dayCount }: LightingPeriod, monthYear: readonly number[], years: number, lampCount: number, { outages, monthNotTakenKwh }: FailureRecord): YearOfDraw[] {
  const monthOf = new Int32Array(dayCount + 1), repairs = new Float64Array(months.length), nights = new Float64Array(years);
  months.forEach(({ firstDay, endDay }, month) => monthOf.fill(month, firstDay + 1, endDay + 1));
  monthOf.forEach((month) => { nights[monthYear[month]!]!++; });
  const rows = Array.from({ length: years }, (): YearOfDraw => ({ failures: 0, outLampNights: 0, availabilityPercent: 100, worstMonthRepairs: 0, notTakenKwh: 0 }));
  for (const { fromNight, endNight } of outages) {
    rows[monthYear[monthOf[fromNight]!]!]!.failures++;
    for (let night = fromNight; night < endNight; night++) rows[monthYear[monthOf[night]!]!]!.outLampNights++;
    if (endNight <= dayCount) repairs[monthOf[endNight]!]!++;
  }
  monthNotTakenKwh.forEach((kWh, month) => { rows[monthYear[month]!]!.notTakenKwh += kWh; });
  repairs.forEach((count, month) => { const row = rows[monthYear[month]!]!; row.worstMonthRepairs = Math.max(row.worstMonthRepairs, count); });
  rows.forEach((row, at) => { row.availabilityPercent = 100 * (1 - row.outLampNights / (lampCount * nights[at]!)); });
  return rows;
}

/** Of one more draw: mean ± t s sqrt(1 + 1/n). None of these figures can be below 0, nor above `most`. */
function figureOf(values: readonly number[], most: number): DrawnFigure {
  const count = values.length, middle = mean(values);
  if (count < 2) return { mean: middle };
  const half = t975(count - 1) * Math.sqrt(sampleVariance(values) * (1 + 1 / count));
  return { mean: middle, low: Math.max(0, middle - half), high: Math.min(most, middle + half) };
}
