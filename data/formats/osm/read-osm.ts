import { stat } from 'node:fs/promises';
import { eastM, flatMapAt, northM, type FlatMap } from '../../../engine/foundation/flat-map.ts';
import type { Checked, Problem } from '../../../engine/foundation/problem.ts';
import type { landUse } from '../../../engine/twin/territory.ts';
import type { OsmCrossing } from '../../build/osm/crossings.ts';
import type { RawStreets, RawWay } from '../../build/raw-city.ts';
import { lampTags, type OsmLampTags } from './lamp-tags.ts';
import type { OsmNode, OsmRelation, OsmWay, Tags } from './osm-element.ts';
import { readOsmElements } from './read-elements.ts';
import { addStopSigns } from './stop-signs.ts';
import { isRestriction, readRestrictions } from './turn-restrictions.ts';
import { drivableWay } from './way-tags.ts';

type Corner = { xM: number; yM: number };

/** What an OpenStreetMap file gives a city, on a flat map around the middle of its streets. */
export interface OsmCity {
  map: FlatMap;
  streets: RawStreets;
  /** Tag `highway=street_lamp`. */
  lamps: (Corner & OsmLampTags)[];
  /** Tag `highway=crossing` on a street. */
  crossings: OsmCrossing[];
  /** Bus and tram stops. */
  stops: (Corner & { id: number; name: string; tram: boolean })[];
  buildings: { outline: Corner[]; heightM: number }[];
  areas: { name: string; use: keyof typeof landUse; outline: Corner[] }[];
}

const MAX_WAYS = 5_000_000;
/** A city and its surroundings are not wider than this; a node beside the map usually has a mistyped place. */
const MAX_SPAN_M = 300_000;
/** Storeys are taken as 3 m; a building without a height as two storeys. */
const STOREY_M = 3;

/** What of the first reading matters. */
interface Kept {
  ways: OsmWay[];
  restrictions: OsmRelation[];
  buildings: OsmWay[];
  areas: (OsmWay & { use: keyof typeof landUse })[];
}

function useOf(tags: Tags): keyof typeof landUse | undefined {
  if (tags['natural'] === 'water' || tags['waterway'] === 'riverbank' || tags['landuse'] === 'reservoir' || tags['landuse'] === 'basin') return 'water';
  if (tags['leisure'] === 'park' || tags['leisure'] === 'garden' || tags['landuse'] === 'recreation_ground' || tags['landuse'] === 'cemetery') return 'park';
  if (tags['landuse'] === 'forest' || tags['natural'] === 'wood') return 'forest';
  if (tags['place'] === 'square' || (tags['highway'] === 'pedestrian' && tags['area'] === 'yes')) return 'square';
  if (tags['landuse'] === 'industrial') return 'industry';
  if (tags['landuse'] === 'farmland' || tags['landuse'] === 'meadow' || tags['landuse'] === 'vineyard') return 'field';
  return undefined;
}

/** Nodes of ways are looked at only where streets need them; a signal tagged on the same node is its own. */
function crossingKind(tags: Tags): OsmCrossing['kind'] | undefined {
  const crossing = tags['crossing'] ?? '';
  if (tags['highway'] !== 'crossing' || crossing === 'no' || crossing === 'informal') return undefined;
  if (crossing === 'traffic_signals' || tags['crossing:signals'] === 'yes') return 'signals';
  return crossing === 'unmarked' || tags['crossing:markings'] === 'no' ? 'unmarked' : 'marked';
}

const isClosed = ({ nodeIds }: OsmWay) => nodeIds.length >= 4 && nodeIds[0] === nodeIds.at(-1);
const isOnTheGlobe = ({ latitudeDeg, longitudeDeg }: OsmNode) => Math.abs(latitudeDeg) <= 90 && Math.abs(longitudeDeg) <= 180;
const isStop = (tags: Tags) => tags['highway'] === 'bus_stop' || tags['railway'] === 'tram_stop';

/**
 * Reads a file twice: ways first, then only the nodes that they need, so that memory follows what is kept rather than
 * the file. `onProgress` gets a share from 0 to 1.
 */
