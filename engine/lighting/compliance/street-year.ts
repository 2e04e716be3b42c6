import { HOURS_OF_DAY, type HourVolumes } from '../../twin/hour-volumes.ts';
import { classInHour, usualClassRules, type ClassRules } from '../../twin/lighting-class-of.ts';
import type { ReadingTwin } from '../../twin/twin.ts';
import type { StreetLight } from '../road/street-light.ts';
import { needAt } from './class-needs.ts';
import { isBelowClass, lightVerdict, needsOf, verdictOf } from './compliance-at.ts';
import { outputHours, type OutputHours } from './output-hours.ts';

/** Hours of the year in which lamps burn or are off by their program, by verdict; each array by row of `litStreets`. */
export interface StreetYear {
  /** Lit, and below the class of the hour. */
  belowH: Float64Array;
  /** Switched off by program in the hours of darkness. */
  darkH: Float64Array;
  overLitH: Float64Array;
  /** Of all hours of darkness. */
  nightH: Float64Array;
  /** Of streets whose light nobody knows: `unknownH` are those hours. */
  unknownH: Float64Array;
  /** Kilometre-hours below class by clock hour, and those of darkness of streets whose light is known: the share that misses is one over the other. */
  belowKmH: Float64Array;
  nightKmH: Float64Array;
}

/** Every street in every hour of the year: the class that its traffic asks for in that clock hour against its output then. */
export function streetYear(
  twin: ReadingTwin, light: StreetLight, volumes: HourVolumes, hoursByZone: readonly (readonly OutputHours[])[] = outputHours(twin), rules: ClassRules = usualClassRules,
): StreetYear {
  const { litStreets, lightingZones, streets } = twin, needs = needsOf(twin, light), column = () => new Float64Array(litStreets.count);
  const year: StreetYear = { belowH: column(), darkH: column(), overLitH: column(), nightH: column(), unknownH: column(), belowKmH: new Float64Array(HOURS_OF_DAY), nightKmH: new Float64Array(HOURS_OF_DAY) };
  for (let row = 0; row < litStreets.count; row++) {
    const street = litStreets.street[row]!, zone = litStreets.zone[row]!, family = litStreets.family[row]!, km = streets.lengthM[street]! / 1000;
    let hourNow = -1, need = 0;
    for (const { hour, outputShare, hours } of hoursByZone[zone < 0 ? lightingZones.count : zone]!) {
      if (hour !== hourNow) {
        hourNow = hour;
        need = needAt(litStreets, row, classInHour(litStreets, row, volumes[hour * streets.count + street]!, rules));
      }
      const verdict = verdictOf(needs, need, family, outputShare);
      year.nightH[row]! += hours;
      if (verdict === lightVerdict.unknown) {
        year.unknownH[row]! += hours;
        continue;
      }
      year.nightKmH[hour]! += hours * km;
      if (verdict === lightVerdict.dark) year.darkH[row]! += hours;
      else if (verdict === lightVerdict.overLit) year.overLitH[row]! += hours;
      else if (isBelowClass(verdict)) {
        year.belowH[row]! += hours;
        year.belowKmH[hour]! += hours * km;
      }
    }
  }
  return year;
}

/** Kilometre-hours of a column of hours: streets weighed by their length. */
export function kilometreHours({ litStreets, streets }: ReadingTwin, hours: ArrayLike<number>, holds: (row: number) => boolean = () => true): number {
  let sum = 0;
  for (let row = 0; row < litStreets.count; row++) if (holds(row)) sum += (hours[row]! * streets.lengthM[litStreets.street[row]!]!) / 1000;
  return sum;
}
