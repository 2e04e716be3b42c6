import type * as z from 'zod';
import type { Checked, Problem } from '../../engine/foundation/problem.ts';
import { nearName } from '../changes/near-name.ts';
import { valueFault } from '../language/change-values.ts';
import { indicators } from '../measure/indicators.ts';
import { parametersIn, type Path } from './fill-in.ts';
import { levelCount, levelsOf, pointCount, pointKey, pointsOf, type Parameter, type Point } from './points.ts';
import { designFields, MOST_PARAMETERS, MOST_RUNS, parameterSchema, sweepFields, type Design, type ParameterField, type SweepFile } from './sweep-file.ts';

/** A sweep that can be planned: what the file says, and the points of its design. */
export interface Sweep { file: SweepFile; parameters: readonly Parameter[]; points: readonly Point[] }

/** What the command line says in place of the file. */
export interface SweepWishes { seeds?: number | undefined; samples?: number | undefined }

/** What is wrong with a file as far as it was read, in the order in which it was found. `wrong`: at the field that this path leads to. */
interface Faults { problems: Problem[]; wrong(path: Path, code: string, parameters?: Problem['parameters']): void }

type Read = { [Field in keyof typeof sweepFields]?: z.infer<(typeof sweepFields)[Field]> | undefined };

/** Letters of a name that is shown again: more of it helps nobody to find it. */
const MOST_LETTERS = 60;
const PARAMETER_NAME = /^[A-Za-z][A-Za-z0-9_]{0,39}$/;

/** A sweep as someone wrote it, or all that is wrong with it. `whereIs` says in words where in the file a field is. */
export function readSweep(given: unknown, wishes: SweepWishes, whereIs: (path: Path) => string): Checked<Sweep> {
  const problems: Problem[] = [];
  const faults: Faults = { problems, wrong: (path, code, parameters = {}) => void problems.push({ severity: 'error', code, where: whereIs(path), parameters }) };
  if (given === null || typeof given !== 'object' || Array.isArray(given)) faults.wrong([], 'sweep-not-fields');
  else {
    const read = withWishes(readFields(given as Record<string, unknown>, faults), wishes, faults);
    const named = readParameters(given as Record<string, unknown>, read, faults);
    checkUses(given as Record<string, unknown>, named, faults);
    const parameters = named?.every((one): one is Parameter => one.levels !== undefined) ? named : undefined, points = parameters && readPoints(read, parameters, faults);
    // Each field was read by the schema of the whole, and what is left out has its default.
    if (problems.length === 0 && parameters && points) return { value: { file: read as SweepFile, parameters, points }, problems };
  }
  return { problems };
}

/** Field by field, so that one that is wrong does not hide another. */
function readFields(given: Record<string, unknown>, faults: Faults): Read {
  const known = Object.keys(sweepFields);
  for (const field of Object.keys(given)) if (!known.includes(field)) faults.wrong([field], 'sweep-unknown-field', unknownField(field, known));
  if ((given['question'] === undefined) === (given['changes'] === undefined)) faults.wrong(given['question'] === undefined ? [] : ['question'], 'sweep-question-or-changes');
  return Object.fromEntries(Object.entries(sweepFields).map(([field, schema]) => {
    const read = schema.safeParse(given[field], { reportInput: true });
    if (!read.success) for (const issue of read.error.issues) tellIssue([field, ...issue.path.filter((step) => typeof step !== 'symbol')], issue, given, faults);
    return [field, read.data];
  })) as Read;
}

const unknownField = (field: string, known: readonly string[]): Problem['parameters'] => ({ field: field.slice(0, MOST_LETTERS), near: nearName(field, known) ?? '', known: known.join(', ') });

