// Goal: from the same map a peer, SUMO's netconvert, makes about as many junctions, links, lanes and ways across junctions.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { buildStreets } from '../../data/build/streets/build-streets.ts';
import { readOsm } from '../../data/formats/osm/read-osm.ts';
import { junctionControl } from '../../engine/twin/streets.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';

const MAP = '02-osm/badhersfeld_bbox.osm.xml.gz';
const hasNetconvert = spawnSync('netconvert', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'jumeau-netconvert-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lanes and limits where the map says nothing, as ours; priorities in the same order. */
const types = [
  ['motorway', 2, 33.33, 14], ['motorway_link', 1, 19.44, 13], ['trunk', 1, 25, 12], ['trunk_link', 1, 16.67, 11], ['primary', 1, 13.89, 10], ['primary_link', 1, 13.89, 9],
  ['secondary', 1, 13.89, 8], ['secondary_link', 1, 13.89, 8], ['tertiary', 1, 13.89, 7], ['tertiary_link', 1, 13.89, 7], ['unclassified', 1, 13.89, 6],
  ['residential', 1, 8.33, 5], ['living_street', 1, 5.56, 4], ['road', 1, 8.33, 4], ['service', 1, 5.56, 2],
] as const;

/** The map with only the ways that our reader takes for streets: which ways count is another question. */
function sameWays(wayNames: Iterable<string>): string {
  const ids = new Set([...wayNames].map((name) => /^osm:way\/(\d+)/.exec(name)![1]));
  const whole = gunzipSync(readFileSync(sharedPath(MAP))).toString('utf8');
  return whole.replaceAll(/<way id="(\d+)"[\s\S]*?<\/way>\s*/g, (way, id: string) => (ids.has(id) ? way : ''));
}

interface Figures { junctions: number; signalised: number; links: number; linkKm: number; laneKm: number; connections: number }

function netconvert(map: string): Figures {
  const osm = join(folder, 'map.osm'), typeFile = join(folder, 'types.xml'), net = join(folder, 'net.xml');
  writeFileSync(osm, map);
  writeFileSync(typeFile, `<types>${types.map(([id, lanes, speed, priority]) => `<type id="highway.${id}" numLanes="${lanes}" speed="${speed}" priority="${priority}" oneway="${id === 'motorway'}"/>`).join('')}</types>`);
  const options = ['--geometry.remove', '--roundabouts.guess', '--junctions.join', '--tls.guess-signals', '--tls.join', '--no-turnarounds.except-deadend', '--no-warnings'];
  const { status, stderr } = spawnSync('netconvert', ['--osm-files', osm, '--type-files', typeFile, '-o', net, ...options], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const text = readFileSync(net, 'utf8');
  const edges = [...text.matchAll(/<edge id="[^:"][^>]*>([\s\S]*?)<\/edge>/g)].map(([, lanes]) => [...lanes!.matchAll(/<lane [^>]*length="([\d.]+)"/g)].map(([, lengthM]) => Number(lengthM)));
  const count = (pattern: RegExp): number => [...text.matchAll(pattern)].length;
  return {
    junctions: count(/<junction id="[^:"]/g), signalised: count(/<junction id="[^:"][^>]*type="traffic_light"/g), links: edges.length,
    linkKm: edges.reduce((sum, [lengthM]) => sum + lengthM! / 1000, 0), laneKm: edges.flat().reduce((sum, lengthM) => sum + lengthM / 1000, 0),
    connections: count(/<connection from="[^:"]/g),
  };
}

describeOnSharedData('Bad Hersfeld', () => {
  describe.skipIf(!hasNetconvert)('beside netconvert (skipped where SUMO is not installed)', () => {
    test('counts and lengths agree within some per cent', async () => {
      const { streets } = (await readOsm(sharedPath(MAP))).value!;
      const peer = netconvert(sameWays(streets.ways.map(({ name }) => name)));
      const { junctions, links, lanes, movements } = buildStreets(streets);
      const ours: Figures = {
        junctions: junctions.count, signalised: junctions.control.filter((control) => control === junctionControl.signals).length, links: links.count,
        linkKm: links.lengthM.reduce((sum, lengthM) => sum + lengthM / 1000, 0), laneKm: lanes.lengthM.reduce((sum, lengthM) => sum + lengthM / 1000, 0),
        connections: movements.count,
      };
      console.log('netconvert', peer, 'ours', ours);
      const share = (key: keyof Figures): number => ours[key] / peer[key];
      for (const key of ['junctions', 'links', 'linkKm', 'laneKm', 'connections'] as const) {
        expect(share(key), key).toBeGreaterThan(0.93);
        expect(share(key), key).toBeLessThan(1.07);
      }
      // Which stop lines make one junction is a matter of judgement.
      expect(share('signalised')).toBeGreaterThan(0.75);
      expect(share('signalised')).toBeLessThan(1.25);
    });
  });
});
