import { wordsIn, type Language, type WordsOf } from '../../../scenarios/language/language.ts';
import { savedWords } from '../../../scenarios/language/saved.ts';
import { viewerWords } from '../../../scenarios/language/viewer.ts';
import { lightingPanelWords } from '../../../scenarios/language/viewer-lighting.ts';
import { junctionWords } from '../../../scenarios/language/viewer-junction.ts';
import { thingWords } from '../../../scenarios/language/viewer-things.ts';

export type ViewerWords = WordsOf<typeof viewerWords>;
export type ThingWords = WordsOf<typeof thingWords>;
export type LightingPanelWords = WordsOf<typeof lightingPanelWords>;
export type SavedWords = WordsOf<typeof savedWords>;
export type JunctionWords = WordsOf<typeof junctionWords>;

const spoken = { fr: wordsIn(viewerWords, 'fr'), en: wordsIn(viewerWords, 'en') };
const spokenJunctions = { fr: wordsIn(junctionWords, 'fr'), en: wordsIn(junctionWords, 'en') };
const spokenLighting = { fr: wordsIn(lightingPanelWords, 'fr'), en: wordsIn(lightingPanelWords, 'en') };
const spokenSaved = { fr: wordsIn(savedWords, 'fr'), en: wordsIn(savedWords, 'en') };
const spokenThings = { fr: wordsIn(thingWords, 'fr'), en: wordsIn(thingWords, 'en') };

export const wordsFor = (language: Language): ViewerWords => spoken[language];
export const junctionWordsFor = (language: Language): JunctionWords => spokenJunctions[language];
export const lightingWordsFor = (language: Language): LightingPanelWords => spokenLighting[language];
export const thingWordsFor = (language: Language): ThingWords => spokenThings[language];
export const savedWordsFor = (language: Language): SavedWords => spokenSaved[language];
