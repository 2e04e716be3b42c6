import type { Device } from '@luma.gl/core';
import { drawModel, makeModel, paint } from './model.ts';
import type { Drawing } from './frame.ts';
import { makeRowTexture, type RowTexture } from './row-texture.ts';
import type { VehicleSnapshots } from '../feed/vehicle-snapshots.ts';

/** Bodies of vehicles: corners of two boxes, x along -1 (rear) .. 0 (front bumper), y across, z up; w: 0 body, 1 cabin. */
const box = (rear: number, front: number, half: number, low: number, high: number, part: number): number[][] => {
  const p = (x: number, y: number, z: number) => [x, y, z, part];
  const quad = (a: number[], b: number[], c: number[], d: number[]) => [a, b, c, a, c, d];
  return [
    ...quad(p(rear, -half, high), p(front, -half, high), p(front, half, high), p(rear, half, high)),
    ...quad(p(front, -half, low), p(front, half, low), p(front, half, high), p(front, -half, high)),
    ...quad(p(rear, half, low), p(rear, -half, low), p(rear, -half, high), p(rear, half, high)),
    ...quad(p(rear, -half, low), p(front, -half, low), p(front, -half, high), p(rear, -half, high)),
    ...quad(p(front, half, low), p(rear, half, low), p(rear, half, high), p(front, half, high)),
  ];
};
const corners = [...box(-1, 0, 0.5, 0.12, 0.58, 0), ...box(-0.88, -0.3, 0.43, 0.58, 1, 1)];
const BODY_VERTICES = corners.length;

const readVehicle = `
uniform highp sampler2D rows;
uniform highp sampler2D light;
const vec4 KINDS[8] = vec4[8](
  vec4(0.16, 0.20, 0.27, 1.5),  // car
  vec4(0.36, 0.38, 0.42, 2.2),  // van
  vec4(0.45, 0.36, 0.22, 3.4),  // lorry
  vec4(0.78, 0.12, 0.47, 3.1),  // bus
  vec4(0.02, 0.47, 0.72, 3.4),  // tram
  vec4(0.20, 0.35, 0.22, 1.6),  // bicycle, motorcycle
  vec4(0.80, 0.80, 0.80, 2.4),  // emergency
  vec4(0.50, 0.50, 0.50, 1.6)); // other
struct Vehicle { vec2 front; vec2 heading; vec4 look; int piece; };
// look: length m, width m, kind, colour seed; piece: counted from the front
Vehicle vehicleAt(int row) {
  vec4 before = readRow(rows, row, 0, 3);
  vec4 after = readRow(rows, row, 1, 3);
  vec2 heading = mix(before.zw, after.zw, frame.moment.x);
  float size = length(heading);
  vec4 look = readRow(rows, row, 2, 3);
  int piece = int(look.z) / 16;
  look.z -= float(piece * 16);
  return Vehicle(mix(before.xy, after.xy, frame.moment.x), size > 1e-3 ? heading / size : after.zw, look, piece);
}
`;

const markVs = `${readVehicle}
out vec2 place;
flat out vec4 tint;
flat out vec2 sizePx;
void main() {
  Vehicle v = vehicleAt(gl_VertexID / 6);
  int corner = gl_VertexID % 6;
  place = vec2(corner == 1 || corner == 2 || corner == 4 ? 1.0 : -1.0, corner == 2 || corner == 4 || corner == 5 ? 1.0 : -1.0);
  int kind = int(v.look.z);
  bool transit = kind == 3 || kind == 4;
  float zoomed = smoothstep(11.5, 15.0, frame.view.w);
  vec2 least = kind == 4 ? mix(vec2(11.0, 5.0), vec2(18.0, 6.0), zoomed) : kind == 3 ? mix(vec2(8.0, 5.0), vec2(13.0, 6.5), zoomed) : mix(vec2(1.9, 1.6), vec2(4.2, 2.6), zoomed);
  vec2 sizeM = max(v.look.xy, least * frame.view.z);
  vec2 rim = vec2((transit ? 2.6 : 1.0) * frame.view.z);
  vec2 halfM = sizeM * 0.5 + rim * 0.5;
  sizePx = halfM / frame.view.z;
  vec2 centre = v.front - v.heading * v.look.x * 0.5;
  vec2 at = centre + v.heading * place.x * halfM.x + vec2(-v.heading.y, v.heading.x) * place.y * halfM.y;
  tint = vec4(KINDS[kind].rgb, float(kind));
  // From afar the first piece stands for the whole tram.
  bool whole = v.piece == 0 || sizeM.x <= v.look.x;
  gl_Position = whole ? toClip(vec3(at, 0.4)) : vec4(2.0, 2.0, 2.0, 1.0);
}`;
const markFs = `
in vec2 place;
flat in vec4 tint;
flat in vec2 sizePx;
out vec4 colour;
void main() {
  bool transit = tint.w > 2.5 && tint.w < 4.5;
  vec2 at = abs(place) * sizePx;
  float round = min(sizePx.y, transit ? 3.0 : 1.2);
  float inside = round - length(max(at - sizePx + round, 0.0)) ;
  float alpha = clamp(inside + 0.5, 0.0, 1.0);
  if (transit) {
    float rim = clamp(inside - 1.0, 0.0, 1.0);
    vec3 strong = mix(tint.rgb * 1.25 + 0.06, tint.rgb, frame.sun.w);
    colour = vec4(mix(vec3(1.0), strong, rim), 1.0) * alpha;
  } else {
    vec3 night = place.x > 0.0 ? vec3(0.86, 0.92, 1.0) : vec3(0.95, 0.25, 0.22);
    colour = vec4(mix(night, tint.rgb, frame.sun.w), 1.0) * alpha * 0.95;
  }
}`;

