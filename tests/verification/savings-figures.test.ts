// Goal: the parts of a savings report are right: energy is the engine's, fits are those of the guideline's formulas on numbers by hand,
// drawn uncertainty is that of error propagation, prices hold when they say, adjustments and meters do what is written about them.
import { describe, expect, test } from 'vitest';
import { certificatesOf } from '../../cli/savings-boundary.ts';
import { usualUncertainty } from '../../data/build/french-savings.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { energyByCabinetAndMonth } from '../../engine/lighting/energy/by-cabinet-and-month.ts';
import { plannedHourVolumes } from '../../engine/twin/hour-volumes.ts';
import { lampTechnology, luminaireColumns } from '../../engine/twin/photometry.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { lightSummary } from '../../scenarios/measure/light-summary.ts';
import { luminaireShares } from '../../scenarios/measure/luminaire-shares.ts';
import { baselineOfMonths, monthSpans, unusedBaselineMonths } from '../../scenarios/report/savings/baseline-months.ts';
import { baselineModel, baselineModelErrorKwh } from '../../scenarios/report/savings/baseline-model.ts';
import { computeSavings } from '../../scenarios/report/savings/compute-savings.ts';
import { drawSavings, type SavingTerms } from '../../scenarios/report/savings/draw-savings.ts';
import { fitOf } from '../../scenarios/report/savings/fit.ts';
import { sampleUncertainty } from '../../scenarios/report/savings/kind-rows.ts';
import { litSlots } from '../../scenarios/report/savings/lit-slots.ts';
import type { MeterReadings } from '../../scenarios/report/savings/meter-check.ts';
import { yearBefore } from '../../scenarios/report/savings/period.ts';
import { rateSlots } from '../../scenarios/report/savings/rates.ts';
import { savingsFigures } from '../../scenarios/report/savings/savings-figures.ts';
import type { SavingsInput } from '../../scenarios/report/savings/savings-input.ts';
import type { SavingsTables } from '../../scenarios/report/savings/savings-tables.ts';
import { litTown } from './lit-town.ts';
import { savingsInput, savingsTown, YEAR } from './savings-town.ts';

const twin = savingsTown();
const rowsOf = ({ months }: SavingsTables) => Array.from({ length: months.count }, (_, row) => row);

