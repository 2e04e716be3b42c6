import { groupRows, type GroupedRows } from '../../../engine/foundation/grouped-rows.ts';
import { tableFrom, type RowValues } from '../../../engine/foundation/table.ts';
import { HOURS_OF_DAY, plannedHourVolumes } from '../../../engine/twin/hour-volumes.ts';
import { lightingClassOf, UNKNOWN_VOLUME } from '../../../engine/twin/lighting-class-of.ts';
import { ambientLuminosity, lightingFamily, litStreetColumns, roadSurface } from '../../../engine/twin/lit-streets.ts';
import { category, isInRoundabout, roadClass } from '../../../engine/twin/streets.ts';
import { mostOf, streetLamps } from '../../../engine/twin/street-lamps.ts';
import type { ReadingTwin, Twin } from '../../../engine/twin/twin.ts';
import { standingAlong } from './standing-along.ts';

/** What maps and inventories of lamps do not say of a street. */
export interface StreetSetting {
  ambientLuminosity: number;
  hasParkedCars: boolean;
  /** Of users without a motor. */
  sharedShare: number;
  /** A code of `roadSurface`. */
  surface: number;
  maintenanceFactor: number;
}

type LitStreet = RowValues<typeof litStreetColumns>;

/** Dry asphalt as road lighting is designed for where nobody has measured it (CIE 144: R3); light kept at the end of a maintenance cycle, usual for LED (CIE 154). */
export const USUAL_SURFACE = 'r3' satisfies keyof typeof roadSurface, USUAL_MAINTENANCE_FACTOR = 0.8;
/** Communes with fewer people than this have dark surroundings. */
const VILLAGE = 2000;
/** Where no direction is posted: the limit of a town. */
const TOWN_MPS = 50 / 3.6;
/** Up to this speed classes P are for the whole carriageway (CEN/TR 13201-1:2014, table 3), above it classes M. */
const SLOW_MPS = 40 / 3.6;
/** More lanes than any street has: what a broken map says. */
const MOST_LANES = 16;
const MOTORISED = category.car | category.van | category.lorry | category.bus | category.taxi;

/**
 * One row for every street that has lamps: the regular installation that stands for them, and the class that its users need in
 * the busiest hour of the day. Whatever a map does not say of it comes from `settingOf`; `tiltDegOf` a lamp is level where nobody says. See docs/models/lighting-compliance.md.
 */
export function addLitStreets(twin: Twin, settingOf: (street: number) => StreetSetting = (street) => usualSetting(twin, street), tiltDegOf: (lamp: number) => number = () => 0): void {
  const { lamps, streets, links } = twin, none = streets.count, tiltsDeg = Float64Array.from({ length: lamps.count }, (_, lamp) => tiltDegOf(lamp));
  const lampsOf = groupRows(Array.from(lamps.street, (street) => (street < 0 ? none : street)), lamps.count);
  const linksOf = groupRows(Array.from(links.street, (street) => (street < 0 ? none : street)), links.count);
  const arms = armCounts(twin), volumes = plannedHourVolumes(twin);
  const rows: LitStreet[] = [];
  for (let street = 0; street < streets.count; street++) {
    const ofStreet = rowsOf(lampsOf, street);
    if (ofStreet.length === 0) continue;
    rows.push({ ...installationOf(twin, street, ofStreet, tiltsDeg), ...usersOf(twin, street, rowsOf(linksOf, street), arms), ...settingColumns(settingOf(street)), classIndex: 0 });
  }
  twin.litStreets = tableFrom(litStreetColumns, rows);
  for (let row = 0; row < twin.litStreets.count; row++) {
    const busiest = busiestHour(volumes, streets.count, twin.litStreets.street[row]!);
    twin.litStreets.classIndex[row] = lightingClassOf(twin.litStreets, row, busiest);
  }
}

const rowsOf = ({ rows, starts }: GroupedRows, group: number): ArrayLike<number> => (group + 1 < starts.length ? rows.subarray(starts[group], starts[group + 1]) : []);

