import type { ReadingTwin, Twin } from '../engine/twin/twin.ts';
import { differentTables } from '../scenarios/compare/same-trips.ts';
import { questionOfCity } from '../scenarios/questions/own-question.ts';
import type { Question } from '../scenarios/questions/question.ts';
import { askedSides } from './asked.ts';
import { badInput } from './bad-input.ts';
import { changedTwin } from './changed-twin.ts';
import { openCity, referenceCity, type City } from './city.ts';
import type { Terminal } from './terminal.ts';

/** The lighting before and after. Without a question the city is held against the lamps that its own replaced. */
export interface SavingsSides { city: City; after: Twin; question: Question | undefined }

/** A question against the city as it is, a city against another one with the same lamps, or a city against what its lamps replaced. */
export async function savingsSides(terminal: Terminal, name: string | undefined, cityPath: string | undefined): Promise<SavingsSides> {
  if (name === undefined || /\.twin$/i.test(name)) {
    const city = cityPath !== undefined ? await openCity(cityPath) : name === undefined ? await referenceCity(terminal) : await openCity(name);
    if (name === undefined || cityPath === undefined) return { city, after: city.twin, question: undefined };
    const { twin: after } = await openCity(name), differs = differentTables(city.twin, after);
    if (!haveSameLamps(city.twin, after, differs)) throw badInput('cli-savings-other-lamps', name, { city: cityPath });
    return { city, after, question: questionOfCity(name, after.facts.name, differs) };
  }
  const [{ city, question }] = await askedSides(terminal, [name], cityPath) as [Awaited<ReturnType<typeof askedSides>>[number]];
  return { city, after: changedTwin(city, question.changes), question };
}

/** Only programs may differ: all else is reckoned lamp by lamp, cabinet by cabinet and zone by zone. */
const haveSameLamps = (one: ReadingTwin, other: ReadingTwin, differs: readonly string[]): boolean =>
  !['lamps', 'luminaires', 'cabinets', 'communes', 'streets', 'litStreets'].some((table) => differs.includes(table)) && Array.from(one.lightingZones.name).join('\n') === Array.from(other.lightingZones.name).join('\n');
