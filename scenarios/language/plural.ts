import type { Language } from './language.ts';

/** French has its singular below 2; a number as it is written. English has it for 1 only. */
export const singularFr = (number: string): boolean => /^[01](,\d+)?$/.test(number);

/** Units that are things counted; all others are symbols, which have no plural. */
const singular: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: { véhicules: 'véhicule', collisions: 'collision', prolongations: 'prolongation', passages: 'passage', traversées: 'traversée', voyageurs: 'voyageur', montées: 'montée', points: 'point' },
  en: { vehicles: 'vehicle', collisions: 'collision', extensions: 'extension', calls: 'call', 'crossings made': 'crossing made', passengers: 'passenger', boardings: 'boarding', 'percentage points': 'percentage point' },
};

/** A unit after its number: French has the singular below 2, English for 1 alone. */
export const unitAfter = (value: number, unit: string, language: Language): string =>
  ((language === 'fr' ? Math.abs(value) < 2 : value === 1) ? singular[language][unit] : undefined) ?? unit;
