// Goal: a turn that a sign forbids cannot be driven, one that a sign asks for is the only one, and whom the sign excepts drives on.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readOsm } from '../../data/formats/osm/read-osm.ts';
import { category, ORDINARY_TRAFFIC } from '../../engine/twin/streets.ts';
import { drawnStreets, oneWay } from './street-building-scenes.ts';

//          n
//          |
//     w----J----e
//          |
//          s
const crossing = { w: [-100, 0], J: [0, 0], e: [100, 0], n: [0, 100], s: [0, -100] } as const;
const arms = { 'w-J': {}, 'J-e': {}, 'n-J': {}, 'J-s': {} };

describe('at a crossing', () => {
  test('no left turn: the others stay', () => {
    const { by } = drawnStreets(crossing, arms, [{ kind: 'no', path: 'w-J-n' }]);
    expect([by('w>J>n').length, by('w>J>e').length, by('w>J>s').length]).toEqual([0, 1, 1]);
    expect(by('e>J>n').length).toBe(1);
  });

  test('only straight on: neither left nor right', () => {
    const { by } = drawnStreets(crossing, arms, [{ kind: 'only', path: 'w-J-e' }]);
    expect([by('w>J>n').length, by('w>J>e').length, by('w>J>s').length]).toEqual([0, 1, 0]);
  });

  test('no left turn except buses: a movement for buses alone', () => {
    const { by, twin } = drawnStreets(crossing, arms, [{ kind: 'no', path: 'w-J-n', categories: ORDINARY_TRAFFIC & ~category.bus }]);
    expect(by('w>J>n').map((row) => twin.movements.permitted[row]! & ORDINARY_TRAFFIC)).toEqual([category.bus]);
  });

  test('a ban on every way on makes nobody drive it: who comes from there turns round', () => {
    const { by } = drawnStreets(crossing, arms, [{ kind: 'no', path: 'w-J-n' }, { kind: 'no', path: 'w-J-e' }, { kind: 'no', path: 'w-J-s' }]);
    expect(by('w>J>w').length).toBe(1);
  });
});

describe('at the crossing of a dual carriageway, drawn as two nodes 7 m apart', () => {
  //   westbound   f----P----a
  //                    |
  //   eastbound   g----Q----b
  const places = { a: [100, 3.5], P: [0, 3.5], f: [-100, 3.5], g: [-100, -3.5], Q: [0, -3.5], b: [100, -3.5], n: [0, 100], s: [0, -100] } as const;
  const ways = { 'a-P-f': oneWay(2), 'g-Q-b': oneWay(2), 'n-P': {}, 'P-Q': {}, 'Q-s': {} };

  test('without signs all turns can be made', () => {
    const { by } = drawnStreets(places, ways);
    for (const way of ['s>Q>f', 'g>P>n', 'g>Q>b', 'a>P>s', 'n>P>b']) expect(by(way).length, way).toBeGreaterThan(0);
  });

  test('a restriction with a way between its ends: no left turn off the main street across the other carriageway', () => {
    const { by } = drawnStreets(places, ways, [{ kind: 'no', path: 'g-Q-P-n' }]);
    expect(by('g>Q>n').length).toBe(0);
    for (const way of ['g>Q>b', 's>Q>n', 's>Q>f']) expect(by(way).length, way).toBeGreaterThan(0);
  });

  test('a restriction at the second node: no left turn out of the side street', () => {
    const { by } = drawnStreets(places, ways, [{ kind: 'no', path: 'Q-P-f' }]);
    expect(by('s>Q>f').length).toBe(0);
    expect(by('s>Q>n').length).toBeGreaterThan(0);
  });
});

