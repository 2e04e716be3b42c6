import { ambientLuminosity } from '../../engine/twin/lit-streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { addLitStreets, usualSetting } from '../build/lamps/lit-streets.ts';

/** Shop windows and lit façades stand in the centre; around villages and in parks it is dark. Assumed by zone of lighting. */
const AMBIENT: Readonly<Record<string, number>> = { centre: ambientLuminosity.high, parks: ambientLuminosity.low, villages: ambientLuminosity.low, sennecey: ambientLuminosity.low };

/** The lit streets of the reference city. */
export function addDijonLitStreets(twin: Twin): void {
  const { lamps, lightingZones } = twin, ambientOf = new Map<number, number>();
  for (let lamp = lamps.count - 1; lamp >= 0; lamp--) {
    const ambient = AMBIENT[lightingZones.name[lamps.zone[lamp]!] ?? ''];
    if (ambient !== undefined) ambientOf.set(lamps.street[lamp]!, ambient);
  }
  addLitStreets(twin, (street) => {
    const usual = usualSetting(twin, street);
    return { ...usual, ambientLuminosity: ambientOf.get(street) ?? usual.ambientLuminosity };
  });
}
