// A town with a known origin-destination matrix, a wrong idea of it, and noisy counts on some of its links.
import { randomNormal, randomShare } from '../../engine/foundation/random.ts';
import { makeTable, tableFrom } from '../../engine/foundation/table.ts';
import { makePathFinder } from '../../engine/paths/path-finder.ts';
import { departLane, departRule, departureColumns, routeColumns, routeLinkColumns } from '../../engine/twin/demand.ts';
import { category } from '../../engine/twin/streets.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { linkCountColumns, type LinkCountTable } from '../../scenarios/calibrate/link-count-table.ts';
import { demandCells, HOUR_S } from '../../scenarios/calibrate/demand-cells.ts';
import { seenBy, tracePassages } from '../../scenarios/calibrate/passages.ts';
import { quietLinkTimes } from '../../scenarios/equilibrium/link-times.ts';
import { buildTown, type TownLink, type TownMovement } from '../situations/traffic-town.ts';

export const SIDE = 9, BLOCK_M = 350, FROM_HOUR = 7, UNTIL_HOUR = 9;
const PURPOSE = { speed: 1, attraction: 2, production: 3, noise: 4, start: 5, place: 6, sample: 7, originError: 8, destinationError: 9, pairError: 10, hourError: 11, wholeError: 12 } as const;

/** A grid of two-way streets; every third one is a main road. */
export function gridTown(): Twin {
  const links: TownLink[] = [], movements: TownMovement[] = [];
  const node = (x: number, y: number) => `${x} ${y}`;
  const inside = (x: number, y: number) => x >= 0 && y >= 0 && x < SIDE && y < SIDE;
  const ways = [[1, 0], [0, 1], [-1, 0], [0, -1]] as const;
  for (let x = 0; x < SIDE; x++) for (let y = 0; y < SIDE; y++) for (const [eastward, northward] of ways) {
    const toX = x + eastward, toY = y + northward;
    if (!inside(toX, toY)) continue;
    const isMain = (eastward !== 0 ? y : x) % 3 === 1;
    links.push({ name: `${node(x, y)}>${node(toX, toY)}`, from: node(x, y), to: node(toX, toY), lengthM: BLOCK_M, speedMps: isMain ? 13.9 : 8.3 + randomShare(1, PURPOSE.speed, x, y) });
    for (const [nextEast, nextNorth] of ways) {
      if (!inside(toX + nextEast, toY + nextNorth) || (nextEast === -eastward && nextNorth === -northward)) continue;
      movements.push({ from: `${node(x, y)}>${node(toX, toY)}.0`, to: `${node(toX, toY)}>${node(toX + nextEast, toY + nextNorth)}.0` });
    }
  }
  const twin = buildTown({ links, movements, vehicles: [] });
  twin.junctions.name.forEach((name, row) => {
    const [x, y] = name.split(' ').map(Number);
    twin.junctions.xM[row] = x! * BLOCK_M;
    twin.junctions.yM[row] = y! * BLOCK_M;
  });
  return twin;
}

/** Trips an hour between all pairs of places, each with its way. */
export interface Matrix { twin: Twin; routeOf: { route: number; from: number; to: number }[]; perHour: Float64Array[] }

/** Places are the links that leave every other node; people go where much is, and rather near than far. */
export function hiddenMatrix(town: Twin, seed: number, vehiclesPerHour: number): Matrix {
  const twin = { ...town }, { links, junctions } = twin;
  const costs = Float64Array.from({ length: links.count }, (_, link) => links.lengthM[link]! / links.speedLimitMps[link]!);
  const finder = makePathFinder(twin, category.car, costs);
  const places: number[] = [], seen = new Set<number>();
  for (let link = 0; link < links.count; link++) {
    const [x, y] = junctions.name[links.fromJunction[link]!]!.split(' ').map(Number);
    if ((x! + y!) % 2 === 0 && !seen.has(links.fromJunction[link]!)) { places.push(link); seen.add(links.fromJunction[link]!); }
  }
  const routeLinks: number[] = [], routes: { firstLink: number; linkCount: number }[] = [], routeOf: Matrix['routeOf'] = [], weight: number[] = [];
  for (const [from, start] of places.entries()) {
    finder.search(start);
    for (const [to, end] of places.entries()) {
      const path = from === to ? [] : finder.pathTo(end);
      if (path.length < 3) continue;
      routeOf.push({ route: routes.length, from, to });
      routes.push({ firstLink: routeLinks.length, linkCount: path.length });
      routeLinks.push(...path);
      const production = 0.2 + randomShare(seed, PURPOSE.production, from, 0), attraction = 0.1 + randomShare(seed, PURPOSE.attraction, to, 0) ** 3;
      weight.push(production * attraction * Math.exp(-finder.costTo(end) / 200));
    }
  }
  twin.routes = tableFrom(routeColumns, routes);
  twin.routeLinks = tableFrom(routeLinkColumns, routeLinks.map((link) => ({ link })));
  const sum = weight.reduce((all, one) => all + one, 0);
  return { twin, routeOf, perHour: [0.9, 1.1].map((hour) => Float64Array.from(weight, (one) => (hour * vehiclesPerHour * one) / sum)) };
}