describe('energy', () => {
  test('every cabinet and month takes what the engine says', () => {
    const { months } = computeSavings(savingsInput(twin)), engine = energyByCabinetAndMonth(twin, YEAR.fromDate, YEAR.untilDate);
    for (let row = 0; row < months.count; row++) {
      expect(months.calculatedBeforeKwh[row]).toBeCloseTo(engine.beforeKwh[row]!, 8);
      expect(months.calculatedAfterKwh[row]).toBeCloseTo(engine.afterKwh[row]!, 8);
      expect(Number(months.month[row]!.replace('-', ''))).toBe(engine.month[row]);
    }
  });

  test('half hours of the clock add up to the year, with 23 hours on one day and 25 on another', () => {
    const { dates, lengthH, burningH } = litSlots(twin, YEAR), ofDay = (date: string) => lengthH.slice(dates.indexOf(date) * 48, (dates.indexOf(date) + 1) * 48).reduce((sum, one) => sum + one, 0);
    expect(lengthH.reduce((sum, one) => sum + one, 0)).toBeCloseTo(8760, 9);
    expect([ofDay('2026-03-29'), ofDay('2026-10-25'), ofDay('2026-06-01')]).toEqual([23, 25, 24]);
    // Between 2:00 and 3:00 there is no time on the one, and twice as much on the other.
    expect(lengthH.slice(dates.indexOf('2026-03-29') * 48 + 4, dates.indexOf('2026-03-29') * 48 + 6)).toEqual(new Float64Array([0, 0]));
    expect(lengthH.slice(dates.indexOf('2026-10-25') * 48 + 4, dates.indexOf('2026-10-25') * 48 + 6)).toEqual(new Float64Array([1, 1]));
    // Sunset + 15 min to sunrise - 15 min at Dijon: 4,110 h a year by two independent libraries.
    expect(burningH[0]!.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(4105);
    expect(burningH[0]!.reduce((sum, one) => sum + one, 0)).toBeLessThan(4115);
  });

  test('a change of schedule saves what both schedules differ by', () => {
    const changed = applyChanges(twin, [{ change: 'dim-lamps', zone: 'all', from: '00:00', until: '05:00', outputShare: 0.1, why: 'streets are empty in these hours' }]).value!;
    const figures = savingsFigures(computeSavings(savingsInput(changed, { before: twin })));
    const [was, is] = [twin, changed].map((one) => energyByCabinetAndMonth(one, YEAR.fromDate, YEAR.untilDate).afterKwh.reduce((sum, kwh) => sum + kwh, 0)) as [number, number];
    expect(figures.savingKwh).toBeCloseTo(was - is, 6);
    expect(figures.walk.reportedKwh).toBeCloseTo(is, 6);
  });

  test('hours before are those in which lamps gave light: an unchanged zone that is dark for part of the night has as many before as after, replaced lamps all of its switching rule', () => {
    const dark = applyChanges(twin, [{ change: 'dim-lamps', zone: 'residential', from: '00:00', until: '05:00', outputShare: 0, why: 'nobody is about in these hours' }]).value!;
    const asItIs = computeSavings(savingsInput(dark, { before: dark })).zones, replaced = computeSavings(savingsInput(dark)).zones, at = Array.from({ length: asItIs.count }, (_, row) => row).find((row) => asItIs.zone[row] === 'residential')!;
    expect(asItIs.beforeLitH[at]).toBe(asItIs.afterLitH[at]);
    // Five hours of each of 365 nights; that on which clocks go forward has four of them, that on which they go back six.
    expect(replaced.beforeLitH[at]! - asItIs.beforeLitH[at]!).toBeCloseTo(5 * 365, 1);
  });

  test('measured watts take the place of those of the inventory, in proportion', () => {
    const plain = computeSavings(savingsInput(twin)), measured = computeSavings(savingsInput(twin, { watts: [{ side: 'before', kind: '86 W', meanW: 43, deviationW: 1, sampleCount: 30 }, { side: 'before', kind: '115 W', meanW: 57.5, deviationW: 1, sampleCount: 30 }, { side: 'before', kind: '170 W', meanW: 85, deviationW: 1, sampleCount: 30 }] }));
    expect(savingsFigures(measured).walk.adjustedBaselineKwh).toBeCloseTo(savingsFigures(plain).walk.adjustedBaselineKwh / 2, 6);
    expect(savingsFigures(measured).walk.reportedKwh).toBeCloseTo(savingsFigures(plain).walk.reportedKwh, 9);
  });
});

describe('light on the streets', () => {
  const town = litTown(), cabinets = [...new Set(Array.from(town.lamps.cabinet, (cabinet) => Math.max(-1, cabinet)))];
  const lightOf = (after: typeof town, before: SavingsInput['before'] = town) => savingsFigures(computeSavings(savingsInput(after, { before, cabinets, drawCount: 100 }))).light;
  const dimmed = (outputShare: number) => applyChanges(town, [{ change: 'dim-lamps', zone: 'all', from: '00:00', until: '05:00', outputShare, why: 'streets are empty in these hours' }]).value!;

  test('is what the measure of the city says of both sides', () => {
    const changed = dimmed(0.1), { before, after, worseCount, streetCount } = lightOf(changed), said = [town, changed].map((one) => lightSummary(one, plannedHourVolumes(one), luminaireShares(one)).zones.at(-1)!.belowPercent!);
    expect(before!.belowPercent).toBeCloseTo(said[0]!, 9);
    expect(after!.belowPercent).toBeCloseTo(said[1]!, 9);
    expect(after!.belowKmH).toBeGreaterThan(before!.belowKmH);
    expect([streetCount > 0, worseCount > 0]).toEqual([true, true]);
  });
  test('that is switched off for five hours of every night is dark for 1,825 more, and no street is said to be as before', () => {
    const { before, after, knownKm, streetCount, worseCount } = lightOf(dimmed(0));
    expect(after!.darkKmH - before!.darkKmH).toBeCloseTo(5 * 365 * knownKm, 0);
    expect(worseCount).toBe(streetCount);
    // Told the other way round every one of them is better.
    expect(lightOf(town, dimmed(0))).toMatchObject({ worseCount: 0, betterCount: streetCount });
  });
  test('without a change is the same, and of lamps replaced it is not known', () => {
    expect(lightOf(town)).toMatchObject({ worseCount: 0 });
    expect(lightOf(town, 'replaced-lamps').before).toBeUndefined();
  });
});

describe('certificates for dimming (RES-EC-103)', () => {
  const formsOf = (input: ReturnType<typeof savingsInput>, isReplaced: boolean) => certificatesOf(input.after, input.cabinets, computeSavings(input), isReplaced), ratedW = twin.lamps.ratedPowerW.reduce((sum, one) => sum + one, 0);
  const dim = (of: typeof twin, zone: string, outputShare: number) => applyChanges(of, [{ change: 'dim-lamps', zone, from: '00:00', until: '05:00', outputShare, why: 'streets are empty in these hours' }]).value!;
  test('count lamps that are dimmed for the first time', () => {
    const { forms, alreadyDimmedW } = formsOf(savingsInput(twin), true);
    expect([forms.find(({ form }) => form === 'RES-EC-103')!.basisCount, alreadyDimmedW]).toEqual([ratedW, 0]);
  });
  test('count no lamp of a zone that only bears the name of one that is dimmed', () => {
    const alike = savingsTown();
    alike.lightingZones.name.fill('alike');
    alike.lightingZones.calendar[1] = -1;
    const ownW = alike.lamps.ratedPowerW.reduce((sum, powerW, lamp) => sum + (alike.lamps.zone[lamp] === 0 ? powerW : 0), 0);
    const { forms, alreadyDimmedW } = formsOf(savingsInput(alike), true);
    expect(ownW).toBeLessThan(ratedW);
    expect([forms.find(({ form }) => form === 'RES-EC-103')!.basisCount, alreadyDimmedW]).toEqual([ownW, 0]);
  });
  test('count nothing for lamps that are dimmed deeper, and say so', () => {
    const { forms, alreadyDimmedW } = formsOf(savingsInput(dim(twin, 'all', 0.1), { before: twin }), false);
    expect([forms, alreadyDimmedW]).toEqual([[], ratedW]);
  });
});

describe('age', () => {
  /** Two kinds of old lamps in every cabinet, of which gear and lamp take more each year. */
  const ageing = savingsTown();
  ageing.luminaires = tableFrom(luminaireColumns, ['a', 'b'].map((name) => ({ name, technology: lampTechnology.highPressureSodium, photometry: -1, fixedLossShare: 0.1, standbyPowerW: 0, powerFactor: 1, dimmedPowerFactor: 1, constantFluxStartShare: 1, constantFluxEndH: 0, fluxDecayPerH: 0, dirtPerYearShare: 0, cleaningYears: 0, powerRisePerH: 4e-6, upwardShare: -1, colourTemperatureK: 0 })));
  ageing.lamps.luminaire.forEach((_, lamp) => { ageing.lamps.luminaire[lamp] = lamp % 4 < 2 ? 0 : 1; ageing.lamps.installedYear[lamp] = 2015; ageing.lamps.ratedPowerW[lamp] = 50; });
  const keptKwh = (watts: SavingsInput['watts']) => savingsFigures(computeSavings(savingsInput(ageing, { watts }))).walk.reportedKwh;
  const sample = (kind: string) => ({ side: 'after', kind, meanW: 50, deviationW: 1, sampleCount: 30 }) as const;

  test('is left out of the kinds whose watts were measured, and of them alone', () => {
    const aged = keptKwh([]), both = keptKwh([sample('a'), sample('b')]), a = keptKwh([sample('a')]), b = keptKwh([sample('b')]);
    expect(aged / both).toBeGreaterThan(1.1);
    // What the one and the other leave out is what both do.
    expect(aged - a).toBeGreaterThan(0.3 * (aged - both));
    expect((aged - a) + (aged - b)).toBeCloseTo(aged - both, 6);
  });
});

describe('fit of a model (ASHRAE Guideline 14)', () => {
  test('three months by hand', () => {
    // Differences 10, -10, 30 over a mean of 100: sqrt(1100 / 2) = 23.452, 30 / 2 = 15.
    const { cvRmsePercent, nmbePercent } = fitOf([110, 90, 100], [100, 100, 70]);
    expect(cvRmsePercent).toBeCloseTo(23.452078799117146, 12);
    expect(nmbePercent).toBeCloseTo(15, 12);
  });
  test('a model that is always a tenth too low', () => {
    const metered = [50, 100, 150, 100], { nmbePercent } = fitOf(metered, metered.map((kwh) => kwh * 0.9));
    expect(nmbePercent).toBeCloseTo((100 * 0.1 * 400) / 3 / 100, 12);
  });
  test('one month, or nothing metered, says nothing', () => {
    expect(fitOf([100], [90]).cvRmsePercent).toBeNaN();
    expect(fitOf([0, 0], [90, 80]).nmbePercent).toBeNaN();
  });
});

describe('uncertainty', () => {
  /** Two products before, one of them in two wattages that are listed apart, and one after, dimmed; on each side another one was measured. */
  const catalogue = { beforeKwh: 0, afterKwh: 0, beforeCutKwh: 0, afterCutKwh: 0, source: 0, product: 0, isMeasured: false, sampleShare: 0 }, wattErrors = { catalogueWattsShare: 0.05, wattsCommonShare: 0.4, dimmedPowerShare: 0.08, wattmeterShare: 0.03 };
  const terms: SavingTerms = {
    kinds: [
      { ...catalogue, beforeKwh: 3500 }, { ...catalogue, beforeKwh: 1500 }, { ...catalogue, beforeKwh: 2000, product: 1 }, { ...catalogue, beforeKwh: 3000, product: 2, isMeasured: true, sampleShare: 0.03 },
      { ...catalogue, afterKwh: 1200, afterCutKwh: 900, source: 1, product: 3 }, { ...catalogue, afterKwh: 800, afterCutKwh: 400, source: 1, product: 4, isMeasured: true, sampleShare: 0.04 },
    ],
    wattErrors,
    meters: [{ baselineKwh: 3000, reportedKwh: 1000 }, { baselineKwh: 0, reportedKwh: 500 }], hoursShare: 0.02, depreciationBeforeShare: 0.03, depreciationAfterShare: 0.02, isSameLamps: false, meterLimitShare: 0.03, meterCommonShare: 0.5, modelErrorKwh: 250,
  };
  const deviation = (values: Float64Array) => { const mean = values.reduce((sum, one) => sum + one, 0) / values.length; return Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1)); };
  const draws = drawSavings(terms, 40_000, 3);

  test('is that of error propagation of independent inputs', () => {
    // First order (JCGM 100:2008, 5.1.2); with these sizes what lies beyond is below a thousandth.
    // Of a catalogue, 0.4 of the variance is that of all lamps of a side, the rest that of a product; samples are each for themselves, the instrument is one.
    const watts = 0.05 ** 2 * (0.4 * (7000 ** 2 + 1200 ** 2) + 0.6 * (5000 ** 2 + 2000 ** 2 + 1200 ** 2)) + (3000 * 0.03) ** 2 + (800 * 0.04) ** 2 + ((3000 - 800) * 0.03) ** 2;
    const dimming = 0.08 ** 2 * (0.4 * 1300 ** 2 + 0.6 * (900 ** 2 + 400 ** 2)), hours = (8000 * 0.02) ** 2, depreciation = (10_000 * 0.03) ** 2 + (2000 * 0.02) ** 2, meters = (0.5 * ((2000 * 0.03) ** 2 + (500 * 0.03) ** 2) + 0.5 * ((2000 - 500) * 0.03) ** 2) / 3, model = 250 ** 2;
    // The deviation of a deviation from 40,000 draws is 1 / sqrt(2 n), a third of a per cent: five of them.
    const near = (found: number, wanted: number) => expect(Math.abs(found / wanted - 1)).toBeLessThan(0.018);
    near(deviation(draws.wattsKwh), Math.sqrt(watts));
    near(deviation(draws.dimmingKwh), Math.sqrt(dimming));
    near(deviation(draws.hoursKwh), Math.sqrt(hours));
    near(deviation(draws.depreciationKwh), Math.sqrt(depreciation));
    near(deviation(draws.metersKwh), Math.sqrt(meters));
    near(deviation(draws.modelKwh), 250);
    near(deviation(draws.savingKwh), Math.sqrt(watts + dimming + hours + depreciation + meters + model));
    expect(Math.abs(draws.savingKwh.reduce((sum, one) => sum + one, 0) / 40_000 - (10_000 - 2000 + 1500))).toBeLessThan((5 * Math.sqrt(watts + dimming + hours + depreciation + meters + model)) / 200);
  });

  test('of lamps that are the same before and after cancels but for what they save', () => {
    const same = drawSavings({ ...terms, kinds: [{ ...catalogue, beforeKwh: 5000, afterKwh: 5000, beforeCutKwh: 800, afterCutKwh: 800 }], meters: [], isSameLamps: true, modelErrorKwh: 0 }, 1000, 1);
    expect(Math.max(...same.savingKwh.map(Math.abs))).toBeLessThan(1e-9);
  });

  test('is not less for a fleet whose kinds are listed in many wattages, known by name or by watts alone', () => {
    /** Forty lamps of one kind, of 92 W, or of forty wattages around it with the same sum. */
    const spreadOf = (isNamed: boolean, isSplit: boolean) => {
      const town = savingsTown();
      if (isNamed) town.luminaires = tableFrom(luminaireColumns, [{ name: 'LED', technology: lampTechnology.led, photometry: -1, fixedLossShare: 0.05, standbyPowerW: 0, powerFactor: 1, dimmedPowerFactor: 1, constantFluxStartShare: 1, constantFluxEndH: 0, fluxDecayPerH: 0, dirtPerYearShare: 0, cleaningYears: 0, powerRisePerH: 0, upwardShare: -1, colourTemperatureK: 0 }]);
      for (let lamp = 0; lamp < town.lamps.count; lamp++) {
        if (isNamed) town.lamps.luminaire[lamp] = town.lamps.replaced[lamp] = 0;
        town.lamps.ratedPowerW[lamp] = 92 + (isSplit ? 0.2 * (lamp - 19.5) : 0);
        town.lamps.powerBeforeW[lamp] = 170 + (isSplit ? 0.2 * (lamp - 19.5) : 0);
      }
      const { kinds, draws: found } = computeSavings(savingsInput(town, { drawCount: 4000 }));
      return { kindCount: kinds.count, savingKwh: deviation(found.savingKwh), wattsKwh: deviation(found.wattsKwh), dimmingKwh: deviation(found.dimmingKwh) };
    };
    for (const isNamed of [true, false]) {
      const whole = spreadOf(isNamed, false), split = spreadOf(isNamed, true);
      expect([whole.kindCount, split.kindCount]).toEqual([2, 80]);
      // Deviations of 4,000 draws are known within 1.1 %; independent kinds would have a sixth.
      for (const name of ['savingKwh', 'wattsKwh', 'dimmingKwh'] as const) expect(Math.abs(split[name] / whole[name] - 1), name).toBeLessThan(0.04);
    }
  });

  test('of lamps that are dimmed deeper is that of the power there, in proportion to what output is short of full', () => {
    const town = savingsTown();
    town.lamps.ratedPowerW.fill(92);
    const cut = applyChanges(town, [{ change: 'dim-lamps', zone: 'all', from: '00:00', until: '05:00', outputShare: 0.2, why: 'streets are empty in these hours' }]).value!;
    const { draws: found } = computeSavings(savingsInput(cut, { before: town, drawCount: 20_000 }));
    // Five hours of each night, one less and one more when clocks change: 1,825 h in which output is 0.2 and not 0.7 for twenty lamps, 0.4 for twenty.
    const theoryKwh = (0.05 * 92 * 1825 * 20 * (0.5 + 0.2)) / 1000;
    expect(Math.abs(deviation(found.dimmingKwh) / theoryKwh - 1)).toBeLessThan(0.03);
    expect(deviation(found.savingKwh)).toBeGreaterThan(theoryKwh);
  });

  test.each([['fr', 'dix-neuf fois sur vingt'], ['en', 'nineteen times out of twenty']] as const)('of what is assumed of watts is what its words say (%s)', (language, often) => {
    const percentIn = (text: string): number => { expect(text).toContain(often); return Number(/(\d+)\s?%/.exec(text)![1]) / 100; };
    // Nineteen times out of twenty a normal error lies within 1.96 deviations.
    expect(percentIn(usualUncertainty.sources.catalogueWattsShare[language]) / 1.96).toBeCloseTo(usualUncertainty.catalogueWattsShare, 2);
    expect(percentIn(usualUncertainty.sources.dimmedPowerShare[language]) / 1.96).toBeCloseTo(usualUncertainty.dimmedPowerShare / 2, 2);
  });

  test('of the model of a metered baseline is that of the guideline, whatever its scale', () => {
    // Metered 90, 110, 100 against 50 calculated in each month, scaled to 100: CV(RMSE) = sqrt(200 / 2) / 100 = 10 %.
    const rows = [90, 110, 100].map((baselineMeteredKwh, at) => ({ cabinet: 'C1', month: `2026-0${at + 1}`, counts: 1, hasBaselineReading: 1, baselineMeteredKwh, baselinePeriodKwh: 50, baselinePeriodAdjustmentKwh: 0, adjustedBaselineKwh: 100 })), found = baselineModel(rows);
    expect(found.cvRmsePercent).toBeCloseTo(10, 12);
    // A saving of 30 of 300 kWh: F = 0.1, dE / E = 1.26 * 0.1 * sqrt(5 / 3 / 3) / 0.1.
    expect(baselineModelErrorKwh(found)).toBeCloseTo(30 * ((1.26 * 0.1 * Math.sqrt((5 / 3) * (1 / 3))) / 0.1), 9);
    expect(baselineModelErrorKwh(baselineModel(rows.slice(0, 1)))).toBe(0);
  });

  test('the same seed gives the same draws, another one others', () => {
    expect(drawSavings(terms, 50, 3).savingKwh).toEqual(draws.savingKwh.slice(0, 50));
    expect(drawSavings(terms, 50, 4).savingKwh).not.toEqual(draws.savingKwh.slice(0, 50));
  });

  test('of a sample falls with the root of its size, down to that of the instrument', () => {
    expect(sampleUncertainty({ meanW: 100, deviationW: 10, sampleCount: 25 }, 0)).toBeCloseTo(0.02, 12);
    expect(sampleUncertainty({ meanW: 100, deviationW: 10, sampleCount: 100 }, 0)).toBeCloseTo(0.01, 12);
    expect(sampleUncertainty({ meanW: 100, deviationW: 3, sampleCount: 1_000_000 }, 0.04)).toBeCloseTo(0.04, 6);
  });
});

