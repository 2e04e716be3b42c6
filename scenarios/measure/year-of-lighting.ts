import { daysOf, summerTimeDays, summerTimeMin } from '../../engine/foundation/calendar.ts';
import { DAY_S } from '../../engine/foundation/clock.ts';
import { lampsPowerW } from '../../engine/lighting/lamp-power.ts';
import { scheduledOutput } from '../../engine/lighting/lamp-schedule.ts';
import { prepareLightingState } from '../../engine/state/lighting-state.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';

/** Street lighting over the calendar year of the run's date: every night with its own sunset, sunrise and dimming. */
export interface YearOfLighting {
  /** Taken by all lamps, standby by day included. */
  energyKwh: number;
  /** By lighting zone, in the order of their rows; lamps without a zone come last. */
  zoneEnergyKwh: number[];
  /** Hours in which lamps burn. */
  burningH: number;
  /** What the lamps that the LEDs replaced would take in the same hours, never dimmed. */
  beforeLedKwh: number;
}

/** The same twin gives the same year: several indicators ask for it. */
const known = new WeakMap<ReadingTwin, YearOfLighting>();

/**
 * Walks the year by the engine's own astronomical clock, dimming schedule and lamp power, so that a year is not one night
 * times 365. Clock times follow European summer time, whatever the date of the run. See docs/models/savings.md.
 */
export function yearOfLighting(twin: ReadingTwin): YearOfLighting {
  const before = known.get(twin);
  if (before) return before;
  const { zones } = prepareLightingState(twin, 0);
  const { standbyPowerW } = twin.facts.lighting;
  const zoneEnergyKwh = Array.from({ length: zones.count }, (_, zone) => {
    if (zones.lampCount[zone] === 0) return 0;
    let energyWh = 0;
    walkYear(twin, zone, (outputShare, hours) => {
      energyWh += lampsPowerW(zones.ratedPowerW[zone]!, zones.lampCount[zone]!, standbyPowerW, outputShare) * hours;
    });
    return energyWh / 1000;
  });
  let burningH = 0, powerBeforeW = 0;
  // Lamps of no zone are never dimmed: they burn all night.
  walkYear(twin, twin.lightingZones.count, (outputShare, hours) => { if (outputShare > 0) burningH += hours; });
  for (let lamp = 0; lamp < twin.lamps.count; lamp++) powerBeforeW += twin.lamps.powerBeforeW[lamp]!;
  const year = { energyKwh: zoneEnergyKwh.reduce((sum, one) => sum + one, 0), zoneEnergyKwh, burningH, beforeLedKwh: (powerBeforeW * burningH) / 1000 };
  known.set(twin, year);
  return year;
}

/** Tells each stretch of the year in which the zone's output stays the same. */
function walkYear(twin: ReadingTwin, zone: number, tell: (outputShare: number, hours: number) => void): void {
  const year = twin.facts.date.slice(0, 4);
  const summer = summerTimeDays(year);
  const isSummer = (day: number) => day >= summer.first && day < summer.end;
  const standardMin = twin.facts.utcOffsetMin - summerTimeMin(twin.facts.date);
  const inTime = (utcOffsetMin: number): ReadingTwin => ({ ...twin, facts: { ...twin.facts, date: `${year}-01-01`, utcOffsetMin } });
  const winterTwin = inTime(standardMin), summerTwin = inTime(standardMin + 60);
  for (let day = 0, days = daysOf(year); day < days; day++) {
    const endS = (day + 1) * DAY_S;
    for (let timeS = day * DAY_S; timeS < endS; ) {
      const { outputShare, nextSwitchS } = scheduledOutput(isSummer(day) ? summerTwin : winterTwin, zone, timeS);
      const untilS = Math.min(nextSwitchS, endS);
      tell(outputShare, (untilS - timeS) / 3600);
      timeS = untilS;
    }
  }
}
