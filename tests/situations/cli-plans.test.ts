// Goal: an engineer takes plans out of a city, edits them, puts them back and gets the report on priority, all from the command line.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { twinFromBytes, twinHash, twinToBytes } from '../../engine/twin/bytes.ts';
import { busTown } from '../verification/bus-town.ts';
import { jumeau, jumeauJson, makeWorkplace, type Workplace } from './command.ts';

const programs = `<additional><tlLogic id="J" type="static" programID="day" offset="12"><phase duration="30" state="Gr"/><phase duration="3" state="Yr"/><phase duration="20" state="rG"/><phase duration="3" state="ry"/></tlLogic>
<WAUT startProg="day" refTime="0" id="w"><wautSwitch time="72000" to="day"/></WAUT><wautJunction wautID="w" junctionID="J"/></additional>`;

let place: Workplace;
const inPlace = (name: string): string => join(place.folder, name), textOf = (name: string): string => readFileSync(inPlace(name), 'utf8');
beforeAll(() => {
  place = makeWorkplace();
  writeFileSync(inPlace('town.twin'), twinToBytes(busTown()));
  writeFileSync(inPlace('programs.add.xml'), programs);
});
afterAll(() => place.remove());

describe('plans', () => {
  test('out and back in: the same city', () => {
    expect(jumeauJson(place, 'plans', 'export', 'town.twin', '-o', 'plans.yaml')).toMatchObject({ file: 'plans.yaml', controllers: busTown().controllers.count });
    const { twinHash: after, twinHashBefore } = jumeauJson<{ twinHash: string; twinHashBefore: string }>(place, 'plans', 'import', 'plans.yaml', '--city', 'town.twin', '-o', 'same.twin');
    expect(after).toBe(twinHashBefore);
    expect(after).toBe(twinHash(busTown()));
  });

  test('out and back in as a table', () => {
    expect(jumeauJson(place, 'plans', 'export', 'town.twin', '-o', 'plans.csv')).toMatchObject({ file: 'plans.csv' });
    expect(textOf('plans.csv').startsWith('what,controller,')).toBe(true);
    expect(jumeauJson<{ twinHash: string }>(place, 'plans', 'import', 'plans.csv', '--city', 'town.twin', '-o', 'table.twin').twinHash).toBe(twinHash(busTown()));
  });

  test('an offset that is edited changes the city', () => {
    writeFileSync(inPlace('edited.yaml'), textOf('plans.yaml').replace(/offsetTenths: \d+/, 'offsetTenths: 33'));
    const { status, stdout } = jumeau(place, 'plans', 'import', 'edited.yaml', '--city', 'town.twin', '-o', 'edited.twin');
    expect([status, stdout]).toEqual([0, expect.stringContaining('edited.twin')]);
    expect(twinFromBytes(new Uint8Array(readFileSync(inPlace('edited.twin'))))!.controllers.offsetS[0]).toBe(3.3);
  });

  test('programs of SUMO become a plan file', () => {
    expect(jumeauJson(place, 'plans', 'export', 'programs.add.xml', '-o', 'sumo.yaml')).toMatchObject({ controllers: 1, plans: 1 });
    expect(textOf('sumo.yaml')).toContain('durationTenths: 300, stage: true, shows: "Gr"');
  });

  test.each([
    ['a broken line', ['plans', 'import', 'broken.yaml', '--city', 'town.twin', '-o', 'x.twin'], 'broken.yaml: line '],
    ['a city as plans', ['plans', 'import', 'town.twin', '-o', 'x.twin'], 'is no plan file'],
    ['a file of somebody', ['plans', 'export', 'town.twin', '-o', 'mine.yaml'], 'not replaced'],
    ['another ending', ['plans', 'export', 'town.twin', '-o', 'plans.txt'], '.yaml'],
    ['a stranger', ['plans', 'import', 'sumo.yaml', '--city', 'town.twin', '-o', 'x.twin'], 'no signal controller "J"'],
    ['no file', ['plans', 'import', 'nothing.yaml', '--city', 'town.twin', '-o', 'x.twin'], 'no such file'],
  ])('%s: exit code 1, and what to do', (_what, args, said) => {
    writeFileSync(inPlace('broken.yaml'), textOf('plans.yaml').replace(/durationTenths: \d+/, 'durationTenths: many'));
    writeFileSync(inPlace('mine.yaml'), 'a: 1\n');
    const { status, stderr } = jumeau(place, ...args);
    expect([status, stderr]).toEqual([1, expect.stringContaining(said)]);
  });
});

describe('the report on priority', () => {
  const half = ['--city', 'town.twin', '--from', '06:30', '--hours', '0.5', '--seeds', '3'];

  test('one page, by line and by junction', () => {
    expect(jumeauJson(place, 'report', 'priority', 'bus-priority-off', 'baseline', ...half, '-o', 'priority.html')).toMatchObject({ file: 'priority.html', seeds: [1, 2, 3] });
    const page = textOf('priority.html');
    expect(page).toContain('data-indicator="junction-delay-bus-s"');
    expect(page).toContain('<tr data-controller=');
    expect(page).toContain('<tr data-line=');
  });

  test('compare --junctions measures what others pay; without it nothing is said of it', () => {
    const { indicators } = jumeauJson<{ indicators: { indicator: string; pairs: number }[] }>(place, 'compare', 'bus-priority-off', 'baseline', ...half, '--junctions');
    expect(indicators.slice(0, 5).map(({ indicator }) => indicator)).toEqual(['junction-delay-bus-s', 'junction-delay-other-s', 'junction-delay-person-s', 'queue-at-green-m', 'split-failures-percent']);
    expect(indicators.every(({ pairs }) => pairs === 3)).toBe(true);
    expect(jumeau(place, 'compare', 'bus-priority-off', 'baseline', ...half, '--json').stdout).not.toContain('junction-delay');
  });

  test('"report" alone is what it was', () => {
    expect(jumeau(place, 'report', 'baseline', 'bus-priority-off', ...half, '-o', 'report.html').status).toBe(0);
    expect(textOf('report.html')).not.toContain('junction-delay-bus-s');
  });

  test('paper is a .pdf', () => {
    const { status, stderr } = jumeau(place, 'report', 'priority', 'bus-priority-off', 'baseline', ...half, '-o', 'p.html', '--pdf', 'p.txt');
    expect([status, stderr]).toEqual([1, expect.stringContaining('.pdf')]);
  });
});
