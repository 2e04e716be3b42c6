import type { Language } from '../scenarios/language/language.ts';
import { sweepPage } from '../scenarios/report/sweep/sweep-page.ts';
import type { SavedSweep } from '../scenarios/sweep/saved-sweep.ts';
import { checkOutputFile } from './output-file.ts';
import { printPage, printingBrowser } from './print-pdf.ts';
import { sweepCsv } from './sweep-rows.ts';
import { writeWhole } from './write-whole.ts';

const KINDS = { html: 'report', csv: 'sweepPoints', pdf: 'pdf' } as const;

/** What a sweep may be written as. */
export type SweepForm = keyof typeof KINDS;

/** A file to write a sweep to, and the option that asks for it. */
export interface SweepOutput { form: SweepForm; option: string; path: string }

/** Those that are asked for. */
export const sweepOutputs = (paths: Partial<Record<SweepForm, string | undefined>>, options: Partial<Record<SweepForm, string>>): SweepOutput[] =>
  (Object.entries(paths) as [SweepForm, string | undefined][]).flatMap(([form, path]) => (path === undefined ? [] : [{ form, option: options[form]!, path }]));

/** Refuses, before all work, what may not be written; whoever wants paper should know that there is a printer, which comes back. */
export async function checkSweepOutputs(outputs: readonly SweepOutput[]): Promise<string | undefined> {
  for (const { form, option, path } of outputs) await checkOutputFile(KINDS[form], option, path);
  return outputs.some(({ form }) => form === 'pdf') ? printingBrowser() : undefined;
}

export async function writeSweep(saved: SavedSweep, { form, path }: SweepOutput, language: Language, browser: string | undefined, signal: AbortSignal): Promise<void> {
  if (form === 'csv') return writeWhole(path, sweepCsv(saved, language));
  const page = sweepPage(saved, language);
  return form === 'pdf' ? printPage(browser!, page, path, signal) : writeWhole(path, [page]);
}
