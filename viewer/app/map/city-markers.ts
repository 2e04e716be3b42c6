import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { Marker } from './draw-markers.ts';
import { mapLayer, shapeNumber, type LayerName, type LayerSign } from './layers.ts';

/** Signs for everything that stands at one point. */
export function cityMarkers(twin: ReadingTwin): Marker[] {
  const markers: Marker[] = [];
  const add = (name: LayerName, table: { count: number; xM: ArrayLike<number>; yM: ArrayLike<number> }, sizePx: number, fromZoom: number, signOf?: (row: number) => LayerSign): void => {
    const layer = mapLayer(name);
    for (let row = 0; row < table.count; row++) {
      const sign = signOf?.(row) ?? layer.sign;
      markers.push({ xM: table.xM[row]!, yM: table.yM[row]!, colour: sign.colour, shape: shapeNumber(sign.shape), sizePx, layer: layer.bit, fromZoom });
    }
  };
  const { controllers, buildings } = twin;
  const priority = mapLayer('signals').variants![0]!.sign, renovated = mapLayer('buildings').variants![0]!.sign;
  add('stops', twin.stops, 9, 12.5);
  add('cabinets', twin.cabinets, 9, 12.5);
  add('cameras', twin.cameras, 11, 11);
  add('bollardSites', twin.bollardSites, 12, 11);
  add('serviceVehicles', twin.serviceVehicles, 11, 11);
  add('buildings', twin.buildings, 12, 10, (row) => (buildings.renovated[row] ? renovated : mapLayer('buildings').sign));
  add('signals', controllers, 7.5, 12.8, (row) => (controllers.busPriority[row] ? priority : mapLayer('signals').sign));
  add('controlPosts', twin.controlPosts, 16, 9);
  return markers;
}
