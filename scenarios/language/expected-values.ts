import type { Problem } from '../../engine/foundation/problem.ts';
import { asWritten } from './problem-words.ts';

type Words = Readonly<Record<string, (limit: string) => string>>;

const expectedFr: Words = {
  day: () => 'un jour, sous la forme 2026-01-15', 'half-hour': () => 'une heure pile ou une demie, entre guillemets : "06:00" ou "06:30"', number: () => 'un nombre, avec un point pour les décimales : 0.21', 'whole-number': () => 'un nombre entier', text: () => 'un texte', list: () => 'une liste',
  'at-least': (limit) => `un nombre d’au moins ${limit}`, 'at-most': (limit) => `un nombre d’au plus ${limit}`, longer: (limit) => (limit === '1' ? 'un texte ou une liste qui ne soit pas vide' : `au moins ${limit} caractères ou éléments`), shorter: (limit) => `au plus ${limit} caractères ou éléments`, fields: () => 'des champs, comme dans l’exemple',
};
const expectedEn: Words = {
  day: () => 'a day, written 2026-01-15', 'half-hour': () => 'a full or half hour in quotes: "06:00" or "06:30"', number: () => 'a number: 0.21', 'whole-number': () => 'a whole number', text: () => 'a text', list: () => 'a list',
  'at-least': (limit) => `a number of at least ${limit}`, 'at-most': (limit) => `a number of at most ${limit}`, longer: (limit) => (limit === '1' ? 'a text or a list that is not empty' : `at least ${limit} characters or entries`), shorter: (limit) => `at most ${limit} characters or entries`, fields: () => 'fields, as in the example',
};

/** What a field of a document should hold, as its reader says by `expected` and `limit`. */
export function expected(parameters: Problem['parameters'], language: 'fr' | 'en'): string {
  const words = language === 'fr' ? expectedFr : expectedEn;
  return (words[String(parameters['expected'])] ?? words['fields']!)(asWritten[language](parameters['limit']));
}
