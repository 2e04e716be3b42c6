import { randomNormal, randomShare } from '../../../engine/foundation/random.ts';
import { drawWatts, type KindTerm, type WattErrors } from './draw-watts.ts';

/** What the saving is a sum of, over the rows that count. */
export interface SavingTerms {
  kinds: readonly KindTerm[];
  wattErrors: WattErrors;
  /** Metered, by meter: adjusted baseline and consumption. One meter has one error, part of which all meters share. */
  meters: readonly { baselineKwh: number; reportedKwh: number }[];
  hoursShare: number;
  /** Of lamps before and after. Equal lamps on both sides (`isSameLamps`) age alike. */
  depreciationBeforeShare: number;
  depreciationAfterShare: number;
  isSameLamps: boolean;
  meterLimitShare: number;
  /** Of the variance of a meter's error, what all meters have in common. */
  meterCommonShare: number;
  /** Standard error of the model that carries a metered baseline to the reporting period. */
  modelErrorKwh: number;
}

/** One draw of everything, and of each input alone with the others at their value. */
export interface SavingDraws { savingKwh: Float64Array; wattsKwh: Float64Array; dimmingKwh: Float64Array; hoursKwh: Float64Array; depreciationKwh: Float64Array; metersKwh: Float64Array; modelKwh: Float64Array }

const purposes = { hours: 9102, depreciationBefore: 9103, depreciationAfter: 9104, meter: 9105, allMeters: 9106, model: 9107 } as const;

/**
 * Monte Carlo after JCGM 101:2008: saving = sum before - sum after, each calculated term times the errors of watts, hours and
 * depreciation, with what power below full output is off, each metered one times that of its meter, plus the error of the baseline model. All errors are
 * normal but those of meters; that of a meter is its own and that of all meters, each equally likely within the limit of their class, weighted so that
 * their variances add up to that of the class. The same seed gives the same draws.
 */
export function drawSavings(terms: SavingTerms, drawCount: number, seed: number): SavingDraws {
  const make = () => new Float64Array(drawCount);
  const draws: SavingDraws = { savingKwh: make(), wattsKwh: make(), dimmingKwh: make(), hoursKwh: make(), depreciationKwh: make(), metersKwh: make(), modelKwh: make() };
  const beforeKwh = sumOf(terms.kinds, (kind) => kind.beforeKwh), afterKwh = sumOf(terms.kinds, (kind) => kind.afterKwh);
  const meteredKwh = sumOf(terms.meters, (meter) => meter.baselineKwh - meter.reportedKwh), valueKwh = beforeKwh - afterKwh + meteredKwh;
  for (let draw = 0; draw < drawCount; draw++) {
    const { factor, cutShare } = drawWatts(terms.kinds, terms.wattErrors, seed, draw);
    let wattsBeforeKwh = 0, wattsAfterKwh = 0, cutBeforeKwh = 0, cutAfterKwh = 0, drawnMeteredKwh = 0;
    terms.kinds.forEach((kind, at) => {
      wattsBeforeKwh += factor[at]! * kind.beforeKwh;
      wattsAfterKwh += factor[at]! * kind.afterKwh;
      cutBeforeKwh += cutShare[at]! * kind.beforeCutKwh;
      cutAfterKwh += cutShare[at]! * kind.afterCutKwh;
    });
    const ofAll = Math.sqrt(terms.meterCommonShare) * (2 * randomShare(seed, purposes.allMeters, 0, draw) - 1), ownWeight = Math.sqrt(1 - terms.meterCommonShare);
    terms.meters.forEach((meter, at) => { drawnMeteredKwh += (1 + terms.meterLimitShare * (ofAll + ownWeight * (2 * randomShare(seed, purposes.meter, at, draw) - 1))) * (meter.baselineKwh - meter.reportedKwh); });
    const modelKwh = terms.modelErrorKwh * randomNormal(seed, purposes.model, 0, draw);
    const hours = 1 + terms.hoursShare * randomNormal(seed, purposes.hours, 0, draw), agedAfter = 1 + terms.depreciationAfterShare * randomNormal(seed, purposes.depreciationAfter, 0, draw);
    const agedBefore = terms.isSameLamps ? agedAfter : 1 + terms.depreciationBeforeShare * randomNormal(seed, purposes.depreciationBefore, 0, draw);
    draws.savingKwh[draw] = hours * (agedBefore * (wattsBeforeKwh + cutBeforeKwh) - agedAfter * (wattsAfterKwh + cutAfterKwh)) + drawnMeteredKwh + modelKwh;
    draws.wattsKwh[draw] = wattsBeforeKwh - wattsAfterKwh + meteredKwh;
    draws.dimmingKwh[draw] = valueKwh + cutBeforeKwh - cutAfterKwh;
    draws.hoursKwh[draw] = hours * (beforeKwh - afterKwh) + meteredKwh;
    draws.depreciationKwh[draw] = agedBefore * beforeKwh - agedAfter * afterKwh + meteredKwh;
    draws.metersKwh[draw] = valueKwh - meteredKwh + drawnMeteredKwh;
    draws.modelKwh[draw] = valueKwh + modelKwh;
  }
  return draws;
}

const sumOf = <T>(list: readonly T[], value: (one: T) => number): number => list.reduce((sum, one) => sum + value(one), 0);
