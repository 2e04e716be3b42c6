import { wordsIn } from '../../language/language.ts';
import { kindInWords, savingsReportWords } from '../../language/savings-report.ts';
import { zoneInWords } from '../../language/zones.ts';
import { markup, type Markup } from '../figures/markup.ts';
import { wideTable } from '../wide-table.ts';
import type { SavingsReportInput } from './savings-report-input.ts';
import { plainTable, shown, unitsIn } from './shown-figure.ts';

/** From the energy of the baseline period to the saving, with the adjustments between. */
export function baselineSection({ language, figures: { walk, savingKwh, monthsWithoutBaseline } }: SavingsReportInput): Markup {
  const words = wordsIn(savingsReportWords, language), { kwh, signedKwh } = unitsIn(language);
  const rows: readonly (readonly [string, string, number, boolean])[] = [
    [words.walkBaseline, 'baseline-period-kwh', walk.baselinePeriodKwh, false], [words.walkHours, 'hours-effect-kwh', walk.hoursEffectKwh, true],
    [words.walkNonRoutine, 'non-routine-effect-kwh', walk.nonRoutineEffectKwh, true],
    ...(monthsWithoutBaseline.length > 0 ? [[words.walkWithoutBaseline, 'without-baseline-kwh', walk.withoutBaselineKwh, true] as const] : []), [words.walkAdjusted, 'adjusted-baseline-kwh', walk.adjustedBaselineKwh, false],
    [words.walkReported, 'reported-kwh', walk.reportedKwh, false], [words.walkSaving, 'walk-saving-kwh', savingKwh, false],
  ];
  return markup`<p>${words.walkAbout}</p>${plainTable(['', 'kWh'], 1, rows.map(([title, name, value, isStep]) => [title, shown(name, value, isStep ? signedKwh(value) : kwh(value))]))}`;
}

export function zoneTable({ language, tables: { zones } }: SavingsReportInput): Markup {
  const words = wordsIn(savingsReportWords, language), { plain, kwh } = unitsIn(language);
  const rows = Array.from({ length: zones.count }, (_, at) => {
    const zone = zones.zone[at]!, savedKwh = zones.beforeKwh[at]! - zones.afterKwh[at]!;
    return [zone === '' ? words.noZone : zoneInWords(zone, language), plain(zones.lampCount[at]!), plain(zones.baselineLitH[at]!, 1), plain(zones.beforeLitH[at]!, 1), plain(zones.beforeFullOutputH[at]!, 1), plain(zones.afterLitH[at]!, 1), plain(zones.afterFullOutputH[at]!, 1), shown(`zone-saved-kwh ${zone}`, savedKwh, kwh(savedKwh))];
  });
  return wideTable(words.zones, plainTable([words.zone, words.lamps, words.hoursBaseline, words.hoursBefore, words.hoursFullBefore, words.hoursAfter, words.hoursFull, words.savedCalculated], 1, rows, 'names'));
}

export function wattsTable({ language, tables: { kinds } }: SavingsReportInput): Markup {
  const words = wordsIn(savingsReportWords, language), { plain, percent } = unitsIn(language), isOneSide = !kinds.side.includes(0);
  const rows = Array.from({ length: kinds.count }, (_, at) => {
    const isMeasured = kinds.isMeasured[at] === 1;
    return [
      ...(isOneSide ? [] : [kinds.side[at] === 0 ? words.before : words.after]), kindInWords(kinds.kind[at]!, language), plain(kinds.lampCount[at]!), plain(kinds.catalogueW[at]!, 1), isMeasured ? plain(kinds.measuredW[at]!, 1) : words.notMeasured,
      isMeasured ? plain(kinds.deviationW[at]!, 1) : '–', isMeasured ? plain(kinds.sampleCount[at]!) : '–', percent(100 * kinds.uncertaintyShare[at]!),
    ];
  });
  const titles = [...(isOneSide ? [] : [words.side]), words.lampKind, words.lamps, words.inventoryWatts, words.measuredWatts, words.deviation, words.sample, words.uncertaintyOfWatts];
  return markup`${wideTable(words.watts, plainTable(titles, isOneSide ? 1 : 2, rows))}${isOneSide ? markup`<p class="note">${words.sameLamps}</p>` : undefined}`;
}

export function adjustmentTable({ language, given, tables: { adjustments } }: SavingsReportInput): Markup {
  const words = wordsIn(savingsReportWords, language), { plain, date, signedKwh } = unitsIn(language);
  if (!given.adjustments) return markup`<p>${words.adjustmentsNone}</p>`;
  const rows = Array.from({ length: adjustments.count }, (_, at) => {
    const until = adjustments.untilDate[at]!, count = adjustments.lampCount[at]!;
    return [
      until === '' ? words.openDates(date(adjustments.fromDate[at]!)) : `${date(adjustments.fromDate[at]!)} – ${date(until)}`, adjustments.cabinet[at]!,
      words.adjustment(adjustments.kind[at]!, count < 0 ? words.wholeCabinet : plain(count, Number.isInteger(count) ? 0 : 1)), adjustments.why[at]!,
      shown(`adjustment-before ${adjustments.line[at]!}`, adjustments.beforeKwh[at]!, signedKwh(adjustments.beforeKwh[at]!)), shown(`adjustment-after ${adjustments.line[at]!}`, adjustments.afterKwh[at]!, signedKwh(adjustments.afterKwh[at]!)),
    ];
  });
  return markup`<p>${words.adjustmentsAbout}</p>${wideTable(words.adjustments, plainTable([words.dates, words.cabinet, words.what, words.why, words.beforeKwh, words.afterKwh], 4, rows))}`;
}
