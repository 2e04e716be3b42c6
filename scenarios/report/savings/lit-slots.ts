import { DAY_S } from '../../../engine/foundation/clock.ts';
import { calendarClock, clockAheadS, momentS, type CivilClock } from '../../../engine/lighting/civil-clock.ts';
import { walkOutput } from '../../../engine/lighting/lamp-schedule.ts';
import { burningSpan } from '../../../engine/lighting/switching.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { dayCountOf, datesOf, type Period } from './period.ts';

/** Half an hour of the clock: tariffs change on it. */
export const SLOT_S = 1800, SLOTS_A_DAY = DAY_S / SLOT_S;

/** How long lamps burn and how much light they give in every half hour of the clock of a period. */
export interface LitSlots {
  dates: readonly string[];
  /** Real time in the slot: none or twice as much when clocks change. Slot = day * SLOTS_A_DAY + half hour of the day. */
  lengthH: Float64Array;
  /** By zone, last those of no zone: hours in which its switching rule lets lamps burn. */
  burningH: readonly Float64Array[];
  /** By zone: hours in which its lamps give light; half of the time in which they ramp from or to nothing. */
  litH: readonly Float64Array[];
  /** By zone: output times hours. */
  outputH: readonly Float64Array[];
}

/** Walks the period by the engine's own clock, rules and programs, from one switching to the next, never by samples. */
export function litSlots(twin: ReadingTwin, period: Period): LitSlots {
  const dates = datesOf(period), slotCount = dates.length * SLOTS_A_DAY, zoneCount = twin.lightingZones.count + 1, days = dayCountOf(period);
  const clock = calendarClock(twin.facts, period.fromDate, days + 1), spans = clockSpans(clock, days);
  const make = () => new Float64Array(slotCount), makeAll = () => Array.from({ length: zoneCount }, make);
  const slots = { dates, lengthH: make(), burningH: makeAll(), litH: makeAll(), outputH: makeAll() };
  addHours(slots.lengthH, spans, spans[0]!.fromS, spans.at(-1)!.untilS, 1, 1);
  for (const zone of zonesWithLamps(twin)) {
    const rule = zone < twin.lightingZones.count ? twin.lightingZones.switching[zone]! : -1;
    for (let day = -1, lastOffS = -Infinity; day <= days; day++) {
      const night = burningSpan(twin, clock, rule, day);
      if (!night) continue;
      addHours(slots.burningH[zone]!, spans, Math.max(night.onS, lastOffS), night.offS, 1, 1);
      lastOffS = Math.max(lastOffS, night.offS);
    }
    walkOutput(twin, clock, zone, { firstDay: 0, endDay: days }, (startS, startShare, endS, endShare) => {
      if (startShare === 0 && endShare === 0) return;
      addHours(slots.litH[zone]!, spans, startS, endS, startShare > 0 ? 1 : 0, endShare > 0 ? 1 : 0);
      addHours(slots.outputH[zone]!, spans, startS, endS, startShare, endShare);
    });
  }
  return slots;
}

function zonesWithLamps({ lamps, lightingZones }: ReadingTwin): number[] {
  const found = new Set<number>();
  for (let lamp = 0; lamp < lamps.count; lamp++) found.add(lamps.zone[lamp]! < 0 ? lightingZones.count : lamps.zone[lamp]!);
  return [...found].sort((one, other) => one - other);
}

/** A stretch of the time that passes, and how far people's clocks are ahead of it. */
interface ClockSpan { fromS: number; untilS: number; aheadS: number }

const HOUR_S = 3600;

/** From midnight of the first day to midnight after the last, cut where clocks change. */
function clockSpans(clock: CivilClock, days: number): ClockSpan[] {
  const beginS = momentS(clock, 0, 0), endS = momentS(clock, days, 0);
  const edges = [beginS, ...clock.summers.flatMap(({ fromS, untilS }) => [fromS, untilS]).filter((atS) => atS > beginS && atS < endS), endS];
  return edges.slice(1).map((untilS, at) => ({ fromS: edges[at]!, untilS, aheadS: clockAheadS(clock, edges[at]!) }));
}

/** Adds to the slots of the clock what moves evenly from `startShare` to `endShare`, in share times hours. */
function addHours(slots: Float64Array, spans: readonly ClockSpan[], startS: number, endS: number, startShare: number, endShare: number): void {
  const slope = endS > startS ? (endShare - startShare) / (endS - startS) : 0;
  for (const { fromS, untilS, aheadS } of spans) {
    const lastS = Math.min(endS, untilS);
    for (let timeS = Math.max(startS, fromS); timeS < lastS; ) {
      const slot = Math.floor((timeS + aheadS) / SLOT_S), nextS = Math.min(lastS, (slot + 1) * SLOT_S - aheadS);
      // The mean of what moves evenly is what it is half-way.
      slots[slot]! += ((startShare + slope * ((timeS + nextS) / 2 - startS)) * (nextS - timeS)) / HOUR_S;
      timeS = nextS;
    }
  }
}
