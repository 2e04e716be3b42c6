import { junctionControl, ORDINARY_TRAFFIC, turn } from '../../../engine/twin/streets.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { CrossingSite, LaidCrossing } from './crossing-site.ts';

/** A crossing is this wide: 2.5 m at least in France, 3 to 4 m usual in town. */
const WIDTH_M = 3;
/** It begins this far behind the stop line, or ends this far before the lane that it leads into. */
const FROM_LINE_M = 0.5;
/** At a roundabout room for one car is left between the crossing and the ring: 5 to 6 m (guidance of Sétra and Certu on roundabouts, not verified against the texts). */
const FROM_RING_M = 6;
/** Shorter lanes have no room for it, nor have shorter ways across a junction. */
const LEAST_LANE_M = 30, LEAST_MOVEMENT_M = 4;
/** Between junctions a crossing keeps this far from the ends of its lanes. */
const FROM_LANE_START_M = 30, FROM_LANE_END_M = 12;

/** What the layout of crossings has to look up again and again. */
export interface StreetIndex { linksOf: number[][]; movementsInto: number[][] }

export function indexStreets({ streets, links, lanes, movements }: ReadingTwin): StreetIndex {
  const linksOf: number[][] = Array.from({ length: streets.count }, () => []), movementsInto: number[][] = Array.from({ length: lanes.count }, () => []);
  for (let link = 0; link < links.count; link++) linksOf[links.street[link]!]!.push(link);
  for (let movement = 0; movement < movements.count; movement++) movementsInto[movements.toLane[movement]!]!.push(movement);
  return { linksOf, movementsInto };
}

/** One lane of the street under the crossing, seen from the first kerb. */
interface Strip { lane: number; isInbound: boolean; nearM: number; farM: number }

/** The lanes from the first kerb, on the right of who drives towards the junction, to the second; what the street is wider lies in the middle. */
function stripsOf({ links, lanes, streets }: ReadingTwin, street: number, inbound: readonly number[], outbound: readonly number[]): { strips: Strip[]; lengthM: number } {
  const lanesOf = (list: readonly number[]): number[] => list.flatMap((link) => Array.from({ length: links.laneCount[link]! }, (_, index) => links.firstLane[link]! + index));
  const towards = lanesOf(inbound), away = lanesOf(outbound).reverse();
  const lanesM = [...towards, ...away].reduce((sum, lane) => sum + lanes.widthM[lane]!, 0), lengthM = Math.max(lanesM, streets.widthM[street]!);
  const strips: Strip[] = [];
  let atM = 0;
  for (const lane of towards) strips.push({ lane, isInbound: true, nearM: atM, farM: (atM += lanes.widthM[lane]!) });
  if (towards.length > 0 && away.length > 0) atM += lengthM - lanesM;
  for (const lane of away) strips.push({ lane, isInbound: false, nearM: atM, farM: (atM += lanes.widthM[lane]!) });
  return { strips: strips.filter(({ lane }) => (lanes.permitted[lane]! & ORDINARY_TRAFFIC) !== 0), lengthM };
}

/** Lays a site on lanes and movements; undefined where there is no room for it. */
export function layCrossing(twin: ReadingTwin, index: StreetIndex, site: CrossingSite): LaidCrossing | undefined {
  const { links } = twin, own = index.linksOf[site.street]!;
  if (site.junction < 0) return layBetween(twin, site, own);
  const inbound = own.filter((link) => links.toJunction[link] === site.junction), outbound = own.filter((link) => links.fromJunction[link] === site.junction);
  if (inbound.length > 1 || outbound.length > 1) return undefined;
  const { strips, lengthM } = stripsOf(twin, site.street, inbound, outbound);
  const isRing = twin.junctions.control[site.junction] === junctionControl.roundabout;
  const windows = strips.flatMap((strip) => (isRing ? windowByRing(twin, strip) : windowsInside(twin, index, strip)));
  if (windows.length === 0 || windows.some(({ untilM, fromM }) => untilM - fromM < WIDTH_M / 2)) return undefined;
  return { site, lengthM, widthM: WIDTH_M, windows, line: lineAcross(twin, strips[0]!, lengthM, isRing ? FROM_RING_M + WIDTH_M / 2 : -(FROM_LINE_M + WIDTH_M / 2)), stops: stopsOf(twin, index, strips) };
}

/** Behind the stop line on every way that leaves the arm, and at the end of every way into it. */
function windowsInside({ movements, lanes }: ReadingTwin, { movementsInto }: StreetIndex, { lane, isInbound, nearM, farM }: Strip): LaidCrossing['windows'] {
  const own = isInbound ? Array.from({ length: lanes.movementCount[lane]! }, (_, index) => lanes.firstMovement[lane]! + index) : movementsInto[lane]!;
  return own.filter((movement) => (movements.permitted[movement]! & ORDINARY_TRAFFIC) !== 0).map((movement) => {
    const lengthM = movements.lengthM[movement]!, roomM = lengthM < LEAST_MOVEMENT_M ? 0 : Math.min(FROM_LINE_M + WIDTH_M, lengthM / 2);
    const span = isInbound ? { fromM: FROM_LINE_M, untilM: roomM } : { fromM: lengthM - roomM, untilM: lengthM - FROM_LINE_M };
    return { lane: -1, movement, ...span, nearM, farM };
  });
}

