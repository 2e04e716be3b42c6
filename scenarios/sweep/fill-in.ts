import type { Level } from './sweep-file.ts';

/** Steps from the top of a file to one of its fields. */
export type Path = readonly (string | number)[];

/** Where a parameter stands in place of a value. */
export interface ParameterUse { name: string; path: Path }

/** `{ parameter: NAME }`, and nothing beside it. */
const parameterIn = (value: object): string | undefined => {
  const name = (value as { parameter?: unknown }).parameter;
  return typeof name === 'string' && Object.keys(value).length === 1 ? name : undefined;
};

/** Every parameter that stands for a value anywhere in what was written. */
export function parametersIn(value: unknown, path: Path = []): ParameterUse[] {
  if (value === null || typeof value !== 'object') return [];
  const name = parameterIn(value);
  if (name !== undefined) return [{ name, path }];
  return Object.entries(value).flatMap(([field, inner]) => parametersIn(inner, [...path, Array.isArray(value) ? Number(field) : field]));
}

/** The same with a value for each parameter. */
export function fillIn(value: unknown, levels: ReadonlyMap<string, Level>): unknown {
  if (value === null || typeof value !== 'object') return value;
  const name = parameterIn(value);
  if (name !== undefined) return levels.get(name);
  if (Array.isArray(value)) return value.map((inner: unknown) => fillIn(inner, levels));
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, fillIn(inner, levels)]));
}
