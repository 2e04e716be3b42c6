import { computeStreets, type StreetLight, type StreetVisitor } from '../../engine/lighting/road/street-light.ts';
import { kilometreHours, streetYear, type StreetYear } from '../../engine/lighting/compliance/street-year.ts';
import { plannedHourVolumes } from '../../engine/twin/hour-volumes.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';

/** Streets and their light do not change with schedules: all changed copies of a city share these tables. */
type KnownLight = Pick<ReadingTwin, 'luminaires' | 'photometries'> & { light: StreetLight };
const lightOf = new WeakMap<ReadingTwin['litStreets'], KnownLight>();
const yearOf = new WeakMap<ReadingTwin, StreetYear>();

/** The light of every lit street at full output, computed once for a city; anew for a visitor, who sees each field while it is computed. */
export function cityLight(twin: ReadingTwin, visit?: StreetVisitor): StreetLight {
  const { litStreets, luminaires, photometries } = twin, before = visit ? undefined : lightOf.get(litStreets);
  if (before && before.luminaires === luminaires && before.photometries === photometries) return before.light;
  const light = computeStreets(twin, visit);
  lightOf.set(litStreets, { luminaires, photometries, light });
  return light;
}

/** Kilometres of lit streets whose light is known, and of the others. */
export function lightKnownKm(twin: ReadingTwin): { knownKm: number; unknownKm: number } {
  const { litStreets, streets } = twin, { isKnown } = cityLight(twin), km = { knownKm: 0, unknownKm: 0 };
  for (let row = 0; row < litStreets.count; row++) km[isKnown[row] === 1 ? 'knownKm' : 'unknownKm'] += streets.lengthM[litStreets.street[row]!]! / 1000;
  return km;
}

/** Every lit street over the calendar year, with the traffic of the planned day. */
export function cityStreetYear(twin: ReadingTwin): StreetYear {
  const before = yearOf.get(twin);
  if (before) return before;
  const year = streetYear(twin, cityLight(twin), plannedHourVolumes(twin));
  yearOf.set(twin, year);
  return year;
}

/** Kilometre-hours of the year, of streets whose light is known; `belowKmH` of those that are lit, `darkKmH` of those switched off in the night. */
export interface NightOfStreets { nightKmH: number; belowKmH: number; darkKmH: number; overLitKmH: number; unknownKmH: number; nightH: number }

/** Kilometres that lack the light of their class at the mean hour of darkness, whether lit too badly or switched off. */
export const belowOrDarkKm = ({ belowKmH, darkKmH, nightH }: NightOfStreets): number => (belowKmH + darkKmH) / nightH;

/** What a year of streets comes to, for those rows of `litStreets` that `holds` says; null where there are none whose light is known. */
export function nightOfStreets(twin: ReadingTwin, year: StreetYear, holds: (row: number) => boolean = () => true): NightOfStreets | null {
  const sum = (hours: ArrayLike<number>): number => kilometreHours(twin, hours, holds), unknownKmH = sum(year.unknownH), nightKmH = sum(year.nightH) - unknownKmH;
  if (!(nightKmH > 0)) return null;
  const km = kilometreHours(twin, new Float64Array(twin.litStreets.count).fill(1), (row) => holds(row) && year.unknownH[row] === 0);
  return { nightKmH, belowKmH: sum(year.belowH), darkKmH: sum(year.darkH), overLitKmH: sum(year.overLitH), unknownKmH, nightH: nightKmH / km };
}
