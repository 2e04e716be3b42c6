// Goal: what OpenStreetMap says arrives as it was meant, and a file that is not one is named.
import { cpSync, chmodSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { importOsm } from '../../data/build/from-osm.ts';
import { readOsm } from '../../data/formats/osm/read-osm.ts';
import { drivableWay, speedLimitMps } from '../../data/formats/osm/way-tags.ts';
import { category } from '../../engine/twin/streets.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'jumeau-osm-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('tags', () => {
  test.each([
    ['50', 13.889], ['30 mph', 13.411], ['FR:urban', 13.889], ['FR:rural', 22.222], ['DE:rural', 27.778], ['FR:zone30', 8.333], ['walk', 1.667],
  ])('maxspeed %s is %f m/s', (value, mps) => {
    expect(speedLimitMps(value)).toBeCloseTo(mps, 2);
  });

  test.each(['signals', '0', '-50', '9999', 'variable'])('maxspeed %s says nothing usable', (value) => {
    expect(speedLimitMps(value)).toBeUndefined();
  });

  test('five lanes both ways, one of them a bus lane forward: two ordinary lanes each way', () => {
    const way = drivableWay({ highway: 'primary', lanes: '5', 'lanes:bus:forward': '1' });
    expect(way).toMatchObject({ lanesForward: 2, lanesBackward: 2, busLaneForward: true, busLaneBackward: false });
  });

  test('one way against the drawing order', () => {
    expect(drivableWay({ highway: 'residential', oneway: '-1' })).toMatchObject({ oneWay: -1, lanesForward: 0, lanesBackward: 1 });
  });

  test('roundabouts and motorways are one way without saying so', () => {
    expect(drivableWay({ highway: 'tertiary', junction: 'roundabout' })).toMatchObject({ oneWay: 1, roundabout: true });
    expect(drivableWay({ highway: 'motorway' })).toMatchObject({ oneWay: 1, lanesForward: 2 });
  });

  test('a street shut to cars but open to buses is for buses', () => {
    expect(drivableWay({ highway: 'residential', motor_vehicle: 'no', bus: 'yes' })!.permitted & (category.bus | category.car)).toBe(category.bus);
    expect(drivableWay({ highway: 'residential', access: 'private' })).toBeUndefined();
  });

  test.each(['constructor', '__proto__', 'toString'])('a word that every object of the language knows is no street: %s', (highway) => {
    expect(drivableWay({ highway })).toBeUndefined();
    expect(speedLimitMps(highway)).toBeUndefined();
  });

  test('turn lanes keep the order in which OSM writes them, left to right', () => {
    expect(drivableWay({ highway: 'primary', oneway: 'yes', 'turn:lanes': 'left|through|through;right' })!.turnLanesForward).toEqual([['left'], ['through'], ['through', 'right']]);
  });
});

describe('files that are not what they should be', () => {
  const codesOf = async (path: string) => (await readOsm(path)).problems.map(({ code }) => code);
  const tinyXml = '<osm version="0.6"><node id="1" lat="47" lon="5"/><node id="2" lat="47" lon="5.01"/><way id="9"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way></osm>';

  test.each([
    ['nowhere', () => join(folder, 'nowhere.osm'), 'file-not-found'],
    ['an empty file', () => file('empty.osm', ''), 'osm-empty-file'],
    ['a web page', () => file('page.osm', '<html><body>Too many requests</body></html>'), 'osm-not-osm'],
    ['noise', () => file('noise.pbf', Buffer.from('not a map at all, just words')), 'osm-not-osm'],
    ['XML cut short', () => file('cut.osm', tinyXml.slice(0, -10)), 'osm-broken-xml'],
    ['gzip cut short', () => file('cut.osm.gz', gzipSync(tinyXml.repeat(50)).subarray(0, 60)), 'osm-cut-short'],
    ['an entity of its own', () => file('entity.osm', `<!DOCTYPE osm [<!ENTITY a "aaaa">]>${tinyXml.replace('residential', '&a;')}`), 'osm-broken-xml'],
    ['no street in it', () => file('bare.osm', '<osm><node id="1" lat="1" lon="1"/></osm>'), 'osm-no-streets'],
  ])('%s', async (_title, path, code) => {
    expect(await codesOf(path())).toEqual([code]);
  });

  test.each([[47, 5, 60], [47, -71, -300], [35.7, 139.7, 540]])('clocks of a map at %d, %d are %i min ahead of UTC, told among the sources where they are not those of central Europe', async (lat, lon, utcOffsetMin) => {
    const moved = tinyXml.replaceAll('lat="47"', `lat="${lat}"`).replaceAll('lon="5', `lon="${Math.trunc(lon)}`), { value: twin } = await importOsm(file(`at${lon}.osm`, moved));
    expect([twin!.facts.utcOffsetMin, twin!.facts.sources.filter(({ what }) => typeof what !== 'string' && what.en.startsWith('clock')).length]).toEqual([utcOffsetMin, utcOffsetMin === 60 ? 0 : 1]);
  });

  test('a way that leaves the file ends at its edge', async () => {
    const { value, problems } = await readOsm(file('edge.osm', tinyXml.replace('<nd ref="2"/>', '<nd ref="2"/><nd ref="3"/>')));
    expect(value!.streets.ways[0]!.nodes).toEqual([0, 1]);
    expect(problems.map(({ code }) => code)).toEqual(['osm-cut-ways']);
  });
});

describeOnSharedData('real maps', () => {
  test.each([
    ['badhersfeld_bbox.osm.xml.gz', { ways: 1000, buildings: 10000, signals: 20 }],
    ['motis_test_case.osm.pbf', { ways: 200, buildings: 200, signals: 20 }],
    ['liechtenstein-latest.osm.pbf', { ways: 2000, buildings: 8000, signals: 5 }],
    ['bologna_acosta.osm', { ways: 50, buildings: 200, signals: 5 }],
  ])('%s', async (name, least) => {
    const { value: city, problems } = await readOsm(sharedPath(`02-osm/${name}`));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(city!.streets.ways.length).toBeGreaterThanOrEqual(least.ways);
    expect(city!.buildings.length).toBeGreaterThanOrEqual(least.buildings);
    expect(city!.streets.nodes.filter(({ control }) => control === 'signals').length).toBeGreaterThanOrEqual(least.signals);
    for (const { nodes } of city!.streets.ways) expect(nodes.length).toBeGreaterThanOrEqual(2);
  });

  test('Monaco lies where Monaco is', async () => {
    const pbf = (await readOsm(sharedPath('02-osm/planetiler_monaco.osm.pbf'))).value!;
    expect(pbf.map.originLatitudeDeg).toBeCloseTo(43.74, 1);
    expect(pbf.map.originLongitudeDeg).toBeCloseTo(7.42, 1);
  });

  test('a PBF cut at half its length is named', async () => {
    const cut = join(folder, 'half.pbf');
    cpSync(sharedPath('02-osm/motis_test_case.osm.pbf'), cut);
    chmodSync(cut, 0o600);
    truncateSync(cut, 600_000);
    expect((await readOsm(cut)).problems.map(({ code }) => code)).toEqual(['osm-cut-short']);
  });
});
