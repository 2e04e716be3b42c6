import { allRows, tableFrom } from '../../../engine/foundation/table.ts';
import { needsOf } from '../../../engine/lighting/compliance/compliance-at.ts';
import type { StreetLight } from '../../../engine/lighting/road/street-light.ts';
import { levelReference, lightingLimitColumns } from '../../../engine/twin/lighting.ts';
import type { HourVolumes } from '../../../engine/twin/hour-volumes.ts';
import type { ReadingTwin, Twin } from '../../../engine/twin/twin.ts';
import { writeZoneCalendars, zoneCalendars, type DimmingLevel, type ZoneCalendar } from '../../../engine/twin/zone-calendars.ts';
import { needPercentOf, type ZoneNight } from './zone-nights.ts';

/**
 * The city with a zone for every lit street of the zones given, each street at just the level that it needs in each hour: what one level for a
 * whole zone costs. `twin` has the best programs already, `percents` by zone as `nights`: lamps of no such street, and streets that full output
 * leaves too dim, keep them. So no lamp gives more than with one level for its zone, and the difference is that of the levels alone.
 */
export function eachStreetAlone(twin: ReadingTwin, light: StreetLight, volumes: HourVolumes, nights: readonly ZoneNight[], percents: readonly (readonly number[])[], leastPercent: number): Twin {
  const { litStreets, lamps, lightingZones } = twin, needs = needsOf(twin, light), calendars: ZoneCalendar[] = zoneCalendars(twin), zoneOfStreet = new Map<number, { from: number; to: number }>(), zoneOfNeeds = new Map<string, number>();
  const names = Array.from(lightingZones.name), switching = Array.from(lightingZones.switching), ownLimits = allRows(lightingLimitColumns, twin.lightingLimits), limits = [...ownLimits];
  for (let row = 0; row < litStreets.count; row++) {
    const at = nights.findIndex(({ zone }) => zone === litStreets.zone[row]);
    if (at < 0 || light.isKnown[row] === 0) continue;
    const { zone, hours } = nights[at]!, wanted = hours.map(({ hour }) => needPercentOf(twin, needs, volumes, row, hour, 'by-hour'));
    if (wanted.some((percent) => percent > 100)) continue;
    // Streets of one zone with the same needs are one zone of the copy. One that its zone may leave below class (`spareShare`) stays there.
    const alone = hours.map((_, slot) => Math.min(percents[at]![slot]!, Math.max(leastPercent, wanted[slot]!))), key = `${zone} ${alone.join(' ')}`;
    if (!zoneOfNeeds.has(key)) {
      const levels = hours.map(({ hour }, slot): DimmingLevel => ({ reference: levelReference.clock, fromS: hour * 3600, rampS: 0, outputShare: alone[slot]! / 100 }));
      zoneOfNeeds.set(key, calendars.length);
      names.push(`${lightingZones.name[zone]} ${row}`);
      switching.push(lightingZones.switching[zone]!);
      limits.push(...ownLimits.filter((limit) => limit.zone === zone).map((limit) => ({ ...limit, zone: names.length - 1 })));
      calendars.push({ name: '', startsAtNoon: 0, usual: { name: '', levels: levels.sort((one, other) => one.fromS - other.fromS) }, rules: [] });
    }
    zoneOfStreet.set(litStreets.street[row]!, { from: zone, to: zoneOfNeeds.get(key)! });
  }
  // Lamps of other zones in the same street go on as their own zone does.
  const moved = (street: number, zone: number): number => {
    const move = zoneOfStreet.get(street);
    return move?.from === zone ? move.to : zone;
  };
  const copy = { ...twin, lightingZones: { count: names.length, name: names, calendar: new Int32Array(names.length), switching: Int32Array.from(switching) } } as Twin;
  copy.lamps = { ...lamps, zone: Int32Array.from(lamps.zone, (zone, lamp) => moved(lamps.street[lamp]!, zone)) } as Twin['lamps'];
  copy.litStreets = { ...litStreets, zone: Int32Array.from(litStreets.zone, (zone, row) => moved(litStreets.street[row]!, zone)) } as Twin['litStreets'];
  copy.lightingLimits = tableFrom(lightingLimitColumns, limits);
  writeZoneCalendars(copy, calendars);
  return copy;
}
