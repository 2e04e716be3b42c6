import { levelReference } from '../../../engine/twin/lighting.ts';

/** A night at the place of the lamps: clock seconds since midnight before its evening; `sunriseS` beyond 86,400. */
export interface Night { sunsetS: number; sunriseS: number }

/** A time of a night as EclExt has it: by the clock (HL), or so long after sunset (CS), sunrise (LS) or the middle of the night (MN). */
export interface NightHour { reference: number; fromS: number }

const WORDS: readonly (readonly [string, number])[] = [['HL', levelReference.clock], ['CS', levelReference.sunset], ['LS', levelReference.sunrise], ['MN', levelReference.nightMiddle]];
const DAY_S = 86_400, NOON_S = 43_200;

/** '23:30HL', '-15LS'; undefined where it is not on a whole minute. EclExt 1.1, 3.5. */
export function hourText({ reference, fromS }: NightHour): string | undefined {
  const minutes = fromS / 60, word = WORDS.find(([, code]) => code === reference)![0];
  if (!Number.isInteger(minutes)) return undefined;
  if (reference !== levelReference.clock) return `${minutes < 0 ? '-' : '+'}${Math.abs(minutes)}${word}`;
  const ofDay = minutes % 1440;
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}${word}`;
}

/** What `hourText` writes; a time without a word is of the clock, as the standard says. Universal time (TU) is not read. */
export function hourIn(text: string): NightHour | undefined {
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)(?:HL)?$/i.exec(text) ?? [];
  if (hours !== undefined) return { reference: levelReference.clock, fromS: Number(hours) * 3600 + Number(minutes) * 60 };
  const [, offset, word] = /^([+-]?\d{1,4})(CS|LS|MN)$/i.exec(text) ?? [];
  // Minus nothing is nothing.
  return offset === undefined || Math.abs(Number(offset)) > 1440 ? undefined : { reference: WORDS.find(([one]) => one === word!.toUpperCase())![1], fromS: Number(offset) * 60 + 0 };
}

/** When in a night an hour comes. Clock times before noon are of its morning. */
export function momentOfNight({ reference, fromS }: NightHour, { sunsetS, sunriseS }: Night): number {
  if (reference === levelReference.clock) return fromS < NOON_S ? fromS + DAY_S : fromS;
  if (reference === levelReference.sunset) return sunsetS + fromS;
  return reference === levelReference.sunrise ? sunriseS + fromS : (sunsetS + sunriseS) / 2 + fromS;
}

/** The order in which these hours come in every night of the year, as places in the list; undefined where nights differ. */
export function orderInNights(hours: readonly NightHour[], nights: readonly Night[]): number[] | undefined {
  const orderIn = (night: Night): number[] => {
    const moments = hours.map((hour) => momentOfNight(hour, night));
    return hours.map((_, at) => at).sort((one, other) => moments[one]! - moments[other]! || one - other);
  };
  const first = nights[0] ? orderIn(nights[0]) : hours.map((_, at) => at);
  return nights.every((night) => orderIn(night).join() === first.join()) ? first : undefined;
}
