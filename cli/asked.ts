import type { Problem } from '../engine/foundation/problem.ts';
import { unfitChanges } from '../scenarios/changes/apply-changes.ts';
import { unknownNamesOf } from '../scenarios/changes/read-in-part.ts';
import { differentTables, haveSameTrips } from '../scenarios/compare/same-trips.ts';
import { questionOfCity } from '../scenarios/questions/own-question.ts';
import type { Question } from '../scenarios/questions/question.ts';
import { BadInput, badInput } from './bad-input.ts';
import { openCity, referenceCity, type City } from './city.ts';
import { libraryQuestion } from './plan.ts';
import { isQuestionFile, readQuestionFile, type QuestionFile } from './question-file.ts';
import { tellWarnings } from './tell-problems.ts';
import type { Terminal } from './terminal.ts';

/** What a person asks for: a question, and the city that it is asked of. */
export interface Asked { question: Question; city: City }

/** Whether a name is that of a city as it stands. */
export const isCityFile = (name: string): boolean => /\.twin$/i.test(name);

/** The question of this name, or one's own from a file. */
export async function askedQuestion(name: string): Promise<Question> {
  const { question, problems, place } = await readAsked(name);
  if (!question) throw new BadInput(place(problems));
  return question;
}

async function readAsked(name: string): Promise<QuestionFile> {
  const asIs = (problems: readonly Problem[]): Problem[] => [...problems], place = (problems: readonly Problem[]): Problem[] => problems.map((problem) => ({ ...problem, where: `${name}: ${problem.where}` }));
  try {
    if (!isQuestionFile(name)) return { question: libraryQuestion(name), problems: [], sound: [], place };
    return await readQuestionFile(name);
  } catch (fault) {
    if (fault instanceof BadInput) return { problems: fault.problems, sound: [], place: asIs };
    throw fault;
  }
}

/** A question with the city that it is asked of, each as it could be had: what is wrong with how changes are written does not hide what of the others does not fit the city. */
export async function askedTogether(name: string, open: () => Promise<City>): Promise<Asked> {
  const [one] = await allAsked([name], open);
  return one!;
}

/** One question or several, each of the library, from a file, or another city as it stands (`FILE.twin`), with the city of each. What is wrong with any of them is said at once. */
export async function askedSides(terminal: Terminal, names: readonly string[], cityPath: string | undefined): Promise<Asked[]> {
  const asked = await allAsked(names, () => (cityPath === undefined ? referenceCity(terminal) : openCity(cityPath))), [one, other] = asked;
  // Hours of runs would find that nothing differs.
  if (other && one!.city.shared.hash === other.city.shared.hash && JSON.stringify(one!.question.changes) === JSON.stringify(other.question.changes)) tellWarnings(terminal, [{ severity: 'warning', code: 'cli-same-on-both-sides', where: names[1]!, parameters: { other: names[0]! } }]);
  return asked;
}

async function allAsked(names: readonly string[], open: () => Promise<City>): Promise<Asked[]> {
  const read = await Promise.all(names.map((name) => (isCityFile(name) ? undefined : readAsked(name)))), faults = read.flatMap((one) => (one ? one.place(one.problems) : []));
  const isCheckable = faults.length === 0 || read.some((one) => [...(one?.sound ?? []), ...(one?.parts ?? [])].some((change) => change !== undefined));
  // Nobody waits for a city to hear that a file cannot be read, unless there is something in it that the city can judge.
  const given = isCheckable && read.some((one) => one !== undefined) ? [open] : [];
  const cities = await allAtOnce([...names.filter(isCityFile).map((name) => () => openCity(name)), ...given], faults);
  const own = [...cities], cityOf = names.map((name) => (isCityFile(name) ? own.shift()! : undefined)), [shared] = own;
  const problems = shared ? read.flatMap((one) => (one ? one.place([...one.problems, ...unfitChanges(shared.twin, one.sound).filter(isError), ...unknownNamesOf(shared.twin, one.parts ?? [])]) : [])) : [...faults];
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

/** All of these, or the problems of all that have some, after those that are known already. */
async function allAtOnce<T>(tasks: readonly (() => Promise<T>)[], known: readonly Problem[]): Promise<T[]> {
  const settled = await Promise.allSettled(tasks.map((task) => task()));
  const failed = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  const fault = failed.find((reason) => !(reason instanceof BadInput));
  if (fault !== undefined) throw fault;
  if (failed.length > 0) throw new BadInput([...known, ...failed.flatMap((reason) => (reason as BadInput).problems)]);
  return settled.map((one) => (one as PromiseFulfilledResult<T>).value);
}
