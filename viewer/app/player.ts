import type { CityRun } from './feed/city-run.ts';
import type { LoadedCity } from './feed/load-city.ts';
import { CHOSEN } from './map/city-scene.ts';
import type { CityMap } from './map/city-map.ts';
import type { Marker } from './map/draw-markers.ts';
import { shapeNumber } from './map/layers.ts';
import { placeOf } from './map/thing-place.ts';
import { makeClock, type Clock } from './session/clock.ts';
import type { MomentStore } from './session/moment.ts';
import type { SessionStore } from './session/session.ts';
import { sameThing, type Thing } from './session/thing.ts';

/** Plays the chosen run on the map: one pass a frame, no React in it. */
export interface Player {
  readonly clock: Clock;
  /** Called after each frame in which the moment has changed; the close-up follows it. */
  onFrame(listener: () => void): () => void;
  snapshotShare(): number;
  /** What lamps give now, by the groups of `lampGroupOf`: another array whenever one of them changes. */
  lampShares(): ArrayLike<number>;
  /** The group of each lamp; the first groups are the zones. */
  lampGroupOf(): Int32Array;
  /** What lamps of a zone give in place of what the run recorded; undefined where it holds. Nothing tried: the run as it is. */
  tryLamps(trial: LampTrial | undefined): void;
  /** See feed/people-rows.ts. */
  people(): Float32Array;
  /** Where a vehicle is drawn now. */
  vehiclePlace(departure: number): { xM: number; yM: number } | undefined;
  stop(): void;
}

export type LampTrial = (zone: number, timeS: number) => number | undefined;

/** When a session starts without an hour: the morning peak, which shows most, or else the middle of the run. */
const FIRST_LOOK_S = 8 * 3600 + 45 * 60;
const NOBODY = new Float32Array(0);
const EVERYWHERE = { westM: -1e9, southM: -1e9, eastM: 1e9, northM: 1e9 };

/** A run that waits for all to arrive ends later than its settings say. */
function spanOf(city: LoadedCity): { fromS: number; untilS: number } {
  const { settings, figures } = city.run('a')?.manifest ?? {};
  const fromS = settings?.measuredFromS ?? settings?.fromS ?? city.twin.facts.defaultFromS;
  return { fromS, untilS: typeof figures?.['endS'] === 'number' ? figures['endS'] : settings?.untilS ?? city.twin.facts.defaultUntilS };
}

/** Snapshots so close together that the straight way between them stays within some pixels of the true one. */
const snapshotSpacingS = (speed: number, metresPerPixel: number): number =>
  Math.min(0.5 * speed, Math.max(0.5, Math.min(4, (metresPerPixel * 5) / 14)));