function windowByRing({ lanes }: ReadingTwin, { lane, isInbound, nearM, farM }: Strip): LaidCrossing['windows'] {
  const lengthM = lanes.lengthM[lane]!, fromM = isInbound ? lengthM - FROM_RING_M - WIDTH_M : FROM_RING_M;
  return [{ lane, movement: -1, fromM, untilM: lengthM < LEAST_LANE_M ? fromM : fromM + WIDTH_M, nearM, farM }];
}

function stopsOf({ movements, lanes }: ReadingTwin, { movementsInto }: StreetIndex, strips: readonly Strip[]): number[] {
  const groups = new Set<number>();
  for (const { lane, isInbound } of strips) {
    const from = lanes.firstMovement[lane]!;
    if (isInbound) for (let movement = from; movement < from + lanes.movementCount[lane]!; movement++) groups.add(movements.signalGroup[movement]!);
    else for (const movement of movementsInto[lane]!) if (movements.turn[movement] === turn.straight) groups.add(movements.signalGroup[movement]!);
  }
  groups.delete(-1);
  return [...groups].sort((one, other) => one - other);
}

interface Corner { xM: number; yM: number; east: number; north: number }

/** The point `fromEndM` before the end of a lane (beyond it where negative), or behind its start, and the direction of travel there. */
function cornerOf({ lanes, points }: ReadingTwin, lane: number, atEnd: boolean, inwardM: number): Corner {
  const first = lanes.firstPoint[lane]!, last = first + lanes.pointCount[lane]! - 1;
  const at = atEnd ? last : first, from = atEnd ? last - 1 : first, to = atEnd ? last : first + 1;
  const dx = points.xM[to]! - points.xM[from]!, dy = points.yM[to]! - points.yM[from]!, lengthM = Math.sqrt(dx * dx + dy * dy) || 1;
  const east = dx / lengthM, north = dy / lengthM, forwardM = atEnd ? -inwardM : inwardM;
  return { xM: points.xM[at]! + forwardM * east, yM: points.yM[at]! + forwardM * north, east, north };
}

/** From the kerb beside the first strip straight across. */
function lineAcross(twin: ReadingTwin, { lane, isInbound }: Strip, lengthM: number, inwardM: number): LaidCrossing['line'] {
  return acrossFrom(cornerOf(twin, lane, isInbound, inwardM), twin.lanes.widthM[lane]! / 2, isInbound ? 1 : -1, lengthM);
}

/** `side` 1: the kerb lies on the right of the direction of travel and people walk to the left; -1: the other way round. */
function acrossFrom({ xM, yM, east, north }: Corner, kerbM: number, side: number, lengthM: number): LaidCrossing['line'] {
  const toMillimetre = (metres: number): number => Math.round(metres * 1000) / 1000;
  const kerb = { xM: toMillimetre(xM + side * kerbM * north), yM: toMillimetre(yM - side * kerbM * east) };
  return [kerb, { xM: toMillimetre(kerb.xM - side * lengthM * north), yM: toMillimetre(kerb.yM + side * lengthM * east) }];
}

/** Between junctions: over all lanes of both directions, where each is nearest to the middle of the crossing. */
function layBetween(twin: ReadingTwin, site: CrossingSite, own: readonly number[]): LaidCrossing | undefined {
  const [first, second] = own;
  if (first === undefined || own.length > 2) return undefined;
  const { strips, lengthM } = stripsOf(twin, site.street, [first], second === undefined ? [] : [second]);
  const windows: LaidCrossing['windows'] = [];
  let corner: Corner | undefined;
  for (const { lane, nearM, farM } of strips) {
    const { atM, ...here } = nearestOnLane(twin, lane, site);
    if (atM < FROM_LANE_START_M || atM > twin.lanes.lengthM[lane]! - FROM_LANE_END_M) return undefined;
    corner ??= here;
    windows.push({ lane, movement: -1, fromM: atM - WIDTH_M / 2, untilM: atM + WIDTH_M / 2, nearM, farM });
  }
  if (!corner) return undefined;
  return { site, lengthM, widthM: WIDTH_M, windows, line: acrossFrom(corner, twin.lanes.widthM[strips[0]!.lane]! / 2, 1, lengthM), stops: [] };
}

function nearestOnLane({ lanes, points }: ReadingTwin, lane: number, { xM, yM }: CrossingSite): Corner & { atM: number } {
  let startM = 0, leastM2 = Infinity, found = { xM, yM, east: 1, north: 0, atM: 0 };
  for (let point = lanes.firstPoint[lane]!; point < lanes.firstPoint[lane]! + lanes.pointCount[lane]! - 1; point++) {
    const ax = points.xM[point]!, ay = points.yM[point]!, dx = points.xM[point + 1]! - ax, dy = points.yM[point + 1]! - ay, lengthM = Math.sqrt(dx * dx + dy * dy) || 1e-9;
    const alongM = Math.min(lengthM, Math.max(0, ((xM - ax) * dx + (yM - ay) * dy) / lengthM)), east = dx / lengthM, north = dy / lengthM;
    const px = ax + alongM * east, py = ay + alongM * north, m2 = (px - xM) * (px - xM) + (py - yM) * (py - yM);
    if (m2 < leastM2) { leastM2 = m2; found = { xM: px, yM: py, east, north, atM: startM + alongM }; }
    startM += lengthM;
  }
  // Lanes may be a little longer or shorter than they are drawn.
  return { ...found, atM: startM > 0 ? (found.atM * lanes.lengthM[lane]!) / startM : 0 };
}
