import { cos } from './exact-math.ts';

/**
 * A flat map of a city: metres east and north of an origin, at the scale that holds at the origin.
 * See docs/decisions/0006: exact to invert, and within 0.2 % of true distances 12 km away.
 */
export interface FlatMap {
  originLatitudeDeg: number;
  originLongitudeDeg: number;
  metresPerDegreeNorth: number;
  metresPerDegreeEast: number;
}

const RAD_PER_DEG = 0.017453292519943295;

/** Length of a degree on the WGS 84 ellipsoid (NGA, "Length of a degree of latitude and longitude" series). */
export function flatMapAt(originLatitudeDeg: number, originLongitudeDeg: number): FlatMap {
  const phi = originLatitudeDeg * RAD_PER_DEG;
  const mm = (metres: number) => Math.round(metres * 1000) / 1000;
  return {
    originLatitudeDeg,
    originLongitudeDeg,
    metresPerDegreeNorth: mm(111132.92 - 559.82 * cos(2 * phi) + 1.175 * cos(4 * phi) - 0.0023 * cos(6 * phi)),
    metresPerDegreeEast: mm(111412.84 * cos(phi) - 93.5 * cos(3 * phi) + 0.118 * cos(5 * phi)),
  };
}

const toMillimetre = (metres: number): number => Math.round(metres * 1000) / 1000;

/** Metres east of the origin, to the millimetre. */
export const eastM = (map: FlatMap, longitudeDeg: number): number => toMillimetre((longitudeDeg - map.originLongitudeDeg) * map.metresPerDegreeEast);
/** Metres north of the origin, to the millimetre. */
export const northM = (map: FlatMap, latitudeDeg: number): number => toMillimetre((latitudeDeg - map.originLatitudeDeg) * map.metresPerDegreeNorth);
