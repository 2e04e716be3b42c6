import type { Device } from '@luma.gl/core';
import { PERSON_FLOATS } from '../feed/people-rows.ts';
import type { Drawing } from './frame.ts';
import { drawModel, makeModel, paint } from './model.ts';
import { makeRowTexture } from './row-texture.ts';

const vs = `
uniform highp sampler2D rows;
flat out float walks;
void main() {
  vec4 way = readRow(rows, gl_VertexID, 0, 2);
  vec4 times = readRow(rows, gl_VertexID, 1, 2); // came, stepped on, metres a second, metres to walk
  float goneM = max(0.0, frame.clock.x - times.y) * times.z;
  bool here = frame.clock.x >= times.x && goneM < times.w;
  walks = goneM > 0.0 ? 1.0 : 0.0;
  gl_Position = here ? toClip(vec3(mix(way.xy, way.zw, goneM / times.w), 0.9)) : vec4(2.0, 2.0, 2.0, 1.0);
  gl_PointSize = clamp(0.85 * frame.moment.y / frame.view.z, 7.0 * frame.moment.y, 26.0 * frame.moment.y);
}`;
const fs = `
flat in float walks;
out vec4 colour;
// Who walks is dark in a light ring, who waits light in a dark one: told apart without colour, by day and by night.
void main() {
  float r = length(gl_PointCoord - 0.5) * 2.0;
  vec3 dark = vec3(0.10, 0.09, 0.36), light = vec3(1.0, 0.98, 0.92);
  float inside = smoothstep(0.70, 0.58, r);
  vec3 rgb = walks > 0.5 ? mix(light, dark, inside) : mix(dark, light, inside);
  float alpha = smoothstep(1.0, 0.86, r);
  colour = vec4(rgb * mix(0.88, 1.0, frame.sun.w), 1.0) * alpha;
}`;

/** More people are at no time on screen in any city that this has been tried on: 4,000 in the busiest five minutes of 2,266 crossings. */
const MOST_PEOPLE = 16_384;
/** From here on a person is larger than a pixel. */
const FROM_ZOOM = 16.2;

/** People who wait at crossings or walk across. The GPU finds their places by the clock: a segment is sent once. */
export function drawPeople(device: Device, bit: number): Drawing & { write(rows: Float32Array): void } {
  const texture = makeRowTexture(device, PERSON_FLOATS / 4, MOST_PEOPLE);
  const model = makeModel(device, { id: 'people', vs, fs, textures: { rows: texture.texture }, parameters: paint.glow, topology: 'point-list', vertexCount: 0 });
  let count = 0;
  return {
    write(rows) {
      count = Math.min(MOST_PEOPLE, rows.length / PERSON_FLOATS);
      texture.write(rows, count);
    },
    draw(pass, frame) {
      if (frame.view[3]! >= FROM_ZOOM && (frame.moment[2]! & bit) !== 0) drawModel(model, pass, frame, 0, count);
    },
    destroy() { model.destroy(); texture.destroy(); },
  };
}
