import type { Text } from '../../../engine/foundation/text.ts';
import type { CityFacts } from '../../../engine/twin/twin.ts';
import type { Language } from '../../language/language.ts';
import type { Question } from '../../questions/question.ts';
import type { Given } from './requirements.ts';
import type { Period } from './period.ts';
import type { Rates } from './rates.ts';
import type { SavingsFigures } from './savings-figures.ts';
import type { MeasurementOption, UncertaintyInputs } from './savings-input.ts';
import type { SavingsTables } from './savings-tables.ts';

/** A file that was given, by what its bytes hash to. */
export interface GivenFile { role: 'meters' | 'watts' | 'adjustments' | 'tariff'; name: string; sha256: string; bytes: number }

/** A certificate by a standard form; `basisCount`: watts dimmed or luminaires replaced. */
export interface Certificate { form: string; title: Text; fromDate: string; untilDate: string; basis: 'dimmedWatts' | 'replacedLuminaires'; basisCount: number; kwhCumacEach: number | undefined; source: Text }

/** When lamps burn, by a rule of the twin. */
export type SwitchingStated =
  | { kind: 'offsets'; onMin: number; offMin: number }
  | { kind: 'sun'; name: string; altitudeDeg: number; onOffsetS: number; offOffsetS: number }
  | { kind: 'photocell'; name: string; onLx: number; offLx: number }
  | { kind: 'clock'; name: string; on: string; off: string };

/** All that the page of a report on savings is made of; its figures come from its tables alone. */
export interface SavingsReportInput {
  language: Language;
  facts: Readonly<CityFacts>;
  /** Undefined: what the lamps replaced against what stands. */
  question: Question | undefined;
  /** Another city, whose lighting is the one before. */
  baselineFile: string | undefined;
  period: Period;
  baselinePeriod: Period;
  option: { name: MeasurementOption; chosenBy: 'asked' | 'meters' | 'no-meters' };
  boundary: { communes: readonly string[]; cabinetCount: number; lampCount: number; zones: readonly string[] };
  switching: readonly SwitchingStated[];
  rates: Rates;
  otherFactors: readonly { year: number; gPerKwh: number; what: Text; source: Text }[];
  /** Forms that fit; watts of lamps that were dimmed already, for which none pays. */
  certificates: { forms: readonly Certificate[]; alreadyDimmedW: number };
  uncertainty: UncertaintyInputs & { drawCount: number; seed: number };
  given: Given;
  files: readonly GivenFile[];
  tables: SavingsTables;
  figures: SavingsFigures;
  /** Outlines of communes, for the map: east and north of the origin. */
  outlines: readonly (readonly (readonly [xM: number, yM: number])[])[];
  /** Whether lamps of either side follow the traffic: all here is calculated by programs, from which they then depart. */
  followsTraffic: boolean;
  /** Undefined where nobody knows how lamps were replaced. */
  rollOut: RollOutStated | undefined;
  twinHash: string;
  changedTwinHash: string | undefined;
  engine: string;
  node: string;
  command: string;
  /** Folder of the tables, as the page names it. */
  tablesFolder: string;
}

/** What stands beside the paths of the table `rollOut`: the share that is to be saved, and what each path is called. */
export interface RollOutStated { targetShare: number; targetSource: Text; paths: readonly { path: string; name: Text; source: Text }[] }
