import type { RawWay } from '../../build/raw-city.ts';
import type { RoadClassName } from '../../build/names.ts';
import { ORDINARY_TRAFFIC, category } from '../../../engine/twin/streets.ts';
import type { Tags } from './osm-element.ts';
import { wordTable } from '../word-table.ts';

/** What `highway` values mean for us; those not listed are not driven on. Speeds are used where `maxspeed` says nothing. */
const highways: Readonly<Record<string, { class: RoadClassName; kmh: number; oneWayLanes: number }>> = wordTable({
  motorway: { class: 'motorway', kmh: 120, oneWayLanes: 2 },
  motorway_link: { class: 'motorway', kmh: 70, oneWayLanes: 1 },
  trunk: { class: 'trunk', kmh: 90, oneWayLanes: 2 },
  trunk_link: { class: 'trunk', kmh: 60, oneWayLanes: 1 },
  primary: { class: 'primary', kmh: 50, oneWayLanes: 1 },
  primary_link: { class: 'primary', kmh: 50, oneWayLanes: 1 },
  secondary: { class: 'secondary', kmh: 50, oneWayLanes: 1 },
  secondary_link: { class: 'secondary', kmh: 50, oneWayLanes: 1 },
  tertiary: { class: 'tertiary', kmh: 50, oneWayLanes: 1 },
  tertiary_link: { class: 'tertiary', kmh: 50, oneWayLanes: 1 },
  unclassified: { class: 'residential', kmh: 50, oneWayLanes: 1 },
  residential: { class: 'residential', kmh: 30, oneWayLanes: 1 },
  living_street: { class: 'residential', kmh: 20, oneWayLanes: 1 },
  road: { class: 'residential', kmh: 30, oneWayLanes: 1 },
  service: { class: 'service', kmh: 20, oneWayLanes: 1 },
  busway: { class: 'busway', kmh: 50, oneWayLanes: 1 },
  bus_guideway: { class: 'busway', kmh: 50, oneWayLanes: 1 },
});

/** Yards, drives and aisles: part of a plot rather than of the street network. */
const plotServices = new Set(['driveway', 'parking_aisle', 'drive-through', 'emergency_access']);
const shut = new Set(['no', 'private', 'agricultural', 'forestry', 'military', 'delivery', 'customers']);
const open = new Set(['yes', 'designated', 'permissive', 'destination', 'official']);

const MPS_PER_KMH = 1 / 3.6;
const namedLimitsKmh: Readonly<Record<string, number>> = wordTable({
  urban: 50, rural: 80, motorway: 130, trunk: 110, living_street: 20, zone30: 30, zone20: 20, walk: 6, none: 130, bicycle_road: 30,
});

/** `maxspeed` as OSM writes it: '50', '30 mph', 'FR:urban', 'walk'. Undefined where it says nothing usable. */
export function speedLimitMps(value: string | undefined): number | undefined {
  if (!value) return undefined;
  const figure = /^(\d+(?:\.\d+)?)\s*(mph|km\/h|kmh|kph)?$/.exec(value.trim());
  if (figure) {
    const mps = Number(figure[1]) * (figure[2] === 'mph' ? 0.44704 : MPS_PER_KMH);
    return mps >= 1 && mps <= 60 ? mps : undefined;
  }
  const name = value.trim().replace(/^[A-Z]{2}:/, '').replace(/^zone:?(\d+)$/, 'zone$1');
  // Germany's roads outside towns allow 100 where France's allow 80.
  if (value.startsWith('DE:rural')) return 100 * MPS_PER_KMH;
  const kmh = namedLimitsKmh[name];
  return kmh === undefined ? undefined : kmh * MPS_PER_KMH;
}

function permitted(tags: Tags, roadClass: RoadClassName): number {
  const buses = category.bus | category.emergency;
  const busAllowed = [tags['bus'], tags['psv']].some((value) => value !== undefined && open.has(value));
  if (roadClass === 'busway') return buses | (tags['bicycle'] === 'yes' || tags['bicycle'] === 'designated' ? category.bicycle : 0);
  const motor = tags['motorcar'] ?? tags['motor_vehicle'] ?? tags['vehicle'] ?? tags['access'];
  if (motor !== undefined && shut.has(motor)) return busAllowed ? buses : 0;
  let bits = ORDINARY_TRAFFIC;
  if (roadClass === 'motorway' || tags['bicycle'] === 'no') bits &= ~category.bicycle;
  if (tags['hgv'] === 'no') bits &= ~category.lorry;
  return bits;
}

const wholeNumber = (value: string | undefined): number | undefined => (value && /^\d{1,2}$/.test(value.trim()) ? Number(value) : undefined);
const turnLanes = (value: string | undefined): string[][] | undefined => value?.split('|').map((lane) => lane.split(';').map((turn) => turn.trim()).filter((turn) => turn !== '' && turn !== 'none'));

