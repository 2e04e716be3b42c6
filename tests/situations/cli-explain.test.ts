// Goal: a traffic engineer asks a junction what it did at a time and why, and is told how to get there when there is nothing to tell yet.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { twinToBytes } from '../../engine/twin/bytes.ts';
import { busTown } from '../verification/bus-town.ts';
import { jumeau, jumeauJson, makeWorkplace, type Workplace } from './command.ts';

let place: Workplace, town: string, names: string[];
beforeAll(() => {
  place = makeWorkplace();
  town = join(place.folder, 'town.twin');
  const twin = busTown();
  twin.controllers.busPriority.fill(1);
  names = [...twin.controllers.name];
  writeFileSync(town, twinToBytes(twin));
});
afterAll(() => place.remove());

const span = ['--from', '07:00', '--hours', '0.5'];
const explain = (...rest: string[]) => jumeau(place, 'explain', ...rest, '--city', town, ...span);
const codesOf = ({ stderr }: ReturnType<typeof jumeau>): string[] => (JSON.parse(stderr) as { problems: { code: string }[] }).problems.map(({ code }) => code);

test('before the run there is nothing to tell, but the command that makes it', () => {
  const { status, stderr } = explain(names[0]!, '--at', '07:10:00');
  expect(status).toBe(1);
  expect(stderr).toContain(`npx jumeau run ${town} --from 07:00 --hours 0.5`);
});

test('after it a junction tells what it showed, in words and as JSON', () => {
  jumeauJson(place, 'run', town, ...span);
  const { status, stdout } = explain(names[0]!, '--at', '07:10:00');
  expect(status).toBe(0);
  expect(stdout).toMatch(/(Stage|Clearing after stage) \d+ since 07:\d\d:\d\d/);
  const told = jumeauJson<{ shown: { sinceS: number; plannedS: number } }>(place, 'explain', names[0]!, '--at', '07:10:00', '--city', town, ...span);
  expect(told.shown.sinceS).toBeGreaterThan(7 * 3600 + 500);
  expect(told.shown.sinceS).toBeLessThanOrEqual(7 * 3600 + 600);
});

test('a run is found whatever else it recorded: the ways of vehicles for the viewer, or what junctions cost', () => {
  jumeauJson(place, 'run', town, ...span, '--seed', '2', '--replay');
  jumeauJson(place, 'junctions', 'baseline', '--city', town, '--seeds', '3', ...span);
  const [own, replayed, recorded] = ['1', '2', '3'].map((seed) => explain(names[0]!, '--at', '07:10:00', '--seed', seed, ...(seed === '3' ? ['--run', 'baseline'] : [])));
  expect([own, replayed, recorded]).toMatchObject([{ status: 0 }, { status: 0 }, { status: 0 }]);
  expect(explain(names[0]!, '--at', '07:10:00', '--seed', '4')).toMatchObject({ status: 1, stderr: expect.stringContaining('--from and --hours') as string });
});

test('a name nobody has, and a time outside the run', () => {
  expect(codesOf(explain('nowhere', '--at', '07:10', '--json'))).toEqual(['cli-unknown-controller']);
  expect(codesOf(explain(names[0]!, '--at', '09:00', '--json'))).toEqual(['cli-outside-run']);
  expect(codesOf(explain(names[0]!, '--at', 'noon', '--json'))).toEqual(['cli-not-a-time']);
});