export function startPlayer(city: LoadedCity, map: CityMap, session: SessionStore, moment: MomentStore): Player {
  const { twin, snapshots, signals } = city;
  const { fromS, untilS } = spanOf(city);
  if (session.getState().timeS < 0) session.setState({ timeS: fromS <= FIRST_LOOK_S && FIRST_LOOK_S <= untilS ? FIRST_LOOK_S : Math.floor((fromS + untilS) / 2) });
  const clock = makeClock(session, fromS, untilS);
  const listeners = new Set<() => void>();
  const zones = twin.lightingZones.count;
  let lampShares = new Float32Array(0), lampGroupOf = city.plannedLamps.groupOf;
  let trial: LampTrial | undefined, people: Float32Array | undefined, stale = true, share = 0, lastMs = performance.now(), handle = 0, shownThing: Thing | undefined;

  const lampsNow = (run: CityRun | undefined): void => {
    const output = run?.lampOutput ?? city.plannedLamps;
    const timeS = clock.timeS(), next = Float32Array.from({ length: output.groupCount }, (_, group) => (group < zones ? trial?.(group, timeS) : undefined) ?? output.shareAt(group, timeS));
    if (output.groupOf === lampGroupOf && next.length === lampShares.length && next.every((value, group) => value === lampShares[group])) return;
    [lampShares, lampGroupOf] = [next, output.groupOf];
    map.setLampOutput(lampGroupOf, next);
  };

  const vehiclePlace = (departure: number): { xM: number; yM: number } | undefined => {
    const { rows } = snapshots;
    for (let row = 0; row < snapshots.count(); row++) {
      if (snapshots.departureOf(row) !== departure) continue;
      const at = row * 12, middleM = rows[at + 8]! / 2;
      return {
        xM: rows[at]! + (rows[at + 4]! - rows[at]!) * share - rows[at + 2]! * middleM,
        yM: rows[at + 1]! + (rows[at + 5]! - rows[at + 1]!) * share - rows[at + 3]! * middleM,
      };
    }
    return undefined;
  };

  const ring = ({ xM, yM }: { xM: number; yM: number }, sizePx: number): Marker => ({ xM, yM, colour: CHOSEN, shape: shapeNumber('ring'), sizePx, layer: 0, fromZoom: 0 });
  const showSelection = (): void => {
    const { selected } = session.getState();
    if (selected?.kind === 'departures') {
      const place = vehiclePlace(selected.row);
      map.setSelection(place ? [ring(place, 26)] : [], sameThing(selected, shownThing) ? undefined : []);
    } else if (!sameThing(selected, shownThing)) {
      const place = selected && placeOf(twin, selected);
      map.setSelection((place?.dots ?? []).map((dot, at) => ring(dot, at === 0 && selected?.kind !== 'lines' ? 24 : 12)), place?.lines ?? []);
    }
    shownThing = selected;
  };

  const frame = (nowMs: number): void => {
    handle = requestAnimationFrame(frame);
    // A tab that slept, or a slow machine, must not jump ahead.
    const elapsedMs = Math.min(400, nowMs - lastMs);
    lastMs = nowMs;
    const { shown, speed, selected, street } = session.getState();
    const run = city.run(shown);
    const waiting = run?.ways.waiting(Math.min(clock.timeS(), untilS - 0.01)) ?? false;
    const moved = clock.advance(waiting ? 0 : elapsedMs);
    if (!moved && !stale && sameThing(selected, shownThing)) return;
    stale = false;
    const timeS = clock.timeS();
    // The last second of a run lies in its last segment, not in the one after.
    const recordedS = Math.min(timeS, untilS - 0.01);
    const ways = run?.ways.at(recordedS, Math.max(20, speed * 3));
    // A street close up may lie anywhere, whatever the map shows.
    const streetOpen = street >= 0;
    const metresPerPixel = streetOpen ? 0 : map.metresPerPixel();
    share = snapshots.update(ways, recordedS, { spacingS: snapshotSpacingS(speed, metresPerPixel), bounds: streetOpen ? EVERYWHERE : map.bounds(), close: metresPerPixel < 2 });
    signals.update(timeS, run?.signals.at(recordedS, Math.max(20, speed * 3)));
    lampsNow(run);
    if (people !== ways?.people) map.setPeople((people = ways?.people) ?? NOBODY);
    showSelection();
    map.show({ timeS, snapshotShare: share });
    const night = map.daylight().dayShare < 0.35;
    const vehicleCount = ways ? snapshots.vehicleCount() : undefined;
    const before = moment.getState();
    const waitsNow = run?.ways.waiting(recordedS) ?? false;
    if (before.night !== night || before.vehicleCount !== vehicleCount || before.waiting !== waitsNow) moment.setState({ night, vehicleCount, waiting: waitsNow });
    for (const listener of listeners) listener();
  };

  city.onArrival((failure) => {
    stale = true;
    if (failure !== undefined) moment.setState({ failure });
  });
  const unsubscribe = session.subscribe((next, before) => {
    if (next.shown !== before.shown || next.results !== before.results || next.selected !== before.selected || next.camera !== before.camera || next.street !== before.street) stale = true;
    if (next.layerBits !== before.layerBits) map.setLayerBits(next.layerBits);
  });
  map.setLayerBits(session.getState().layerBits);
  handle = requestAnimationFrame(frame);
  return {
    clock, vehiclePlace,
    snapshotShare: () => share,
    lampShares: () => lampShares,
    lampGroupOf: () => lampGroupOf,
    tryLamps(tried) {
      trial = tried;
      stale = true;
    },
    people: () => people ?? NOBODY,
    onFrame(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      cancelAnimationFrame(handle);
      unsubscribe();
    },
  };
}
