import type { Question } from '../scenarios/questions/question.ts';
import { askedTogether } from './asked.ts';
import { openCity, referenceCity, type City } from './city.ts';
import type { Terminal } from './terminal.ts';

/** The reference city, a city from its file, or either with the changes of a question. */
export async function askedCity(terminal: Terminal, name: string | undefined, cityPath: string | undefined): Promise<{ city: City; question: Question | undefined }> {
  if (name !== undefined && /\.twin$/i.test(name)) return { city: await openCity(name), question: undefined };
  const open = (): Promise<City> => (cityPath === undefined ? referenceCity(terminal) : openCity(cityPath));
  return name === undefined ? { city: await open(), question: undefined } : askedTogether(name, open);
}
