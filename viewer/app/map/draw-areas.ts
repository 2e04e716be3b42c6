import type { Device } from '@luma.gl/core';
import { drawModel, litGroundGlsl, makeModel, paint } from './model.ts';
import type { Drawing } from './frame.ts';
import { makeRowTexture } from './row-texture.ts';
import { triangles } from './triangles.ts';

/** A filled outline on the ground. */
export interface GroundArea { xM: ArrayLike<number>; yM: ArrayLike<number>; colour: readonly [number, number, number]; alphaShare: number; layer: number }

const vs = `
uniform highp sampler2D rows;
flat out vec4 look;
void main() {
  int row = gl_VertexID / 3;
  int corner = gl_VertexID % 3;
  vec4 first = readRow(rows, row, 0, 3);
  vec4 second = readRow(rows, row, 1, 3);
  vec4 rest = readRow(rows, row, 2, 3);
  vec2 at = corner == 0 ? first.xy : corner == 1 ? first.zw : second.xy;
  int layer = int(rest.y);
  bool shown = layer == 0 || (int(frame.moment.z) & layer) != 0;
  look = vec4(colourOf(second.z), second.w);
  gl_Position = shown ? toClip(vec3(at, 0.0)) : vec4(2.0, 2.0, 2.0, 1.0);
}`;
const fs = `
${litGroundGlsl}
flat in vec4 look;
out vec4 colour;
void main() { colour = vec4(toScreen(lit(linear(look.rgb), luxHere())), 1.0) * look.w; }`;

export function drawAreas(device: Device, id: string, areas: readonly GroundArea[]): Drawing {
  const rows: number[] = [];
  for (const { xM, yM, colour, alphaShare, layer } of areas) {
    const corners = triangles(xM, yM);
    const packed = colour[0] * 65536 + colour[1] * 256 + colour[2];
    for (let at = 0; at < corners.length; at += 3) {
      const [a, b, c] = [corners[at]!, corners[at + 1]!, corners[at + 2]!];
      rows.push(xM[a]!, yM[a]!, xM[b]!, yM[b]!, xM[c]!, yM[c]!, packed, alphaShare, 0, layer, 0, 0);
    }
  }
  const count = rows.length / 12;
  const texture = makeRowTexture(device, 3, Math.max(1, count), Float32Array.from(rows));
  const model = makeModel(device, { id, vs, fs, textures: { rows: texture.texture }, parameters: paint.flat, vertexCount: 0 });
  return {
    draw(pass, frame, light) {
      model.setBindings({ rows: texture.texture, light });
      drawModel(model, pass, frame, 0, count * 3);
    },
    destroy() { model.destroy(); texture.destroy(); },
  };
}

const backgroundVs = `
void main() {
  vec2 at = vec2(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0);
  gl_Position = vec4(at, 0.9999, 1.0);
}`;
const backgroundFs = `
${litGroundGlsl}
out vec4 colour;
void main() { colour = vec4(toScreen(lit(linear(vec3(0.755, 0.745, 0.715)), luxHere())), 1.0); }`;

/** The ground that everything stands on. */
export function drawBackground(device: Device): Drawing {
  const model = makeModel(device, { id: 'background', vs: backgroundVs, fs: backgroundFs, parameters: paint.flat, vertexCount: 3 });
  return {
    draw(pass, frame, light) {
      model.setBindings({ light });
      drawModel(model, pass, frame, 0, 3);
    },
    destroy: () => model.destroy(),
  };
}
