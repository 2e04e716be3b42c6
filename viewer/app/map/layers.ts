import type { ReadingTwin, TwinTables } from '../../../engine/twin/twin.ts';
import { markerShape } from './draw-markers.ts';

type Colour = readonly [number, number, number];

/** How things of a layer are drawn on the map and in its legend: one scale for both. */
export interface LayerSign { shape: 'circle' | 'square' | 'diamond' | 'triangle' | 'ring' | 'cross' | 'line' | 'dashes' | 'dots' | 'dash-dots' | 'area' | 'glow'; colour: Colour }

/** A layer of the map that a person can switch. */
export interface MapLayer {
  name: LayerName;
  bit: number;
  shownAtFirst: boolean;
  /** The table whose rows it shows. */
  table: keyof TwinTables;
  sign: LayerSign;
  /** More signs of the same layer, with the key of their words. */
  variants?: readonly { name: string; sign: LayerSign }[];
}

export type LayerName =
  | 'lamps' | 'houses' | 'vehicles' | 'signals' | 'lines' | 'stops' | 'communes' | 'pedestrianZones' | 'bollardSites' | 'cabinets'
  | 'fibres' | 'cameras' | 'buildings' | 'serviceVehicles' | 'controlPosts' | 'crossings';

const sign = (shape: LayerSign['shape'], r: number, g: number, b: number): LayerSign => ({ shape, colour: [r, g, b] });

// Colours after Okabe and Ito (2008), told apart by people who are colour-blind; shapes tell them apart without colour.
const list: Omit<MapLayer, 'bit'>[] = [
  { name: 'lamps', table: 'lamps', shownAtFirst: true, sign: sign('glow', 255, 196, 120) },
  { name: 'vehicles', table: 'departures', shownAtFirst: true, sign: sign('square', 62, 74, 92), variants: [
    { name: 'bus', sign: sign('square', 217, 36, 133) }, { name: 'tram', sign: sign('square', 24, 140, 200) }] },
  { name: 'signals', table: 'controllers', shownAtFirst: true, sign: sign('diamond', 16, 170, 130), variants: [
    { name: 'busPriority', sign: sign('diamond', 217, 36, 133) }] },
  { name: 'lines', table: 'lines', shownAtFirst: false, sign: sign('line', 217, 36, 133) },
  { name: 'stops', table: 'stops', shownAtFirst: false, sign: sign('circle', 250, 250, 252) },
  { name: 'houses', table: 'houses', shownAtFirst: true, sign: sign('area', 205, 193, 176) },
  { name: 'communes', table: 'communes', shownAtFirst: true, sign: sign('dashes', 138, 126, 160) },
  { name: 'pedestrianZones', table: 'pedestrianZones', shownAtFirst: true, sign: sign('area', 222, 184, 128) },
  { name: 'bollardSites', table: 'bollardSites', shownAtFirst: false, sign: sign('cross', 213, 94, 0) },
  { name: 'cabinets', table: 'cabinets', shownAtFirst: false, sign: sign('square', 230, 159, 0) },
  { name: 'fibres', table: 'fibres', shownAtFirst: false, sign: sign('line', 0, 158, 145) },
  { name: 'cameras', table: 'cameras', shownAtFirst: false, sign: sign('triangle', 86, 180, 233) },
  { name: 'buildings', table: 'buildings', shownAtFirst: false, sign: sign('square', 0, 114, 178), variants: [
    { name: 'renovated', sign: sign('diamond', 0, 158, 115) }] },
  { name: 'serviceVehicles', table: 'serviceVehicles', shownAtFirst: false, sign: sign('ring', 213, 94, 0) },
  { name: 'controlPosts', table: 'controlPosts', shownAtFirst: true, sign: sign('ring', 217, 36, 133) },
  // Last, so that addresses kept from before show what they showed.
  { name: 'crossings', table: 'crossings', shownAtFirst: true, sign: sign('dashes', 120, 124, 128), variants: [
    { name: 'people', sign: sign('circle', 26, 23, 92) }] },
];

/** Every layer, in the order of the panel. */
export const mapLayers: readonly MapLayer[] = list.map((layer, index) => ({ ...layer, bit: 1 << index }));

const byName = new Map(mapLayers.map((layer) => [layer.name, layer]));
export const mapLayer = (name: LayerName): MapLayer => byName.get(name)!;

/** The layers of which this city has something to show. */
export const layersOf = (twin: ReadingTwin): readonly MapLayer[] => mapLayers.filter(({ table }) => twin[table].count > 0);

/** The GPU's number for a shape of the legend. */
export const shapeNumber = (shape: LayerSign['shape']): number => (shape in markerShape ? markerShape[shape as keyof typeof markerShape] : markerShape.circle);
