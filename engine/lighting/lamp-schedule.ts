import { DAY_S } from '../foundation/clock.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { sunTimes } from './sun-times.ts';

/** What the lamps of a zone do from now on, and until when that is sure. */
export interface LampOutput {
  /** 0 off, 1 full output. */
  outputShare: number;
  /** When it may change next; later than the time asked for. */
  nextSwitchS: number;
}

/**
 * The astronomical clock and the dimming schedule of a zone. Lamps burn from sunset to sunrise, each moved by the
 * city's offset; while they burn, the zone's schedule says how bright. `zone` = lightingZones.count: lamps of no zone, never dimmed.
 */
export function scheduledOutput(twin: ReadingTwin, zone: number, timeS: number): LampOutput {
  const day = Math.floor(timeS / DAY_S), clockS = timeS - day * DAY_S;
  const { onS, offS } = switchTimes(twin, day);
  const tomorrow = switchTimes(twin, day + 1);
  let nextSwitchS = (day + 1) * DAY_S;
  for (const switchS of [offS, onS, tomorrow.offS, tomorrow.onS]) if (switchS > timeS) nextSwitchS = Math.min(nextSwitchS, switchS);
  const isBurning = timeS < offS || timeS >= onS;
  if (zone >= twin.lightingZones.count || twin.lightingZones.levelCount[zone] === 0) return { outputShare: isBurning ? 1 : 0, nextSwitchS };
  const { fromS, outputShare } = twin.dimmingLevels;
  const first = twin.lightingZones.firstLevel[zone]!, end = first + twin.lightingZones.levelCount[zone]!;
  let current = end - 1;
  for (let level = first; level < end; level++) {
    if (fromS[level]! <= clockS) current = level;
    else { nextSwitchS = Math.min(nextSwitchS, day * DAY_S + fromS[level]!); break; }
  }
  return { outputShare: isBurning ? outputShare[current]! : 0, nextSwitchS };
}

/** When lamps go off in the morning and on in the evening of a day, counted from the run's first; -Infinity and Infinity as in `SunTimes`. */
function switchTimes({ facts }: ReadingTwin, day: number): { onS: number; offS: number } {
  const { sunriseS, sunsetS } = sunTimes(facts, day);
  return { onS: sunsetS + facts.lighting.switchOnOffsetMin * 60, offS: sunriseS + facts.lighting.switchOffOffsetMin * 60 };
}
