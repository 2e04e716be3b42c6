import { readFile, stat } from 'node:fs/promises';
import type { Problem } from '../engine/foundation/problem.ts';
import { applyChanges } from '../scenarios/changes/apply-changes.ts';
import { readChanges } from '../scenarios/changes/read-changes.ts';
import { tuningWords } from '../scenarios/language/tuning.ts';
import { differentTables, haveSameTrips } from '../scenarios/compare/same-trips.ts';
import { questionOfCity, questionOfFile } from '../scenarios/questions/own-question.ts';
import type { Question } from '../scenarios/questions/question.ts';
import { BadInput, badInput } from './bad-input.ts';
import { openCity, referenceCity, type City } from './city.ts';
import { libraryQuestion } from './plan.ts';
import { readSettingsTable } from './settings-table.ts';
import type { Terminal } from './terminal.ts';

/** What a person asks for: a question, and the city that it is asked of. */
export interface Asked { question: Question; city: City }

/** Changes of every junction of a large city are some hundred kilobytes. */
const MOST_BYTES = 1_000_000;

export const isChangesFile = (name: string): boolean => /\.(json|csv)$/i.test(name);
const isCityFile = (name: string): boolean => /\.twin$/i.test(name);

/** The question of this name, or changes of one's own from a file. */
export const askedQuestion = async (name: string): Promise<Question> => (isChangesFile(name) ? questionOfFile(name, await changesIn(name)) : libraryQuestion(name));

/** One question or several, each of the library, changes from a file, or another city as it stands (`FILE.twin`), with the city of each. What is wrong with any of them is said at once. */
export async function askedSides(terminal: Terminal, names: readonly string[], cityPath: string | undefined): Promise<Asked[]> {
  const read = await allAtOnce(names.map((name) => async () => (isCityFile(name) ? { city: await openCity(name) } : { question: await askedQuestion(name) })));
  const needsOne = read.some(({ question }) => question !== undefined);
  const given = !needsOne ? undefined : cityPath === undefined ? await referenceCity(terminal) : await openCity(cityPath);
  const first = read[0]!.city ?? given!, problems: Problem[] = [];
  const asked = read.map(({ question, city = given! }, at): Asked => {
    const name = names[at]!, differs = city === first ? [] : differentTables(first.twin, city.twin);
    if (!haveSameTrips(first.twin, city.twin, differs)) problems.push(...badInput('cli-other-trips', name, { other: names[0]!, tables: differs.join(', ') }).problems);
    return { city, question: question ?? questionOfCity(name, city.twin.facts.name, differs) };
  });
  problems.push(...asked.flatMap(({ city, question }) => (isChangesFile(question.name) ? errorsOf(city, question) : [])));
  if (problems.length > 0) throw new BadInput(problems);
  return asked;
}

/** What of the changes in a file does not fit a city: before anything runs, and with the name of the file. */
export function errorsOf({ twin }: City, { name, changes }: Question): Problem[] {
  const { value, problems } = applyChanges(twin, changes);
  return value ? [] : inFile(name, problems.filter(({ severity }) => severity === 'error'));
}

const inFile = (file: string, problems: readonly Problem[]): Problem[] => problems.map((problem) => ({ ...problem, where: `${file}: ${problem.where}` }));

async function changesIn(path: string): Promise<Question['changes']> {
  const about = await stat(path).catch(() => undefined);
  if (!about?.isFile()) throw badInput('cli-no-such-file', path);
  if (about.size > MOST_BYTES) throw badInput('cli-changes-too-large', path, { limit: MOST_BYTES });
  if (isSettingsTable(path)) return settingsIn(path);
  let given: unknown;
  try {
    given = JSON.parse((await readFile(path, 'utf8')).replace(/^\ufeff/, ''));
  } catch (cause) {
    throw badInput('cli-not-json', path, { cause: (cause as Error).message.slice(0, 200) });
  }
  const { value, problems } = readChanges(given);
  if (!value) throw new BadInput(inFile(path, problems));
  if (value.length === 0) throw badInput('cli-no-changes', path);
  return value;
}

/** A table of settings of priority, as a search or an engineer wrote it. */
const isSettingsTable = (path: string): boolean => /\.csv$/i.test(path);

async function settingsIn(path: string): Promise<Question['changes']> {
  const { value, problems } = readSettingsTable(path, await readFile(path, 'utf8'), tuningWords.fromTable);
  if (!value) throw new BadInput(problems);
  return value;
}

/** All of these, or the problems of all that have some. */
async function allAtOnce<T>(tasks: readonly (() => Promise<T>)[]): Promise<T[]> {
  const settled = await Promise.allSettled(tasks.map((task) => task()));
  const failed = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  const fault = failed.find((reason) => !(reason instanceof BadInput));
  if (fault !== undefined) throw fault;
  if (failed.length > 0) throw new BadInput(failed.flatMap((reason) => (reason as BadInput).problems));
  return settled.map((one) => (one as PromiseFulfilledResult<T>).value);
}
