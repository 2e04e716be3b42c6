import { summerTimeMin } from '../../engine/foundation/calendar.ts';
import type { CityFacts, Source } from '../../engine/twin/twin.ts';

/** No legal time lies farther from that of the sun. */
const MOST_FROM_SUN_MIN = 180, MIN_PER_DEG = 4, CENTRAL_EUROPE_MIN = 60;
/** How a source that speaks of the clock begins: a city has one. */
const CLOCK = 'clock: ';
/** Where clocks change by Directive 2000/84/EC, or by the same days. */
const EUROPE = { westDeg: -25, eastDeg: 45, southDeg: 34, northDeg: 72 };

/** Imported cities keep the time of central Europe. Where the sun is hours away from it, that of the nearest meridian of a whole hour: else lamps would dim in the afternoon. */
export function setClockByLongitude(facts: CityFacts): void {
  const standardMin = standardOfLongitudeMin(facts);
  setStandardTime(facts, standardMin, { fr: 'hypothèse : fuseau de la longitude de la ville', en: 'assumption: the time zone of the longitude of the city' });
}

/** The time zone that a file names (IANA), in place of one assumed. False, and nothing done, where no such zone is known. */
export function setClockOfZone(facts: CityFacts, zone: string, year: string, file: string): boolean {
  const standardMin = standardOfZoneMin(zone, year);
  if (standardMin === undefined) return false;
  facts.sources = facts.sources.filter(({ what }) => typeof what === 'string' || !what.en.startsWith(CLOCK));
  setStandardTime(facts, standardMin, { fr: `fuseau ${zone}, ${file}`, en: `time zone ${zone}, ${file}` });
  return true;
}

function standardOfLongitudeMin({ originLongitudeDeg }: CityFacts): number {
  const sunMin = originLongitudeDeg * MIN_PER_DEG;
  return Math.abs(sunMin - CENTRAL_EUROPE_MIN) <= MOST_FROM_SUN_MIN ? CENTRAL_EUROPE_MIN : Math.round(sunMin / 60) * 60;
}

function setStandardTime(facts: CityFacts, standardMin: number, from: Source['from']): void {
  facts.utcOffsetMin = standardMin + summerTimeMin(facts.date);
  if (standardMin === CENTRAL_EUROPE_MIN && isInEurope(facts)) return;
  facts.sources = [...facts.sources, { what: clockWords(facts, standardMin), from, licence: { fr: 'sans objet', en: 'none needed' }, synthetic: true }];
}

const isInEurope = ({ originLongitudeDeg: lon, originLatitudeDeg: lat }: CityFacts): boolean => lon >= EUROPE.westDeg && lon <= EUROPE.eastDeg && lat >= EUROPE.southDeg && lat <= EUROPE.northDeg;

function clockWords(facts: CityFacts, standardMin: number): { fr: string; en: string } {
  const minutes = Math.abs(standardMin), rest = minutes % 60, hours = `UTC${standardMin < 0 ? '−' : '+'}${Math.floor(minutes / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
  const inEurope = isInEurope(facts);
  return {
    fr: `heure légale : ${hours}, changements d’heure européens${inEurope ? '' : ', faute de connaître ceux du pays'}`,
    en: `${CLOCK}${hours}, with European summer time${inEurope ? '' : ', for want of the country’s own rule'}`,
  };
}

/** Standard time of a zone in a year, minutes ahead of UTC: the lesser of winter's and summer's, on either side of the equator. */
function standardOfZoneMin(zone: string, year: string): number | undefined {
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    return Math.min(...['01', '07'].map((month) => offsetMin(format, new Date(`${year}-${month}-15T12:00:00Z`))));
  } catch {
    return undefined;
  }
}

function offsetMin(format: Intl.DateTimeFormat, at: Date): number {
  const shown = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')!.value, parts = /([+-])(\d\d):(\d\d)/.exec(shown);
  return parts ? (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3])) : 0;
}
