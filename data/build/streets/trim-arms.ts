import type { RawNode } from '../raw-city.ts';
import { pieceWidthM } from './lane-widths.ts';
import { headingAtStart, lineLengthM, reversedLine, type Heading, type Line } from './line.ts';
import { lineOf } from './move-signals.ts';
import type { Piece } from './street-plan.ts';

/** How much of a street's line belongs to the junctions at its ends. */
export interface Trim { fromM: number; toM: number }

/** A stop line stays this far from the edge of the crossing street: room for a corner of that radius, with signals also for a pedestrian crossing. */
const SETBACK_M = { plain: 3, signals: 4, bend: 1 };
/** Where lanes end or begin, the carriageway changes its width over twice this length: a few metres are too short to merge at speed. */
const TAPER_M = 15;
/** Streets that meet at a sharp angle share ground for long; further than this it is cut off. Ramps run beside their road longest. */
const LONGEST_TRIM_M = { town: 18, ramp: 60 };
/** A street keeps at least this length, or this share of a short one. */
const LEAST_LENGTH_M = 8, LEAST_SHARE = 0.6;
const DIRECTION_WITHIN_M = 12;

interface Arm { piece: number; isStart: boolean; line: Line; outward: Heading; halfWidthM: number; isFast: boolean }

/** Cuts every street back from its junctions until its end lies clear of the others. */
export function trimArms(nodes: readonly RawNode[], pieces: readonly Piece[], junctionOf: Int32Array, signalled: ReadonlySet<number>): Trim[] {
  const trims = pieces.map(() => ({ fromM: 0, toM: 0 }));
  const arms = new Map<number, Arm[]>();
  pieces.forEach((piece, row) => {
    const line = lineOf(nodes, piece.nodes), halfWidthM = pieceWidthM(piece) / 2;
    const isFast = piece.way.class === 'motorway' || piece.way.class === 'trunk';
    for (const isStart of [true, false]) {
      const outwardLine = isStart ? line : reversedLine(line);
      const outward = headingAtStart(outwardLine, Math.min(DIRECTION_WITHIN_M, lineLengthM(line)));
      const junction = junctionOf[isStart ? piece.nodes[0]! : piece.nodes.at(-1)!]!;
      arms.set(junction, [...(arms.get(junction) ?? []), { piece: row, isStart, line: outwardLine, outward, halfWidthM, isFast }]);
    }
  });
  for (const [junction, here] of arms) {
    for (const arm of here) {
      const clearM = Math.max(0, ...here.filter((other) => other !== arm).map((other) => clearOfM(arm, other)));
      const setbackM = here.length === 1 ? 0 : here.length === 2 ? (here[0]!.halfWidthM === here[1]!.halfWidthM ? SETBACK_M.bend : TAPER_M) : signalled.has(junction) ? SETBACK_M.signals : SETBACK_M.plain;
      trims[arm.piece]![arm.isStart ? 'fromM' : 'toM'] = clearM + setbackM;
    }
  }
  pieces.forEach((piece, row) => shorten(trims[row]!, lineLengthM(lineOf(nodes, piece.nodes))));
  return trims;
}

/** From the start of an arm to where its edge meets the facing edge of another. */
function clearOfM(arm: Arm, other: Arm): number {
  const { outward: u } = arm, { outward: v } = other;
  const sine = u.east * v.north - u.north * v.east, cosine = u.east * v.east + u.north * v.north;
  const longestM = arm.isFast && other.isFast ? LONGEST_TRIM_M.ramp : LONGEST_TRIM_M.town;
  // Nearly opposite: one goes on as the other.
  if (cosine < -0.94) return 0;
  if (Math.abs(sine) < 0.02) return longestM;
  const side = sine > 0 ? 1 : -1;
  const fromX = arm.line[0]! - side * arm.halfWidthM * u.north, fromY = arm.line[1]! + side * arm.halfWidthM * u.east;
  const toX = other.line[0]! + side * other.halfWidthM * v.north, toY = other.line[1]! - side * other.halfWidthM * v.east;
  const alongM = ((toX - fromX) * v.north - (toY - fromY) * v.east) / sine;
  // At an obtuse angle no more than the half width of the other can be in the way.
  return Math.min(alongM, cosine < 0 ? other.halfWidthM * 1.5 + offsetM(arm, other) : longestM);
}

const offsetM = (arm: Arm, other: Arm): number => {
  const east = arm.line[0]! - other.line[0]!, north = arm.line[1]! - other.line[1]!;
  return Math.sqrt(east * east + north * north);
};

/** Short streets are cut less, so that some of them is left. */
function shorten(trim: Trim, lengthM: number): void {
  const mostM = lengthM - Math.min(LEAST_LENGTH_M, lengthM * LEAST_SHARE), wantedM = trim.fromM + trim.toM;
  if (wantedM <= mostM) return;
  trim.fromM *= mostM / wantedM;
  trim.toM *= mostM / wantedM;
}
