import type { Checked } from '../../../engine/foundation/problem.ts';
import { makeProblemList, placeName, type ProblemList } from '../problem-list.ts';
import { fieldFaults, parseYaml, type FieldFault } from '../yaml-document.ts';
import { checkPlans, type PlaceOf } from './check-plans.ts';
import { parsePlansCsv } from './parse-plans-csv.ts';
import { MOST_PLAN_BYTES, PLAN_FORMAT, PLAN_VERSION, planFileSchema, type PlannedController } from './plan-records.ts';

/** Whether a plan file is a table by its name; otherwise it is YAML. */
export const isCsv = (file: string): boolean => /\.csv$/i.test(file);

/** The controllers of a plan file, or all that is wrong with it, each with its line. `file`: its name, which tells its form. */
export function readPlans(file: string, content: string): Checked<PlannedController[]> {
  const problems = makeProblemList();
  if (content.length > MOST_PLAN_BYTES) problems.error('plans-too-large', file, { limit: MOST_PLAN_BYTES });
  const read = problems.hasErrors() ? undefined : isCsv(file) ? parsePlansCsv(file, content, problems) : parsed(file, content, problems);
  if (!read) return { problems: problems.all() };
  const checked = planFileSchema.safeParse(read.value, { reportInput: true });
  if (!checked.success) for (const fault of fieldFaults(checked.error.issues, read.value)) tellFault(fault, read.placeOf, problems);
  else checkPlans(checked.data.controllers, read.placeOf, problems);
  return problems.hasErrors() ? { problems: problems.all() } : { value: checked.data!.controllers, problems: problems.all() };
}

function parsed(file: string, content: string, problems: ProblemList): { value: unknown; placeOf: PlaceOf } | undefined {
  const read = parseYaml(content);
  if ('document' in read) return { value: read.document.value, placeOf: (path) => placeName({ file, line: read.document.lineOf(path) }, path.join('.')) };
  for (const { line, cause } of read.faults) problems.error('plans-not-yaml', line === undefined ? file : placeName({ file, line }), { cause });
  return undefined;
}

function tellFault({ kind, path, field, cause, causeFr }: FieldFault, placeOf: PlaceOf, problems: ProblemList): void {
  if (kind !== 'unknown' && path.length === 1 && (field === 'format' || field === 'version')) problems.error('plans-other-format', placeOf(path), { format: PLAN_FORMAT, version: PLAN_VERSION });
  else if (kind === 'unknown') problems.error('plans-unknown-field', placeOf(path), { field });
  else if (kind === 'missing') problems.error('plans-missing-field', placeOf(path), { field });
  else problems.error('plans-wrong-field', placeOf(path), { field, cause, causeFr });
}
