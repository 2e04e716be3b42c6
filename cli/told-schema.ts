import { fieldMeaning } from '../scenarios/language/field-meanings.ts';
import type { Language } from '../scenarios/language/language.ts';
import { questionJsonSchema } from '../scenarios/questions/json-schema.ts';

/** What a file of a question may hold, for editors, with what fields mean in one language. */
export const toldSchema = (language: Language): Record<string, unknown> => told(questionJsonSchema(), language) as Record<string, unknown>;

function told(schema: unknown, language: Language): unknown {
  if (Array.isArray(schema)) return schema.map((one) => told(one, language));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, key === 'description' && typeof value === 'string' ? fieldMeaning(value, language) : told(value, language)]));
}
