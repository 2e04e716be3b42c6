import { lightVerdict } from '../../../engine/lighting/compliance/compliance-at.ts';
import type { LayerSign } from '../map/layers.ts';
import { MARK_FLOATS, markPattern, type StreetMarks } from '../map/draw-lit-streets.ts';

/** A kind of verdict as people see it: one sign for map, legend and list. The worst for the planner comes first. */
export interface VerdictSign { name: 'tooDim' | 'neverKeeps' | 'glaring' | 'dark' | 'overLit' | 'keeps'; verdicts: readonly number[]; sign: LayerSign & { shape: keyof typeof markPattern }; widthPx: number }

// Colours after Okabe and Ito (2008); width and pattern tell them apart without colour.
export const verdictSigns: readonly VerdictSign[] = [
  { name: 'tooDim', verdicts: [lightVerdict.tooDim], sign: { shape: 'line', colour: [213, 94, 0] }, widthPx: 5 },
  { name: 'neverKeeps', verdicts: [lightVerdict.notAtFull, lightVerdict.uneven], sign: { shape: 'dashes', colour: [190, 96, 150] }, widthPx: 3.4 },
  { name: 'glaring', verdicts: [lightVerdict.glaring], sign: { shape: 'dots', colour: [213, 94, 0] }, widthPx: 5 },
  { name: 'dark', verdicts: [lightVerdict.dark], sign: { shape: 'dashes', colour: [120, 126, 140] }, widthPx: 2.4 },
  { name: 'overLit', verdicts: [lightVerdict.overLit], sign: { shape: 'dash-dots', colour: [40, 140, 205] }, widthPx: 2.4 },
  { name: 'keeps', verdicts: [lightVerdict.keeps], sign: { shape: 'line', colour: [0, 158, 115] }, widthPx: 1.8 },
];

export const signOf = (verdict: number): VerdictSign | undefined => verdictSigns.find(({ verdicts }) => verdicts.includes(verdict));

/** Four floats of a mark, by verdict; none of one without a sign. */
const marksOf = new Float32Array(Object.keys(lightVerdict).length * MARK_FLOATS);
for (const { verdicts, sign: { shape, colour: [r, g, b] }, widthPx } of verdictSigns) {
  for (const verdict of verdicts) marksOf.set([r * 65536 + g * 256 + b, widthPx, markPattern[shape], 0], verdict * MARK_FLOATS);
}

/** Marks the street of a row by its verdict; one without a sign is not marked. */
export function markStreet(marks: StreetMarks, row: number, verdict: number): void {
  for (let at = 0; at < MARK_FLOATS; at++) marks[row * MARK_FLOATS + at] = marksOf[verdict * MARK_FLOATS + at]!;
}