describe('rates', () => {
  const windows = [
    { name: 'winter peak', fromS: 8 * 3600, untilS: 20 * 3600, months: [12, 1, 2], days: [1, 2, 3, 4, 5], priceEurPerKwh: 0.3 },
    { name: 'night', fromS: 22 * 3600, untilS: 6 * 3600, months: [], days: [], priceEurPerKwh: 0.1 },
    { name: 'base', fromS: 0, untilS: 0, months: [], days: [], priceEurPerKwh: 0.2 },
  ];
  test('hold at their hours, days and months, and change with their date', () => {
    const dates = ['2026-01-16', '2026-01-17', '2026-06-15', '2026-07-01'], tariff = [{ fromDate: '2026-01-01', untilDate: '2026-06-30', source: 'first', windows }, { fromDate: '2026-07-01', untilDate: '2026-12-31', source: 'second', windows: [{ ...windows[2]!, priceEurPerKwh: 0.5 }] }];
    const { rates, rateOfSlot } = rateSlots(dates, { tariff, carbon: [{ fromDate: '2026-01-01', untilDate: '2026-12-31', gPerKwh: 55, source: 'x' }] });
    const price = (day: number, hour: number) => rates[rateOfSlot[day * 48 + hour * 2]!]!.priceEurPerKwh;
    // A Friday and a Saturday of January, a Monday of June, a day of the second contract.
    expect([price(0, 8), price(0, 19), price(0, 20), price(0, 22), price(0, 5), price(0, 6)]).toEqual([0.3, 0.3, 0.2, 0.1, 0.1, 0.2]);
    expect([price(1, 12), price(2, 12), price(2, 23), price(3, 23)]).toEqual([0.2, 0.2, 0.1, 0.5]);
  });
  test('a price for the night alone costs lamps that burn at night alone what they take', () => {
    const tables = computeSavings(savingsInput(twin, { rates: { tariff: [{ fromDate: '2026-01-01', untilDate: '2026-12-31', source: 'x', windows: [{ name: 'noon', fromS: 11 * 3600, untilS: 14 * 3600, months: [], days: [], priceEurPerKwh: 9 }, { name: 'other', fromS: 0, untilS: 0, months: [], days: [], priceEurPerKwh: 0.25 }] }], carbon: [{ fromDate: '2026-01-01', untilDate: '2026-06-30', gPerKwh: 100, source: 'x' }, { fromDate: '2026-07-01', untilDate: '2026-12-31', gPerKwh: 10, source: 'x' }] } }));
    const figures = savingsFigures(tables);
    // Old lamps take nothing at noon; new ones their standby: 40 lamps, 0.5 W, 3 h a day.
    expect(figures.costBaselineEur).toBeCloseTo(figures.walk.adjustedBaselineKwh * 0.25, 6);
    const noonKwh = (40 * 0.5 * 3 * 365) / 1000;
    expect(figures.costReportedEur).toBeCloseTo((figures.walk.reportedKwh - noonKwh) * 0.25 + noonKwh * 9, 6);
    const halves = figures.months.map(({ month, baselineKwh }) => baselineKwh * (month < '2026-07' ? 0.1 : 0.01));
    expect(figures.carbonBaselineKg).toBeCloseTo(halves.reduce((sum, kg) => sum + kg, 0), 6);
  });
});

