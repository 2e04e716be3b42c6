import type { ResultTables, RunFigures } from '../../engine/results/tables.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import type { Text } from '../../engine/foundation/text.ts';

/** What an indicator may look at: the twin that ran, and what the run recorded. */
export interface Measured {
  /** With the scenario's changes applied. */
  twin: ReadingTwin;
  tables: ResultTables;
  figures: RunFigures;
}

/** What a figure looks at that no run changes: the twin alone. */
export type CityAlone = Pick<Measured, 'twin'>;

/** One figure measured on results, or on the city alone. It knows all that report, viewer and command line say of it. */
export interface Indicator<Name extends string = string, Needs = Measured> {
  /** 'lighting-energy-kwh': stable, used in questions and in files. */
  name: Name;
  title: Text;
  /** As it stands in a sentence, singular: 'la ponctualité des bus' (baisse de ...). */
  subject: Text;
  /** As printed after the number: 'kWh', '€/an'. */
  unit: Text;
  better: 'higher' | 'lower' | 'neither';
  /** Whether it depends on random draws: traffic does; lamps follow the sun and their schedule, but for adaptive ones, which follow the traffic. */
  chance: boolean | 'adaptive-lamps';
  /** Whether a difference in per cent means something: not for a lateness, which may be negative, nor for a share. */
  relative: boolean;
  /** Digits after the decimal point that mean something. */
  decimals: number;
  /** What it is, in a sentence or two: how it is measured and what it leaves out. */
  about: Text;
  /** Over one run; null where the run has nothing to measure it on. */
  measure: (over: Needs) => number | null;
}
