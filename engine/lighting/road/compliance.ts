import { lightingFamily } from '../../twin/lit-streets.ts';
import { lightingClasses, type Criterion, type LightFigures, type LightingClass } from './lighting-classes.ts';

/** A figure that misses what its class asks for: `shortShare` is how far, as a share of what is asked for. */
export interface Shortfall { criterion: Criterion; value: number; asked: number; shortShare: number }

/** A pedestrian class is lit evenly enough only if its mean is no more than this times the value of the class (EN 13201-2:2015, table 3, note a). */
export const MOST_OVER_PEDESTRIAN = 1.5;

const criteria: readonly Criterion[] = ['lavCdM2', 'uo', 'ul', 'fTiPct', 'rei', 'eavLx', 'eminLx', 'eUo'];
/** What the sums of floating point may add to or take from a figure that is just as asked. */
export const ROUNDING_SHARE = 1e-12;

/** How far a figure misses a limit, as a share of it; 0 or below where it keeps it. */
export const shortShare = (criterion: Criterion, value: number, asked: number): number =>
  (criterion === 'fTiPct' ? value / asked - 1 : 1 - value / asked);

/** Whether a figure is as good as a class asks. One that nobody can tell (NaN) misses nothing. */
export const keepsLimit = (criterion: Criterion, value: number, asked: number): boolean => !(shortShare(criterion, value, asked) > ROUNDING_SHARE);

/** All that an installation falls short of in a class. Empty: it has the class, unless it has more light than the class allows. */
export function shortfalls(figures: LightFigures, { limits }: LightingClass): Shortfall[] {
  return criteria.flatMap((criterion) => {
    const asked = limits[criterion], value = figures[criterion];
    return asked === undefined || keepsLimit(criterion, value, asked) ? [] : [{ criterion, value, asked, shortShare: shortShare(criterion, value, asked) }];
  });
}

/** The same, what is missed most first. */
export const worstFirst = (missed: readonly Shortfall[]): Shortfall[] => [...missed].sort((one, other) => other.shortShare - one.shortShare);

/** The brightest class of a family that an installation has, if any: it falls short of nothing, and has no more light than the class allows. */
export const classMet = (figures: LightFigures, family: number): LightingClass | undefined =>
  lightingClasses[family]!.find((one) => shortfalls(figures, one).length === 0 && !isOverLit(figures, family, one));

/** Light over what the class asks for, as a share of it: luminance for M, illuminance for C and P. Below 0 where it is under-lit. */
export function overLitShare({ lavCdM2, eavLx }: LightFigures, { limits }: LightingClass): number {
  return limits.lavCdM2 === undefined ? eavLx / limits.eavLx! - 1 : lavCdM2 / limits.lavCdM2 - 1;
}

/** Whether a street has more light than the standard allows: only pedestrian classes have an upper limit. */
export const isOverLit = (figures: LightFigures, family: number, asked: LightingClass): boolean =>
  family === lightingFamily.pedestrian && overLitShare(figures, asked) > MOST_OVER_PEDESTRIAN - 1 + ROUNDING_SHARE;

/** The class that too much light alone keeps an installation from. `keptAt`: shares of its output at which it has it; none where it is too uneven. */
export interface ClassOutshone { outshone: LightingClass; mostLx: number; keptAt: { leastShare: number; mostShare: number } | undefined }

/**
 * Where an installation has no class of a family and falls short of nothing in some: the brightest of these. The least value of every pedestrian
 * class is a fifth of its mean, so light too uneven for one of them at any output is so for all.
 */
export function classOutshone(figures: LightFigures, family: number): ClassOutshone | undefined {
  const outshone = classMet(figures, family) ? undefined : lightingClasses[family]!.find((one) => shortfalls(figures, one).length === 0);
  if (!outshone) return undefined;
  const { eavLx, eminLx } = outshone.limits, mostLx = MOST_OVER_PEDESTRIAN * eavLx!, mostShare = mostLx / figures.eavLx, leastShare = Math.max(eavLx! / figures.eavLx, eminLx! / figures.eminLx);
  return { outshone, mostLx, keptAt: leastShare > mostShare ? undefined : { leastShare, mostShare } };
}
