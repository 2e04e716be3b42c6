import type { CityFacts } from '../engine/twin/twin.ts';
import { textIn } from '../scenarios/language/language.ts';
import type { Terminal } from './terminal.ts';

/** Where a city lies, so that a person sees an inventory that landed in another country. */
export function positionLine({ words, number }: Terminal, { originLatitudeDeg: northDeg, originLongitudeDeg: eastDeg }: CityFacts): string {
  const degrees = (deg: number): string => number(Math.abs(deg), 4);
  return `  ${words.position}  ${words.degreesNorthEast(degrees(northDeg), northDeg >= 0, degrees(eastDeg), eastDeg >= 0)}`;
}

/** Where the figures of a city come from, what was assumed among them. */
export function sourceLines({ words, language, bold }: Terminal, { sources }: CityFacts): string[] {
  const lines = sources.map(({ what, from, synthetic }) => `  ${words.saidBy(textIn(what, language), textIn(from, language))}${synthetic ? ` (${words.madeUp})` : ''}`);
  return ['', bold(words.sources), ...lines];
}
