import type { Device } from '@luma.gl/core';
import { drawModel, makeModel, paint } from './model.ts';
import type { Drawing } from './frame.ts';
import { makeRowTexture } from './row-texture.ts';

/** Shapes of map signs: told apart without colour. */
export const markerShape = { circle: 0, square: 1, diamond: 2, triangle: 3, ring: 4, cross: 5 } as const;

/** A sign on the map. */
export interface Marker { xM: number; yM: number; colour: readonly [number, number, number]; shape: number; sizePx: number; layer: number; fromZoom: number }

const vs = `
uniform highp sampler2D rows;
flat out vec4 look;
flat out float size;
flat out float shown;
void main() {
  vec4 place = readRow(rows, gl_VertexID, 0, 2);
  vec4 rest = readRow(rows, gl_VertexID, 1, 2);
  look = vec4(colourOf(place.z), rest.x);
  shown = clamp((frame.view.w - rest.w) * 2.0 + 1.0, 0.0, 1.0) * ((int(frame.moment.z) & int(rest.z)) != 0 || rest.z < 0.5 ? 1.0 : 0.0);
  float grow = mix(0.62, 1.15, smoothstep(11.0, 16.0, frame.view.w));
  size = rest.y * frame.moment.y * grow + 4.0;
  gl_Position = shown > 0.01 ? toClip(vec3(place.xy, 1.0)) : vec4(2.0, 2.0, 2.0, 1.0);
  gl_PointSize = size;
}`;
const fs = `
flat in vec4 look;
flat in float size;
flat in float shown;
out vec4 colour;
void main() {
  vec2 p = (gl_PointCoord - 0.5) * size; // pixels, y down
  float half1 = size * 0.5 - 2.0;
  float d; // signed distance, negative inside
  int shape = int(look.w + 0.5);
  if (shape == 1) d = max(abs(p.x), abs(p.y)) - half1 * 0.82;
  else if (shape == 2) d = (abs(p.x) + abs(p.y)) * 0.7071 - half1 * 0.72;
  else if (shape == 3) d = max(abs(p.x) * 0.866 - p.y * 0.5 - half1 * 0.42, p.y - half1 * 0.62);
  else if (shape == 4) d = abs(length(p) - half1 * 0.72) - half1 * 0.26;
  else if (shape == 5) d = min(max(abs(p.x) - half1, abs(p.y) - half1 * 0.36), max(abs(p.y) - half1, abs(p.x) - half1 * 0.36));
  else d = length(p) - half1;
  float fill = clamp(0.5 - d, 0.0, 1.0);
  float rim = clamp(2.0 - d, 0.0, 1.0);
  vec3 halo = mix(vec3(0.03, 0.05, 0.08), vec3(1.0), frame.sun.w);
  colour = vec4(mix(halo, look.rgb, fill), 1.0) * rim * shown;
}`;

/** Signs that may be exchanged, up to `roomFor` of them. */
export interface MarkersDrawing extends Drawing { write(markers: readonly Marker[]): void }

export function drawMarkers(device: Device, id: string, markers: readonly Marker[], roomFor = Math.max(1, markers.length)): MarkersDrawing {
  const rows = makeRowTexture(device, 2, roomFor);
  const model = makeModel(device, { id, vs, fs, textures: { rows: rows.texture }, parameters: paint.flat, topology: 'point-list', vertexCount: 0 });
  let count = 0;
  const write = (next: readonly Marker[]): void => {
    count = Math.min(roomFor, next.length);
    const values = new Float32Array(count * 8);
    for (let at = 0; at < count; at++) {
      const { xM, yM, colour, shape, sizePx, layer, fromZoom } = next[at]!;
      values.set([xM, yM, colour[0] * 65536 + colour[1] * 256 + colour[2], 0, shape, sizePx, layer, fromZoom], at * 8);
    }
    rows.write(values, count);
  };
  write(markers);
  return {
    write,
    draw: (pass, frame) => drawModel(model, pass, frame, 0, count),
    destroy() { model.destroy(); rows.destroy(); },
  };
}
