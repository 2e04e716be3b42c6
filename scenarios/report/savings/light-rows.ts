import type { RowValues } from '../../../engine/foundation/table.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { cityStreetYear } from '../../measure/street-compliance.ts';
import type { SavingsInput } from './savings-input.ts';
import type { savingsLightColumns } from './savings-tables.ts';

/** Hours below class of every lit street of the boundary, over the calendar year of the city: what `jumeau light` says of both sides. */
export function lightRows({ before, after, cabinets }: SavingsInput): RowValues<typeof savingsLightColumns>[] {
  const { litStreets, streets } = after, within = streetsOf(after, new Set(cabinets)), now = cityStreetYear(after);
  // Nobody knows the light of lamps that are gone, only their watts.
  const then = before === 'replaced-lamps' ? undefined : cityStreetYear(before);
  return Array.from({ length: litStreets.count }, (_, row) => row).filter((row) => within.has(litStreets.street[row]!)).map((row) => ({
    street: streets.name[litStreets.street[row]!]!, km: streets.lengthM[litStreets.street[row]!]! / 1000, hasBefore: then ? 1 : 0,
    beforeNightH: then ? then.nightH[row]! - then.unknownH[row]! : 0, beforeBelowH: then?.belowH[row] ?? 0, beforeDarkH: then?.darkH[row] ?? 0,
    afterNightH: now.nightH[row]! - now.unknownH[row]!, afterBelowH: now.belowH[row]!, afterDarkH: now.darkH[row]!,
  }));
}

/** Streets that have a lamp within the boundary. */
function streetsOf({ lamps }: ReadingTwin, within: ReadonlySet<number>): Set<number> {
  const found = new Set<number>();
  for (let lamp = 0; lamp < lamps.count; lamp++) if (within.has(Math.max(-1, lamps.cabinet[lamp]!))) found.add(lamps.street[lamp]!);
  return found;
}
