import type { Device, Texture } from '@luma.gl/core';

/**
 * A table on the GPU: each row is a run of texels, and vertex shaders build the geometry of a row from gl_VertexID.
 * Instancing would read the same, but software renderers pay 45 us an instance; this costs them nothing extra.
 */
export interface RowTexture {
  readonly texture: Texture;
  write(values: Float32Array, rowCount: number): void;
  destroy(): void;
}

const WIDTH_TEXELS = 2048;

/**
 * GLSL that reads texel `texel` of row `row` from a texture with `texels` texels a row.
 * `highp`: samplers are lowp unless said otherwise, and drivers that take that at its word return half floats.
 */
export const readRowGlsl = `
vec4 readRow(highp sampler2D rows, int row, int texel, int texels) {
  int at = row * texels + texel;
  return texelFetch(rows, ivec2(at % ${WIDTH_TEXELS}, at / ${WIDTH_TEXELS}), 0);
}
`;

/** `values` holds 4 floats a texel, `texelsPerRow` texels a row; room for `capacityRows`. */
export function makeRowTexture(device: Device, texelsPerRow: number, capacityRows: number, values?: Float32Array): RowTexture {
  const height = Math.max(1, Math.ceil((capacityRows * texelsPerRow) / WIDTH_TEXELS));
  const texture = device.createTexture({
    format: 'rgba32float', width: WIDTH_TEXELS, height,
    sampler: { minFilter: 'nearest', magFilter: 'nearest', addressModeU: 'clamp-to-edge', addressModeV: 'clamp-to-edge' },
  });
  const padded = new Float32Array(WIDTH_TEXELS * height * 4);
  const write = (from: Float32Array, rowCount: number): void => {
    const lines = Math.min(height, Math.ceil((rowCount * texelsPerRow) / WIDTH_TEXELS));
    if (lines === 0) return;
    padded.set(from.subarray(0, Math.min(rowCount, capacityRows) * texelsPerRow * 4));
    texture.writeData(padded.subarray(0, lines * WIDTH_TEXELS * 4), { width: WIDTH_TEXELS, height: lines });
  };
  if (values) write(values, capacityRows);
  return { texture, write, destroy: () => texture.destroy() };
}
