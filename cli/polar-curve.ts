import { intensityCdPerKlm } from '../engine/lighting/photometry/intensity.ts';
import type { IntensityTable } from '../engine/twin/photometric-flux.ts';

const HALF_COLUMNS = 30;
/** Characters are about twice as high as wide. */
const ROWS_PER_COLUMN = 0.5;
const STEP_DEG = 1;

/** The curves of the planes C0-C180 (x) and C90-C270 (o) around the light centre (+), drawn in characters; the largest intensity of both reaches the edge. */
export function polarCurve(table: IntensityTable, mostCdPerKlm: number): string[] {
  const halfRows = HALF_COLUMNS * ROWS_PER_COLUMN, marks = new Map<string, string>();
  const mark = (column: number, row: number, sign: string): void => {
    const at = `${column} ${row}`;
    marks.set(at, marks.has(at) && marks.get(at) !== sign ? '#' : sign);
  };
  for (const [rightDeg, sign] of [[0, 'x'], [90, 'o']] as const)
    for (const [cDeg, side] of [[rightDeg, 1], [rightDeg + 180, -1]] as const)
      for (let gammaDeg = 0; gammaDeg <= 180; gammaDeg += STEP_DEG) {
        const reach = intensityCdPerKlm(table, cDeg, gammaDeg) / mostCdPerKlm, angle = (gammaDeg * Math.PI) / 180;
        if (reach > 0) mark(Math.round(side * Math.sin(angle) * reach * HALF_COLUMNS), Math.round(Math.cos(angle) * reach * halfRows), sign);
      }
  marks.set('0 0', '+');
  const rows = [...marks.keys()].map((at) => Number(at.split(' ')[1])), lines: string[] = [];
  for (let row = Math.min(...rows); row <= Math.max(...rows); row++)
    lines.push(Array.from({ length: 2 * HALF_COLUMNS + 1 }, (_, column) => marks.get(`${column - HALF_COLUMNS} ${row}`) ?? ' ').join('').trimEnd());
  return lines;
}
