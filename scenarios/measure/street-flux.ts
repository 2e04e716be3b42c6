import { groupRows } from '../../engine/foundation/grouped-rows.ts';
import { needAt } from '../../engine/lighting/compliance/class-needs.ts';
import { needsOf } from '../../engine/lighting/compliance/compliance-at.ts';
import { fluxShare } from '../../engine/lighting/energy/lamp-ageing.ts';
import { ROUNDING_SHARE } from '../../engine/lighting/road/compliance.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import type { LampAges } from './lamp-ages.ts';
import { cityLight } from './street-compliance.ts';

/** Share of the flux when new that the lamps of each lit street give on a day, by row of `litStreets`; NaN where no year is known, or none of them is there yet. */
export function streetFlux(twin: ReadingTwin, ages: LampAges): (date: string) => Float64Array {
  const { litStreets, streets, lamps } = twin, none = streets.count, { rows, starts } = groupRows(Array.from(lamps.street, (street) => (street < 0 ? none : street)), lamps.count);
  return (date) => Float64Array.from({ length: litStreets.count }, (_, row) => {
    const street = litStreets.street[row]!, kind = litStreets.luminaire[row]!;
    let sum = 0, known = 0;
    for (let at = starts[street] ?? 0; at < (starts[street + 1] ?? 0); at++) {
      const lamp = rows[at]!, age = lamps.luminaire[lamp] === kind ? ages.of(lamp, date) : undefined;
      if (!age) continue;
      sum += fluxShare(twin, kind, age.burningH, age.ageYears).share;
      known++;
    }
    return known > 0 ? sum / known : NaN;
  });
}

/** Kilometres of lit streets at full output against their design class. */
export interface StreetsByFlux { keptKm: number; belowKm: number; glaringKm: number; unevenKm: number; unknownKm: number }

/** Means and least values of every street at a share of its flux when new, in place of its maintenance factor. Those too uneven for their class stay so at any flux, and glare is that of new lamps. */
export function streetsAtFlux(twin: ReadingTwin, shareOf: (row: number) => number): StreetsByFlux {
  const { litStreets, streets } = twin, needs = needsOf(twin, cityLight(twin)), km: StreetsByFlux = { keptKm: 0, belowKm: 0, glaringKm: 0, unevenKm: 0, unknownKm: 0 };
  for (let row = 0; row < litStreets.count; row++) {
    const need = needAt(litStreets, row, litStreets.classIndex[row]!), share = shareOf(row) / litStreets.maintenanceFactor[row]!;
    km[stateOf(needs.leastShare[need]!, needs.mostShare[need]!, share)] += streets.lengthM[litStreets.street[row]!]! / 1000;
  }
  return km;
}

function stateOf(least: number, most: number, share: number): keyof StreetsByFlux {
  if (least === Infinity) return 'unevenKm';
  if (Number.isNaN(least) || Number.isNaN(share)) return 'unknownKm';
  if (share < least * (1 - ROUNDING_SHARE)) return 'belowKm';
  return most * (1 + ROUNDING_SHARE) < 1 ? 'glaringKm' : 'keptKm';
}
