// Goal: whoever asks what signals cost reads it by junction and by approach, class by class, with what chance does to it, and the report says the same.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { twinToBytes } from '../../engine/twin/bytes.ts';
import type { RowOverSeeds } from '../../scenarios/compare/compare-rows.ts';
import { busTown } from '../verification/bus-town.ts';
import { jumeau, jumeauJson, makeWorkplace, type Workplace } from './command.ts';

interface Answer { rows: RowOverSeeds[]; differences: RowOverSeeds[] }

let place: Workplace, town: string;
beforeAll(() => {
  place = makeWorkplace();
  town = join(place.folder, 'town.twin');
  writeFileSync(town, twinToBytes(busTown()));
});
afterAll(() => place.remove());
const span = ['--from', '07:00', '--hours', '1', '--seeds', '3', '--warm-up', '0'];
const asked = (...more: string[]): string[] => ['junctions', 'bus-priority-off', 'baseline', ...more, '--city', town, ...span];

describe('what junctions cost', () => {
  test('every junction with buses and cars, the costliest first; another question as a difference', () => {
    const { rows, differences } = jumeauJson<Answer>(place, ...asked());
    expect(rows.length).toBeGreaterThan(3);
    const lost = rows.map(({ numbers }) => numbers['peopleLostH']!.mean);
    expect(rows[0]!.numbers['busDelayS']!.seeds).toBe(3);
    expect(Math.max(...lost)).toBe(lost[0]);
    for (const { key, numbers } of differences) expect(Object.hasOwn(numbers, 'personDelayS'), key).toBe(true);
    expect(jumeau(place, ...asked()).stdout).toMatch(/person s[\s\S]*spill-back %[\s\S]*difference from/);
    expect(jumeau(place, ...asked(), '--lang', 'fr').stdout).toMatch(/verts trop courts\s%[\s\S]*±\s: demi-largeur/);
  });

  test('approach by approach: vehicles of a junction are those of its approaches', () => {
    const { rows } = jumeauJson<Answer>(place, ...asked()), [first] = rows, one = jumeauJson<Answer>(place, ...asked('--junction', first!.key));
    expect(one.rows.length).toBeGreaterThan(2);
    for (const passages of ['busPassages', 'carPassages']) expect(one.rows.reduce((sum, { numbers }) => sum + numbers[passages]!.mean, 0)).toBeCloseTo(first!.numbers[passages]!.mean, 6);
    expect(one.rows.reduce((sum, { numbers }) => sum + numbers['peopleLostH']!.mean, 0)).toBeCloseTo(first!.numbers['peopleLostH']!.mean, 9);
    expect(jumeau(place, ...asked('--junction', first!.key)).stdout).toMatch(/from the (north|east|south|west)/);
  });

  test('the report shows the same figures, junction by junction, from the same runs', () => {
    const { rows, differences } = jumeauJson<Answer>(place, ...asked()), file = join(place.folder, 'priority.html');
    expect(jumeau(place, 'report', 'priority', 'bus-priority-off', 'baseline', '--city', town, ...span, '-o', file).status).toBe(0);
    const page = readFileSync(file, 'utf8'), shown = [...page.matchAll(/<tr data-controller="(\d+)".*?<\/tr>/gs)].map(([text]) => text);
    const names = busTown().controllers.name;
    expect(shown.length).toBeGreaterThan(3);
    for (const text of shown) {
      const name = names[Number(/data-controller="(\d+)"/.exec(text)![1])]!, before = rows.find(({ key }) => key === name)!.numbers, apart = differences.find(({ key }) => key === name)!.numbers;
      for (const [figure, number] of [['bus', 'busDelayS'], ['other', 'otherDelayS'], ['person', 'personDelayS'], ['failures', 'splitFailuresPercent']] as const) {
        const cell = new RegExp(`data-figure="${figure}" data-was="([^"]+)" data-is="([^"]+)"`).exec(text);
        if (!cell) continue;
        expect(Number(cell[1]), `${name} ${figure}`).toBeCloseTo(before[number]!.mean, 6);
        expect(Number(cell[2]) - Number(cell[1]), `${name} ${figure}`).toBeCloseTo(apart[number]!.mean, 6);
      }
    }
    expect(page).toContain(`npx jumeau report priority bus-priority-off baseline --city ${town} --from 07:00 --hours 1 --warm-up 0 --seeds 3`);
  });

  test('a junction that there is not is told', () => {
    const { status, stderr } = jumeau(place, ...asked('--junction', 'nowhere'));
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/none of the \d+ signal controllers/);
  });
});
