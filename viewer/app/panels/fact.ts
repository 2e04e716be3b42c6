import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { Language } from '../../../scenarios/language/language.ts';
import type { LoadedCity } from '../feed/load-city.ts';
import type { Session } from '../session/session.ts';
import type { Thing } from '../session/thing.ts';
import type { ThingWords } from '../session/words.ts';

/** One line of what is known of a thing. `link`: another thing that a click leads to. */
export interface Fact { label: string; value: string; unit?: string; link?: Thing; colour?: string }

/** What the panel shows of a thing. */
export interface ThingFacts { kind: string; title: string; facts: Fact[]; source: string }

/** What facts are made from: the city, the moment, and the language. */
export interface FactContext {
  city: LoadedCity;
  twin: ReadingTwin;
  timeS: number;
  shown: Session['shown'];
  language: Language;
  words: ThingWords;
  /** What a lamp gives now. */
  lampShare(lamp: number): number;
}

export function numberText(language: Language, value: number, digits = 0): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: digits, minimumFractionDigits: 0 }).format(value);
}

/** A row of another table as a fact that leads there; nothing when there is no such row. */
export const linked = (label: string, names: ArrayLike<string>, kind: Thing['kind'], row: number, unnamed: string): Fact[] =>
  row >= 0 && row < names.length ? [{ label, value: names[row] || unnamed, link: { kind, row } }] : [];

export const hexColour = (colour: number): string => `#${colour.toString(16).padStart(6, '0')}`;
