import { shortfalls, type Shortfall } from '../../engine/lighting/road/compliance.ts';
import { figuresAt } from '../../engine/lighting/compliance/class-needs.ts';
import { lightingClass } from '../../engine/lighting/road/lighting-classes.ts';
import { oneLampOut } from '../../engine/lighting/road/one-lamp-out.ts';
import { makeFieldRoom } from '../../engine/lighting/road/road-lighting.ts';
import { streetInstallations } from '../../engine/lighting/road/street-installations.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { cityLight } from './street-compliance.ts';

/** A street that has its design class at full output, and what it misses most beside a lamp that is out; none where it keeps its class even so. */
export interface StreetOneLampOut { row: number; km: number; lamps: number; className: string; shortfall: Shortfall | undefined }

/** All streets that keep their design class at full output, each with one lamp out. */
export function streetsOneLampOut(twin: ReadingTwin, tell: (share: number) => void): StreetOneLampOut[] {
  const { litStreets, streets, lamps } = twin, light = cityLight(twin), installationOf = streetInstallations(twin), room = makeFieldRoom(), lampCount = new Uint32Array(streets.count), found: StreetOneLampOut[] = [];
  for (let lamp = 0; lamp < lamps.count; lamp++) if (lamps.street[lamp]! >= 0) lampCount[lamps.street[lamp]!]!++;
  for (let row = 0; row < litStreets.count; row++) {
    tell(row / litStreets.count);
    const asked = lightingClass(litStreets.family[row]!, litStreets.classIndex[row]!), street = litStreets.street[row]!;
    if (light.isKnown[row] === 0 || shortfalls(figuresAt(light, row, 1), asked).length > 0) continue;
    const { installation, parts } = installationOf(row)!;
    const worst = shortfalls(oneLampOut(installation, parts, room), asked).sort((one, other) => other.shortShare - one.shortShare)[0];
    found.push({ row, km: streets.lengthM[street]! / 1000, lamps: lampCount[street]!, className: asked.name, shortfall: worst });
  }
  return found;
}
