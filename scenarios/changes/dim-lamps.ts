import * as z from 'zod';
import { DAY_S } from '../../engine/foundation/clock.ts';
import { allRows, rowsWhere, tableFrom } from '../../engine/foundation/table.ts';
import { levelAt, limitAt } from '../../engine/lighting/lamp-schedule.ts';
import { levelReference, lightingLimitColumns } from '../../engine/twin/lighting.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { clockS, clockTime, why, type ChangeKind } from './change-kind.ts';
import { WEEKDAYS } from './weekdays.ts';
import { claimsOfZones, zoneName, zoneProblems, zonesMeant } from './zone-place.ts';

const schema = z.strictObject({
  change: z.literal('dim-lamps'),
  why,
  zone: zoneName,
  from: clockTime,
  until: clockTime.meta({ description: 'clock time, HH:MM; before `from` for a span over midnight' }),
  outputShare: z.number().min(0).max(1).meta({ description: 'most output in this span: 0 off, 1 no dimming; a zone that is dimmed more already stays so' }),
}).meta({
  description: 'Lower the lamps of a zone between two clock times.',
  examples: [{ change: 'dim-lamps', why: 'Meeting of 12 March', zone: 'villages', from: '23:00', until: '05:00', outputShare: 0.3 }],
});

type DimLamps = z.infer<typeof schema>;

export const dimLamps: ChangeKind<typeof schema> = {
  schema,

  problems(change, twin, where) {
    const problems = zoneProblems(twin, change.zone, `${where}.zone`);
    const wholeDay = clockS(change.until) - clockS(change.from) === DAY_S;
    if (clockS(change.from) % DAY_S === clockS(change.until) % DAY_S && !wholeDay) {
      problems.push({ severity: 'error', code: 'change-empty-span', where: `${where}.until`, parameters: { from: change.from } });
    }
    return problems;
  },

  // The lower of limit and program holds, so that none undoes another; whether a limit lowers anything is for the program to say.
  claims: ({ zone }, twin) => WEEKDAYS.flatMap((part) => claimsOfZones(twin, zone, 'lighting-program').map((claim) => ({ ...claim, part }))),


  apply(change, copy) {
    const { lightingLimits } = copy;
    const zones = zonesMeant(copy, change.zone).filter((zone) => lowers(change, copy, zone));
    // A change that changes nothing must leave the twin's fingerprint as it is.
    if (zones.length === 0) return;
    const fromClockS = clockS(change.from) % DAY_S, untilClockS = clockS(change.until);
    const added = zones.map((zone) => ({ zone, fromClockS, untilClockS, mostShare: change.outputShare }));
    // One that another makes pointless is left out, and the order of changes does not matter: the same limits are the same city.
    const kept = allRows(lightingLimitColumns, lightingLimits).filter((old) => !added.some((limit) => limit.zone === old.zone && limit.mostShare <= old.mostShare && holds(limit, old)));
    copy.lightingLimits = tableFrom(lightingLimitColumns, [...kept, ...added].sort((one, other) =>
      one.zone - other.zone || one.fromClockS - other.fromClockS || one.untilClockS - other.untilClockS || one.mostShare - other.mostShare));
  },
};

interface ClockSpan { fromClockS: number; untilClockS: number }

/** Whether a span of the day holds all of another; either may run over midnight. */
function holds(outer: ClockSpan, inner: ClockSpan): boolean {
  const lengthS = ({ fromClockS, untilClockS }: ClockSpan): number => (untilClockS > fromClockS ? untilClockS - fromClockS : untilClockS + DAY_S - fromClockS);
  const afterS = (inner.fromClockS - outer.fromClockS + DAY_S) % DAY_S;
  return afterS + lengthS(inner) <= lengthS(outer);
}

/** Whether some program of the zone gives more at some moment of the span than the change lets it. */
function lowers(change: DimLamps, twin: ReadingTwin, zone: number): boolean {
  const { lightingZones, lightingCalendars, calendarRules, lightingPrograms, dimmingLevels, lightingLimits } = twin;
  const fromS = clockS(change.from), untilS = clockS(change.until), calendar = lightingZones.calendar[zone]!;
  const rules = calendar < 0 ? [] : rowsWhere(lightingCalendars.ruleCount[calendar]!, () => true).map((rule) => lightingCalendars.firstRule[calendar]! + rule);
  const programs = calendar < 0 ? [-1] : [lightingCalendars.defaultProgram[calendar]!, ...rules.map((rule) => calendarRules.program[rule]!)];
  const inSpan = (timeS: number) => (fromS < untilS ? timeS >= fromS && timeS < untilS : timeS >= fromS || timeS < untilS);
  const limits = rowsWhere(lightingLimits.count, (limit) => lightingLimits.zone[limit] === zone);
  const edgesS = [fromS, ...limits.flatMap((limit) => [lightingLimits.fromClockS[limit]!, lightingLimits.untilClockS[limit]! % DAY_S])];
  return programs.some((program) => {
    const levels = program < 0 ? [] : rowsWhere(lightingPrograms.levelCount[program]!, () => true).map((at) => lightingPrograms.firstLevel[program]! + at);
    // When a level counted from the sun begins depends on the day: whatever gives more than the limit may be lowered.
    if (levels.some((level) => dimmingLevels.reference[level] !== levelReference.clock)) return levels.some((level) => dimmingLevels.outputShare[level]! > change.outputShare);
    return [...edgesS, ...levels.map((level) => dimmingLevels.fromS[level]!)].filter(inSpan)
      .some((timeS) => Math.min(levelAt(twin, program, timeS).share, limitAt(twin, zone, timeS).share) > change.outputShare);
  });
}
