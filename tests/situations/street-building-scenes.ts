import { buildStreets, type BuiltStreets } from '../../data/build/streets/build-streets.ts';
import type { RawNode, RawWay } from '../../data/build/raw-city.ts';
import { category, conflictKind, ORDINARY_TRAFFIC, turn } from '../../engine/twin/streets.ts';

/** Nodes by letter, ways by the letters they run over: 'w-J-e'. One unit of a place is a metre. */
export type Places = Readonly<Record<string, readonly [eastM: number, northM: number, properties?: Partial<RawNode>]>>;

const STREET: Omit<RawWay, 'name' | 'nodes'> = {
  title: '', class: 'residential', oneWay: 0, lanesForward: 1, lanesBackward: 1, busLaneForward: false, busLaneBackward: false,
  speedLimitMps: 50 / 3.6, roundabout: false, level: 0, permitted: ORDINARY_TRAFFIC,
};
export const oneWay = (lanes: number): Partial<RawWay> => ({ oneWay: 1, lanesForward: lanes, lanesBackward: 0 });
export const tram: Partial<RawWay> = { class: 'tramway', permitted: category.tram };

/** What may not be driven, or must be, as letters of places: 'w-J-n'. */
export interface DrawnRestriction { kind: 'no' | 'only'; path: string; categories?: number }

/** A built network that can be asked about by the names of its streets. */
export function drawnStreets(places: Places, ways: Readonly<Record<string, Partial<RawWay>>>, restrictions: readonly DrawnRestriction[] = []) {
  const letters = Object.keys(places);
  const nodes: RawNode[] = letters.map((name) => ({ name, xM: places[name]![0], yM: places[name]![1], ...places[name]![2] }));
  const rows = (path: string): number[] => path.split('-').map((letter) => letters.indexOf(letter));
  const twin = buildStreets({ nodes, ways: Object.entries(ways).map(([path, properties]) => ({ ...STREET, ...properties, name: path, nodes: rows(path) })),
    restrictions: restrictions.map(({ kind, path, categories }) => ({ kind, categories: categories ?? ORDINARY_TRAFFIC, paths: [rows(path)] })) });
  return { twin, ...asked(twin) };
}

function asked({ junctions, links, lanes, movements, conflicts }: BuiltStreets) {
  const junction = (name: string): number => junctions.name.findIndex((full) => full.split('+').includes(name));
  /** The link from one place to another. */
  const link = (from: string, to: string): number => {
    for (let row = 0; row < links.count; row++) if (links.fromJunction[row] === junction(from) && links.toJunction[row] === junction(to)) return row;
    throw new Error(`no link leads from ${from} to ${to}`);
  };
  const lanesOf = (row: number): number[] => Array.from({ length: links.laneCount[row]! }, (_, index) => links.firstLane[row]! + index);
  const linkOf = (lane: number): number => lanes.link[lane]!;
  const name = (code: number): string => Object.keys(turn).find((key) => turn[key as keyof typeof turn] === code)!;
  /** Movements by the way 'w>J>n', every lane of it. */
  const by = (way: string): number[] => {
    const [from, over, to] = way.split('>') as [string, string, string];
    const one = link(from, over), other = link(over, to);
    return Array.from(movements.fromLane.keys()).filter((row) => linkOf(movements.fromLane[row]!) === one && linkOf(movements.toLane[row]!) === other);
  };
  const conflictsOf = (mine: string, foe: string) => by(mine).flatMap((movement) => {
    const foes = by(foe), first = movements.firstConflict[movement]!;
    return Array.from({ length: movements.conflictCount[movement]! }, (_, index) => first + index)
      .filter((row) => foes.includes(conflicts.foe[row]!) && conflicts.kind[row] !== conflictKind.diverge);
  });
  return {
    junction, link, lanesOf, by, conflictsOf,
    control: (place: string) => junctions.control[junction(place)]!,
    /** 'gives way', 'goes first' or 'never meets'. */
    against: (mine: string, foe: string): string => {
      const rows = conflictsOf(mine, foe);
      return rows.length === 0 ? 'never meets' : rows.every((row) => conflicts.yields[row] === 1) ? 'gives way' : rows.every((row) => conflicts.yields[row] === 0) ? 'goes first' : 'either';
    },
    /** Where each lane leads, right to left: 'right straight'. */
    turnsOf: (from: string, to: string): string[] => lanesOf(link(from, to)).map((lane) =>
      [...new Set(Array.from({ length: lanes.movementCount[lane]! }, (_, index) => name(movements.turn[lanes.firstMovement[lane]! + index]!)))].join(' ')),
    /** Lane numbers from the right: 'from>to', one a movement. */
    lanePairs: (way: string): string[] => by(way).map((row) => {
      const from = movements.fromLane[row]!, to = movements.toLane[row]!;
      return `${from - links.firstLane[linkOf(from)]!}>${to - links.firstLane[linkOf(to)]!}`;
    }),
  };
}
