import * as z from 'zod';
import type { Problem } from '../../engine/foundation/problem.ts';
import { valueFault } from '../language/change-values.ts';
import { nearName } from './near-name.ts';

/** What a schema found wrong at one place. */
type Issue = z.core.$ZodIssue;

/** What people write for a field that is called otherwise, too far from it to be a slip. */
const OTHER_WORDS: Readonly<Record<string, string>> = { on: 'enabled', active: 'enabled', start: 'from', begin: 'from', end: 'until', to: 'until', junctions: 'controllers', signals: 'controllers', reason: 'why', place: 'where', speed: 'limitKmh', limit: 'limitKmh', share: 'outputShare' };

/** More of a name helps nobody to find it. */
const MOST_LETTERS = 60;

/**
 * What the schema found wrong with how something is written, one problem a field at any depth, each with the name that was
 * probably meant. `where`: the place of the whole; '' where it is the document.
 */
export function shapeProblems(issues: readonly Issue[], schema: z.core.$ZodType, where: string): Problem[] {
  const problems = issues.flatMap((issue) => withoutUnions(issue, schema)).flatMap((issue) => problemsOf(issue, schema, where));
  // Who mistypes a field lacks it as well: that is one mistake.
  const meant = new Set(problems.flatMap(({ code, where: place, parameters: { near, inside } }) => (code === 'change-unknown-field' ? [[place, near === '' ? inside : near].filter((step) => step !== '').join('.')] : [])));
  return problems.filter(({ code, where: place }) => code !== 'change-missing-field' || !meant.has(place));
}

function problemsOf(issue: Issue, schema: z.core.$ZodType, where: string): Problem[] {
  const field = [where, ...issue.path].filter((step) => step !== '').join('.');
  const error = (code: string, parameters: Problem['parameters']): Problem => ({ severity: 'error', code, where: field, parameters });
  if (issue.code === 'unrecognized_keys') {
    const known = fieldsOf(schemasAt(schema, issue.path)), otherWord = (key: string): string => (Object.hasOwn(OTHER_WORDS, key) && known.includes(OTHER_WORDS[key]!) ? OTHER_WORDS[key]! : '');
    return issue.keys.map((key) => {
      const inside = known.find((field) => fieldsOf(schemasAt(schema, [...issue.path, field])).includes(key)) ?? '', near = inside === '' ? nearName(key, known) ?? otherWord(key) : '';
      return error('change-unknown-field', { field: key.slice(0, MOST_LETTERS), near, inside, known: known.join(', ') });
    });
  }
  const missing = issue.path.at(-1);
  if (missing !== undefined && issue.input === undefined) return [error('change-missing-field', { field: String(missing) })];
  const cause = valueFault(issue);
  return [error('change-wrong-field', { cause: cause.en, causeFr: cause.fr, near: nearValue(issue) })];
}

/** The word that was probably meant where only some words may stand. */
function nearValue(issue: Issue): string {
  const may = issue.code === 'invalid_value' ? issue.values : issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options) ? issue.options as unknown[] : [];
  const { input } = issue, given = issue.code === 'invalid_union' && 'discriminator' in issue ? (input as Record<string, unknown> | null)?.[String(issue.discriminator)] : input;
  return typeof given === 'string' ? nearName(given, may.map(String)) ?? '' : '';
}

/** Of a value that may have several forms: what is wrong with it in the form that it comes nearest to. One that has none of them stays as it is. */
function withoutUnions(issue: Issue, schema: z.core.$ZodType): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const forms = issue.errors.map((errors, at) => ({ errors, option: optionsOf(schemasAt(schema, issue.path))[at] })).filter(({ errors }) => !errors.some(({ code, path }) => path.length === 0 && (code === 'invalid_type' || code === 'invalid_value')));
  const scored = forms.map((form) => ({ ...form, score: farness(form.errors, form.option) })).sort((one, other) => one.score - other.score), [best] = scored;
  if (!best) return [issue];
  return best.errors.flatMap((error) => withoutUnions({ ...error, path: [...issue.path, ...error.path] }, schema));
}

/** How far something is from a form: a name mistyped is nearer than one that the form does not know. */
function farness(errors: readonly Issue[], option: z.core.$ZodType | undefined): number {
  const known = option ? fieldsOf([option]) : [];
  return errors.reduce((sum, error) => sum + (error.code === 'unrecognized_keys' ? error.keys.reduce((far, key) => far + (nearName(key, known) === undefined ? 2 : 0), 0) : 1), 0);
}

/** Every schema that what lies at the end of a path may have. */
function schemasAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType[] {
  let here = [schema];
  for (const step of path) {
    here = here.flatMap(formsOf).flatMap((one) => {
      const def = (one as z.core.$ZodTypes)._zod.def;
      if (def.type === 'object') return def.shape[String(step)] ?? [];
      return def.type === 'array' ? def.element : [];
    });
  }
  return here;
}

/** A schema, or those of its forms, without the wrappings of default and optional. */
function formsOf(schema: z.core.$ZodType): z.core.$ZodType[] {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  if (def.type === 'optional' || def.type === 'default') return formsOf(def.innerType);
  return def.type === 'union' ? def.options.flatMap(formsOf) : [schema];
}

/** The forms of a union in its order, as its errors are listed. */
function optionsOf(schemas: readonly z.core.$ZodType[]): readonly z.core.$ZodType[] {
  for (const schema of schemas) {
    const def = (schema as z.core.$ZodTypes)._zod.def;
    if (def.type === 'union') return def.options;
    if (def.type === 'optional' || def.type === 'default') return optionsOf([def.innerType]);
  }
  return [];
}

const fieldsOf = (schemas: readonly z.core.$ZodType[]): string[] => [...new Set(schemas.flatMap(formsOf).flatMap((one) => {
  const def = (one as z.core.$ZodTypes)._zod.def;
  return def.type === 'object' ? Object.keys(def.shape) : [];
}))];
