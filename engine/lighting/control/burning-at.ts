import { DAY_S } from '../../foundation/clock.ts';
import type { ReadingTwin } from '../../twin/twin.ts';
import { runClock } from '../civil-clock.ts';
import { burningSpan } from '../switching.ts';

/** Whether the lamps of a zone burn in a run, whatever their program makes of it, and when that may change next. */
export function burningAt(twin: ReadingTwin, zone: number, timeS: number): { isBurning: boolean; untilS: number } {
  const rule = zone < twin.lightingZones.count ? twin.lightingZones.switching[zone]! : -1, clock = runClock(twin.facts), today = Math.floor(timeS / DAY_S);
  let isBurning = false, untilS = Infinity;
  for (let day = today - 1; day <= today + 1; day++) {
    const span = burningSpan(twin, clock, rule, day);
    if (!span) continue;
    if (span.onS <= timeS && timeS < span.offS) isBurning = true;
    for (const edgeS of [span.onS, span.offS]) if (edgeS > timeS) untilS = Math.min(untilS, edgeS);
  }
  return { isBurning, untilS: Math.min(untilS, (today + 1) * DAY_S) };
}
