import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseYaml, type FieldPath } from '../data/formats/yaml-document.ts';
import type { Problem } from '../engine/foundation/problem.ts';
import { entriesFromOne } from '../scenarios/language/problems.ts';
import { yamlFaultInWords } from '../scenarios/language/yaml-faults.ts';
import { tuningWords } from '../scenarios/language/tuning.ts';
import { questionOfFile } from '../scenarios/questions/own-question.ts';
import { readQuestion, type ReadQuestion } from '../scenarios/questions/read-question.ts';
import { BadInput, badInput } from './bad-input.ts';
import { jsonFault } from './json-fault.ts';
import { questionModule } from './question-module.ts';
import { readSettingsTable } from './settings-table.ts';

/** A question in a file, with the way to say where in the file its problems are: in the order of its lines. */
export interface QuestionFile extends ReadQuestion { place(problems: readonly Problem[]): Problem[] }

/** Changes of every junction of a large city are some hundred kilobytes. */
const MOST_BYTES = 1_000_000;

export const isQuestionFile = (name: string): boolean => /\.(json|csv|ya?ml|m?[jt]s)$/i.test(name);

/** A question, or changes alone, called after its file (wherever that lies: pages that are handed on name it too), from a file of JSON, YAML, TypeScript or a table of settings. Throws `BadInput` where nothing of it can be read. */
export async function readQuestionFile(path: string): Promise<QuestionFile> {
  const about = await stat(path).catch(() => undefined);
  if (!about?.isFile()) throw badInput('cli-no-such-file', path);
  if (about.size > MOST_BYTES) throw badInput('cli-changes-too-large', path, { limit: MOST_BYTES });
  const inFile = (problem: Problem): Problem => ({ ...problem, where: [path, problem.where].filter((part) => part !== '').join(': ') }), ofWhole = (problems: readonly Problem[]): Problem[] => problems.map(inFile);
  if (/\.m?[jt]s$/i.test(path)) return { ...readQuestion(basename(path), await questionModule(path)), place: ofWhole };
  const text = (await readFile(path, 'utf8')).replace(/^\ufeff/, '');
  if (/\.csv$/i.test(path)) return { ...settingsIn(path, text), place: ofWhole };
  const value = /\.json$/i.test(path) ? jsonIn(path, text) : yamlIn(path, text), isList = Array.isArray(value), line = lineFinder(text);
  return {
    ...readQuestion(basename(path), value),
    place(problems) {
      const lineOf = (path: FieldPath): number | undefined => (path.length > 0 ? line(path.slice(isList ? 1 : 0)) : undefined);
      return problems.map((problem) => ({ problem, at: lineOf(pathOf(problem)) })).sort((one, other) => (one.at ?? 0) - (other.at ?? 0)).map(({ problem, at }) => {
        const { where, parameters } = problem, { other } = parameters, otherLine = typeof other === 'number' && where.startsWith('changes.') ? lineOf(['changes', other - 1]) : undefined;
        return inFile({
          ...problem, parameters: { ...parameters, ...(otherLine !== undefined && { otherLine }) },
          where: [at === undefined ? '' : `line ${at}`, where.startsWith('changes.') ? where : entriesFromOne(where)].filter((part) => part !== '').join(': '),
        });
      });
    },
  };
}

/** Steps to the field of a problem: one that should not be there is in the file all the same. */
const pathOf = ({ code, where, parameters: { field } }: Problem): FieldPath =>
  [...where.split('.').filter((step) => step !== '').map((step) => (/^\d+$/.test(step) ? Number(step) : step)), ...(code === 'change-unknown-field' ? [field!] : [])];

/** JSON is YAML too, which its parser reads with lines; that takes longer, so it is done where something is to be told. */
function lineFinder(text: string): (path: FieldPath) => number | undefined {
  let read: ReturnType<typeof parseYaml> | undefined;
  return (path) => {
    read ??= parseYaml(text);
    return 'document' in read ? read.document.lineOf(path) : undefined;
  };
}

function jsonIn(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const fault = jsonFault(text);
    throw fault ? badInput('cli-not-json', `${path}: line ${fault.line}, column ${fault.column}`, { cause: fault.cause.en, causeFr: fault.cause.fr }) : badInput('cli-json-too-deep', path);
  }
}

function yamlIn(path: string, text: string): unknown {
  const read = parseYaml(text);
  if ('document' in read) return read.document.value;
  throw new BadInput(read.faults.map(({ line, column, code }): Problem => ({
    severity: 'error', code: 'question-not-yaml', where: line === undefined ? path : `${path}: line ${line}, column ${column}`, parameters: { cause: yamlFaultInWords(code).en, causeFr: yamlFaultInWords(code).fr },
  })));
}

/** A table of settings of priority, as a search or an engineer wrote it. */
function settingsIn(path: string, text: string): ReadQuestion {
  const { value, problems } = readSettingsTable(path, text, tuningWords.fromTable);
  if (!value) throw new BadInput(problems);
  return { question: questionOfFile(basename(path), value), problems: [], sound: value };
}
