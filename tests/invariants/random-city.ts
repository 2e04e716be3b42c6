// Cities drawn by a seed: a few blocks with every kind of junction, and traffic that crosses them, buses with halts among it.
import { addCrossings } from '../../data/build/crossings/add-crossings.ts';
import { buildStreets } from '../../data/build/streets/build-streets.ts';
import { importedFacts } from '../../data/build/imported-facts.ts';
import type { RoadClassName } from '../../data/build/names.ts';
import type { RawNode, RawStreets, RawWay } from '../../data/build/raw-city.ts';
import { vehicleTypeFacts } from '../../data/build/demand/vehicle-types.ts';
import { flatMapAt } from '../../engine/foundation/flat-map.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { makePathFinder } from '../../engine/paths/path-finder.ts';
import { carFollowing, departLane, departRule, departureColumns, haltColumns, routeColumns, routeLinkColumns, vehicleTypeColumns } from '../../engine/twin/demand.ts';
import { eventColumns, eventKind } from '../../engine/twin/events.ts';
import { category, ORDINARY_TRAFFIC } from '../../engine/twin/streets.ts';
import { stopColumns } from '../../engine/twin/transit.ts';
import { emptyTwin, type Twin } from '../../engine/twin/twin.ts';

type Draw = (purpose: number, row?: number) => number;
const pick = <T>(from: readonly T[], share: number): T => from[Math.floor(share * from.length)]!;

const COLUMNS = 3, ROWS = 3;

/** Three streets by three with arms that lead out; the middle one, or one beside it, may be a roundabout. */
function drawStreets(draw: Draw): RawStreets {
  const spacingM = 90 + 110 * draw(1), nodes: RawNode[] = [], ways: RawWay[] = [];
  const control = (at: number): Partial<RawNode> => (draw(2, at) < 0.4 ? { control: 'signals' } : {});
  const roundabout = draw(3) < 0.6 ? Math.floor(draw(4) * COLUMNS * ROWS) : -1;
  const jitterM = (purpose: number, at: number): number => Math.round(30_000 * (draw(purpose, at) - 0.5)) / 1000;
  const place = (column: number, row: number, at: number) => ({ xM: column * spacingM + jitterM(5, at), yM: row * spacingM + jitterM(6, at) });
  const centres = Array.from({ length: COLUMNS * ROWS }, (_, at) => ({ ...place(at % COLUMNS, Math.floor(at / COLUMNS), at), at }));
  // Where a street meets a junction: its node, or the side of the ring that looks its way.
  const meets: number[][] = centres.map(({ xM, yM, at }) => {
    if (at !== roundabout) return [0, 1, 2, 3].fill(nodes.push({ name: `n${at}`, xM, yM, ...control(at) }) - 1);
    const radiusM = 12 + 10 * draw(7);
    const ring = [[1, 0], [0, 1], [-1, 0], [0, -1]].map(([eastwards, northwards], side) => nodes.push({ name: `ring ${side}`, xM: xM + radiusM * eastwards!, yM: yM + radiusM * northwards! }) - 1);
    ways.push({ ...street(draw, 90, 'secondary'), name: 'ring', nodes: [...ring, ring[0]!], oneWay: 1, lanesForward: draw(8) < 0.3 ? 2 : 1, lanesBackward: 0, roundabout: true, speedLimitMps: 30 / 3.6 });
    return ring;
  });
  const classes: RoadClassName[] = Array.from({ length: COLUMNS + ROWS }, (_, line) => pick(['primary', 'secondary', 'tertiary', 'residential', 'residential'] as const, draw(9, line)));
  const join = (one: number, other: number, line: number, name: string): void => { ways.push({ ...street(draw, 100 + ways.length, classes[line]!), name, nodes: [one, other] }); };
  const outside = (at: number, eastwards: number, northwards: number): number =>
    nodes.push({ name: `out ${at} ${eastwards} ${northwards}`, xM: centres[at]!.xM + eastwards * (120 + 150 * draw(10, at)), yM: centres[at]!.yM + northwards * (120 + 150 * draw(11, at)) }) - 1;
  for (let at = 0; at < COLUMNS * ROWS; at++) {
    const column = at % COLUMNS, row = Math.floor(at / COLUMNS);
    if (column === 0) join(outside(at, -1, 0), meets[at]![2]!, row, `west ${at}`);
    if (row === 0) join(outside(at, 0, -1), meets[at]![3]!, ROWS + column, `south ${at}`);
    if (column + 1 === COLUMNS) join(meets[at]![0]!, outside(at, 1, 0), row, `east ${at}`);
    else join(meets[at]![0]!, meets[at + 1]![2]!, row, `along ${at}`);
    if (row + 1 === ROWS) join(meets[at]![1]!, outside(at, 0, 1), ROWS + column, `north ${at}`);
    else join(meets[at]![1]!, meets[at + COLUMNS]![3]!, ROWS + column, `up ${at}`);
  }
  return { nodes, ways };
}

/** Lanes, limit and bus lane of one street. */
function street(draw: Draw, at: number, roadClass: RoadClassName): RawWay {
  const isWide = roadClass === 'primary' || roadClass === 'secondary', lanes = (purpose: number): number => (isWide ? 1 + Math.floor(2.6 * draw(purpose, at)) : 1);
  return {
    name: '', title: '', class: roadClass, nodes: [], oneWay: 0, lanesForward: lanes(20), lanesBackward: lanes(21), busLaneForward: isWide && draw(22, at) < 0.2, busLaneBackward: false,
    speedLimitMps: (roadClass === 'residential' ? pick([20, 30, 30], draw(23, at)) : pick([30, 50, 50, 70], draw(23, at))) / 3.6, roundabout: false, level: 0, permitted: ORDINARY_TRAFFIC,
  };
}

