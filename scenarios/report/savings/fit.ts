/** How well a model fits meters, after ASHRAE Guideline 14. */
export interface Fit {
  /** Pairs of a metered and a modelled value. */
  count: number;
  /** Root mean square of the differences over the mean metered value, %; NaN for fewer than two pairs or nothing metered. */
  cvRmsePercent: number;
  /** Mean difference over the mean metered value, %; above 0 where the model is below the meters. */
  nmbePercent: number;
}

/** Most that a calibrated model may be off (ASHRAE Guideline 14, 5.3.2.4), %. */
export const FIT_LIMITS = { month: { cvRmsePercent: 15, nmbePercent: 5 }, hour: { cvRmsePercent: 30, nmbePercent: 10 } } as const;

/** The guideline divides by n - p; p = 1 for a calibrated simulation. */
const FITTED_PARAMETERS = 1;

/**
 * CV(RMSE) = sqrt(sum (m - s)^2 / (n - 1)) / mean m, NMBE = sum (m - s) / ((n - 1) mean m), m metered, s simulated.
 */
export function fitOf(meteredKwh: ArrayLike<number>, modelledKwh: ArrayLike<number>): Fit {
  const count = meteredKwh.length;
  let meteredSum = 0, difference = 0, squares = 0;
  for (let at = 0; at < count; at++) {
    const offKwh = meteredKwh[at]! - modelledKwh[at]!;
    meteredSum += meteredKwh[at]!;
    difference += offKwh;
    squares += offKwh * offKwh;
  }
  if (count <= FITTED_PARAMETERS || meteredSum <= 0) return { count, cvRmsePercent: NaN, nmbePercent: NaN };
  const mean = meteredSum / count, divisor = count - FITTED_PARAMETERS;
  return { count, cvRmsePercent: (100 * Math.sqrt(squares / divisor)) / mean, nmbePercent: (100 * difference) / (divisor * mean) };
}

export const meetsLimits = ({ cvRmsePercent, nmbePercent }: Fit, limits: { cvRmsePercent: number; nmbePercent: number }): boolean => cvRmsePercent <= limits.cvRmsePercent && Math.abs(nmbePercent) <= limits.nmbePercent;
