// Goal: whoever writes a question of their own finds what the city calls its lines, streets and the rest, by a word of it, and writes them as changes take them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { twinToBytes } from '../../engine/twin/bytes.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { claimsTown, wideLink } from '../invariants/claims-town.ts';
import { jumeau, jumeauJson, makeWorkplace, type Workplace } from './command.ts';

interface Named { name: string; lengthM: number; lines: string[]; fewestLanes: number; mostLanes: number; wideM: number }
interface Told { names: Partial<Record<string, Named[]>> }

let place: Workplace, twin: Twin;
const names = (...args: string[]): Told['names'] => jumeauJson<Told>(place, 'names', ...args, '--city', 'town.twin').names;

beforeAll(() => {
  place = makeWorkplace();
  twin = claimsTown();
  twin.streets.name[0] = 'Rue de la Liberté';
  writeFileSync(join(place.folder, 'town.twin'), twinToBytes(twin));
});
afterAll(() => place.remove());

test('all of them by kind, each once: as many as the city has', () => {
  const all = names(), once = (given: ArrayLike<string>): number => new Set(Array.from(given)).size;
  expect(Object.fromEntries(Object.entries(all).map(([kind, each]) => [kind, each!.length]))).toEqual({
    lines: 2, streets: once(twin.streets.name), communes: twin.communes.count, zones: twin.lightingZones.count, junctions: twin.controllers.count, stops: once(twin.stops.name), bollards: once(twin.bollardSites.name),
  });
});

test('accents and capitals are of no matter, and every word has to be there', () => {
  for (const words of [['liberte'], ['LIBERTÉ'], ['rue', 'libe']]) expect(names(...words)['streets']!.map(({ name }) => name)).toEqual(['Rue de la Liberté']);
  expect(jumeau(place, 'names', 'liberte', 'nulle', 'part', '--city', 'town.twin', '--lang', 'fr')).toMatchObject({ status: 1, stderr: expect.stringMatching(/aucun nom de cette ville/) as string });
  expect(jumeau(place, 'names', '--kind', 'street', '--city', 'town.twin')).toMatchObject({ status: 1, stderr: expect.stringMatching(/Did you mean "streets"\?/) as string });
});

test('a line is found as people say it, by its number alone and no other; a zone by its words, which stand beside its name', () => {
  for (const words of [['ligne', '2'], ['line', 'L2'], ['Ligne L2'], ['bus', '2']]) expect(names(...words)['lines']!.map(({ name }) => name), words.join(' ')).toEqual(['L2']);
  const other = claimsTown();
  [other.lines.name[0], other.lightingZones.name[0]] = ['L22', 'main-roads'];
  writeFileSync(join(place.folder, 'other.twin'), twinToBytes(other));
  expect(jumeauJson<Told>(place, 'names', 'ligne', '2', '--city', 'other.twin').names['lines']!.map(({ name }) => name)).toEqual(['L2']);
  const zones = (...args: string[]): string => jumeau(place, 'names', ...args, '--city', 'other.twin', '--lang', 'fr').stdout;
  expect(zones('grands', 'axes')).toMatch(/\n {2}main-roads {2}grands axes · /);
  expect(zones()).toContain('main-roads (grands axes)');
});

test('of a street: its length, its lanes, and the lines that drive along it, which find it too', () => {
  const streets = names('--kind', 'streets')['streets']!, row = (name: string): number => Array.from(twin.streets.name).indexOf(name);
  const wide = twin.streets.name[twin.links.street[Array.from(twin.links.name).indexOf(wideLink(0))]!]!;
  expect(streets.find(({ name }) => name === wide)).toMatchObject({ lengthM: Math.round(twin.streets.lengthM[row(wide)]!), fewestLanes: 2, mostLanes: 2 });
  expect(streets.find(({ name }) => name === 'Rue de la Liberté')).toMatchObject({ wideM: 0 });
  // Every street of the line, found by following its vehicles link by link.
  const driven = new Set<string>();
  for (let trip = 0; trip < twin.trips.count; trip++) {
    if (twin.lines.name[twin.trips.line[trip]!] !== 'L2') continue;
    const route = twin.departures.route[twin.trips.departure[trip]!]!, first = twin.routes.firstLink[route]!;
    for (let at = first; at < first + twin.routes.linkCount[route]!; at++) driven.add(twin.streets.name[twin.links.street[twin.routeLinks.link[at]!]!]!);
  }
  expect(driven.size).toBeGreaterThan(0);
  expect(driven.size).toBeLessThan(streets.length);
  expect(new Set(streets.filter(({ lines }) => lines.includes('L2')).map(({ name }) => name))).toEqual(driven);
  expect(new Set(names('--kind', 'streets', 'l2')['streets']!.map(({ name }) => name))).toEqual(driven);
});

test('people read them with what helps to choose, in their language; a bus lane is told by its metres', () => {
  const said = jumeau(place, 'names', '--kind', 'streets', 'chaussée', '--city', 'town.twin', '--lang', 'fr').stdout.replace(/[\u00a0\u202f]/g, ' ');
  expect(said).toMatch(/^Rues {2}3\n {2}Chaussée 1 {2}\d+ m · 2 voies par sens/);
  expect(jumeau(place, 'names', '--city', 'town.twin', '--lang', 'en').stdout).toMatch(/Lines {2}2\n.*\n {2}In a change: lines: \[\.\.\.\] {2}npx jumeau names --kind lines\n/);
  writeFileSync(join(place.folder, 'lane.yaml'), `changes:\n  - { change: bus-lane, why: Meeting of 12 March, where: { links: ["${wideLink(0)}", "${twin.links.name[0]!}"] } }\n`);
  // Links of this town share names.
  const meant = Array.from(twin.links.name).flatMap((name, link) => (name === wideLink(0) || name === twin.links.name[0] ? [link] : [])), lengthM = (those: readonly number[]): number => Math.round(those.reduce((sum, link) => sum + twin.links.lengthM[link]!, 0));
  const wide = meant.filter((link) => twin.links.name[link] === wideLink(0));
  const { stderr } = jumeau(place, 'run', 'lane.yaml', '--city', 'town.twin', '--from', '07:00', '--hours', '0.01', '--lang', 'en');
  expect(stderr).toContain(`of the ${meant.length} links ${meant.length - 1} keep their lanes`);
  expect(stderr).toContain(`on ${lengthM(wide)} of ${lengthM(meant)} m, each direction counted: ${wideLink(0)} (${lengthM(wide)} m).`);
});