function tellIssue(path: Path, issue: z.core.$ZodIssue, given: Record<string, unknown>, faults: Faults): void {
  if (issue.code === 'unrecognized_keys') {
    const by = (given['design'] as { by?: unknown } | undefined)?.by ?? given['design'];
    const known = path[0] === 'design' ? designFields[String(by)] ?? [] : path[0] === 'parameters' ? Object.keys(parameterSchema.shape) : ['parameter'];
    for (const key of issue.keys) faults.wrong([...path, key], 'sweep-unknown-field', unknownField(key, known));
  } else if (path[0] === 'design' && issue.code === 'invalid_union' && issue.input !== undefined) {
    const by = (given['design'] as { by?: unknown } | null)?.by ?? given['design'], named = typeof by === 'string' ? by.slice(0, MOST_LETTERS) : '', known = Object.keys(designFields);
    faults.wrong(path, 'sweep-unknown-design', { design: named, near: nearName(named, known) ?? '', known: known.join(', ') });
  } else if (path[0] === 'indicators' && path.length === 2 && typeof issue.input === 'string') {
    const named = issue.input.slice(0, MOST_LETTERS);
    faults.wrong(path, 'sweep-unknown-indicator', { indicator: named, near: nearName(named, indicators.map(({ name }) => name)) ?? '' });
  } else if (issue.input === undefined) faults.wrong(path, 'sweep-missing-field', { field: String(path.at(-1)) });
  else {
    const cause = valueFault(issue);
    faults.wrong(path, 'sweep-wrong-field', { cause: cause.en, causeFr: cause.fr });
  }
}

function withWishes(read: Read, { seeds, samples }: SweepWishes, faults: Faults): Read {
  const { design } = read;
  if (samples !== undefined && design && design.by !== 'latin-hypercube') faults.wrong(['design'], 'sweep-samples-of-other-design', { design: design.by });
  const asked: Design | undefined = design?.by === 'latin-hypercube' ? { ...design, samples: samples ?? design.samples } : design;
  if (asked?.by === 'latin-hypercube' && asked.samples === undefined) faults.wrong(['design'], 'sweep-no-samples');
  return { ...read, seeds: seeds ?? read.seeds, design: asked };
}

/** Parameters that are named, each with its values where these are known; undefined where no names are. */
type Named = readonly (Omit<Parameter, 'levels'> & Partial<Parameter>)[];

function readParameters(given: Record<string, unknown>, { design }: Read, faults: Faults): Named | undefined {
  const isList = design?.by === 'list', fields = given['parameters'];
  if (isList) return parametersOfList(design, fields, faults);
  if (design && fields === undefined) faults.wrong([], 'sweep-missing-field', { field: 'parameters' });
  if (fields === null || typeof fields !== 'object' || Array.isArray(fields)) return undefined;
  const names = Object.keys(fields);
  checkNames(names, ['parameters'], faults);
  return names.map((name) => {
    // What does not fit the schema has been told with all other fields.
    const { data } = parameterSchema.safeParse((fields as Record<string, unknown>)[name]);
    return data && checkLevels(data, ['parameters', name], faults) ? { name, levels: levelsOf(data), ...readAs(data) } : { name };
  });
}

/** The points of a list have the values; beside them no more is said of a parameter than what people read for it. */
function parametersOfList({ points }: Extract<Design, { by: 'list' }>, fields: unknown, faults: Faults): Named {
  const names = Object.keys(points[0]!), said = new Map(fields !== null && typeof fields === 'object' ? Object.entries(fields) : []);
  checkNames(names, ['design', 'points', 0], faults);
  const dataOf = (name: string): ParameterField => parameterSchema.safeParse(said.get(name)).data ?? {};
  for (const name of said.keys()) {
    const { title: _, unit: __, ...values } = dataOf(name);
    if (!names.includes(name)) faults.wrong(['parameters', name], 'sweep-unused-parameter', { name: name.slice(0, MOST_LETTERS), near: nearName(name, names) ?? '' });
    else if (Object.keys(values).length > 0) faults.wrong(['parameters', name], 'sweep-list-and-parameters');
  }
  return names.map((name) => ({ name, levels: [...new Set(points.map((row) => row[name]!))], ...readAs(dataOf(name)) }));
}

const readAs = ({ title, unit }: ParameterField): Pick<Parameter, 'title' | 'unit'> => ({ ...(title !== undefined && { title }), ...(unit !== undefined && { unit }) });

