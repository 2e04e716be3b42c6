import type { Device } from '@luma.gl/core';
import { drawModel, litGroundGlsl, makeModel, paint } from './model.ts';
import type { Drawing } from './frame.ts';
import { makeRowTexture } from './row-texture.ts';
import { makeTiles, type Bounds } from './tiles.ts';

/** Round patches of carriageway where ribbons meet. */
export interface Disc { xM: number; yM: number; radiusM: number; colour: readonly [number, number, number] }

const vs = `
uniform highp sampler2D rows;
out vec2 place;
flat out vec3 look;
void main() {
  int row = gl_VertexID / 6;
  int corner = gl_VertexID % 6;
  vec4 disc = readRow(rows, row, 0, 1);
  place = vec2(corner == 1 || corner == 2 || corner == 4 ? 1.0 : -1.0, corner == 2 || corner == 4 || corner == 5 ? 1.0 : -1.0);
  look = colourOf(disc.w);
  gl_Position = toClip(vec3(disc.xy + place * disc.z, 0.0));
}`;
const fs = `
${litGroundGlsl}
in vec2 place;
flat in vec3 look;
out vec4 colour;
void main() {
  float r = length(place);
  float alpha = clamp((1.0 - r) / max(fwidth(r), 1e-4), 0.0, 1.0);
  vec3 albedo = mix(linear(look), vec3(0.19, 0.195, 0.21), smoothstep(15.2, 17.2, frame.view.w) * 0.8);
  colour = vec4(toScreen(lit(albedo, luxHere())), 1.0) * alpha;
}`;

export function drawDiscs(device: Device, discs: readonly Disc[], visible: () => Bounds): Drawing {
  const tiles = makeTiles(discs.map(({ xM }) => xM), discs.map(({ yM }) => yM));
  const rows = new Float32Array(discs.length * 4);
  tiles.order.forEach((row, at) => {
    const { xM, yM, radiusM, colour } = discs[row]!;
    rows.set([xM, yM, radiusM, colour[0] * 65536 + colour[1] * 256 + colour[2]], at * 4);
  });
  const texture = makeRowTexture(device, 1, Math.max(1, discs.length), rows);
  const model = makeModel(device, { id: 'discs', vs, fs, textures: { rows: texture.texture }, parameters: paint.flat, vertexCount: 0 });
  return {
    draw(pass, frame, light) {
      if (frame.view[3]! < 14 || discs.length === 0) return;
      model.setBindings({ rows: texture.texture, light });
      for (const { first, count } of tiles.runs(visible())) drawModel(model, pass, frame, first * 6, count * 6);
    },
    destroy() { model.destroy(); texture.destroy(); },
  };
}
