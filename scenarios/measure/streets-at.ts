import { figuresAt } from '../../engine/lighting/compliance/class-needs.ts';
import { isBelowClass, type Compliance } from '../../engine/lighting/compliance/compliance-at.ts';
import { shortfalls, worstFirst, type Shortfall } from '../../engine/lighting/road/compliance.ts';
import { lightingClass } from '../../engine/lighting/road/lighting-classes.ts';
import type { StreetLight } from '../../engine/lighting/road/street-light.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { verdictName, type LightVerdictName } from './streets-below-class.ts';

/** A lit street that is below its class at one moment. */
export interface StreetBelowThen {
  /** Row of `litStreets`. */
  row: number;
  street: string;
  commune: string;
  zone: string;
  km: number;
  /** The class asked for at that moment, and the output given. */
  className: string;
  outputShare: number;
  verdict: LightVerdictName;
  /** All that it misses, what it misses most first. */
  shortfalls: Shortfall[];
}

/** All streets that are lit and below their class at a moment, those first that lack most: length times the share of what is asked that is missing. */
export function streetsBelowThen(twin: ReadingTwin, light: StreetLight, { classIndex, outputShare, verdict }: Compliance): StreetBelowThen[] {
  const { litStreets, streets, communes, lightingZones } = twin, found: StreetBelowThen[] = [];
  for (let row = 0; row < litStreets.count; row++) {
    if (!isBelowClass(verdict[row]!)) continue;
    const street = litStreets.street[row]!, asked = lightingClass(litStreets.family[row]!, classIndex[row]!);
    found.push({
      row, street: streets.name[street]!, commune: communes.name[streets.commune[street]!] ?? '', zone: lightingZones.name[litStreets.zone[row]!] ?? '', km: streets.lengthM[street]! / 1000,
      className: asked.name, outputShare: outputShare[row]!, verdict: verdictName(verdict[row]!),
      shortfalls: worstFirst(shortfalls(figuresAt(light, row, outputShare[row]!), asked)),
    });
  }
  const lack = ({ km, shortfalls: [most] }: StreetBelowThen): number => km * (most?.shortShare ?? 0);
  return found.sort((one, other) => lack(other) - lack(one) || one.row - other.row);
}
