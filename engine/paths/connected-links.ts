import type { LinkGraph } from './link-graph.ts';

/** 1 for each link that can be reached from `startLink` and from which `startLink` can be reached again. */
export function connectedLinks(graph: LinkGraph, startLink: number): Uint8Array {
  const { linkCount, firstNext, next } = graph;
  const firstBefore = new Uint32Array(linkCount + 1);
  for (const link of next) firstBefore[link + 1]!++;
  for (let link = 0; link < linkCount; link++) firstBefore[link + 1]! += firstBefore[link]!;
  const before = new Int32Array(next.length);
  const filled = firstBefore.slice();
  for (let link = 0; link < linkCount; link++) {
    for (let row = firstNext[link]!; row < firstNext[link + 1]!; row++) before[filled[next[row]!]!++] = link;
  }
  const onward = spread(startLink, linkCount, firstNext, next), back = spread(startLink, linkCount, firstBefore, before);
  return onward.map((reached, link) => reached & back[link]!);
}

function spread(start: number, linkCount: number, first: Uint32Array, neighbours: Int32Array): Uint8Array {
  const reached = new Uint8Array(linkCount);
  const queue = [start];
  reached[start] = 1;
  for (let link = queue.pop(); link !== undefined; link = queue.pop()) {
    for (let row = first[link]!; row < first[link + 1]!; row++) {
      const neighbour = neighbours[row]!;
      if (reached[neighbour]) continue;
      reached[neighbour] = 1;
      queue.push(neighbour);
    }
  }
  return reached;
}
