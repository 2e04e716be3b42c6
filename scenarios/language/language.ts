/** French first, English second. */
export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** One thing said in both languages. */
export interface Text { readonly fr: string; readonly en: string }

/** Words that a person of a city wrote for one report: in both languages, or once as they are. */
export type PersonsText = string | Text;

export const textIn = (text: PersonsText, language: Language): string => (typeof text === 'string' ? text : text[language]);

/** A fixed phrase, or one that needs names and figures. */
type Phrase = string | ((...given: never[]) => string);

/** Every entry holds both languages side by side, so that neither can lack one: `{ energy: { fr: 'énergie', en: 'energy' } }`. */
export type Dictionary = Readonly<Record<string, { readonly fr: Phrase; readonly en: Phrase }>>;

type Spoken<P> = P extends string ? string : P;
export type WordsOf<D extends Dictionary> = { readonly [Entry in keyof D]: Spoken<D[Entry]['fr']> };

/** The phrases of one language: `wordsIn(reportWords, 'fr').energy`. */
export function wordsIn<D extends Dictionary>(dictionary: D, language: Language): WordsOf<D> {
  const words: Record<string, Phrase> = {};
  for (const [entry, both] of Object.entries(dictionary)) words[entry] = both[language];
  return words as WordsOf<D>;
}
