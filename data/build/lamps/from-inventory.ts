import { median } from 'simple-statistics';
import { eastM, flatMapAt, northM, type FlatMap } from '../../../engine/foundation/flat-map.ts';
import type { Problem } from '../../../engine/foundation/problem.ts';
import { roadSurface } from '../../../engine/twin/lit-streets.ts';
import { emptyTwin, type Twin } from '../../../engine/twin/twin.ts';
import { traitNames, type LampMapping } from '../../formats/inventory/mapping-schema.ts';
import type { InventoryLamp } from '../../formats/inventory/read-lamps.ts';
import { rowWarnings } from '../../formats/inventory/row-warnings.ts';
import { makeProblemList } from '../../formats/problem-list.ts';
import { setClockByLongitude } from '../city-clock.ts';
import { importedFacts } from '../imported-facts.ts';
import { ASSUMED_HEIGHT_M, type Inventory } from './inventory.ts';
import { sourcesOf, type Assumption } from './inventory-sources.ts';
import { fluxAtWatts, lightFinder, tiltedOutput, type LampLight } from './lamp-lights.ts';
import { addLitStreets, USUAL_MAINTENANCE_FACTOR, USUAL_SURFACE, usualSetting } from './lit-streets.ts';
import { LIT_STREET_WITHIN_M, streetFinder } from './nearest-street.ts';
import { consumedW, printedW, typicalLamps, type Technology } from './typical-lamps.ts';
import { writeLamps, type CompleteLamp } from './write-lamps.ts';

/** An inventory whose middle lies farther than this from the city is of another one, or in another reference system. */
const MOST_FROM_CITY_M = 50_000;

/** A city of lamps alone, on a flat map around their middle. */
export function cityOfLamps(name: string, inventory: Inventory): { twin: Twin; problems: Problem[] } {
  const { lamps } = inventory;
  const middle = (of: (lamp: InventoryLamp) => number): number => {
    const degrees = lamps.map(of), least = degrees.reduce((a, b) => Math.min(a, b), Infinity), most = degrees.reduce((a, b) => Math.max(a, b), -Infinity);
    return Math.round(((least + most) / 2) * 10_000) / 10_000;
  };
  const twin = emptyTwin(importedFacts(name, flatMapAt(middle(({ latitudeDeg }) => latitudeDeg), middle(({ longitudeDeg }) => longitudeDeg))));
  setClockByLongitude(twin.facts);
  return { twin, problems: addInventory(twin, inventory) };
}

