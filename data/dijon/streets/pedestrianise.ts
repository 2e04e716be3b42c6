import type { FlatMap } from '../../../engine/foundation/flat-map.ts';
import { pedestrianZoneFacts } from '../facts/pedestrian-zones.ts';
import { outlineOnMap } from '../territory/areas.ts';
import { holdsPoint } from '../territory/outline.ts';
import { pedestrianStreet, type RoadKind } from './road-kinds.ts';
import type { StreetGraph } from './street-graph.ts';

/** Side streets within a pedestrian zone, both ends in it, belong to those who walk. */
export function pedestrianise(graph: StreetGraph, map: FlatMap): void {
  const { xM, yM, pieces } = graph;
  const zones = pedestrianZoneFacts.map(({ outlineDeg }) => outlineOnMap(map, outlineDeg));
  const within = (node: number) => zones.some((zone) => holdsPoint(zone, xM[node]!, yM[node]!));
  const walked = new Map<RoadKind, RoadKind>();
  pieces.forEach((piece, row) => {
    if (piece.kind?.class !== 'residential' || piece.halves || !within(piece.from) || !within(piece.to)) return;
    const kind = walked.get(piece.kind) ?? pedestrianStreet(piece.kind.title);
    walked.set(piece.kind, kind);
    pieces[row] = { ...piece, kind };
  });
}