function checkNames(names: readonly string[], path: Path, faults: Faults): void {
  for (const name of names) if (!PARAMETER_NAME.test(name)) faults.wrong([...path, name], 'sweep-parameter-name', { name: name.slice(0, MOST_LETTERS) });
  if (names.length === 0 || names.length > MOST_PARAMETERS) faults.wrong(path, 'sweep-parameter-count', { count: names.length, limit: MOST_PARAMETERS });
}

/** Whether the values of a parameter are known, each different, and not more than there can be runs. */
function checkLevels(field: ParameterField, path: Path, faults: Faults): boolean {
  const range = [field.from, field.until, field.step], isRange = range.some((one) => one !== undefined), before = faults.problems.length;
  if (isRange === (field.values !== undefined) || (isRange && range.includes(undefined))) faults.wrong(path, 'sweep-range-or-values');
  else if (isRange && field.until! < field.from!) faults.wrong([...path, 'until'], 'sweep-range-backwards', { from: field.from!, until: field.until! });
  else if (levelCount(field) > MOST_RUNS) faults.wrong(path, 'sweep-too-many-runs', { runs: levelCount(field), limit: MOST_RUNS });
  const twice = field.values?.findIndex((value, at, all) => all.indexOf(value) < at) ?? -1;
  if (twice >= 0) faults.wrong([...path, 'values', twice], 'sweep-value-twice', { value: String(field.values![twice]) });
  return faults.problems.length === before;
}

/** Parameters that stand somewhere and are not declared, and the other way round. */
function checkUses({ question, changes }: Record<string, unknown>, parameters: Named | undefined, faults: Faults): void {
  if (!parameters || (question === undefined && changes === undefined)) return;
  const uses = [...parametersIn(question, ['question']), ...parametersIn(changes, ['changes'])], declared = parameters.map(({ name }) => name);
  for (const { name, path } of uses) if (!declared.includes(name)) faults.wrong(path, 'sweep-undeclared-parameter', { name: name.slice(0, MOST_LETTERS), near: nearName(name, declared) ?? '', known: declared.join(', ') });
  for (const name of declared) {
    const near = nearName(name, uses.map((use) => use.name)) ?? '';
    if (!uses.some((use) => use.name === name)) faults.wrong(['parameters', name], 'sweep-unused-parameter', { name: name.slice(0, MOST_LETTERS), near });
  }
}

function readPoints({ design, seeds }: Read, parameters: readonly Parameter[], faults: Faults): Point[] | undefined {
  if (!design || seeds === undefined) return undefined;
  if (design.by === 'list' && !checkRows(design, parameters, faults)) return undefined;
  const count = pointCount(design, parameters.map(({ levels }) => levels.length));
  if (count === undefined) return undefined;
  // With those of the baseline.
  const runs = (count + 1) * seeds;
  if (runs <= MOST_RUNS) return pointsOf(design, parameters);
  faults.wrong([design.by === 'grid' ? 'parameters' : 'design'], 'sweep-too-many-runs', { runs, limit: MOST_RUNS });
  return undefined;
}

/** Whether every row of a list names the parameters of the first, and none stands twice. */
function checkRows({ points }: Extract<Design, { by: 'list' }>, parameters: readonly Parameter[], faults: Faults): boolean {
  const names = parameters.map(({ name }) => name), before = faults.problems.length, firstOf = new Map<string, number>();
  points.forEach((row, at) => {
    for (const name of names) if (!Object.hasOwn(row, name)) faults.wrong(['design', 'points', at], 'sweep-point-without', { name, point: at + 1 });
    for (const name of Object.keys(row)) if (!names.includes(name)) faults.wrong(['design', 'points', at, name], 'sweep-undeclared-parameter', { name: name.slice(0, MOST_LETTERS), near: nearName(name, names) ?? '', known: names.join(', ') });
    const key = pointKey(names.map((name) => row[name]!)), first = firstOf.get(key);
    if (first === undefined) firstOf.set(key, at);
    else faults.wrong(['design', 'points', at], 'sweep-point-twice', { point: at + 1, first: first + 1 });
  });
  return faults.problems.length === before;
}
