import { tableFrom } from '../../../engine/foundation/table.ts';
import { standardOffsetMin } from '../../../engine/lighting/civil-clock.ts';
import { baselineOfMonths } from './baseline-months.ts';
import { drawSavings } from './draw-savings.ts';
import type { Buckets } from './group-energy.ts';
import { hourRows } from './hour-rows.ts';
import { kindRows } from './kind-rows.ts';
import { lightRows } from './light-rows.ts';
import type { LitSlots } from './lit-slots.ts';
import { cabinetsOfMeters, meteredPeriod, soundReadings, tellOutside, type MeteredPeriod } from './meter-check.ts';
import { makeFindingList, type FindingList } from './meter-findings.ts';
import { byCabinetAndMonth, markCounted, monthRows, type MonthRow } from './month-rows.ts';
import { nightRows } from './night-rows.ts';
import { rateRows } from './rate-rows.ts';
import { rateSlots, type RateSlots } from './rates.ts';
import { cabinetRows, zoneRows } from './place-rows.ts';
import { rollOutRows } from './roll-out-rows.ts';
import { savingTerms } from './saving-terms.ts';
import type { SavingsInput } from './savings-input.ts';
import { savingsAdjustmentColumns, savingsCabinetColumns, savingsDrawColumns, savingsFindingColumns, savingsHourColumns, savingsKindColumns, savingsLightColumns, savingsMonthColumns, savingsNightColumns, savingsRateColumns, savingsRollOutColumns, savingsZoneColumns, type SavingsTables } from './savings-tables.ts';
import { monthBuckets, sideEnergy, sideOf, type SideEnergy } from './side-energy.ts';
import { datesOf, monthOf } from './period.ts';

/** A month at one rate: month * rates + rate. */
export const monthRateBuckets = ({ rates, rateOfSlot, months, monthOfSlot }: RateSlots): Buckets => ({ count: months.length * rates.length, ofSlot: (slot) => monthOfSlot[slot]! * rates.length + rateOfSlot[slot]! });

/** Every figure of a report on savings, as tables. */
export function computeSavings(input: SavingsInput): SavingsTables {
  const before = sideOf(input, 'before'), after = sideOf(input, 'after'), lightingBefore = before.lightingIn(input.period), lightingAfter = after.lightingIn(input.period);
  const rated = rateSlots(datesOf(input.period), input.rates), buckets = monthRateBuckets(rated), monthOfBucket = (bucket: number): number => Math.floor(bucket / rated.rates.length);
  const nameOfMonth = (bucket: number): string => rated.months[monthOfBucket(bucket)]!;
  const energyBefore = sideEnergy(before, 'before', input, input.period, lightingBefore, buckets, nameOfMonth), energyAfter = sideEnergy(after, 'after', input, input.period, lightingAfter, buckets, nameOfMonth);
  const lightingThen = before.lightingIn(input.baselinePeriod), baselineMonths = [...new Set(lightingThen.slots.dates.map(monthOf))], thenBuckets = monthBuckets(input.baselinePeriod);
  const energyThen = sideEnergy(before, 'before', input, input.baselinePeriod, lightingThen, thenBuckets, (bucket) => baselineMonths[bucket]!);
  const findings = makeFindingList(), { metered, meteredThen } = readMeters(input, lightingAfter.slots, lightingThen.slots, findings);
  const rows = monthRows(input, {
    months: rated.months, baselineMonths, baselineOf: baselineOfMonths(input.period, input.baselinePeriod), metered, meteredThen, before: byCabinetAndMonth(energyBefore, buckets.count, monthOfBucket),
    beforeThen: byCabinetAndMonth(energyThen, thenBuckets.count, (bucket) => bucket), after: byCabinetAndMonth(energyAfter, buckets.count, monthOfBucket),
  });
  markCounted(rows, input.option);
  tellFar(rows, findings);
  const kinds = kindRows(input);
  const terms = savingTerms(input, rows, kinds, { energy: energyBefore, side: before.watts }, { energy: energyAfter, side: after.watts }, buckets.count, monthOfBucket);
  const { savingKwh, ...alone } = drawSavings(terms, input.drawCount, input.seed);
  return {
    months: tableFrom(savingsMonthColumns, rows),
    rates: tableFrom(savingsRateColumns, rateRows(input, rows, rated, energyBefore, energyAfter)),
    draws: tableFrom(savingsDrawColumns, Array.from(savingKwh, (kwh, draw) => ({ savingKwh: kwh, wattsKwh: alone.wattsKwh[draw]!, dimmingKwh: alone.dimmingKwh[draw]!, hoursKwh: alone.hoursKwh[draw]!, depreciationKwh: alone.depreciationKwh[draw]!, metersKwh: alone.metersKwh[draw]!, modelKwh: alone.modelKwh[draw]! }))),
    hours: tableFrom(savingsHourColumns, metered === undefined ? [] : hourRows(input, after, lightingAfter, metered)),
    kinds: tableFrom(savingsKindColumns, kinds),
    findings: tableFrom(savingsFindingColumns, findings.all().map(({ count, ...one }) => ({ ...one, concernedCount: count }))),
    adjustments: tableFrom(savingsAdjustmentColumns, adjustmentRows(input, energyBefore, energyAfter, buckets.count)),
    nights: tableFrom(savingsNightColumns, nightRows(input, before, after)),
    zones: tableFrom(savingsZoneColumns, zoneRows(input, { lighting: lightingBefore, energy: energyBefore, lightingThen }, { lighting: lightingAfter, energy: energyAfter }, buckets.count)),
    light: tableFrom(savingsLightColumns, lightRows(input)),
    cabinets: tableFrom(savingsCabinetColumns, cabinetRows(input, rows)),
    rollOut: tableFrom(savingsRollOutColumns, rollOutRows(input)),
  };
}

