import * as z from 'zod';
import type { Checked, Problem } from '../../engine/foundation/problem.ts';
import { changeKinds, changeSchema, type Change } from './change.ts';
import { nearName } from './near-name.ts';

/** Changes as someone wrote them (JSON, say), or everything that is wrong with how they are written. */
export function readChanges(given: unknown): Checked<Change[]> {
  if (!Array.isArray(given)) return { problems: [{ severity: 'error', code: 'changes-not-a-list', where: 'changes', parameters: {} }] };
  const problems: Problem[] = [];
  const changes: Change[] = [];
  given.forEach((one: unknown, at) => {
    const read = changeSchema.safeParse(one, { reportInput: true });
    if (read.success) changes.push(read.data);
    else problems.push(...read.error.issues.flatMap((issue) => problemsOf(issue, one, `changes.${at}`)));
  });
  return problems.length > 0 ? { problems } : { value: changes, problems };
}

function problemsOf(issue: z.core.$ZodIssue, change: unknown, where: string): Problem[] {
  const field = [where, ...issue.path].join('.');
  const error = (code: string, parameters: Problem['parameters']): Problem => ({ severity: 'error', code, where: field, parameters });
  const kind = (change as { change?: unknown } | null)?.change;
  if (issue.code === 'invalid_union' && issue.path[0] === 'change') {
    const known = Object.keys(changeKinds);
    const named = kindNamed(kind);
    return [error('change-unknown-kind', { kind: named, near: nearName(named, known) ?? '', known: known.join(', ') })];
  }
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(changeKinds[kind as Change['change']].schema.shape);
    return issue.keys.map((key) => error('change-unknown-field', { field: key.slice(0, MOST_LETTERS), near: nearName(key, known) ?? '', known: known.join(', ') }));
  }
  const missing = issue.path.at(-1);
  if (missing !== undefined && issue.input === undefined) return [error('change-missing-field', { field: String(missing) })];
  return [error('change-wrong-field', { cause: causeOf(issue, inEnglish), causeFr: causeOf(issue, inFrench) })];
}

/** The only texts with a form are times: a pattern would help nobody. */
const CLOCK = { en: 'write a clock time as HH:MM, from 00:00 to 24:00', fr: 'écrivez une heure comme HH:MM, de 00:00 à 24:00' };
const LEVEL = { en: 'write HH:MM, or sunset, sunrise or night-middle with an offset, such as sunset+01:30', fr: 'écrivez HH:MM, ou sunset, sunrise ou night-middle avec un écart, comme sunset+01:30' };
const timeForm = (issue: z.core.$ZodIssue): typeof CLOCK | undefined =>
  issue.code !== 'invalid_format' || issue.format !== 'regex' ? undefined : issue.pattern?.includes('sunset') ? LEVEL : CLOCK;

const inEnglish = (issue: z.core.$ZodIssue): string => timeForm(issue)?.en ?? issue.message;

const french = z.locales.fr().localeError;
function inFrench(issue: z.core.$ZodIssue): string {
  const form = timeForm(issue);
  if (form) return form.fr;
  const said = french(issue as z.core.$ZodRawIssue);
  return typeof said === 'string' ? said : (said?.message ?? issue.message);
}

/** What is wrong with a value; of one that may have several forms, what keeps it from each. */
function causeOf(issue: z.core.$ZodIssue, sayIn: (issue: z.core.$ZodIssue) => string): string {
  const forms = issue.code === 'invalid_union' ? issue.errors.flatMap(([first]) => (first ? [causeOf(first, sayIn)] : [])) : [];
  return forms.length > 0 ? [...new Set(forms)].join('; ') : sayIn(issue);
}

/** More of a name helps nobody to find it. */
const MOST_LETTERS = 60;

/** What stands where the kind should: whatever is no word has no form that is safe to write. */
const kindNamed = (kind: unknown): string => (typeof kind === 'object' && kind !== null ? (Array.isArray(kind) ? '[...]' : '{...}') : String(kind).slice(0, MOST_LETTERS));
