// Goal: what editors are told of a question (JSON Schema, the reference page) is what the command takes, for every question of the library and for files broken at random.
import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { referencePage } from '../../cli/reference-page.ts';
import { toldSchema } from '../../cli/told-schema.ts';
import { randomBits } from '../../engine/foundation/random.ts';
import { changeKinds } from '../../scenarios/changes/change.ts';
import { knownMeanings } from '../../scenarios/language/field-meanings.ts';
import { questions } from '../../scenarios/questions/library.ts';
import { expectationSchema, questionFileSchema, questionSchema } from '../../scenarios/questions/question-schema.ts';

const validate = new Ajv({ strict: false }).compile(toldSchema('en'));
const accepts = (given: unknown): boolean => validate(given) as boolean;

const ofLibrary = questions.filter(({ changes }) => changes.length > 0).map(({ found: _, against: _against, ...question }) => question as unknown);
const examples = Object.values(changeKinds).flatMap(({ schema }) => schema.meta()!.examples as unknown[]);
const copyOf = (given: unknown): unknown => JSON.parse(JSON.stringify(given));

test('editors accept every question of the library, its changes alone, and every example', () => {
  expect(ofLibrary.length).toBeGreaterThan(5);
  for (const question of ofLibrary) for (const given of [question, (question as { changes: unknown }).changes]) expect([given, accepts(copyOf(given)), validate.errors]).toEqual([given, true, null]);
  expect(examples.length).toBeGreaterThanOrEqual(Object.keys(changeKinds).length);
  for (const example of examples) expect([example, accepts([example])]).toEqual([example, true]);
});

/** One field somewhere in it dropped, renamed, added, or given a value of another kind or size. */
function broken(given: unknown, draw: (below: number) => number): unknown {
  const places: [Record<string, unknown>, string][] = [], copy = copyOf(given);
  const visit = (one: unknown): void => {
    if (typeof one !== 'object' || one === null) return;
    for (const key of Object.keys(one)) { places.push([one as Record<string, unknown>, key]); visit((one as Record<string, unknown>)[key]); }
  };
  visit(copy);
  const [at, key] = places[draw(places.length)]!, values = [null, '', 'x', -1, 0, 0.5, 1e9, true, [], {}, ['all'], '25:00', 'all', { street: 'x' }, { links: [] }];
  switch (draw(4)) {
    case 0: if (!Array.isArray(at)) delete at[key]; break;
    case 1: if (!Array.isArray(at)) { at[`${key}s`] = at[key]; delete at[key]; } break;
    case 2: if (!Array.isArray(at)) at['further'] = 1; break;
    default: at[key] = values[draw(values.length)];
  }
  return copy;
}

const count = process.env['JUMEAU_PROOF'] === '1' ? 20_000 : 1_000;
test(`a file that the command refuses for its form editors refuse too, and no other (${count} broken files)`, () => {
  const whole = [...ofLibrary, ...examples.map((example) => [example])];
  let refused = 0;
  for (let seed = 0; seed < count; seed++) {
    let draws = 0;
    const draw = (below: number) => randomBits(seed, 1, 0, draws++) % below;
    const given = broken(whole[draw(whole.length)], draw), isTaken = questionFileSchema.safeParse(given).success;
    refused += Number(!isTaken);
    expect([seed, JSON.stringify(given), accepts(given)]).toEqual([seed, JSON.stringify(given), isTaken]);
  }
  // Most of what is broken at random is wrong, and not all of it.
  expect(refused / count).toBeGreaterThan(0.5);
  expect(refused / count).toBeLessThan(1);
});

test('the reference page is what the schemas say today: npx jumeau schema -o docs/reference/changes.md', () => {
  expect(readFileSync(new URL('../../docs/reference/changes.md', import.meta.url), 'utf8')).toBe(referencePage('en'));
});

/** Every field of a schema, at any depth: its path, and what it says of itself. `why` and words in both languages say it once, above. */
function fieldsOf(schema: { [key: string]: unknown }, path = ''): [path: string, meaning: string | undefined][] {
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, { description?: string; const?: unknown }>);
  const own = properties.filter(([name, { const: only }]) => only === undefined && name !== 'fr' && name !== 'en').map(([name, { description }]): [string, string | undefined] => [`${path}.${name}`, description]);
  const below = Object.entries(schema).flatMap(([key, value]) => (typeof value === 'object' && value !== null && key !== 'examples' ? fieldsOf(value as never, `${path}.${key}`) : []));
  return [...own, ...below];
}

test('every field of every kind of change says what it means in both languages, and the French has no sentence that no field says', () => {
  const english = fieldsOf(toldSchema('en')), french = new Map(fieldsOf(toldSchema('fr')));
  expect(english.length).toBeGreaterThan(200);
  expect(english.filter(([, meaning]) => meaning === undefined)).toEqual([]);
  expect(english.filter(([path, meaning]) => french.get(path) === undefined || french.get(path) === meaning)).toEqual([]);
  const kinds = Object.values(changeKinds).map(({ schema }) => schema.meta()!.description), said = new Set([...english.map(([, meaning]) => meaning), ...kinds, ...[questionSchema, expectationSchema].map((one) => one.meta()!.description)]);
  expect(knownMeanings.filter((one) => !said.has(one))).toEqual([]);
});

test('the page in French has no English left of what fields mean, and tells forms apart', () => {
  const page = referencePage('fr');
  expect(knownMeanings.filter((one) => page.includes(`| ${one} |`))).toEqual([]);
  for (const english of ['left out', 'whole number', 'without it', 'or more']) expect(page).not.toContain(english);
  expect(referencePage('en')).toContain('| `where` | `{ street, commune? }` or `{ links }` or `{ commune, classes? }` or `{ classes }` |');
  expect(referencePage('en')).toContain('| `where.classes?` | list of `motorway`');
});
