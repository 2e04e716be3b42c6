// Goal: a real map becomes a twin that can be run, with everything in it that its file holds, counted by a second reader.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkTwin } from '../../data/build/check-twin.ts';
import { importOsm } from '../../data/build/from-osm.ts';
import type { Problem } from '../../engine/foundation/problem.ts';
import { makeLinkGraph } from '../../engine/paths/link-graph.ts';
import { category, junctionControl } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;
const signalised = ({ junctions }: Twin): number => [...junctions.control].filter((control) => control === junctionControl.signals).length;

/** Drivable links that no car can leave again, or reach: dead ends of the import rather than of the city. */
function strandedShare(twin: Twin): number {
  const graph = makeLinkGraph(twin, category.car);
  let drivable = 0, stranded = 0;
  for (let link = 0; link < twin.links.count; link++) {
    if (graph.drivable[link] !== 1) continue;
    drivable++;
    if (graph.firstNext[link] === graph.firstNext[link + 1]) stranded++;
  }
  return stranded / drivable;
}

describeOnSharedData('real maps as twins', () => {
  describe('Bad Hersfeld, gzipped XML', () => {
    let twin: Twin, problems: readonly Problem[], text: string, shares: number[];
    beforeAll(async () => {
      shares = [];
      const path = sharedPath('02-osm/badhersfeld_bbox.osm.xml.gz');
      ({ value: twin, problems } = await importOsm(path, (share) => shares.push(share)) as { value: Twin; problems: readonly Problem[] });
      text = gunzipSync(readFileSync(path)).toString('utf8');
    });

    test('nothing is wrong with it, and progress goes from start to end', () => {
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(checkTwin(twin).filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
      expect(shares.at(-1)).toBe(1);
      expect(shares.length).toBeGreaterThan(20);
    });

    test('lamps, stops and houses: as many as the file has', () => {
      const nodes = [...text.matchAll(/<node [^>]*[^/]>[\s\S]*?<\/node>/g)].map(([node]) => node);
      expect(twin.lamps.count).toBe(nodes.filter((node) => node.includes('k="highway" v="street_lamp"')).length);
      expect(twin.stops.count).toBe(nodes.filter((node) => node.includes('k="highway" v="bus_stop"') || node.includes('k="railway" v="tram_stop"')).length);
      const ways = [...text.matchAll(/<way [\s\S]*?<\/way>/g)].map(([way]) => way);
      const closed = (way: string): boolean => { const refs = [...way.matchAll(/ref="(\d+)"/g)].map(([, ref]) => ref); return refs.length >= 4 && refs[0] === refs.at(-1); };
      const houses = ways.filter((way) => /k="building" v="(?!no")/.test(way) && closed(way)).length;
      // An outline that the edge of the map leaves with fewer than three corners is no house; the file has few.
      expect(twin.houses.count).toBeLessThanOrEqual(houses);
      expect(twin.houses.count).toBeGreaterThan(0.97 * houses);
    });

    test('signals stand where the file has traffic signals: each on a junction, several of one junction together', () => {
      const tagged = count(text, /k="highway" v="traffic_signals"/g);
      expect(signalised(twin)).toBeGreaterThan(tagged / 5);
      expect(signalised(twin)).toBeLessThanOrEqual(tagged);
      for (let row = 0; row < twin.junctions.count; row++) expect(twin.junctions.controller[row]! >= 0).toBe(twin.junctions.control[row] === junctionControl.signals);
    });

    test('one way is one way: a roundabout has links in one direction only', () => {
      const roundabouts = [...text.matchAll(/<way id="(\d+)"[\s\S]*?<\/way>/g)].filter(([way]) => way.includes('k="junction" v="roundabout"')).map(([, id]) => `osm:way/${id}`);
      expect(roundabouts.length).toBeGreaterThan(0);
      const named = (name: string): string[] => [...twin.links.name].filter((link) => link === name || link.startsWith(`${name}#`) || link.startsWith(`${name}.`) || link.startsWith(`${name} `) || link.startsWith(`${name}:`));
      const drawn = roundabouts.filter((name) => named(name).length > 0);
      expect(drawn.length).toBeGreaterThan(0.5 * roundabouts.length);
      for (const name of drawn) {
        const rows = named(name).map((link) => twin.links.name.indexOf(link));
        const ends = new Set(rows.map((row) => `${twin.links.fromJunction[row]} ${twin.links.toJunction[row]}`));
        // Two halves of one small circle run between the same two junctions, and rightly so.
        for (const row of rows) if (twin.links.fromJunction[row] !== twin.links.toJunction[row]) expect(ends.has(`${twin.links.toJunction[row]} ${twin.links.fromJunction[row]}`) && rows.length > 2).toBe(false);
      }
    });

    test('a car that is on a street can leave it, but for the edge of the map', () => {
      expect(strandedShare(twin)).toBeLessThan(0.02);
    });
  });

  test('a PBF with signals and tramways becomes a twin', async () => {
    const { value: twin, problems } = await importOsm(sharedPath('02-osm/motis_test_case.osm.pbf'));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(twin!.links.count).toBeGreaterThan(300);
    expect(signalised(twin!)).toBeGreaterThan(5);
    expect(twin!.controllers.count).toBeGreaterThan(0);
    expect([...twin!.lanes.permitted].some((bits) => (bits & category.tram) !== 0)).toBe(true);
  });
});