export async function readOsm(path: string, onProgress: (share: number) => void = () => undefined): Promise<Checked<OsmCity>> {
  const totalBytes = 2 * ((await stat(path).catch(() => undefined))?.size ?? 1);
  let readBytes = 0;
  const onBytes = (bytes: number) => onProgress(Math.min(1, (readBytes += bytes) / totalBytes));

  const kept: Kept = { ways: [], restrictions: [], buildings: [], areas: [] };
  const inWays = await readOsmElements(path, (element) => {
    if (element.type === 'way') keepWay(kept, element);
    else if (element.type === 'relation' && isRestriction(element)) kept.restrictions.push(element);
  }, onBytes);
  if (inWays) return { problems: [inWays] };
  if (kept.ways.length === 0) return { problems: [{ severity: 'error', code: 'osm-no-streets', where: path, parameters: {} }] };
  if (kept.ways.length > MAX_WAYS) return { problems: [{ severity: 'error', code: 'osm-too-large', where: path, parameters: { cause: `${kept.ways.length} ways` } }] };

  const needed = new Set<number>();
  for (const { nodeIds } of [...kept.ways, ...kept.buildings, ...kept.areas]) for (const id of nodeIds) needed.add(id);
  const nodes = new Map<number, OsmNode>();
  const lamps: OsmNode[] = [], stops: OsmNode[] = [];
  const inNodes = await readOsmElements(path, (element) => {
    if (element.type !== 'node' || !isOnTheGlobe(element)) return;
    if (element.tags['highway'] === 'street_lamp') lamps.push(element);
    else if (isStop(element.tags)) stops.push(element);
    if (needed.has(element.id)) nodes.set(element.id, element);
  }, onBytes);
  if (inNodes) return { problems: [inNodes] };

  const { map, spanM } = mapAround(kept.ways, nodes);
  if (spanM > MAX_SPAN_M) return { problems: [{ severity: 'error', code: 'osm-too-large', where: path, parameters: { cause: `${Math.round(spanM / 1000)} km across` } }] };
  const place = ({ latitudeDeg, longitudeDeg }: OsmNode): Corner => ({ xM: eastM(map, longitudeDeg), yM: northM(map, latitudeDeg) });
  const outlineOf = ({ nodeIds }: OsmWay) => nodeIds.slice(0, -1).flatMap((id) => (nodes.has(id) ? [place(nodes.get(id)!)] : []));
  const problems: Problem[] = [];
  const streets = rawStreets(path, kept, nodes, place, problems);
  if (streets.ways.length === 0) return { problems: [{ severity: 'error', code: 'osm-no-streets', where: path, parameters: {} }] };
  return {
    value: {
      map,
      streets,
      lamps: lamps.map((node) => ({ ...place(node), ...lampTags(node.tags) })),
      crossings: [...nodes.values()].flatMap((node) => { const kind = crossingKind(node.tags); return kind ? [{ ...place(node), id: node.id, kind }] : []; }),
      stops: stops.map((node) => ({ ...place(node), id: node.id, name: node.tags['name'] ?? '', tram: node.tags['railway'] === 'tram_stop' })),
      buildings: kept.buildings.map((way) => ({ outline: outlineOf(way), heightM: heightM(way.tags) })).filter(({ outline }) => outline.length >= 3),
      areas: kept.areas.map((way) => ({ name: way.tags['name'] ?? '', use: way.use, outline: outlineOf(way) })).filter(({ outline }) => outline.length >= 3),
    },
    problems,
  };
}

function keepWay({ ways, buildings, areas }: Kept, way: OsmWay): void {
  if (drivableWay(way.tags)) ways.push(way);
  else if (isClosed(way)) {
    const use = useOf(way.tags);
    if (way.tags['building'] && way.tags['building'] !== 'no') buildings.push(way);
    else if (use) areas.push({ ...way, use });
  }
}

function heightM(tags: Tags): number {
  const height = parseFloat(tags['height'] ?? '');
  if (height > 0 && height < 500) return height;
  const levels = parseFloat(tags['building:levels'] ?? '');
  return levels > 0 && levels < 150 ? levels * STOREY_M : 2 * STOREY_M;
}

