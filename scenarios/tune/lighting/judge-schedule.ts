import { lightingPeriod, type LightingPeriod } from '../../../engine/lighting/energy/lighting-period.ts';
import { lightingYear } from '../../../engine/lighting/energy/lighting-year.ts';
import { kilometreHours, streetYear, type StreetYear } from '../../../engine/lighting/compliance/street-year.ts';
import type { StreetLight } from '../../../engine/lighting/road/street-light.ts';
import { lightingFamily } from '../../../engine/twin/lit-streets.ts';
import type { HourVolumes } from '../../../engine/twin/hour-volumes.ts';
import type { ReadingTwin, Twin } from '../../../engine/twin/twin.ts';
import { applyChanges } from '../../changes/apply-changes.ts';
import type { Change } from '../../changes/change.ts';

/** What a schedule comes to in the calendar year: exactly, by the engine's own year. */
export interface ScheduleYear {
  energyKwh: number;
  /** Kilometre-hours of lit streets below class, switched off by program, and lit too much. */
  belowKmH: number;
  darkKmH: number;
  overLitKmH: number;
  /** Of these, streets of P classes: for them alone EN 13201-2 has an upper limit (table 3, note a), so that above it they do not have their class. */
  overLitPedestrianKmH: number;
}

/** Judges schedules of one city; tables of burning hours are shared by all. */
export interface ScheduleJudge {
  judge(changes: readonly Change[]): ScheduleYear;
  judgeTwin(twin: ReadingTwin): ScheduleYear;
  /** The twin with these changes, and its streets over the year. */
  yearOf(changes: readonly Change[]): { twin: Twin; year: StreetYear };
}

export function scheduleJudge(twin: ReadingTwin, light: StreetLight, volumes: HourVolumes): ScheduleJudge {
  const year = twin.facts.date.slice(0, 4), period: LightingPeriod = lightingPeriod(twin.facts, `${year}-01-01`, `${year}-12-31`);
  const judgeTwin = (changed: ReadingTwin): ScheduleYear => {
    const streets = streetYear(changed, light, volumes), sum = (hours: ArrayLike<number>, holds?: (row: number) => boolean): number => kilometreHours(changed, hours, holds);
    return { energyKwh: lightingYear(changed, period).energyKwh, belowKmH: sum(streets.belowH), darkKmH: sum(streets.darkH), overLitKmH: sum(streets.overLitH), overLitPedestrianKmH: sum(streets.overLitH, (row) => changed.litStreets.family[row] === lightingFamily.pedestrian) };
  };
  const changedBy = (changes: readonly Change[]): Twin => {
    const { value, problems } = applyChanges(twin, changes);
    if (!value) throw new Error(`a program that does not fit: ${problems.map(({ code }) => code).join(', ')}`);
    return value;
  };
  return {
    judgeTwin, judge: (changes) => judgeTwin(changedBy(changes)),
    yearOf: (changes) => {
      const changed = changedBy(changes);
      return { twin: changed, year: streetYear(changed, light, volumes) };
    },
  };
}