/** Puts the lamps of an inventory in place of all lamps of a twin; an error, and nothing done, where they lie in another place. */
export function addInventory(twin: Twin, inventory: Inventory): Problem[] {
  const problems = makeProblemList(), { file, lamps } = inventory, map: FlatMap = twin.facts;
  const placed = lamps.map(({ longitudeDeg, latitudeDeg }) => ({ xM: eastM(map, longitudeDeg), yM: northM(map, latitudeDeg) }));
  const awayM = middleAwayM(placed);
  if (awayM > MOST_FROM_CITY_M) {
    const exchangedAwayM = middleAwayM(lamps.map(({ longitudeDeg, latitudeDeg }) => ({ xM: eastM(map, latitudeDeg), yM: northM(map, longitudeDeg) })));
    const away = { awayKm: Math.round(awayM / 1000) };
    if (exchangedAwayM <= MOST_FROM_CITY_M) problems.error('lamps-elsewhere-exchanged', file, away);
    else problems.error('lamps-elsewhere', file, away);
    return problems.all();
  }
  const streetOf = streetFinder(twin), lightOf = lightFinder(inventory.photometries ?? new Map(), inventory.mapping.assume), tiltsDeg = new Float64Array(lamps.length);
  const assumed = new Map<Assumption, number>(), lit = { count: 0, files: new Set<string>() };
  let offNamedStreet = 0, offStreets = 0;
  const complete = lamps.map((lamp, at): CompleteLamp => {
    const { xM, yM } = placed[at]!, { street, isNamed } = streetOf(xM, yM, lamp.street);
    if (lamp.street !== '' && !isNamed) offNamedStreet++;
    if (street < 0) offStreets++;
    const light = lightOf(lamp), { tiltDeg, ...one } = completed(lamp, light, inventory.mapping, (what) => assumed.set(what, (assumed.get(what) ?? 0) + 1));
    // The table is of the luminaire as it hung when it was measured: it is tilted by what is left (EN 13201-3).
    tiltsDeg[at] = tiltDeg - (light?.luminaire.measuredTiltDeg ?? 0);
    if (light) { lit.count++; lit.files.add(light.file); }
    return { ...one, xM, yM, street };
  });
  if (offNamedStreet > 0 && twin.streets.count > 0) problems.warning('lamps-off-named-street', file, { count: offNamedStreet, lamps: lamps.length });
  if (offStreets > 0 && twin.streets.count > 0) problems.warning('lamps-off-streets', file, { count: offStreets, lamps: lamps.length, withinM: LIT_STREET_WITHIN_M });
  tellSamePlaces(inventory, placed, problems);
  tellOddWatts(inventory, problems);
  writeLamps(twin, complete);
  const { surface = USUAL_SURFACE, maintenanceFactor = USUAL_MAINTENANCE_FACTOR } = inventory.mapping.assume;
  if (twin.streets.count > 0) addLitStreets(twin, (street) => ({ ...usualSetting(twin, street), surface: roadSurface[surface], maintenanceFactor }), (lamp) => tiltsDeg[lamp]!);
  twin.facts.sources = [...twin.facts.sources, ...sourcesOf(inventory, { assumed, lit, ...(twin.litStreets.count > 0 && { streets: { surface, maintenanceFactor } }) })];
  return problems.all();
}

/** How far the middle of the lamps lies from the origin of the map; the middle one of each coordinate, which no mistyped row moves. */
function middleAwayM(placed: readonly { xM: number; yM: number }[]): number {
  const middle = (metres: number[]): number => metres.sort((a, b) => a - b)[metres.length >> 1] ?? 0;
  const xM = middle(placed.map((at) => at.xM)), yM = middle(placed.map((at) => at.yM));
  return Math.sqrt(xM * xM + yM * yM);
}

/** A lamp with what its row and the photometric file that it names say, then what the mapping and the file that it assumes do, then what is usual. */
function completed(lamp: InventoryLamp, light: LampLight | undefined, { columns, assume }: LampMapping, tell: (what: Assumption) => void): Omit<CompleteLamp, 'xM' | 'yM' | 'street'> & { tiltDeg: number } {
  const told = <T>(value: T | undefined, what: Assumption, other: () => T): T => { if (value !== undefined) return value; tell(what); return other(); };
  const technology = lamp.technology ?? assume.technology;
  if (lamp.technology === undefined) tell('technology');
  const like: Technology = technology ?? 'unknown', { lmPerW, lampW } = typicalLamps[like];
  const withGear = (watts: number, of: 'lamp' | 'system' | undefined): number => {
    if (of !== 'lamp' || typicalLamps[like].gear.length === 0) return watts;
    tell('gear');
    return consumedW(like, watts);
  };
  const said = light?.isSaid ? light : undefined, supposed = light?.isSaid ? undefined : light;
  const writtenLm = lamp.fluxLm !== undefined && light && columns.flux?.of === 'luminaire' ? lamp.fluxLm / light.outputRatio : lamp.fluxLm;
  if (supposed) tell('photometry');
  const tiltDeg = light ? told(lamp.tiltDeg, 'tilt', () => assume.tiltDeg ?? 0) : 0;
  const watts = lamp.powerW ?? said?.powerW, ofFileW = assume.powerW === undefined ? supposed?.powerW : undefined;
  const ratedPowerW = lamp.powerW === undefined ? told(watts, ofFileW === undefined ? 'power' : 'powerOfFile', () => ofFileW ?? assume.powerW ?? consumedW(like, lampW)) : withGear(lamp.powerW, columns.power?.of);
  const ofFileLm = supposed && assume.fluxLm === undefined ? fluxAtWatts(supposed, ratedPowerW) : undefined;
  const powerBeforeW = lamp.powerBeforeW === undefined ? told(undefined, 'powerBefore', () => assume.powerBeforeW ?? ratedPowerW) : withGear(lamp.powerBeforeW, columns.powerBefore?.of);
  return {
    name: lamp.name, technology, light: light?.luminaire, traits: traitsOf(lamp, assume, tell), tiltDeg, colourTemperatureK: lamp.colourTemperatureK ?? light?.colourTemperatureK ?? 0, installedYear: lamp.installedYear ?? 0, cabinet: lamp.cabinet, zone: lamp.zone,
    ratedPowerW, powerBeforeW,
    // Light goes by the watts printed on a lamp: what its gear takes gives none.
    ratedFluxLm: told(writtenLm ?? said?.fluxLm, ofFileLm === undefined ? 'flux' : 'fluxOfFile', () => ofFileLm ?? assume.fluxLm ?? Math.round(printedW(like, ratedPowerW) * lmPerW)) * tiltedOutput(light, tiltDeg),
    heightM: told(lamp.heightM, 'height', () => assume.heightM ?? ASSUMED_HEIGHT_M),
  };
}

