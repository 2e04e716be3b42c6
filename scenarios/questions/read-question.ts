import type { Problem } from '../../engine/foundation/problem.ts';
import type { Text, Wording } from '../../engine/foundation/text.ts';
import type { Change } from '../changes/change.ts';
import { readEachChange } from '../changes/read-changes.ts';
import type { ReadInPart } from '../changes/read-in-part.ts';
import { shapeProblems } from '../changes/shape-problems.ts';
import { figureFaults } from './figure-faults.ts';
import { questionNamed } from './library.ts';
import { questionOfFile } from './own-question.ts';
import { questionSchema } from './question-schema.ts';
import type { Question } from './question.ts';

/** A question as far as it could be read: problems in its place, or beside it changes that can be held against a city all the same, and of others what is right in them. */
export interface ReadQuestion { question?: Question; problems: readonly Problem[]; sound: readonly (Change | undefined)[]; parts?: readonly (ReadInPart | undefined)[] }

const headSchema = questionSchema.omit({ changes: true });

/**
 * A question as someone wrote it, or its changes alone, from JSON, YAML or TypeScript. `file`: where it stands, its name where it gives none.
 * A problem's `where` is the path of the field from the top of the document, 'changes.0.zone' where the document is the list itself too.
 */
export function readQuestion(file: string, given: unknown): ReadQuestion {
  if (Array.isArray(given)) return withChanges(file, given, {}, []);
  if (typeof given !== 'object' || given === null) return { problems: [{ severity: 'error', code: 'changes-not-a-list', where: '', parameters: {} }], sound: [] };
  const { changes, ...head } = given as Record<string, unknown>, read = headSchema.safeParse(head, { reportInput: true });
  const problems = [...(read.success ? [] : shapeProblems(read.error.issues, questionSchema, '')), ...nameTaken(head['name']), ...figureFaults(read.data ?? {})];
  if (changes === undefined) {
    const isMistyped = problems.some(({ parameters: { near } }) => near === 'changes');
    return { problems: isMistyped ? problems : [...problems, { severity: 'error', code: 'change-missing-field', where: 'changes', parameters: { field: 'changes' } }], sound: [] };
  }
  return withChanges(file, changes, read.data ?? {}, problems);
}

/** Another question under a name of the library would be taken for that one wherever results are listed. */
const nameTaken = (name: unknown): Problem[] =>
  (typeof name === 'string' && questionNamed(name) ? [{ severity: 'error', code: 'question-name-taken', where: 'name', parameters: { name } }] : []);

function withChanges(file: string, given: unknown, head: Partial<ReturnType<typeof headSchema.parse>>, known: readonly Problem[]): ReadQuestion {
  const { changes, parts, problems: ofChanges } = readEachChange(given), problems = [...known, ...ofChanges];
  if (changes.length === 0 && ofChanges.length === 0) problems.push({ severity: 'error', code: 'question-no-changes', where: '', parameters: {} });
  if (problems.length > 0) return { problems, sound: changes, parts };
  const { name = file, title, question, when, seeds, indicators, expected } = head, usual = questionOfFile(name, changes as Change[]);
  return {
    problems, sound: changes,
    question: {
      ...usual,
      ...(title === undefined ? {} : titled(inBoth(title))), ...(question === undefined ? {} : { question: inBoth(question) }),
      ...(when ? { when, ownSpan: true } : {}), ...(seeds === undefined ? {} : { seeds }), ...(indicators || expected ? { indicators: [...new Set([...(indicators ?? []), ...(expected ?? []).map(({ indicator }) => indicator), ...(indicators ? [] : usual.indicators)])] } : {}), ...(expected ? { expected } : {}),
    },
  };
}

/** What is asked where only a title is said: a page is handed on to people who know no file. */
const titled = (title: Text): Pick<Question, 'title' | 'question'> => ({ title, question: { fr: `Que fait ce changement : ${title.fr} ?`, en: `What does this change do: ${title.en}?` } });

const inBoth = (wording: Wording): Text => (typeof wording === 'string' ? { fr: wording, en: wording } : wording);
