import { lightingFamily } from '../../twin/lit-streets.ts';
import { classInHour, usualClassRules, type ClassRules } from '../../twin/lighting-class-of.ts';
import type { ReadingTwin } from '../../twin/twin.ts';
import { MOST_OVER_PEDESTRIAN, ROUNDING_SHARE } from '../road/compliance.ts';
import type { StreetLight } from '../road/street-light.ts';
import { classNeeds, needAt, type ClassNeeds } from './class-needs.ts';

/**
 * How the light of a street stands to the class that it needs. `dark`: its lamps give nothing, which is a decision, not a shortfall. `tooDim`:
 * more output would do, `notAtFull`: even full output would not, or there is no light to begin with, `uneven`: no output would; `glaring`: enough light, too much glare.
 */
export const lightVerdict = { keeps: 0, overLit: 1, tooDim: 2, notAtFull: 3, uneven: 4, glaring: 5, dark: 6, unknown: 7 } as const;

/** Whether a verdict says that a street that is lit is below its class. */
export const isBelowClass = (verdict: number): boolean => verdict >= lightVerdict.tooDim && verdict <= lightVerdict.glaring;

/** The lit streets of a city at one moment, by row of `litStreets`. */
export interface Compliance {
  /** Number of the class that the traffic of the hour asks for. */
  classIndex: Uint8Array;
  /** Codes of `lightVerdict`. */
  verdict: Uint8Array;
  outputShare: Float64Array;
  /** Mean luminance (M) or illuminance (C, P) over that of the class: 1 is just enough. NaN where nobody knows. */
  levelShare: Float64Array;
}

/** A pedestrian street may have 1.5 times the mean of its class (EN 13201-2); for the others no limit is written, and what counts as much is a choice. */
export const MOST_OVER_OTHERS = 1.5;

export const makeCompliance = (count: number): Compliance => ({
  classIndex: new Uint8Array(count), verdict: new Uint8Array(count), outputShare: new Float64Array(count), levelShare: new Float64Array(count),
});

/** What the light of a city is judged by, kept for each light: every state of dimming asks for it. */
const known = new WeakMap<StreetLight, ClassNeeds>();
export function needsOf(twin: ReadingTwin, light: StreetLight): ClassNeeds {
  const before = known.get(light);
  if (before) return before;
  const needs = classNeeds(twin.litStreets, light);
  known.set(light, needs);
  return needs;
}

/**
 * Judges every lit street in a state of dimming. `light`: at full output; `outputShareByZone`: 0 to 1 by row of `lightingZones`, then that of
 * lamps of no zone; `vehiclesPerH`: by row of `streets`, as `volumesOfHour` gives them. Writes into `into` where it is given.
 */
export function complianceAt(
  twin: ReadingTwin, light: StreetLight, outputShareByZone: ArrayLike<number>, vehiclesPerH: ArrayLike<number>, into = makeCompliance(light.count), rules: ClassRules = usualClassRules,
): Compliance {
  const { litStreets, lightingZones } = twin, needs = needsOf(twin, light);
  for (let row = 0; row < litStreets.count; row++) {
    const zone = litStreets.zone[row]!, outputShare = outputShareByZone[zone < 0 ? lightingZones.count : zone]!;
    const classIndex = classInHour(litStreets, row, vehiclesPerH[litStreets.street[row]!]!, rules);
    const need = needAt(litStreets, row, classIndex);
    into.classIndex[row] = classIndex;
    into.outputShare[row] = outputShare;
    into.levelShare[row] = outputShare / needs.meanShare[need]!;
    into.verdict[row] = verdictOf(needs, need, litStreets.family[row]!, outputShare);
  }
  return into;
}

/** The verdict on a street at an output; `need`: where its class stands in the needs. */
export function verdictOf({ leastShare, levelShare, mostShare, meanShare }: ClassNeeds, need: number, family: number, outputShare: number): number {
  const least = leastShare[need]!;
  if (Number.isNaN(least)) return lightVerdict.unknown;
  if (outputShare <= 0) return lightVerdict.dark;
  if (least === Infinity) return levelShare[need] === Infinity ? lightVerdict.notAtFull : lightVerdict.uneven;
  if (outputShare < least * (1 - ROUNDING_SHARE)) return least > 1 + ROUNDING_SHARE ? lightVerdict.notAtFull : lightVerdict.tooDim;
  if (outputShare > mostShare[need]! * (1 + ROUNDING_SHARE)) return lightVerdict.glaring;
  const most = family === lightingFamily.pedestrian ? MOST_OVER_PEDESTRIAN : MOST_OVER_OTHERS;
  return outputShare > most * meanShare[need]! * (1 + ROUNDING_SHARE) ? lightVerdict.overLit : lightVerdict.keeps;
}