/** Losses and ageing that are said of a lamp, then those that the mapping assumes of its technology. */
function traitsOf({ technology, traits: said }: InventoryLamp, { technology: usual, luminaires }: LampMapping['assume'], tell: (what: Assumption) => void): CompleteLamp['traits'] {
  const assumed = luminaires?.[technology ?? usual ?? 'unknown'];
  if (!assumed) return said;
  if (traitNames.some((trait) => assumed[trait] !== undefined && said?.[trait] === undefined)) tell('traits');
  return { ...assumed, ...said };
}

/** Several lamps at one place are arms of one column, or one lamp written twice: which, only the office knows. */
function tellSamePlaces({ lamps }: Inventory, placed: readonly { xM: number; yM: number }[], problems: ReturnType<typeof makeProblemList>): void {
  const first = new Map<string, number>(), told = new Set<number>(), warnings = rowWarnings();
  placed.forEach(({ xM, yM }, lamp) => {
    const { row, where } = lamps[lamp]!, key = `${xM}:${yM}`, before = first.get(key);
    if (before === undefined) first.set(key, row);
    else if (before !== row && !told.has(row)) { told.add(row); warnings.tell('lamps-same-place', { row, where }, {}, { before }); }
  });
  warnings.into(problems);
}

/** So many times the middle of its technology no lamp of one city takes: a point was lost, or a cabinet stands in the row. */
const MOST_TIMES_MIDDLE = 10;

/** Watts far above those of the other lamps are kept, and told: one such row may weigh as much as all others of a street. */
function tellOddWatts({ lamps }: Inventory, problems: ReturnType<typeof makeProblemList>): void {
  const warnings = rowWarnings(), kinds = new Map<InventoryLamp['technology'], number[]>();
  for (const { technology, powerW } of lamps) {
    const known = kinds.get(technology);
    if (powerW === undefined) continue;
    if (known) known.push(powerW);
    else kinds.set(technology, [powerW]);
  }
  const middles = new Map([...kinds].map(([technology, watts]) => [technology, median(watts)]));
  for (const { technology, powerW, row, where } of lamps) {
    const middleW = middles.get(technology);
    if (powerW !== undefined && middleW! > 0 && powerW > MOST_TIMES_MIDDLE * middleW!) warnings.tell('lamps-odd-watts', { row, where }, { middleW: middleW! }, { powerW });
  }
  warnings.into(problems);
}
