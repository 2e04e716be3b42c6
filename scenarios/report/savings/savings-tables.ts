import { codeOf, f64, text, u32, yesNo, type Table } from '../../../engine/foundation/table.ts';

/** What a report on savings is made of: stored beside it, so that anyone can add its figures up again. One row a cabinet and month. */
export const savingsMonthColumns = {
  cabinet: text('name of the cabinet; empty for lamps that no cabinet is known of'),
  meter: text('number that its readings are under'),
  commune: text('where it stands'),
  month: text('YYYY-MM, of the reporting period'),
  baselineMonth: text('YYYY-MM, of the baseline period, that it is held against; empty where that period does not have the same days'),
  lampCount: u32('lamps within the boundary'),
  baselinePeriodKwh: f64('calculated for the lighting before, in the same month of the baseline period'),
  baselinePeriodAdjustmentKwh: f64('what non-routine adjustments add to it'),
  calculatedBeforeKwh: f64('calculated for the lighting before, with the hours of the reporting period: the routine adjustment'),
  adjustmentBeforeKwh: f64('what non-routine adjustments add to it'),
  calculatedAfterKwh: f64('calculated for the lighting after'),
  adjustmentAfterKwh: f64('what non-routine adjustments add to it'),
  hasBaselineReading: yesNo('whether a meter covers the whole month of the baseline period'),
  baselineMeteredKwh: f64('metered then; 0 without a reading'),
  hasReading: yesNo('whether a meter covers the whole month of the reporting period'),
  meteredKwh: f64('metered; 0 without a reading'),
  counts: yesNo('whether the row is part of the saving that the report states'),
  adjustedBaselineKwh: f64('what the lighting before would have taken: metered then, times calculated now over calculated then; calculated where nobody metered'),
  reportedKwh: f64('what the lighting after took: metered with option B where there is a reading, else calculated'),
};

/** Energy by month and rate, over the rows that count. */
export const savingsRateColumns = {
  month: text('YYYY-MM'),
  window: text('name of the hours of the tariff'),
  baselineKwh: f64('adjusted baseline'),
  reportedKwh: f64('lighting after'),
  priceEurPerKwh: f64('of that tariff and window'),
  carbonGPerKwh: f64('of that factor'),
};

/** Draws of the saving, of all inputs together and of each alone. */
export const savingsDrawColumns = {
  savingKwh: f64('all inputs drawn'),
  wattsKwh: f64('only watts drawn'),
  dimmingKwh: f64('only power below full output drawn'),
  hoursKwh: f64('only hours drawn'),
  depreciationKwh: f64('only depreciation drawn'),
  metersKwh: f64('only errors of meters drawn'),
  modelKwh: f64('only the error of the baseline model drawn'),
};

/** Hours in which meters and model can be compared, summed over the cabinets that have a sound reading in that hour. */
export const savingsHourColumns = {
  hour: text('YYYY-MM-DDTHH, local clock'),
  meterCount: u32('cabinets with a reading'),
  meteredKwh: f64('of all of them'),
  modelledKwh: f64('of the same cabinets'),
};

/** Kinds of lamp with their watts. */
export const savingsKindColumns = {
  side: codeOf({ before: 0, after: 1 }, 'lamps replaced, or lamps that stand'),
  kind: text('as the inventory calls it, or its watts'),
  product: text('kind of luminaire whose catalogue watts err together; empty for all of which nobody says what they are'),
  lampCount: u32('lamps of the kind'),
  catalogueW: f64('mean of the inventory'),
  isMeasured: yesNo('whether a sample gave the watts used'),
  measuredW: f64('mean of the sample; 0 without one'),
  deviationW: f64('standard deviation of the sample'),
  sampleCount: u32('lamps measured'),
  uncertaintyShare: f64('relative standard uncertainty of the watts used'),
};

export const savingsFindingColumns = {
  kind: text('what is the matter'), meter: text('number of the meter'), cabinet: text('that it stands for'), when: text('month, or empty for all the time'),
  concernedCount: u32('readings, hours or lamps concerned'), valueKwh: f64('an example; 0 where there is none'),
};

