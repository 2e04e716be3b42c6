import type { ReadingTwin } from '../twin/twin.ts';

/**
 * What a lamp takes, as a straight line in its output while it burns. LED current, and with it power, is close to proportional to the flux, above
 * a constant loss of the driver; gear of old lamps takes a larger one. Lines add up: lamps with one output are one line. See docs/models/lighting-energy.md.
 */
export interface LampPower {
  /** At full output, driver or gear included. */
  ratedW: number;
  /** Of it, what driver or gear take at any output while the lamp burns. */
  fixedW: number;
  /** While it does not burn. */
  darkW: number;
}

/** Power of a lamp that stands in the twin. */
export function lampPower({ lamps, luminaires, facts }: ReadingTwin, lamp: number): LampPower {
  const ratedW = lamps.ratedPowerW[lamp]!, kind = lamps.luminaire[lamp]!;
  // Of an unknown kind: what the driver takes on standby it takes at any output. A lamp rated below it would take more when dimmed.
  const standbyW = kind < 0 ? Math.min(facts.lighting.standbyPowerW, ratedW) : luminaires.standbyPowerW[kind]!;
  return { ratedW, fixedW: kind < 0 ? standbyW : luminaires.fixedLossShare[kind]! * ratedW, darkW: standbyW };
}

/** Power of the lamp that it replaced: that of the whole luminaire as consumed; it takes nothing by day where nobody knows better. */
export function replacedPower({ lamps, luminaires }: ReadingTwin, lamp: number): LampPower {
  const ratedW = lamps.powerBeforeW[lamp]!, kind = lamps.replaced[lamp]!;
  return kind < 0 ? { ratedW, fixedW: 0, darkW: 0 } : { ratedW, fixedW: luminaires.fixedLossShare[kind]! * ratedW, darkW: luminaires.standbyPowerW[kind]! };
}

/**
 * Power at an output. `driveShare`: what the lamp takes at full output over its rated power, below 1 where the driver of a new lamp holds
 * back (constant light output), above 1 for old lamps that take more with age.
 */
export function powerW({ ratedW, fixedW, darkW }: LampPower, outputShare: number, driveShare = 1): number {
  return outputShare > 0 ? fixedW + (ratedW * driveShare - fixedW) * outputShare : darkW;
}

/**
 * Energy over some time, from integrals over output: `burningS` in which lamps burn, `lightS` of output times time, `drivenLightS` of output
 * times drive share times time. All run evenly on a ramp, from off as well, so this is exact. Watt seconds.
 */
export function energyWs({ ratedW, fixedW, darkW }: LampPower, spanS: number, burningS: number, lightS: number, drivenLightS = lightS): number {
  return fixedW * (burningS - lightS) + ratedW * drivenLightS + darkW * (spanS - burningS);
}

/** Active over apparent power at an output: even between a tenth and full output, no less below a tenth, where no data sheet goes. 1 for an unknown kind. */
export function powerFactor({ luminaires }: ReadingTwin, kind: number, outputShare: number): number {
  if (kind < 0) return 1;
  const full = luminaires.powerFactor[kind]!, tenth = luminaires.dimmedPowerFactor[kind]!;
  return tenth + (full - tenth) * Math.max(0, (outputShare - 0.1) / 0.9);
}
