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
 * The astronomical clock and the dimming program of a zone. Lamps burn from sunset to sunrise, each moved by the
 * city's offset; while they burn, the zone's program says how bright. `zone` = lightingZones.count: lamps of no zone, never dimmed.
 */
export function scheduledOutput(twin: ReadingTwin, zone: number, timeS: number): LampOutput {
  const day = Math.floor(timeS / DAY_S), clockS = timeS - day * DAY_S;
  const { onS, offS } = switchTimes(twin, day);
  const tomorrow = switchTimes(twin, day + 1);
  let nextSwitchS = (day + 1) * DAY_S;
  for (const switchS of [offS, onS, tomorrow.offS, tomorrow.onS]) if (switchS > timeS) nextSwitchS = Math.min(nextSwitchS, switchS);
  const isBurning = timeS < offS || timeS >= onS;
  if (zone >= twin.lightingZones.count) return { outputShare: isBurning ? 1 : 0, nextSwitchS };
  const level = levelAt(twin, defaultProgramOf(twin, zone), clockS), limit = limitAt(twin, zone, clockS);
  nextSwitchS = Math.min(nextSwitchS, day * DAY_S + level.untilClockS, day * DAY_S + limit.untilClockS);
  return { outputShare: isBurning ? Math.min(level.share, limit.share) : 0, nextSwitchS };
}

export interface SpanOfDay { share: number; untilClockS: number }

/** The level of a program at a clock time: the last one begun, or that of yesterday evening. */
export function levelAt({ lightingPrograms, dimmingLevels: { fromS, outputShare } }: ReadingTwin, program: number, clockS: number): SpanOfDay {
  if (program < 0 || lightingPrograms.levelCount[program] === 0) return { share: 1, untilClockS: DAY_S };
  const first = lightingPrograms.firstLevel[program]!, end = first + lightingPrograms.levelCount[program]!;
  let current = end - 1;
  for (let level = first; level < end; level++) {
    if (fromS[level]! > clockS) return { share: outputShare[current]!, untilClockS: fromS[level]! };
    current = level;
  }
  return { share: outputShare[current]!, untilClockS: DAY_S };
}

/** The lowest limit laid over a zone at a clock time. */
export function limitAt({ lightingLimits: { count, zone, fromClockS, untilClockS, mostShare } }: ReadingTwin, ofZone: number, clockS: number): SpanOfDay {
  let share = 1, nextS = DAY_S;
  for (let limit = 0; limit < count; limit++) {
    if (zone[limit] !== ofZone) continue;
    const fromS = fromClockS[limit]!, untilS = untilClockS[limit]!;
    if (fromS < untilS ? clockS >= fromS && clockS < untilS : clockS >= fromS || clockS < untilS) share = Math.min(share, mostShare[limit]!);
    for (const edgeS of [fromS, untilS]) if (edgeS > clockS) nextS = Math.min(nextS, edgeS);
  }
  return { share, untilClockS: nextS };
}

/** When lamps go off in the morning and on in the evening of a day, counted from the run's first; -Infinity and Infinity as in `SunTimes`. */
function switchTimes({ facts }: ReadingTwin, day: number): { onS: number; offS: number } {
  const { sunriseS, sunsetS } = sunTimes(facts, day);
  return { onS: sunsetS + facts.lighting.switchOnOffsetMin * 60, offS: sunriseS + facts.lighting.switchOffOffsetMin * 60 };
}

/** The program that a zone runs on days that its calendar does not name; -1 for full output. */
export function defaultProgramOf({ lightingZones, lightingCalendars }: ReadingTwin, zone: number): number {
  const calendar = lightingZones.calendar[zone]!;
  return calendar < 0 ? -1 : lightingCalendars.defaultProgram[calendar]!;
}
