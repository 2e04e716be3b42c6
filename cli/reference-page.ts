import { stringify } from 'yaml';
import * as z from 'zod';
import { changeKinds } from '../scenarios/changes/change.ts';
import { fieldMeaning } from '../scenarios/language/field-meanings.ts';
import { wordsIn, type Language, type WordsOf } from '../scenarios/language/language.ts';
import { changeTitles } from '../scenarios/language/questions.ts';
import { referenceWords } from '../scenarios/language/reference.ts';
import { questionSchema } from '../scenarios/questions/question-schema.ts';

/** How the page begins, in each language: whoever writes one over another knows it by this. */
export const REFERENCE_HEADS = Object.values(referenceWords.head);

/** As JSON Schema tells of a field. */
interface Described {
  type?: string; description?: string; properties?: Record<string, Described>; required?: string[]; items?: Described; oneOf?: Described[]; anyOf?: Described[];
  enum?: unknown[]; const?: unknown; default?: unknown; pattern?: string; minimum?: number; maximum?: number; exclusiveMinimum?: number; minItems?: number; maxItems?: number; minLength?: number; examples?: unknown[];
}

/** What the page is written with. */
interface Pen { words: WordsOf<typeof referenceWords>; language: Language }

const described = (schema: z.ZodType): Described => z.toJSONSchema(schema, { io: 'input' }) as Described;

/** Every kind of change and every field, as their schemas have them, with an example of each kind. */
export function referencePage(language: Language): string {
  const words = wordsIn(referenceWords, language), pen: Pen = { words, language }, meaning = (schema: Described): string => fieldMeaning(schema.description!, language);
  const kinds = Object.entries(changeKinds).map(([name, { schema }]) => ({ name: name as keyof typeof changeKinds, schema: described(schema) }));
  const question = described(questionSchema), other: Language = language === 'en' ? 'fr' : 'en';
  return [
    words.head, words.about, words.question, `${meaning(question)} ${words.forms}`,
    table({ ...question, properties: { ...question.properties, changes: { type: 'array', description: question.properties!['changes']!.description!, minItems: 1 } } }, pen),
    words.changes, kinds.map(({ name, schema }) => `- [\`${name}\`](#${name})${language === 'fr' ? '\u00a0' : ''}: ${changeTitles[name][language]} (${changeTitles[name][other]}). ${meaning(schema)}`).join('\n'),
    words.why,
    ...kinds.flatMap(({ name, schema }) => [`### ${name}`, meaning(schema), table(schema, pen), `\`\`\`yaml\n${stringify(schema.examples, { lineWidth: 0, flowCollectionPadding: true }).trimEnd()}\n\`\`\``]),
  ].join('\n\n') + '\n';
}

const table = (schema: Described, pen: Pen): string => [pen.words.table, '|---|---|---|', ...rows(schema, '', pen)].join('\n');

/** One row a field, those within it below it. `beside`: the field that tells this form of the whole from its others. */
function rows({ properties = {}, required = [] }: Described, prefix: string, pen: Pen, beside?: string): string[] {
  return Object.entries(properties).filter(([name, { const: only }]) => only === undefined && (prefix !== '' || (name !== 'why' && name !== '$schema'))).flatMap(([name, field]) => {
    const path = `${prefix}${name}`, isNeeded = required.includes(name);
    const only = beside === undefined || isNeeded ? '' : pen.words.beside(`\`${beside}\``);
    return [`| \`${path}${isNeeded ? '' : '?'}\` | ${cell(valueOf(field, pen))} | ${cell(`${only}${meaningOf(field, pen)}`)} |`, ...inner(field, path, pen)];
  });
}

/** Fields of what a field holds: of the entries of a list, of every form that it may have. */
function inner(field: Described, path: string, pen: Pen): string[] {
  const forms = field.oneOf ?? field.anyOf;
  if (forms) return [...new Set(forms.flatMap((form) => (isBothLanguages(form) ? [] : form.properties ? rows(form, `${path}.`, pen, nameOf(form)) : inner(form, path, pen))))];
  if (field.items) return inner(field.items, `${path}[]`, pen);
  return field.properties ? rows(field, `${path}.`, pen) : [];
}

/** What tells a form from the others: its first field that must be there, with its word where only one may stand. */
function nameOf({ properties = {}, required: [first] = [] }: Described): string | undefined {
  const only = first === undefined ? undefined : properties[first]!.const;
  return only === undefined ? first : `${first}: ${JSON.stringify(only)}`;
}

const isBothLanguages = ({ properties }: Described): boolean => properties !== undefined && Object.keys(properties).join() === 'fr,en';

function meaningOf({ description, default: usual }: Described, { words, language }: Pen): string {
  const said = description === undefined ? [] : [fieldMeaning(description, language)];
  return [...said, ...(usual === undefined ? [] : [words.withoutIt(`\`${JSON.stringify(usual)}\``)])].join(language === 'fr' ? '\u202f; ' : '; ');
}

/** What may stand there, in words. */
function valueOf(field: Described, pen: Pen): string {
  const { words } = pen, forms = field.oneOf ?? field.anyOf;
  if (forms) return [...new Set(forms.map((form) => (form.properties ? `\`{ ${fieldsOf(form)} }\`` : valueOf(form, pen))))].join(words.or);
  if (field.const !== undefined) return `\`${JSON.stringify(field.const)}\``;
  // Names of all figures would fill the page; the command lists them.
  if (field.enum) return field.enum.length > 20 ? words.oneOf(String(field.enum.length)) : field.enum.map((word) => `\`${String(word)}\``).join(', ');
  switch (field.type) {
    case 'number': case 'integer': return [field.type === 'integer' ? words.whole : words.number, ...range(field, pen)].join(', ');
    case 'array': return `${words.list}${counted(field, pen)}${field.items && !field.items.properties ? words.listOf(valueOf(field.items, pen)) : ''}`;
    case 'boolean': return words.truth;
    case 'object': return words.fields;
    default: return field.minLength === undefined ? words.text : words.textOf(String(field.minLength));
  }
}

/** Names of the fields of one form of several, with the word that tells it from the others. */
const fieldsOf = ({ properties = {}, required = [] }: Described): string =>
  Object.entries(properties).map(([name, { const: only }]) => `${name}${required.includes(name) ? '' : '?'}${only === undefined ? '' : `: ${JSON.stringify(only)}`}`).join(', ');

function range({ minimum, exclusiveMinimum, maximum }: Described, { words }: Pen): string[] {
  const isBound = (limit: number | undefined): limit is number => limit !== undefined && Math.abs(limit) < Number.MAX_SAFE_INTEGER;
  const open = isBound(exclusiveMinimum), least = open ? words.above(String(exclusiveMinimum)) : isBound(minimum) ? String(minimum) : undefined;
  if (!isBound(maximum)) return least === undefined ? [] : [open ? least : words.orMore(least)];
  return [least === undefined ? words.orLess(String(maximum)) : words.upTo(least, String(maximum))];
}

const counted = ({ minItems = 0, maxItems }: Described, { words }: Pen): string =>
  (maxItems !== undefined ? words.count(String(minItems), String(maxItems)) : minItems > 1 ? words.countFrom(String(minItems)) : '');

const cell = (text: string): string => text.replaceAll('|', '\\|');