describe('as OpenStreetMap writes it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jumeau-osm-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const read = async (relations: string) => {
    const node = (id: number, east: number, north: number) => `<node id="${id}" lat="${47 + north * 0.001}" lon="${5 + east * 0.001}"/>`;
    const way = (id: number, nodes: number[], tags = '') => `<way id="${id}">${nodes.map((ref) => `<nd ref="${ref}"/>`).join('')}<tag k="highway" v="tertiary"/>${tags}</way>`;
    const path = join(folder, 'map.osm');
    // 1 west, 2 middle, 3 east, 4 north, 5 south; ways 12, 23, 24, and 254: south to north in one.
    writeFileSync(path, `<osm>${[node(1, -1, 0), node(2, 0, 0), node(3, 1, 0), node(4, 0, 1), node(5, 0, -1)].join('')}
      ${[way(12, [1, 2]), way(23, [2, 3]), way(524, [5, 2, 4])].join('')}${relations}</osm>`);
    const { value, problems } = await readOsm(path);
    const name = (row: number): string => value!.streets.nodes[row]!.name.slice('osm:node/'.length);
    return { restrictions: value!.streets.restrictions!.map(({ kind, categories, paths }) => ({ kind, categories, paths: paths.map((path) => path.map(name).join('-')) })), codes: problems.map(({ code }) => code) };
  };
  const relation = (tags: Record<string, string>, members = '<member type="way" ref="12" role="from"/><member type="node" ref="2" role="via"/><member type="way" ref="23" role="to"/>') =>
    `<relation id="1">${members}<tag k="type" v="restriction"/>${Object.entries(tags).map(([key, value]) => `<tag k="${key}" v="${value}"/>`).join('')}</relation>`;

  test.each([
    ['no_straight_on', { restriction: 'no_straight_on' }, 'no', ORDINARY_TRAFFIC],
    ['only_straight_on', { restriction: 'only_straight_on' }, 'only', ORDINARY_TRAFFIC],
    ['except psv and bicycles', { restriction: 'no_straight_on', except: 'psv;bicycle' }, 'no', ORDINARY_TRAFFIC & ~(category.bus | category.taxi | category.bicycle)],
    ['for lorries only', { 'restriction:hgv': 'no_straight_on' }, 'no', category.lorry],
  ] as const)('%s', async (_title, tags, kind, categories) => {
    expect(await read(relation(tags))).toEqual({ restrictions: [{ kind, categories, paths: ['1-2-3'] }], codes: [] });
  });

  test('a way that goes on beyond the meeting is meant both ways', async () => {
    const members = '<member type="way" ref="12" role="from"/><member type="node" ref="2" role="via"/><member type="way" ref="524" role="to"/>';
    expect((await read(relation({ restriction: 'no_left_turn' }, members))).restrictions.map(({ paths }) => paths)).toEqual([['1-2-5'], ['1-2-4']]);
    expect((await read(relation({ restriction: 'only_left_turn' }, members))).restrictions.map(({ paths }) => paths)).toEqual([['1-2-5', '1-2-4']]);
  });

  test('no_exit and no_entry have several ways on one side', async () => {
    const members = '<member type="way" ref="12" role="from"/><member type="way" ref="23" role="from"/><member type="node" ref="2" role="via"/><member type="way" ref="524" role="to"/>';
    expect((await read(relation({ restriction: 'no_exit' }, members))).restrictions.length).toBe(4);
  });

  test('what cannot be followed is counted, what lies outside the file concerns nobody', async () => {
    const elsewhere = '<member type="way" ref="99" role="from"/><member type="node" ref="2" role="via"/><member type="way" ref="23" role="to"/>';
    expect((await read(relation({ restriction: 'no_left_turn' }, elsewhere)))).toEqual({ restrictions: [], codes: [] });
    expect((await read(relation({ 'restriction:conditional': 'no_left_turn @ (07:00-09:00)' }))).codes).toEqual(['osm-restrictions-unclear']);
    expect((await read(relation({ restriction: 'no_left_turn' }, '<member type="way" ref="12" role="from"/><member type="way" ref="23" role="to"/>'))).codes).toEqual(['osm-restrictions-unclear']);
  });
});
