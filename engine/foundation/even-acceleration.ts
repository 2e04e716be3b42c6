/** Even acceleration from one speed to another, then constant: the time for a distance. */
export function timeToCoverS(distanceM: number, speedMps: number, wantedMps: number, accelerationMps2: number): number {
  if (distanceM <= 0) return 0;
  if (speedMps >= wantedMps) return distanceM / Math.max(speedMps, 0.1);
  const gainingM = (wantedMps * wantedMps - speedMps * speedMps) / (2 * accelerationMps2);
  if (gainingM >= distanceM) return (Math.sqrt(speedMps * speedMps + 2 * accelerationMps2 * distanceM) - speedMps) / accelerationMps2;
  return (wantedMps - speedMps) / accelerationMps2 + (distanceM - gainingM) / wantedMps;
}