describe('adjustments', () => {
  test('lamps added burn from their first day on, on both sides', () => {
    const { adjustments, months } = computeSavings(savingsInput(twin, { adjustments: [{ fromDate: '2026-07-01', untilDate: undefined, cabinet: 1, kind: 'added', lampCount: 5, wattsBeforeW: 100, wattsAfterW: 50, why: 'new street', line: 2 }] }));
    const { dates, burningH } = litSlots(twin, YEAR), nightH = burningH[0]!.slice(dates.indexOf('2026-07-01') * 48).reduce((sum, one) => sum + one, 0);
    expect(adjustments.beforeKwh[0]).toBeCloseTo((5 * 100 * nightH) / 1000, 6);
    // Half of the cabinet's lamps are dimmed to 40 %, half to 70 %: less than full, more than the lower of the two.
    expect(adjustments.afterKwh[0]).toBeLessThan((5 * 50 * nightH) / 1000);
    expect(adjustments.afterKwh[0]).toBeGreaterThan((0.4 * 5 * 50 * nightH) / 1000);
    expect(Array.from(months.adjustmentBeforeKwh).filter((kwh) => kwh !== 0)).toHaveLength(6);
  });
  test('an outage of a whole cabinet takes all that it would have taken, and saves nothing', () => {
    const outage = { fromDate: '2026-02-01', untilDate: '2026-02-28', cabinet: 2, kind: 'outage', lampCount: undefined, wattsBeforeW: undefined, wattsAfterW: undefined, why: 'cable', line: 2 } as const;
    const { months } = computeSavings(savingsInput(twin, { adjustments: [outage] })), row = 2 * 12 + 1;
    expect(months.cabinet[row]).toBe('C3');
    expect(months.adjustedBaselineKwh[row]).toBeCloseTo(0, 9);
    expect(months.reportedKwh[row]).toBeCloseTo(0, 9);
    expect(months.adjustedBaselineKwh[row + 1]).toBeGreaterThan(0);
  });
});

