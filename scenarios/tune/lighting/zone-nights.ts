import { needAt, type ClassNeeds } from '../../../engine/lighting/compliance/class-needs.ts';
import { needsOf } from '../../../engine/lighting/compliance/compliance-at.ts';
import { outputHours } from '../../../engine/lighting/compliance/output-hours.ts';
import type { StreetLight } from '../../../engine/lighting/road/street-light.ts';
import { HOURS_OF_DAY, type HourVolumes } from '../../../engine/twin/hour-volumes.ts';
import { classInHour } from '../../../engine/twin/lighting-class-of.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';

/** Levels are whole per cent of full output, rounded up: what a planner writes down and a controller holds. */
export const LEVELS = 101;
/** What dividing may add to a share that is just a whole per cent. */
const ROUNDING = 1e-9;

/** A clock hour of the nights of a zone. Streets are counted in kilometres. */
export interface NightHour {
  hour: number;
  /** Hours of the year in which lamps burn or are off by their program. */
  nightH: number;
  /** Of them those in which they are off by their present program. */
  darkH: number;
  /** By level: length of streets that full output would bring to their class in this hour and that have too little light at this level. */
  belowKm: Float64Array;
  /** Streets that have too little light even at full output: nothing that a schedule does mends them. */
  beyondKm: number;
  /** Rows of `litStreets` whose need is the highest that full output meets, those left out (`spareShare`) apart, and that need in per cent. */
  binding: number[];
  needPercent: number;
}

/** The nights of a zone, hour by hour from noon to noon, hours without darkness left out. */
export interface ZoneNight { zone: number; name: string; km: number; hours: NightHour[] }

/** How the class of a street falls with the traffic of the hour, or stays that of its busiest hour. */
export type ClassRule = 'by-hour' | 'design';

/** What every hour of the night asks of each zone that has streets whose light is known; `spareShare` of its length, the most demanding streets, binds nothing. */
export function zoneNights(twin: ReadingTwin, light: StreetLight, volumes: HourVolumes, rule: ClassRule = 'by-hour', spareShare = 0): ZoneNight[] {
  const { lightingZones, litStreets, streets } = twin, needs = needsOf(twin, light), hoursByZone = outputHours(twin);
  const rowsByZone = Array.from({ length: lightingZones.count }, (): number[] => []);
  for (let row = 0; row < litStreets.count; row++) if (light.isKnown[row] === 1 && litStreets.zone[row]! >= 0) rowsByZone[litStreets.zone[row]!]!.push(row);
  return rowsByZone.flatMap((rows, zone): ZoneNight[] => {
    if (rows.length === 0) return [];
    const km = rows.reduce((sum, row) => sum + streets.lengthM[litStreets.street[row]!]! / 1000, 0);
    const hours = hoursFromNoon.flatMap((hour): NightHour[] => {
      const spans = hoursByZone[zone]!.filter((one) => one.hour === hour), sum = (holds: (share: number) => boolean) => spans.reduce((all, one) => (holds(one.outputShare) ? all + one.hours : all), 0);
      const nightH = sum(() => true);
      return nightH > 0 ? [{ hour, nightH, darkH: sum((share) => share === 0), ...demandOf(twin, rows, (row) => needPercentOf(twin, needs, volumes, row, hour, rule), spareShare * km) }] : [];
    });
    return [{ zone, name: lightingZones.name[zone]!, km, hours }];
  });
}

const hoursFromNoon = Array.from({ length: HOURS_OF_DAY }, (_, at) => (at + HOURS_OF_DAY / 2) % HOURS_OF_DAY);

/** The level that a street needs in an hour, in per cent; above 100 where full output is too little. Uneven streets keep their means. */
export function needPercentOf({ litStreets, streets }: ReadingTwin, needs: ClassNeeds, volumes: HourVolumes, row: number, hour: number, rule: ClassRule): number {
  const classIndex = rule === 'design' ? litStreets.classIndex[row]! : classInHour(litStreets, row, volumes[hour * streets.count + litStreets.street[row]!]!);
  return Math.ceil(100 * needs.levelShare[needAt(litStreets, row, classIndex)]! - ROUNDING);
}

function demandOf(twin: ReadingTwin, rows: readonly number[], needOf: (row: number) => number, spareKm: number): Omit<NightHour, 'hour' | 'nightH' | 'darkH'> {
  const belowKm = new Float64Array(LEVELS), needs = rows.map(needOf);
  let beyondKm = 0;
  rows.forEach((row, at) => {
    const percent = needs[at]!, km = twin.streets.lengthM[twin.litStreets.street[row]!]! / 1000;
    if (percent > 100) beyondKm += km;
    else if (percent > 0) belowKm[percent - 1]! += km;
  });
  // A street that needs 60 % is below its class at every level up to 59 %.
  for (let level = LEVELS - 2; level >= 0; level--) belowKm[level]! += belowKm[level + 1]!;
  const needPercent = belowKm.findIndex((km) => mayBeSpared(km, spareKm));
  return { belowKm, beyondKm, needPercent, binding: rows.filter((_, at) => needs[at] === needPercent) };
}

/** Whether so much may be below class at no cost; sums of lengths are not exact. */
export const mayBeSpared = (km: number, spareKm: number): boolean => km <= spareKm * (1 + 1e-12);
