import { orderCriteria, orderFindings, type LuminaireShares, type OrderCriterion, type OrderFinding, type OrderVerdict } from '../../engine/lighting/compliance/nuisance-order.ts';
import { outputHours } from '../../engine/lighting/compliance/output-hours.ts';
import { streetYear, type StreetYear } from '../../engine/lighting/compliance/street-year.ts';
import { HOURS_OF_DAY, type HourVolumes } from '../../engine/twin/hour-volumes.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { lightByZone, type ZoneLight } from './light-by-zone.ts';
import { cityLight } from './street-compliance.ts';
import { streetsBelowClass, type StreetBelowClass } from './streets-below-class.ts';

/** What can be said of the light of a city: over the calendar year of its date. */
export interface LightSummary {
  zones: ZoneLight[];
  /** By clock hour: per cent of the length of lit streets below class; null in hours that are never dark. */
  belowByHour: (number | null)[];
  below: StreetBelowClass[];
  order: OrderFinding[];
  orderCounts: Record<OrderCriterion, Record<OrderVerdict, number>>;
  year: StreetYear;
  /** Streets whose lamps stand so unevenly that their mean spacing says little, and those whose lamps follow several zones. */
  irregularStreets: number;
  mixedStreets: number;
  lampsWithoutStreet: number;
}

/** A longest gap above this many times the mean distance of lamps is an irregular street. */
const IRREGULAR = 1.5;

/** Sums up streets, zones, hours and the order of 2018. `sharesOf`: what photometric data say of luminaires. */
export function lightSummary(twin: ReadingTwin, volumes: HourVolumes, sharesOf: LuminaireShares): LightSummary {
  const light = cityLight(twin), hoursByZone = outputHours(twin), year = streetYear(twin, light, volumes, hoursByZone), order = orderFindings(twin, hoursByZone, sharesOf);
  return {
    zones: lightByZone(twin, light, year), below: streetsBelowClass(twin, light, volumes, hoursByZone, year), order, orderCounts: countOrder(order), year,
    belowByHour: Array.from({ length: HOURS_OF_DAY }, (_, hour) => (year.nightKmH[hour]! > 0 ? (100 * year.belowKmH[hour]!) / year.nightKmH[hour]! : null)),
    ...standing(twin),
  };
}

function countOrder(findings: readonly OrderFinding[]): LightSummary['orderCounts'] {
  const counts = Object.fromEntries(orderCriteria.map((criterion) => [criterion, { kept: 0, missed: 0, unknown: 0, notAsked: 0 }])) as LightSummary['orderCounts'];
  for (const { verdicts } of findings) for (const criterion of orderCriteria) counts[criterion][verdicts[criterion]]++;
  return counts;
}

function standing({ litStreets, lamps, streets }: ReadingTwin): Pick<LightSummary, 'irregularStreets' | 'mixedStreets' | 'lampsWithoutStreet'> {
  const zoneOf = new Int32Array(streets.count).fill(-2), isMixed = new Uint8Array(streets.count), lampCount = new Uint32Array(streets.count);
  let lampsWithoutStreet = 0;
  for (let lamp = 0; lamp < lamps.count; lamp++) {
    const street = lamps.street[lamp]!, zone = lamps.zone[lamp]!;
    if (street < 0) { lampsWithoutStreet++; continue; }
    lampCount[street]!++;
    if (zoneOf[street] === -2) zoneOf[street] = zone;
    else if (zoneOf[street] !== zone) isMixed[street] = 1;
  }
  let irregularStreets = 0, mixedStreets = 0;
  for (let row = 0; row < litStreets.count; row++) {
    const street = litStreets.street[row]!;
    if (litStreets.longestGapM[row]! > (IRREGULAR * streets.lengthM[street]!) / lampCount[street]!) irregularStreets++;
    mixedStreets += isMixed[street]!;
  }
  return { irregularStreets, mixedStreets, lampsWithoutStreet };
}
