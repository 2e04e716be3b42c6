import type * as z from 'zod';
import type { Text } from '../../engine/foundation/text.ts';
import { asWritten } from './problem-words.ts';

type Issue = z.core.$ZodIssue;

/** Times are the only texts with a form: a pattern would help nobody. */
const CLOCK: Text = { en: 'write a clock time as HH:MM, from 00:00 to 24:00', fr: 'écrivez une heure comme HH:MM, de 00:00 à 24:00' };
const LEVEL: Text = { en: 'write HH:MM, or sunset, sunrise or night-middle with an offset, such as sunset+01:30', fr: 'écrivez HH:MM, ou sunset, sunrise ou night-middle avec un écart, comme sunset+01:30' };

/** The clock time that was meant: '9:00', '9h', '9h30', '9.30'. */
function clockMeant(given: unknown): Text | undefined {
  const [, hours, minutes = '00'] = /^(\d{1,2})\s?(?:[:h.]\s?([0-5]\d)?)(?::00)?$/i.exec(String(given).trim()) ?? [], time = `${hours?.padStart(2, '0')}:${minutes}`;
  return hours !== undefined && time <= '24:00' ? { en: `write "${time}"`, fr: `écrivez "${time}"` } : undefined;
}

const NAME: Text = { en: 'write small letters, digits and hyphens, such as my-question', fr: 'écrivez des minuscules, des chiffres et des traits d’union, comme ma-question' };

const TYPES: Readonly<Record<string, Text>> = {
  number: { en: 'write a number, with a point and without quotes: 0.5', fr: 'écrivez un nombre, avec un point et sans guillemets : 0.5' },
  int: { en: 'write a whole number', fr: 'écrivez un nombre entier' },
  boolean: { en: 'write true or false, without quotes', fr: 'écrivez true ou false, sans guillemets' },
  string: { en: 'write a text in quotes', fr: 'écrivez un texte entre guillemets' },
  array: { en: 'write a list: [...]', fr: 'écrivez une liste : [...]' },
  object: { en: 'write fields with their values: {...}', fr: 'écrivez des champs avec leurs valeurs : {...}' },
};

/** What keeps a value from its field, and what to write there; of one that may have several forms, what keeps it from each. */
export function valueFault(issue: Issue): Text {
  switch (issue.code) {
    case 'invalid_format': return issue.format === 'regex' ? (issue.pattern?.includes('a-z') ? NAME : clockMeant(issue.input) ?? (issue.pattern?.includes('sunset') ? LEVEL : CLOCK)) : plainly(issue);
    case 'invalid_type': return TYPES[issue.expected] ?? plainly(issue);
    case 'invalid_value': return oneOf(issue.values.map(String));
    case 'invalid_union': return anyOf(issue);
    case 'too_small': return issue.origin === 'number' || issue.origin === 'int' ? bounded(issue, Number(issue.minimum), 'least') : lengthened(issue.origin, Number(issue.minimum), 'least');
    case 'too_big': return issue.origin === 'number' || issue.origin === 'int' ? bounded(issue, Number(issue.maximum), 'most') : lengthened(issue.origin, Number(issue.maximum), 'most');
    default: return plainly(issue);
  }
}

const plainly = ({ message }: Issue): Text => ({ en: message, fr: message });

/** Of a longer list nobody reads the end. */
const MOST_WORDS = 20;

const oneOf = (all: readonly string[]): Text => {
  const values = all.length > MOST_WORDS ? [...all.slice(0, MOST_WORDS), `... (${all.length})`] : all;
  return values.length === 1 ? { en: `write "${values[0]}"`, fr: `écrivez « ${values[0]} »` } : { en: `write one of these: ${values.join(', ')}`, fr: `écrivez l’un de ces mots : ${values.join(', ')}` };
};

function anyOf(issue: Issue & { code: 'invalid_union' }): Text {
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
  if (options.length > 0) return oneOf(options);
  const forms = issue.errors.flatMap(([first]) => (first ? [valueFault(first)] : []));
  if (forms.length === 0) return plainly(issue);
  const joined = (language: keyof Text, or: string): string => [...new Set(forms.map((form) => form[language]))].join(or);
  return { en: joined('en', '; or '), fr: joined('fr', ' ; ou ') };
}

/** Most who write 50 for a share mean 50 %. */
function bounded({ path, input }: Issue, limit: number, which: 'least' | 'most'): Text {
  const isShare = String(path.at(-1)).endsWith('Share') && (which === 'least' ? limit === 0 : limit === 1);
  if (isShare) {
    const meant = typeof input === 'number' && input > 1 && input <= 100 ? input : 50;
    return { en: `shares go from 0 to 1: ${meant / 100} for ${meant}%`, fr: `les parts vont de 0 à 1 : ${meant / 100} pour ${asWritten.fr(meant)} %` };
  }
  return which === 'least'
    ? { en: `write ${limit} or more`, fr: `écrivez ${asWritten.fr(limit)} ou plus` }
    : { en: `write ${limit} or less`, fr: `écrivez ${asWritten.fr(limit)} ou moins` };
}

function lengthened(origin: string, limit: number, which: 'least' | 'most'): Text {
  const of = origin === 'string' ? { en: 'characters', fr: 'caractères' } : { en: limit === 1 ? 'entry' : 'entries', fr: limit === 1 ? 'élément' : 'éléments' };
  return { en: `at ${which} ${limit} ${of.en}`, fr: `${which === 'least' ? 'au moins' : 'au plus'} ${limit} ${of.fr}` };
}
