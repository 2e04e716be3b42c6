/**
 * Student's t: the value that |t| stays below with 95 % probability, for 1 to 30 degrees of freedom.
 * NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.2, column 0.975 (www.itl.nist.gov/div898/handbook/eda/section3/eda3672.htm).
 */
const QUANTILE_975 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
  2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11, 2.101, 2.093, 2.086,
  2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/** Beyond the 30th row, with as many degrees as stated or more: never narrower than the truth. */
const BEYOND = [[100, 1.984], [80, 1.99], [60, 2], [50, 2.009], [40, 2.021], [30, 2.042]] as const;

export function t975(degreesOfFreedom: number): number {
  const listed = QUANTILE_975[degreesOfFreedom - 1];
  return listed ?? BEYOND.find(([least]) => degreesOfFreedom >= least)![1];
}
