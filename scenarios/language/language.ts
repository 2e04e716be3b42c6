import type { Wording } from '../../engine/foundation/text.ts';

/** French first, English second. */
export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/**
 * French sets a space before : ; ! ? » and %, and after «, at which no line may break: a full one at colon and quotation
 * marks, a thin one elsewhere (Lexique des règles typographiques en usage à l'Imprimerie nationale, 'Ponctuation').
 * Texts hold plain spaces, so that their authors see what they type.
 */
export const frenchSpaces = (text: string): string => text.replace(/ (?=[:»])|(?<=«) /g, '\u00a0').replace(/ (?=[;!?%])/g, '\u202f');

const spaced = (text: string, language: Language): string => (language === 'fr' ? frenchSpaces(text) : text);

/** A wording in the language of the reader; what is said once only stays as it is. */
export const textIn = (wording: Wording, language: Language): string => (typeof wording === 'string' ? wording : spaced(wording[language], language));

/** A fixed phrase, or one that needs names and figures. */
type Phrase = string | ((...given: never[]) => string);

/** Every entry holds both languages side by side, so that neither can lack one: `{ energy: { fr: 'énergie', en: 'energy' } }`. */
export type Dictionary = Readonly<Record<string, { readonly fr: Phrase; readonly en: Phrase }>>;

type Spoken<P> = P extends string ? string : P;
export type WordsOf<D extends Dictionary> = { readonly [Entry in keyof D]: Spoken<D[Entry]['fr']> };

/** The phrases of one language: `wordsIn(reportWords, 'fr').energy`. */
export function wordsIn<D extends Dictionary>(dictionary: D, language: Language): WordsOf<D> {
  const words: Record<string, Phrase> = {};
  for (const [entry, { [language]: phrase }] of Object.entries(dictionary)) {
    words[entry] = typeof phrase === 'string' ? spaced(phrase, language) : (...given: never[]) => spaced(phrase(...given), language);
  }
  return words as WordsOf<D>;
}
