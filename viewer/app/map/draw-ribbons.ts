import type { Device } from '@luma.gl/core';
import { drawModel, litGroundGlsl, makeModel, paint } from './model.ts';
import type { Drawing } from './frame.ts';
import { makeRowTexture } from './row-texture.ts';
import { makeTiles, type Bounds } from './tiles.ts';

/** How a ribbon looks. `kind`: lit ground (0), flat line of the map (1), dashed line of the map (2), road marking (3), dashed marking (4), bars across it, a metre from one to the next (5). */
export interface RibbonStyle {
  colour: readonly [number, number, number];
  widthM: number;
  leastPx: number;
  kind: 0 | 1 | 2 | 3 | 4 | 5;
  /** Bit of the layer that shows it; 0 = always. */
  layer: number;
  /** Zoom below which it fades out. */
  fromZoom: number;
}

/** Lines on the ground, as they pile up: later ones lie over earlier ones. */
export interface Ribbons { add(xM: ArrayLike<number>, yM: ArrayLike<number>, style: RibbonStyle): void; readonly rows: number[]; readonly midX: number[]; readonly midY: number[] }

const FLOATS = 16;

export function makeRibbons(): Ribbons {
  const rows: number[] = [], midX: number[] = [], midY: number[] = [];
  return {
    rows, midX, midY,
    add(xM, yM, { colour, widthM, leastPx, kind, layer, fromZoom }) {
      const normals = cornerNormals(xM, yM);
      let alongM = 0;
      for (let at = 0; at + 1 < xM.length; at++) {
        const stepM = Math.hypot(xM[at + 1]! - xM[at]!, yM[at + 1]! - yM[at]!);
        if (stepM < 1e-6) continue;
        rows.push(
          xM[at]!, yM[at]!, xM[at + 1]!, yM[at + 1]!,
          normals[2 * at]!, normals[2 * at + 1]!, normals[2 * at + 2]!, normals[2 * at + 3]!,
          widthM, leastPx, alongM, alongM + stepM,
          Math.round(colour[0]) * 65536 + Math.round(colour[1]) * 256 + Math.round(colour[2]), kind, layer, fromZoom,
        );
        midX.push((xM[at]! + xM[at + 1]!) / 2);
        midY.push((yM[at]! + yM[at + 1]!) / 2);
        alongM += stepM;
      }
    },
  };
}

/** At each corner the offset to the left for a ribbon of half width 1: mitred, but never more than twice as long. */
export function cornerNormals(xM: ArrayLike<number>, yM: ArrayLike<number>): Float64Array {
  const count = xM.length;
  const normals = new Float64Array(count * 2);
  const unit = (from: number, to: number): [number, number] => {
    const east = xM[to]! - xM[from]!, north = yM[to]! - yM[from]!;
    const length = Math.hypot(east, north) || 1;
    return [-north / length, east / length];
  };
  for (let at = 0; at < count; at++) {
    const before = at > 0 ? unit(at - 1, at) : unit(0, 1);
    const after = at + 1 < count ? unit(at, at + 1) : before;
    const sumX = before[0] + after[0], sumY = before[1] + after[1];
    const length = Math.hypot(sumX, sumY);
    const stretch = length < 1e-6 ? 0 : Math.min(2, 2 / length);
    normals[2 * at] = length < 1e-6 ? after[0] : (sumX / length) * stretch;
    normals[2 * at + 1] = length < 1e-6 ? after[1] : (sumY / length) * stretch;
  }
  return normals;
}

const vs = `
uniform highp sampler2D rows;
flat out vec4 look;      // colour, kind
out vec3 place;          // across -1..1, along m, half width px
flat out float shown;
void main() {
  int row = gl_VertexID / 6;
  int corner = gl_VertexID % 6;
  vec4 ends = readRow(rows, row, 0, 4);
  vec4 normals = readRow(rows, row, 1, 4);
  vec4 size = readRow(rows, row, 2, 4);
  vec4 style = readRow(rows, row, 3, 4);
  bool far = corner == 1 || corner == 2 || corner == 4;
  float side = (corner == 0 || corner == 1 || corner == 3) ? -1.0 : 1.0;
  int bits = int(frame.moment.z);
  int layer = int(style.z);
  float fade = clamp((frame.view.w - style.w) * 1.4 + 1.0, 0.0, 1.0);
  shown = (layer == 0 || (bits & layer) != 0) ? fade : 0.0;
  float leastM = size.y * frame.view.z;
  float widthM = max(size.x, leastM) + 1.5 * frame.view.z;
  // A line thinner than its least width pales instead of shrinking below it.
  vec2 at = far ? ends.zw : ends.xy;
  vec2 normal = far ? normals.zw : normals.xy;
  float kind = style.y;
  look = vec4(colourOf(style.x), kind);
  place = vec3(side * widthM * 0.5 / frame.view.z, far ? size.w : size.z, (widthM / frame.view.z - 1.5) * 0.5);
  gl_Position = shown > 0.004 ? toClip(vec3(at + normal * side * widthM * 0.5, 0.0)) : vec4(2.0, 2.0, 2.0, 1.0);
}`;

const fs = `
${litGroundGlsl}
flat in vec4 look;
in vec3 place;
flat in float shown;
out vec4 colour;
void main() {
  float edge = clamp(place.z - abs(place.x) + 0.5, 0.0, 1.0);
  float alpha = edge * shown;
  float dash = 1.0;
  if (look.w > 4.5) {
    // Bars as wide as the gaps between them; where a pixel holds several, their mean.
    float wide = fwidth(place.y), off = abs(fract(place.y) - 0.5);
    dash = wide > 0.6 ? 0.5 : smoothstep(0.25 + 0.5 * wide, 0.25 - 0.5 * wide, off);
  } else if (look.w > 3.5) dash = step(fract(place.y / 9.0), 0.36);
  else if (look.w > 1.5 && look.w < 2.5) dash = step(fract(place.y / (frame.view.z * 10.0)), 0.6);
  alpha *= dash;
  vec3 rgb;
  if (look.w > 0.5 && look.w < 2.5) {
    rgb = look.rgb * mix(0.85, 1.0, frame.sun.w);
    alpha *= 0.92;
  } else {
    vec3 albedo = linear(look.rgb);
    if (look.w < 0.5) albedo = mix(albedo, vec3(0.19, 0.195, 0.21), smoothstep(15.2, 17.2, frame.view.w) * 0.8);
    rgb = toScreen(lit(albedo, luxHere()));
  }
  colour = vec4(rgb, 1.0) * alpha;
}`;

/** Draws ribbons in the order in which they were added within each tile. */
export function drawRibbons(device: Device, id: string, ribbons: Ribbons, visible: () => Bounds, lowestZoom = 0): Drawing {
  const { rows, midX, midY } = ribbons;
  const tiles = makeTiles(midX, midY);
  const sorted = new Float32Array(rows.length);
  tiles.order.forEach((row, at) => { for (let k = 0; k < FLOATS; k++) sorted[at * FLOATS + k] = rows[row * FLOATS + k]!; });
  const texture = makeRowTexture(device, 4, Math.max(1, midX.length), sorted);
  const model = makeModel(device, { id, vs, fs, textures: { rows: texture.texture }, parameters: paint.flat, vertexCount: 0 });
  return {
    draw(pass, frame, light) {
      if (midX.length === 0 || frame.view[3]! < lowestZoom) return;
      model.setBindings({ rows: texture.texture, light });
      for (const { first, count } of tiles.runs(visible())) drawModel(model, pass, frame, first * 6, count * 6);
    },
    destroy() { model.destroy(); texture.destroy(); },
  };
}
