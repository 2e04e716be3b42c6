import { tableFrom } from '../../../engine/foundation/table.ts';
import { dimmingLevelColumns, levelReference, lightingCalendarColumns, lightingProgramColumns, lightingZoneColumns } from '../../../engine/twin/lighting.ts';
import type { Twin } from '../../../engine/twin/twin.ts';

/** A zone whose lamps follow one program of clock times on every day. */
export interface ZoneByClock { name: string; levels: readonly { fromS: number; outputShare: number }[] }

/** Writes zones with a calendar and a program each, all of the zone's name; switching by the offsets of the city. */
export function writeZonesByClock(twin: Twin, zones: readonly ZoneByClock[]): void {
  twin.lightingZones = tableFrom(lightingZoneColumns, zones.map(({ name }, zone) => ({ name, calendar: zone, switching: -1 })));
  twin.lightingCalendars = tableFrom(lightingCalendarColumns, zones.map(({ name }, zone) => ({ name, defaultProgram: zone, startsAtNoon: 0, firstRule: 0, ruleCount: 0 })));
  let firstLevel = 0;
  twin.lightingPrograms = tableFrom(lightingProgramColumns, zones.map(({ name, levels }) => {
    const row = { name, firstLevel, levelCount: levels.length };
    firstLevel += levels.length;
    return row;
  }));
  twin.dimmingLevels = tableFrom(dimmingLevelColumns, zones.flatMap(({ levels }) => levels.map((level) => ({ reference: levelReference.clock, rampS: 0, ...level }))));
}

/** What a cabinet is where nobody says more: lamps told one by one, no meter, no losses known. */
export const PLAIN_CABINET = { meter: '', control: 0, standbyPowerW: 0, voltageV: 230, cableResistanceOhm: 0 } as const;
