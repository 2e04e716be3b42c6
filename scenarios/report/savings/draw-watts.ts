import { randomNormal } from '../../../engine/foundation/random.ts';

/** Energy calculated from watts and hours of lamps that have one error; the same lamps on both sides have one as well. */
export interface KindTerm {
  beforeKwh: number;
  afterKwh: number;
  /** What dimming would take off full power were there no fixed loss. */
  beforeCutKwh: number;
  afterCutKwh: number;
  /** Terms with the same number come from one source: lamps before, or lamps after. */
  source: number;
  /** Terms with the same number are of one product. */
  product: number;
  isMeasured: boolean;
  /** Where it was measured: relative standard uncertainty of the mean of its sample, without the instrument. */
  sampleShare: number;
}

/** Relative standard uncertainties, but for the share in common. */
export interface WattErrors { catalogueWattsShare: number; wattsCommonShare: number; dimmedPowerShare: number; wattmeterShare: number }

/** Of one draw: a factor on the watts of every term, and what power below full output is off, as a share of the energy cut. */
export interface DrawnWatts { factor: Float64Array; cutShare: Float64Array }

const purposes = { catalogueOfSource: 9111, catalogueOfProduct: 9112, dimmedOfSource: 9113, dimmedOfProduct: 9114, sample: 9115, wattmeter: 9116 } as const;

/**
 * Errors of watts are not each kind's own: what an inventory gets wrong, it gets wrong for all. Those of a catalogue, and of power below full output, have a
 * part that all kinds of a source share and one that a product has in all its wattages, so lists that split a product are no surer than others.
 * Samples are independent of each other, and taken with one instrument.
 */
export function drawWatts(kinds: readonly KindTerm[], errors: WattErrors, seed: number, draw: number): DrawnWatts {
  const commonWeight = Math.sqrt(errors.wattsCommonShare), ownWeight = Math.sqrt(1 - errors.wattsCommonShare), wattmeter = errors.wattmeterShare * randomNormal(seed, purposes.wattmeter, 0, draw);
  const drawn: DrawnWatts = { factor: new Float64Array(kinds.length), cutShare: new Float64Array(kinds.length) };
  kinds.forEach(({ source, product, isMeasured, sampleShare }, at) => {
    const oneOf = (ofSource: number, ofProduct: number): number => commonWeight * randomNormal(seed, ofSource, source, draw) + ownWeight * randomNormal(seed, ofProduct, product, draw);
    drawn.factor[at] = 1 + (isMeasured ? wattmeter + sampleShare * randomNormal(seed, purposes.sample, at, draw) : errors.catalogueWattsShare * oneOf(purposes.catalogueOfSource, purposes.catalogueOfProduct));
    drawn.cutShare[at] = errors.dimmedPowerShare * oneOf(purposes.dimmedOfSource, purposes.dimmedOfProduct);
  });
  return drawn;
}
