import { isDeepStrictEqual } from 'node:util';
import type { ReadingTwin, Twin, TwinTables } from '../engine/twin/twin.ts';
import { differentTables } from '../scenarios/compare/same-trips.ts';
import { questionOfCity } from '../scenarios/questions/own-question.ts';
import type { Question } from '../scenarios/questions/question.ts';
import { askedSides } from './asked.ts';
import { badInput } from './bad-input.ts';
import { changedTwin } from './changed-twin.ts';
import { openCity, referenceCity, type City } from './city.ts';
import type { Terminal } from './terminal.ts';

/** The lighting before and after. Without a question the city is held against the lamps that its own replaced. `baselineFile`: another city that the lighting before is of. */
export interface SavingsSides { city: City; after: Twin; question: Question | undefined; baselineFile: string | undefined }

/** A question against the city as it is, a city against another one with the same lamps, or a city against what its lamps replaced. */
export async function savingsSides(terminal: Terminal, name: string | undefined, cityPath: string | undefined): Promise<SavingsSides> {
  if (name === undefined || /\.twin$/i.test(name)) {
    const city = cityPath !== undefined ? await openCity(cityPath) : name === undefined ? await referenceCity(terminal) : await openCity(name);
    if (name === undefined || cityPath === undefined) return { city, after: city.twin, question: undefined, baselineFile: undefined };
    const { twin: after } = await openCity(name), differs = differentTables(city.twin, after), beyond = differsBeyondPrograms(city.twin, after, differs);
    if (beyond.length > 0) throw badInput('cli-savings-other-city', name, { city: cityPath, differs: beyond.join(', ') });
    return { city, after, question: questionOfCity(name, after.facts.name, differs), baselineFile: cityPath };
  }
  const [{ city, question }] = await askedSides(terminal, [name], cityPath) as [Awaited<ReturnType<typeof askedSides>>[number]];
  return { city, after: changedTwin(city, question.changes), question, baselineFile: undefined };
}

/** What a lighting program is made of. */
const PROGRAM_TABLES: readonly string[] = [
  'lightingZones', 'switchingRules', 'lightingCalendars', 'calendarRules', 'lightingPrograms', 'dimmingLevels', 'lightingLimits', 'adaptiveRules', 'adaptiveSteps', 'lightingOverrides', 'communicationLosses',
] satisfies (keyof TwinTables)[];

/** What else two cities differ in, by the names of tables and facts: night, prices and traffic of the one would pass for a saving of the other, and all is reckoned lamp by lamp, cabinet by cabinet and zone by zone. */
function differsBeyondPrograms(one: ReadingTwin, other: ReadingTwin, tables: readonly string[]): string[] {
  const zones = ({ lightingZones }: ReadingTwin): string[] => Array.from(lightingZones.name), facts = factsOfSaving(other);
  return [
    ...Object.entries(factsOfSaving(one)).filter(([name, value]) => !isDeepStrictEqual(value, facts[name])).map(([name]) => name),
    ...(isDeepStrictEqual(zones(one), zones(other)) ? [] : ['lightingZones.name']), ...tables.filter((table) => !PROGRAM_TABLES.includes(table)),
  ];
}

/** Offsets of switching are left out: they are hours of the lighting, as programs are. */
function factsOfSaving({ facts }: ReadingTwin): Readonly<Record<string, unknown>> {
  const { date, utcOffsetMin, originLatitudeDeg, originLongitudeDeg, metresPerDegreeNorth, metresPerDegreeEast, synthetic, energy, lighting: { standbyPowerW } } = facts;
  return { date, utcOffsetMin, originLatitudeDeg, originLongitudeDeg, metresPerDegreeNorth, metresPerDegreeEast, synthetic, energy, standbyPowerW };
}
