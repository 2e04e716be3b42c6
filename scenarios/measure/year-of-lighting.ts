import { DAY_S } from '../../engine/foundation/clock.ts';
import { burningTable, EVERY_DAY } from '../../engine/lighting/energy/burning-table.ts';
import { lightingPeriod } from '../../engine/lighting/energy/lighting-period.ts';
import { lightingYear } from '../../engine/lighting/energy/lighting-year.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';

/** Street lighting over the calendar year of the run's date: every night with its own sunset, sunrise and dimming. */
export interface YearOfLighting {
  /** Taken by all lamps, standby by day included, and by their cabinets and cables. */
  energyKwh: number;
  /** By lighting zone, in the order of their rows, lamps alone; lamps without a zone come last. */
  zoneEnergyKwh: number[];
  /** Hours in which lamps burn that follow the sun by the offsets of the city. */
  burningH: number;
  /** What the lamps that the LEDs replaced would take in the same hours, never dimmed. */
  beforeLedKwh: number;
}

/** Whether a year can be told: there are lamps, and none that follow the traffic, of which only a run knows. */
export const hasYearOfLighting = ({ lamps, adaptiveRules }: ReadingTwin): boolean => lamps.count > 0 && adaptiveRules.count === 0;

/** The same twin gives the same year: several indicators ask for it. */
const known = new WeakMap<ReadingTwin, YearOfLighting>();

/** The year by the engine's own switching, schedules and lamp power, so that a year is not one night times 365. See docs/models/savings.md. */
export function yearOfLighting(twin: ReadingTwin): YearOfLighting {
  const before = known.get(twin);
  if (before) return before;
  const year = twin.facts.date.slice(0, 4), period = lightingPeriod(twin.facts, `${year}-01-01`, `${year}-12-31`), monthCount = period.months.length;
  const today = lightingYear(twin, period), old = lightingYear(twin, period, { lamps: 'replaced-at-full' });
  const zoneEnergyKwh = Array.from({ length: twin.lightingZones.count + 1 }, (_, zone) => today.zoneKwh.subarray(zone * monthCount, (zone + 1) * monthCount).reduce((sum, kWh) => sum + kWh, 0));
  const burningS = burningTable(twin, period, -1, EVERY_DAY).subarray(DAY_S * monthCount).reduce((sum, seconds) => sum + seconds, 0);
  const found = { energyKwh: today.energyKwh, zoneEnergyKwh, burningH: burningS / 3600, beforeLedKwh: old.energyKwh };
  known.set(twin, found);
  return found;
}
