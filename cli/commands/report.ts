import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { textIn, wordsIn } from '../../scenarios/language/language.ts';
import { savedWords } from '../../scenarios/language/saved.ts';
import { comparisonIds, comparisonPath, listComparisons, readComparison } from '../../scenarios/report/comparison-folder.ts';
import { reportInputOf } from '../../scenarios/report/report-input.ts';
import { reportPage } from '../../scenarios/report/report-page.ts';
import { sweepIds } from '../../scenarios/report/sweep/sweep-folder.ts';
import { startsInEmptyStreets } from '../../scenarios/runs/empty-start.ts';
import { comparisonsOf, seedsOf, type SavedComparison } from '../../scenarios/saved/saved-comparison.ts';
import { unmeasuredOf } from '../../scenarios/saved/unmeasured.ts';
import { warningsOf } from '../../scenarios/saved/warnings.ts';
import { askedSides } from '../asked.ts';
import { badInput } from '../bad-input.ts';
import { clockText } from '../clock-text.ts';
import { comparisonFile } from '../comparison-file.ts';
import { comparisonJson } from '../comparison-json.ts';
import { comparisonText } from '../comparison-text.ts';
import { theStore } from '../home.ts';
import { keptDays, keptNumber } from '../kept-number.ts';
import { keptSpan } from '../kept-span.ts';
import { checkOutputFile } from '../output-file.ts';
import { printPage, printingBrowser } from '../print-pdf.ts';
import type { PairOptions } from '../run-pairs.ts';
import { keptComparison } from '../saved-pairs.ts';
import { yearComparison } from '../saved-year.ts';
import { tellWarnings } from '../tell-problems.ts';
import type { Terminal } from '../terminal.ts';
import { warmUpLines } from '../warm-up-lines.ts';
import { writeWhole } from '../write-whole.ts';

export interface ReportOptions extends PairOptions { out?: string; pdf?: string; csv?: string; all?: boolean }

/** `jumeau report A B -o out.html`: the page that compares B with A. `jumeau report ID`: a comparison that is kept. `jumeau report`: which ones are. */
export async function reportCommand(terminal: Terminal, names: readonly string[], options: ReportOptions, signal: AbortSignal): Promise<void> {
  const outputs = outputsOf(options), [first, second] = names;
  if (first === undefined && outputs.length === 0) return tellKept(terminal);
  if (first === undefined || (second !== undefined && outputs.length === 0)) throw badInput('cli-missing-option', first === undefined ? '<A>' : '-o, --out <file>', { command: 'report' });
  for (const { kind, option, path } of outputs) await checkOutputFile(kind, option, path);
  // Before all the work: whoever wants paper should know that there is a printer.
  const browser = outputs.some(({ kind }) => kind === 'pdf') ? printingBrowser() : undefined;
  const saved = second === undefined ? await keptNamed(first) : await comparisonOf(terminal, [first, second], options, signal);
  tellWarnings(terminal, warningsOf(saved));
  if (outputs.length === 0) return tell(terminal, saved, options.all);
  for (const output of outputs) await write(terminal, saved, output, browser, signal);
  if (terminal.json) return terminal.out(JSON.stringify({ file: outputs[0]!.path, files: outputs.map(({ path }) => path), saved: saved.id, baseline: saved.baseline.question.name, scenario: saved.scenario.question.name, seeds: seedsOf(saved) }));
  const { settings, baseline: { facts } } = saved;
  if (settings) for (const line of warmUpLines(terminal, settings)) terminal.out(line);
  if (settings && startsInEmptyStreets(facts, settings)) terminal.out(terminal.faint(terminal.words.emptyAtStart(clockText(settings.fromS))));
  const seeds = seedsOf(saved).length, usual = saved.scenario.question.seeds;
  if (second !== undefined && options.seeds === undefined && seeds > usual) terminal.out(terminal.faint(wordsIn(savedWords, terminal.language).mostSeeds(saved.id, seeds, usual)));
  for (const { path } of outputs) terminal.out(terminal.words.written(path));
}

