import { DAY_S } from '../foundation/clock.ts';
import { switchingKind } from '../twin/lighting.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { momentS, type CivilClock } from './civil-clock.ts';
import { sunAltitudeOfDaylightDeg } from './daylight.ts';
import { HORIZON_DEG, sunTimes } from './sun-times.ts';

/** Lamps burn from one whole second to another. */
export interface BurningSpan { onS: number; offS: number }

/** Times are whole seconds: what a controller can keep, and what lets energy be summed exactly. */
export const wholeS = (timeS: number): number => Math.floor(timeS + 0.5);

/**
 * When lamps burn in the night that begins on a day, by a switching rule (-1: sunset and sunrise moved by the offsets of the city); nothing
 * where they do not. Where the sun stays down lamps burn on from noon to noon; where it stays up they do not burn.
 */
export function burningSpan(twin: ReadingTwin, clock: CivilClock, rule: number, day: number): BurningSpan | undefined {
  const { switchingRules: rules, facts: { lighting } } = twin;
  if (rule < 0) return sunSpan(twin, clock, day, { onDeg: HORIZON_DEG, offDeg: HORIZON_DEG, onOffsetS: lighting.switchOnOffsetMin * 60, offOffsetS: lighting.switchOffOffsetMin * 60 });
  if (rules.kind[rule] === switchingKind.fixedHours) {
    const onClockS = rules.onClockS[rule]!, offClockS = rules.offClockS[rule]!;
    return spanOf(momentS(clock, day, onClockS), momentS(clock, offClockS < onClockS ? day + 1 : day, offClockS));
  }
  if (rules.kind[rule] === switchingKind.photocell) {
    return sunSpan(twin, clock, day, { onDeg: altitudeDeg(rules.onLx[rule]!), offDeg: altitudeDeg(rules.offLx[rule]!), onOffsetS: 0, offOffsetS: 0 });
  }
  const sunDeg = rules.sunAltitudeDeg[rule]!;
  return sunSpan(twin, clock, day, { onDeg: sunDeg, offDeg: sunDeg, onOffsetS: rules.onOffsetS[rule]!, offOffsetS: rules.offOffsetS[rule]! });
}

/** The sun's altitudes at which lamps come on in the evening and go off in the morning, and what is added to these times. */
interface SunRule { onDeg: number; offDeg: number; onOffsetS: number; offOffsetS: number }

function sunSpan({ facts }: ReadingTwin, { date, utcOffsetMin }: CivilClock, day: number, rule: SunRule): BurningSpan | undefined {
  const place = { ...facts, date, utcOffsetMin };
  const evening = sunTimes(place, day, rule.onDeg).sunsetS, morning = sunTimes(place, day + 1, rule.offDeg).sunriseS;
  if (evening === Infinity || morning === -Infinity) return undefined;
  const onS = evening === -Infinity ? day * DAY_S + DAY_S / 2 : evening + rule.onOffsetS;
  return spanOf(onS, morning === Infinity ? (day + 1) * DAY_S + DAY_S / 2 : morning + rule.offOffsetS);
}

function spanOf(onS: number, offS: number): BurningSpan | undefined {
  const span = { onS: wholeS(onS), offS: wholeS(offS) };
  return span.onS < span.offS ? span : undefined;
}

/** Thresholds of photocells are few, and each takes forty rounds to turn into an altitude. */
const altitudesDeg = new Map<number, number>();
const MOST_THRESHOLDS = 1000;

function altitudeDeg(illuminanceLx: number): number {
  let found = altitudesDeg.get(illuminanceLx);
  if (found === undefined) {
    if (altitudesDeg.size >= MOST_THRESHOLDS) altitudesDeg.clear();
    altitudesDeg.set(illuminanceLx, found = sunAltitudeOfDaylightDeg(illuminanceLx));
  }
  return found;
}
