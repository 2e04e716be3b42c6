import { mostFrequent } from './lamp-groups.ts';
import type { ReadingTwin } from './twin.ts';

/** What stands for the lamps of a street: the kind that most of them are of, these lamps, and the mean of their heights and fluxes. A few bollards beside columns light no carriageway. */
export interface StreetLamps { luminaire: number; ofKind: number[]; heightM: number; fluxLm: number }

export function streetLamps({ lamps }: ReadingTwin, ofStreet: ArrayLike<number>): StreetLamps {
  const luminaire = mostOf(ofStreet, lamps.luminaire), ofKind = Array.from(ofStreet).filter((lamp) => lamps.luminaire[lamp] === luminaire), count = ofKind.length;
  let heightM = 0, fluxLm = 0;
  for (const lamp of ofKind) { heightM += lamps.heightM[lamp]!; fluxLm += lamps.ratedFluxLm[lamp]!; }
  return { luminaire, ofKind, heightM: heightM / count, fluxLm: fluxLm / count };
}

/** The value that most of these rows have; the lower one of two that are as frequent. */
export function mostOf(rows: ArrayLike<number>, values: ArrayLike<number>): number {
  const counts = new Map<number, number>();
  for (let at = 0; at < rows.length; at++) counts.set(values[rows[at]!]!, (counts.get(values[rows[at]!]!) ?? 0) + 1);
  return mostFrequent(counts);
}
