import type { FlatMap } from '../../../engine/foundation/flat-map.ts';
import type { RawStreets } from '../../build/raw-city.ts';
import { areaFacts, waterLines } from '../facts/areas.ts';
import { outlineOnMap, waterLine } from '../territory/areas.ts';
import { blocksOf } from './blocks.ts';
import { cornerOnMap, makeBuiltUp, type BuiltUp } from './built-up.ts';
import { divideBlocks } from './divide-blocks.ts';
import { drawLine, smoothLine } from './draw-roads.ts';
import { drawExpressway, expresswayLine } from './expressways.ts';
import { drawnExpressways, drawnRoads } from './main-roads.ts';
import { pedestrianise } from './pedestrianise.ts';
import { rawStreets } from './raw-streets.ts';
import { makeRoundabout } from './roundabouts.ts';
import { layTramways } from './lay-tramways.ts';
import { decideJunctions } from './decide-junctions.ts';
import { streetNames } from './street-names.ts';
import { emptyStreetGraph } from './street-graph.ts';
import { makeOneWays, keepStreets } from './tidy-streets.ts';

/** The edge of the map: main roads that lead out of the agglomeration end a little beyond it. */
const FRAME_DEG = { south: 47.2050, north: 47.4020, west: 4.8850, east: 5.2230 };

/** The street network of the reference city, and where its people live and work. */
export interface DrawnCity { streets: RawStreets; builtUp: BuiltUp }

/** Draws the street network of the reference city. */
export function drawStreets(map: FlatMap): DrawnCity {
  const graph = emptyStreetGraph();
  const { south, north, west, east } = FRAME_DEG;
  drawLine(graph, ([[south, west], [south, east], [north, east], [north, west], [south, west]] as const).map((corner) => cornerOnMap(map, corner)), undefined);
  for (const { kind, corners } of drawnRoads) drawLine(graph, smoothLine(corners.map((corner) => cornerOnMap(map, corner))), kind);
  const expressways = drawnExpressways.map((drawn) => expresswayLine(map, drawn));
  const barriers = [
    ...expressways.map(({ line }) => ({ line, widthM: 50 })),
    ...waterLines.map(({ cornersDeg, widthM }) => ({ line: waterLine(map, cornersDeg), widthM: widthM / 2 + 18 })),
  ];
  const open = areaFacts.filter((area) => area.open).map(({ outlineDeg }) => outlineOnMap(map, outlineDeg));
  const keepOut = drawnExpressways.flatMap(({ interchanges }) => interchanges.map((corner) => ({ at: cornerOnMap(map, corner), radiusM: 190 })));
  const builtUp = makeBuiltUp(map, barriers, keepOut, open);
  divideBlocks(graph, blocksOf(graph), builtUp);
  keepStreets(graph);
  pedestrianise(graph, map);
  const tramCrossings = layTramways(graph, map);
  makeOneWays(graph, builtUp);
  const signalised = decideJunctions(graph, tramCrossings);
  const heads = expressways.flatMap((line) => drawExpressway(graph, map, line));
  // A roundabout of one lane carries the ramps of a country road, not those of an avenue.
  const isWide = (node: number) => graph.at[node]!.some((row) => graph.pieces[row]!.kind!.class !== 'trunk' && graph.pieces[row]!.kind!.class !== 'motorway' && graph.pieces[row]!.kind!.lanes > 1);
  for (const node of heads) if (isWide(node) || !makeRoundabout(graph, node, 22)) signalised.add(node);
  return { streets: rawStreets(graph, builtUp, signalised, streetNames()), builtUp };
}
