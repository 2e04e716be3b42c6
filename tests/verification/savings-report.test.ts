// Goal: every number of the savings report is what SQL finds in the tables stored beside it, in French and in English; and the
// report calls nothing a measured saving that was not measured. SQL shares no code with what wrote the page.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { frenchCarbonFactors, frenchCertificateForms, usualUncertainty } from '../../data/build/french-savings.ts';
import { rollOutPaths } from '../../engine/twin/led-roll-out.ts';
import type { Columns } from '../../engine/foundation/table.ts';
import { savingsReportWords } from '../../scenarios/language/savings-report.ts';
import { computeSavings } from '../../scenarios/report/savings/compute-savings.ts';
import type { MeterReading } from '../../scenarios/report/savings/meter-check.ts';
import { savingsFigures } from '../../scenarios/report/savings/savings-figures.ts';
import type { SavingsInput } from '../../scenarios/report/savings/savings-input.ts';
import { savingsPage } from '../../scenarios/report/savings/savings-page.ts';
import type { SavingsReportInput } from '../../scenarios/report/savings/savings-report-input.ts';
import { savingsTables, type SavingsTables } from '../../scenarios/report/savings/savings-tables.ts';
import { readResultTable, tableBytes } from '../../scenarios/runs/result-files.ts';
import { savingsInput, savingsTown } from './savings-town.ts';

test.each([[0, 0, 'allumage au coucher du soleil, extinction à son lever', 'on at sunset, off at sunrise'], [10, -5, 'allumage 10 min après le coucher du soleil, extinction 5 min avant son lever', 'on 10 min after sunset, off 5 min before sunrise']])(
  'lamps that switch %d min from sunset and %d min from sunrise, as people say it', (onMin, offMin, french, english) => {
    expect(savingsReportWords.ruleOffsets.fr(onMin, offMin).endsWith(french)).toBe(true);
    expect(savingsReportWords.ruleOffsets.en(onMin, offMin).endsWith(english)).toBe(true);
  },
);

const home = mkdtempSync(join(tmpdir(), 'jumeau-savings-')), twin = savingsTown();
let sql: DuckDBConnection;
beforeAll(async () => { sql = await (await DuckDBInstance.create()).connect(); });
afterAll(() => rmSync(home, { recursive: true }));

/** Computes, stores and reads again as the command does, and writes both pages. */
async function report(name: string, input: SavingsInput): Promise<{ folder: string; pages: Record<'fr' | 'en', string> }> {
  const folder = join(home, name), computed = computeSavings(input), read: [string, unknown][] = [];
  mkdirSync(folder);
  for (const [table, columns] of Object.entries(savingsTables)) {
    writeFileSync(join(folder, `${table}.parquet`), tableBytes(columns as Columns, computed[table as keyof SavingsTables]));
    read.push([table, await readResultTable(folder, table, columns as Columns)]);
  }
  const tables = Object.fromEntries(read) as unknown as SavingsTables;
  const page = (language: 'fr' | 'en') => savingsPage({
    language, facts: twin.facts, question: undefined, baselineFile: undefined, period: input.period, baselinePeriod: input.baselinePeriod, option: { name: input.option, chosenBy: 'asked' }, boundary: { communes: ['Dijon', 'Talant'], cabinetCount: 4, lampCount: 40, zones: ['main-roads', 'residential'] },
    switching: [{ kind: 'offsets', onMin: 15, offMin: -15 }], rates: input.rates, otherFactors: frenchCarbonFactors, certificates: { forms: frenchCertificateForms.map((form) => ({ ...form, basisCount: form.basis === 'dimmedWatts' ? 2480 : 40 })), alreadyDimmedW: 0 },
    uncertainty: { ...usualUncertainty, drawCount: input.drawCount, seed: input.seed }, given: { meters: input.meters !== undefined, watts: input.watts.length > 0, adjustments: input.adjustments.length > 0 }, files: [{ role: 'meters', name: 'meters.csv', sha256: 'ab12', bytes: 10 }],
    tables, figures: savingsFigures(tables), outlines: [], followsTraffic: false, rollOut: { targetShare: 0.65, targetSource: { fr: 'a', en: 'a' }, paths: [{ path: 'announced', name: { fr: 'annoncé', en: 'announced' }, source: { fr: 's', en: 's' } }, { path: 'reported', name: { fr: 'constaté', en: 'reported' }, source: { fr: 's', en: 's' } }] },
    twinHash: 'hash', changedTwinHash: undefined, engine: 'test', node: 'test', command: 'npx jumeau report savings', tablesFolder: name,
  } satisfies SavingsReportInput);
  return { folder, pages: { fr: page('fr'), en: page('en') } };
}

