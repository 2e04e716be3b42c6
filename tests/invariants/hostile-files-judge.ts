// What every import owes to every file, however broken.
import { expect } from 'vitest';
import { checkTwin } from '../../data/build/check-twin.ts';
import type { Checked } from '../../engine/foundation/problem.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { twinFromBytes, twinToBytes } from '../../engine/twin/bytes.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { problemWords } from '../../scenarios/language/problems.ts';

/** A twin that is whole, or problems with an error among them; each problem with words. */
export function judge({ value: twin, problems }: Checked<Twin>): void {
  for (const { code, parameters, severity, where } of problems) {
    expect(['error', 'warning']).toContain(severity);
    expect(typeof where).toBe('string');
    expect(problemWords[code], code).toBeDefined();
    const given = Object.values(parameters).map(String);
    for (const value of given) expect(value.length, code).toBeLessThan(10_000);
    // What the file itself says may be "NaN", one text or several in lines; the words around it may not. Longer texts first: a short one may stand in them.
    const aroundGiven = (text: string): string => given.flatMap((value) => [value, ...value.split('\n')]).sort((one, other) => other.length - one.length).reduce((rest, value) => (value === '' ? rest : rest.replaceAll(value, '')), text);
    for (const language of ['fr', 'en'] as const) expect(aroundGiven(problemWords[code]![language](parameters)), code).not.toMatch(/undefined|NaN|\[object/);
  }
  if (twin === undefined) {
    expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
    return;
  }
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(checkTwin(twin).filter(({ severity }) => severity === 'error')).toEqual([]);
  for (const value of [twin.facts.originLatitudeDeg, twin.facts.originLongitudeDeg, twin.facts.stepS, twin.facts.defaultFromS, twin.facts.defaultUntilS]) expect(Number.isFinite(value)).toBe(true);
  expect(twinFromBytes(twinToBytes(twin))).toBeDefined();
}

/** Values that files carry by accident or by malice. */
const nasty = [
  '', ' ', 'NaN', 'Infinity', '-Infinity', '-1', '0', '-0', '1e308', '-1e308', '1e-320', '999999999999', '4294967296', '0x10', '1,2', 'x', 'null', '__proto__', 'constructor',
  'toString', 'é\u0000ü', '25:61:61', '-12:00:00', 'a'.repeat(5000), '../../x', ':', ';', '0,0 0,0', 'exp(0)', 'normc(,)', '&amp;', 'a b', '%00',
];

/** Draws of one mutation: the same for the same seed. */
export function draws(seed: number): { share(): number; below(count: number): number } {
  let tick = 0;
  const share = (): number => randomShare(seed, 7001, 0, tick++);
  return { share, below: (count) => Math.floor(share() * count) };
}

/** Pieces of text that stand between these marks, as [start, end): attribute values, fields. */
export const spansOf = (text: string, pattern: RegExp): [number, number][] =>
  [...text.matchAll(pattern)].map((match) => [match.index + match[0].indexOf(match[1]!, match[0].length - match[1]!.length - 1), match.index + match[0].length - 1]);

/** A text with one to four things wrong with it. `values`: matches a value in group 1, followed by one more character. */
export function mutated(text: string, seed: number, values: RegExp): string {
  const { below } = draws(seed);
  let result = text;
  for (let times = 1 + below(4); times > 0; times--) {
    const kind = below(8);
    if (kind <= 3) {
      const spans = spansOf(result, values);
      if (spans.length === 0) continue;
      const [from, until] = spans[below(spans.length)]!, [otherFrom, otherUntil] = spans[below(spans.length)]!;
      const value = kind === 0 ? result.slice(otherFrom, otherUntil) : nasty[below(nasty.length)]!;
      result = result.slice(0, from) + value + result.slice(until);
    } else if (kind <= 5) {
      const lines = result.split('\n'), line = below(lines.length);
      if (kind === 4) lines.splice(line, 1); else lines.splice(below(lines.length), 0, lines[line]!);
      result = lines.join('\n');
    } else if (kind === 6) {
      const from = below(result.length);
      result = result.slice(0, from) + result.slice(from + below(40));
    } else result = result.slice(0, below(20) === 0 ? below(result.length) : result.length);
  }
  return result;
}

/** Bytes with a few of them changed, or cut. */
export function mutatedBytes(bytes: Uint8Array, seed: number): Uint8Array {
  const { below } = draws(seed);
  const result = bytes.slice(0, below(4) === 0 ? below(bytes.length) : bytes.length);
  for (let times = 1 + below(6); times > 0 && result.length > 0; times--) result[below(result.length)] = below(256);
  return result;
}
