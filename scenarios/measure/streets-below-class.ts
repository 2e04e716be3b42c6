import { figuresAt, needAt } from '../../engine/lighting/compliance/class-needs.ts';
import { isBelowClass, lightVerdict, needsOf, verdictOf } from '../../engine/lighting/compliance/compliance-at.ts';
import type { OutputHours } from '../../engine/lighting/compliance/output-hours.ts';
import type { StreetYear } from '../../engine/lighting/compliance/street-year.ts';
import { shortfalls, type Shortfall } from '../../engine/lighting/road/compliance.ts';
import { lightingClass } from '../../engine/lighting/road/lighting-classes.ts';
import type { StreetLight } from '../../engine/lighting/road/street-light.ts';
import type { HourVolumes } from '../../engine/twin/hour-volumes.ts';
import { classInHour } from '../../engine/twin/lighting-class-of.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';

/** The names of `lightVerdict`. */
export type LightVerdictName = keyof typeof lightVerdict;

/** A street below its class at some hour of the year, with what it misses most. */
export interface StreetBelowClass {
  /** Row of `litStreets`. */
  row: number;
  street: string;
  commune: string;
  zone: string;
  km: number;
  belowH: number;
  /** The clock hour and output at which it misses most, and the class asked for then. */
  hour: number;
  outputShare: number;
  className: string;
  verdict: LightVerdictName;
  shortfall: Shortfall;
}

/** All streets that are below their class at some hour, those first that lack most: length times hours times the share of what is asked that is missing in their worst hour. */
export function streetsBelowClass(twin: ReadingTwin, light: StreetLight, volumes: HourVolumes, hoursByZone: readonly (readonly OutputHours[])[], year: StreetYear): StreetBelowClass[] {
  const { litStreets, streets, communes, lightingZones } = twin, found: StreetBelowClass[] = [];
  for (let row = 0; row < litStreets.count; row++) {
    if (!(year.belowH[row]! > 0)) continue;
    const street = litStreets.street[row]!, zone = litStreets.zone[row]!, worst = worstHour(twin, light, volumes, hoursByZone[zone < 0 ? lightingZones.count : zone]!, row)!;
    found.push({
      row, street: streets.name[street]!, commune: communes.name[streets.commune[street]!] ?? '', zone: lightingZones.name[zone] ?? '', km: streets.lengthM[street]! / 1000, belowH: year.belowH[row]!, ...worst,
    });
  }
  const lack = ({ km, belowH, shortfall }: StreetBelowClass): number => km * belowH * shortfall.shortShare;
  return found.sort((one, other) => lack(other) - lack(one) || one.row - other.row);
}

type WorstHour = Pick<StreetBelowClass, 'hour' | 'outputShare' | 'className' | 'verdict' | 'shortfall'>;

function worstHour(twin: ReadingTwin, light: StreetLight, volumes: HourVolumes, hours: readonly OutputHours[], row: number): WorstHour | undefined {
  const { litStreets, streets } = twin, family = litStreets.family[row]!, needs = needsOf(twin, light), street = litStreets.street[row]!;
  let worst: WorstHour | undefined;
  for (const { hour, outputShare } of hours) {
    const classIndex = classInHour(litStreets, row, volumes[hour * streets.count + street]!), code = verdictOf(needs, needAt(litStreets, row, classIndex), family, outputShare);
    if (!isBelowClass(code)) continue;
    const asked = lightingClass(family, classIndex), verdict = verdictName(code);
    for (const shortfall of shortfalls(figuresAt(light, row, outputShare), asked)) {
      if (!worst || shortfall.shortShare > worst.shortfall.shortShare) worst = { hour, outputShare, className: asked.name, verdict, shortfall };
    }
  }
  return worst;
}

export const verdictName = (code: number): LightVerdictName => (Object.keys(lightVerdict) as LightVerdictName[]).find((name) => lightVerdict[name] === code)!;
