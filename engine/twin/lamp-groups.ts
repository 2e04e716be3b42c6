import { cabinetControl } from './lighting.ts';
import type { ReadingTwin } from './twin.ts';

/**
 * Lamps that always give the same output, because all that decides it is the same for them: zone, street where the zone looks at its
 * traffic, cabinet where that is switched as a whole, and the orders and losses that concern them. The first groups are the zones, as far
 * as nothing sets some of their lamps apart, and after them the lamps of no zone; in a city without such rules there are no others.
 */
export interface LampGroups {
  count: number;
  /** By lamp. */
  ofLamp: Int32Array;
  /** By group: its zone, `lightingZones.count` for the lamps of none. */
  zone: Int32Array;
  /** By group: streets whose traffic it looks at. */
  streets: readonly (readonly number[])[];
  /** By group: rows of `lightingOverrides` and of `communicationLosses` that concern it, in their order. */
  overrides: readonly (readonly number[])[];
  losses: readonly (readonly number[])[];
}

/** The same twin always gives the same groups, in the same order. */
export function lampGroups(twin: ReadingTwin): LampGroups {
  const { lamps, lightingZones } = twin, zones = lampZones(twin), watched = watchedZones(twin), streetsOfWhole = streetsOfWholeCabinets(twin);
  const zone = Array.from({ length: lightingZones.count + 1 }, (_, row) => row);
  const plain: readonly number[] = [], streets: Set<number>[] = zone.map(() => new Set()), overrides = zone.map(() => plain), losses = zone.map(() => plain);
  const known = new Map<string, number>(), ofLamp = new Int32Array(lamps.count);
  for (let lamp = 0; lamp < lamps.count; lamp++) {
    const own = zones[lamp]!, street = own < watched.length && watched[own] === 1 ? lamps.street[lamp]! : -1, cabinet = wholeCabinet(twin, lamp);
    const orders = overridesOf(twin, lamp, own, streetsOfWhole), silent = lossesOf(twin, lamp);
    if (street < 0 && orders.length === 0 && silent.length === 0) { ofLamp[lamp] = own; continue; }
    // Of a cabinet that is switched as a whole all lamps see what any of its streets sees.
    const key = [own, cabinet >= 0 ? `c${cabinet}` : street, orders.join('.'), silent.join('.')].join('|');
    let group = known.get(key);
    if (group === undefined) {
      known.set(key, group = zone.push(own) - 1);
      streets.push(new Set());
      overrides.push(orders);
      losses.push(silent);
    }
    if (street >= 0) streets[group]!.add(street);
    ofLamp[lamp] = group;
  }
  return { count: zone.length, ofLamp, zone: Int32Array.from(zone), streets: streets.map((set) => [...set]), overrides, losses };
}

/** By lamp: the zone whose calendar it follows, `lightingZones.count` for none. A cabinet that is switched as a whole follows that of most of its lamps. */
export function lampZones(twin: ReadingTwin): Int32Array {
  const { lamps, lightingZones } = twin, noZone = lightingZones.count, zones = Int32Array.from({ length: lamps.count }, (_, lamp) => (lamps.zone[lamp]! < 0 ? noZone : lamps.zone[lamp]!));
  const counts = new Map<number, Map<number, number>>();
  for (let lamp = 0; lamp < lamps.count; lamp++) {
    const cabinet = wholeCabinet(twin, lamp);
    if (cabinet < 0) continue;
    if (!counts.has(cabinet)) counts.set(cabinet, new Map());
    const ofCabinet = counts.get(cabinet)!;
    ofCabinet.set(zones[lamp]!, (ofCabinet.get(zones[lamp]!) ?? 0) + 1);
  }
  const most = new Map([...counts].map(([cabinet, ofCabinet]) => [cabinet, mostFrequent(ofCabinet)]));
  return zones.map((own, lamp) => most.get(wholeCabinet(twin, lamp)) ?? own);
}

/** What was counted most often; the lower one of two that were as often; NaN where nothing was. */
export function mostFrequent(counts: ReadonlyMap<number, number>): number {
  let best = NaN, most = 0;
  for (const [value, count] of counts) if (count > most || (count === most && value < best)) [best, most] = [value, count];
  return best;
}

/** By zone: 1 where some rule looks at the traffic of its streets. */
function watchedZones({ adaptiveRules, lightingZones }: ReadingTwin): Uint8Array {
  const watched = new Uint8Array(lightingZones.count);
  for (let rule = 0; rule < adaptiveRules.count; rule++) if (adaptiveRules.zone[rule]! >= 0) watched[adaptiveRules.zone[rule]!] = 1;
  return watched;
}

/** The cabinet that switches a lamp together with all others that it feeds; -1 where lamps are told one by one. */
function wholeCabinet({ lamps, cabinets }: ReadingTwin, lamp: number): number {
  const cabinet = lamps.cabinet[lamp]!;
  return cabinet >= 0 && cabinets.control[cabinet] === cabinetControl.cabinet ? cabinet : -1;
}

function overridesOf(twin: ReadingTwin, lamp: number, ownZone: number, streetsOfWhole: readonly ReadonlySet<number>[]): number[] {
  const { lamps, cabinets, lightingOverrides: { count, zone, street, commune, cabinet } } = twin, rows: number[] = [];
  const fedBy = lamps.cabinet[lamp]!, whole = wholeCabinet(twin, lamp);
  for (let row = 0; row < count; row++) {
    // An order for some lamps of a cabinet that is switched as a whole moves them all.
    const isOnStreet = street[row]! < 0 || (whole >= 0 ? streetsOfWhole[whole]!.has(street[row]!) : lamps.street[lamp] === street[row]);
    if (!isOnStreet || (zone[row]! >= 0 && zone[row] !== ownZone) || (cabinet[row]! >= 0 && cabinet[row] !== fedBy)) continue;
    if (commune[row]! >= 0 && (fedBy < 0 || cabinets.commune[fedBy] !== commune[row])) continue;
    rows.push(row);
  }
  return rows;
}

/** By cabinet: streets that its lamps light, for those that are switched as a whole. */
function streetsOfWholeCabinets(twin: ReadingTwin): Set<number>[] {
  const { lamps, cabinets } = twin, streets = Array.from({ length: cabinets.count }, () => new Set<number>());
  for (let lamp = 0; lamp < lamps.count; lamp++) {
    const cabinet = wholeCabinet(twin, lamp);
    if (cabinet >= 0) streets[cabinet]!.add(lamps.street[lamp]!);
  }
  return streets;
}

function lossesOf({ lamps, communicationLosses: { count, cabinet } }: ReadingTwin, lamp: number): number[] {
  const rows: number[] = [];
  for (let row = 0; row < count; row++) if (cabinet[row]! < 0 || cabinet[row] === lamps.cabinet[lamp]) rows.push(row);
  return rows;
}
