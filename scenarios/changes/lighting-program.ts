import * as z from 'zod';
import type { Problem } from '../../engine/foundation/problem.ts';
import { EVERY_DAY, levelReference } from '../../engine/twin/lighting.ts';
import { writeZoneCalendars, zoneCalendars, type DimmingLevel, type Program, type ZoneCalendar } from '../../engine/twin/zone-calendars.ts';
import { why, type ChangeKind } from './change-kind.ts';
import { levelTime, levelTimeColumns } from './level-time.ts';
import { WEEKDAYS } from './weekdays.ts';
import { claimsOfZones, zoneName, zoneProblems, zonesMeant } from './zone-place.ts';

/** More levels than any controller holds. */
const MOST_LEVELS = 24;

/** Whoever has a single level begin here means the whole night. Elsewhere most expect that another goes before it. */
const WHOLE_NIGHT = /^(12:00|sunset(-.*)?)$/;

const schema = z.strictObject({
  change: z.literal('lighting-program'),
  why,
  zone: zoneName,
  levels: z.array(z.strictObject({
    from: levelTime,
    outputShare: z.number().min(0).max(1).meta({ description: 'from then on, until the next level: 0 off, 1 full output' }),
    rampS: z.number().int().min(0).max(3600).default(0).meta({ description: 'seconds in which output moves evenly to this level' }),
  })).min(1).max(MOST_LEVELS).meta({ description: 'levels of output of lamps that burn; the last holds until the first begins' }),
  nightsOf: z.array(z.enum(WEEKDAYS)).min(1).optional().meta({ description: 'only in the nights that begin on these days; without it: every night' }),
}).meta({
  description: 'Give the lamps of a zone another dimming program.',
  examples: [{ change: 'lighting-program', why: 'Meeting of 12 March', zone: 'residential', levels: [{ from: '22:30', outputShare: 0.5, rampS: 60 }, { from: 'sunrise-01:00', outputShare: 1 }] }],
});

type LightingProgram = z.infer<typeof schema>;

export const lightingProgram: ChangeKind<typeof schema> = {
  schema,

  problems(change, twin, where) {
    const problems: Problem[] = zoneProblems(twin, change.zone, `${where}.zone`), seen = new Set<string>();
    change.levels.forEach(({ from }, at) => {
      if (seen.has(from)) problems.push({ severity: 'error', code: 'change-two-levels-at-once', where: `${where}.levels.${at}.from`, parameters: { from } });
      seen.add(from);
    });
    const [first] = change.levels;
    if (change.levels.length === 1 && !WHOLE_NIGHT.test(first!.from)) {
      problems.push({ severity: 'warning', code: 'change-one-level-all-night', where: `${where}.levels`, parameters: { from: first!.from, percent: Math.round(first!.outputShare * 100) } });
    }
    return problems;
  },

  // A program of some nights is an exception from that of all, even where it is of more zones.
  claims({ zone, levels, nightsOf }, twin) {
    const value = JSON.stringify(levels), ofAllNights = nightsOf === undefined || nightsOf.length === WEEKDAYS.length;
    // Rules of other nights stand in the order of the file all the same.
    return [...claimsOfZones(twin, zone, 'lighting-program'), ...(nightsOf ?? WEEKDAYS).flatMap((part) => claimsOfZones(twin, zone, 'lighting-program', value).map((claim) => ({ ...claim, part, breadth: claim.breadth! + (ofAllNights ? 2 : 0) })))];
  },

  apply(change, copy) {
    const meant = new Set(zonesMeant(copy, change.zone)), before = zoneCalendars(copy);
    const after = before.map((calendar, zone) => (meant.has(zone) ? withProgram(calendar, change) : calendar));
    // A change that changes nothing must leave the twin's fingerprint as it is.
    if (JSON.stringify(after.map(unnamed)) !== JSON.stringify(before.map(unnamed))) writeZoneCalendars(copy, after);
  },
};

/** On all nights it takes the place of every program; on some it goes before those that the calendar has. */
function withProgram(calendar: ZoneCalendar, change: LightingProgram): ZoneCalendar {
  const levels = levelsOf(change), program: Program = { name: calendar.name, levels };
  const startsAtNoon = Number(change.nightsOf !== undefined || calendar.startsAtNoon === 1 || levels.some(({ reference }) => reference !== levelReference.clock));
  if (change.nightsOf === undefined) return { ...calendar, startsAtNoon, usual: program, rules: [] };
  const days = WEEKDAYS.reduce((bits, day, at) => (change.nightsOf!.includes(day) ? bits + (1 << at) : bits), 0);
  if (days === EVERY_DAY) return { ...calendar, startsAtNoon, usual: program, rules: [] };
  return { ...calendar, startsAtNoon, rules: [{ fromDate: 101, untilDate: 1231, days, program: { ...program, name: `${calendar.name} ${change.nightsOf.join(' ')}` } }, ...calendar.rules] };
}

const levelsOf = ({ levels }: LightingProgram): DimmingLevel[] => levels
  .map(({ from, outputShare, rampS }) => ({ ...levelTimeColumns(from), outputShare, rampS }))
  .sort((one, other) => one.reference - other.reference || one.fromS - other.fromS);

/** What a calendar does, whatever its programs are called. */
const unnamed = ({ startsAtNoon, usual, rules }: ZoneCalendar) => ({ startsAtNoon, usual: usual.levels, rules: rules.map(({ program, ...when }) => ({ ...when, levels: program.levels })) });
