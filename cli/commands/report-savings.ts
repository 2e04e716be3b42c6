import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { dijonRollOut } from '../../data/dijon/facts/roll-out.ts';
import { frenchCarbonFactors, usualUncertainty } from '../../data/build/french-savings.ts';
import type { Columns } from '../../engine/foundation/table.ts';
import { twinHash } from '../../engine/twin/bytes.ts';
import { rollOutPaths } from '../../engine/twin/led-roll-out.ts';
import type { Language } from '../../scenarios/language/language.ts';
import type { Question } from '../../scenarios/questions/question.ts';
import { answerCautions, answerSentence, standingsOf } from '../../scenarios/report/savings/answer-section.ts';
import { unusedBaselineMonths } from '../../scenarios/report/savings/baseline-months.ts';
import { baselineSentence } from '../../scenarios/report/savings/scope-section.ts';
import { computeSavings } from '../../scenarios/report/savings/compute-savings.ts';
import { datesOf } from '../../scenarios/report/savings/period.ts';
import { flatRates, type Rates } from '../../scenarios/report/savings/rates.ts';
import { requirementsOf } from '../../scenarios/report/savings/requirements.ts';
import { savingsFigures } from '../../scenarios/report/savings/savings-figures.ts';
import { savingsPage } from '../../scenarios/report/savings/savings-page.ts';
import type { SavingsReportInput } from '../../scenarios/report/savings/savings-report-input.ts';
import { savingsTables, type SavingsTables } from '../../scenarios/report/savings/savings-tables.ts';
import { versions } from '../../scenarios/runs/engine-version.ts';
import { nativeSha256 } from '../../scenarios/runs/native-sha256.ts';
import { readResultTable, tableBytes } from '../../scenarios/runs/result-files.ts';
import { badInput } from '../bad-input.ts';
import type { City } from '../city.ts';
import { checkOutputFile } from '../output-file.ts';
import { printPdf, printingBrowser } from '../print-pdf.ts';
import { boundaryOf, cabinetsWithin, certificatesOf, outlinesOf, switchingOf } from '../savings-boundary.ts';
import { readSavingsFiles, type SavingsFiles, type SavingsFilesOptions } from '../savings-files.ts';
import { savingsSides } from '../savings-sides.ts';
import { readSavingsWishes, type SavingsWishOptions } from '../savings-wishes.ts';
import type { Terminal } from '../terminal.ts';
import { writeWhole } from '../write-whole.ts';

export interface SavingsReportOptions extends SavingsFilesOptions, SavingsWishOptions { out: string; pdf?: string; city?: string; commune?: string[] }

/** `jumeau report savings [question|city.twin] -o out.html`: what lighting saves, as an auditor can replay it. */
export async function savingsReportCommand(terminal: Terminal, name: string | undefined, options: SavingsReportOptions, signal: AbortSignal): Promise<void> {
  await checkOutputFile('report', '--out', options.out);
  if (options.pdf !== undefined) await checkOutputFile('pdf', '--pdf', options.pdf);
  const folder = options.out.replace(/\.html$/i, '-tables');
  await checkTableFolder(folder);
  const browser = options.pdf === undefined ? undefined : printingBrowser(), { city, question, after, baselineFile } = await savingsSides(terminal, name, options.city);
  const wishes = readSavingsWishes(options, city.twin.facts.date), { period } = wishes, cabinets = cabinetsWithin(after, options.commune), within = new Set(cabinets);
  const files = await readSavingsFiles(options, after, (cabinet) => within.has(cabinet), datesOf(period), question === undefined);
  const option = { name: wishes.option ?? (files.meters ? 'B' : 'A'), chosenBy: wishes.option ? 'asked' : files.meters ? 'meters' : 'no-meters' } as const;
  if (option.name === 'B' && !files.meters) throw badInput('cli-savings-no-meters-for-b', '--option');
  // The paths are those of Dijon: they say nothing of another city, or of another question.
  const rates = ratesOf(city, files, datesOf(period)), rollOut = city.reference && question === undefined ? dijonRollOut : undefined;
  const computed = computeSavings({ ...wishes, before: question ? city.twin : 'replaced-lamps', after, cabinets, option: option.name, rates, meters: files.meters, watts: files.watts ?? [], adjustments: files.adjustments ?? [], uncertainty: usualUncertainty, rollOutPaths: rollOut ? rollOutPaths : {} });
  checkThereIsASaving(computed, question);
  const tables = await storeTables(folder, computed);
  const input: SavingsReportInput = {
    language: terminal.language, facts: after.facts, question, baselineFile: baselineFile && basename(baselineFile), period, baselinePeriod: wishes.baselinePeriod, option, boundary: boundaryOf(after, cabinets), switching: switchingOf(after), rates, otherFactors: frenchCarbonFactors,
    certificates: certificatesOf(after, cabinets, tables, question === undefined), uncertainty: { ...usualUncertainty, drawCount: wishes.drawCount, seed: wishes.seed },
    given: { meters: files.meters !== undefined, watts: files.watts !== undefined, adjustments: files.adjustments !== undefined },
    files: files.files, tables, figures: savingsFigures(tables), outlines: outlinesOf(after), followsTraffic: after.adaptiveRules.count > 0 || (question !== undefined && city.twin.adaptiveRules.count > 0), rollOut, twinHash: city.shared.hash, changedTwinHash: question ? twinHash(after, nativeSha256) : undefined,
    engine: versions().engine, node: process.versions.node, command: commandFor(name, options, terminal.language), tablesFolder: basename(folder),
  };
  await writeWhole(options.out, [savingsPage(input)]);
  if (browser !== undefined && options.pdf !== undefined) await printPdf(browser, options.out, options.pdf, signal);
  tellSavings(terminal, input, options, folder);
}

