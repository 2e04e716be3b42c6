import type { Device } from '@luma.gl/core';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { cornersOf } from './city-ribbons.ts';
import { cornerNormals } from './draw-ribbons.ts';
import type { Drawing } from './frame.ts';
import { drawModel, makeModel, paint } from './model.ts';
import { makeRowTexture } from './row-texture.ts';
import { makeTiles, type Bounds } from './tiles.ts';

/** How a lit street is marked: four floats a row of `litStreets`: colour 0xRRGGBB, width px (0: not marked), number of `markPattern`, spare. */
export type StreetMarks = Float32Array;
export const MARK_FLOATS = 4;
/** How the line is broken up. */
export const markPattern = { line: 0, dashes: 1, dots: 2, 'dash-dots': 3 } as const;

const FLOATS = 12;

const vs = `
uniform highp sampler2D rows;
uniform highp sampler2D marks;
flat out vec4 look;      // colour, pattern
out vec3 place;          // across -1..1, along m, half width px
void main() {
  int row = gl_VertexID / 6;
  int corner = gl_VertexID % 6;
  vec4 ends = readRow(rows, row, 0, 3);
  vec4 normals = readRow(rows, row, 1, 3);
  vec4 rest = readRow(rows, row, 2, 3);
  vec4 mark = readRow(marks, int(rest.x), 0, 1);
  bool far = corner == 1 || corner == 2 || corner == 4;
  float side = (corner == 0 || corner == 1 || corner == 3) ? -1.0 : 1.0;
  // A street far away is thinner, so that a whole city of marks can still be told apart.
  float px = mark.y * mix(0.62, 1.0, smoothstep(11.5, 15.0, frame.view.w));
  float widthM = (px + 1.5) * frame.view.z;
  vec2 at = far ? ends.zw : ends.xy;
  vec2 normal = far ? normals.zw : normals.xy;
  look = vec4(colourOf(mark.x), mark.z);
  place = vec3(side * widthM * 0.5 / frame.view.z, far ? rest.z : rest.y, px * 0.5);
  gl_Position = mark.y > 0.0 ? toClip(vec3(at + normal * side * widthM * 0.5, 0.0)) : vec4(2.0, 2.0, 2.0, 1.0);
}`;

const fs = `
flat in vec4 look;
in vec3 place;
out vec4 colour;
void main() {
  float alpha = clamp(place.z - abs(place.x) + 0.5, 0.0, 1.0);
  float alongPx = place.y / frame.view.z;
  if (look.w > 2.5) {
    float at = fract(alongPx / 17.0);
    alpha *= max(step(at, 0.47), step(0.65, at) * step(at, 0.82));
  } else if (look.w > 1.5) {
    float apartPx = max(6.0, place.z * 3.6);
    alpha = clamp(place.z - length(vec2(place.x, (fract(alongPx / apartPx) - 0.5) * apartPx)) + 0.5, 0.0, 1.0);
  } else if (look.w > 0.5) alpha *= step(fract(alongPx / 11.0), 0.58);
  colour = vec4(look.rgb, 1.0) * alpha * 0.95;
}`;

/** Lines along lit streets that tell something of each by colour, width and pattern; nothing until marks are set. */
export function drawLitStreets(device: Device, twin: ReadingTwin, visible: () => Bounds): Drawing & { setMarks(marks: StreetMarks | undefined): void } {
  const { litStreets, streets } = twin, rows: number[] = [], midX: number[] = [], midY: number[] = [];
  for (let row = 0; row < litStreets.count; row++) {
    const street = litStreets.street[row]!, { xM, yM } = cornersOf(twin, streets.firstPoint[street]!, streets.pointCount[street]!);
    const normals = cornerNormals(xM, yM);
    for (let at = 0, alongM = 0; at + 1 < xM.length; at++) {
      const stepM = Math.hypot(xM[at + 1]! - xM[at]!, yM[at + 1]! - yM[at]!);
      rows.push(xM[at]!, yM[at]!, xM[at + 1]!, yM[at + 1]!, normals[2 * at]!, normals[2 * at + 1]!, normals[2 * at + 2]!, normals[2 * at + 3]!, row, alongM, alongM + stepM, 0);
      midX.push((xM[at]! + xM[at + 1]!) / 2);
      midY.push((yM[at]! + yM[at + 1]!) / 2);
      alongM += stepM;
    }
  }
  const tiles = makeTiles(midX, midY), sorted = new Float32Array(rows.length);
  tiles.order.forEach((row, at) => { for (let k = 0; k < FLOATS; k++) sorted[at * FLOATS + k] = rows[row * FLOATS + k]!; });
  const texture = makeRowTexture(device, 3, Math.max(1, midX.length), sorted), marks = makeRowTexture(device, 1, Math.max(1, litStreets.count));
  const model = makeModel(device, { id: 'lit-streets', vs, fs, textures: { rows: texture.texture, marks: marks.texture }, parameters: paint.glow, vertexCount: 0 });
  let shown = false;
  return {
    setMarks(given) {
      shown = given !== undefined;
      if (given) marks.write(given, litStreets.count);
    },
    draw(pass, frame) {
      if (!shown) return;
      for (const { first, count } of tiles.runs(visible())) drawModel(model, pass, frame, first * 6, count * 6);
    },
    destroy() { model.destroy(); texture.destroy(); marks.destroy(); },
  };
}
