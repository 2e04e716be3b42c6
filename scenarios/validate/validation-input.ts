import type { Language } from '../language/language.ts';
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
  /** What `sumo --version` says; undefined where its outputs were given. */
  sumoVersion: string | undefined;
  engine: string;
  node: string;
}
