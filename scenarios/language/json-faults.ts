import type { Text } from '../../engine/foundation/text.ts';

/** What the parser says by its numbers (ParseErrorCode of jsonc-parser); whatever else is wrong is `OTHER`. */
const FAULTS: Readonly<Record<number, Text>> = {
  3: { en: 'a name in double quotes is expected here: look for a comma too many before it (decimals take a point: 0.5)', fr: 'un nom entre guillemets droits est attendu ici : cherchez une virgule de trop juste avant (les décimales prennent un point : 0.5)' },
  4: { en: 'a value is expected here: look for a comma too many before it', fr: 'une valeur est attendue ici : cherchez une virgule de trop juste avant' },
  5: { en: 'a colon is missing before this', fr: 'il manque un deux-points avant ceci' },
  6: { en: 'a comma is missing before this', fr: 'il manque une virgule avant ceci' },
  7: { en: 'a closing brace } is missing', fr: 'il manque une accolade fermante }' },
  8: { en: 'a closing bracket ] is missing', fr: 'il manque un crochet fermant ]' },
  9: { en: 'the list has ended before this', fr: 'la liste est déjà finie avant ceci' },
  10: { en: 'comments are not allowed', fr: 'les commentaires ne sont pas admis' },
  12: { en: 'a text lacks its closing quote', fr: 'il manque le guillemet fermant d’un texte' },
};
const EMPTY: Text = { en: 'there is nothing in it', fr: 'il ne contient rien' };
const OTHER: Text = { en: 'write texts in straight double quotes, numbers with a point (0.5), true and false', fr: 'écrivez les textes entre guillemets droits doubles, les nombres avec un point (0.5), true et false' };

export const jsonFaultInWords = (code: number, text: string): Text => (text.trim() === '' ? EMPTY : (FAULTS[code] ?? OTHER));
