import { Deck, MapView, type MapViewState, type Viewport } from '@deck.gl/core';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { SignalStates } from '../feed/signal-states.ts';
import type { VehicleSnapshots } from '../feed/vehicle-snapshots.ts';
import { CityLayer, makeLightEffect } from './city-layer.ts';
import { makeCityScene, type CityScene, type GroundLine } from './city-scene.ts';
import { lightOver, type Daylight } from './daylight.ts';
import type { StreetMarks } from './draw-lit-streets.ts';
import type { Marker } from './draw-markers.ts';
import { frameOf, type FrameUniforms } from './frame.ts';
import { makeGround, type Ground } from './ground.ts';
import { makeLabelsLayer } from './labels.ts';
import { makeStreetLabels } from './street-labels.ts';
import type { Bounds } from './tiles.ts';

/** Where the camera looks: a point of the twin's map, zoom as of web maps, bearing and pitch in degrees. */
export interface Camera { xM: number; yM: number; zoom: number; bearingDeg: number; pitchDeg: number }

export interface CityMap {
  readonly ground: Ground;
  camera(): Camera;
  setCamera(camera: Partial<Camera>, glideMs?: number): void;
  /** Draws one picture of this moment. */
  show(moment: { timeS: number; snapshotShare: number }): void;
  setLayerBits(bits: number): void;
  /** The group of each lamp, and what each group gives: 0 off, 1 full output. */
  setLampOutput(groupOf: Int32Array, shares: ArrayLike<number>): void;
  /** People at crossings from now on; see ../feed/people-rows.ts. */
  setPeople(rows: Float32Array): void;
  setSelection(markers: readonly Marker[], lines?: readonly GroundLine[]): void;
  /** Marks along lit streets; undefined takes them away. */
  setStreetMarks(marks: StreetMarks | undefined): void;
  /** Ground position under a pixel of the map. */
  groundAt(x: number, y: number): { xM: number; yM: number };
  metresPerPixel(): number;
  /** What is in view, as a rectangle of the twin's map. */
  bounds(): Bounds;
  daylight(): Daylight;
  destroy(): void;
}

export interface CityMapOptions {
  parent: HTMLDivElement;
  twin: ReadingTwin;
  snapshots: VehicleSnapshots;
  signals: SignalStates;
  camera: Camera;
  reducedMotion: boolean;
  onCamera(camera: Camera): void;
  onClick(xM: number, yM: number): void;
  /** Where the pointer is; undefined when it has left the map. */
  onHover(place: { xM: number; yM: number; xPx: number; yPx: number } | undefined): void;
  onFirstPicture(): void;
  onError(error: Error): void;
}

const easeOut = (share: number): number => 1 - (1 - share) ** 3;

