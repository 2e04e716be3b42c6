import type { Device, Framebuffer, RenderPass, Texture } from '@luma.gl/core';
import { landUse } from '../../../engine/twin/territory.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { SignalStates } from '../feed/signal-states.ts';
import type { VehicleSnapshots } from '../feed/vehicle-snapshots.ts';
import { cityMarkers } from './city-markers.ts';
import { CROSSINGS_FROM_ZOOM, cornersOf, crossingRibbons, markingRibbons, overlayRibbons, streetRibbons, ZEBRAS_FROM_ZOOM, zebraRibbons } from './city-ribbons.ts';
import { drawAreas, drawBackground, type GroundArea } from './draw-areas.ts';
import { drawDiscs } from './draw-discs.ts';
import { drawHouses } from './draw-houses.ts';
import { drawLampGlow, drawLampPools, makeLampRows } from './draw-lamps.ts';
import { drawLitStreets, type StreetMarks } from './draw-lit-streets.ts';
import { drawMarkers, type Marker } from './draw-markers.ts';
import { drawPeople } from './draw-people.ts';
import { drawRibbons, makeRibbons } from './draw-ribbons.ts';
import { drawSignals } from './draw-signals.ts';
import { drawVehicles } from './draw-vehicles.ts';
import type { Drawing, FrameUniforms } from './frame.ts';
import { mapLayer } from './layers.ts';
import type { Bounds } from './tiles.ts';

export interface GroundLine { xM: ArrayLike<number>; yM: ArrayLike<number> }

const MOST_SELECTED = 4096;
/** What was chosen is orange on every map, day and night. */
export const CHOSEN = [230, 110, 0] as const;

/** Everything of the city that is drawn, in the order in which it is drawn. */
export interface CityScene {
  /** Adds up the light of all lamps on the ground into a texture of its own; before the picture. */
  drawLight(frame: FrameUniforms, pixels: readonly [number, number]): void;
  draw(pass: RenderPass, frame: FrameUniforms): void;
  setLampOutput(groupOf: Int32Array, shares: ArrayLike<number>): void;
  setPeople(rows: Float32Array): void;
  setSelection(markers: readonly Marker[]): void;
  /** Lines over everything on the ground: the street, line or commune that was chosen. */
  setHighlight(lines: readonly GroundLine[]): void;
  /** Marks along lit streets; undefined takes them away. */
  setStreetMarks(marks: StreetMarks | undefined): void;
  setBounds(bounds: Bounds): void;
}

const areaColour: Record<number, readonly [number, number, number]> = {
  [landUse.water]: [120, 168, 198], [landUse.park]: [158, 190, 134], [landUse.forest]: [132, 168, 118],
  [landUse.square]: [214, 202, 178], [landUse.industry]: [180, 176, 178], [landUse.field]: [192, 186, 152],
};

function groundAreas(twin: ReadingTwin): GroundArea[] {
  const zone = mapLayer('pedestrianZones');
  const areas = Array.from({ length: twin.areas.count }, (_, row): GroundArea => ({
    ...cornersOf(twin, twin.areas.firstPoint[row]!, twin.areas.pointCount[row]!), colour: areaColour[twin.areas.use[row]!] ?? [230, 230, 225], alphaShare: 1, layer: 0,
  }));
  for (let row = 0; row < twin.pedestrianZones.count; row++) {
    areas.push({ ...cornersOf(twin, twin.pedestrianZones.firstPoint[row]!, twin.pedestrianZones.pointCount[row]!), colour: zone.sign.colour, alphaShare: 0.8, layer: zone.bit });
  }
  return areas;
}

/** Light is soft: a quarter of the pixels shows it as well. */
const LIGHT_SCALE = 0.5;

function makeLightTarget(device: Device): { resize(width: number, height: number): boolean; framebuffer(): Framebuffer; texture(): Texture } {
  let framebuffer: Framebuffer | undefined, texture: Texture | undefined, size = '';
  return {
    resize(width, height) {
      if (size === `${width} ${height}`) return false;
      size = `${width} ${height}`;
      framebuffer?.destroy();
      texture?.destroy();
      texture = device.createTexture({ format: 'rgba16float', width, height, sampler: { minFilter: 'linear', magFilter: 'linear', addressModeU: 'clamp-to-edge', addressModeV: 'clamp-to-edge' } });
      framebuffer = device.createFramebuffer({ width, height, colorAttachments: [texture] });
      return true;
    },
    framebuffer: () => framebuffer!,
    texture: () => texture!,
  };
}