/** The flat map is laid around the middle of the streets' bounding box, rounded to 0.0001 degrees. */
function mapAround(ways: readonly OsmWay[], nodes: ReadonlyMap<number, OsmNode>): { map: FlatMap; spanM: number } {
  let south = 90, north = -90, west = 180, east = -180;
  for (const { nodeIds } of ways) {
    for (const id of nodeIds) {
      const node = nodes.get(id);
      if (!node) continue;
      south = Math.min(south, node.latitudeDeg);
      north = Math.max(north, node.latitudeDeg);
      west = Math.min(west, node.longitudeDeg);
      east = Math.max(east, node.longitudeDeg);
    }
  }
  const middle = (low: number, high: number) => Math.round(((low + high) / 2) * 1e4) / 1e4;
  const map = flatMapAt(middle(south, north), middle(west, east));
  return { map, spanM: Math.max((north - south) * map.metresPerDegreeNorth, (east - west) * map.metresPerDegreeEast) };
}

/** No place in the world has as many streets; more are a mistake, and make junctions that nothing can work out. */
const MOST_ARMS = 24;

/** Tells of each stretch between two nodes whether it is new, and its nodes not yet full. Twice the same stretch is a mistake of drawing. */
function stretchKeeper(): (from: number, to: number, way: Pick<RawWay, 'oneWay' | 'class' | 'level'>) => boolean {
  const known = new Set<string>(), arms = new Map<number, number>();
  return (from, to, way) => {
    const [first, second] = way.oneWay === 1 || (way.oneWay === 0 && from < to) ? [from, to] : [to, from];
    // Rails may lie in a street, on the same nodes.
    const key = `${first}:${second}:${way.oneWay === 0}:${way.class === 'tramway'}:${way.level}`;
    if (known.has(key) || (arms.get(from) ?? 0) >= MOST_ARMS || (arms.get(to) ?? 0) >= MOST_ARMS) return false;
    known.add(key);
    arms.set(from, (arms.get(from) ?? 0) + 1);
    arms.set(to, (arms.get(to) ?? 0) + 1);
    return true;
  };
}

/** Nodes that the file's edge has cut off are left out, and stretches drawn twice; a way that this cuts in two becomes two. */
function rawStreets(path: string, { ways, restrictions: relations }: Kept, nodes: ReadonlyMap<number, OsmNode>, place: (node: OsmNode) => Corner, problems: Problem[]): RawStreets {
  const streets: RawStreets = { nodes: [], ways: [] };
  const rows = new Map<number, number>(), signs = new Map<number, Tags>(), isNew = stretchKeeper();
  const rowOf = (node: OsmNode): number => {
    let row = rows.get(node.id);
    if (row === undefined) {
      row = streets.nodes.length;
      rows.set(node.id, row);
      if (node.tags['highway'] === 'stop') signs.set(row, node.tags);
      streets.nodes.push({ name: `osm:node/${node.id}`, ...place(node), ...(node.tags['highway'] === 'traffic_signals' && { control: 'signals' as const }) });
    }
    return row;
  };
  let cut = 0, twice = 0;
  for (const way of ways) {
    const drawn = drivableWay(way.tags)!;
    const stretches: number[][] = [[]];
    for (const id of way.nodeIds) {
      const node = nodes.get(id), before = stretches.at(-1)!.at(-1);
      if (!node) {
        if (before !== undefined) stretches.push([]);
        continue;
      }
      const row = rowOf(node);
      if (before === row) continue;
      if (before !== undefined && !isNew(before, row, drawn)) {
        twice++;
        stretches.push([]);
      }
      stretches.at(-1)!.push(row);
    }
    if (way.nodeIds.some((id) => !nodes.has(id))) cut++;
    stretches.filter((stretch) => stretch.length >= 2).forEach((stretch, part) => {
      streets.ways.push({ ...drawn, name: `osm:way/${way.id}${part > 0 ? `.${part}` : ''}`, nodes: stretch });
    });
  }
  addStopSigns(streets, signs);
  if (cut > 0) problems.push({ severity: 'warning', code: 'osm-cut-ways', where: path, parameters: { count: cut } });
  if (twice > 0) problems.push({ severity: 'warning', code: 'osm-stretches-left-out', where: path, parameters: { count: twice, mostArms: MOST_ARMS } });
  const { restrictions, unclear } = readRestrictions(relations, new Map(ways.map((way) => [way.id, way])), (id) => rows.get(id));
  if (unclear > 0) problems.push({ severity: 'warning', code: 'osm-restrictions-unclear', where: path, parameters: { count: unclear } });
  return { ...streets, restrictions };
}
