import { rowsWhere } from '../engine/foundation/table.ts';
import { category, roadClass } from '../engine/twin/streets.ts';
import { transitMode } from '../engine/twin/transit.ts';
import type { ReadingTwin } from '../engine/twin/twin.ts';
import { namesOfZone } from '../scenarios/language/zones.ts';

/** What changes call by name. */
export const nameKinds = ['lines', 'streets', 'communes', 'zones', 'junctions', 'stops', 'bollards'] as const;
export type NameKind = (typeof nameKinds)[number];

/** How a change writes one: no kind of change names a stop. */
export const fieldOfKind: Readonly<Partial<Record<NameKind, string>>> = {
  lines: 'lines: [...]', streets: 'where: { street: ... }', communes: 'where: { commune: ... }', zones: 'zone: ...', junctions: 'controllers: [...]', bollards: 'sites: [...]',
};

/** One name of a city as changes write it, what else people call it, and what helps to choose it. */
export interface CityName {
  name: string;
  also?: string[];
  /** Whatever is of no use for its kind is not there. Of a street: all stretches of this name together. */
  about: {
    mode?: string; title?: string; headwayMin?: number; people?: number; lamps?: number; streets?: string[]; lines?: string[]; communes?: string[];
    lengthM?: number; class?: string; fewestLanes?: number; mostLanes?: number;
    /** Length of the links, direction by direction, on which cars have two lanes or more: where one may be taken for buses. */
    wideM?: number;
  };
}

/** Every name of a kind, in the order of the alphabet; lines in that of the city. */
export function namesOf(kind: NameKind, twin: ReadingTwin): CityName[] {
  const { communes, lightingZones, bollardSites } = twin;
  switch (kind) {
    case 'lines': return linesOf(twin);
    case 'streets': return sorted(streetsOf(twin));
    case 'communes': return sorted(Array.from(communes.name, (name, row) => ({ name, about: { people: communes.population[row]! } })));
    case 'zones': return Array.from(lightingZones.name, (name, row) => ({ name, also: namesOfZone(name).slice(1), about: { lamps: rowsWhere(twin.lamps.count, (lamp) => twin.lamps.zone[lamp] === row).length } }));
    case 'junctions': return sorted(junctionsOf(twin));
    case 'stops': return sorted(stopsOf(twin));
    case 'bollards': return sorted([...new Set(Array.from(bollardSites.name))].map((name) => ({ name, about: {} })));
  }
}

/** Those that hold every word of a text, whatever its accents and capitals: "liberte" finds "Rue de la Liberté"; the name of a line those that it passes; a number is meant whole, "line 5" is not L15. */
export function namesLike(text: string, names: readonly CityName[]): CityName[] {
  const words = folded(text).split(' ').filter((word) => word !== '');
  return names.filter(({ name, also = [], about: { title = '', lines = [] } }) => {
    const told = folded([name, ...also, title].join(' '));
    return words.every((word) => (/^\d+$/.test(word) ? numbersIn(told).includes(word) : told.includes(word)) || lines.some((line) => folded(line) === word));
  });
}

const numbersIn = (text: string): string[] => text.match(/\d+/g) ?? [];

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

const sorted = (names: CityName[]): CityName[] => {
  const { compare } = new Intl.Collator('fr', { numeric: true });
  return names.sort((one, other) => compare(one.name, other.name));
};

const codeName = (codes: Readonly<Record<string, number>>, code: number): string => Object.keys(codes).find((name) => codes[name] === code) ?? '';

const linesOf = ({ lines }: ReadingTwin): CityName[] =>
  Array.from(lines.name, (name, row) => ({ name, also: ['ligne', 'line', codeName(transitMode, lines.mode[row]!)], about: { mode: codeName(transitMode, lines.mode[row]!), title: lines.title[row]!, ...(lines.headwayS[row]! > 0 && { headwayMin: Math.round(lines.headwayS[row]! / 6) / 10 }) } }));

function streetsOf(twin: ReadingTwin): CityName[] {
  const { streets, links, lanes, communes } = twin, driving = linesByStreet(twin), found = new Map<string, CityName>();
  const more = (list: string[] | undefined, names: Iterable<string>): string[] => [...new Set([...(list ?? []), ...names])];
  const nameOf = (street: number): CityName => found.get(streets.name[street]!)!;
  for (let street = 0; street < streets.count; street++) {
    const name = streets.name[street]!, { about } = found.get(name) ?? found.set(name, { name, about: { class: codeName(roadClass, streets.class[street]!), lengthM: 0, wideM: 0 } }).get(name)!;
    about.lengthM! += streets.lengthM[street]!;
    about.communes = more(about.communes, streets.commune[street]! < 0 ? [] : [communes.name[streets.commune[street]!]!]);
    about.lines = more(about.lines, driving.get(street) ?? []);
  }
  for (let link = 0; link < links.count; link++) {
    if (links.street[link]! < 0) continue;
    const { about } = nameOf(links.street[link]!), first = links.firstLane[link]!, count = rowsWhere(links.laneCount[link]!, (at) => (lanes.permitted[first + at]! & category.car) !== 0).length;
    if (count === 0) continue;
    about.fewestLanes = Math.min(about.fewestLanes ?? count, count);
    about.mostLanes = Math.max(about.mostLanes ?? count, count);
    if (count > 1) about.wideM! += links.lengthM[link]!;
  }
  for (const { about } of found.values()) for (const length of ['lengthM', 'wideM'] as const) about[length] = Math.round(about[length]!);
  return [...found.values()].filter(({ name }) => name !== '');
}

/** Lines whose vehicles drive along a street, by its row. */
function linesByStreet({ trips, lines, departures, routes, routeLinks, links }: ReadingTwin): Map<number, Set<string>> {
  const routesOf = new Map<number, Set<number>>(), found = new Map<number, Set<string>>();
  for (let trip = 0; trip < trips.count; trip++) if (trips.departure[trip]! >= 0) addTo(routesOf, trips.line[trip]!, departures.route[trips.departure[trip]!]!);
  for (const [line, own] of routesOf) {
    for (const route of own) for (let at = 0; at < routes.linkCount[route]!; at++) addTo(found, links.street[routeLinks.link[routes.firstLink[route]! + at]!]!, lines.name[line]!);
  }
  return found;
}

function addTo<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const there = map.get(key);
  if (there) there.add(value);
  else map.set(key, new Set([value]));
}

/** Junctions with signals, by the name of their controller, as changes call them. */
function junctionsOf({ controllers, junctions, links, streets }: ReadingTwin): CityName[] {
  const crossing = new Map<number, Set<string>>();
  for (let link = 0; link < links.count; link++) {
    for (const junction of [links.fromJunction[link]!, links.toJunction[link]!]) if (junctions.controller[junction]! >= 0 && links.street[link]! >= 0) addTo(crossing, junctions.controller[junction]!, streets.name[links.street[link]!]!);
  }
  return Array.from(controllers.name, (name, row) => ({ name, also: [...(crossing.get(row) ?? [])], about: { streets: [...(crossing.get(row) ?? [])] } }));
}

function stopsOf({ stops, lineStops, lines }: ReadingTwin): CityName[] {
  const serving = new Map<string, Set<string>>();
  for (let row = 0; row < lineStops.count; row++) addTo(serving, stops.name[lineStops.stop[row]!]!, lines.name[lineStops.line[row]!]!);
  return [...new Set(Array.from(stops.name))].map((name) => ({ name, about: { lines: [...(serving.get(name) ?? [])] } }));
}
