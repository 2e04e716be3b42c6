import type { Device } from '@luma.gl/core';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { drawModel, makeModel, paint } from './model.ts';
import type { Drawing } from './frame.ts';
import { makeRowTexture } from './row-texture.ts';
import { makeTiles, type Bounds } from './tiles.ts';

// Corners of a house with a hipped roof: x along the facade -1..1, y in depth -1..1, z: 0 foot, 1 eaves, 2 ridge.
const WALLS = [[-1, -1, 1, -1], [1, -1, 1, 1], [1, 1, -1, 1], [-1, 1, -1, -1]];
const corners: number[][] = [];
for (const [ax, ay, bx, by] of WALLS) {
  corners.push([ax!, ay!, 0], [bx!, by!, 0], [bx!, by!, 1], [ax!, ay!, 0], [bx!, by!, 1], [ax!, ay!, 1]);
}
const L = [-0.45, 0, 2], R = [0.45, 0, 2], A = [-1, -1, 1], B = [1, -1, 1], C = [1, 1, 1], D = [-1, 1, 1];
corners.push(A, B, R, A, R, L, C, D, L, C, L, R, B, C, R, D, A, L);
const HOUSE_VERTICES = corners.length;
const cornersGlsl = `const vec3 CORNERS[${HOUSE_VERTICES}] = vec3[${HOUSE_VERTICES}](${corners.map((corner) => `vec3(${corner.map((value) => value.toFixed(2)).join(',')})`).join(',')});`;

const vs = `
${cornersGlsl}
uniform highp sampler2D rows;
uniform highp sampler2D light;
out vec3 shade;   // linear radiance
out vec3 place;   // facade coordinate m, height m, seed
flat out vec2 wall; // 1 on walls; seed
void main() {
  int perHouse = frame.view.w < 14.6 ? 6 : ${HOUSE_VERTICES};
  int row = gl_VertexID / perHouse;
  int corner = gl_VertexID % perHouse;
  vec4 box = readRow(rows, row, 0, 2);
  vec4 rest = readRow(rows, row, 1, 2);
  vec2 along = rest.yz;
  vec2 away = vec2(-along.y, along.x);
  float seed = rest.w;
  vec3 c = perHouse == 6 ? vec3(corner == 1 || corner == 2 || corner == 4 ? 1.0 : -1.0, corner == 2 || corner == 4 || corner == 5 ? 1.0 : -1.0, 1.0) : CORNERS[corner];
  float pitched = rest.x < 14.0 ? min(box.w, box.z) * 0.32 : 0.4;
  bool roof = perHouse == 6 || corner >= 24;
  vec3 normal;
  if (roof) {
    int face = (corner - 24) / 6;
    vec2 lean = perHouse == 6 ? vec2(0.0) : corner < 30 ? -away : corner < 36 ? away : corner < 39 ? along : -along;
    normal = normalize(vec3(lean * (rest.x < 14.0 ? 0.75 : 0.03), 1.0));
  } else {
    int face = corner / 6;
    vec2 out2 = face == 0 ? -away : face == 1 ? along : face == 2 ? away : -along;
    normal = vec3(out2, 0.0);
  }
  vec2 ridge = c.z > 1.5 && rest.x >= 14.0 ? vec2(sign(c.x) * 0.9, 0.0) : c.xy;
  vec2 flat2 = box.xy + along * ridge.x * box.z * 0.5 + away * ridge.y * box.w * 0.5;
  float z = c.z < 0.5 ? 0.0 : rest.x + (c.z > 1.5 ? pitched : 0.0);
  vec3 wallTint = mix(vec3(0.80, 0.74, 0.64), vec3(0.88, 0.85, 0.80), fract(seed * 7.13));
  vec3 roofTint = rest.x < 14.0 ? mix(vec3(0.50, 0.29, 0.21), vec3(0.36, 0.29, 0.27), fract(seed * 3.7)) : vec3(0.52, 0.52, 0.54);
  vec3 cityTint = vec3(0.40, 0.365, 0.335);
  vec3 albedo = mix(cityTint, roof ? roofTint : wallTint, smoothstep(14.2, 16.5, frame.view.w));
  float open = roof ? 1.0 : 0.55 + 0.25 * step(0.5, c.z);
  vec3 day = frame.skyColour.rgb * open + frame.sunColour.rgb * max(0.0, dot(normal, frame.sun.xyz)) * 0.8;
  float lux = 0.0;
  if (!roof) {
    // A wall is lit by what lights the ground before it: read it there, on the screen.
    vec4 foot = toClip(vec3(flat2 + normal.xy * 2.5, 0.0));
    vec2 at = foot.xy / foot.w * 0.5 + 0.5;
    if (foot.w > 0.0 && all(greaterThan(at, vec2(0.0))) && all(lessThan(at, vec2(1.0)))) lux = textureLod(light, at, 0.0).r;
    lux *= c.z < 0.5 ? 0.75 : 0.75 * exp(-z / 7.0);
  }
  shade = albedo * (day + frame.lampColour.rgb * frame.lampColour.w * lux * 0.05);
  place = vec3((abs(normal.x * along.x + normal.y * along.y) > 0.5 ? c.y * box.w : c.x * box.z) * 0.5, z, rest.x);
  wall = vec2(roof ? 0.0 : 1.0, seed);
  gl_Position = toClip(vec3(flat2, z));
}`;
const fs = `
in vec3 shade;
in vec3 place;
flat in vec2 wall;
out vec4 colour;
float hash(vec2 p) { return fract(sin(dot(p, vec2(12.9898, 78.233))) * 43758.5453); }
void main() {
  vec3 radiance = shade;
  float near = smoothstep(15.6, 17.0, frame.view.w);
  if (wall.x > 0.5 && near > 0.0) {
    vec2 cell = vec2(place.x / 2.6, place.y / 3.0);
    vec2 inCell = abs(fract(cell) - vec2(0.5, 0.55));
    float glass = step(inCell.x, 0.2) * step(inCell.y, 0.27) * step(place.y, place.z - 0.5) * near;
    // Some windows are lit in the evening: scenery, the same ones every night.
    float awake = step(0.86, hash(floor(cell) + wall.y * 100.0)) * (1.0 - frame.sun.w);
    radiance = mix(radiance, radiance * 0.45 + vec3(0.02, 0.03, 0.04) * frame.sun.w + vec3(0.34, 0.22, 0.1) * awake, glass);
  }
  colour = vec4(toScreen(radiance), 1.0);
}`;

