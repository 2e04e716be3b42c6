import type { crossingControl } from '../../../engine/twin/crossings.ts';

/** A place where people are to cross a street: over an arm of a junction, or between junctions. */
export interface CrossingSite {
  name: string;
  street: number;
  /** The junction of which it crosses an arm; -1 between junctions. */
  junction: number;
  /** Between junctions: where the middle of the crossing lies. */
  xM: number;
  yM: number;
  control: keyof typeof crossingControl;
  /** People who come in a day, both ways together. */
  dayPeopleCount: number;
}

/** A site laid out on the lanes and movements of the twin. */
export interface LaidCrossing {
  site: CrossingSite;
  /** Kerb to kerb. */
  lengthM: number;
  widthM: number;
  windows: { lane: number; movement: number; fromM: number; untilM: number; nearM: number; farM: number }[];
  /** At the first kerb and at the second. */
  line: { xM: number; yM: number }[];
  /** Signal groups whose green ends people's green: those that leave the arm, and those that come straight across the junction into it. */
  stops: number[];
}