function busLanes(tags: Tags, oneWay: boolean): { forward: boolean; backward: boolean } {
  const lane = (value: string | undefined) => value === 'lane' || value === 'opposite_lane';
  const designated = (value: string | undefined) => value?.split('|').includes('designated') ?? false;
  const counted = (key: string) => (wholeNumber(tags[`lanes:psv${key}`]) ?? wholeNumber(tags[`lanes:bus${key}`]) ?? 0) > 0;
  const right = lane(tags['busway:right']) || (lane(tags['busway']) && tags['busway'] !== 'opposite_lane') || lane(tags['busway:both']);
  const left = lane(tags['busway:left']) || tags['busway'] === 'opposite_lane' || lane(tags['busway:both']) || (lane(tags['busway']) && !oneWay);
  return {
    forward: right || counted(':forward') || (oneWay && counted('')) || designated(tags['bus:lanes:forward']) || designated(tags['psv:lanes:forward']) || (oneWay && (designated(tags['bus:lanes']) || designated(tags['psv:lanes']))),
    // A contraflow bus lane makes the way two-way for buses: the passes that build lanes know that.
    backward: left || counted(':backward') || designated(tags['bus:lanes:backward']) || designated(tags['psv:lanes:backward']),
  };
}

function laneCounts(tags: Tags, oneWay: boolean, defaultLanes: number, bus: { forward: boolean; backward: boolean }): { forward: number; backward: number } {
  const total = wholeNumber(tags['lanes']);
  let forward = wholeNumber(tags['lanes:forward']);
  let backward = wholeNumber(tags['lanes:backward']);
  // `lanes` counts bus lanes too.
  const ordinary = total === undefined ? undefined : total - (bus.forward ? 1 : 0) - (bus.backward ? 1 : 0);
  if (oneWay) return { forward: Math.min(8, Math.max(1, forward ?? ordinary ?? defaultLanes)), backward: 0 };
  if (forward === undefined && backward !== undefined && ordinary !== undefined) forward = ordinary - backward;
  if (backward === undefined && forward !== undefined && ordinary !== undefined) backward = ordinary - forward;
  forward ??= ordinary === undefined ? 1 : Math.ceil(ordinary / 2);
  backward ??= ordinary === undefined ? 1 : Math.floor(ordinary / 2);
  return { forward: Math.min(8, Math.max(1, forward)), backward: Math.min(8, Math.max(1, backward)) };
}

const levelOf = (tags: Tags): number => {
  const layer = Number(tags['layer'] ?? NaN);
  if (Number.isInteger(layer) && Math.abs(layer) <= 5 && layer !== 0) return layer;
  if (tags['tunnel'] && tags['tunnel'] !== 'no') return -1;
  return tags['bridge'] && tags['bridge'] !== 'no' ? 1 : 0;
};

/** A way that vehicles drive on, without its nodes; undefined for every other way. */
export function drivableWay(tags: Tags): Omit<RawWay, 'name' | 'nodes'> | undefined {
  if (tags['railway'] === 'tram') return tramWay(tags);
  const known = highways[tags['highway'] ?? ''];
  if (!known || tags['area'] === 'yes') return undefined;
  if (tags['highway'] === 'service' && plotServices.has(tags['service'] ?? '')) return undefined;
  const bits = permitted(tags, known.class);
  if (bits === 0) return undefined;
  const roundabout = tags['junction'] === 'roundabout' || tags['junction'] === 'circular';
  const oneWay = tags['oneway'] === '-1' || tags['oneway'] === 'reverse' ? -1
    : tags['oneway'] === 'yes' || tags['oneway'] === '1' || tags['oneway'] === 'true' || ((roundabout || tags['highway'] === 'motorway') && tags['oneway'] !== 'no') ? 1 : 0;
  const bus = busLanes(tags, oneWay !== 0);
  const lanes = laneCounts(tags, oneWay !== 0, known.oneWayLanes, bus);
  const swapped = oneWay === -1;
  const forwardTurns = turnLanes(tags['turn:lanes:forward'] ?? (oneWay !== 0 ? tags['turn:lanes'] : undefined));
  const backwardTurns = turnLanes(tags['turn:lanes:backward']);
  return {
    title: tags['name'] ?? tags['ref'] ?? '',
    class: known.class,
    oneWay,
    lanesForward: swapped ? lanes.backward : lanes.forward,
    lanesBackward: swapped ? lanes.forward : lanes.backward,
    busLaneForward: swapped ? bus.backward : bus.forward,
    busLaneBackward: swapped ? bus.forward : bus.backward,
    ...(forwardTurns && (swapped ? { turnLanesBackward: forwardTurns } : { turnLanesForward: forwardTurns })),
    ...(backwardTurns && !swapped && { turnLanesBackward: backwardTurns }),
    speedLimitMps: speedLimitMps(tags['maxspeed']) ?? known.kmh * MPS_PER_KMH,
    roundabout,
    ...(tags['highway']!.endsWith('_link') && { slipRoad: true }),
    level: levelOf(tags),
    permitted: bits,
  };
}

function tramWay(tags: Tags): Omit<RawWay, 'name' | 'nodes'> | undefined {
  if (tags['service'] === 'yard' || tags['service'] === 'siding') return undefined;
  return {
    title: tags['name'] ?? '', class: 'tramway', oneWay: tags['oneway'] === 'yes' ? 1 : 0,
    lanesForward: 1, lanesBackward: tags['oneway'] === 'yes' ? 0 : 1, busLaneForward: false, busLaneBackward: false,
    speedLimitMps: speedLimitMps(tags['maxspeed']) ?? 50 * MPS_PER_KMH, roundabout: false, level: levelOf(tags), permitted: category.tram,
  };
}
