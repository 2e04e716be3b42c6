import { codeName } from '../../../engine/foundation/table.ts';
import { levelReference } from '../../../engine/twin/lighting.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { zoneCalendars } from '../../../engine/twin/zone-calendars.ts';

/** A step of a program that is tried: from this time on, until the next step, lamps that burn give this output. */
export interface TrialLevel {
  /** What the time is counted from. */
  readonly reference: keyof typeof levelReference;
  /** Clock: minutes since midnight; else minutes after that event, below 0 before it. */
  readonly atMin: number;
  /** 0 off, 1 full output. */
  readonly outputShare: number;
  /** Minutes in which output moves evenly from the step before to this one. */
  readonly rampMin: number;
}

/** Programs that are tried, by the name of the zone. */
export type TrialPrograms = Readonly<Record<string, readonly TrialLevel[]>>;

/** The zone of this name; -1 where the city has none. */
export const zoneNamed = ({ lightingZones }: ReadingTwin, name: string): number => Array.from(lightingZones.name).indexOf(name);

/** More steps a night than any planner sets. */
export const MOST_LEVELS = 12;
export const DAY_MIN = 1440;
/** A step further from sunset or sunrise than this is meant for another night. */
export const MOST_OFFSET_MIN = 480;
export const MOST_RAMP_MIN = 60;

/** The program that a zone runs on days that its calendar does not name, in whole minutes and in the order of a night: where a trial starts from. */
export function programAsItIs(twin: ReadingTwin, zone: number): TrialLevel[] {
  const { levels } = zoneCalendars(twin)[zone]!.usual;
  if (levels.length === 0) return [{ reference: 'clock', atMin: 0, outputShare: 1, rampMin: 0 }];
  return levels.map(({ reference, fromS, outputShare, rampS }): TrialLevel => ({
    reference: codeName(levelReference, reference) as TrialLevel['reference'],
    atMin: Math.round(fromS / 60) % DAY_MIN, outputShare, rampMin: Math.round(rampS / 60),
  })).sort((one, other) => afterNoonMin(one) - afterNoonMin(other));
}

/** Minutes from noon, for steps that count by the clock; the others stand where such a night has them about. */
const aboutMin: Readonly<Record<TrialLevel['reference'], number>> = { clock: DAY_MIN / 2, sunset: 420, nightMiddle: DAY_MIN / 2, sunrise: 1080 };
const afterNoonMin = ({ reference, atMin }: TrialLevel): number => (reference === 'clock' ? (atMin + aboutMin.clock) % DAY_MIN : aboutMin[reference] + atMin);

/** Whether two programs do the same, whatever the order of their steps. */
export const sameLevels = (one: readonly TrialLevel[], other: readonly TrialLevel[]): boolean => {
  const texts = (levels: readonly TrialLevel[]): string => levels.map(({ reference, atMin, outputShare, rampMin }) => `${reference} ${atMin} ${outputShare} ${rampMin}`).sort().join();
  return texts(one) === texts(other);
};

/** Steps are set to five minutes. */
export const NEXT_MIN = 5;

/** One step set anew. Two steps at one time would be one too many: it goes on in the direction in which it was moved until there is room. */
export function withLevel(levels: readonly TrialLevel[], at: number, set: Partial<TrialLevel>): TrialLevel[] {
  const before = levels[at]!, wanted = { ...before, ...set }, others = levels.filter((_, other) => other !== at);
  const taken = ({ reference, atMin }: TrialLevel): boolean => others.some((other) => other.reference === reference && other.atMin === atMin);
  const stepMin = wanted.atMin < before.atMin ? -NEXT_MIN : NEXT_MIN;
  for (let tries = 0; taken(wanted) && tries < MOST_LEVELS; tries++) {
    wanted.atMin += stepMin;
    if (wanted.reference === 'clock') wanted.atMin = (wanted.atMin + DAY_MIN) % DAY_MIN;
  }
  return levels.map((level, other) => (other === at ? wanted : level));
}

/** One more step, two hours after the last one and at its output; by the clock, so that it is found again. */
export function withOneMore(levels: readonly TrialLevel[]): TrialLevel[] {
  const last = levels.at(-1)!, atMin = last.reference === 'clock' ? (last.atMin + 120) % DAY_MIN : 0;
  const added = [...levels, { reference: 'clock' as const, atMin: -1, outputShare: last.outputShare, rampMin: 0 }];
  return withLevel(added, levels.length, { atMin });
}