const plain = computeSavings(savingsInput(twin)).months;
/** A year of readings, a little off the model, with gaps in two cabinets, and the year before of one of them. */
function readings(): MeterReading[] {
  const found: MeterReading[] = [], add = (meter: string, month: string, value: number) => found.push({ meter, month, date: `${month}-01`, hour: -1, value });
  for (let row = 0; row < plain.count; row++) {
    const meter = plain.meter[row]!, month = plain.month[row]!;
    if (meter === 'PDL4' || (meter === 'PDL3' && month === '2026-05')) continue;
    add(meter, month, plain.calculatedAfterKwh[row]! * (1 + 0.02 * ((row * 7) % 5)));
    if (meter === 'C1') add(meter, month.replace('2026', '2025'), plain.baselinePeriodKwh[row]! * 0.97);
  }
  return found;
}
const windows = [{ name: 'heures creuses', fromS: 22 * 3600, untilS: 6 * 3600, months: [], days: [], priceEurPerKwh: 0.11 }, { name: 'heures pleines', fromS: 0, untilS: 0, months: [], days: [], priceEurPerKwh: 0.19 }];
const metered: Partial<SavingsInput> = {
  option: 'B', meters: { readings: readings(), isIndex: false, isHourly: false }, rollOutPaths, drawCount: 4000,
  rates: { tariff: [{ fromDate: '2026-01-01', untilDate: '2026-06-30', source: 'first contract', windows }, { fromDate: '2026-07-01', untilDate: '2026-12-31', source: 'second contract', windows: windows.map((one) => ({ ...one, priceEurPerKwh: one.priceEurPerKwh + 0.05 })) }], carbon: [{ fromDate: '2026-01-01', untilDate: '2026-12-31', gPerKwh: 55, source: 'RTE' }] },
  watts: [{ side: 'before', kind: '86 W', meanW: 88, deviationW: 3, sampleCount: 24 }],
  adjustments: [{ fromDate: '2026-04-01', untilDate: undefined, cabinet: 1, kind: 'added', lampCount: 2, wattsBeforeW: 86, wattsAfterW: 40, why: 'street <b>new</b>', line: 2 }],
};

/** Every figure of a page by its name: the whole number, and the text that people read. */
function figuresOf(page: string): Map<string, { value: number; text: string }> {
  return new Map([...page.matchAll(/<(?:span|p) data-figure="([^"]+)" data-value="([^"]+)">([^<]*)</g)].map(([, name, value, text]) => [name!, { value: Number(value), text: text! }]));
}

