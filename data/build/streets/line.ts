import { atan2 } from '../../../engine/foundation/exact-math.ts';

/** Corners of a line, flat: [x, y, x, y ...] in metres east and north. */
export type Line = number[];

/** Unit vector. */
export interface Heading { east: number; north: number }

const distanceM = (ax: number, ay: number, bx: number, by: number): number => Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));

export function lineLengthM(line: readonly number[]): number {
  let lengthM = 0;
  for (let at = 2; at < line.length; at += 2) lengthM += distanceM(line[at - 2]!, line[at - 1]!, line[at]!, line[at + 1]!);
  return lengthM;
}

/** The place `alongM` along a line; its ends beyond them. */
export function pointOn(line: readonly number[], alongM: number): [number, number] {
  let restM = alongM;
  for (let at = 2; at < line.length; at += 2) {
    const stepM = distanceM(line[at - 2]!, line[at - 1]!, line[at]!, line[at + 1]!);
    if (restM <= stepM && stepM > 0) {
      const share = Math.max(0, restM / stepM);
      return [line[at - 2]! + (line[at]! - line[at - 2]!) * share, line[at - 1]! + (line[at + 1]! - line[at - 1]!) * share];
    }
    restM -= stepM;
  }
  return [line[line.length - 2]!, line[line.length - 1]!];
}

/** The stretch of a line between two distances from its start. */
export function stretchOf(line: readonly number[], fromM: number, untilM: number): Line {
  const stretch: Line = [...pointOn(line, fromM)];
  let alongM = 0;
  for (let at = 2; at < line.length; at += 2) {
    alongM += distanceM(line[at - 2]!, line[at - 1]!, line[at]!, line[at + 1]!);
    if (alongM > fromM + 0.05 && alongM < untilM - 0.05) stretch.push(line[at]!, line[at + 1]!);
  }
  stretch.push(...pointOn(line, untilM));
  return stretch;
}

export function reversedLine(line: readonly number[]): Line {
  const reversed: Line = [];
  for (let at = line.length - 2; at >= 0; at -= 2) reversed.push(line[at]!, line[at + 1]!);
  return reversed;
}

/** From the start of a line towards the place `withinM` along it. */
export function headingAtStart(line: readonly number[], withinM: number): Heading {
  const [x, y] = pointOn(line, withinM);
  const lengthM = distanceM(line[0]!, line[1]!, x, y);
  return lengthM > 0 ? { east: (x - line[0]!) / lengthM, north: (y - line[1]!) / lengthM } : { east: 1, north: 0 };
}

export function headingAtEnd(line: readonly number[], withinM: number): Heading {
  const { east, north } = headingAtStart(reversedLine(line), withinM);
  return { east: -east, north: -north };
}

/** Counterclockwise from one heading to another, in (-π, π]: positive to the left. */
export const turnRad = (from: Heading, to: Heading): number =>
  atan2(from.east * to.north - from.north * to.east, from.east * to.east + from.north * to.north);

// A mitre longer than this many offsets is cut: hairpins would shoot far out.
const LONGEST_MITRE = 2;

/** A line beside another, `leftM` to its left (negative: right). Corners are mitred. */
export function besideLine(line: readonly number[], leftM: number): Line {
  const beside: Line = [];
  for (let at = 0; at < line.length; at += 2) {
    const before = at > 0 ? segmentHeading(line, at - 2) : undefined, after = at < line.length - 2 ? segmentHeading(line, at) : undefined;
    const one = before ?? after!, other = after ?? before!;
    let leftEast = -(one.north + other.north), leftNorth = one.east + other.east;
    const square = leftEast * leftEast + leftNorth * leftNorth;
    // The sum of two unit normals is 2 cos(half the bend) long; the mitre is 1 / cos(half the bend).
    const scale = square > 0 ? Math.min(2 / square, LONGEST_MITRE / Math.sqrt(square)) : 0;
    if (square === 0) { leftEast = -one.north; leftNorth = one.east; }
    const byM = square === 0 ? leftM : leftM * scale;
    beside.push(line[at]! + leftEast * byM, line[at + 1]! + leftNorth * byM);
  }
  return beside;
}

function segmentHeading(line: readonly number[], at: number): Heading {
  const lengthM = distanceM(line[at]!, line[at + 1]!, line[at + 2]!, line[at + 3]!);
  return lengthM > 0 ? { east: (line[at + 2]! - line[at]!) / lengthM, north: (line[at + 3]! - line[at + 1]!) / lengthM } : { east: 1, north: 0 };
}

/** The line without corners that lie on top of the one before; both ends are kept. */
export function withoutDoubles(line: readonly number[]): Line {
  const clean: Line = [line[0]!, line[1]!];
  for (let at = 2; at < line.length; at += 2) {
    const far = distanceM(clean[clean.length - 2]!, clean[clean.length - 1]!, line[at]!, line[at + 1]!) > 0.05;
    if (far) clean.push(line[at]!, line[at + 1]!);
    else if (at === line.length - 2 && clean.length > 2) clean.splice(clean.length - 2, 2, line[at]!, line[at + 1]!);
  }
  return clean.length === 2 ? [...clean, line[line.length - 2]!, line[line.length - 1]!] : clean;
}