export const savingsAdjustmentColumns = {
  line: u32('of the file'), fromDate: text('first day'), untilDate: text('last day, empty for no end'), cabinet: text('concerned'), kind: text('added, removed or outage'),
  lampCount: f64('lamps concerned, -1 for all of the cabinet'), beforeKwh: f64('added to the baseline of the reporting period'), afterKwh: f64('added to the calculated consumption after'), why: text('as given'),
};

/** Power on a winter and on a summer night, mean of half hours. */
export const savingsNightColumns = {
  night: codeOf({ winter: 0, summer: 1 }, 'of 21 December or 21 June'), fromS: f64('since midnight of the first day'), beforeW: f64('lighting before'), afterW: f64('lighting after'),
};

/** Zones with their hours, and what is calculated for them: lamps as in the twin. */
export const savingsZoneColumns = {
  zoneRow: u32('row in the lighting zones of the city, whose names may repeat; as many as these for lamps of no zone'), zone: text('name, empty for lamps of no zone'), lampCount: u32('within the boundary'),
  baselineLitH: f64('hours in which lamps gave light before, baseline period; of replaced lamps those of the switching rule'), beforeLitH: f64('the same, reporting period'),
  beforeFullOutputH: f64('the same, each hour times its output'),
  afterLitH: f64('hours in which its lamps give light, reporting period'), afterFullOutputH: f64('the same, each hour times its output'),
  beforeKwh: f64('calculated before, reporting period'), afterKwh: f64('calculated after'),
};

/** Lit streets against their lighting class over the calendar year of the city; hours of streets whose light is known. */
export const savingsLightColumns = {
  street: text('name'), km: f64('its length'), hasBefore: yesNo('whether the light before is known: that of lamps replaced is not'),
  beforeNightH: f64('hours of darkness'), beforeBelowH: f64('of them lit below the class of the hour'), beforeDarkH: f64('of them switched off by program'),
  afterNightH: f64('hours of darkness'), afterBelowH: f64('of them lit below the class of the hour'), afterDarkH: f64('of them switched off by program'),
};

/** Where cabinets stand, for the map. */
export const savingsCabinetColumns = { cabinet: text('name'), xM: f64('east of the origin'), yM: f64('north of the origin'), savedKwh: f64('adjusted baseline less consumption, all months') };

/** Replacement by LED, year by year, on the paths that sources give. No rows where nobody knows any. */
export const savingsRollOutColumns = {
  path: text('announced or reported'), year: u32('calendar year'), ledCount: u32('lamps on LED at the end of the year'), energyKwh: f64('of all lamps in the year'), endKwh: f64('a year with the lamps as they are at its end'), beforeKwh: f64('that all the lamps before would take'),
};

export interface SavingsTables {
  months: Table<typeof savingsMonthColumns>;
  rates: Table<typeof savingsRateColumns>;
  draws: Table<typeof savingsDrawColumns>;
  hours: Table<typeof savingsHourColumns>;
  kinds: Table<typeof savingsKindColumns>;
  findings: Table<typeof savingsFindingColumns>;
  adjustments: Table<typeof savingsAdjustmentColumns>;
  nights: Table<typeof savingsNightColumns>;
  zones: Table<typeof savingsZoneColumns>;
  light: Table<typeof savingsLightColumns>;
  cabinets: Table<typeof savingsCabinetColumns>;
  rollOut: Table<typeof savingsRollOutColumns>;
}

/** Names of the files, without `.parquet`. */
export const savingsTables = {
  months: savingsMonthColumns, rates: savingsRateColumns, draws: savingsDrawColumns, hours: savingsHourColumns, kinds: savingsKindColumns,
  findings: savingsFindingColumns, adjustments: savingsAdjustmentColumns, nights: savingsNightColumns, zones: savingsZoneColumns, light: savingsLightColumns, cabinets: savingsCabinetColumns, rollOut: savingsRollOutColumns,
} as const;
