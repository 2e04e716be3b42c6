/**
 * Power taken by lamps that share one output, from the sum of their rated powers.
 *
 * Linear between what a lamp takes when it gives no light (driver and radio on standby) and its rated power:
 * LED current, and with it power, is close to proportional to the flux, above a constant loss of the driver.
 * See docs/models/lighting-energy.md.
 */
export function lampsPowerW(ratedPowerW: number, lampCount: number, standbyPowerW: number, outputShare: number): number {
  // A lamp rated below its standby power does not exist in sound data; it would take more when dimmed.
  const floorW = Math.min(lampCount * standbyPowerW, ratedPowerW);
  return floorW + (ratedPowerW - floorW) * outputShare;
}
