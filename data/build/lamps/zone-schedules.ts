import type { Problem } from '../../../engine/foundation/problem.ts';
import { allRows, rowsWhere, tableFrom, type RowValues } from '../../../engine/foundation/table.ts';
import { switchingKind, switchingRuleColumns } from '../../../engine/twin/lighting.ts';
import { adaptiveKind, adaptiveRuleColumns } from '../../../engine/twin/lighting-control.ts';
import type { ReadingTwin, Twin } from '../../../engine/twin/twin.ts';
import { writeZoneCalendars, zoneCalendars } from '../../../engine/twin/zone-calendars.ts';
import { HORIZON_DEG, UNUSED_SWITCHING, type PresenceSpan, type Switching, type ZoneSchedule } from '../../formats/zone-schedule.ts';

/** Schedules of the zones of a twin, as files have them. Zones without a switching rule burn by the offsets of the city. */
export function zoneSchedules(twin: ReadingTwin): ZoneSchedule[] {
  return zoneCalendars(twin).map((calendar, zone) => ({ zone: twin.lightingZones.name[zone]!, calendar, switching: switchingOf(twin, twin.lightingZones.switching[zone]!), presence: presenceOf(twin, zone) }));
}

/** The rules of presence of a zone. */
function presenceOf({ adaptiveRules: rules }: ReadingTwin, zone: number): PresenceSpan[] {
  return rowsWhere(rules.count, (row) => rules.zone[row] === zone && rules.kind[row] === adaptiveKind.presence).map((row) => ({
    fromClockS: rules.fromClockS[row]!, untilClockS: rules.untilClockS[row]!, quietShare: rules.quietShare[row]!, busyShare: rules.busyShare[row]!, holdS: rules.holdS[row]!, fallS: rules.fallS[row]!,
  }));
}

/** What stands beside the schedules of zones and no file of programs says; a warning where a twin has any. */
export function besideSchedules({ adaptiveRules, lightingLimits, lightingOverrides, communicationLosses }: ReadingTwin): Problem[] {
  const counts = { rules: rowsWhere(adaptiveRules.count, (row) => adaptiveRules.kind[row] === adaptiveKind.traffic).length, limits: lightingLimits.count, orders: lightingOverrides.count, losses: communicationLosses.count };
  return Object.values(counts).some((count) => count > 0) ? [{ severity: 'warning', code: 'schedules-without', where: '', parameters: counts }] : [];
}

const cityRule = ({ facts: { lighting } }: ReadingTwin): Switching =>
  ({ ...UNUSED_SWITCHING, kind: switchingKind.sun, sunAltitudeDeg: HORIZON_DEG, onOffsetS: lighting.switchOnOffsetMin * 60, offOffsetS: lighting.switchOffOffsetMin * 60 });

/** What a rule says, without what its kind does not look at. */
function switchingOf(twin: ReadingTwin, rule: number): Switching {
  if (rule < 0) return cityRule(twin);
  const { kind, sunAltitudeDeg, onOffsetS, offOffsetS, onLx, offLx, onClockS, offClockS } = twin.switchingRules;
  const said = { ...UNUSED_SWITCHING, kind: kind[rule]! };
  if (said.kind === switchingKind.sun) return { ...said, sunAltitudeDeg: sunAltitudeDeg[rule]!, onOffsetS: onOffsetS[rule]!, offOffsetS: offOffsetS[rule]! };
  return said.kind === switchingKind.photocell ? { ...said, onLx: onLx[rule]!, offLx: offLx[rule]! } : { ...said, onClockS: onClockS[rule]!, offClockS: offClockS[rule]! };
}

/** A copy of a twin whose zones of these names follow these schedules; the others keep theirs. */
export function withSchedules(twin: Twin, schedules: readonly ZoneSchedule[]): Twin {
  const copy: Twin = { ...twin }, byZone = new Map(schedules.map((schedule) => [schedule.zone, schedule]));
  const { name } = twin.lightingZones, before = zoneCalendars(twin);
  writeZoneCalendars(copy, before.map((calendar, zone) => byZone.get(name[zone]!)?.calendar ?? calendar));
  const rules: RowValues<typeof switchingRuleColumns>[] = [], rows = new Map<string, number>([[JSON.stringify(cityRule(twin)), -1]]);
  const rowOf = (ruleName: string, switching: Switching): number => {
    const key = JSON.stringify(switching);
    if (!rows.has(key)) rows.set(key, rules.push({ name: ruleName, ...switching }) - 1);
    return rows.get(key)!;
  };
  for (let zone = 0; zone < before.length; zone++) {
    const rule = twin.lightingZones.switching[zone]!, given = byZone.get(name[zone]!);
    copy.lightingZones.switching[zone] = given ? rowOf(given.calendar.name, given.switching) : rule < 0 ? -1 : rowOf(twin.switchingRules.name[rule]!, switchingOf(twin, rule));
  }
  copy.switchingRules = tableFrom(switchingRuleColumns, rules);
  copy.adaptiveRules = withPresence(twin, byZone);
  return copy;
}

/** Rules of presence of the schedules in place of those of their zones; what a file has no word for stays. */
function withPresence({ adaptiveRules, lightingZones }: Twin, byZone: ReadonlyMap<string, ZoneSchedule>): Twin['adaptiveRules'] {
  const given = (zone: number): readonly PresenceSpan[] | undefined => byZone.get(lightingZones.name[zone]!)?.presence;
  const kept = allRows(adaptiveRuleColumns, adaptiveRules).filter(({ kind, zone }) => kind !== adaptiveKind.presence || given(zone) === undefined);
  const added = rowsWhere(lightingZones.count, (zone) => given(zone) !== undefined).flatMap((zone) => given(zone)!.map((span) => (
    { name: `${lightingZones.name[zone]!}-presence`, zone, kind: adaptiveKind.presence, ...span, firstStep: 0, stepCount: 0, intervalS: 0, confirmationCount: 0 })));
  return tableFrom(adaptiveRuleColumns, [...kept, ...added]);
}
