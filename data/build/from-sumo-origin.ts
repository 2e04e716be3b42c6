import { atan2, cos, exp, log, sin } from '../../engine/foundation/exact-math.ts';
import type { SumoLocation, SumoNet } from '../formats/sumo/net-records.ts';

/** Coordinates farther than this from a net's own zero are counted from the middle of the net instead. */
const FARTHEST_FROM_ZERO_M = 50_000;
const DEG_PER_RAD = 57.29577951308232;
/** WGS 84 and the transverse Mercator of UTM. */
const SEMI_MAJOR_M = 6378137, FLATTENING = 1 / 298.257223563, SCALE = 0.9996, FALSE_EASTING_M = 500_000, FALSE_NORTHING_M = 10_000_000;

/**
 * Latitude and longitude of a UTM coordinate, to 1e-7 degrees (about 1 cm).
 * Karney (2011), "Transverse Mercator with an accuracy of a few nanometers", J. Geodesy 85, the inverse series of order 3:
 * better than a millimetre inside a zone.
 */
export function fromUtm(zone: number, south: boolean, eastingM: number, northingM: number): { latitudeDeg: number; longitudeDeg: number } {
  const n = FLATTENING / (2 - FLATTENING), n2 = n * n, n3 = n2 * n;
  const meridianM = (SEMI_MAJOR_M / (1 + n)) * (1 + n2 / 4 + (n2 * n2) / 64);
  const xi = (northingM - (south ? FALSE_NORTHING_M : 0)) / (SCALE * meridianM), eta = (eastingM - FALSE_EASTING_M) / (SCALE * meridianM);
  const beta = [n / 2 - (2 / 3) * n2 + (37 / 96) * n3, n2 / 48 + n3 / 15, (17 / 480) * n3];
  let xiPrime = xi, etaPrime = eta;
  beta.forEach((factor, order) => {
    const angle = 2 * (order + 1);
    const grown = exp(angle * eta), shrunk = 1 / grown;
    xiPrime -= factor * sin(angle * xi) * ((grown + shrunk) / 2);
    etaPrime -= factor * cos(angle * xi) * ((grown - shrunk) / 2);
  });
  const sinh = (exp(etaPrime) - exp(-etaPrime)) / 2;
  const tauPrime = sin(xiPrime) / Math.sqrt(sinh * sinh + cos(xiPrime) * cos(xiPrime));
  const longitudeDeg = atan2(sinh, cos(xiPrime)) * DEG_PER_RAD + zone * 6 - 183;
  const toSevenDigits = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;
  return { latitudeDeg: toSevenDigits(atan2(geodeticTangent(tauPrime), 1) * DEG_PER_RAD), longitudeDeg: toSevenDigits(longitudeDeg) };
}

/** The tangent of the geodetic latitude from that of the conformal one, by Newton's method (Karney's equations 19 to 21). */
function geodeticTangent(tauPrime: number): number {
  const e2 = FLATTENING * (2 - FLATTENING), e = Math.sqrt(e2);
  let tau = tauPrime / (1 - e2);
  for (let round = 0; round < 5; round++) {
    const root = Math.sqrt(1 + tau * tau), share = (e * tau) / root;
    const t = e * (0.5 * log((1 + share) / (1 - share)));
    const sigma = (exp(t) - exp(-t)) / 2;
    const candidate = tau * Math.sqrt(1 + sigma * sigma) - sigma * root;
    tau += ((tauPrime - candidate) / Math.sqrt(1 + candidate * candidate)) * ((1 + (1 - e2) * tau * tau) / ((1 - e2) * root));
  }
  return tau;
}

/** Where a net lies: what is taken off its coordinates, and the point of the Earth that stands for. `known`: false when the net does not say. */
export interface NetOrigin { shiftM: [number, number]; latitudeDeg: number; longitudeDeg: number; known: boolean }

const UTM = /\+proj=utm\s.*\+zone=(\d+)/;

/** The origin of the twin of a net: the net's own zero, unless its coordinates lie far from it. */
export function originOf({ location }: SumoNet): NetOrigin {
  if (location === undefined) return { shiftM: [0, 0], latitudeDeg: 0, longitudeDeg: 0, known: false };
  const [west, south, east, north] = location.boundaryM;
  const far = Math.max(Math.abs(west), Math.abs(south), Math.abs(east), Math.abs(north)) > FARTHEST_FROM_ZERO_M;
  const shiftM: [number, number] = far ? [Math.round((west + east) / 2000) * 1000, Math.round((south + north) / 2000) * 1000] : [0, 0];
  return { shiftM, ...onEarth(location, shiftM) };
}

function onEarth(location: SumoLocation, shiftM: readonly [number, number]): Omit<NetOrigin, 'shiftM'> {
  const zone = Number(UTM.exec(location.projection)?.[1]);
  if (!(zone >= 1 && zone <= 60)) return { latitudeDeg: 0, longitudeDeg: 0, known: false };
  const eastingM = shiftM[0] - location.netOffsetM[0], northingM = shiftM[1] - location.netOffsetM[1];
  if (!(Math.abs(eastingM) < 1e7 && Math.abs(northingM) < 1e7)) return { latitudeDeg: 0, longitudeDeg: 0, known: false };
  return { ...fromUtm(zone, location.projection.includes('+south'), eastingM, northingM), known: true };
}
