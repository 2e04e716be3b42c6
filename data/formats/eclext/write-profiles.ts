import type { Checked } from '../../../engine/foundation/problem.ts';
import { levelReference, switchingKind } from '../../../engine/twin/lighting.ts';
import { makeProblemList, type ProblemList } from '../problem-list.ts';
import { HORIZON_DEG, type Switching, type ZoneSchedule } from '../zone-schedule.ts';
import { hourText, orderInNights, type Night, type NightHour } from './night-hours.ts';

/**
 * Attributes of the classes ProfilNocturne, PlageVariation and their association in EclExt 1.1, joined: one row for each span of each profile, and
 * one for a profile without any. docs/models/lighting-programs.md says where the names were read.
 */
export const ECLEXT_COLUMNS = ['nomProfil', 'allumageSoir', 'extinctionMatin', 'nomPlage', 'grandeurVariation', 'heureDebut', 'heureFin', 'formatVariation', 'valeur', 'valideDe', 'valideJusque'] as const;
/** By these words a file is known as one that was written here. */
export const ECLEXT_HEAD = ECLEXT_COLUMNS.join(',');

/** A span of a night with its output. */
interface Span { from: NightHour; until: NightHour; outputShare: number }

/** A night profile for each zone, of its name. `nights` of a year at the place: what decides whether hours come in one order all year, without which a profile cannot say them. */
export function writeProfiles(schedules: readonly ZoneSchedule[], nights: readonly Night[]): Checked<string> {
  const problems = makeProblemList(), lines: string[][] = [];
  for (const { zone, calendar, switching, presence = [] } of schedules) {
    const hours = burningHours(zone, switching, problems);
    if (calendar.rules.length > 0) problems.error('eclext-no-calendar', zone, { rules: calendar.rules.length });
    if (calendar.usual.levels.some(({ rampS }) => rampS > 0)) problems.warning('eclext-no-ramps', zone);
    if (presence.length > 0) problems.warning('eclext-presence-left', zone, { count: presence.length });
    if (!hours) continue;
    const spans = spansOf(zone, calendar.usual.levels, hours, nights, problems), text = (hour: NightHour): string => hourTold(zone, hour, problems);
    const profile = [zone, text(hours.on), text(hours.off)];
    if (spans.length === 0) lines.push([...profile, '', '', '', '', '', '', '', '']);
    spans.forEach(({ from, until, outputShare }, at) => {
      const how = outputShare === 0 ? ['EX', text(from), text(until), '', ''] : ['F', text(from), text(until), '%', `${Math.round(outputShare * 1e8) / 1e6}`];
      lines.push([...profile, `${zone}-${at + 1}`, ...how, '', '']);
    });
  }
  return problems.hasErrors() ? { problems: problems.all() } : { value: `${[ECLEXT_HEAD, ...lines.map((line) => line.map(field).join(','))].join('\n')}\n`, problems: problems.all() };
}

const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function hourTold(zone: string, hour: NightHour, problems: ProblemList): string {
  const text = hourText(hour);
  if (text === undefined) problems.error('eclext-not-a-minute', zone, { seconds: hour.fromS });
  return text ?? '';
}

function burningHours(zone: string, { kind, sunAltitudeDeg, onOffsetS, offOffsetS, onClockS, offClockS }: Switching, problems: ProblemList): { on: NightHour; off: NightHour } | undefined {
  if (kind === switchingKind.fixedHours && onClockS !== offClockS % 86_400) return { on: { reference: levelReference.clock, fromS: onClockS }, off: { reference: levelReference.clock, fromS: offClockS } };
  if (kind === switchingKind.sun && sunAltitudeDeg === HORIZON_DEG) return { on: { reference: levelReference.sunset, fromS: onOffsetS }, off: { reference: levelReference.sunrise, fromS: offOffsetS } };
  problems.error('eclext-other-switching', zone);
  return undefined;
}

/** Spans below full output, each to the hour at which the next level begins; the last level holds to the morning, and from the evening on. */
function spansOf(zone: string, levels: ZoneSchedule['calendar']['usual']['levels'], { on, off }: { on: NightHour; off: NightHour }, nights: readonly Night[], problems: ProblemList): Span[] {
  const order = orderInNights(levels, nights);
  if (levels.length === 0) return [];
  if (!order) { problems.error('eclext-order-changes', zone); return []; }
  const inOrder = order.map((at) => levels[at]!), first = inOrder[0]!, last = inOrder.at(-1)!;
  if (inOrder.every(({ outputShare }) => outputShare === last.outputShare)) return last.outputShare < 1 ? [{ from: on, until: off, outputShare: last.outputShare }] : [];
  const spans = inOrder.slice(0, -1).map((level, at): Span => ({ from: level, until: inOrder[at + 1]!, outputShare: level.outputShare }));
  if (last.outputShare < 1) {
    // Whether there is a span before the first level, and one after the last, must not change with the seasons.
    const evening = orderInNights([on, first], nights), morning = orderInNights([last, off], nights);
    if (!evening || !morning) { problems.error('eclext-order-changes', zone); return []; }
    if (morning[0] === 0) spans.push({ from: last, until: off, outputShare: last.outputShare });
    if (evening[0] === 0) spans.unshift({ from: on, until: first, outputShare: last.outputShare });
  }
  return spans.filter(({ outputShare }) => outputShare < 1);
}