/** A city with `vehicleCount` vehicles that depart within a quarter of an hour. The same seed draws the same city. */
export function randomCity(seed: number, vehicleCount: number): Twin {
  const draw: Draw = (purpose, row = 0) => randomShare(seed, 2000 + purpose, row, 0);
  const twin: Twin = { ...emptyTwin({ ...importedFacts(`city ${seed}`, flatMapAt(47, 5)), rescueAfterS: 0 }), ...buildStreets(drawStreets(draw)) };
  const isIdm = draw(30) < 0.5;
  twin.vehicleTypes = tableFrom(vehicleTypeColumns, vehicleTypeFacts.map((type) => ({ ...type, ...(isIdm ? { carFollowing: carFollowing.idm, headwayS: 1.2 } : {}) })));
  addTraffic(twin, draw, vehicleCount);
  return twin;
}

interface Trip { links: number[]; type: number; departS: number; halt: number }

function addTraffic(twin: Twin, draw: Draw, vehicleCount: number): void {
  const { links, lanes } = twin, isEnd = (junction: number): boolean => twin.junctions.name[junction]!.startsWith('out');
  const origins = [...links.name.keys()].filter((link) => isEnd(links.fromJunction[link]!)), targets = [...links.name.keys()].filter((link) => isEnd(links.toJunction[link]!));
  const costsS = Float64Array.from(links.lengthM, (lengthM, link) => lengthM / links.speedLimitMps[link]!);
  const trips: Trip[] = [];
  for (let row = 0; row < vehicleCount; row++) {
    const share = draw(40, row), type = share < 0.8 ? 0 : share < 0.85 ? 1 : share < 0.9 ? 2 : share < 0.95 ? 3 : share < 0.98 ? 4 : 5;
    const finder = makePathFinder(twin, vehicleTypeFacts[type]!.category, costsS), from = pick(origins, draw(41, row)), to = pick(targets, draw(42, row));
    finder.search(from, to);
    const path = finder.pathTo(to);
    if (path.length < 2 || path.some((link, at) => at > 0 && links.street[link] === links.street[path[at - 1]!])) continue;
    trips.push({ links: path, type, departS: Math.floor(900 * draw(43, row)), halt: type >= 4 ? 1 + Math.floor(draw(44, row) * (path.length - 1)) - 1 : -1 });
  }
  trips.sort((one, other) => one.departS - other.departS);
  let firstLink = 0;
  twin.routes = tableFrom(routeColumns, trips.map((trip) => { const row = { firstLink, linkCount: trip.links.length }; firstLink += row.linkCount; return row; }));
  twin.routeLinks = tableFrom(routeLinkColumns, trips.flatMap((trip) => trip.links.map((link) => ({ link }))));
  const halts = trips.filter(({ halt }) => halt >= 0).map(({ links: path, halt }) => {
    const first = links.firstLane[path[halt]!]!, lane = Array.from({ length: links.laneCount[path[halt]!]! }, (_, index) => first + index).find((one) => (lanes.permitted[one]! & category.bus) !== 0)!;
    return { stop: -1, lane, positionM: 0.6 * lanes.lengthM[lane]!, dwellS: 12, untilS: -1, routeIndex: halt };
  });
  let firstHalt = 0;
  twin.stops = tableFrom(stopColumns, []);
  twin.halts = tableFrom(haltColumns, halts);
  twin.departures = tableFrom(departureColumns, trips.map((trip, row) => {
    const haltCount = trip.halt >= 0 ? 1 : 0, at = firstHalt;
    firstHalt += haltCount;
    return {
      name: `vehicle ${row}`, vehicleType: trip.type, route: row, departS: trip.departS, departLane: departLane.best, departPositionM: departRule.base, departSpeedMps: departRule.max,
      arrivalPositionM: -1, firstHalt: at, haltCount, trip: -1, after: -1,
    };
  }));
}

/** The same with people who cross at zebras, and a closure, an incident and another limit for part of the time. */
export function eventfulCity(seed: number, vehicleCount: number): Twin {
  const twin = randomCity(seed, vehicleCount), draw: Draw = (purpose, row = 0) => randomShare(seed, 2100 + purpose, row, 0);
  const sites = [...twin.streets.name.keys()].filter((street) => draw(1, street) < 0.3).map((street) => {
    const link = twin.links.street.indexOf(street), junction = twin.links.toJunction[link]!;
    return { name: `zebra ${street}`, street, junction, xM: twin.junctions.xM[junction]!, yM: twin.junctions.yM[junction]!, control: 'zebra' as const, dayPeopleCount: 4000 };
  });
  addCrossings(twin, sites, Array.from({ length: 24 }, () => 1));
  const inner = [...twin.links.name.keys()].filter((link) => twin.links.name[link]!.startsWith('along') || twin.links.name[link]!.startsWith('up'));
  const none = { lane: -1, permitted: 0, fromM: 0, untilM: 0, speedLimitMps: 0, firstLink: 0, linkCount: 0 };
  twin.events = tableFrom(eventColumns, [
    { ...none, kind: eventKind.closure, link: pick(inner, draw(2)), fromS: 200, untilS: 400 },
    { ...none, kind: eventKind.speedLimit, link: pick(inner, draw(3)), fromS: 100, untilS: 500, speedLimitMps: 5 },
    ...[pick(inner, draw(4))].map((link) => ({ ...none, kind: eventKind.incident, link, lane: twin.links.firstLane[link]! + twin.links.laneCount[link]! - 1, fromS: 150, untilS: 350, fromM: 20, untilM: 30 })),
  ]);
  return twin;
}