const bodyVs = `
const vec4 CORNERS[${BODY_VERTICES}] = vec4[${BODY_VERTICES}](${corners.map((corner) => `vec4(${corner.map((value) => value.toFixed(3)).join(',')})`).join(',')});
${readVehicle}
out vec3 shade;
out vec3 place;
flat out float kindOut;
void main() {
  Vehicle v = vehicleAt(gl_VertexID / ${BODY_VERTICES});
  int vertex = gl_VertexID % ${BODY_VERTICES};
  vec4 c = CORNERS[vertex];
  int kind = int(v.look.z);
  bool boxy = kind >= 1 && kind <= 4;
  // A boxy vehicle is one block: its lower box reaches the roof and its cabin vanishes inside.
  float z = boxy ? (c.w > 0.5 ? 0.5 : c.z > 0.5 ? 1.0 : 0.1) : c.z;
  float heightM = KINDS[kind].w;
  vec2 across = vec2(-v.heading.y, v.heading.x);
  vec2 at = v.front + v.heading * c.x * v.look.x + across * c.y * v.look.y;
  int face = (vertex % 30) / 6;
  vec3 normal = face == 0 ? vec3(0.0, 0.0, 1.0) : face == 1 ? vec3(v.heading, 0.0) : face == 2 ? vec3(-v.heading, 0.0) : face == 3 ? vec3(-across, 0.0) : vec3(across, 0.0);
  float seed = v.look.w;
  vec3 paintColour = seed < 0.28 ? vec3(0.82) : seed < 0.5 ? vec3(0.34, 0.36, 0.39) : seed < 0.68 ? vec3(0.07, 0.08, 0.09) : seed < 0.8 ? vec3(0.10, 0.19, 0.38) : seed < 0.9 ? vec3(0.45, 0.07, 0.07) : vec3(0.55, 0.55, 0.5);
  vec3 albedo = kind == 3 || kind == 4 ? KINDS[kind].rgb : kind == 0 || kind == 1 ? paintColour : kind == 2 ? vec3(0.75, 0.73, 0.68) : KINDS[kind].rgb;
  if (kind == 0 && c.w > 0.5 && face != 0) albedo = vec3(0.05, 0.06, 0.07);
  vec4 foot = toClip(vec3(at, 0.0));
  vec2 uv = foot.xy / foot.w * 0.5 + 0.5;
  float lux = textureLod(light, clamp(uv, 0.0, 1.0), 0.0).r;
  vec3 day = frame.skyColour.rgb * (0.6 + 0.4 * normal.z) + frame.sunColour.rgb * max(0.0, dot(normal, frame.sun.xyz)) * 0.8;
  shade = albedo * (day + frame.lampColour.rgb * frame.lampColour.w * lux * 0.05 * (0.5 + 0.5 * max(0.0, normal.z)) + vec3(0.02) * (1.0 - frame.sun.w));
  place = vec3(c.x * v.look.x, z, face == 0 ? 0.0 : face < 3 ? 1.0 : 2.0);
  kindOut = float(kind);
  gl_Position = toClip(vec3(at, z * heightM + 0.05));
}`;
const bodyFs = `
in vec3 shade;
in vec3 place;
flat in float kindOut;
out vec4 colour;
void main() {
  vec3 radiance = shade;
  bool transit = kindOut > 2.5 && kindOut < 4.5;
  if (transit && place.z > 0.5) {
    // A band of windows, lit from inside at night.
    float band = step(0.48, place.y) * step(place.y, 0.86);
    float post = place.z > 1.5 ? step(0.12, fract(place.x / 1.7)) : 1.0;
    radiance = mix(radiance, mix(vec3(0.55, 0.52, 0.42), vec3(0.05, 0.07, 0.09), frame.sun.w), band * post);
  }
  if (transit && place.z < 0.5) radiance = mix(radiance, radiance * 0.7 + vec3(0.2) * frame.sun.w, step(abs(fract(place.x / 6.0) - 0.5), 0.16));
  colour = vec4(toScreen(radiance), 1.0);
}`;

