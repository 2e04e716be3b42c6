import * as z from 'zod';
import { questionFileSchema } from './question-schema.ts';

const TITLE = 'Jumeau: a question, or a list of changes';

/** How such a file begins: whoever writes one over another knows it by this. */
export const SCHEMA_HEAD = `{\n  "title": ${JSON.stringify(TITLE)}`;

/** What a file of a question may hold, for editors that complete and check it: JSON Schema, draft 7, which all of them know. */
export function questionJsonSchema(): Record<string, unknown> {
  return { title: TITLE, ...z.toJSONSchema(questionFileSchema, { io: 'input', target: 'draft-7' }) };
}
