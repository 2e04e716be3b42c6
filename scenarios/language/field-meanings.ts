import { nightMeaningsFr } from './field-meanings-night.ts';
import { signalMeaningsFr } from './field-meanings-signals.ts';
import { trafficMeaningsFr } from './field-meanings-traffic.ts';
import { frenchSpaces, type Language } from './language.ts';

/**
 * In French: what a question holds, and what kinds of change share.
 *
 * The English stands in the schemas, beside the field that it describes; this is found by it. So many fields that mean the same
 * have one translation, and a sentence that is altered there has none until somebody has read it anew.
 */
const questionMeaningsFr: Readonly<Record<string, string>> = {
  'A what-if question: changes, the span and the seeds of its runs, and the figures that answer it.': 'Une question « et si » : des changements, la période et les graines de ses simulations, et les chiffres qui y répondent.',
  'where editors find the schema that completes this file': 'où les éditeurs trouvent le schéma qui complète ce fichier',
  'as results call it: small letters, digits and hyphens; the name of the file where nothing is said': 'comme les résultats l’appellent : minuscules, chiffres et traits d’union ; sans lui, le nom du fichier',
  'a few words, for headings': 'quelques mots, pour les titres',
  'what is asked, as a question': 'ce qui est demandé, sous forme de question',
  'the span of its runs; a day where nothing is said': 'la période de ses simulations ; une journée si rien n’est dit',
  'clock time at which measuring begins, HH:MM': 'heure à laquelle la mesure commence, HH:MM',
  'how long runs last, hours': 'durée des simulations, en heures',
  'runs of scenario and of baseline; 3 where nothing is said': 'simulations du scénario et de la référence ; 3 si rien n’est dit',
  'what is changed in a copy of the city': 'ce qui est changé dans une copie de la ville',
  'the figures that answer it, the most important first: what is asked before any run, judged together and apart from all that is looked at beside; those of the library on the like where nothing is said': 'les chiffres qui y répondent, le plus important d’abord : ce qui est demandé avant toute simulation, jugé ensemble et à part de tout ce qui est regardé en plus ; si rien n’est dit, ceux des questions semblables de la bibliothèque',
  'what is expected, before anything is run': 'ce qui est attendu, avant toute simulation',
  'Sign and order of an effect, written down before anything is run.': 'Signe et ordre de grandeur d’un effet, écrits avant toute simulation.',
  'which figure': 'quel chiffre',
  'which way it goes from the baseline; "stays": no more than `most` either way': 'dans quel sens il s’éloigne de la référence ; « stays » : pas plus de `most`, d’un côté ou de l’autre',
  'by how much at least, in `unit`; 0 where nothing is said': 'de combien au moins, en `unit` ; 0 si rien n’est dit',
  'by how much at most, in `unit`': 'de combien au plus, en `unit`',
  'of the baseline, or the unit of the figure itself': 'de la référence, ou l’unité du chiffre lui-même',
  'why so, and where the size comes from': 'pourquoi, et d’où vient l’ordre de grandeur',
  'where this idea comes from; printed in the report': 'd’où vient cette idée ; imprimé dans le rapport',
  'clock time, HH:MM': 'heure, HH:MM',
};

const french: Readonly<Record<string, string>> = { ...questionMeaningsFr, ...nightMeaningsFr, ...signalMeaningsFr, ...trafficMeaningsFr };

/** What a schema says of a field, in a language. Throws where nobody has said it in French yet. */
export function fieldMeaning(english: string, language: Language): string {
  if (language === 'en') return english;
  const said = french[english];
  if (said === undefined) throw new Error(`no French for what a schema says: ${english}`);
  return frenchSpaces(said);
}

/** Every English sentence that has its French. */
export const knownMeanings: readonly string[] = Object.keys(french);