const lightsVs = `${readVehicle}
flat out vec3 tint;
flat out float size;
void main() {
  Vehicle v = vehicleAt(gl_VertexID / 4);
  int which = gl_VertexID % 4;
  float side = which % 2 == 0 ? -0.36 : 0.36;
  bool rear = which > 1;
  vec2 at = v.front - v.heading * (rear ? v.look.x : -0.05) + vec2(-v.heading.y, v.heading.x) * side * v.look.y;
  tint = rear ? vec3(0.9, 0.06, 0.04) : vec3(0.85, 0.9, 1.0);
  float px = frame.moment.y / frame.view.z;
  size = clamp((rear ? 0.75 : 1.35) * px, 2.0 * frame.moment.y, 60.0);
  gl_Position = frame.sun.w < 0.9 ? toClip(vec3(at, 0.75)) : vec4(2.0, 2.0, 2.0, 1.0);
  gl_PointSize = size;
}`;
const lightsFs = `
flat in vec3 tint;
flat in float size;
out vec4 colour;
void main() {
  float r = length(gl_PointCoord - 0.5) * 2.0;
  float glow = max(0.0, 1.0 - r);
  colour = vec4(tint * (glow * glow * 0.9 + smoothstep(0.35, 0.15, r) * 0.8) * (1.0 - frame.sun.w), 0.0);
}`;

const beamVs = `${readVehicle}
out vec2 place;
void main() {
  Vehicle v = vehicleAt(gl_VertexID / 6);
  int corner = gl_VertexID % 6;
  place = vec2(corner == 1 || corner == 2 || corner == 4 ? 26.0 : 0.0, corner == 2 || corner == 4 || corner == 5 ? 7.0 : -7.0);
  gl_Position = toClip(vec3(v.front + v.heading * place.x + vec2(-v.heading.y, v.heading.x) * place.y, 0.0));
}`;
const beamFs = `
in vec2 place;
out vec4 colour;
void main() {
  float across = place.y / (1.2 + place.x * 0.2);
  float beam = exp(-across * across) * smoothstep(0.0, 4.0, place.x) * pow(max(0.0, 1.0 - place.x / 26.0), 1.6);
  colour = vec4(beam * 14.0, 0.0, 0.0, 1.0);
}`;

/** Vehicles: marks from afar, bodies from near, lamps at night; all from two snapshots and one share between them. */
export function drawVehicles(device: Device, snapshots: VehicleSnapshots): { marks: Drawing; bodies: Drawing; lights: Drawing; beams: Drawing } {
  const rows: RowTexture = makeRowTexture(device, 3, snapshots.capacity);
  let uploaded = -1;
  const upload = (): void => {
    if (uploaded === snapshots.version()) return;
    uploaded = snapshots.version();
    rows.write(snapshots.rows, snapshots.count());
  };
  const textures = { rows: rows.texture };
  const mark = makeModel(device, { id: 'vehicle-marks', vs: markVs, fs: markFs, textures, parameters: paint.flat, vertexCount: 0 });
  const body = makeModel(device, { id: 'vehicle-bodies', vs: bodyVs, fs: bodyFs, textures, parameters: paint.solid, vertexCount: 0 });
  const lamp = makeModel(device, { id: 'vehicle-lights', vs: lightsVs, fs: lightsFs, textures, parameters: paint.glow, topology: 'point-list', vertexCount: 0 });
  const beam = makeModel(device, { id: 'vehicle-beams', vs: beamVs, fs: beamFs, textures, parameters: paint.sum, vertexCount: 0 });
  const near = (zoom: number): boolean => zoom >= 16.2;
  return {
    marks: {
      draw(pass, frame) {
        upload();
        if (!near(frame.view[3]!)) drawModel(mark, pass, frame, 0, snapshots.count() * 6);
      },
      destroy() { mark.destroy(); rows.destroy(); },
    },
    bodies: {
      draw(pass, frame, light) {
        upload();
        body.setBindings({ rows: rows.texture, light });
        if (near(frame.view[3]!)) drawModel(body, pass, frame, 0, snapshots.count() * BODY_VERTICES);
      },
      destroy: () => body.destroy(),
    },
    lights: {
      draw(pass, frame) {
        upload();
        if (near(frame.view[3]!) && frame.sun[3]! < 0.9) drawModel(lamp, pass, frame, 0, snapshots.count() * 4);
      },
      destroy: () => lamp.destroy(),
    },
    beams: {
      draw(pass, frame) {
        upload();
        if (frame.view[3]! >= 15.5 && frame.sun[3]! < 0.9) drawModel(beam, pass, frame, 0, snapshots.count() * 6);
      },
      destroy: () => beam.destroy(),
    },
  };
}
