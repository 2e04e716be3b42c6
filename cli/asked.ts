import { readFile, stat } from 'node:fs/promises';
import type { Problem } from '../engine/foundation/problem.ts';
import { unfitChanges } from '../scenarios/changes/apply-changes.ts';
import type { Change } from '../scenarios/changes/change.ts';
import { readEachChange } from '../scenarios/changes/read-changes.ts';
import { tuningWords } from '../scenarios/language/tuning.ts';
import { differentTables, haveSameTrips } from '../scenarios/compare/same-trips.ts';
import { questionOfCity, questionOfFile } from '../scenarios/questions/own-question.ts';
import type { Question } from '../scenarios/questions/question.ts';
import { BadInput, badInput } from './bad-input.ts';
import { openCity, referenceCity, type City } from './city.ts';
import { jsonFault } from './json-fault.ts';
import { libraryQuestion } from './plan.ts';
import { readSettingsTable } from './settings-table.ts';
import type { Terminal } from './terminal.ts';

/** What a person asks for: a question, and the city that it is asked of. */
export interface Asked { question: Question; city: City }

/** Changes of every junction of a large city are some hundred kilobytes. */
const MOST_BYTES = 1_000_000;

export const isChangesFile = (name: string): boolean => /\.(json|csv)$/i.test(name);
const isCityFile = (name: string): boolean => /\.twin$/i.test(name);

/** A question as far as it could be read: problems in its place, or beside it changes that can be held against a city all the same. */
interface ReadQuestion { question?: Question; problems: readonly Problem[]; sound: readonly (Change | undefined)[] }

/** The question of this name, or changes of one's own from a file. */
export async function askedQuestion(name: string): Promise<Question> {
  const { question, problems } = await readQuestion(name);
  if (!question) throw new BadInput(problems);
  return question;
}

async function readQuestion(name: string): Promise<ReadQuestion> {
  try {
    if (!isChangesFile(name)) return { question: libraryQuestion(name), problems: [], sound: [] };
    const { changes, problems } = await changesIn(name);
    return { ...(problems.length > 0 ? {} : { question: questionOfFile(name, changes as Change[]) }), problems, sound: changes };
  } catch (fault) {
    if (fault instanceof BadInput) return { problems: fault.problems, sound: [] };
    throw fault;
  }
}

/** A question with the city that it is asked of, each as it could be had: what is wrong with how changes are written does not hide what of the others does not fit the city. */
export async function askedTogether(name: string, open: () => Promise<City>): Promise<Asked> {
  const [one] = await allAsked([name], open);
  return one!;
}

/** One question or several, each of the library, changes from a file, or another city as it stands (`FILE.twin`), with the city of each. What is wrong with any of them is said at once. */
export const askedSides = (terminal: Terminal, names: readonly string[], cityPath: string | undefined): Promise<Asked[]> =>
  allAsked(names, () => (cityPath === undefined ? referenceCity(terminal) : openCity(cityPath)));

async function allAsked(names: readonly string[], open: () => Promise<City>): Promise<Asked[]> {
  const read = await Promise.all(names.map((name) => (isCityFile(name) ? undefined : readQuestion(name)))), faults = read.flatMap((one) => one?.problems ?? []);
  const isCheckable = faults.length === 0 || read.some((one) => one?.sound.some((change) => change !== undefined));
  // Nobody waits for a city to hear that a file cannot be read, unless there is something in it that the city can judge.
  const given = isCheckable && read.some((one) => one !== undefined) ? [open] : [];
  const cities = await allAtOnce([...names.filter(isCityFile).map((name) => () => openCity(name)), ...given], faults);
  const own = [...cities], cityOf = names.map((name) => (isCityFile(name) ? own.shift()! : undefined)), [shared] = own;
  const problems = [...faults, ...read.flatMap((one, at) => (one && shared ? inFile(names[at]!, unfitChanges(shared.twin, one.sound).filter(isError)) : []))];
  const first = cityOf[0] ?? shared;
  const asked = read.flatMap((one, at): Asked[] => {
    const name = names[at]!, city = cityOf[at] ?? shared;
    if (!city || !first || (one && !one.question)) return [];
    const differs = city === first ? [] : differentTables(first.twin, city.twin);
    if (!haveSameTrips(first.twin, city.twin, differs)) problems.push(...badInput('cli-other-trips', name, { other: names[0]!, tables: differs.join(', ') }).problems);
    return [{ city, question: one?.question ?? questionOfCity(name, city.twin.facts.name, differs) }];
  });
  if (problems.length > 0) throw new BadInput(problems);
  return asked;
}

const isError = ({ severity }: Problem): boolean => severity === 'error';

const inFile = (file: string, problems: readonly Problem[]): Problem[] => problems.map((problem) => ({ ...problem, where: `${file}: ${problem.where}` }));

async function changesIn(path: string): Promise<{ changes: readonly (Change | undefined)[]; problems: readonly Problem[] }> {
  const about = await stat(path).catch(() => undefined);
  if (!about?.isFile()) throw badInput('cli-no-such-file', path);
  if (about.size > MOST_BYTES) throw badInput('cli-changes-too-large', path, { limit: MOST_BYTES });
  if (isSettingsTable(path)) return { changes: await settingsIn(path), problems: [] };
  const { changes, problems } = readEachChange(jsonIn(path, (await readFile(path, 'utf8')).replace(/^\ufeff/, '')));
  if (changes.length === 0 && problems.length === 0) throw badInput('cli-no-changes', path);
  return { changes, problems: inFile(path, problems) };
}

function jsonIn(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const fault = jsonFault(text);
    throw fault ? badInput('cli-not-json', `${path}: line ${fault.line}, column ${fault.column}`, { cause: fault.cause.en, causeFr: fault.cause.fr }) : badInput('cli-json-too-deep', path);
  }
}

/** A table of settings of priority, as a search or an engineer wrote it. */
const isSettingsTable = (path: string): boolean => /\.csv$/i.test(path);

async function settingsIn(path: string): Promise<Question['changes']> {
  const { value, problems } = readSettingsTable(path, await readFile(path, 'utf8'), tuningWords.fromTable);
  if (!value) throw new BadInput(problems);
  return value;
}

/** All of these, or the problems of all that have some, after those that are known already. */
async function allAtOnce<T>(tasks: readonly (() => Promise<T>)[], known: readonly Problem[]): Promise<T[]> {
  const settled = await Promise.allSettled(tasks.map((task) => task()));
  const failed = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  const fault = failed.find((reason) => !(reason instanceof BadInput));
  if (fault !== undefined) throw fault;
  if (failed.length > 0) throw new BadInput([...known, ...failed.flatMap((reason) => (reason as BadInput).problems)]);
  return settled.map((one) => (one as PromiseFulfilledResult<T>).value);
}
