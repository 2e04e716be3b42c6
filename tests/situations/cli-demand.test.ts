// Goal: people fit a city's demand to their counts, and find equilibrium routes, with a command each.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { twinFromBytes, twinToBytes } from '../../engine/twin/bytes.ts';
import { jumeau, makeWorkplace, type Workplace } from './command.ts';
import { buildTown } from './traffic-town.ts';

/** A fork: a short way through a signal, and a long one; 300 vehicles in half an hour, all planned on the short one. */
const town = () => buildTown({
  links: [
    { name: 'in', from: 'a', to: 'fork', lengthM: 300, lanes: 2 }, { name: 'short', from: 'fork', to: 's', lengthM: 1200 }, { name: 'short2', from: 's', to: 'meet', lengthM: 300 },
    { name: 'long', from: 'fork', to: 'meet', lengthM: 2500 }, { name: 'out', from: 'meet', to: 'z', lengthM: 200, lanes: 2 },
  ],
  movements: [{ from: 'in.0', to: 'short.0' }, { from: 'in.1', to: 'long.0' }, { from: 'short.0', to: 'short2.0', group: 0 }, { from: 'short2.0', to: 'out.0' }, { from: 'long.0', to: 'out.1' }],
  signals: { s: [{ durationS: 12, shown: 'G' }, { durationS: 48, shown: 'r' }] },
  vehicles: Array.from({ length: 300 }, (_, row) => ({ departS: 6 * row, route: ['in', 'short', 'short2', 'out'] })),
});

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace();
  const twin = town();
  twin.facts.defaultUntilS = 3600;
  writeFileSync(join(place.folder, 'fork.twin'), twinToBytes(twin));
  // A third of those who are planned.
  writeFileSync(join(place.folder, 'counts.csv'), 'link,hour,vehicles\nin,0,100\nshort2,0,100\n');
  writeFileSync(join(place.folder, 'wrong.csv'), 'link,hour,vehicles\nnowhere,0,100\nelsewhere,0,100\n');
});
afterAll(() => place.remove());

const twinAt = (name: string) => twinFromBytes(new Uint8Array(readFileSync(join(place.folder, name))))!;

test('calibrate writes the city with a demand that fits, and every count before and after', () => {
  const { status, stdout, stderr } = jumeau(place, 'calibrate', 'fork.twin', '--counts', 'counts.csv', '-o', 'fitted.twin', '--table', 'fit.csv', '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const figures = JSON.parse(stdout) as Record<string, number>;
  expect(figures['departuresBefore']).toBe(300);
  expect(Math.abs(figures['departuresAfter']! - 100)).toBeLessThan(12);
  expect(figures['matchShareBefore']).toBe(0);
  expect(figures['matchShareAfter']).toBe(1);
  expect(twinAt('fitted.twin').departures.count).toBe(figures['departuresAfter']);
  const [head, ...rows] = readFileSync(join(place.folder, 'fit.csv'), 'utf8').trim().split('\n');
  expect(head).toBe('link,from,countedPerH,beforePerH,afterPerH,gehBefore,gehAfter');
  expect(rows.map((row) => row.split(',').slice(0, 3))).toEqual([['in', '00:00', '100'], ['short2', '00:00', '100']]);
});

test('links that the city does not have are told, all of them, and nothing is written', () => {
  const { status, stderr } = jumeau(place, 'calibrate', 'fork.twin', '--counts', 'wrong.csv', '-o', 'none.twin', '--json');
  expect(status).toBe(1);
  expect((JSON.parse(stderr) as { problems: { parameters: { link: string } }[] }).problems.map(({ parameters }) => parameters.link)).toEqual(['nowhere', 'elsewhere']);
});

test('counts of hours in which nobody of the demand is under way are told with both spans, and no city is written', () => {
  writeFileSync(join(place.folder, 'late.csv'), 'link,hour,vehicles\nin,8,100\nshort2,8,100\n');
  const late = (language: string) => jumeau(place, 'calibrate', 'fork.twin', '--counts', 'late.csv', '-o', 'none.twin', '--lang', language);
  expect(late('en')).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/08:00 to 09:00.*depart from 00:00 to 00:29:54/) as string });
  expect(late('fr').stderr).toMatch(/de 08:00 à 09:00.*partent de 00:00 à 00:29:54/);
  expect(existsSync(join(place.folder, 'none.twin'))).toBe(false);
});

test('counts that reach beyond the hours of the demand are left out, those that nobody passes stay, and both are told', () => {
  // The demand is of midnight to one; the second hour is none of it, and nobody is planned on the long way.
  writeFileSync(join(place.folder, 'mixed.csv'), 'link,hour,vehicles\nin,0,100\nin,1,90\nshort2,0:30,50\nlong,0,20\n');
  const mixed = (...more: string[]) => jumeau(place, 'calibrate', 'fork.twin', '--counts', 'mixed.csv', '-o', 'mixed.twin', '--table', 'mixed-fit.csv', ...more);
  const { status, stdout, stderr } = mixed('--lang', 'en');
  expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('2 counts, before → after') as string });
  expect(stderr).toMatch(/2 of 4 counts are left out, the first on link "in" at 01:00: .*00:00 to 01:00/);
  expect(stderr).toMatch(/1 of 2 counts lie where no planned vehicle passes in that hour, the first on link "long" at 00:00/);
  expect(readFileSync(join(place.folder, 'mixed-fit.csv'), 'utf8').trim().split('\n').slice(1).map((row) => row.split(',').slice(0, 2))).toEqual([['in', '00:00'], ['long', '00:00']]);
  expect(mixed('--lang', 'fr').stderr).toMatch(/2 comptages sur 4 sont laissés de côté/);
  expect(JSON.parse(mixed('--json').stdout)).toMatchObject({ counts: 2, countsLeftOut: 2, countsNobodyPasses: 1 });
});