/** What a street of its class usually is like: parked cars in side streets, dark surroundings in small communes. */
export function usualSetting({ streets, communes }: ReadingTwin, street: number): StreetSetting {
  const kind = streets.class[street]!, commune = streets.commune[street]!;
  return {
    ambientLuminosity: commune >= 0 && communes.population[commune]! < VILLAGE ? ambientLuminosity.low : ambientLuminosity.moderate,
    hasParkedCars: kind === roadClass.residential,
    sharedShare: kind >= roadClass.footway ? 1 : kind <= roadClass.trunk ? 0 : 0.2, surface: roadSurface[USUAL_SURFACE], maintenanceFactor: USUAL_MAINTENANCE_FACTOR,
  };
}

const settingColumns = ({ hasParkedCars, ...setting }: StreetSetting) => ({ ...setting, hasParkedCars: hasParkedCars ? 1 : 0 });

type Installation = Pick<LitStreet, 'street' | 'luminaire' | 'zone' | 'arrangement' | 'spacingM' | 'longestGapM' | 'heightM' | 'widthM' | 'overhangM' | 'tiltDeg' | 'fluxLm'>;

/** Their most frequent tilt stands for all: light is hung anew for every other one. */
function installationOf(twin: ReadingTwin, street: number, ofStreet: ArrayLike<number>, tiltsDeg: ArrayLike<number>): Installation {
  const { luminaire, ofKind, heightM, fluxLm } = streetLamps(twin, ofStreet);
  return {
    street, luminaire, zone: mostOf(ofStreet, twin.lamps.zone), ...standingAlong(twin, street, ofStreet),
    heightM, widthM: twin.streets.widthM[street]!, tiltDeg: mostOf(ofKind, tiltsDeg), fluxLm,
  };
}

type Users = Pick<LitStreet, 'laneCount' | 'family' | 'isSeparated' | 'speedLimitMps' | 'junctionsPerKm'>;

function usersOf(twin: ReadingTwin, street: number, ofStreet: ArrayLike<number>, arms: ArrayLike<number>): Users {
  const { links, lanes, streets } = twin, kind = streets.class[street]!;
  let laneCount = 0, fastestMps = 0, inRing = ofStreet.length > 0, junctions = 0;
  for (let at = 0; at < ofStreet.length; at++) {
    const link = ofStreet[at]!;
    for (let lane = links.firstLane[link]!; lane < links.firstLane[link]! + links.laneCount[link]!; lane++) if ((lanes.permitted[lane]! & MOTORISED) !== 0) laneCount++;
    fastestMps = Math.max(fastestMps, links.speedLimitMps[link]!);
    inRing = inRing && isInRoundabout(twin, link);
    // Each end belongs to two stretches: half a junction here.
    if (at === 0) for (const end of [links.fromJunction[link]!, links.toJunction[link]!]) if (arms[end]! > 2) junctions += 0.5;
  }
  const speedLimitMps = fastestMps > 0 ? fastestMps : TOWN_MPS;
  const family = kind >= roadClass.residential ? lightingFamily.pedestrian : inRing ? lightingFamily.conflict : speedLimitMps <= SLOW_MPS ? lightingFamily.pedestrian : lightingFamily.motorised;
  return {
    laneCount: Math.max(1, Math.min(MOST_LANES, laneCount)), speedLimitMps, family, junctionsPerKm: junctions / (Math.max(1, streets.lengthM[street]!) / 1000),
    // One direction alone of a main road: the other has a carriageway of its own.
    isSeparated: ofStreet.length === 1 && kind <= roadClass.secondary ? 1 : 0,
  };
}

/** How many streets meet at each junction. */
function armCounts({ junctions, links }: ReadingTwin): Uint32Array {
  const streetsAt = Array.from({ length: junctions.count }, () => new Set<number>());
  for (let link = 0; link < links.count; link++) for (const end of [links.fromJunction[link]!, links.toJunction[link]!]) streetsAt[end]!.add(links.street[link]!);
  return Uint32Array.from(streetsAt, ({ size }) => size);
}

function busiestHour(volumes: ArrayLike<number>, streetCount: number, street: number): number {
  let busiest = UNKNOWN_VOLUME;
  for (let hour = 0; hour < HOURS_OF_DAY; hour++) busiest = Math.max(busiest, volumes[hour * streetCount + street]!);
  return busiest;
}