/** What was given, else one price and one factor of the city. */
function ratesOf({ twin: { facts: { energy } } }: City, { tariff }: SavingsFiles, dates: readonly string[]): Rates {
  const usual = flatRates(dates, { eurPerKwh: energy.priceEurPerKwh, source: energy.priceSource }, { gPerKwh: energy.carbonGPerKwh, source: energy.carbonSource });
  return { tariff: tariff?.tariff ?? usual.tariff, carbon: tariff?.carbon ?? usual.carbon };
}

function checkThereIsASaving({ zones }: SavingsTables, question: Question | undefined): void {
  const differs = Array.from({ length: zones.count }, (_, at) => at).some((at) => zones.beforeKwh[at] !== zones.afterKwh[at]), hasBefore = Array.from(zones.beforeKwh).some((kwh) => kwh > 0);
  const followsTraffic = question?.changes.some(({ change }) => change === 'adaptive-lighting') === true;
  if (question && !differs) throw badInput(followsTraffic ? 'cli-savings-follows-traffic' : 'cli-savings-no-light-change', question.name);
  if (!hasBefore) throw badInput('cli-savings-no-before', '');
}

/** A folder of that name that holds anything else is somebody's. */
async function checkTableFolder(folder: string): Promise<void> {
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => { if (error.code === 'ENOENT') return []; throw badInput('cli-not-ours', folder, { ending: '-tables' }); });
  if (there.some((name) => !Object.hasOwn(savingsTables, name.replace(/\.parquet$/, '')))) throw badInput('cli-not-ours', folder, { ending: '-tables' });
}

/** Writes the tables, and reads them again: what the page says is what is stored. */
async function storeTables(folder: string, computed: SavingsTables): Promise<SavingsTables> {
  const read: [string, unknown][] = [];
  for (const [name, columns] of Object.entries(savingsTables)) {
    await writeWhole(join(folder, `${name}.parquet`), [tableBytes(columns as Columns, computed[name as keyof SavingsTables])]);
    read.push([name, await readResultTable(folder, name, columns as Columns)]);
  }
  return Object.fromEntries(read) as unknown as SavingsTables;
}

/** What to type for the same report, page and language included. */
function commandFor(name: string | undefined, { out, commune, baselineFrom, baselineUntil, ...options }: SavingsReportOptions, language: Language): string {
  const quoted = (value: string): string => (/^[\w./:@-]+$/.test(value) ? value : `'${value.replaceAll('\'', '\'\\\'\'')}'`);
  const given = Object.entries({ ...options, 'baseline-from': baselineFrom, 'baseline-until': baselineUntil, lang: language }).flatMap(([option, value]) => (typeof value === 'string' ? [`--${option} ${quoted(value)}`] : []));
  return ['npx jumeau report savings', ...(name === undefined ? [] : [quoted(name)]), ...given, ...(commune ? [`--commune ${commune.map(quoted).join(' ')}`] : []), `-o ${quoted(out)}`].join(' ');
}

function tellSavings(terminal: Terminal, input: SavingsReportInput, options: SavingsReportOptions, folder: string): void {
  const { figures, tables, option, given } = input, { findings } = tables, standings = standingsOf(input);
  if (terminal.json) {
    return terminal.out(JSON.stringify({
      file: options.out, ...(options.pdf === undefined ? {} : { pdf: options.pdf }), tables: folder, period: input.period, baselinePeriod: input.baselinePeriod, monthsWithoutBaseline: figures.monthsWithoutBaseline, baselineMonthsUnused: unusedBaselineMonths(input.baselinePeriod, tables.months.baselineMonth), option: option.name, standings,
      savingKwh: figures.savingKwh, savingPercent: figures.savingPercent, adjustedBaselineKwh: figures.walk.adjustedBaselineKwh, reportedKwh: figures.walk.reportedKwh, uncountedSavingKwh: figures.uncountedSavingKwh,
      costSavedEur: figures.costBaselineEur - figures.costReportedEur, carbonSavedKg: figures.carbonBaselineKg - figures.carbonReportedKg, uncertainty: figures.uncertainty, light: figures.light,
      fits: Object.fromEntries(Object.entries(figures.fits).filter(([, fit]) => !Number.isNaN(fit.cvRmsePercent))), requirements: requirementsOf(option.name, tables, figures, given),
      findings: Array.from({ length: findings.count }, (_, at) => ({ kind: findings.kind[at], meter: findings.meter[at], cabinet: findings.cabinet[at], when: findings.when[at], count: findings.concernedCount[at] })),
    }));
  }
  for (const line of [answerSentence(input), baselineSentence(input), ...answerCautions(input)]) terminal.out(line);
  for (const path of [options.out, ...(options.pdf === undefined ? [] : [options.pdf]), `${folder}/`]) terminal.out(terminal.words.written(path));
}
