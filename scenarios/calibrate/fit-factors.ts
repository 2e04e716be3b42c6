import { exp } from '../../engine/foundation/exact-math.ts';
import { makeUnknowns, type Belief, type Unknowns } from './belief.ts';
import type { DemandCells } from './demand-cells.ts';
import type { LinkCountTable } from './link-count-table.ts';
import { seenBy, type Passages } from './passages.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';

/** Counting errs by this share of the count (loops, and one weekday for another; assumed), and by chance as events do (Poisson). */
const COUNT_DEVIATION = 0.05;

/** What the model sees of a count may be off by this share though the demand is right: routes and times are not those of that day. */
const MODEL_DEVIATION = 0.05;

const ROUNDS = 12, INNER_ROUNDS = 60;

/** No group of trips grows or shrinks by more than this, as a logarithm: a count that asks for more is a wrong count. */
const MOST_LOG = 2.3;

/**
 * The factors for the cells of a demand that agree best with the counts and with the demand itself: the most likely ones if
 * both err as assumed (generalised least squares, Cascetta 1984; Maher 1983), with errors of the demand that groups of cells
 * share and that multiply. Solved by Gauss and Newton's rounds, each by conjugate gradients (Hestenes and Stiefel 1952).
 */
export function fitFactors(twin: ReadingTwin, cells: DemandCells, passages: Passages, counts: LinkCountTable, belief: Belief): Float64Array {
  const unknowns = makeUnknowns(twin, cells, belief);
  // Counted in their own deviations: all unknowns start at 0 and are as likely to be 1 as to be -1.
  let x = new Float64Array(unknowns.count), factor = new Float64Array(cells.count).fill(1);
  const weight = Float64Array.from({ length: counts.count }, (_, row) => {
    const counted = counts.vehicleCount[row]!;
    return 1 / (Math.max(1, counted) + (COUNT_DEVIATION * COUNT_DEVIATION + MODEL_DEVIATION * MODEL_DEVIATION) * counted * counted);
  });
  let cost = costOf(seenBy(cells, passages, factor), counts, weight, x);
  for (let round = 0; round < ROUNDS; round++) {
    const seen = seenBy(cells, passages, factor);
    const pull = Float64Array.from(seen, (vehicles, row) => weight[row]! * (counts.vehicleCount[row]! - vehicles));
    const slope = towardsUnknowns(cells, passages, unknowns, factor, pull);
    for (let one = 0; one < slope.length; one++) slope[one]! -= x[one]!;
    const direction = conjugateGradients((v) => curvature(cells, passages, unknowns, factor, weight, v), slope);
    let length = 1, better = false;
    for (; length > 0.01 && !better; length /= 2) {
      const nextX = x.map((value, one) => value + length * direction[one]!), nextFactor = factorsOf(cells, unknowns, nextX);
      const nextCost = costOf(seenBy(cells, passages, nextFactor), counts, weight, nextX);
      if (!(nextCost < cost)) continue;
      better = true;
      const gained = cost - nextCost;
      x = nextX; factor = nextFactor; cost = nextCost;
      if (gained < 1e-6 * cost) return factor;
    }
    if (!better) break;
  }
  return factor;
}

function costOf(seen: Float64Array, counts: LinkCountTable, weight: Float64Array, x: Float64Array): number {
  let cost = 0;
  for (let row = 0; row < seen.length; row++) cost += weight[row]! * (seen[row]! - counts.vehicleCount[row]!) * (seen[row]! - counts.vehicleCount[row]!);
  for (const value of x) cost += value * value;
  return cost / 2;
}

function factorsOf(cells: DemandCells, { levels, member, deviation }: Unknowns, x: Float64Array): Float64Array<ArrayBuffer> {
  const factor = new Float64Array(cells.count);
  for (let cell = 0; cell < cells.count; cell++) {
    let sum = 0;
    for (let at = cell * levels; at < (cell + 1) * levels; at++) sum += deviation[member[at]!]! * x[member[at]!]!;
    factor[cell] = exp(Math.min(MOST_LOG, Math.max(-MOST_LOG, sum)));
  }
  return factor;
}

/** How what the counts see changes with the unknowns, transposed: from values by count to values by unknown. */
function towardsUnknowns(cells: DemandCells, { firstOf, countRow, share }: Passages, { count, levels, member, deviation }: Unknowns, factor: Float64Array, values: Float64Array): Float64Array {
  const sums = new Float64Array(count);
  for (let cell = 0; cell < cells.count; cell++) {
    let sum = 0;
    for (let row = firstOf[cell]!; row < firstOf[cell + 1]!; row++) sum += share[row]! * values[countRow[row]!]!;
    sum *= cells.departures[cell]! * factor[cell]!;
    for (let at = cell * levels; at < (cell + 1) * levels; at++) sums[member[at]!]! += deviation[member[at]!]! * sum;
  }
  return sums;
}

/** The same, forward. */
function towardsCounts(cells: DemandCells, { firstOf, countRow, share, fixed }: Passages, { levels, member, deviation }: Unknowns, factor: Float64Array, v: Float64Array): Float64Array {
  const changes = new Float64Array(fixed.length);
  for (let cell = 0; cell < cells.count; cell++) {
    let sum = 0;
    for (let at = cell * levels; at < (cell + 1) * levels; at++) sum += deviation[member[at]!]! * v[member[at]!]!;
    sum *= cells.departures[cell]! * factor[cell]!;
    for (let row = firstOf[cell]!; row < firstOf[cell + 1]!; row++) changes[countRow[row]!]! += share[row]! * sum;
  }
  return changes;
}

function curvature(cells: DemandCells, passages: Passages, unknowns: Unknowns, factor: Float64Array, weight: Float64Array, v: Float64Array): Float64Array {
  const changes = towardsCounts(cells, passages, unknowns, factor, v);
  for (let row = 0; row < changes.length; row++) changes[row]! *= weight[row]!;
  const back = towardsUnknowns(cells, passages, unknowns, factor, changes);
  for (let one = 0; one < back.length; one++) back[one]! += v[one]!;
  return back;
}

/** Solves M x = b for a symmetric positive M given as its product with a vector. */
export function conjugateGradients(product: (v: Float64Array) => Float64Array, b: Float64Array): Float64Array {
  const x = new Float64Array(b.length), rest = b.slice(), direction = b.slice();
  const dot = (one: Float64Array, other: Float64Array) => one.reduce((sum, value, at) => sum + value * other[at]!, 0);
  let left2 = dot(rest, rest);
  const enough2 = 1e-10 * left2;
  for (let round = 0; round < INNER_ROUNDS && left2 > enough2; round++) {
    const turned = product(direction), step = left2 / dot(direction, turned);
    for (let at = 0; at < x.length; at++) {
      x[at]! += step * direction[at]!;
      rest[at]! -= step * turned[at]!;
    }
    const next2 = dot(rest, rest);
    for (let at = 0; at < x.length; at++) direction[at] = rest[at]! + (next2 / left2) * direction[at]!;
    left2 = next2;
  }
  return x;
}
