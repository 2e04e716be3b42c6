import { eastM, flatMapAt, northM, type FlatMap } from '../../../engine/foundation/flat-map.ts';
import type { Problem } from '../../../engine/foundation/problem.ts';
import { emptyTwin, type Source, type Twin } from '../../../engine/twin/twin.ts';
import type { LampMapping } from '../../formats/inventory/mapping-schema.ts';
import type { InventoryLamp } from '../../formats/inventory/read-lamps.ts';
import { rowWarnings } from '../../formats/inventory/row-warnings.ts';
import { makeProblemList } from '../../formats/problem-list.ts';
import { setClockByLongitude } from '../city-clock.ts';
import { importedFacts } from '../imported-facts.ts';
import { addLitStreets } from './lit-streets.ts';
import { LIT_STREET_WITHIN_M, streetFinder } from './nearest-street.ts';
import { consumedW, printedW, typicalLamps, type Technology } from './typical-lamps.ts';
import { writeLamps, type CompleteLamp } from './write-lamps.ts';

/** Where nobody says how high: usual in residential streets. */
const ASSUMED_HEIGHT_M = 8;
/** An inventory whose middle lies farther than this from the city is of another one, or in another reference system. */
const MOST_FROM_CITY_M = 50_000;

/** Lamps read from a file, and by which mapping. */
export interface Inventory { file: string; lamps: readonly InventoryLamp[]; mapping: LampMapping }

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
  const streetOf = streetFinder(twin), assumed = new Map<Assumption, number>();
  let offNamedStreet = 0, offStreets = 0;
  const complete = lamps.map((lamp, at): CompleteLamp => {
    const { xM, yM } = placed[at]!, { street, isNamed } = streetOf(xM, yM, lamp.street);
    if (lamp.street !== '' && !isNamed) offNamedStreet++;
    if (street < 0) offStreets++;
    return { ...completed(lamp, inventory.mapping, (what) => assumed.set(what, (assumed.get(what) ?? 0) + 1)), xM, yM, street };
  });
  if (offNamedStreet > 0 && twin.streets.count > 0) problems.warning('lamps-off-named-street', file, { count: offNamedStreet, lamps: lamps.length });
  if (offStreets > 0 && twin.streets.count > 0) problems.warning('lamps-off-streets', file, { count: offStreets, lamps: lamps.length, withinM: LIT_STREET_WITHIN_M });
  tellSamePlaces(inventory, placed, problems);
  writeLamps(twin, complete);
  if (twin.streets.count > 0) addLitStreets(twin);
  twin.facts.sources = [...twin.facts.sources, ...sourcesOf(inventory, assumed)];
  return problems.all();
}

/** How far the middle of the lamps lies from the origin of the map; the middle one of each coordinate, which no mistyped row moves. */
function middleAwayM(placed: readonly { xM: number; yM: number }[]): number {
  const middle = (metres: number[]): number => metres.sort((a, b) => a - b)[metres.length >> 1] ?? 0;
  const xM = middle(placed.map((at) => at.xM)), yM = middle(placed.map((at) => at.yM));
  return Math.sqrt(xM * xM + yM * yM);
}

type Assumption = 'technology' | 'power' | 'gear' | 'powerBefore' | 'flux' | 'height';

