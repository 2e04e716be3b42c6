import { shortfalls, worstFirst, type Shortfall } from '../../engine/lighting/road/compliance.ts';
import { lightingClass } from '../../engine/lighting/road/lighting-classes.ts';
import { oneLampOut } from '../../engine/lighting/road/one-lamp-out.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { cityLight } from './street-compliance.ts';

/**
 * A street that has its design class at full output, and what it misses beside a lamp that is out, the worst first; nothing where it keeps its
 * class even so. Hardly any street stays even enough: what tells streets apart is whether the mean of the class is lost too.
 */
export interface StreetOneLampOut { row: number; km: number; lamps: number; className: string; missed: Shortfall[] }

/** What a street misses of the mean of its class; nothing where it keeps that. */
export const meanMissed = ({ missed }: StreetOneLampOut): Shortfall | undefined => missed.find(({ criterion }) => criterion === 'lavCdM2' || criterion === 'eavLx');

/** All streets that keep their design class at full output, each with one lamp out; the light of the city is computed by the way. */
export function streetsOneLampOut(twin: ReadingTwin, tell: (share: number) => void): StreetOneLampOut[] {
  const { litStreets, streets, lamps } = twin, figuresOut = oneLampOut(), lampCount = new Uint32Array(streets.count), found: StreetOneLampOut[] = [];
  for (let lamp = 0; lamp < lamps.count; lamp++) if (lamps.street[lamp]! >= 0) lampCount[lamps.street[lamp]!]!++;
  cityLight(twin, (row, figures, field, room) => {
    tell(row / litStreets.count);
    const family = litStreets.family[row]!, asked = lightingClass(family, litStreets.classIndex[row]!), street = litStreets.street[row]!;
    if (shortfalls(figures, asked).length > 0) return;
    found.push({ row, km: streets.lengthM[street]! / 1000, lamps: lampCount[street]!, className: asked.name, missed: worstFirst(shortfalls(figuresOut(field, room, family), asked)) });
  });
  return found;
}
