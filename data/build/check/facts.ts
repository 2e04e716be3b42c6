import * as z from 'zod';
import { STEPS_S } from '../../../engine/foundation/clock.ts';
import type { CityFacts } from '../../../engine/twin/twin.ts';
import type { ProblemList } from '../../formats/problem-list.ts';

/** Longer than any name or sentence of ours; more sources than any city has files. */
const MOST_NAME_LETTERS = 500, MOST_LETTERS = 5000, MOST_SOURCES = 10_000;
/** From UTC-12 to UTC+14. */
const UTC_OFFSETS_MIN = { least: -720, most: 840 };
const MOST_TIME_S = 1e9;

const sentence = z.string().max(MOST_LETTERS);
const text = z.strictObject({ fr: sentence, en: sentence });
const wording = z.union([text, sentence]);
const notNegative = z.number().min(0);
const source = z.strictObject({ what: text, from: wording, licence: wording, synthetic: z.boolean() });

const factsSchema = z.strictObject({
  name: z.string().max(MOST_NAME_LETTERS),
  synthetic: z.boolean(),
  originLatitudeDeg: z.number().min(-90).max(90),
  originLongitudeDeg: z.number().min(-180).max(180),
  metresPerDegreeNorth: z.number().positive(),
  metresPerDegreeEast: z.number().positive(),
  date: z.iso.date(),
  utcOffsetMin: z.int().min(UTC_OFFSETS_MIN.least).max(UTC_OFFSETS_MIN.most),
  stepS: z.number().min(STEPS_S.least).max(STEPS_S.most),
  defaultFromS: notNegative.max(MOST_TIME_S),
  defaultUntilS: notNegative.max(MOST_TIME_S),
  runUntilAllArrived: z.boolean(),
  rescueAfterS: notNegative,
  rerouteShare: notNegative.max(1).optional(),
  routeGaps: z.array(z.strictObject({ fromS: notNegative.max(MOST_TIME_S), untilS: notNegative.max(MOST_TIME_S), relativeGap: notNegative })).max(MOST_SOURCES).optional(),
  lighting: z.strictObject({ switchOnOffsetMin: z.number(), switchOffOffsetMin: z.number(), standbyPowerW: notNegative }),
  energy: z.strictObject({ priceEurPerKwh: notNegative, priceSource: text, carbonGPerKwh: notNegative, carbonSource: text }),
  sources: z.array(source).max(MOST_SOURCES),
} satisfies Record<keyof CityFacts, z.ZodType>);

/** What is said of the whole city: all of it is there, nothing else, and every figure is one that can be. */
export function checkFacts(facts: Readonly<CityFacts>, problems: ProblemList): void {
  const { error } = factsSchema.safeParse(facts);
  for (const { path } of error?.issues ?? []) problems.error('twin-fact', ['facts', ...path.map(String)].join('.'), {});
  if (!error && facts.defaultUntilS <= facts.defaultFromS) problems.error('twin-ends-before-it-begins', 'facts.defaultUntilS', { fromS: facts.defaultFromS, untilS: facts.defaultUntilS });
}
