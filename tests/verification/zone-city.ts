// A city of lamps whose zones have switching rules, calendars, levels of every kind and limits, for tests of lighting.
import { tableFrom } from '../../engine/foundation/table.ts';
import { calendarRuleColumns, dimmingLevelColumns, lampColumns, levelReference, lightingCalendarColumns, lightingLimitColumns, lightingProgramColumns, lightingZoneColumns, switchingKind, switchingRuleColumns } from '../../engine/twin/lighting.ts';
import { emptyTwin, type CityFacts, type Twin } from '../../engine/twin/twin.ts';

export interface Level { from: keyof typeof levelReference; fromS: number; share: number; rampS: number }
export interface CalendarRule { fromDate: number; untilDate: number; days: number; levels: readonly Level[] }
export type Switching = { kind: 'city' } | { kind: 'sun'; altitudeDeg: number; onOffsetS: number; offOffsetS: number } | { kind: 'photocell'; onLx: number; offLx: number } | { kind: 'fixedHours'; onClockS: number; offClockS: number };
export interface DrawnZone { switching: Switching; startsAtNoon: boolean; levels: readonly Level[]; rules: readonly CalendarRule[]; limits: readonly { fromClockS: number; untilClockS: number; share: number }[]; lampsW: readonly number[] }

/** One calendar, rule and set of programs a zone; lamps of unknown kind without a cabinet. */
export function cityOfZones(facts: CityFacts, zones: readonly DrawnZone[]): Twin {
  const twin = emptyTwin(facts), rules: DrawnZone['switching'][] = [], programs: (readonly Level[])[] = [], calendarRules: { fromDate: number; untilDate: number; days: number; program: number }[] = [];
  const program = (levels: readonly Level[]): number => programs.push(levels) - 1;
  twin.lightingCalendars = tableFrom(lightingCalendarColumns, zones.map(({ startsAtNoon, levels, rules: named }) => {
    const firstRule = calendarRules.length, defaultProgram = program(levels);
    for (const { levels: own, ...rule } of named) calendarRules.push({ ...rule, program: program(own) });
    return { name: '', defaultProgram, startsAtNoon: startsAtNoon ? 1 : 0, firstRule, ruleCount: named.length };
  }));
  twin.calendarRules = tableFrom(calendarRuleColumns, calendarRules);
  twin.lightingZones = tableFrom(lightingZoneColumns, zones.map(({ switching }, zone) => ({ name: `zone ${zone}`, calendar: zone, switching: switching.kind === 'city' ? -1 : rules.push(switching) - 1 })));
  const none = { name: '', sunAltitudeDeg: 0, onOffsetS: 0, offOffsetS: 0, onLx: 0, offLx: 0, onClockS: 0, offClockS: 0 };
  twin.switchingRules = tableFrom(switchingRuleColumns, rules.map((rule) => ({ ...none, ...rule, sunAltitudeDeg: rule.kind === 'sun' ? rule.altitudeDeg : 0, kind: switchingKind[rule.kind as keyof typeof switchingKind] })));
  let firstLevel = 0;
  twin.lightingPrograms = tableFrom(lightingProgramColumns, programs.map((levels) => ({ name: '', firstLevel: (firstLevel += levels.length) - levels.length, levelCount: levels.length })));
  twin.dimmingLevels = tableFrom(dimmingLevelColumns, programs.flatMap((levels) => levels.map(({ from, fromS, share, rampS }) => ({ reference: levelReference[from], fromS, outputShare: share, rampS }))));
  twin.lightingLimits = tableFrom(lightingLimitColumns, zones.flatMap(({ limits }, zone) => limits.map(({ fromClockS, untilClockS, share }) => ({ zone, fromClockS, untilClockS, mostShare: share }))));
  twin.lamps = tableFrom(lampColumns, zones.flatMap(({ lampsW }, zone) => lampsW.map((ratedPowerW) => ({
    name: '', xM: 0, yM: 0, street: -1, cabinet: -1, zone, luminaire: -1, replaced: -1, installedYear: 0, heightM: 8, ratedPowerW, powerBeforeW: 2 * ratedPowerW, ratedFluxLm: 100 * ratedPowerW,
  }))));
  return twin;
}
