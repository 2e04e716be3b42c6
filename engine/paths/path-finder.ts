import type { ReadingTwin } from '../twin/twin.ts';
import { makeLinkGraph, type LinkGraph } from './link-graph.ts';

/** Shortest paths over links. One search at a time; every answer is about the last search. */
export interface PathFinder {
  graph: LinkGraph;
  /** Searches from the end of `fromLink` (its own cost is not counted); stops early once `untilLink`, if given, is reached, or nothing is left that costs less than `lessThan`. */
  search(fromLink: number, untilLink?: number, lessThan?: number): void;
  /** As `search`, stopping early once every link of `targets` is reached. */
  searchAll(fromLink: number, targets: Int32Array): void;
  /** Cost of the links after the first plus the turns; Infinity where no path leads. */
  costTo(link: number): number;
  /** The link before this one on the way, -1 for the first link and for links not reached. */
  before(link: number): number;
  /** Every link of the way, first and last included; empty where no path leads. */
  pathTo(link: number): number[];
}

/**
 * Dijkstra (1959) over links, with the cost of turns, on a binary heap of typed arrays. `costs` is read at each
 * search, one value per link (seconds or metres, at least 0): change it in place between searches. Links of equal cost
 * are settled in the order of their rows, so that the same twin and costs always give the same path.
 */
export function makePathFinder(twin: ReadingTwin, categoryBit: number, costs: Float64Array, graph?: LinkGraph): PathFinder {
  return pathFinderOver(graph ?? makeLinkGraph(twin, categoryBit), costs);
}

/**
 * A path finder over a graph that exists already. `costAt`, if given, takes the place of `costs`: what a link costs to those who
 * come onto it at that cost from the start. Paths are the cheapest as long as nobody gains by coming later.
 */
export function pathFinderOver(graph: LinkGraph, costs: Float64Array, costAt?: (link: number, costBefore: number) => number): PathFinder {
  const { linkCount, firstNext, next, turnCostS } = graph;
  const cost = new Float64Array(linkCount);
  const before = new Int32Array(linkCount);
  // `reached` holds the number of the search that reached the link: nothing needs clearing between searches.
  const reached = new Uint32Array(linkCount);
  const settled = new Uint32Array(linkCount);
  const wanted = new Uint32Array(linkCount);
  const heap = makeLinkHeap(linkCount, cost);
  let searchNumber = 0;

  const start = (fromLink: number): void => {
    searchNumber++;
    heap.clear();
    cost[fromLink] = 0;
    before[fromLink] = -1;
    reached[fromLink] = searchNumber;
    heap.push(fromLink);
  };

  const settleNext = (): number => {
    const link = heap.pop();
    settled[link] = searchNumber;
    const costHere = cost[link]!;
    for (let row = firstNext[link]!, end = firstNext[link + 1]!; row < end; row++) {
      const follower = next[row]!;
      if (settled[follower] === searchNumber) continue;
      const costBefore = costHere + turnCostS[row]!, costThere = costBefore + (costAt ? costAt(follower, costBefore) : costs[follower]!);
      if (reached[follower] !== searchNumber) {
        reached[follower] = searchNumber;
        cost[follower] = costThere;
        before[follower] = link;
        heap.push(follower);
      } else if (costThere < cost[follower]!) {
        cost[follower] = costThere;
        before[follower] = link;
        heap.moveUp(follower);
      }
    }
    return link;
  };

  return {
    graph,
    search(fromLink, untilLink = -1, lessThan = Infinity) {
      start(fromLink);
      while (heap.size() > 0) {
        const link = settleNext();
        if (link === untilLink || cost[link]! >= lessThan) break;
      }
    },
    searchAll(fromLink, targets) {
      start(fromLink);
      let missing = 0;
      for (const target of targets) {
        if (wanted[target] !== searchNumber) missing++;
        wanted[target] = searchNumber;
      }
      while (heap.size() > 0 && missing > 0) if (wanted[settleNext()] === searchNumber) missing--;
    },
    costTo: (link) => (settled[link] === searchNumber ? cost[link]! : Infinity),
    before: (link) => (settled[link] === searchNumber ? before[link]! : -1),
    pathTo(link) {
      const path: number[] = [];
      if (settled[link] !== searchNumber) return path;
      for (let at = link; at >= 0; at = before[at]!) path.push(at);
      return path.reverse();
    },
  };
}

/** Links by rising cost, then by row. */
function makeLinkHeap(linkCount: number, cost: Float64Array) {
  const heap = new Int32Array(linkCount + 1);
  const place = new Int32Array(linkCount);
  let size = 0;

  const rise = (link: number, from: number): void => {
    const myCost = cost[link]!;
    let at = from;
    while (at > 0) {
      const up = (at - 1) >> 1, other = heap[up]!;
      if (cost[other]! < myCost || (cost[other]! === myCost && other < link)) break;
      heap[at] = other;
      place[other] = at;
      at = up;
    }
    heap[at] = link;
    place[link] = at;
  };

  const sink = (link: number): void => {
    const myCost = cost[link]!;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= size) break;
      let other = heap[down]!;
      if (down + 1 < size) {
        const right = heap[down + 1]!;
        if (cost[right]! < cost[other]! || (cost[right]! === cost[other]! && right < other)) { down++; other = right; }
      }
      if (myCost < cost[other]! || (myCost === cost[other]! && link < other)) break;
      heap[at] = other;
      place[other] = at;
      at = down;
    }
    heap[at] = link;
    place[link] = at;
  };

  return {
    size: () => size,
    clear() { size = 0; },
    push(link: number) { rise(link, size++); },
    moveUp(link: number) { rise(link, place[link]!); },
    pop(): number {
      const first = heap[0]!;
      size--;
      if (size > 0) sink(heap[size]!);
      return first;
    },
  };
}