const counted = (expression: string): string => `SELECT ${expression} FROM {months} WHERE counts = 1`;
const NOW = '(calculatedBeforeKwh + adjustmentBeforeKwh)';
const queries: Readonly<Record<string, string>> = {
  'saving-kwh': counted('sum(adjustedBaselineKwh - reportedKwh)'),
  answer: counted('sum(adjustedBaselineKwh) - sum(reportedKwh)'),
  'saving-percent': counted('100 * (1 - sum(reportedKwh) / sum(adjustedBaselineKwh))'),
  'adjusted-baseline-kwh': counted('sum(adjustedBaselineKwh)'), 'reported-kwh': counted('sum(reportedKwh)'), 'walk-saving-kwh': counted('sum(adjustedBaselineKwh - reportedKwh)'),
  'baseline-period-kwh': counted(`sum(adjustedBaselineKwh / ${NOW} * (baselinePeriodKwh + baselinePeriodAdjustmentKwh))`),
  'hours-effect-kwh': counted(`sum(adjustedBaselineKwh / ${NOW} * (calculatedBeforeKwh - baselinePeriodKwh))`),
  'non-routine-effect-kwh': counted(`sum(adjustedBaselineKwh / ${NOW} * (adjustmentBeforeKwh - baselinePeriodAdjustmentKwh))`),
  'cost-saved-eur': 'SELECT sum((baselineKwh - reportedKwh) * priceEurPerKwh) FROM {rates}', 'carbon-saved-kg': 'SELECT sum((baselineKwh - reportedKwh) * carbonGPerKwh) / 1000 FROM {rates}',
  'window-saved-eur heures creuses 0.11': 'SELECT sum((baselineKwh - reportedKwh) * priceEurPerKwh) FROM {rates} WHERE "window" = \'heures creuses\' AND priceEurPerKwh < 0.12',
  'standard-kwh': 'SELECT stddev_samp(savingKwh) FROM {draws}', 'half-68-percent': `SELECT 50 * (quantile_disc(savingKwh, 0.84) - quantile_disc(savingKwh, 0.16)) / (${counted('sum(adjustedBaselineKwh - reportedKwh)')}) FROM {draws}`,
  'low-95-kwh': 'SELECT quantile_disc(savingKwh, 0.025) FROM {draws}', 'high-95-kwh': 'SELECT quantile_disc(savingKwh, 0.975) FROM {draws}', 'low-68-kwh': 'SELECT quantile_disc(savingKwh, 0.16) FROM {draws}', 'high-68-kwh': 'SELECT quantile_disc(savingKwh, 0.84) FROM {draws}',
  ...Object.fromEntries(['watts', 'dimming', 'hours', 'depreciation', 'meters', 'model'].map((name) => [`share-${name}-percent`, `SELECT 100 * var_samp(${name}Kwh) / (var_samp(wattsKwh) + var_samp(dimmingKwh) + var_samp(hoursKwh) + var_samp(depreciationKwh) + var_samp(metersKwh) + var_samp(modelKwh)) FROM {draws}`])),
  'month-cv-rmse-percent': 'WITH m AS (SELECT sum(meteredKwh) m, sum(calculatedAfterKwh + adjustmentAfterKwh) s FROM {months} WHERE hasReading = 1 GROUP BY month) SELECT 100 * sqrt(sum((m - s) * (m - s)) / (count(*) - 1)) / avg(m) FROM m',
  'month-nmbe-percent': 'WITH m AS (SELECT sum(meteredKwh) m, sum(calculatedAfterKwh + adjustmentAfterKwh) s FROM {months} WHERE hasReading = 1 GROUP BY month) SELECT 100 * sum(m - s) / (count(*) - 1) / avg(m) FROM m',
  'cabinet-month-cv-rmse-percent': 'WITH m AS (SELECT meteredKwh m, calculatedAfterKwh + adjustmentAfterKwh s FROM {months} WHERE hasReading = 1) SELECT 100 * sqrt(sum((m - s) * (m - s)) / (count(*) - 1)) / avg(m) FROM m',
  'metered-kwh 2026-05': 'SELECT sum(meteredKwh) FROM {months} WHERE hasReading = 1 AND month = \'2026-05\'', 'metered-kwh total': 'SELECT sum(meteredKwh) FROM {months} WHERE hasReading = 1',
  'calculated-kwh total': 'SELECT sum(calculatedAfterKwh + adjustmentAfterKwh) FROM {months} WHERE hasReading = 1', 'baseline-kwh 2026-11': counted('sum(adjustedBaselineKwh)').concat(' AND month = \'2026-11\''), 'saved-kwh 2026-02': counted('sum(adjustedBaselineKwh - reportedKwh)').concat(' AND month = \'2026-02\''),
  'zone-saved-kwh residential': 'SELECT beforeKwh - afterKwh FROM {zones} WHERE zone = \'residential\'', 'adjustment-before 2': 'SELECT beforeKwh FROM {adjustments} WHERE line = 2',
  'roll-out announced 2025': 'SELECT energyKwh FROM {rollOut} WHERE path = \'announced\' AND year = 2025', 'roll-out reported 2035': 'SELECT endKwh FROM {rollOut} WHERE path = \'reported\' AND year = 2030',
};

