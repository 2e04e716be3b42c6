import type { CityFacts } from '../../../engine/twin/twin.ts';

const WORLD = 512; // deck.gl's common space: the whole Mercator world is 512 units wide.
const RADIANS = Math.PI / 180;
const EARTH_CIRCUMFERENCE_M = 40_030_228.88; // deck.gl's own value, so that both agree.

/** The twin's flat map (metres east and north of its origin) laid onto deck.gl's Mercator map. */
export interface Ground {
  toLngLat(xM: number, yM: number): [number, number];
  fromLngLat(longitudeDeg: number, latitudeDeg: number): [number, number];
  /** Metres to common units: east, north, quadratic part of north, up. Second order keeps 1.4 cm at 10 km (float32 latitudes alone step by 42 cm). */
  readonly unitsPerMetre: readonly [number, number, number, number];
  /** The origin in common space. */
  readonly origin: readonly [number, number];
}

export function makeGround(facts: Readonly<CityFacts>): Ground {
  const { originLatitudeDeg, originLongitudeDeg, metresPerDegreeNorth, metresPerDegreeEast } = facts;
  const latitude = originLatitudeDeg * RADIANS;
  const perDegreeEast = WORLD / 360;
  const perDegreeNorth = perDegreeEast / Math.cos(latitude);
  const perDegreeNorth2 = 0.5 * perDegreeNorth * Math.tan(latitude) * RADIANS;
  return {
    toLngLat: (xM, yM) => [originLongitudeDeg + xM / metresPerDegreeEast, originLatitudeDeg + yM / metresPerDegreeNorth],
    fromLngLat: (longitudeDeg, latitudeDeg) => [
      (longitudeDeg - originLongitudeDeg) * metresPerDegreeEast,
      (latitudeDeg - originLatitudeDeg) * metresPerDegreeNorth,
    ],
    unitsPerMetre: [
      perDegreeEast / metresPerDegreeEast,
      perDegreeNorth / metresPerDegreeNorth,
      perDegreeNorth2 / (metresPerDegreeNorth * metresPerDegreeNorth),
      WORLD / (EARTH_CIRCUMFERENCE_M * Math.cos(latitude)),
    ],
    origin: [
      (WORLD * (originLongitudeDeg + 180)) / 360,
      (WORLD * (Math.PI + Math.log(Math.tan(Math.PI / 4 + latitude / 2)))) / (2 * Math.PI),
    ],
  };
}

/** viewProjection · translate(origin), in float64 so that the far-off Mercator origin costs no precision; column-major. */
export function groundToClip(viewProjection: ArrayLike<number>, [originX, originY]: readonly [number, number]): Float32Array {
  const matrix = new Float32Array(16);
  for (let at = 0; at < 12; at++) matrix[at] = viewProjection[at]!;
  for (let row = 0; row < 4; row++) {
    matrix[12 + row] = viewProjection[row]! * originX + viewProjection[4 + row]! * originY + viewProjection[12 + row]!;
  }
  return matrix;
}
