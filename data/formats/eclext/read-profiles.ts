import { parse } from 'csv-parse/sync';
import type { Checked } from '../../../engine/foundation/problem.ts';
import { levelReference, switchingKind } from '../../../engine/twin/lighting.ts';
import type { DimmingLevel } from '../../../engine/twin/zone-calendars.ts';
import { makeProblemList, placeName, type ProblemList } from '../problem-list.ts';
import { HORIZON_DEG, UNUSED_SWITCHING, type Switching, type ZoneSchedule } from '../zone-schedule.ts';
import { hourIn, momentOfNight, type Night, type NightHour } from './night-hours.ts';
import { ECLEXT_COLUMNS } from './write-profiles.ts';

type Field = (typeof ECLEXT_COLUMNS)[number];
interface Line { where: string; text(field: Field): string }
interface Span { where: string; from: NightHour; until: NightHour; outputShare: number }

const MOST_LINES = 100_000, MOST_FIELD_CHARACTERS = 1000, MOST_SPANS = 48, MOST_FROM_SUN_S = 6 * 3600;
/** Without these there is no profile. */
const NEEDED: readonly Field[] = ['nomProfil', 'allumageSoir', 'extinctionMatin'];

/** Schedules of zones from the night profiles of their names. What a profile says and the tables of a twin cannot is an error. */
export function readProfiles(file: string, content: string, zones: readonly string[], nights: readonly Night[]): Checked<ZoneSchedule[]> {
  const problems = makeProblemList(), profiles = new Map<string, Line[]>();
  for (const line of linesOf(file, content, problems)) {
    const name = line.text('nomProfil');
    if (!profiles.has(name)) profiles.set(name, []);
    profiles.get(name)!.push(line);
  }
  const known = new Set(zones), others = [...profiles.keys()].filter((name) => !known.has(name));
  const schedules = [...profiles].filter(([name]) => known.has(name)).flatMap(([zone, lines]) => readProfile(zone, lines, nights, problems));
  if (!problems.hasErrors() && schedules.length === 0) problems.error('eclext-no-zone', file, { zones: zones.join(', ').slice(0, 300), profiles: others.join(', ').slice(0, 300) });
  else if (others.length > 0) problems.warning('eclext-profiles-left', file, { profiles: others.join(', ').slice(0, 300) });
  return problems.hasErrors() ? { problems: problems.all() } : { value: schedules, problems: problems.all() };
}

function linesOf(file: string, content: string, problems: ProblemList): Line[] {
  let records: { record: string[]; info: { lines: number } }[];
  const first = content.slice(0, 10_000).split('\n', 1)[0]!, delimiter = [';', '\t', ','].find((one) => first.includes(one)) ?? ',';
  try {
    records = parse(content, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, trim: true, info: true, to: MOST_LINES + 1, max_record_size: ECLEXT_COLUMNS.length * MOST_FIELD_CHARACTERS }) as unknown as typeof records;
  } catch (cause) {
    problems.error('eclext-not-csv', file, { cause: (cause instanceof Error ? cause.message : String(cause)).slice(0, 200) });
    return [];
  }
  const head = new Map((records[0]?.record ?? []).map((name, at) => [name.toLowerCase(), at]));
  for (const column of NEEDED) if (!head.has(column.toLowerCase())) problems.error('eclext-no-column', file, { column, known: [...head.keys()].join(', ').slice(0, 300) });
  if (records.length > MOST_LINES) problems.error('eclext-too-long', file, { limit: MOST_LINES });
  if (problems.hasErrors()) return [];
  return records.slice(1).map(({ record, info }) => ({ where: placeName({ file, line: info.lines }), text: (field) => record[head.get(field.toLowerCase()) ?? -1] ?? '' }));
}

