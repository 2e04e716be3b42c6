import { open } from 'node:fs/promises';
import { ECLEXT_HEAD } from '../data/formats/eclext/write-profiles.ts';
import { PLAN_CSV_HEAD } from '../data/formats/signal-plans/csv-columns.ts';
import { PLAN_FILE_HEAD } from '../data/formats/signal-plans/write-plans.ts';
import { TALQ_FILE_HEAD } from '../data/formats/talq/talq-records.ts';
import { SCHEMA_HEAD } from '../scenarios/questions/json-schema.ts';
import { badInput, whenWriting } from './bad-input.ts';
import { COMPARISON_HEAD } from './comparison-file.ts';
import { LAMP_STREET_HEAD } from './lamp-street-file.ts';
import { EARLIER_STREET_LIGHT_HEAD, STREET_LIGHT_HEAD } from './light-file.ts';
import { METERS_TEMPLATE_HEAD } from './meters-template-head.ts';
import { SWEEP_POINTS_HEAD } from './sweep-rows.ts';
import { REFERENCE_HEADS } from './reference-page.ts';

/** How a table of ours begins, with the commas of one language or the semicolons of the other. */
const begins = (...starts: string[]) => (head: string): boolean => starts.some((start) => head.replaceAll(';', ',').startsWith(start));

/** Files that commands write: how their names end, and how their first bytes tell them from anyone else's. */
const outputs = {
  city: { ending: '.twin', isOurs: (head: string) => head.startsWith('JUMEAU-') },
  report: { ending: '.html', isOurs: (head: string) => head.startsWith('<!doctype html>') && head.includes('content="default-src \'none\'; style-src \'unsafe-inline\'"') },
  comparisonTable: { ending: '.csv', isOurs: begins(COMPARISON_HEAD) },
  plans: { ending: '.yaml', isOurs: (head: string) => head.startsWith(PLAN_FILE_HEAD) },
  planTable: { ending: '.csv', isOurs: (head: string) => head.startsWith(PLAN_CSV_HEAD) },
  talq: { ending: '.json', isOurs: (head: string) => head.startsWith(TALQ_FILE_HEAD) },
  nightProfiles: { ending: '.csv', isOurs: (head: string) => head.startsWith(ECLEXT_HEAD) },
  // As a browser that prints from the command line writes it.
  pdf: { ending: '.pdf', isOurs: (head: string) => head.startsWith('%PDF-') && head.includes('HeadlessChrome') },
  schema: { ending: '.json', isOurs: (head: string) => head.startsWith(SCHEMA_HEAD) },
  reference: { ending: '.md', isOurs: (head: string) => REFERENCE_HEADS.some((one) => head.startsWith(one)) },
  checkpoint: { ending: '.checkpoint', isOurs: (head: string) => head.startsWith('HALTED-') },
  counts: { ending: '.csv', isOurs: begins('link,from,countedPerH,') },
  gaps: { ending: '.csv', isOurs: begins('iteration,relativeGap,') },
  links: { ending: '.csv', isOurs: begins('intervalStartS,edge,') },
  metersTemplate: { ending: '.csv', isOurs: begins(METERS_TEMPLATE_HEAD) },
  streetLight: { ending: '.csv', isOurs: begins(STREET_LIGHT_HEAD, EARLIER_STREET_LIGHT_HEAD) },
  sweepPoints: { ending: '.csv', isOurs: begins(SWEEP_POINTS_HEAD) },
  lampStreets: { ending: '.csv', isOurs: begins(LAMP_STREET_HEAD) },
} as const;

/** Enough of a file to know it by. */
const HEAD_BYTES = 4096;

/** Refuses, before any work, a name of another kind of file, and a file that is there already and that no command of ours wrote. */
export async function checkOutputFile(kind: keyof typeof outputs, option: string, path: string): Promise<void> {
  const { ending, isOurs } = outputs[kind];
  if (!path.toLowerCase().endsWith(ending)) throw badInput('cli-wrong-ending', option, { value: path, ending });
  const head = await whenWriting(path, () => headOf(path));
  if (head !== '' && !isOurs(head)) throw badInput('cli-not-ours', path, { ending });
}

/** The first characters of a file; none where there is no file. */
async function headOf(path: string): Promise<string> {
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