describe('baseline period', () => {
  const span = (fromDate: string, untilDate: string) => ({ fromDate, untilDate }), year = (name: string) => span(`${name}-01-01`, `${name}-12-31`);
  const heldAgainst = (period: ReturnType<typeof span>, baseline: ReturnType<typeof span>) => [...baselineOfMonths(period, baseline).values()].map((month) => month ?? '-');

  test.each([
    [span('2026-01-01', '2026-12-31'), span('2025-01-01', '2025-12-31')],
    // The last of February is the last of February, 28 days or 29.
    [span('2024-03-01', '2025-02-28'), span('2023-03-01', '2024-02-29')], [span('2027-03-01', '2028-02-29'), span('2026-03-01', '2027-02-28')],
    // The 28th of a leap year is no last day.
    [span('2028-01-01', '2028-02-28'), span('2027-01-01', '2027-02-28')],
    // Of a longer period nothing is its own baseline.
    [span('2025-01-01', '2026-12-31'), span('2024-01-01', '2024-12-31')], [span('2026-04-10', '2027-09-30'), span('2025-04-10', '2026-04-09')],
  ])('of %j is by default %j', (period, before) => {
    expect(yearBefore(period)).toEqual(before);
  });

  test('a month is held against that of the same name and days: the last before the period, where there are several', () => {
    expect(heldAgainst(span('2026-01-01', '2026-03-31'), year('2025'))).toEqual(['2025-01', '2025-02', '2025-03']);
    expect(heldAgainst(span('2026-01-01', '2026-02-28'), span('2023-01-01', '2025-01-31'))).toEqual(['2025-01', '2024-02']);
    expect(heldAgainst(span('2025-12-01', '2027-01-31'), span('2024-12-01', '2026-11-30'))).toEqual(['2024-12', '2025-01', ...Array.from({ length: 10 }, (_, at) => `2025-${String(at + 2).padStart(2, '0')}`), '2024-12', '2025-01']);
    // Other days of a month say nothing of it; the whole February of one year is that of another.
    expect(heldAgainst(span('2026-05-11', '2026-06-30'), year('2025'))).toEqual(['-', '2025-06']);
    expect(heldAgainst(span('2026-05-11', '2026-06-20'), span('2025-05-11', '2025-06-20'))).toEqual(['2025-05', '2025-06']);
    expect(heldAgainst(span('2028-02-01', '2028-02-29'), span('2027-02-01', '2027-02-28'))).toEqual(['2027-02']);
    expect(heldAgainst(span('2028-01-01', '2028-02-28'), span('2027-01-01', '2027-02-28'))).toEqual(['2027-01', '2027-02']);
    // A baseline from after the period: the first there is.
    expect(heldAgainst(span('2024-03-01', '2024-03-31'), span('2025-01-01', '2026-12-31'))).toEqual(['2025-03']);
    expect(unusedBaselineMonths(span('2024-11-10', '2025-02-03'), ['', '2025-01'])).toEqual(['2024-11', '2024-12', '2025-02']);
    expect(monthSpans(['2024-11', '2024-12', '2025-01', '2025-03'])).toEqual([['2024-11', '2025-01'], ['2025-03', '2025-03']]);
  });

  const whole = computeSavings(savingsInput(twin)), sumOf = (tables: SavingsTables, column: 'calculatedBeforeKwh' | 'baselinePeriodKwh' | 'adjustedBaselineKwh', holds: (month: string) => boolean) => rowsOf(tables).filter((row) => holds(tables.months.month[row]!)).reduce((sum, row) => sum + tables.months[column][row]!, 0);

  test('of half a year leaves the other half a step of its own, never hours of darkness, and the saving as it is', () => {
    const short = computeSavings(savingsInput(twin, { baselinePeriod: span('2025-01-01', '2025-06-30') })), figures = savingsFigures(short), isFirstHalf = (month: string) => month < '2026-07', { walk } = figures;
    expect(figures.monthsWithoutBaseline).toEqual(['07', '08', '09', '10', '11', '12'].map((month) => `2026-${month}`));
    expect(walk.baselinePeriodKwh).toBeCloseTo(sumOf(whole, 'baselinePeriodKwh', isFirstHalf), 6);
    expect(walk.hoursEffectKwh).toBeCloseTo(sumOf(whole, 'calculatedBeforeKwh', isFirstHalf) - sumOf(whole, 'baselinePeriodKwh', isFirstHalf), 6);
    // The same half year of two years differs by minutes.
    expect(Math.abs(walk.hoursEffectKwh)).toBeLessThan(0.001 * walk.baselinePeriodKwh);
    expect(walk.withoutBaselineKwh).toBeCloseTo(sumOf(whole, 'adjustedBaselineKwh', (month) => !isFirstHalf(month)), 6);
    expect(walk.baselinePeriodKwh + walk.hoursEffectKwh + walk.nonRoutineEffectKwh + walk.withoutBaselineKwh).toBeCloseTo(walk.adjustedBaselineKwh, 6);
    expect(figures.savingKwh).toBe(savingsFigures(whole).savingKwh);
    expect(savingsFigures(whole)).toMatchObject({ monthsWithoutBaseline: [], walk: { withoutBaselineKwh: 0 } });
  });

  test('of two years is that of the later one; what meters said in the earlier one is not used', () => {
    const reading = (month: string, value: number) => ({ meter: 'C1', month, date: '', hour: -1, value }), meters: MeterReadings = { readings: [reading('2026-03', 120), reading('2025-03', 300), reading('2024-03', 900)], isIndex: false, isHourly: false };
    const two = computeSavings(savingsInput(twin, { option: 'B', meters, baselinePeriod: span('2024-01-01', '2025-12-31') })), one = computeSavings(savingsInput(twin, { option: 'B', meters }));
    expect(savingsFigures(two).walk.baselinePeriodKwh).toBeCloseTo(300, 9);
    expect(savingsFigures(two).walk).toEqual(savingsFigures(one).walk);
  });

  test('that ends with the 29 days of a February is metered to its end', () => {
    const period = span('2024-03-01', '2025-02-28'), reading = (month: string, value: number) => ({ meter: 'C1', month, date: '', hour: -1, value });
    const { months, findings } = computeSavings(savingsInput(twin, { option: 'B', period, cabinets: [0], meters: { readings: [reading('2025-02', 130), reading('2024-02', 300)], isIndex: false, isHourly: false } })), row = Array.from(months.month).indexOf('2025-02');
    expect([months.baselineMonth[row], months.hasBaselineReading[row], months.baselineMeteredKwh[row]]).toEqual(['2024-02', 1, 300]);
    expect(Array.from(findings.kind)).not.toContain('part-month');
    // 28 nights after 29.
    expect(months.adjustedBaselineKwh[row]! / 300).toBeCloseTo(28 / 29, 2);
  });

  test('without a month of the period in it leaves what a meter says of it, and calculates what it is held against', () => {
    const meters: MeterReadings = { readings: ['2026-03', '2026-09', '2025-03', '2025-09'].map((month) => ({ meter: 'C1', month, date: '', hour: -1, value: 100 })), isIndex: false, isHourly: false };
    const { months } = computeSavings(savingsInput(twin, { option: 'B', meters, cabinets: [0], baselinePeriod: span('2025-01-01', '2025-06-30') })), at = (month: string) => Array.from(months.month).indexOf(month);
    expect(['2026-03', '2026-09'].map((month) => [months.counts[at(month)], months.hasBaselineReading[at(month)]])).toEqual([[1, 1], [1, 0]]);
    expect(months.adjustedBaselineKwh[at('2026-09')]).toBe(months.calculatedBeforeKwh[at('2026-09')]);
  });
});

