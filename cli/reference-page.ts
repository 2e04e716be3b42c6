import { stringify } from 'yaml';
import * as z from 'zod';
import { changeKinds } from '../scenarios/changes/change.ts';
import { changeTitles } from '../scenarios/language/questions.ts';
import { questionSchema } from '../scenarios/questions/question-schema.ts';

/** How the page begins: whoever writes one over another knows it by this. */
export const REFERENCE_HEAD = '# What a question can say';

/** As JSON Schema tells of a field. */
interface Described {
  type?: string; description?: string; properties?: Record<string, Described>; required?: string[]; items?: Described; oneOf?: Described[]; anyOf?: Described[];
  enum?: unknown[]; const?: unknown; default?: unknown; pattern?: string; minimum?: number; maximum?: number; exclusiveMinimum?: number; minItems?: number; maxItems?: number; minLength?: number; examples?: unknown[];
}

const described = (schema: z.ZodType): Described => z.toJSONSchema(schema, { io: 'input' }) as Described;

/** Every kind of change and every field, as their schemas have them, with an example of each kind. */
export function referencePage(): string {
  const kinds = Object.entries(changeKinds).map(([name, { schema }]) => ({ name: name as keyof typeof changeKinds, schema: described(schema) }));
  const question = described(questionSchema);
  return [
    REFERENCE_HEAD,
    'Written from the schemas by `npx jumeau schema -o docs/reference/changes.md`. How to use a file of one\'s own: [comparison](../models/comparison.md#your-own-changes).',
    '## A question', `${question.description} In YAML, JSON or TypeScript; a file may also hold the list of \`changes\` alone.`,
    table({ ...question, properties: { ...question.properties, changes: { type: 'array', description: question.properties!['changes']!.description!, minItems: 1 } } }),
    '## Changes', kinds.map(({ name, schema }) => `- [\`${name}\`](#${name}): ${changeTitles[name].en} (${changeTitles[name].fr}). ${schema.description}`).join('\n'),
    'Every change has `why`: where the idea comes from (ten letters or more, or `{ fr, en }`); reports print it.',
    ...kinds.flatMap(({ name, schema }) => [`### ${name}`, schema.description!, table(schema), `\`\`\`yaml\n${stringify(schema.examples, { lineWidth: 0, flowCollectionPadding: true }).trimEnd()}\n\`\`\``]),
  ].join('\n\n') + '\n';
}

const table = (schema: Described): string => ['| field | value | meaning |', '|---|---|---|', ...rows(schema, '')].join('\n');

/** One row a field, those within it below it. */
function rows({ properties = {}, required = [] }: Described, prefix: string): string[] {
  return Object.entries(properties).filter(([name]) => prefix !== '' || (name !== 'change' && name !== 'why' && name !== '$schema')).flatMap(([name, field]) => {
    const path = `${prefix}${name}`, isNeeded = required.includes(name);
    return [`| \`${path}\`${isNeeded ? '' : ' (may be left out)'} | ${cell(valueOf(field))} | ${cell(meaningOf(field))} |`, ...inner(field, path)];
  });
}

/** Fields of what a field holds: of the entries of a list, of every form that it may have. */
function inner(field: Described, path: string): string[] {
  const forms = field.oneOf ?? field.anyOf;
  if (forms) return [...new Set(forms.flatMap((form) => (isBothLanguages(form) ? [] : inner(form, path))))];
  if (field.items) return inner(field.items, `${path}[]`);
  return field.properties ? rows(field, `${path}.`) : [];
}

const isBothLanguages = ({ properties }: Described): boolean => properties !== undefined && Object.keys(properties).join() === 'fr,en';

const meaningOf = (field: Described): string => `${field.description ?? ''}${field.default === undefined ? '' : `${field.description ? '; ' : ''}without it: \`${JSON.stringify(field.default)}\``}`;

/** What may stand there, in words. */
function valueOf(field: Described): string {
  const forms = field.oneOf ?? field.anyOf;
  if (forms) return [...new Set(forms.map((form) => (isBothLanguages(form) ? '`{ fr, en }`' : valueOf(form))))].join(' or ');
  if (field.const !== undefined) return `\`${JSON.stringify(field.const)}\``;
  // Names of all figures would fill the page; the command lists them.
  if (field.enum) return field.enum.length > 20 ? `one of ${field.enum.length} words` : field.enum.map((word) => `\`${String(word)}\``).join(', ');
  switch (field.type) {
    case 'number': case 'integer': return `${field.type === 'integer' ? 'whole number' : 'number'}${range(field)}`;
    case 'array': return `list${counted(field)}${field.items && !field.items.properties ? ` of ${valueOf(field.items)}` : ''}`;
    case 'boolean': return '`true` or `false`';
    case 'object': return 'fields';
    default: return field.minLength === undefined ? 'text' : `text of ${field.minLength} letters or more`;
  }
}

function range({ minimum, exclusiveMinimum, maximum }: Described): string {
  const isBound = (limit: number | undefined): limit is number => limit !== undefined && Math.abs(limit) < Number.MAX_SAFE_INTEGER;
  const least = isBound(exclusiveMinimum) ? `above ${exclusiveMinimum}` : isBound(minimum) ? `${minimum}` : '';
  if (!isBound(maximum)) return least === '' ? '' : `, ${least}${isBound(exclusiveMinimum) ? '' : ' or more'}`;
  return least === '' ? `, ${maximum} or less` : `, ${least} to ${maximum}`;
}

const counted = ({ minItems = 0, maxItems }: Described): string => (maxItems !== undefined ? ` (${minItems} to ${maxItems})` : minItems > 1 ? ` (${minItems} or more)` : '');

const cell = (text: string): string => text.replaceAll('|', '\\|');