/** A lamp with what its row says, then what the mapping assumes, then what is usual. */
function completed(lamp: InventoryLamp, { columns, assume }: LampMapping, tell: (what: Assumption) => void): Omit<CompleteLamp, 'xM' | 'yM' | 'street'> {
  const told = <T>(value: T | undefined, what: Assumption, other: () => T): T => { if (value !== undefined) return value; tell(what); return other(); };
  const technology = lamp.technology ?? assume.technology;
  if (lamp.technology === undefined) tell('technology');
  const like: Technology = technology ?? 'unknown', { lmPerW, lampW } = typicalLamps[like];
  const withGear = (watts: number, of: 'lamp' | 'system' | undefined): number => {
    if (of !== 'lamp' || typicalLamps[like].gear.length === 0) return watts;
    tell('gear');
    return consumedW(like, watts);
  };
  const ratedPowerW = lamp.powerW === undefined ? told(undefined, 'power', () => assume.powerW ?? consumedW(like, lampW)) : withGear(lamp.powerW, columns.power?.of);
  const powerBeforeW = lamp.powerBeforeW === undefined ? told(undefined, 'powerBefore', () => assume.powerBeforeW ?? ratedPowerW) : withGear(lamp.powerBeforeW, columns.powerBefore?.of);
  return {
    name: lamp.name, technology, colourTemperatureK: lamp.colourTemperatureK ?? 0, installedYear: lamp.installedYear ?? 0, cabinet: lamp.cabinet, zone: lamp.zone,
    ratedPowerW, powerBeforeW,
    // Light goes by the watts printed on a lamp: what its gear takes gives none.
    ratedFluxLm: told(lamp.fluxLm, 'flux', () => assume.fluxLm ?? Math.round(printedW(like, ratedPowerW) * lmPerW)),
    heightM: told(lamp.heightM, 'height', () => assume.heightM ?? ASSUMED_HEIGHT_M),
  };
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

const PARIS = { fr: 'lampes usuelles de l’inventaire de Paris', en: 'usual lamps of the Paris inventory' };
const WORDS: Readonly<Record<Assumption, { what: { fr: string; en: string }; like: { fr: string; en: string } }>> = {
  technology: { what: { fr: 'technologie', en: 'technology' }, like: { fr: 'inconnue', en: 'unknown' } },
  power: { what: { fr: 'puissance', en: 'power' }, like: PARIS },
  gear: { what: { fr: 'pertes de l’appareillage', en: 'losses of the gear' }, like: PARIS },
  powerBefore: { what: { fr: 'puissance avant rénovation', en: 'power before renovation' }, like: { fr: 'celle d’aujourd’hui', en: 'that of today' } },
  flux: { what: { fr: 'flux', en: 'flux' }, like: PARIS },
  height: { what: { fr: 'hauteur', en: 'height' }, like: { fr: `${ASSUMED_HEIGHT_M} m, usuel dans les rues d’habitation`, en: `${ASSUMED_HEIGHT_M} m, usual in residential streets` } },
};

/** The inventory itself, and one line for each quantity that it does not have of all lamps. */
function sourcesOf({ file, lamps, mapping: { source, assume } }: Inventory, assumed: ReadonlyMap<Assumption, number>): Source[] {
  const name = file.split('/').at(-1)!, from = source?.from ?? name;
  return [
    {
      what: { fr: `${lamps.length} points lumineux`, en: `${lamps.length} lamps` }, from: { fr: from, en: from },
      licence: source ? source.licence : { fr: 'non indiquée', en: 'not stated' }, synthetic: false,
    },
    ...[...assumed].map(([what, count]): Source => ({
      what: {
        fr: `points lumineux, ${WORDS[what].what.fr} : ${count} sur ${lamps.length}`,
        en: `lamps, ${WORDS[what].what.en}: ${count} of ${lamps.length}`,
      },
      from: isSetByMapping(what, assume)
        ? { fr: `hypothèse du fichier de correspondance, car ${name} ne le donne pas`, en: `assumption of the mapping file, because ${name} does not give it` }
        : { fr: `hypothèse : ${WORDS[what].like.fr}, car ${name} ne le donne pas`, en: `assumption: ${WORDS[what].like.en}, because ${name} does not give it` },
      licence: { fr: 'sans objet', en: 'none needed' }, synthetic: true,
    })),
  ];
}

function isSetByMapping(what: Assumption, { technology, powerW, powerBeforeW, fluxLm, heightM }: LampMapping['assume']): boolean {
  const set: Readonly<Record<Assumption, unknown>> = { technology, power: powerW, powerBefore: powerBeforeW, flux: fluxLm, height: heightM, gear: undefined };
  return set[what] !== undefined;
}
