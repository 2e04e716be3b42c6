import type { FlatMap } from '../../../engine/foundation/flat-map.ts';
import { cornerOnMap } from './built-up.ts';
import { drawLine, smoothLine } from './draw-roads.ts';
import { drawnTramways } from './main-roads.ts';
import { tramway } from './road-kinds.ts';
import { pairKey, type StreetGraph } from './street-graph.ts';

/** Nearer to a junction than this, the tracks go through it. */
const THROUGH_JUNCTION_M = 22;

/** Lays the tram tracks over the streets. Returns the nodes where they cross a street that needs signals. */
export function layTramways(graph: StreetGraph, map: FlatMap): number[] {
  const crossed = new Set<number>();
  for (const corners of drawnTramways) {
    const nodes = drawLine(graph, smoothLine(corners.map((corner) => cornerOnMap(map, corner))), tramway, THROUGH_JUNCTION_M);
    nodes.forEach((node, index) => {
      const row = index === 0 ? undefined : graph.between.get(pairKey(nodes[index - 1]!, node));
      const piece = row === undefined ? undefined : graph.pieces[row]!;
      // Where a street runs between the same two nodes already, trams share it.
      if (piece?.kind && piece.kind !== tramway) graph.pieces[row!] = { ...piece, kind: { ...piece.kind, tram: true } };
      if (graph.at[node]!.some((other) => ['primary', 'secondary', 'tertiary'].includes(graph.pieces[other]!.kind!.class))) crossed.add(node);
    });
  }
  return [...crossed];
}