/** Quantiles differ by how they are taken between two draws; all else only by the order of sums. */
const isQuantile = (name: string): boolean => /^(low|high|half)-/.test(name);

describe.each(['fr', 'en'] as const)('report with meters in %s', (language) => {
  let made: Awaited<ReturnType<typeof report>>;
  beforeAll(async () => { made = await report(`metered-${language}`, savingsInput(twin, metered)); });

  test('every figure named here is what SQL finds', async () => {
    const figures = figuresOf(made.pages[language]);
    for (const [name, query] of Object.entries(queries)) {
      const asked = query.replace(/\{(\w+)\}/g, (_, table: string) => `read_parquet('${join(made.folder, `${table}.parquet`)}')`), found = Number((await sql.runAndReadAll(asked)).getRows()[0]![0]);
      const { value } = figures.get(name) ?? { value: NaN };
      expect(Number.isFinite(found), `${name}: ${value}`).toBe(true);
      expect(Math.abs(value - found), `${name}: ${value} on the page, ${found} by SQL`).toBeLessThanOrEqual(Math.abs(found) * (isQuantile(name) ? 2e-3 : 1e-9) + 1e-9);
    }
  });

  test('what people read is the same number, rounded', () => {
    const figures = figuresOf(made.pages[language]);
    expect(figures.size).toBeGreaterThan(120);
    let read = 0;
    for (const [name, { value, text }] of figures) {
      if (name === 'answer') continue;
      const digits = text.replace(/[\s\u202f\u00a0]/g, '').replace('−', '-').replace(/[^\d.,+-]/g, '').replace('+', ''), number = Number(language === 'fr' ? digits.replace(',', '.') : digits.replaceAll(',', ''));
      const scale = /MWh/.test(text) || (/^roll-out/.test(name)) || /\dt|\st$/.test(text.replace(/[\u202f\u00a0]/g, ' ')) ? 1000 : 1, decimals = (language === 'fr' ? digits.split(',')[1] : digits.split('.')[1])?.length ?? 0;
      expect(Math.abs(number * scale - value), `${name}: ${text} for ${value}`).toBeLessThanOrEqual(scale * 0.5 * Math.pow(10, -decimals) + 1e-9);
      read++;
    }
    expect(read).toBe(figures.size - 1);
  });

  test('says in its answer what was measured and what was not, and lists what is missing by name', () => {
    const page = made.pages[language], text = page.replace(/<[^>]+>/g, ' ').replace(/[\s\u202f\u00a0]+/g, ' ');
    expect(text).toContain(language === 'fr' ? 'la référence n’est mesurée que pour une partie' : 'the baseline is metered for some months of cabinets only');
    expect(text).toContain(language === 'fr' ? 'Les compteurs ne couvrent qu’une partie du périmètre' : 'Meters cover only part of the boundary');
    expect(text).toMatch(language === 'fr' ? /PDL3 \(C3\) ?: mai 2026/ : /PDL3 \(C3\): May 2026/);
    expect(page).toMatch(/data-finding="no-readings"/);
    expect(page).toMatch(/data-requirement="B-report-metered" data-met="false"/);
    expect(page).toMatch(/data-requirement="A-watts-before-measured" data-met="false"/);
    expect(page).toMatch(/data-requirement="B-non-routine-listed" data-met="true"/);
    expect(text).toContain(language === 'fr' ? 'nouveau chiffre non trouvé' : 'new figure not found');
    // What comes from files is text, never markup.
    expect(page).not.toContain('<b>new</b>');
  });
});

test('without meters and samples the page says that the saving is not measured', async () => {
  const { pages } = await report('catalogue', savingsInput(twin, { rollOutPaths }));
  expect(pages.fr).toContain('ce n’est pas une économie mesurée');
  expect(pages.en).toContain('this is not a measured saving');
  expect(pages.en).not.toMatch(/Lighting used/);
  expect(pages.en).toMatch(/data-requirement="A-watts-before-measured" data-met="false"/);
});

