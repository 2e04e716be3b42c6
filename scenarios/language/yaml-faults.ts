import type { Text } from '../../engine/foundation/text.ts';

const INDENT: Text = { fr: 'le retrait de cette ligne, ou de la suivante, ne va pas avec les autres : alignez les champs d’un même bloc, avec des espaces', en: 'this line, or the next, is indented unlike the others: align the fields of one block, with spaces' };
const KEY: Text = { fr: 'un second « : » se lit comme un champ dans le champ : vérifiez le retrait de cette ligne et de la suivante, ou mettez le texte entre guillemets', en: 'a second ":" reads as a field within the field: check how this line and the next are indented, or put the text in quotes' };
const CLOSE: Text = { fr: 'il manque une fermeture : « ] », « } », « , » ou un guillemet', en: 'something is not closed: "]", "}", "," or a quote is missing' };
const SIGN: Text = { fr: 'un signe n’est pas à sa place ici : mettez entre guillemets un texte qui commence par « @ », « % », « * », « & », « ! » ou « ` »', en: 'a sign is out of place here: put a text in quotes that begins with "@", "%", "*", "&", "!" or "`"' };
const ANCHOR: Text = { fr: 'ancres (« & », « * »), étiquettes (« ! ») et directives (« % ») ne sont pas admises', en: 'anchors ("&", "*"), tags ("!") and directives ("%") are not allowed' };
const OTHER: Text = { fr: 'ce n’est pas du YAML ; les ancres ne sont pas admises', en: 'it is no YAML; anchors are not allowed' };

/** What keeps a text from being YAML, by the code of its parser. */
const FAULTS: Readonly<Record<string, Text>> = {
  BAD_INDENT: INDENT, BLOCK_AS_IMPLICIT_KEY: KEY, MULTILINE_IMPLICIT_KEY: KEY, KEY_OVER_1024_CHARS: KEY, BLOCK_IN_FLOW: KEY,
  TAB_AS_INDENT: { fr: 'le retrait est fait de tabulations : mettez des espaces', en: 'it is indented with tabs: use spaces' },
  MISSING_CHAR: CLOSE, UNEXPECTED_TOKEN: SIGN, BAD_SCALAR_START: SIGN,
  BAD_DQ_ESCAPE: { fr: 'une barre oblique inversée entre guillemets doubles : doublez-la, ou prenez des guillemets simples', en: 'a backslash in double quotes: double it, or use single quotes' },
  DUPLICATE_KEY: { fr: 'ce champ est écrit deux fois : supprimez-en un', en: 'this field is written twice: leave one of them out' },
  MULTIPLE_DOCS: { fr: 'le fichier contient plusieurs documents (« --- ») : n’en laissez qu’un', en: 'the file holds several documents ("---"): leave one' },
  ALIAS_PROPS: ANCHOR, BAD_ALIAS: ANCHOR, BAD_DIRECTIVE: ANCHOR, BAD_PROP_ORDER: ANCHOR, MULTIPLE_ANCHORS: ANCHOR, MULTIPLE_TAGS: ANCHOR, TAG_RESOLVE_FAILED: ANCHOR,
};

export const yamlFaultInWords = (code: string): Text => FAULTS[code] ?? OTHER;
