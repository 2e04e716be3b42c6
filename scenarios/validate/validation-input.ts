import type { Language } from '../language/language.ts';
import type { CityDay } from './city-day.ts';
import type { SideBySide } from './comparison.ts';

/** One scenario, simulated by both. */
export interface ValidatedScenario {
  name: string;
  comparison: SideBySide;
  /** Both sides begin here, in seconds since midnight. */
  fromS: number;
}

/** All that the validation page is made of. */
export interface ValidationInput {
  language: Language;
  scenarios: readonly ValidatedScenario[];
  /** The day of the reference city, where it was asked for. */
  day: CityDay | undefined;
  /** What `sumo --version` says; undefined where its outputs were given. */
  sumoVersion: string | undefined;
  engine: string;
  node: string;
}