export function makeCityScene(device: Device, twin: ReadingTwin, snapshots: VehicleSnapshots, signals: SignalStates): CityScene {
  let bounds: Bounds = { westM: -1e9, southM: -1e9, eastM: 1e9, northM: 1e9 };
  const visible = (): Bounds => bounds;
  const { pavements, carriageways, discs } = streetRibbons(twin);
  const lampRows = makeLampRows(device, twin);
  const vehicles = drawVehicles(device, snapshots), people = drawPeople(device, mapLayer('crossings').bit);
  const pools = drawLampPools(device, lampRows, visible);
  const selection = drawMarkers(device, 'selection', [], MOST_SELECTED);
  let highlight: Drawing | undefined;
  const overVehicles = mapLayer('vehicles').bit;
  const ground: Drawing[] = [
    drawBackground(device),
    drawAreas(device, 'areas', groundAreas(twin)),
    drawRibbons(device, 'pavements', pavements, visible, 15),
    drawRibbons(device, 'crossings', crossingRibbons(twin), visible, CROSSINGS_FROM_ZOOM),
    drawRibbons(device, 'carriageways', carriageways, visible),
    drawDiscs(device, discs, visible),
    drawRibbons(device, 'markings', markingRibbons(twin), visible, 16.2),
    drawRibbons(device, 'zebras', zebraRibbons(twin), visible, ZEBRAS_FROM_ZOOM),
    drawRibbons(device, 'overlays', overlayRibbons(twin), visible),
    drawSignals(device, twin, signals, visible, mapLayer('signals').bit),
  ];
  const above: Drawing[] = [
    drawHouses(device, twin, visible, mapLayer('houses').bit),
    drawLampGlow(device, lampRows, visible, mapLayer('lamps').bit),
  ];
  const litStreets = drawLitStreets(device, twin, visible), markers = drawMarkers(device, 'markers', cityMarkers(twin));
  const target = makeLightTarget(device);
  let lightKey = '';
  return {
    drawLight(frame, [width, height]) {
      const resized = target.resize(Math.max(1, Math.ceil(width * LIGHT_SCALE)), Math.max(1, Math.ceil(height * LIGHT_SCALE)));
      const key = `${Array.from(frame.groundToClip).join()} ${frame.lampColour[3]! > 0.06}`;
      const moving = frame.view[3]! >= 15.5 && frame.sun[3]! < 0.9;
      if (!resized && !moving && key === lightKey) return;
      lightKey = key;
      const pass = device.beginRenderPass({ framebuffer: target.framebuffer(), parameters: { viewport: [0, 0, target.framebuffer().width, target.framebuffer().height] }, clearColor: [0, 0, 0, 1], clearDepth: false, clearStencil: false });
      if (frame.lampColour[3]! > 0.06) {
        pools.draw(pass, frame, target.texture());
        if ((frame.moment[2]! & overVehicles) !== 0) vehicles.beams.draw(pass, frame, target.texture());
      }
      pass.end();
    },
    draw(pass, frame) {
      const light = target.texture();
      const shown = (frame.moment[2]! & overVehicles) !== 0;
      for (const drawing of ground) drawing.draw(pass, frame, light);
      highlight?.draw(pass, frame, light);
      // Close by, bodies hide one another and houses hide them; from afar, marks lie over everything.
      if (shown) vehicles.bodies.draw(pass, frame, light);
      for (const drawing of above) drawing.draw(pass, frame, light);
      litStreets.draw(pass, frame, light);
      people.draw(pass, frame, light);
      if (shown) {
        vehicles.lights.draw(pass, frame, light);
        vehicles.marks.draw(pass, frame, light);
      }
      markers.draw(pass, frame, light);
      selection.draw(pass, frame, light);
    },
    setLampOutput(groupOf, shares) {
      lampRows.setOutput(groupOf, shares);
      lightKey = '';
    },
    setPeople: (rows) => people.write(rows),
    setSelection: (chosen) => selection.write(chosen),
    setHighlight(lines) {
      highlight?.destroy();
      const ribbons = makeRibbons();
      for (const { xM, yM } of lines) ribbons.add(xM, yM, { colour: CHOSEN, widthM: 3, leastPx: 4.5, kind: 1, layer: 0, fromZoom: 0 });
      highlight = lines.length > 0 ? drawRibbons(device, 'highlight', ribbons, visible) : undefined;
    },
    setStreetMarks: (marks) => litStreets.setMarks(marks),
    setBounds(next) { bounds = next; },
  };
}
