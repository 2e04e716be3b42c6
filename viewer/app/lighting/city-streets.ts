import { needAt } from '../../../engine/lighting/compliance/class-needs.ts';
import { isBelowClass, lightVerdict, needsOf, verdictOf } from '../../../engine/lighting/compliance/compliance-at.ts';
import type { StreetLight } from '../../../engine/lighting/road/street-light.ts';
import { HOURS_OF_DAY, type HourVolumes } from '../../../engine/twin/hour-volumes.ts';
import { classInHour } from '../../../engine/twin/lighting-class-of.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';

/** The lit streets of a city, ready to be judged at any output: light at full output, and the class that each needs in each hour. */
export interface CityStreets {
  readonly light: StreetLight;
  /** Number of the class by clock hour: all streets of the first hour, then of the next; rows of `litStreets`. */
  readonly classIndex: Uint8Array;
  /** Where the needs of that class stand. */
  readonly need: Int32Array;
  /** By row of `litStreets`: the first row of the same name in the same commune, its own where it has no name. */
  readonly sameStreet: Int32Array;
}

/** Light and classes change with the city only: asked for once. */
export function readyStreets({ litStreets, streets }: ReadingTwin, light: StreetLight, volumes: HourVolumes): CityStreets {
  const { count } = litStreets, classIndex = new Uint8Array(HOURS_OF_DAY * count), need = new Int32Array(HOURS_OF_DAY * count);
  for (let hour = 0; hour < HOURS_OF_DAY; hour++) {
    for (let row = 0; row < count; row++) {
      const index = classInHour(litStreets, row, volumes[hour * streets.count + litStreets.street[row]!]!);
      classIndex[hour * count + row] = index;
      need[hour * count + row] = needAt(litStreets, row, index);
    }
  }
  return { light, classIndex, need, sameStreet: firstOfName(litStreets.street, streets) };
}

function firstOfName(street: ArrayLike<number>, { name, commune }: ReadingTwin['streets']): Int32Array {
  const first = new Map<string, number>();
  return Int32Array.from(street, (of, row) => {
    if (!name[of]) return row;
    const key = `${commune[of]} ${name[of]}`, before = first.get(key) ?? row;
    first.set(key, before);
    return before;
  });
}

/** How many streets of a zone, and how many kilometres of them, have which verdict; by code of `lightVerdict`. */
export interface VerdictCounts { streets: Uint32Array; km: Float64Array }

const VERDICTS = Object.keys(lightVerdict).length;
export const noCounts = (): VerdictCounts => ({ streets: new Uint32Array(VERDICTS), km: new Float64Array(VERDICTS) });

/** Verdicts on the streets of a zone in one hour at one output: counted, and written in the order of `rows` where they are asked for one by one. */
export function judgeZone(twin: ReadingTwin, { light, need }: CityStreets, rows: ArrayLike<number>, hour: number, outputShare: number, into?: Uint8Array): VerdictCounts {
  const { litStreets, streets } = twin, needs = needsOf(twin, light), counts = noCounts(), first = hour * litStreets.count;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!, verdict = verdictOf(needs, need[first + row]!, litStreets.family[row]!, outputShare);
    counts.streets[verdict]!++;
    counts.km[verdict]! += streets.lengthM[litStreets.street[row]!]! / 1000;
    if (into) into[at] = verdict;
  }
  return counts;
}

/** How many were judged at all. */
export const judgedStreets = ({ streets }: VerdictCounts): number => streets.reduce((sum, one) => sum + one, 0) - streets[lightVerdict.unknown]!;

/** The sum over verdicts that say below class. */
export const belowClass = (counts: ArrayLike<number>): number => Array.from(counts).reduce((sum, one, verdict) => (isBelowClass(verdict) ? sum + one : sum), 0);
