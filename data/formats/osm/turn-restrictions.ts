import { category, ORDINARY_TRAFFIC } from '../../../engine/twin/streets.ts';
import type { RawRestriction } from '../../build/raw-city.ts';
import { wordTable } from '../word-table.ts';
import type { OsmRelation, OsmWay, Tags } from './osm-element.ts';

/** Who is meant by the words of `except` and of `restriction:...` (wiki.openstreetmap.org/wiki/Relation:restriction). */
const categoriesOfWord: Readonly<Record<string, number>> = wordTable({
  psv: category.bus | category.taxi, bus: category.bus, taxi: category.taxi, motorcar: category.car | category.taxi, hgv: category.lorry, goods: category.van,
  bicycle: category.bicycle, motorcycle: category.motorcycle, moped: category.motorcycle, emergency: category.emergency,
  motor_vehicle: ORDINARY_TRAFFIC & ~category.bicycle, vehicle: ORDINARY_TRAFFIC,
});
const WORD = /^(no|only)_(left_turn|right_turn|straight_on|u_turn|entry|exit)$/;
/** A chain of more ways between the first and the last is a mistake of drawing. */
const MOST_VIA_WAYS = 8;
/** ... and so are more pairs of a way in and a way out. */
const MOST_PAIRS = 100;

export const isRestriction = ({ tags }: OsmRelation): boolean => tags['type'] === 'restriction' || (tags['type']?.startsWith('restriction:') ?? false);

/** Whom each of the words of a relation concerns. Those that hold at some hours only are not among them. */
function rulesOf(tags: Tags): { kind: 'no' | 'only'; categories: number }[] {
  const excepted = (tags['except'] ?? '').split(/[;,]/).reduce((bits, word) => bits | (categoriesOfWord[word.trim()] ?? 0), 0);
  return Object.entries(tags).flatMap(([key, value]) => {
    const word = WORD.exec(value), concerned = key === 'restriction' ? ORDINARY_TRAFFIC : key.startsWith('restriction:') ? (categoriesOfWord[key.slice('restriction:'.length)] ?? 0) : 0;
    const categories = concerned & ~excepted;
    return word && categories !== 0 ? [{ kind: word[1] as 'no' | 'only', categories }] : [];
  });
}

/** The nodes that a vehicle passes on its way along these ways, each entered at the node where it meets the one before: from the last before the first meeting to the first after the last. Empty where the ways do not meet end to end. */
function nodesAlong(ways: readonly OsmWay[], viaNode: number | undefined): number[][] {
  const [first, ...rest] = ways as [OsmWay, ...OsmWay[]];
  const meetings = viaNode !== undefined ? [viaNode] : ends(first).filter((node) => rest[0]!.nodeIds.includes(node));
  return meetings.flatMap((meeting) => neighbours(first, meeting, 'before').flatMap((before) => {
    let paths: number[][] = [[before, meeting]];
    for (const way of rest.slice(0, -1)) {
      paths = paths.flatMap((path) => {
        const from = path.at(-1)!;
        if (way.nodeIds[0] === from) return [[...path, ...way.nodeIds.slice(1)]];
        return way.nodeIds.at(-1) === from ? [[...path, ...way.nodeIds.slice(0, -1).reverse()]] : [];
      });
    }
    return paths.flatMap((path) => neighbours(rest.at(-1)!, path.at(-1)!, 'after').map((after) => [...path, after]));
  }));
}

const ends = ({ nodeIds }: OsmWay): number[] => [...new Set([nodeIds[0]!, nodeIds.at(-1)!])];

/** The nodes of a way from which a vehicle may come to one of its nodes, or to which it may go on from there. */
function neighbours({ nodeIds, tags }: OsmWay, node: number, side: 'before' | 'after'): number[] {
  const oneWay = tags['oneway'] === '-1' ? -1 : tags['oneway'] === 'yes' || tags['oneway'] === '1' || tags['junction'] === 'roundabout' ? 1 : 0;
  const found: number[] = [];
  nodeIds.forEach((id, at) => {
    if (id !== node) return;
    for (const step of [-1, 1]) {
      const other = nodeIds[at + step];
      // With the order of nodes a vehicle comes from the one before, and goes on to the one after.
      const isWithOrder = (side === 'before') === (step === -1);
      if (other !== undefined && (oneWay === 0 || (oneWay === 1) === isWithOrder)) found.push(other);
    }
  });
  return found;
}

/**
 * Turn restrictions as node paths that may not be driven, or must be. `rowOf`: the row of a node, undefined where the
 * file's edge has cut it off. Relations on other ways than those kept concern nobody here; those that cannot be followed are counted.
 */
export function readRestrictions(relations: readonly OsmRelation[], ways: ReadonlyMap<number, OsmWay>, rowOf: (node: number) => number | undefined): { restrictions: RawRestriction[]; unclear: number } {
  const restrictions: RawRestriction[] = [];
  let unclear = 0;
  for (const relation of relations) {
    const rules = rulesOf(relation.tags), members = (role: string) => relation.members.filter((member) => member.role === role);
    const from = members('from'), to = members('to'), via = members('via');
    const areWays = [...from, ...to].every(({ type }) => type === 'way') && from.length * to.length <= MOST_PAIRS;
    const known = [...from, ...to, ...via].filter(({ type }) => type === 'way').every(({ id }) => ways.has(id));
    if (!known && areWays && rules.length > 0) continue;
    const viaNode = via.length === 1 && via[0]!.type === 'node' ? via[0]!.id : undefined, viaWays = via.filter(({ type }) => type === 'way').map(({ id }) => ways.get(id)!);
    const hasPlace = viaNode !== undefined ? via.length === 1 : viaWays.length === via.length && via.length > 0 && via.length <= MOST_VIA_WAYS;
    if (rules.length === 0 || from.length === 0 || to.length === 0 || !areWays || !hasPlace) { unclear++; continue; }
    const paths = from.flatMap((one) => to.flatMap((other) => nodesAlong([ways.get(one.id)!, ...viaWays, ways.get(other.id)!], viaNode)))
      .map((path) => path.map(rowOf)).filter((path): path is number[] => path.every((row) => row !== undefined));
    if (paths.length === 0) unclear++;
    for (const { kind, categories } of rules) {
      // Where a way goes on beyond the meeting both ways, what must be driven is either.
      if (kind === 'no') for (const nodes of paths) restrictions.push({ kind, categories, paths: [nodes] });
      else for (const group of sameStart(paths)) restrictions.push({ kind, categories, paths: group });
    }
  }
  return { restrictions, unclear };
}

/** Paths that begin with the same two nodes, together. */
function sameStart(paths: readonly number[][]): number[][][] {
  const groups = new Map<string, number[][]>();
  for (const path of paths) groups.set(`${path[0]} ${path[1]}`, [...(groups.get(`${path[0]} ${path[1]}`) ?? []), path]);
  return [...groups.values()];
}
