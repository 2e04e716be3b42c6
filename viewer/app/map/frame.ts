import type { RenderPass, Texture } from '@luma.gl/core';
import type { ShaderModule } from '@luma.gl/shadertools';
import type { Daylight } from './daylight.ts';
import { groundToClip, type Ground } from './ground.ts';
import { readRowGlsl } from './row-texture.ts';

/** What every drawing needs to know of this frame, shared by all shaders as the block `frame`. */
export interface FrameUniforms {
  groundToClip: Float32Array;
  /** See Ground.unitsPerMetre. */
  unitsPerMetre: readonly number[];
  /** Width and height in drawing-buffer pixels, metres a pixel at the centre, zoom. */
  view: readonly number[];
  /** Direction to the sun (east, north, up); w: share of day, 0 night to 1 day. */
  sun: readonly number[];
  sunColour: readonly number[];
  skyColour: readonly number[];
  /** xyz: colour of lamp light; w: how strongly lamps show against the eye's adaptation. */
  lampColour: readonly number[];
  /** x: time between two vehicle snapshots 0..1; y: pixel ratio; z: layer bits 0-23; w: exposure. */
  moment: readonly number[];
  /** x: seconds since midnight of the first day. */
  clock: readonly number[];
}

const block = `\
layout(std140) uniform frameUniforms {
  mat4 groundToClip;
  vec4 unitsPerMetre;
  vec4 view;
  vec4 sun;
  vec4 sunColour;
  vec4 skyColour;
  vec4 lampColour;
  vec4 moment;
  vec4 clock;
} frame;
`;

const vertexWords = `${block}
${readRowGlsl}
// 0xRRGGBB in a float.
vec3 colourOf(float rrggbb) { return vec3(floor(rrggbb / 65536.0), mod(floor(rrggbb / 256.0), 256.0), mod(rrggbb, 256.0)) / 255.0; }
vec4 toClip(vec3 m) {
  vec4 u = frame.unitsPerMetre;
  return frame.groundToClip * vec4(m.x * u.x, m.y * (u.y + m.y * u.z), m.z * u.w, 1.0);
}
`;

const fragmentWords = `${block}
// Filmic-ish shoulder: bright lamps never clip to flat white.
vec3 toScreen(vec3 radiance) { return pow(vec3(1.0) - exp(-radiance * frame.moment.w), vec3(1.0 / 2.2)); }
vec3 linear(vec3 srgb) { return pow(srgb, vec3(2.2)); }
`;

export const frameModule = {
  name: 'frame',
  vs: vertexWords,
  fs: fragmentWords,
  uniformTypes: {
    groundToClip: 'mat4x4<f32>', unitsPerMetre: 'vec4<f32>', view: 'vec4<f32>', sun: 'vec4<f32>', sunColour: 'vec4<f32>',
    skyColour: 'vec4<f32>', lampColour: 'vec4<f32>', moment: 'vec4<f32>', clock: 'vec4<f32>',
  },
} as const satisfies ShaderModule<FrameUniforms & Record<string, unknown>>;

/** One thing that is drawn: a few draw calls, made once, drawn each frame. */
export interface Drawing {
  draw(pass: RenderPass, frame: FrameUniforms, light: Texture): void;
  destroy(): void;
}

interface ViewportLike { viewProjectionMatrix: number[]; width: number; height: number; zoom: number; latitude: number }

/** The frame's uniforms from deck.gl's viewport, the daylight and the moment. */
export function frameOf(
  viewport: ViewportLike, ground: Ground, daylight: Daylight,
  moment: { timeS: number; snapshotShare: number; pixelRatio: number; layerBits: number },
): FrameUniforms {
  const metresPerPixel = 1 / (ground.unitsPerMetre[1] * 2 ** viewport.zoom);
  return {
    groundToClip: groundToClip(viewport.viewProjectionMatrix, ground.origin),
    unitsPerMetre: ground.unitsPerMetre,
    view: [viewport.width, viewport.height, metresPerPixel, viewport.zoom],
    sun: [...daylight.toSun, daylight.dayShare],
    sunColour: [...daylight.sunColour, 1],
    skyColour: [...daylight.skyColour, 1],
    lampColour: [1.0, 0.72, 0.4, daylight.lampVisibility],
    moment: [moment.snapshotShare, moment.pixelRatio, moment.layerBits, daylight.exposure],
    clock: [moment.timeS, 0, 0, 0],
  };
}
