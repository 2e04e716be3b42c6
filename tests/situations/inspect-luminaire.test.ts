// Goal: whoever has a photometric file reads at once what its luminaire does with its light, in figures, words and a picture.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BadInput } from '../../cli/bad-input.ts';
import { inspect } from '../../cli/commands/inspect.ts';
import { openTerminal, type Terminal } from '../../cli/terminal.ts';
import type { Language } from '../../scenarios/language/language.ts';
import { eulumdatFile, everyDeg, iesFile } from '../verification/photometric-writers.ts';

let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'jumeau-luminaires-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the command prints, and what it notes beside. */
async function inspected(name: string, content: string, language: Language, json = false): Promise<{ lines: string[]; notes: string[] }> {
  const path = join(folder, name), lines: string[] = [], notes: string[] = [];
  writeFileSync(path, content);
  const terminal: Terminal = { ...openTerminal(language, json), out: (line) => void lines.push(line), note: (line) => void notes.push(line) };
  await inspect(terminal, path);
  return { lines, notes };
}

/** 2,000 lm to all sides alike: 1,000 / 4 pi cd for each 1,000 lm. */
const table = { planesDeg: everyDeg(30, 0, 330), anglesDeg: everyDeg(5, 0, 180), value: () => 1000 / (4 * Math.PI) };
const ldt = eulumdatFile(table, { isym: 1, sets: [[1, 'LED', 2000, '3000K', '', 16]] });

test('JSON: the figures of a light that shines to all sides alike', async () => {
  const { lines } = await inspected('even.ldt', ldt, 'en', true), answer = JSON.parse(lines.join('')) as Record<string, number> & { cieFluxCodes: number[] };
  expect(lines.length).toBe(1);
  expect(answer).toMatchObject({ name: 'Made 1', maker: 'Nobody', symmetry: 'aboutAxis', watts: 16, colourTemperatureK: 3000, isAbsolute: false, sourceFluxLm: 2000 });
  expect([answer['lumens'], answer['ulrPct'], answer['maxCandela'], answer['lumensPerWatt']].map((value) => Math.round(value! * 1e6) / 1e6)).toEqual([2000, 50, 159.154943, 125]);
  expect(answer.cieFluxCodes.map((code) => Math.round(code * 1e6) / 1e6)).toEqual([25, 50, 75, 50, 100]);
});

test.each<[Language, string, string]>([['fr', 'flux du luminaire', 'codes de flux CIE  25 50 75 50 100'], ['en', 'flux of the luminaire', 'CIE flux codes  25 50 75 50 100']])('words in %s, and a circle for even light', async (language, flux, codes) => {
  const { lines } = await inspected('even.ldt', ldt, language);
  expect(lines.join('\n')).toContain(flux);
  expect(lines.join('\n')).toContain(codes);
  const curve = lines.slice(lines.findIndex((line) => line.includes('C0-C180')) + 1);
  // 15 rows above and below the light centre, 30 columns to each side of it.
  expect(curve.length).toBe(31);
  expect([curve[15]!.indexOf('#'), curve[15]!.indexOf('+'), curve[15]!.lastIndexOf('#')]).toEqual([2, 32, 62]);
  expect([curve[0]!.indexOf('#') > 20, curve[30]!.indexOf('#') > 20]).toEqual([true, true]);
});

test('a tilt file is looked for beside the file, never elsewhere', async () => {
  writeFileSync(join(folder, 'lamp.tlt'), '1 2\n0 90\n1 0.5\n');
  const file = (name: string): string => iesFile({ ...table, planesDeg: [0] }, { tilt: [`TILT=${name}`] });
  expect((await inspected('tilt.ies', file('lamp.tlt'), 'en', true)).notes).toEqual([]);
  expect((await inspected('tilt.ies', file('C:\\files\\lamp.tlt'), 'en', true)).notes).toEqual([]);
  expect((await inspected('tilt.ies', file('../../etc/hosts'), 'en', true)).notes.join('')).toContain('photometry-no-tilt-file');
});

test('what is no photometric file is refused with what to do', async () => {
  await expect(inspected('bad.ies', 'nothing', 'en')).rejects.toBeInstanceOf(BadInput);
  await expect(inspect(openTerminal('en', true), join(folder, 'missing.ldt'))).rejects.toBeInstanceOf(BadInput);
});