/** What someone believes who has an old survey: wrong as a whole, by hour, by origin, by destination and by pair. */
export function wrongIdea({ twin, routeOf, perHour }: Matrix, seed: number, { endDeviation = 0.25, pairDeviation = 0.3 } = {}): Matrix {
  const error = (purpose: number, row: number, deviation: number) => Math.exp(deviation * randomNormal(seed, purpose, row, 0));
  const wrong = perHour.map((pairs, hour) => pairs.map((trips, pair) => {
    const { from, to } = routeOf[pair]!;
    return trips * 0.75 * error(PURPOSE.hourError, hour, 0.15) * error(PURPOSE.originError, from, endDeviation) * error(PURPOSE.destinationError, to, endDeviation) * error(PURPOSE.pairError, pair, pairDeviation);
  }));
  return { twin, routeOf, perHour: wrong };
}

/** The town with one departure for every trip of the matrix. */
export function withDepartures({ twin, routeOf, perHour }: Matrix, seed: number): Twin {
  const rows: { departS: number; route: number }[] = [];
  perHour.forEach((pairs, hour) => {
    let due = 0.5;
    pairs.forEach((trips, pair) => {
      for (due += trips; due >= 1; due--) rows.push({ route: routeOf[pair]!.route, departS: (FROM_HOUR + hour + randomShare(seed, PURPOSE.start, rows.length, 0)) * HOUR_S });
    });
  });
  rows.sort((one, other) => one.departS - other.departS);
  const departures = tableFrom(departureColumns, rows.map(({ departS, route }) => ({
    name: '', vehicleType: 0, route, departS, departLane: departLane.best, departPositionM: departRule.base, departSpeedMps: departRule.max, arrivalPositionM: -1, firstHalt: 0, haltCount: 0, trip: -1, after: -1,
  })));
  return { ...twin, departures };
}

/** Every link and hour, as if each had a counter. */
export function everyLink({ links }: ReadingTwin, fromHour = FROM_HOUR, untilHour = UNTIL_HOUR): LinkCountTable {
  const hours = untilHour - fromHour, counts = makeTable(linkCountColumns, links.count * hours);
  for (let row = 0; row < counts.count; row++) {
    counts.link[row] = Math.floor(row / hours);
    counts.fromS[row] = (fromHour + (row % hours)) * HOUR_S;
    counts.untilS[row] = counts.fromS[row]! + HOUR_S;
  }
  return counts;
}

/** What each of these counts sees if all drive as planned. */
export function plannedAt(twin: ReadingTwin, counts: LinkCountTable): Float64Array {
  const cells = demandCells(twin);
  return seenBy(cells, tracePassages(twin, cells, counts, quietLinkTimes(twin)), new Float64Array(cells.count).fill(1));
}

/** Counts on a share of the links, each wrong by about 5 % and by chance, and the rows of all the links that have none. */
export function sampleCounts(all: LinkCountTable, share: number, seed: number): { counted: LinkCountTable; heldOut: number[] } {
  const rows = Array.from({ length: all.count }, (_, row) => row);
  const isCounted = (row: number) => randomShare(seed, PURPOSE.sample, all.link[row]!, 0) < share;
  const counted = rows.filter(isCounted);
  return {
    heldOut: rows.filter((row) => !isCounted(row)),
    counted: tableFrom(linkCountColumns, counted.map((row) => {
      const vehicles = all.vehicleCount[row]!, deviation = Math.sqrt(vehicles + 0.05 * 0.05 * vehicles * vehicles);
      return { link: all.link[row]!, fromS: all.fromS[row]!, untilS: all.untilS[row]!, vehicleCount: Math.max(0, Math.round(vehicles + deviation * randomNormal(seed, PURPOSE.noise, row, 0))) };
    })),
  };
}
