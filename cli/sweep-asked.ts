import { basename } from 'node:path';
import type { Problem } from '../engine/foundation/problem.ts';
import type { Change } from '../scenarios/changes/change.ts';
import { readEachChange } from '../scenarios/changes/read-changes.ts';
import { baseline as asItIs } from '../scenarios/questions/baseline.ts';
import { questionOfFile } from '../scenarios/questions/own-question.ts';
import type { Question } from '../scenarios/questions/question.ts';
import { fillIn } from '../scenarios/sweep/fill-in.ts';
import type { Point } from '../scenarios/sweep/points.ts';
import { BadInput } from './bad-input.ts';
import { libraryQuestion } from './plan.ts';
import type { SweepInFile } from './sweep-file.ts';

/** Where in the file the changes of a side stand. */
export type Field = 'baseline' | 'changes' | 'question';

/** What changes say, as far as they can be read. */
export interface ReadSide { changes: readonly (Change | undefined)[]; problems: readonly Problem[]; question?: Question | undefined }

/** What all points are held against. */
export function baselineOf(sweep: SweepInFile): Question {
  const { baseline } = sweep.file;
  if (baseline === undefined) return asItIs;
  if (typeof baseline === 'string') return inFile(sweep, ['baseline'], () => libraryQuestion(baseline));
  const { changes, problems } = readEachChange(baseline);
  if (problems.length > 0) throw new BadInput(problems.map((problem) => placed(sweep, problem, 'baseline')));
  return questionOfFile(basename(sweep.path), changes as Change[]);
}

/** What a point asks: the changes of the file with its values, or the question that it names. */
export function pointChanges(sweep: SweepInFile, point: Point): ReadSide {
  const levels = new Map(sweep.parameters.map(({ name }, at) => [name, point[at]!])), { question, changes } = sweep.file;
  if (question === undefined) return readEachChange(fillIn(changes, levels));
  try {
    const named = libraryQuestion(String(fillIn(question, levels)));
    return { question: named, changes: named.changes, problems: [] };
  } catch (fault) {
    if (fault instanceof BadInput) return { changes: [], problems: fault.problems };
    throw fault;
  }
}

/** Where the changes of its points stand. */
export const fieldOfPoints = ({ file }: SweepInFile): Field => (file.question === undefined ? 'changes' : 'question');

/** With the line of the file instead of a place in a list that nobody wrote. */
export function placed({ whereIs }: SweepInFile, problem: Problem, field: Field): Problem {
  const [, ...steps] = problem.where.split('.'), path = steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return { ...problem, where: field === 'question' || path.length === 0 ? whereIs([field]) : `${whereIs([field, ...path])}: ${field === 'baseline' ? 'baseline: ' : ''}${problem.where}` };
}

/** The same, or its problems with the line of the file. */
function inFile<T>({ whereIs }: SweepInFile, field: readonly string[], read: () => T): T {
  try {
    return read();
  } catch (fault) {
    throw fault instanceof BadInput ? new BadInput(fault.problems.map((problem) => ({ ...problem, where: whereIs(field) }))) : fault;
  }
}
