import { Model } from '@luma.gl/engine';
import type { Device, RenderPass, RenderPipelineParameters, Texture } from '@luma.gl/core';
import { frameModule, type FrameUniforms } from './frame.ts';

/** luma.gl sets factors only where an operation is given. */
const blended = { blend: true, blendColorOperation: 'add', blendAlphaOperation: 'add' } as const;

/** How a drawing mixes with what is already there. */
export const paint = {
  /** Over everything below, seen or not: the flat ground, drawn in order. */
  flat: { depthWriteEnabled: false, depthCompare: 'always', cullMode: 'none', ...blended,
    blendColorSrcFactor: 'one', blendColorDstFactor: 'one-minus-src-alpha', blendAlphaSrcFactor: 'one', blendAlphaDstFactor: 'one-minus-src-alpha' },
  /** Bodies that hide one another. */
  solid: { depthWriteEnabled: true, depthCompare: 'less-equal', cullMode: 'none', blend: false },
  /** Premultiplied: alpha 0 adds light, alpha 1 covers; hidden behind bodies. */
  glow: { depthWriteEnabled: false, depthCompare: 'less-equal', cullMode: 'none', ...blended,
    blendColorSrcFactor: 'one', blendColorDstFactor: 'one-minus-src-alpha', blendAlphaSrcFactor: 'one', blendAlphaDstFactor: 'one-minus-src-alpha' },
  /** Adds up, as light does. */
  sum: { depthWriteEnabled: false, depthCompare: 'always', cullMode: 'none', ...blended,
    blendColorSrcFactor: 'one', blendColorDstFactor: 'one', blendAlphaSrcFactor: 'one', blendAlphaDstFactor: 'one' },
} as const satisfies Record<string, RenderPipelineParameters>;

export interface ModelOptions {
  id: string;
  vs: string;
  fs: string;
  textures?: Record<string, Texture>;
  parameters: RenderPipelineParameters;
  topology?: 'triangle-list' | 'point-list';
  vertexCount: number;
}

const HEADER = '#version 300 es\nprecision highp float;\nprecision highp int;\nprecision highp sampler2D;\n';

/** Ground lit by sky, sun and the lamps' illuminance (lx) that the light pass left in `light`. */
export const litGroundGlsl = `
uniform highp sampler2D light;
float luxHere() { return texture(light, gl_FragCoord.xy / (frame.view.xy * frame.moment.y)).r; }
vec3 lit(vec3 albedo, float lux) {
  vec3 day = frame.skyColour.rgb + frame.sunColour.rgb * frame.sun.z * 0.75;
  return albedo * (day + frame.lampColour.rgb * frame.lampColour.w * lux * 0.05);
}
`;

/** A model without attributes: its vertex shader builds all from gl_VertexID and row textures. */
export function makeModel(device: Device, { id, vs, fs, textures = {}, parameters, topology = 'triangle-list', vertexCount }: ModelOptions): Model {
  return new Model(device, {
    id, vs: HEADER + vs, fs: HEADER + fs, modules: [frameModule], bindings: textures, parameters, topology, vertexCount, disableWarnings: true,
  });
}

/** Draws `count` vertices from `first` on with this frame's uniforms. */
export function drawModel(model: Model, pass: RenderPass, frame: FrameUniforms, first: number, count: number): void {
  if (count <= 0) return;
  model.shaderInputs.setProps({ frame: frame as unknown as Record<string, never> });
  model.setDrawOffsets({ firstVertex: first, firstIndex: 0 });
  model.setVertexCount(count);
  model.draw(pass);
}
