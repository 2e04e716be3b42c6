import type { Wording } from '../../engine/foundation/text.ts';
import { latinHypercube } from './latin-hypercube.ts';
import type { Design, Level, ParameterField } from './sweep-file.ts';

/** A parameter and the values that it takes, in their order. `title`, `unit`: what people read for its name and behind its values. */
export interface Parameter { name: string; levels: readonly Level[]; title?: Wording | undefined; unit?: Wording | undefined }

/** A value for each parameter, in the order of the parameters. */
export type Point = readonly Level[];

/** Digits that count in a value of a range: sums of steps do not show their rounding (0.1 + 0.2). */
const DIGITS = 12;

/** How many values a parameter takes; of a range that is not whole, none. */
export function levelCount({ values, from, until, step }: ParameterField): number {
  if (values) return values.length;
  // A step that is a share of the range comes a hair short of its end.
  return from === undefined || until === undefined || step === undefined || until < from ? 0 : Math.floor((until - from) / step + 1e-9) + 1;
}

export function levelsOf(given: ParameterField): Level[] {
  const { values, from = 0, step = 1 } = given;
  return values ?? Array.from({ length: levelCount(given) }, (_, at) => Number((from + at * step).toPrecision(DIGITS)));
}

/** How many points a design makes, before they are made; undefined where the number is not said. */
export function pointCount(design: Design, levelCounts: readonly number[]): number | undefined {
  if (design.by === 'list') return design.points.length;
  return design.by === 'latin-hypercube' ? design.samples : levelCounts.reduce((product, count) => product * count, 1);
}

/**
 * The points of a design. Grid: the last parameter turns fastest. Latin hypercube: the values of a parameter share its strata evenly, in their order;
 * where steps are few, two points may fall together, and stand once. List: as given.
 */
export function pointsOf(design: Design, parameters: readonly Parameter[]): Point[] {
  if (design.by === 'grid') return parameters.reduce<Point[]>((points, { levels }) => points.flatMap((point) => levels.map((level) => [...point, level])), [[]]);
  if (design.by === 'list') return design.points.map((row) => parameters.map(({ name }) => row[name]!));
  const drawn = latinHypercube(parameters.length, design.samples ?? 0, design.seed).map((shares) => parameters.map(({ levels }, at) => levels[Math.floor(shares[at]! * levels.length)]!));
  return [...new Map(drawn.map((point) => [pointKey(point), point])).values()];
}

/** Two points with the same key are the same. */
export const pointKey = (point: Point): string => JSON.stringify(point);
