// Goal: no two things in a run are drawn by the same random numbers.
import { expect, test } from 'vitest';
import { drawsOf } from '../../engine/foundation/random.ts';
import { projectFiles, read } from './sources.ts';

/** What `randomNormal` adds to a purpose from one of its twelve draws to the next. */
const NORMAL_STEP = 0x10000, NORMAL_DRAWS = 12;

/** Every number that the engine draws for, by the name of its file and its own: `purposes = { arrival: 201 }`, `FLEET_PURPOSE = 601`. */
const purposes = projectFiles().filter((path) => /^engine\/.*\.ts$/.test(path)).flatMap((path) => {
  const content = read(path), tables = [...content.matchAll(/\bpurposes = \{([^}]*)\}/g)].flatMap(([, rows]) => [...rows!.matchAll(/(\w+): (\d+)/g)]);
  return [...tables, ...content.matchAll(/\b(\w*PURPOSE) = (\d+)/g)].map(([, name, value]) => ({ name: `${path}: ${name}`, purpose: Number(value) }));
});

test('every purpose is found: as many as the files that draw name', () => {
  const drawn = projectFiles().filter((path) => /^engine\/(?!foundation).*\.ts$/.test(path)).flatMap((path) => [...read(path).matchAll(/\bpurposes\.(?!ts')(\w+)/g)].map(([, name]) => `${path.split('/').slice(0, 2).join('/')}/purposes.ts: ${name}`));
  const known = new Set(purposes.map(({ name }) => name));
  expect(drawn.length).toBeGreaterThan(10);
  expect([...new Set(drawn)].filter((name) => !known.has(name))).toEqual([]);
});

test('no two are the same number, nor are when a normal draw has added to one of them', () => {
  const byNumber = new Map<number, string[]>();
  for (const { name, purpose } of purposes) byNumber.set(purpose % NORMAL_STEP, [...(byNumber.get(purpose % NORMAL_STEP) ?? []), name]);
  expect([...byNumber.values()].filter((same) => same.length > 1)).toEqual([]);
  expect(purposes.filter(({ purpose }) => purpose >= NORMAL_STEP)).toEqual([]);
});

test('what is drawn for one is not what is drawn for another', () => {
  const draws = purposes.flatMap(({ purpose }) => Array.from({ length: NORMAL_DRAWS }, (_, draw) => drawsOf(1, purpose + draw * NORMAL_STEP)));
  expect(new Set(draws).size).toBe(draws.length);
});
