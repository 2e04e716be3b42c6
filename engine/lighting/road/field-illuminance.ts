import { pointsAcross, type Points } from './field-points.ts';
import { shareAt, type ReadyField } from './field-work.ts';
import { candelaPerKlm } from './light-towards.ts';

/** Luminaires no farther from a point than this, in mounting heights, light it (EN 13201-3:2015). */
const WITHIN_H = 5;
/** Strips along the edges of a carriageway are at most this wide. */
const WIDEST_STRIP_M = 5;

/** Horizontal illuminance on a strip of road: mean and least, in lx for each 1,000 lm of a luminaire, new. */
export interface StripLight { meanLx: number; leastLx: number }

/** E = sum of I H / d³, d from the luminaire to the point: the inverse square, and the cosine of incidence. */
export function pointIlluminance(field: ReadyField, xM: number, yM: number): number {
  const { installation: { heightM, spacingM }, light, rows } = field, reachM = WITHIN_H * heightM;
  let lx = 0;
  for (let row = 0; row < rows.length; row++) {
    const { yM: lampYM, startM, facing } = rows[row]!, acrossM = yM - lampYM;
    const last = Math.floor((xM + reachM - startM) / spacingM);
    for (let spacings = Math.ceil((xM - reachM - startM) / spacingM); spacings <= last; spacings++) {
      const alongM = xM - startM - spacings * spacingM, flat2 = alongM * alongM + acrossM * acrossM;
      if (flat2 > reachM * reachM) continue;
      const share = shareAt(field, row, spacings);
      if (share === 0) continue;
      const distance2 = flat2 + heightM * heightM;
      lx += (share * candelaPerKlm(light, facing * alongM, facing * acrossM, heightM) * heightM) / (distance2 * Math.sqrt(distance2));
    }
  }
  return lx;
}

/** Mean and least illuminance at points half a step inside a strip that starts at `fromYM`; into `grid`, where given, row by row across. */
export function stripIlluminance(field: ReadyField, fromYM: number, across: Points, into: StripLight, grid?: Float64Array): void {
  const { count, stepM } = field.along, isMirrored = field.light.isMirrored && field.outputShares.length === 1;
  // Any arrangement of such luminaires is its own mirror image about the middle of the field: half of the points say it all.
  const computed = isMirrored ? Math.ceil(count / 2) : count;
  let sum = 0, least = Infinity;
  for (let row = 0; row < across.count; row++) {
    for (let step = 0; step < computed; step++) {
      const lx = pointIlluminance(field, (step + 0.5) * stepM, fromYM + (row + 0.5) * across.stepM);
      const mirrored = isMirrored ? count - 1 - step : step;
      sum += mirrored === step ? lx : 2 * lx;
      if (lx < least) least = lx;
      if (!grid) continue;
      grid[row * count + step] = lx;
      grid[row * count + mirrored] = lx;
    }
  }
  into.meanLx = sum / (count * across.count);
  into.leastLx = least;
}

/** Edges of a carriageway: light just outside and just inside of that at y = 0, then of the other. */
export const EDGE_STRIPS = 4;

/** Mean illuminance on the strips along both edges, in lx for each 1,000 lm. They are half the carriageway wide, 5 m at most. */
export function edgeIlluminance(field: ReadyField, into: Float64Array): void {
  const { widthM } = field.installation, stripM = Math.min(WIDEST_STRIP_M, widthM / 2), across = pointsAcross(stripM), strip: StripLight = { meanLx: 0, leastLx: 0 };
  [-stripM, 0, widthM, widthM - stripM].forEach((fromYM, edge) => {
    stripIlluminance(field, fromYM, across, strip);
    into[edge] = strip.meanLx;
  });
}

/** Edge illuminance ratio, REI: light on a strip just outside an edge over that on as wide a strip just inside; of the edge where it is less. 0 where nothing lights the edge. */
export function edgeIlluminanceRatio(edgesLx: ArrayLike<number>): number {
  const ratio = (outside: number, inside: number): number => (inside > 0 ? outside / inside : 0);
  return Math.min(ratio(edgesLx[0]!, edgesLx[1]!), ratio(edgesLx[2]!, edgesLx[3]!));
}
