import type { ResultTables } from '../../engine/results/tables.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { signalCapacityPerH } from './signal-capacity.ts';

/** One hour of a city, all streets together. */
export interface CityHour { fromS: number; vehicleKm: number; meanSpeedKmh: number }

/** What passes the signals at the end of a link in the busiest hour, and what they let through at most. */
export interface SignalLoad { link: string; flowPerH: number; capacityPerH: number }

/** A day of a city that nobody else has simulated: what shows whether it is like a day. */
export interface CityDay {
  city: string;
  hours: CityHour[];
  busiestFromS: number;
  /** Links with signals at their end that anybody passed, the fullest first. */
  loads: SignalLoad[];
}

const HOUR_S = 3600;

export function cityDay(twin: ReadingTwin, { links }: Pick<ResultTables, 'links'>): CityDay {
  const metres = new Map<number, number>(), seconds = new Map<number, number>();
  for (let row = 0; row < links.count; row++) {
    const hour = Math.floor(links.fromS[row]! / HOUR_S);
    metres.set(hour, (metres.get(hour) ?? 0) + links.vehicleMetres[row]!);
    seconds.set(hour, (seconds.get(hour) ?? 0) + links.vehicleSeconds[row]!);
  }
  const hours = [...metres.keys()].sort((one, other) => one - other).map((hour) => ({
    fromS: hour * HOUR_S, vehicleKm: metres.get(hour)! / 1000, meanSpeedKmh: seconds.get(hour)! > 0 ? (metres.get(hour)! / seconds.get(hour)!) * 3.6 : 0,
  }));
  const busiest = hours.reduce<CityHour | undefined>((most, hour) => (most && most.vehicleKm >= hour.vehicleKm ? most : hour), undefined);
  const busiestFromS = busiest?.fromS ?? 0;
  return { city: twin.facts.name, hours, busiestFromS, loads: signalLoads(twin, { links }, busiestFromS) };
}

function signalLoads(twin: ReadingTwin, { links }: Pick<ResultTables, 'links'>, fromS: number): SignalLoad[] {
  const passed = new Map<number, number>();
  for (let row = 0; row < links.count; row++) {
    if (links.fromS[row]! < fromS || links.fromS[row]! >= fromS + HOUR_S) continue;
    passed.set(links.link[row]!, (passed.get(links.link[row]!) ?? 0) + links.left[row]!);
  }
  const loads: SignalLoad[] = [];
  for (const [link, flowPerH] of passed) {
    const capacityPerH = signalCapacityPerH(twin, link);
    if (capacityPerH !== undefined && capacityPerH > 0 && flowPerH > 0) loads.push({ link: twin.links.name[link]!, flowPerH, capacityPerH });
  }
  return loads.sort((one, other) => other.flowPerH / other.capacityPerH - one.flowPerH / one.capacityPerH);
}
