import { lightVerdict } from '../../../engine/lighting/compliance/compliance-at.ts';
import type { LayerSign } from '../map/layers.ts';
import { MARK_FLOATS, type StreetMarks } from '../map/draw-lit-streets.ts';

/** A kind of verdict as people see it: one sign for map, legend and list. The worst for the planner comes first. */
export interface VerdictSign { name: 'tooDim' | 'neverKeeps' | 'glaring' | 'dark' | 'overLit' | 'keeps'; verdicts: readonly number[]; sign: LayerSign; widthPx: number }

// Colours after Okabe and Ito (2008); width and dashes tell them apart without colour.
export const verdictSigns: readonly VerdictSign[] = [
  { name: 'tooDim', verdicts: [lightVerdict.tooDim], sign: { shape: 'line', colour: [213, 94, 0] }, widthPx: 5 },
  { name: 'neverKeeps', verdicts: [lightVerdict.notAtFull, lightVerdict.uneven], sign: { shape: 'dashes', colour: [190, 96, 150] }, widthPx: 3.4 },
  { name: 'glaring', verdicts: [lightVerdict.glaring], sign: { shape: 'dashes', colour: [213, 94, 0] }, widthPx: 3.4 },
  { name: 'dark', verdicts: [lightVerdict.dark], sign: { shape: 'dashes', colour: [120, 126, 140] }, widthPx: 2.4 },
  { name: 'overLit', verdicts: [lightVerdict.overLit], sign: { shape: 'dashes', colour: [40, 140, 205] }, widthPx: 2.4 },
  { name: 'keeps', verdicts: [lightVerdict.keeps], sign: { shape: 'line', colour: [0, 158, 115] }, widthPx: 1.8 },
];

export const signOf = (verdict: number): VerdictSign | undefined => verdictSigns.find(({ verdicts }) => verdicts.includes(verdict));

const NOT_MARKED = [0, 0, 0] as const;
const bySign = new Map(verdictSigns.flatMap(({ verdicts, sign: { shape, colour: [r, g, b] }, widthPx }) => verdicts.map((verdict) => [verdict, [r * 65536 + g * 256 + b, widthPx, shape === 'dashes' ? 1 : 0]] as const)));

/** Marks the street of a row by its verdict; one without a sign is not marked. */
export function markStreet(marks: StreetMarks, row: number, verdict: number): void {
  const mark = bySign.get(verdict);
  marks.set(mark ?? NOT_MARKED, row * MARK_FLOATS);
}
