import type { Device } from '@luma.gl/core';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { drawModel, makeModel, paint } from './model.ts';
import type { Drawing } from './frame.ts';
import { makeRowTexture } from './row-texture.ts';
import { makeTiles, type Bounds } from './tiles.ts';
import type { SignalStates } from '../feed/signal-states.ts';
import { laneEnd } from '../feed/places.ts';
import { cornersOf } from './city-ribbons.ts';

const vs = `
uniform highp sampler2D rows;
uniform highp sampler2D states;
out vec2 place;
flat out float shown;
flat out vec2 sizePx;
void main() {
  int row = gl_VertexID / 6;
  int corner = gl_VertexID % 6;
  vec4 bar = readRow(rows, row, 0, 2);
  vec4 rest = readRow(rows, row, 1, 2); // half width m, index of the group, zoom from which it shows
  place = vec2(corner == 1 || corner == 2 || corner == 4 ? 1.0 : -1.0, corner == 2 || corner == 4 || corner == 5 ? 1.0 : -1.0);
  vec2 across = vec2(-bar.w, bar.z);
  float halfLongM = max(1.1, 2.6 * frame.view.z);
  float halfWideM = max(rest.x * 0.92, 2.6 * frame.view.z);
  sizePx = vec2(halfLongM, halfWideM) / frame.view.z;
  shown = readRow(states, int(rest.y), 0, 1).x;
  gl_Position = frame.view.w < rest.z ? vec4(2.0, 2.0, 2.0, 1.0) : toClip(vec3(bar.xy + bar.zw * (place.x * halfLongM - halfLongM) + across * place.y * halfWideM, 0.1));
}`;
const fs = `
in vec2 place;
flat in float shown;
flat in vec2 sizePx;
out vec4 colour;
// Colour and shape: red closes the lane with a full bar, green is an arrow that lets through, amber a broken bar.
void main() {
  int aspect = int(shown + 0.5);
  bool red = aspect == 0 || aspect == 4;
  bool amber = aspect == 1 || aspect == 5 || aspect == 4;
  bool green = aspect == 2 || aspect == 3 || aspect == 7;
  vec3 tint = red && !amber ? vec3(0.93, 0.16, 0.22) : green ? vec3(0.10, 0.80, 0.62) : amber ? vec3(1.0, 0.72, 0.10) : vec3(0.45);
  float alpha = 0.0;
  if (green) {
    float tip = abs(place.y) * 0.9 + place.x;
    alpha = step(-0.1, tip) * step(tip, 0.75);
    if (aspect == 2) alpha *= step(0.25, abs(place.y)); // gives way: an open arrow
  } else if (amber) {
    alpha = step(-0.2, place.x) * step(0.3, fract(place.y * 2.0 + 0.15));
  } else alpha = step(-0.05, place.x);
  if (aspect == 6) alpha *= 0.4;
  colour = vec4(tint, 1.0) * alpha;
}`;

/** Far out the bars of people would hide those of drivers. */
const PEOPLE_FROM_ZOOM = 17;

/** The same for people: a bar at either kerb of each crossing with signals, as wide as a person. */
function peopleBars(twin: ReadingTwin, signals: SignalStates): number[][] {
  const { crossings } = twin;
  return Array.from({ length: crossings.count }, (_, row) => row).flatMap((row) => {
    const group = signals.groupOf(crossings.controller[row]!, crossings.signalGroup[row]!);
    if (group < 0) return [];
    const { xM, yM } = cornersOf(twin, crossings.firstPoint[row]!, crossings.pointCount[row]!), last = xM.length - 1;
    const lengthM = Math.hypot(xM[last]! - xM[0]!, yM[last]! - yM[0]!) || 1, east = (xM[last]! - xM[0]!) / lengthM, north = (yM[last]! - yM[0]!) / lengthM;
    const aside = crossings.widthM[row]! / 2;
    return [[xM[0]!, yM[0]!, east, north], [xM[last]!, yM[last]!, -east, -north]].map(([x, y, toEast, toNorth]) => [x! + toNorth! * aside, y! - toEast! * aside, toEast!, toNorth!, 0.5, group, PEOPLE_FROM_ZOOM, 0]);
  });
}

/** Stop-line bars: one for each lane and signal group that lets traffic leave it; and people's beside their crossings. */
export function drawSignals(device: Device, twin: ReadingTwin, signals: SignalStates, visible: () => Bounds, bit: number): Drawing {
  const { lanes } = twin;
  const bars: number[][] = [];
  for (let lane = 0; lane < lanes.count; lane++) {
    const groups = new Set<number>();
    for (let at = 0; at < lanes.movementCount[lane]!; at++) {
      const movement = lanes.firstMovement[lane]! + at;
      const index = signals.groupOfMovement(movement);
      if (index >= 0) groups.add(index);
    }
    const end = groups.size > 0 ? laneEnd(twin, lane) : undefined;
    if (!end) continue;
    const each = lanes.widthM[lane]! / groups.size;
    // Groups side by side: a left-turn arrow has its own bar on the left.
    [...groups].forEach((group, at) => {
      const leftM = (at + 0.5) * each - lanes.widthM[lane]! / 2;
      bars.push([end.xM - end.north * leftM, end.yM + end.east * leftM, end.east, end.north, each / 2, group, 0, 0]);
    });
  }
  bars.push(...peopleBars(twin, signals));
  const tiles = makeTiles(bars.map((bar) => bar[0]!), bars.map((bar) => bar[1]!));
  const values = new Float32Array(bars.length * 8);
  tiles.order.forEach((row, at) => values.set(bars[row]!, at * 8));
  const rows = makeRowTexture(device, 2, Math.max(1, bars.length), values);
  const states = makeRowTexture(device, 1, Math.max(1, signals.groupCount));
  const model = makeModel(device, { id: 'signals', vs, fs, textures: { rows: rows.texture, states: states.texture }, parameters: paint.flat, vertexCount: 0 });
  const texels = new Float32Array(Math.max(1, signals.groupCount) * 4);
  let uploaded = -1;
  return {
    draw(pass, frame) {
      if (bars.length === 0 || frame.view[3]! < 14.5 || (frame.moment[2]! & bit) === 0) return;
      if (uploaded !== signals.version()) {
        uploaded = signals.version();
        for (let group = 0; group < signals.groupCount; group++) texels[group * 4] = signals.shown[group]!;
        states.write(texels, signals.groupCount);
      }
      for (const { first, count } of tiles.runs(visible())) drawModel(model, pass, frame, first * 6, count * 6);
    },
    destroy() { model.destroy(); rows.destroy(); states.destroy(); },
  };
}
