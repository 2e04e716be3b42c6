import { junctionControl } from '../twin/streets.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/**
 * Mean delay at the end of a link on a quiet street, seconds: half the red of a plan with 40 % green in 70 s (uniform delay,
 * HCM 2010 equation 18-20: 0.5 x 70 x 0.6 x 0.6), slowing to look elsewhere (assumed).
 */
const DELAY_AT_SIGNALS_S = 12.6, DELAY_WITHOUT_S = 2;

/** Seconds from the start of a link into the next one while hardly anyone drives: at the limit, with the delay of its junction. */
export function quietTimeS({ links, junctions }: ReadingTwin, link: number): number {
  const control = junctions.control[links.toJunction[link]!]!;
  const delayS = control === junctionControl.signals ? DELAY_AT_SIGNALS_S : control === junctionControl.deadEnd ? 0 : DELAY_WITHOUT_S;
  return links.lengthM[link]! / links.speedLimitMps[link]! + delayS;
}
