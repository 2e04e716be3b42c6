// Goal: what is built from real maps can be driven: no row out of place, no lane that leads nowhere but at the end of the map.
import { describe, expect, test } from 'vitest';
import { importOsm } from '../../data/build/from-osm.ts';
import type { RawStreets } from '../../data/build/raw-city.ts';
import { readOsm } from '../../data/formats/osm/read-osm.ts';
import { makeLinkGraph } from '../../engine/paths/link-graph.ts';
import { category, junctionControl } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';

/** Turns back at sharp angles, off ramps for instance, are not made; who depends on them is cut off. */
const LOST_TO_TURNS = 0.03;

/** The largest part of a directed graph in which everything reaches everything, by a second way: Kosaraju's two sweeps. */
function largestPart(nodeCount: number, edges: readonly (readonly [number, number])[]): Set<number> {
  const out: number[][] = Array.from({ length: nodeCount }, () => []), back: number[][] = Array.from({ length: nodeCount }, () => []);
  for (const [from, to] of edges) { out[from]!.push(to); back[to]!.push(from); }
  const order: number[] = [], seen = new Uint8Array(nodeCount);
  for (let start = 0; start < nodeCount; start++) {
    if (seen[start]) continue;
    seen[start] = 1;
    const path = [{ node: start, next: 0 }];
    while (path.length > 0) {
      const top = path.at(-1)!, there = out[top.node]![top.next++];
      if (there === undefined) order.push(path.pop()!.node);
      else if (!seen[there]) { seen[there] = 1; path.push({ node: there, next: 0 }); }
    }
  }
  let largest: number[] = [];
  const taken = new Uint8Array(nodeCount);
  for (const start of order.reverse()) {
    if (taken[start]) continue;
    taken[start] = 1;
    const part = [start];
    for (let at = 0; at < part.length; at++) for (const there of back[part[at]!]!) if (!taken[there]) { taken[there] = 1; part.push(there); }
    if (part.length > largest.length) largest = part;
  }
  return new Set(largest);
}

/** Kilometres of the map's streets for cars, each direction counted, that lie in its largest connected part; turns are all free here. */
function mapShare({ nodes, ways }: RawStreets): number {
  const edges: (readonly [number, number])[] = [];
  const forCars = ways.filter(({ permitted }) => (permitted & category.car) !== 0);
  for (const way of forCars) {
    for (let at = 1; at < way.nodes.length; at++) {
      if (way.oneWay !== -1) edges.push([way.nodes[at - 1]!, way.nodes[at]!]);
      if (way.oneWay !== 1) edges.push([way.nodes[at]!, way.nodes[at - 1]!]);
    }
  }
  const part = largestPart(nodes.length, edges);
  const lengthM = ([from, to]: readonly [number, number]) => Math.hypot(nodes[from]!.xM - nodes[to]!.xM, nodes[from]!.yM - nodes[to]!.yM);
  const sumM = (of: readonly (readonly [number, number])[]) => of.reduce((sum, edge) => sum + lengthM(edge), 0);
  return sumM(edges.filter(([from, to]) => part.has(from) && part.has(to))) / sumM(edges);
}

/** The same of the built links, which are joined by movements. */
function builtShare(twin: Twin): number {
  const { links } = twin, { drivable, firstNext, next } = makeLinkGraph(twin, category.car);
  const part = largestPart(links.count, Array.from(links.lengthM.keys()).flatMap((link) => Array.from(next.slice(firstNext[link], firstNext[link + 1]), (follower) => [link, follower] as const)));
  let withinM = 0, wholeM = 0;
  for (let link = 0; link < links.count; link++) {
    if (!drivable[link]) continue;
    wholeM += links.lengthM[link]!;
    if (part.has(link)) withinM += links.lengthM[link]!;
  }
  return withinM / wholeM;
}

/** By junction: 1 if a car may leave it. Where the map ends on a tram track, none can. */
function hasWayOut({ junctions, links, lanes }: Twin): Uint8Array {
  const out = new Uint8Array(junctions.count);
  for (let lane = 0; lane < lanes.count; lane++) if ((lanes.permitted[lane]! & category.car) !== 0) out[links.fromJunction[lanes.link[lane]!]!] = 1;
  return out;
}

const proof = process.env['JUMEAU_PROOF'] === '1';
const maps: [string, { junctions: number; signalised: number }][] = [
  ['badhersfeld_bbox.osm.xml.gz', { junctions: 1500, signalised: 25 }],
  ['motis_test_case.osm.pbf', { junctions: 150, signalised: 10 }],
  ['planetiler_monaco.osm.pbf', { junctions: 500, signalised: 3 }],
  // Three junctions with signals: nodes with room for one car between their stop lines are one.
  ['liechtenstein-latest.osm.pbf', { junctions: 2500, signalised: 2 }],
  ['herrenberg-minimal.osm.pbf', { junctions: 600, signalised: 10 }],
  ['north-bayreuth.osm.gz', { junctions: 800, signalised: 3 }],
];

describeOnSharedData(`real maps, ${proof ? 'all' : 'three of six'}`, () => {
  describe.each(proof ? maps : maps.slice(0, 3))('%s', (name, least) => {
    test('becomes a twin without a problem, and can be driven', async () => {
      const shares: number[] = [];
      const { value: twin, problems } = await importOsm(sharedPath(`02-osm/${name}`), (share) => shares.push(share));
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(shares.at(-1)).toBe(1);
      for (let at = 1; at < shares.length; at++) expect(shares[at]).toBeGreaterThanOrEqual(shares[at - 1]!);
      const { junctions, controllers, lanes, links, movements } = twin!;
      expect(junctions.count).toBeGreaterThan(least.junctions);
      const signalised = Array.from({ length: junctions.count }, (_, row) => row).filter((row) => junctions.control[row] === junctionControl.signals);
      expect(signalised.length).toBeGreaterThan(least.signalised);
      const map = mapShare((await readOsm(sharedPath(`02-osm/${name}`))).value!.streets), built = builtShare(twin!);
      console.log(`${name}: ${(100 * built).toFixed(1)} % of the link kilometres are connected both ways, ${(100 * map).toFixed(1)} % on the map with every turn allowed`);
      expect(built).toBeGreaterThan(map - LOST_TO_TURNS);
      // One controller for each, or for several that lie close together; crossings of pedestrians have their own.
      expect(new Set(signalised.map((row) => junctions.controller[row])).size).toBeLessThanOrEqual(controllers.count);
      expect(signalised.every((row) => junctions.controller[row]! >= 0)).toBe(true);

      const wayOut = hasWayOut(twin!);
      const trapped = Array.from(lanes.link.keys()).filter((lane) => (lanes.permitted[lane]! & category.car) !== 0 && lanes.movementCount[lane] === 0 && wayOut[links.toJunction[lanes.link[lane]!]!]);
      expect(trapped).toEqual([]);
      expect(Math.min(...links.lengthM)).toBeGreaterThan(0.5);
      expect(Math.min(...movements.lengthM)).toBeGreaterThan(0.5);
      expect(Math.min(...movements.speedLimitMps)).toBeGreaterThanOrEqual(1);
    });
  });
});