function readProfile(zone: string, lines: readonly Line[], nights: readonly Night[], problems: ProblemList): ZoneSchedule[] {
  const { where, text } = lines[0]!, on = hourOf(lines[0]!, 'allumageSoir', problems), off = hourOf(lines[0]!, 'extinctionMatin', problems);
  for (const line of lines) if (line.text('allumageSoir') !== text('allumageSoir') || line.text('extinctionMatin') !== text('extinctionMatin')) problems.error('eclext-profile-differs', line.where, { profile: zone });
  const spans = lines.slice(0, MOST_SPANS + 1).flatMap((line) => readSpan(line, problems));
  if (lines.length > MOST_SPANS) problems.error('eclext-too-long', where, { limit: MOST_SPANS });
  tellOverlaps(spans, nights, problems);
  const switching = on && off && switchingOf(on, off);
  if (on && off && !switching) problems.error('eclext-odd-burning', where, { on: text('allumageSoir'), off: text('extinctionMatin') });
  return switching ? [{ zone, switching, calendar: { name: zone, startsAtNoon: 1, rules: [], usual: { name: zone, levels: levelsOf(spans) } } }] : [];
}

function hourOf(line: Line, field: Field, problems: ProblemList): NightHour | undefined {
  const hour = hourIn(line.text(field));
  if (!hour) problems.error('eclext-odd-hour', line.where, { field, value: line.text(field).slice(0, 40) });
  return hour;
}

/** Lamps burn from sunset to sunrise, each moved, or by the clock: a twin has no rule that mixes both. */
function switchingOf(on: NightHour, off: NightHour): Switching | undefined {
  const isNearSun = Math.max(Math.abs(on.fromS), Math.abs(off.fromS)) <= MOST_FROM_SUN_S;
  if (on.reference === levelReference.sunset && off.reference === levelReference.sunrise && isNearSun) return { ...UNUSED_SWITCHING, kind: switchingKind.sun, sunAltitudeDeg: HORIZON_DEG, onOffsetS: on.fromS, offOffsetS: off.fromS };
  if (on.reference === levelReference.clock && off.reference === levelReference.clock && on.fromS !== off.fromS) return { ...UNUSED_SWITCHING, kind: switchingKind.fixedHours, onClockS: on.fromS, offClockS: off.fromS };
  return undefined;
}

function readSpan(line: Line, problems: ProblemList): Span[] {
  const kind = line.text('grandeurVariation').toUpperCase();
  if (kind === '') return [];
  if (line.text('valideJusque') !== '') problems.error('eclext-dated', line.where, { until: line.text('valideJusque').slice(0, 20) });
  // The colour of light is none of a program's business here.
  if (kind === 'TC') { problems.warning('eclext-colour-left', line.where); return []; }
  const from = hourOf(line, 'heureDebut', problems), until = hourOf(line, 'heureFin', problems);
  if (!from || !until) return [];
  if (kind === 'EX') return [{ where: line.where, from, until, outputShare: 0 }];
  const percent = Number((line.text('valeur') || 'none').replace(',', '.'));
  const isRead = kind === 'F' && line.text('formatVariation') === '%' && percent >= 0 && percent <= 100;
  if (!isRead) problems.error('eclext-odd-variation', line.where, { kind: kind.slice(0, 20), format: line.text('formatVariation').slice(0, 20), value: line.text('valeur').slice(0, 40) });
  return isRead ? [{ where: line.where, from, until, outputShare: percent / 100 }] : [];
}

/** On every night each span must end after it begins, and before the next begins: only then do levels say the same. */
function tellOverlaps(spans: readonly Span[], nights: readonly Night[], problems: ProblemList): void {
  for (const night of nights) {
    const timed = spans.map(({ where, from, until }) => ({ where, fromS: momentOfNight(from, night), untilS: momentOfNight(until, night) })).sort((one, other) => one.fromS - other.fromS);
    const wrong = timed.find(({ fromS, untilS }, at) => untilS < fromS || (at > 0 && fromS < timed[at - 1]!.untilS));
    if (wrong) return problems.error('eclext-overlap', wrong.where);
  }
}

/** A level where each span begins, and full output where it ends unless another begins there. */
function levelsOf(spans: readonly Span[]): DimmingLevel[] {
  const key = ({ reference, fromS }: NightHour): string => `${reference}:${fromS}`, begun = new Set(spans.map(({ from }) => key(from)));
  const levels = spans.flatMap(({ from, until, outputShare }): DimmingLevel[] => [
    { ...from, outputShare, rampS: 0 },
    ...(begun.has(key(until)) ? [] : [{ ...until, outputShare: 1, rampS: 0 }]),
  ]);
  // Levels by the clock rise within a program; the others stand behind them.
  return levels.sort((one, other) => one.reference - other.reference || one.fromS - other.fromS);
}
