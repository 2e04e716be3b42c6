import type { Problem } from '../../../engine/foundation/problem.ts';
import { placeName, type ProblemList } from '../problem-list.ts';
import { MOST_ANGLES, MOST_CANDELA, MOST_INTENSITIES, MOST_PLANES } from './measured-luminaire.ts';
import type { WholePlanes } from './whole-planes.ts';

/** How many planes and angles a file may hold; what it claims is looked at before any memory is taken for it. */
export function checkCounts(planes: number, angles: number, where: string, problems: ProblemList): boolean {
  const fits = (count: number, least: number, most: number): boolean => Number.isInteger(count) && count >= least && count <= most;
  if (!fits(planes, 1, MOST_PLANES)) problems.error('photometry-plane-count', where, { count: planes, most: MOST_PLANES });
  if (!fits(angles, 2, MOST_ANGLES)) problems.error('photometry-angle-count', where, { count: angles, most: MOST_ANGLES });
  if (planes * angles > MOST_INTENSITIES) problems.error('photometry-too-many-values', where, { count: planes * angles, most: MOST_INTENSITIES });
  return !problems.hasErrors();
}

/** Mirrored planes count too: a twin keeps them all. */
export function checkWhole({ planesDeg }: WholePlanes, where: string, problems: ProblemList): boolean {
  if (planesDeg.length > MOST_PLANES) problems.error('photometry-plane-count', where, { count: planesDeg.length, most: MOST_PLANES });
  return planesDeg.length <= MOST_PLANES;
}

/** No goniometer turns by less; slopes between angles closer than this would have no bound. */
const LEAST_STEP_DEG = 1e-4;

/** The first angle that does not rise, or lies beyond its bounds, as the words of a problem need it. */
export function wrongAngle(deg: ArrayLike<number>, least: number, most: number): Problem['parameters'] | undefined {
  for (let at = 0; at < deg.length; at++) {
    const value = deg[at]!;
    if (!(value >= least && value <= most) || (at > 0 && !(value - deg[at - 1]! >= LEAST_STEP_DEG))) return { value: shown(value), position: at + 1, least, most };
  }
  return undefined;
}

/** Angles gamma: rising, and from straight down or level to straight up or level, as the standards ask; light elsewhere would count as 0. */
export function checkGammas(deg: readonly number[], file: string, line: number, problems: ProblemList): void {
  const where = placeName({ file, line });
  const wrong = wrongAngle(deg, 0, 180), first = deg[0]!, last = deg.at(-1)!;
  if (wrong) problems.error('photometry-gamma-angles', where, wrong);
  if (![0, 90].includes(first) || ![90, 180].includes(last)) problems.warning('photometry-part-of-angles', where, { first: shown(first), last: shown(last) });
}

/** Intensities are numbers from 0 up. Instruments read a little below 0 in the dark: that counts as 0 and is told. */
export function checkedIntensities(values: Float64Array, lineOf: (at: number) => number, file: string, problems: ProblemList): void {
  let negative = 0, largest = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (!(Math.abs(value) <= MOST_CANDELA)) problems.error('photometry-intensity', placeName({ file, line: lineOf(at) }), { value: shown(value), most: MOST_CANDELA });
    if (value < 0) { negative++; values[at] = 0; }
    largest = Math.max(largest, value);
  }
  if (negative > 0) problems.warning('photometry-negative', file, { count: negative });
  if (largest === 0 && !problems.hasErrors()) problems.error('photometry-dark', file);
}

/** As people read it: no number is no number. */
export const shown = (value: number): number | string => (Number.isFinite(value) ? value : '?');