/** As `compare` answers the same words: by a year where that says all, else from runs. */
async function comparisonOf(terminal: Terminal, names: readonly string[], options: PairOptions, signal: AbortSignal): Promise<SavedComparison> {
  const asked = await askedSides(terminal, names, options.city);
  return (await yearComparison(asked, options)) ?? keptComparison(terminal, asked, options, signal);
}

interface Output { kind: 'report' | 'comparisonTable' | 'pdf'; option: string; path: string }

/** What is to be written, by the endings of the names. */
function outputsOf({ out, pdf, csv }: ReportOptions): Output[] {
  const kindOf = (path: string): Output['kind'] => {
    const [, ending = ''] = /\.(html|csv|pdf)$/i.exec(path) ?? [], kinds: Record<string, Output['kind']> = { html: 'report', csv: 'comparisonTable', pdf: 'pdf' };
    const kind = kinds[ending.toLowerCase()];
    if (!kind) throw badInput('cli-wrong-ending', '--out', { value: path, ending: '.html, .csv, .pdf' });
    return kind;
  };
  return [
    ...(out === undefined ? [] : [{ kind: kindOf(out), option: '--out', path: out }]),
    ...(pdf === undefined ? [] : [{ kind: 'pdf' as const, option: '--pdf', path: pdf }]),
    ...(csv === undefined ? [] : [{ kind: 'comparisonTable' as const, option: '--csv', path: csv }]),
  ];
}

async function write({ language }: Terminal, saved: SavedComparison, { kind, path }: Output, browser: string | undefined, signal: AbortSignal): Promise<void> {
  if (kind === 'comparisonTable') return writeWhole(path, comparisonFile(saved, comparisonsOf(saved), language, { warnings: warningsOf(saved), missing: unmeasuredOf(saved, language) }));
  const page = reportPage(reportInputOf(saved, language));
  return kind === 'pdf' ? printPage(browser!, page, path, signal) : writeWhole(path, [page]);
}

/** By its number in the store, of which the beginning is enough; or a file that somebody handed over. */
async function keptNamed(name: string): Promise<SavedComparison> {
  const { folder } = await theStore(), id = keptNumber(await comparisonIds(folder), name), sweep = id === undefined ? keptNumber(await sweepIds(folder), name) : undefined;
  if (sweep !== undefined) throw badInput('sweep-is-kept', name, { id: sweep });
  if (id === undefined && !/\.json$/i.test(name)) throw badInput(/^[0-9a-f]+$/i.test(name) ? 'cli-saved-unknown' : 'cli-saved-one-side', name);
  const { value, fault } = await readComparison(id === undefined ? name : comparisonPath(folder, id));
  if (value) return value;
  if (fault.why === 'missing') throw badInput(id === undefined ? 'cli-no-such-file' : 'cli-saved-unknown', name);
  throw badInput(({ 'too-large': 'cli-saved-too-large', 'not-json': 'cli-saved-not-json', other: 'cli-saved-other' } as const)[fault.why], id === undefined ? name : join('comparisons', id), { limit: fault.path, path: fault.path });
}

function tell(terminal: Terminal, saved: SavedComparison, all?: boolean): void {
  const comparisons = comparisonsOf(saved);
  if (terminal.json) return terminal.out(JSON.stringify(comparisonJson(terminal, saved, comparisons)));
  for (const line of comparisonText(terminal, saved, comparisons, all)) terminal.out(line);
}

async function tellKept(terminal: Terminal): Promise<void> {
  const { folder } = await theStore(), heads = await listComparisons(folder), words = wordsIn(savedWords, terminal.language), { language } = terminal;
  if (terminal.json) return terminal.out(JSON.stringify(heads));
  if (heads.length === 0) return terminal.out(words.noneKept);
  const rows = await Promise.all(heads.map(async (head) => {
    const { id, city, baseline, scenario } = head;
    return { id, keptMs: (await stat(comparisonPath(folder, id))).mtimeMs, text: `${textIn(baseline, language)} → ${textIn(scenario, language)}  ${terminal.faint(terminal.spaced(`${city}, ${keptSpan(terminal, head)}`))}` };
  }));
  const days = keptDays(rows);
  for (const [at, { id, text }] of rows.entries()) terminal.out(`${terminal.bold(id)}  ${days[at]}  ${text}`);
}
