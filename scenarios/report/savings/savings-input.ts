import type { Wording } from '../../../engine/foundation/text.ts';
import type { RollOutPath } from '../../../engine/twin/led-roll-out.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { Adjustment } from './adjustments.ts';
import type { MeasuredWatts } from './lamp-groups.ts';
import type { MeterReadings } from './meter-check.ts';
import type { Period } from './period.ts';
import type { Rates } from './rates.ts';

/** How the saving is determined: A measures watts and estimates hours, B measures consumption (IPMVP Core Concepts 2022). */
export type MeasurementOption = 'A' | 'B';

/** What is not known for certain, as shares of the value: standard uncertainties, but for the limit of a meter's class. */
export interface UncertaintyInputs {
  /** Standard uncertainty of watts from a catalogue or an inventory. */
  catalogueWattsShare: number;
  /** Of the variance of that, and of power below full output, what all lamps before, or all lamps after, have in common: one inventory, one way of counting gear. */
  wattsCommonShare: number;
  /** Of power at outputs below full, as a share of power at full output: at half output half of it. */
  dimmedPowerShare: number;
  /** Of the one instrument that measured watts, beside the spread of the sample. */
  wattmeterShare: number;
  /** Of burning hours: clocks, twilight, photocells. */
  hoursShare: number;
  /** Of power by age: gear of old lamps, constant light output of new ones. */
  depreciationBeforeShare: number;
  depreciationAfterShare: number;
  /** Most that a meter may be off by its class; taken as equally likely within. */
  meterLimitShare: number;
  /** Of the variance of that, what all meters have in common: their make, their calibration. */
  meterCommonShare: number;
  /** Where each of them comes from. */
  sources: Readonly<Record<'catalogueWattsShare' | 'wattsCommonShare' | 'dimmedPowerShare' | 'wattmeterShare' | 'hoursShare' | 'depreciationBeforeShare' | 'depreciationAfterShare' | 'meterLimitShare' | 'meterCommonShare', Wording>>;
}

/** All that the figures of a report on savings are computed from. */
export interface SavingsInput {
  /** The lighting before: another twin, or the lamps that those of `after` replaced, at full output whenever they burn. */
  before: ReadingTwin | 'replaced-lamps';
  after: ReadingTwin;
  /** Rows of the cabinets within the boundary, -1 for lamps without one. */
  cabinets: readonly number[];
  period: Period;
  baselinePeriod: Period;
  option: MeasurementOption;
  rates: Rates;
  meters: MeterReadings | undefined;
  watts: readonly MeasuredWatts[];
  adjustments: readonly Adjustment[];
  uncertainty: UncertaintyInputs;
  /** Paths of replacement to reckon, by name; none where nobody knows any. */
  rollOutPaths: Readonly<Record<string, RollOutPath>>;
  drawCount: number;
  seed: number;
}