/** All houses in one texture: flat roofs seen from afar, walls, hipped roofs and windows from near. */
export function drawHouses(device: Device, { houses }: ReadingTwin, visible: () => Bounds, bit: number): Drawing {
  const { count, xM, yM, widthM, depthM, heightM, facadeEast, facadeNorth } = houses;
  const tiles = makeTiles(xM, yM);
  const rows = new Float32Array(count * 8);
  tiles.order.forEach((row, at) => {
    const seed = ((Math.imul(row + 1, 2654435761) >>> 8) & 0xffff) / 65536;
    rows.set([xM[row]!, yM[row]!, widthM[row]!, depthM[row]!, heightM[row]!, facadeEast[row]!, facadeNorth[row]!, seed], at * 8);
  });
  const texture = makeRowTexture(device, 2, Math.max(1, count), rows);
  const model = makeModel(device, { id: 'houses', vs, fs, textures: { rows: texture.texture }, parameters: paint.solid, vertexCount: 0 });
  return {
    draw(pass, frame, light) {
      if (count === 0 || (frame.moment[2]! & bit) === 0 || frame.view[3]! < 12.5) return;
      model.setBindings({ rows: texture.texture, light });
      const each = frame.view[3]! < 14.6 ? 6 : HOUSE_VERTICES;
      for (const { first, count: houseCount } of tiles.runs(visible())) drawModel(model, pass, frame, first * each, houseCount * each);
    },
    destroy() { model.destroy(); texture.destroy(); },
  };
}
