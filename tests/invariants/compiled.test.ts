// Goal: code compiled from TypeScript counts as TypeScript does, number by number, and what cannot be compiled is said with its place.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { columnsIn, copyInto, liesIn, makeRunMemory, openRunMemory, takeBytes } from '../../engine/compiled/run-memory.ts';
import { layoutOf } from '../../engine/compiled/layout.ts';
import { compile, type Offered } from '../../cli/setup/compile/compile.ts';
import { transformSync } from 'esbuild';
import { drawnShare } from '../../engine/foundation/random.ts';

const folder = `${mkdtempSync(join(tmpdir(), 'jumeau-compiled-'))}/`;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Numeric = (...numbers: number[]) => number;

/** The functions of a small source, as TypeScript and compiled. `numbers`: how each is handed its numbers. */
async function both(name: string, text: string, numbers: Readonly<Record<string, Offered['numbers']>>): Promise<Record<string, { plain: Numeric; compiled: Numeric }>> {
  const root = `${folder}${name}/`;
  mkdirSync(root);
  writeFileSync(`${root}tsconfig.json`, '{ "compilerOptions": { "target": "ES2022", "module": "ESNext", "strict": true } }');
  writeFileSync(`${root}source.ts`, text);
  const offered = Object.entries(numbers).map(([function_, kinds]): Offered => ({ file: 'source.ts', name: function_, objects: [], numbers: kinds ?? [] }));
  const module = new WebAssembly.Module(compile(root, { entry: 'source.ts', roots: {}, offered }) as Uint8Array<ArrayBuffer>);
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65_536, shared: true }), cells = new WebAssembly.Global({ value: 'i32' }, 0);
  const { exports } = new WebAssembly.Instance(module, { engine: { memory, cells } });
  const plain = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(transformSync(text, { loader: 'ts', format: 'esm' }).code)}`) as Record<string, Numeric>;
  return Object.fromEntries(offered.map(({ name: one }) => [one, { plain: plain[one]!, compiled: exports[one] as Numeric }]));
}

const whole = [-2147483648, -70_000, -7, -1, 0, 1, 2, 3, 10, 255, 65_536, 2147483647], fractions = [-Infinity, -1e300, -2.5, -0.3, -0, 0, 1e-12, 0.1, 0.5, 1, 2.75, 13.89, 1e9, Infinity, NaN];

describe('the memory of a run', () => {
  test('knows its own columns, grown or not, and none of another run', () => {
    const one = makeRunMemory()!, other = makeRunMemory()!, column = copyInto(one, Float64Array.of(1, 2, 3), 100_000);
    expect([liesIn(one, column), liesIn(other, column), liesIn(one, new Float64Array(3)), liesIn(one, new Float64Array(new SharedArrayBuffer(1 << 20)))]).toEqual([true, false, false, false]);
    const before = one.memory.buffer, large = columnsIn(one).make(Float64Array, 4_000_000);
    expect(one.memory.buffer).not.toBe(before);
    expect([liesIn(one, large), liesIn(one, column), liesIn(openRunMemory(one.memory), column)]).toEqual([true, true, true]);
    large.fill(7);
    const longer = columnsIn(one).lengthen(column, 60_000);
    expect([longer.byteOffset, longer.length, longer[0], longer[2], longer[3], longer[59_999]]).toEqual([column.byteOffset, 60_000, 1, 3, 0, 0]);
    expect(columnsIn(one).lengthen(column, 200_000).slice(0, 4)).toEqual(Float64Array.of(1, 2, 3, 0));
  });

  test('says so when a run is too large for it', () => {
    const run = makeRunMemory()!;
    expect(() => takeBytes(run, 2 ** 32)).toThrow('more than 4 GB');
    expect(takeBytes(run, 8)).toBeLessThan(1000);
  });
});

describe('compiled functions', () => {
  test('operators on fractions give the bits of JavaScript', async () => {
    const functions = await both('fractions', `
      export function sum(a: number, b: number): number { return a + b - 0.5 * a; }
      export function quotient(a: number, b: number): number { return a / b; }
      export function least(a: number, b: number): number { return Math.min(a, b, 3); }
      export function greatest(a: number, b: number): number { return Math.max(0, a, b); }
      export function root(a: number, b: number): number { return Math.sqrt(a * a + Math.abs(b)); }
      export function steps(a: number, b: number): number { return Math.floor(a) + Math.ceil(b); }
      export function order(a: number, b: number): number { return (a < b ? 1 : 0) + (a <= b ? 2 : 0) + (a === b ? 4 : 0) + (a !== b ? 8 : 0) + (a > b ? 16 : 0) + (a >= b ? 32 : 0); }
      export function sign(a: number, b: number): number { return Number.isNaN(a) ? -b : -a; }
      export function branch(a: number, b: number): number { let c = 0; if (a > b && b > 0) c = a; else if (!(a < b) || b < -1) c = 7; return c; }
    `, Object.fromEntries(['sum', 'quotient', 'least', 'greatest', 'root', 'steps', 'order', 'sign', 'branch'].map((name) => [name, ['f64', 'f64']])));
    for (const [name, { plain, compiled }] of Object.entries(functions)) {
      for (const a of fractions) for (const b of fractions) expect(compiled(a, b), `${name}(${a}, ${b})`).toBe(plain(a, b));
    }
  });

  test('operators on whole numbers and bits do too', async () => {
    const functions = await both('whole', `
      export function both(a: number, b: number): number { return (a & b) + (a | 0) - (a ^ b); }
      export function shifts(a: number, b: number): number { return (a << (b & 7)) ^ (a >> 3) ^ (a >>> 5); }
      export function unsigned(a: number, b: number): number { return ((a ^ b) >>> 0) / 4294967296; }
      export function product(a: number, b: number): number { return Math.imul(a, b); }
      export function half(a: number, b: number): number { return a / 2 + b; }
      export function extremes(a: number, b: number): number { return Math.min(a, b) === a ? Math.max(b, 3) : Math.abs(b < -9 ? -9 : b); }
    `, Object.fromEntries(['both', 'shifts', 'unsigned', 'product', 'half', 'extremes'].map((name) => [name, ['i32', 'i32']])));
    // A sum of whole numbers beyond 32 bits is the one thing that differs, and no row or count comes near it.
    const small = whole.filter((a) => Math.abs(a) < 1e5);
    for (const [name, { plain, compiled }] of Object.entries(functions)) {
      for (const a of name === 'both' ? small : whole) for (const b of name === 'both' ? small : whole) expect(compiled(a, b), `${name}(${a}, ${b})`).toBe(plain(a, b));
    }
  });

  test('a local is whole only as long as nothing else is put into it, wherever that is', async () => {
    const { total, called, kept } = await both('kinds', `
      const half = (a: number): number => a / 2;
      const twice = (a: number): number => a + a;
      export function total(a: number): number { let sum = 0; for (let k = 0; k < a; k++) { if (k === 3) continue; if (k > 8) break; sum += half(k); } return sum; }
      export function called(a: number): number { return twice(a) + twice(0.25); }
      export function kept(a: number): number { let b = 1; const c = b++ + b; let d = (b += 2); do { d--; if (d === 1) continue; b = b * 2; } while (d > 0 && b < 100); while (a > 0) { a--; b += a; } return b + c + d; }
    `, { total: ['i32'], called: ['i32'], kept: ['i32'] });
    for (let a = 0; a < 14; a++) for (const { plain, compiled } of [total!, called!, kept!]) expect(compiled(a)).toBe(plain(a));
  });

  test('columns of every width, plain numbers of objects, and what may be missing', async () => {
    const text = `
      export interface State { f64: Float64Array; f32: Float32Array; i32: Int32Array; u16: Uint16Array; u8: Uint8Array; i8: Int8Array; foundCount: number; sumM: number; isOpen: boolean; part: { rows: Int32Array } | undefined; log?: { see(row: number, valueM: number): void } }
      const at = ({ i32 }: State, row: number): number => i32[row]!;
      export function work(state: State, count: number): number {
        const { f64, f32, i32, u16, u8, i8 } = state;
        u8.fill(0);
        for (let row = 0; row < count; row++) {
          f64[row]! += 0.1 * row; f32[row] = f64[row]! / 3; i32[row]! -= 2 * row; u16[row] = row * 7001; i8[row] = -row; u8[state.foundCount++] = u16[row]! + i8[row]!;
          state.sumM += f32[row]! + at(state, row) + u16[row]! + u8[row]!;
          if (state.part !== undefined) state.part.rows[row]!++;
          Atomics.or(i32, 0, row & 4);
          state.log?.see(row, f32[row]!);
        }
        state.isOpen = state.sumM > 3;
        const before = Atomics.add(i32, 1, 5), old = i32[2]!++;
        return before + old + (state.part ? 100 : 0) + Atomics.exchange(i32, 3, 9) + (state.isOpen ? 1000 : 0);
      }`;
    interface State { [name: string]: unknown }
    const rows = 9, kinds = { f64: Float64Array, f32: Float32Array, i32: Int32Array, u16: Uint16Array, u8: Uint8Array, i8: Int8Array };
    const filled = (hasPart: boolean, make: (Kind: Float64ArrayConstructor) => Float64Array, see: (row: number, valueM: number) => void): State => ({
      ...Object.fromEntries(Object.entries(kinds).map(([name, Kind]) => { const column = make(Kind as unknown as Float64ArrayConstructor); for (let row = 0; row < rows; row++) column[row] = 3 + row; return [name, column]; })),
      foundCount: 0, sumM: 0.25, isOpen: false, part: hasPart ? { rows: make(Int32Array as unknown as Float64ArrayConstructor) } : undefined, log: { see },
    });
    const root = `${folder}places/`;
    mkdirSync(root);
    writeFileSync(`${root}tsconfig.json`, '{ "compilerOptions": { "target": "ES2022", "module": "ESNext", "strict": true } }');
    writeFileSync(`${root}source.ts`, text);
    const module = new WebAssembly.Module(compile(root, { entry: 'source.ts', roots: { state: { file: 'source.ts', type: 'State' } }, offered: [{ file: 'source.ts', name: 'work', objects: ['state'], numbers: ['i32'] }] }) as Uint8Array<ArrayBuffer>);
    const { work } = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(transformSync(text, { loader: 'ts', format: 'esm' }).code)}`) as { work(state: State, count: number): number };
    for (const hasPart of [true, false]) {
      const seen: number[][] = [[], []], plain = filled(hasPart, (Kind) => new Kind(rows), (row, valueM) => seen[0]!.push(row, valueM));
      const layout = layoutOf(module)!, memory = new WebAssembly.Memory({ initial: 1, maximum: 65_536, shared: true }), cells = 64;
      let free = 4096;
      const there = filled(hasPart, (Kind) => { free += 128; return new Kind(memory.buffer, free, rows); }, (row, valueM) => seen[1]!.push(row, valueM));
      const { exports } = new WebAssembly.Instance(module, { engine: { memory, cells: new WebAssembly.Global({ value: 'i32' }, cells) }, hosted: { 'state.log.see': (there['log'] as { see(): void }).see } });
      const found = (path: string): unknown => path.split('.').slice(1).reduce<unknown>((part, name) => (part as State | undefined)?.[name], there);
      const words = new Int32Array(memory.buffer, cells), fractions = new Float64Array(memory.buffer, cells);
      for (const { path, global } of layout.columns) (exports[global] as WebAssembly.Global).value = (found(path) as Int32Array | undefined)?.byteOffset ?? 0;
      for (const { path, kind, offset } of layout.numbers) { if (kind === 'f64') fractions[offset / 8] = found(path) as number; else words[offset / 4] = found(path) as number; }
      for (const { path, offset } of layout.there) words[offset / 4] = found(path) === undefined ? 0 : 1;
      for (const { path, offset } of layout.lengths) words[offset / 4] = (found(path) as Int32Array).length;
      expect((exports['work'] as Numeric)(rows)).toBe(work(plain, rows));
      for (const name of Object.keys(kinds)) expect(there[name], name).toEqual(plain[name]);
      expect((there['part'] as State | undefined)?.['rows']).toEqual((plain['part'] as State | undefined)?.['rows']);
      const number = (name: string): number => { const { kind, offset } = layout.numbers.find(({ path }) => path === `state.${name}`)!; return kind === 'f64' ? fractions[offset / 8]! : words[offset / 4]!; };
      expect([number('foundCount'), number('sumM'), number('isOpen')]).toEqual([plain['foundCount'], plain['sumM'], Number(plain['isOpen'])]);
      expect(seen[1]).toEqual(seen[0]);
      expect(seen[0]!.length).toBe(2 * rows);
    }
  });

  test.each([
    ['numbers joined as if they were true or false', 'export function bad(a: number): number { return a > 0 && a ? 1 : (a || 3) > 2 ? 2 : 0; }', 'joins what is true or false'],
    ['a name whose value may change', 'let b = 3; export const set = (): void => { b = 4; };\nexport function bad(a: number): number { return a + b; }', 'source.ts:2'],
    ['a method', 'export function bad(a: number): number { return [a].length; }', 'source.ts:1'],
    ['a text', '\nexport function bad(a: number): number { const b = `${a}`; return a; }', 'source.ts:2'],
    ['a function of the platform', 'export function bad(a: number): number { return Math.sin(a); }', 'no Math.sin in compiled code: Math.sin(a)'],
    ['a local without a value', 'export function bad(a: number): number { let b: number; b = a; return b; }', 'has a value from the start'],
  ])('%s is refused with its place', async (name, text, said) => {
    await expect(both(`bad ${name}`, text, { bad: ['f64'] })).rejects.toThrow(said);
  });

  test('draws are those of the engine', async () => {
    const text = readFileSync(new URL('../../engine/foundation/random.ts', import.meta.url), 'utf8');
    const { drawnShare: drawn } = await both('draws', text, { drawnShare: ['i32', 'i32', 'i32'] });
    for (let row = 0; row < 500; row++) expect(drawn!.compiled(row * 77_777, row, 3 * row)).toBe(drawnShare(row * 77_777, row, 3 * row));
  });
});
