import type { Device } from '@luma.gl/core';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { drawModel, makeModel, paint } from './model.ts';
import type { Drawing } from './frame.ts';
import { makeRowTexture, type RowTexture } from './row-texture.ts';
import { makeTiles, type Bounds, type Tiles } from './tiles.ts';

/** Lamps on the GPU: where they stand and what they give now. */
export interface LampRows {
  readonly rows: RowTexture;
  /** One texel a group: the output share now. */
  readonly groupOutput: RowTexture;
  setOutput(groupOf: Int32Array, shares: ArrayLike<number>): void;
  readonly tiles: Tiles;
  readonly count: number;
  destroy(): void;
}

export function makeLampRows(device: Device, { lamps, lightingZones }: ReadingTwin): LampRows {
  const { count, xM, yM, heightM, ratedFluxLm } = lamps;
  const tiles = makeTiles(xM, yM);
  const values = new Float32Array(count * 8);
  tiles.order.forEach((row, at) => values.set([xM[row]!, yM[row]!, Math.max(2, heightM[row]!), ratedFluxLm[row]!, 0, row, 0, 0], at * 8));
  const rows = makeRowTexture(device, 2, Math.max(1, count), values);
  // Every lamp may be a group of its own, after the zones and the lamps of none.
  const groupOutput = makeRowTexture(device, 1, lightingZones.count + 1 + count);
  let shownGroups: Int32Array | undefined;
  return {
    rows, groupOutput, tiles, count,
    setOutput(groupOf, shares) {
      if (groupOf !== shownGroups) {
        tiles.order.forEach((row, at) => { values[at * 8 + 4] = groupOf[row]!; });
        rows.write(values, count);
        shownGroups = groupOf;
      }
      const texels = new Float32Array(shares.length * 4);
      for (let group = 0; group < shares.length; group++) texels[group * 4] = shares[group]!;
      groupOutput.write(texels, shares.length);
    },
    destroy: () => { rows.destroy(); groupOutput.destroy(); },
  };
}

const readLamp = `
uniform highp sampler2D rows;
uniform highp sampler2D groups;
float outputOf(vec4 rest) { return readRow(groups, int(rest.x), 0, 1).x; }
`;

const poolVs = `${readLamp}
out vec2 place;
flat out vec2 source; // flux lm, height m
void main() {
  int row = gl_VertexID / 6;
  int corner = gl_VertexID % 6;
  vec4 lamp = readRow(rows, row, 0, 2);
  float share = outputOf(readRow(rows, row, 1, 2));
  // Beyond five mounting heights a downward lamp gives less than a thousandth of what it gives below itself.
  float reach = lamp.z * 5.0;
  place = vec2(corner == 1 || corner == 2 || corner == 4 ? reach : -reach, corner == 2 || corner == 4 || corner == 5 ? reach : -reach);
  source = vec2(lamp.w * share, lamp.z);
  gl_Position = share > 0.001 ? toClip(vec3(lamp.xy + place, 0.0)) : vec4(2.0, 2.0, 2.0, 1.0);
}`;
const poolFs = `
in vec2 place;
flat in vec2 source;
out vec4 colour;
void main() {
  // Downward Lambertian source: E = flux / pi * h2 / (h2 + d2)^2 on the ground.
  float h2 = source.y * source.y;
  float d2 = dot(place, place);
  float sum = h2 + d2;
  float edge = clamp(1.0 - d2 / (25.0 * h2), 0.0, 1.0);
  colour = vec4(source.x / 3.14159 * h2 / (sum * sum) * edge, 0.0, 0.0, 1.0);
}`;

/** The light pass: adds every lamp's illuminance on the ground, in lux, into the light texture. */
export function drawLampPools(device: Device, lamps: LampRows, visible: () => Bounds): Drawing {
  const textures = { rows: lamps.rows.texture, groups: lamps.groupOutput.texture };
  const model = makeModel(device, { id: 'lamp-pools', vs: poolVs, fs: poolFs, textures, parameters: paint.sum, vertexCount: 0 });
  return {
    draw(pass, frame) {
      for (const { first, count } of lamps.tiles.runs(visible())) drawModel(model, pass, frame, first * 6, count * 6);
    },
    destroy: () => model.destroy(),
  };
}

const glowVs = `${readLamp}
flat out vec4 look; // brightness of the lamp, size px, output share, core px
flat out float near;
void main() {
  vec4 lamp = readRow(rows, gl_VertexID, 0, 2);
  float share = outputOf(readRow(rows, gl_VertexID, 1, 2));
  float px = frame.moment.y / frame.view.z; // pixels a metre
  // From high above a lamp is a speck, and streets shine by the number of their specks; from near it is a head with a halo.
  near = smoothstep(11.0, 15.6, frame.view.w);
  float core = max(mix(0.42, 1.1, near) * frame.moment.y, 0.45 * px);
  float bright = sqrt(clamp(lamp.w / 8000.0, 0.05, 1.5));
  float halo = max(core * mix(4.2, 3.2, near), (1.6 + 2.0 * bright) * px) * (0.55 + 0.45 * share);
  float size = clamp(share > 0.001 ? halo : core * 2.0, 2.0, 120.0);
  look = vec4(bright, size, share, core);
  bool shown = frame.sun.w < 0.75 || frame.view.w > 15.0;
  gl_Position = shown ? toClip(vec3(lamp.xy, lamp.z)) : vec4(2.0, 2.0, 2.0, 1.0);
  gl_PointSize = size;
}`;
const glowFs = `
flat in vec4 look;
flat in float near;
out vec4 colour;
void main() {
  float r = length(gl_PointCoord - 0.5) * look.y; // pixels from the centre
  float head = clamp(look.w - r + 0.5, 0.0, 1.0);
  if (look.z < 0.001) {
    // Out: still there, but dark.
    colour = vec4(mix(vec3(0.17, 0.21, 0.28), vec3(0.30, 0.31, 0.33), frame.sun.w), 1.0) * head * 0.8 * mix(0.15, 1.0, near);
    return;
  }
  float halo = max(0.0, 1.0 - r / max(1.0, look.y * 0.5));
  halo *= halo * halo;
  float strength = look.x * look.z * frame.lampColour.w;
  vec3 glow = frame.lampColour.rgb * (halo * 0.42 * strength + head * (0.35 + 1.1 * look.z) * frame.lampColour.w * min(1.0, 0.5 + look.x));
  vec3 shine = pow(vec3(1.0) - exp(-glow * 1.25), vec3(1.0 / 1.6)) * mix(0.36, 1.0, near);
  float post = head * frame.sun.w * 0.75 * near;
  // What shines also covers a part of what shone below it, so that a thousand lamps end in warm white and not in flat white.
  float cover = max(shine.r, max(shine.g, shine.b)) * 0.88;
  colour = vec4(shine + vec3(0.30, 0.31, 0.33) * post, max(post, cover));
}`;

/** Lamp heads as points of light: brighter with more output, small and grey when out. */
export function drawLampGlow(device: Device, lamps: LampRows, visible: () => Bounds, bit: number): Drawing {
  const textures = { rows: lamps.rows.texture, groups: lamps.groupOutput.texture };
  const model = makeModel(device, { id: 'lamp-glow', vs: glowVs, fs: glowFs, textures, parameters: paint.glow, topology: 'point-list', vertexCount: 0 });
  return {
    draw(pass, frame) {
      if ((frame.moment[2]! & bit) === 0) return;
      for (const { first, count } of lamps.tiles.runs(visible())) drawModel(model, pass, frame, first, count);
    },
    destroy: () => model.destroy(),
  };
}
