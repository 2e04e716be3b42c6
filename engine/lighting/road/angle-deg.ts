import { atan2 } from '../../foundation/exact-math.ts';

const PARTS = 64;
/** atan(i / 64) in degrees. */
const nodeDeg = Float64Array.from({ length: PARTS + 1 }, (_, part) => (atan2(part, PARTS) * 180) / Math.PI);
const DEG_PER_RAD = 180 / Math.PI;

/**
 * The angle of (x, y) in degrees, -180 to 180; 0 for the origin. Every lamp is asked for three angles at every point of its road, so this one is quick:
 * from the nearest of 65 known arctangents, atan a = atan b + atan((a - b) / (1 + a b)), where the last is below 1/128 and four
 * terms of its series leave less than 1e-18. Products and quotients only: the same bits everywhere.
 */
export function atan2Deg(y: number, x: number): number {
  const ax = Math.abs(x), ay = Math.abs(y);
  if (ax === 0 && ay === 0) return 0;
  const isSteep = ay > ax, tangent = isSteep ? ax / ay : ay / ax;
  const part = Math.floor(tangent * PARTS + 0.5), node = part / PARTS;
  const rest = (tangent - node) / (1 + tangent * node), rest2 = rest * rest;
  const flatDeg = nodeDeg[part]! + rest * (1 - rest2 * (1 / 3 - rest2 * (1 / 5 - rest2 * (1 / 7)))) * DEG_PER_RAD;
  const firstDeg = isSteep ? 90 - flatDeg : flatDeg;
  const rightDeg = x < 0 ? 180 - firstDeg : firstDeg;
  return y < 0 ? -rightDeg : rightDeg;
}
