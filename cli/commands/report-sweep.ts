import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { textIn, wordsIn } from '../../scenarios/language/language.ts';
import { sweepWords } from '../../scenarios/language/sweep.ts';
import { listSweeps, readSavedSweep, sweepIds, sweepPath } from '../../scenarios/report/sweep/sweep-folder.ts';
import { judgeSweep } from '../../scenarios/sweep/judged-sweep.ts';
import type { SavedSweep } from '../../scenarios/sweep/saved-sweep.ts';
import { badInput } from '../bad-input.ts';
import { inTurns } from '../in-turns.ts';
import { theStore } from '../home.ts';
import { keptNumber, keptDays } from '../kept-number.ts';
import { checkSweepOutputs, sweepOutputs, writeSweep, type SweepForm } from '../sweep-outputs.ts';
import { sweepJson, tellSweep } from '../sweep-told.ts';
import { tellWarnings } from '../tell-problems.ts';
import type { Terminal } from '../terminal.ts';

export interface SweepReportOptions { out?: string; pdf?: string; csv?: string; store?: string }

/** `jumeau report sweep ID`: a kept sweep again, as text, page, print or table, without any run. Without a name: which there are. */
export async function sweepReportCommand(terminal: Terminal, name: string | undefined, options: SweepReportOptions, signal: AbortSignal): Promise<void> {
  const { out, pdf, csv, store } = options, outputs = [...(out === undefined ? [] : sweepOutputs({ [formOf(out)]: out }, { [formOf(out)]: '--out' })), ...sweepOutputs({ pdf, csv }, { pdf: '--pdf', csv: '--csv' })];
  if (name === undefined && outputs.length > 0) throw badInput('sweep-none-kept', '<ID>', { known: await known(store) });
  if (name === undefined) return tellKept(terminal, store);
  const browser = await checkSweepOutputs(outputs), saved = await keptNamed(name, store);
  await judgeSweep(saved, (points) => inTurns(terminal, wordsIn(sweepWords, terminal.language).judging, points, signal));
  tellWarnings(terminal, saved.warnings ?? []);
  for (const output of outputs) await writeSweep(saved, output, terminal.language, browser, signal);
  if (terminal.json) return terminal.out(JSON.stringify({ ...sweepJson(saved), files: outputs.map(({ path }) => path) }));
  if (outputs.length === 0) return tellSweep(terminal, saved);
  for (const { path } of outputs) terminal.out(terminal.words.written(path));
}

function formOf(path: string): SweepForm {
  const form = (['html', 'csv', 'pdf'] as const).find((one) => path.toLowerCase().endsWith(`.${one}`));
  if (!form) throw badInput('cli-wrong-ending', '--out', { value: path, ending: '.html, .csv, .pdf' });
  return form;
}

/** By its number, of which the beginning is enough; by the file that it was made of, without its folder too (the newest of these); or a sweep.json that somebody handed over. */
async function keptNamed(name: string, at: string | undefined): Promise<SavedSweep> {
  const { folder } = await theStore(at), heads = await listSweeps(folder);
  const id = keptNumber(await sweepIds(folder), name) ?? (heads.find(({ file }) => file === name) ?? heads.find(({ file }) => basename(file) === name))?.id;
  const { value, fault } = await readSavedSweep(id === undefined ? name : sweepPath(folder, id));
  if (value) return value;
  throw fault.isMissing || (id === undefined && !/\.json$/i.test(name)) ? badInput('sweep-none-kept', name, { known: await known(at) }) : badInput('sweep-not-read', name, { path: fault.path });
}

const MOST_NAMED = 5;

const known = async (at: string | undefined): Promise<string> => (await listSweeps((await theStore(at)).folder)).slice(0, MOST_NAMED).map(({ id, file }) => `${id} (${file})`).join(', ');

async function tellKept(terminal: Terminal, at: string | undefined): Promise<void> {
  const { folder } = await theStore(at), heads = await listSweeps(folder), words = wordsIn(sweepWords, terminal.language), { number } = terminal;
  if (terminal.json) return terminal.out(JSON.stringify(heads));
  if (heads.length === 0) return terminal.out(words.noneKept);
  const rows = await Promise.all(heads.map(async ({ id, title, file, city, points, seeds }) => ({
    id, keptMs: (await stat(sweepPath(folder, id))).mtimeMs, title: textIn(title, terminal.language), text: `${file}, ${city}, ${seeds > 0 ? words.size(number(points), number(seeds)) : words.sizeWithoutRuns(number(points))}`,
  })));
  const days = keptDays(rows.map(({ keptMs, title, text }) => ({ keptMs, text: `${title} ${text}` })));
  for (const [row, { id, title, text }] of rows.entries()) {
    terminal.out(`${terminal.bold(id)}  ${title}`);
    terminal.out(terminal.faint(`  ${days[row]}, ${text}`));
  }
}