test('from when to when is for the counts to say: calibrate takes no span of its own', () => {
  expect(jumeau(place, 'calibrate', 'fork.twin', '--counts', 'counts.csv', '-o', 'none.twin', '--from', '07:00')).toMatchObject({ status: 1, stderr: expect.stringContaining('--from: there is no such option') as string });
});

/** One lane in, for a signal that lets 300 an hour through and a street beside it: what waits for the signal shuts in all others. */
const bottleneck = () => buildTown({
  links: [
    { name: 'in', from: 'a', to: 'fork', lengthM: 300 }, { name: 'short', from: 'fork', to: 's', lengthM: 200 }, { name: 'short2', from: 's', to: 'y', lengthM: 300 },
    { name: 'long', from: 'fork', to: 'w', lengthM: 300 }, { name: 'out', from: 'w', to: 'z', lengthM: 200 },
  ],
  movements: [{ from: 'in.0', to: 'short.0' }, { from: 'in.0', to: 'long.0' }, { from: 'short.0', to: 'short2.0', group: 0 }, { from: 'long.0', to: 'out.0' }],
  signals: { s: [{ durationS: 10, shown: 'G' }, { durationS: 50, shown: 'r' }] },
  vehicles: Array.from({ length: 500 }, (_, row) => ({ departS: 7 * row, route: row % 2 === 0 ? ['in', 'short', 'short2'] : ['in', 'long', 'out'] })),
});

test('a fit that drives worse than the demand given is told with its cause, and no city is written', () => {
  const twin = bottleneck();
  twin.facts.defaultUntilS = 3600;
  writeFileSync(join(place.folder, 'bottleneck.twin'), twinToBytes(twin));
  writeFileSync(join(place.folder, 'much.csv'), 'link,hour,vehicles\nshort,0,1500\nlong,0,240\n');
  const much = (language: string) => jumeau(place, 'calibrate', 'bottleneck.twin', '--counts', 'much.csv', '-o', 'worse.twin', '--table', 'worse.csv', '--lang', language);
  const { status, stderr } = much('en');
  expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringMatching(/mean GEH \d+\.\d before, \d+\.\d after; no city is written.*could not enter/) as string });
  const [, before, after, waiting] = /GEH (\d+\.\d) before, (\d+\.\d) after.* and ([\d,]+) planned/.exec(stderr)!;
  expect(Number(after)).toBeGreaterThan(Number(before));
  expect(Number(waiting!.replace(',', ''))).toBeGreaterThan(100);
  expect(much('fr').stderr).toContain('aucune ville n’est écrite');
  expect(existsSync(join(place.folder, 'worse.twin'))).toBe(false);
  expect(existsSync(join(place.folder, 'worse.csv'))).toBe(true);
});

test('assign writes the city with routes of a smaller gap, and the gap of every iteration', () => {
  const { status, stdout, stderr } = jumeau(place, 'assign', 'fork.twin', '-o', 'even.twin', '--iterations', '6', '--gap', '0.02', '--table', 'gaps.csv', '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const { gaps } = JSON.parse(stdout) as { gaps: { relativeGap: number }[] };
  expect(Math.min(...gaps.map(({ relativeGap }) => relativeGap))).toBeLessThan(0.5 * gaps[0]!.relativeGap);
  const twin = twinAt('even.twin');
  expect(new Set(twin.departures.route).size).toBe(2);
  expect(twin.facts.routeGaps).toMatchObject([{ relativeGap: Math.min(...gaps.map(({ relativeGap }) => relativeGap)) }]);
  expect(readFileSync(join(place.folder, 'gaps.csv'), 'utf8').split('\n')).toHaveLength(gaps.length + 2);
});

test('assign tells its mean time beside the one that run prints, and what either is', () => {
  const { status, stdout, stderr } = jumeau(place, 'assign', 'fork.twin', '-o', 'told.twin', '--iterations', '2', '--gap', '0', '--lang', 'en');
  expect(status).toBe(0);
  expect(stderr).toMatch(/Time on the route: .*without the first one and the wait to enter/);
  const [, given, kept] = /mean travel time of arrived vehicles +([\d.]+) → ([\d.]+) s/.exec(stdout)!;
  const run = (city: string) => (JSON.parse(jumeau(place, 'run', city, '--json').stdout) as { meanTravelTimeS: number }).meanTravelTimeS.toFixed(1);
  expect([given, kept]).toEqual([run('fork.twin'), run('told.twin')]);
});

test('assign refuses a span in which nobody departs: a gap of 0 among nobody would mean nothing', () => {
  expect(jumeau(place, 'assign', 'fork.twin', '-o', 'none.twin', '--from', '05:00', '--hours', '1')).toMatchObject({ status: 1, stderr: expect.stringMatching(/nothing drives in this span/) as string });
  expect(existsSync(join(place.folder, 'none.twin'))).toBe(false);
});

test('in words: French by default', () => {
  const { stdout } = jumeau(place, 'calibrate', 'fork.twin', '--counts', 'counts.csv', '-o', 'fitted.twin', '--lang', 'fr');
  expect(stdout).toContain('2 comptages, avant → après');
  expect(stdout).toMatch(/0.% → 100.%/);
});