function readMeters(input: SavingsInput, slots: LitSlots, slotsThen: LitSlots, findings: FindingList): { metered?: MeteredPeriod; meteredThen?: MeteredPeriod } {
  const { meters, period, baselinePeriod, after, cabinets } = input, nameOf = (cabinet: number): string => after.cabinets.name[cabinet]!;
  if (meters === undefined) return {};
  const known = cabinetsOfMeters(after.cabinets, cabinets), sound = soundReadings(meters, standardOffsetMin(after.facts), known, nameOf, findings), loose = after.lamps.cabinet.length === 0 ? 0 : countLoose(after.lamps.cabinet);
  if (cabinets.includes(-1)) findings.add('no-cabinet', '', '', '', 0, loose);
  tellOutside(sound, known, nameOf, [period, baselinePeriod], findings);
  // A file without any reading of the time before is not full of gaps: nobody set out to meter it.
  const months = new Set(datesOf(baselinePeriod).map(monthOf)), wantsThen = [...sound.values()].some(({ sound: readings }) => [...readings.keys()].some((time) => months.has(time.slice(0, 7))));
  const metered = meteredPeriod(sound, meters.isHourly, known, nameOf, period, slots, true, findings);
  return { metered, meteredThen: meteredPeriod(sound, meters.isHourly, known, nameOf, baselinePeriod, slotsThen, wantsThen, findings) };
}

const countLoose = (cabinetOfLamp: ArrayLike<number>): number => Array.from(cabinetOfLamp).filter((cabinet) => cabinet < 0).length;

/** Beyond this a month of a cabinet is worth a look: a meter that feeds something else, lamps that burn by day or not at all. */
const FAR_SHARE = 0.5;

function tellFar(rows: readonly MonthRow[], findings: FindingList): void {
  for (const row of rows) {
    const calculatedKwh = row.calculatedAfterKwh + row.adjustmentAfterKwh;
    if (row.hasReading === 1 && row.meteredKwh > 0 && Math.abs(row.meteredKwh - calculatedKwh) > FAR_SHARE * calculatedKwh) findings.add('far-from-model', row.meter, row.cabinet, row.month, row.meteredKwh);
  }
}

function adjustmentRows({ adjustments, after }: SavingsInput, before: SideEnergy, now: SideEnergy, bucketCount: number) {
  const sums = (side: SideEnergy): number[] => {
    const kwh = adjustments.map(() => 0);
    side.adjustmentOf.forEach((at, row) => { if (at >= 0) for (let bucket = 0; bucket < bucketCount; bucket++) kwh[at]! += side.kwh[row * bucketCount + bucket]!; });
    return kwh;
  };
  const beforeKwh = sums(before), afterKwh = sums(now);
  return adjustments.map(({ line, fromDate, untilDate, cabinet, kind, lampCount, why }, at) => ({ line, fromDate, untilDate: untilDate ?? '', cabinet: after.cabinets.name[cabinet]!, kind, lampCount: lampCount ?? -1, beforeKwh: beforeKwh[at]!, afterKwh: afterKwh[at]!, why }));
}
