import { COORDINATE_SYSTEM, type Layer } from '@deck.gl/core';
import { TextLayer } from '@deck.gl/layers';
import { roadClass } from '../../../engine/twin/streets.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { Ground } from './ground.ts';
import type { Bounds } from './tiles.ts';

interface StreetName { name: string; xM: number; yM: number; lengthM: number; turnDeg: number; class: number; offsetDeg: [number, number] }

const FROM_ZOOM = 15;
const LETTER_PX = 7.2, APART_PX = 170, MOST_SHOWN = 90;

/** The straightest stretch of each street, the widest streets first. */
function streetNames({ streets, points, facts }: ReadingTwin, ground: Ground): StreetName[] {
  const names: StreetName[] = [];
  for (let row = 0; row < streets.count; row++) {
    const name = streets.name[row]!, kind = streets.class[row]!;
    if (name === '' || kind === roadClass.tramway || kind === roadClass.footway) continue;
    let longest: StreetName | undefined;
    for (let at = streets.firstPoint[row]!; at + 1 < streets.firstPoint[row]! + streets.pointCount[row]!; at++) {
      const eastM = points.xM[at + 1]! - points.xM[at]!, northM = points.yM[at + 1]! - points.yM[at]!;
      const lengthM = Math.hypot(eastM, northM);
      if (longest && lengthM <= longest.lengthM) continue;
      const xM = points.xM[at]! + eastM / 2, yM = points.yM[at]! + northM / 2;
      const [longitude, latitude] = ground.toLngLat(xM, yM);
      longest = { name, xM, yM, lengthM, class: kind, turnDeg: (Math.atan2(northM, eastM) * 180) / Math.PI, offsetDeg: [longitude - facts.originLongitudeDeg, latitude - facts.originLatitudeDeg] };
    }
    if (longest) names.push(longest);
  }
  return names.sort((a, b) => a.class - b.class || b.lengthM - a.lengthM);
}

/** Names along streets, as many as there is room for. */
export function makeStreetLabels(twin: ReadingTwin, ground: Ground): (zoom: number, day: boolean, seen: Bounds, metresPerPixel: number, bearingDeg: number) => Layer[] {
  const names = streetNames(twin, ground);
  const characterSet = [...new Set(names.flatMap(({ name }) => [...name]))];
  const origin: [number, number, number] = [twin.facts.originLongitudeDeg, twin.facts.originLatitudeDeg, 0];
  let kept: StreetName[] = [], keptFor = '';
  const choose = ({ westM, southM, eastM, northM }: Bounds, metresPerPixel: number): StreetName[] => {
    const chosen: StreetName[] = [];
    for (const street of names) {
      if (chosen.length === MOST_SHOWN) break;
      if (street.xM < westM || street.xM > eastM || street.yM < southM || street.yM > northM) continue;
      if (street.lengthM < street.name.length * LETTER_PX * 0.55 * metresPerPixel) continue;
      const near = (other: StreetName): boolean => Math.hypot(other.xM - street.xM, other.yM - street.yM) < (other.name === street.name ? 3 : 0.5) * APART_PX * metresPerPixel;
      if (!chosen.some(near)) chosen.push(street);
    }
    return chosen;
  };
  return (zoom, day, seen, metresPerPixel, bearingDeg) => {
    if (zoom < FROM_ZOOM || names.length === 0) return [];
    // Chosen anew as the camera has moved by a quarter of the picture, not at every pixel.
    const stepM = 300 * metresPerPixel;
    const key = `${Math.round(zoom * 2)} ${Math.round(seen.westM / stepM)} ${Math.round(seen.southM / stepM)} ${Math.round(seen.eastM / stepM)}`;
    if (key !== keptFor) {
      keptFor = key;
      kept = choose(seen, metresPerPixel);
    }
    return [new TextLayer<StreetName>({
      id: 'street-names', data: kept, coordinateSystem: COORDINATE_SYSTEM.LNGLAT_OFFSETS, coordinateOrigin: origin, characterSet,
      getPosition: ({ offsetDeg }) => [offsetDeg[0], offsetDeg[1], 0], getText: ({ name }) => name, getSize: 13,
      // Never upside down, whichever way the map is turned.
      getAngle: ({ turnDeg }) => (Math.cos(((turnDeg + bearingDeg) * Math.PI) / 180) < 0 ? turnDeg + 180 : turnDeg),
      getColor: day ? [58, 54, 66, 255] : [206, 212, 226, 255], outlineWidth: 2.2, outlineColor: day ? [248, 247, 243, 230] : [12, 16, 26, 220],
      fontFamily: 'system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif', fontWeight: 600, fontSettings: { sdf: true, fontSize: 56, buffer: 9, radius: 14, smoothing: 0.12 },
      billboard: false, pickable: false, parameters: { depthCompare: 'always', depthWriteEnabled: false },
      updateTriggers: { getColor: day, getAngle: Math.round(bearingDeg / 45) },
    })];
  };
}
