import { COORDINATE_SYSTEM, type Layer } from '@deck.gl/core';
import { TextLayer } from '@deck.gl/layers';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { Ground } from './ground.ts';
import { mapLayer } from './layers.ts';

interface Label { name: string; offsetDeg: [number, number]; sizePx: number; population: number }

/** Names of communes; small ones appear as there is room for them. */
export function makeLabelsLayer(twin: ReadingTwin, ground: Ground): (zoom: number, day: boolean, layerBits: number) => Layer[] {
  const { communes, facts } = twin;
  const origin: [number, number, number] = [facts.originLongitudeDeg, facts.originLatitudeDeg, 0];
  const all: Label[] = Array.from({ length: communes.count }, (_, row) => {
    const [longitude, latitude] = ground.toLngLat(communes.xM[row]!, communes.yM[row]!);
    const population = communes.population[row]!;
    return { name: communes.name[row]!, offsetDeg: [longitude - origin[0], latitude - origin[1]], sizePx: population > 50_000 ? 19 : population > 7_000 ? 15 : 12.5, population };
  });
  const shownAt = [0, 3_000, 12_000].map((least) => all.filter(({ population }) => population >= least));
  const bit = mapLayer('communes').bit;
  return (zoom, day, layerBits) => {
    if ((layerBits & bit) === 0 || zoom > 15.2 || all.length === 0) return [];
    const data = zoom >= 11.2 ? shownAt[0]! : zoom >= 10.3 ? shownAt[1]! : shownAt[2]!;
    return [new TextLayer<Label>({
      id: 'commune-names', data, coordinateSystem: COORDINATE_SYSTEM.LNGLAT_OFFSETS, coordinateOrigin: origin,
      getPosition: ({ offsetDeg }) => [offsetDeg[0], offsetDeg[1], 0], getText: ({ name }) => name, getSize: ({ sizePx }) => sizePx,
      getColor: day ? [52, 48, 66, 255] : [214, 218, 232, 255],
      outlineWidth: 3.2, outlineColor: day ? [246, 244, 238, 235] : [10, 14, 22, 235],
      fontFamily: 'system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif', fontWeight: 600, characterSet: 'auto',
      fontSettings: { sdf: true, fontSize: 48, buffer: 8, radius: 14, smoothing: 0.18 },
      billboard: true, pickable: false, parameters: { depthCompare: 'always', depthWriteEnabled: false }, updateTriggers: { getColor: day },
    })];
  };
}
