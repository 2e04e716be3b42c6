import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { Camera, CityMap } from '../map/city-map.ts';
import type { Action } from './action.ts';

export interface CameraActions { zoomIn: Action; zoomOut: Action; tilt: Action; north: Action; home: Action; moves: readonly Action[] }

/** The camera that holds every street of the city in a picture of this size. */
export function wholeCity({ junctions }: ReadingTwin, widthPx: number, heightPx: number): Camera {
  // Outlying villages may fall off: the middle 96 % of the junctions are in view.
  const span = (values: ArrayLike<number>): { middle: number; width: number } => {
    const sorted = Float64Array.from(values).sort();
    const low = sorted[Math.floor(sorted.length * 0.02)] ?? 0, high = sorted[Math.max(0, Math.ceil(sorted.length * 0.98) - 1)] ?? 0;
    return { middle: (low + high) / 2, width: Math.max(200, high - low) };
  };
  const east = span(junctions.xM), north = span(junctions.yM);
  // Panels cover some pixels above and more below.
  const metresPerPixel = Math.max(east.width / (widthPx * 0.9), north.width / Math.max(200, heightPx - 250));
  // 156,543 m a pixel at the equator at zoom 0 of 256-pixel tiles; deck.gl's are 512, and Dijon lies at 47° north.
  return { xM: east.middle, yM: north.middle - 22 * metresPerPixel, zoom: Math.min(17, Math.log2((78_271.5 * 0.68) / metresPerPixel)), bearingDeg: 0, pitchDeg: 0 };
}

export function cameraActions(map: CityMap, twin: ReadingTwin): CameraActions {
  const zoomBy = (by: number) => (): void => map.setCamera({ zoom: Math.min(20, Math.max(9.5, map.camera().zoom + by)) }, 250);
  const move = (name: string, key: string, east: number, north: number): Action => ({
    name, label: 'move', shortcuts: [key],
    run() {
      const { xM, yM, bearingDeg } = map.camera();
      const stepM = 120 * map.metresPerPixel(), turn = (bearingDeg * Math.PI) / 180;
      map.setCamera({ xM: xM + (east * Math.cos(turn) + north * Math.sin(turn)) * stepM, yM: yM + (north * Math.cos(turn) - east * Math.sin(turn)) * stepM }, 160);
    },
  });
  return {
    zoomIn: { name: 'zoom-in', label: 'zoomIn', shortcuts: ['+', '='], run: zoomBy(1) },
    zoomOut: { name: 'zoom-out', label: 'zoomOut', shortcuts: ['-'], run: zoomBy(-1) },
    tilt: { name: 'tilt', label: 'tilt', shortcuts: ['i'], run: () => map.setCamera({ pitchDeg: map.camera().pitchDeg > 20 ? 0 : 55 }, 500) },
    north: { name: 'north', label: 'north', shortcuts: ['o'], run: () => map.setCamera({ bearingDeg: 0 }, 400) },
    home: { name: 'home', label: 'home', shortcuts: ['h'], run: () => map.setCamera(wholeCity(twin, innerWidth, innerHeight), 900) },
    moves: [move('move-up', 'Shift+ArrowUp', 0, 1), move('move-down', 'Shift+ArrowDown', 0, -1), move('move-left', 'Shift+ArrowLeft', -1, 0), move('move-right', 'Shift+ArrowRight', 1, 0)],
  };
}
