import { LineCounter, parseDocument, type Document } from 'yaml';
import * as z from 'zod';
import type { Checked } from '../../../engine/foundation/problem.ts';
import { makeProblemList, placeName, type ProblemList } from '../problem-list.ts';
import { checkPlans, type PlaceOf } from './check-plans.ts';
import { parsePlansCsv } from './parse-plans-csv.ts';
import { MOST_PLAN_BYTES, PLAN_FORMAT, PLAN_VERSION, planFileSchema, type PlannedController } from './plan-records.ts';

/** More faults of one kind of writing than this come from one cause. */
const MOST_FAULTS = 100;

/** Whether a plan file is a table by its name; otherwise it is YAML. */
export const isCsv = (file: string): boolean => /\.csv$/i.test(file);

/** The controllers of a plan file, or all that is wrong with it, each with its line. `file`: its name, which tells its form. */
export function readPlans(file: string, content: string): Checked<PlannedController[]> {
  const problems = makeProblemList();
  if (content.length > MOST_PLAN_BYTES) problems.error('plans-too-large', file, { limit: MOST_PLAN_BYTES });
  const read = problems.hasErrors() ? undefined : isCsv(file) ? parsePlansCsv(file, content, problems) : parsed(file, content, problems);
  if (!read) return { problems: problems.all() };
  const checked = planFileSchema.safeParse(read.value, { reportInput: true });
  if (!checked.success) for (const issue of checked.error.issues.slice(0, MOST_FAULTS)) tellIssue(issue, read.value, read.placeOf, problems);
  else checkPlans(checked.data.controllers, read.placeOf, problems);
  return problems.hasErrors() ? { problems: problems.all() } : { value: checked.data!.controllers, problems: problems.all() };
}

/** YAML without anchors: nobody writes a plan with them, and a few lines of them can stand for more than any memory holds. */
function parsed(file: string, content: string, problems: ProblemList): { value: unknown; placeOf: PlaceOf } | undefined {
  const lines = new LineCounter();
  try {
    const document = parseDocument(content, { lineCounter: lines, version: '1.2', prettyErrors: false, logLevel: 'silent' });
    for (const { message, pos } of document.errors.slice(0, MOST_FAULTS)) problems.error('plans-not-yaml', placeName({ file, line: lines.linePos(pos[0]).line }), { cause: message.slice(0, 200) });
    if (problems.hasErrors()) return undefined;
    return { value: document.toJS({ maxAliasCount: 0 }) as unknown, placeOf: (path) => placeName({ file, line: lineOf(document, lines, path) }, path.join('.')) };
  } catch (error) {
    // Nesting without end, and aliases, end here.
    problems.error('plans-not-yaml', file, { cause: (error instanceof Error ? error.message : String(error)).slice(0, 200) });
    return undefined;
  }
}

/** The line of what lies at the end of a path, or of the nearest part of it that is there. */
function lineOf(document: Document, lines: LineCounter, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] | null } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function tellIssue(issue: z.core.$ZodIssue, whole: unknown, placeOf: PlaceOf, problems: ProblemList): void {
  const path = issue.path.filter((step) => typeof step !== 'symbol'), field = String(path.at(-1) ?? '');
  if (path.length === 1 && (field === 'format' || field === 'version')) problems.error('plans-other-format', placeOf(path), { format: PLAN_FORMAT, version: PLAN_VERSION });
  else if (issue.code === 'unrecognized_keys') for (const key of issue.keys.slice(0, MOST_FAULTS)) problems.error('plans-unknown-field', placeOf([...path, key]), { field: key.slice(0, 80) });
  else if (path.length > 0 && isMissing(whole, path)) problems.error('plans-missing-field', placeOf(path), { field });
  else problems.error('plans-wrong-field', placeOf(path), { field, cause: issue.message.slice(0, 200), causeFr: inFrench(issue).slice(0, 200) });
}

const french = z.locales.fr().localeError;
function inFrench(issue: z.core.$ZodIssue): string {
  const said = french(issue as z.core.$ZodRawIssue);
  return typeof said === 'string' ? said : (said?.message ?? issue.message);
}

/** Whether all of a path is there but its last step. */
function isMissing(whole: unknown, path: readonly (string | number)[]): boolean {
  let part = whole;
  for (const step of path.slice(0, -1)) part = (part as Record<string | number, unknown> | null | undefined)?.[step];
  return typeof part === 'object' && part !== null && !Object.hasOwn(part, path.at(-1)!);
}
