import type { Reading } from '../foundation/table.ts';
import type { Lamps } from './lighting.ts';

/** Lamps on LED at the end of a year, of all that are to be; even in between. */
export interface RollOutPath { points: readonly { year: number; lamps: number }[]; lampsInAll: number }

/** Light points that both sources speak of. */
const PUBLISHED_LAMPS = 34_000;

/**
 * How fast Dijon métropole turns its lamps to LED, as two sources have it.
 * Announced: 500 in 2018, 500 in 2019, then 1,500 a year (environnement-magazine.fr, 12 April 2019), which ends in 2041.
 * Reported later: over 20,000 by 2023/24, 34,000 by 2030 (dijon-metropole.fr, éclairage LED); the first two years as announced.
 */
export const rollOutPaths = {
  announced: { lampsInAll: PUBLISHED_LAMPS, points: [{ year: 2017, lamps: 0 }, { year: 2018, lamps: 500 }, { year: 2019, lamps: 1000 }, { year: 2041, lamps: PUBLISHED_LAMPS }] },
  reported: {
    lampsInAll: PUBLISHED_LAMPS,
    points: [{ year: 2017, lamps: 0 }, { year: 2018, lamps: 500 }, { year: 2019, lamps: 1000 }, { year: 2024, lamps: 20_000 }, { year: 2030, lamps: PUBLISHED_LAMPS }],
  },
} as const satisfies Record<string, RollOutPath>;

/** Of so many lamps, how many are on LED at the end of a year: in proportion to the published count, whole lamps. */
export function replacedByEndOf({ points, lampsInAll }: RollOutPath, year: number, lampCount: number): number {
  const later = points.findIndex((point) => point.year >= year);
  if (later === 0) return year < points[0]!.year ? 0 : scaled(points[0]!.lamps);
  if (later < 0) return lampCount;
  const before = points[later - 1]!, after = points[later]!;
  return scaled(before.lamps + ((after.lamps - before.lamps) * (year - before.year)) / (after.year - before.year));

  function scaled(lamps: number): number {
    return Math.floor((lamps * lampCount) / lampsInAll + 0.5);
  }
}

/** Lamps in the order in which they are replaced: crews change one cabinet after the other, in the order of rows. Which comes first nobody published. */
export function replacementOrder({ count, cabinet }: Pick<Reading<Lamps>, 'count' | 'cabinet'>): number[] {
  return Array.from({ length: count }, (_, lamp) => lamp).sort((one, other) => cabinet[one]! - cabinet[other]! || one - other);
}

/** The year in which each lamp is replaced, by row. */
export function replacementYears(lamps: Pick<Reading<Lamps>, 'count' | 'cabinet'>, path: RollOutPath): Uint16Array {
  const years = new Uint16Array(lamps.count);
  let year = path.points[0]!.year, replaced = replacedByEndOf(path, year, lamps.count);
  replacementOrder(lamps).forEach((lamp, rank) => {
    while (rank >= replaced) replaced = replacedByEndOf(path, ++year, lamps.count);
    years[lamp] = year;
  });
  return years;
}