describe('metered baseline', () => {
  const plain = computeSavings(savingsInput(twin)).months;
  const readings = rowsOf({ months: plain } as SavingsTables).flatMap((row) => [[plain.month[row]!, plain.calculatedAfterKwh[row]! * 1.1], [plain.month[row]!.replace('2026', '2025'), plain.baselinePeriodKwh[row]! * 0.9]].map(([month, value]) => ({ meter: plain.meter[row]!, month: month as string, date: `${month}-01`, hour: -1, value: value as number })));
  const meters: MeterReadings = { readings, isIndex: false, isHourly: false };

  test('is carried to the hours of the reporting period, and consumption is what meters say', () => {
    const figures = savingsFigures(computeSavings(savingsInput(twin, { option: 'B', meters })));
    expect(figures.walk.adjustedBaselineKwh).toBeCloseTo(0.9 * plain.calculatedBeforeKwh.reduce((sum, kwh) => sum + kwh, 0), 6);
    expect(figures.walk.reportedKwh).toBeCloseTo(1.1 * plain.calculatedAfterKwh.reduce((sum, kwh) => sum + kwh, 0), 6);
    const { baselinePeriodKwh, hoursEffectKwh, nonRoutineEffectKwh, adjustedBaselineKwh } = figures.walk;
    expect(baselinePeriodKwh + hoursEffectKwh + nonRoutineEffectKwh).toBeCloseTo(adjustedBaselineKwh, 6);
    expect(baselinePeriodKwh).toBeCloseTo(readings.filter(({ month }) => month < '2026').reduce((sum, { value }) => sum + value, 0), 6);
    // 10 % above the model in every month: 12 pairs, n - 1 = 11.
    expect(figures.fits.month.nmbePercent).toBeCloseTo((100 * (1 - 1 / 1.1) * 12) / 11, 8);
  });
  test('with option A meters are compared, and change nothing', () => {
    const withMeters = savingsFigures(computeSavings(savingsInput(twin, { meters }))), without = savingsFigures(computeSavings(savingsInput(twin)));
    expect(withMeters.savingKwh).toBe(without.savingKwh);
    expect(withMeters.fits.month.count).toBe(12);
  });
});