export function makeCityMap(options: CityMapOptions): CityMap {
  const { parent, twin, snapshots, signals } = options;
  const ground = makeGround(twin.facts);
  let scene: CityScene | undefined;
  let layerBits = 0, snapshotShare = 0, timeS = 0, daylight = lightOver(twin, 0), daylightOfS = 0, first = true;
  let viewport: Viewport | undefined;
  let lamps: { groupOf: Int32Array; shares: ArrayLike<number> } | undefined, people: Float32Array = new Float32Array(0);
  let streetMarks: StreetMarks | undefined;
  let selection: { markers: readonly Marker[]; lines: readonly GroundLine[] } = { markers: [], lines: [] };

  const toView = ({ xM, yM, zoom, bearingDeg, pitchDeg }: Camera): MapViewState => {
    const [longitude, latitude] = ground.toLngLat(xM, yM);
    return { longitude, latitude, zoom, bearing: bearingDeg, pitch: pitchDeg, minZoom: 9.5, maxZoom: 20.5, maxPitch: 72 };
  };
  const toCamera = (view: MapViewState): Camera => {
    const [xM, yM] = ground.fromLngLat(view.longitude, view.latitude);
    return { xM, yM, zoom: view.zoom, bearingDeg: view.bearing ?? 0, pitchDeg: view.pitch ?? 0 };
  };
  let view = toView(options.camera);
  let seen: Bounds = { westM: -1e9, southM: -1e9, eastM: 1e9, northM: 1e9 };

  const metresPerPixel = (): number => 1 / (ground.unitsPerMetre[1] * 2 ** (view.zoom ?? 12));
  const setBounds = (of: Viewport): void => {
    const [west, south, east, north] = of.getBounds();
    const [westM, southM] = ground.fromLngLat(west, south), [eastM, northM] = ground.fromLngLat(east, north);
    seen = { westM, southM, eastM, northM };
    scene?.setBounds(seen);
  };
  const frameFor = (of: Viewport): FrameUniforms => {
    viewport = of;
    setBounds(of);
    return frameOf(of as unknown as Parameters<typeof frameOf>[0], ground, daylight, { timeS, snapshotShare, pixelRatio: window.devicePixelRatio, layerBits });
  };
  const cityLayer = new CityLayer({
    id: 'city', frameFor,
    makeScene(device) {
      scene = makeCityScene(device, twin, snapshots, signals);
      if (lamps) scene.setLampOutput(lamps.groupOf, lamps.shares);
      scene.setPeople(people);
      scene.setSelection(selection.markers);
      scene.setHighlight(selection.lines);
      scene.setStreetMarks(streetMarks);
      return scene;
    },
  });
  const labels = makeLabelsLayer(twin, ground);
  const streetLabels = makeStreetLabels(twin, ground);
  const layers = () => {
    const zoom = view.zoom ?? 12, day = daylight.dayShare > 0.5;
    // Names lying on the ground cannot be read from the side.
    const flat = (view.pitch ?? 0) < 40;
    return [cityLayer, ...labels(zoom, day, layerBits), ...(flat ? streetLabels(zoom, day, seen, metresPerPixel(), view.bearing ?? 0) : [])];
  };

  const deck = new Deck({
    parent,
    views: new MapView({ id: 'map', repeat: false }),
    viewState: view,
    controller: { doubleClickZoom: true, touchRotate: true, keyboard: false, inertia: options.reducedMotion ? 0 : 250, scrollZoom: { smooth: !options.reducedMotion, speed: 0.012 } },
    layers: layers(),
    effects: [makeLightEffect(() => scene, frameFor)],
    useDevicePixels: true,
    pickingRadius: 0,
    style: { position: 'absolute', inset: '0' },
    onViewStateChange({ viewState }) {
      stopGlide();
      changeView(viewState as unknown as MapViewState);
    },
    onClick({ coordinate }) {
      if (coordinate) options.onClick(...ground.fromLngLat(coordinate[0]!, coordinate[1]!));
    },
    onHover({ coordinate, x, y }) {
      if (!coordinate) return options.onHover(undefined);
      const [xM, yM] = ground.fromLngLat(coordinate[0]!, coordinate[1]!);
      options.onHover({ xM, yM, xPx: x, yPx: y });
    },
    onResize: () => nameStreets(),
    onAfterRender() {
      if (!first || !scene) return;
      first = false;
      nameStreets();
      options.onFirstPicture();
    },
    onError: (error) => options.onError(error),
  });

  /** What is in view is known only after a first picture, and anew after a change of size. */
  const nameStreets = (): void => {
    requestAnimationFrame(() => {
      if (destroyed) return;
      const now = deck.isInitialized ? deck.getViewports()[0] : undefined;
      if (now) setBounds(now);
      deck.setProps({ layers: layers() });
    });
  };

  let glide = 0, destroyed = false, redraw = 0;
  /** With the next frame: deck.gl draws at once where it is asked to, and whoever moves a slider would wait for it. */
  const redrawSoon = (): void => {
    cancelAnimationFrame(redraw);
    redraw = requestAnimationFrame(() => { if (!destroyed) deck.redraw('marks'); });
  };
  const stopGlide = (): void => { cancelAnimationFrame(glide); glide = 0; };
  const changeView = (next: MapViewState): void => {
    view = { ...next, minZoom: 9.5, maxZoom: 20.5, maxPitch: 72 };
    deck.setProps({ viewState: view, layers: layers() });
    options.onCamera(toCamera(view));
  };

  return {
    ground,
    camera: () => toCamera(view),
    setCamera(change, glideMs = 0) {
      stopGlide();
      const from = toCamera(view), to = { ...from, ...change };
      if (glideMs === 0 || options.reducedMotion) return changeView(toView(to));
      const startMs = performance.now();
      const turnDeg = ((to.bearingDeg - from.bearingDeg + 540) % 360) - 180;
      const step = (nowMs: number): void => {
        const share = easeOut(Math.min(1, (nowMs - startMs) / glideMs));
        const between = (a: number, b: number) => a + (b - a) * share;
        changeView(toView({ xM: between(from.xM, to.xM), yM: between(from.yM, to.yM), zoom: between(from.zoom, to.zoom), bearingDeg: from.bearingDeg + turnDeg * share, pitchDeg: between(from.pitchDeg, to.pitchDeg) }));
        glide = share < 1 ? requestAnimationFrame(step) : 0;
      };
      glide = requestAnimationFrame(step);
    },
    show(moment) {
      ({ timeS, snapshotShare } = moment);
      const wasDay = daylight.dayShare > 0.5;
      // The sun moves a quarter of a degree a minute: no need to ask more often.
      if (Math.abs(moment.timeS - daylightOfS) > 15) {
        daylight = lightOver(twin, moment.timeS);
        daylightOfS = moment.timeS;
      }
      if (daylight.dayShare > 0.5 !== wasDay) deck.setProps({ layers: layers() });
      if (scene) deck.redraw('clock');
    },
    setLayerBits(bits) {
      layerBits = bits;
      deck.setProps({ layers: layers() });
      deck.redraw('layers');
    },
    setLampOutput(groupOf, shares) {
      lamps = { groupOf, shares };
      scene?.setLampOutput(groupOf, shares);
    },
    setPeople(rows) {
      people = rows;
      scene?.setPeople(rows);
    },
    setSelection(markers, lines) {
      selection = { markers, lines: lines ?? selection.lines };
      scene?.setSelection(markers);
      if (lines) scene?.setHighlight(lines);
      deck.redraw('selection');
    },
    setStreetMarks(marks) {
      streetMarks = marks;
      scene?.setStreetMarks(marks);
      redrawSoon();
    },
    groundAt(x, y) {
      const [longitude, latitude] = (viewport ?? deck.getViewports()[0]!).unproject([x, y]);
      const [xM, yM] = ground.fromLngLat(longitude!, latitude!);
      return { xM, yM };
    },
    metresPerPixel,
    bounds: () => seen,
    daylight: () => daylight,
    destroy() { destroyed = true; stopGlide(); deck.finalize(); },
  };
}