test('a baseline that ends within a month: that month is a line of its own in a walk that adds up to what SQL finds, and both pages name it, as they name what was not used', async () => {
  const { folder, pages } = await report('short', savingsInput(twin, { rollOutPaths, baselinePeriod: { fromDate: '2024-07-01', untilDate: '2025-06-14' } })), figures = figuresOf(pages.en);
  const asked = async (query: string) => Number((await sql.runAndReadAll(`SELECT ${query.replace('{months}', `read_parquet('${join(folder, 'months.parquet')}')`)}`)).getRows()[0]![0]);
  expect(figures.get('without-baseline-kwh')!.value).toBeCloseTo(await asked('sum(adjustedBaselineKwh) FROM {months} WHERE month = \'2026-06\''), 6);
  expect(figures.get('hours-effect-kwh')!.value).toBeCloseTo(await asked('sum(calculatedBeforeKwh - baselinePeriodKwh) FROM {months} WHERE month <> \'2026-06\''), 6);
  expect(['baseline-period-kwh', 'hours-effect-kwh', 'non-routine-effect-kwh', 'without-baseline-kwh'].reduce((sum, name) => sum + figures.get(name)!.value, 0)).toBeCloseTo(figures.get('adjusted-baseline-kwh')!.value, 6);
  const text = (page: string) => page.replace(/<[^>]+>/g, ' ').replace(/[\s\u202f\u00a0]+/g, ' ');
  expect(text(pages.en)).toContain('does not have the same days: June 2026.');
  expect(text(pages.en)).toContain('that were not used: June 2025.');
  expect(text(pages.fr)).toMatch(/n’a pas les mêmes jours ?: juin 2026\./);
  expect(text(pages.fr)).toMatch(/qui n’ont pas servi ?: juin 2025\./);
});

test('with all watts measured on good samples option A is met', async () => {
  const kinds = [['before', '86 W', 87], ['before', '115 W', 116], ['before', '170 W', 168], ['after', '40 W', 39], ['after', '54 W', 54], ['after', '92 W', 93]] as const;
  const { pages } = await report('option-a', savingsInput(twin, { rollOutPaths, watts: kinds.map(([side, kind, meanW]) => ({ side, kind, meanW, deviationW: meanW / 20, sampleCount: 20 })) }));
  expect(pages.en).toContain('Watts measured before and after, hours estimated: IPMVP option A.');
  for (const requirement of ['watts-before-measured', 'watts-after-measured', 'samples-precise']) expect(pages.en).toMatch(new RegExp(`data-requirement="A-${requirement}" data-met="true"`));
});

test('with every month metered, now and before, option B is met', async () => {
  const all = Array.from({ length: plain.count }, (_, row) => row).flatMap((row) => [[plain.month[row]!, plain.calculatedAfterKwh[row]!], [plain.month[row]!.replace('2026', '2025'), plain.baselinePeriodKwh[row]!]].map(([month, value]) => ({ meter: plain.meter[row]!, month: month as string, date: '', hour: -1, value: value as number })));
  const { pages } = await report('option-b', savingsInput(twin, { rollOutPaths, option: 'B', meters: { readings: all, isIndex: false, isHourly: false } }));
  expect(pages.en).toContain('Consumption metered before and after: IPMVP option B.');
  expect(pages.en).not.toContain('Meters cover only part');
  for (const requirement of ['report-metered', 'baseline-metered', 'readings-sound', 'model-fits']) expect(pages.en).toMatch(new RegExp(`data-requirement="B-${requirement}" data-met="true"`));
});

test('lamps that no cabinet is known of are calculated, said to be so, and drawn on no map', async () => {
  const loose = savingsTown();
  loose.lamps.cabinet.fill(-1);
  const { pages } = await report('loose', savingsInput(loose, { cabinets: [-1], rollOutPaths, option: 'B', meters: { readings: [{ meter: 'X', month: '2026-01', date: '2026-01-01', hour: -1, value: 5 }], isIndex: false, isHourly: false } }));
  expect(pages.en).toMatch(/data-finding="no-cabinet"/);
  expect(pages.en).toContain('no month of any cabinet is metered');
  expect(pages.en).not.toMatch(/NaN|Infinity|savings-map/);
  expect(figuresOf(pages.en).get('saving-kwh')!.value).toBeCloseTo(figuresOf((await report('fed', savingsInput(twin, { rollOutPaths }))).pages.en).get('saving-kwh')!.value, 6);
});
