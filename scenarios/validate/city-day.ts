import type { ResultTables, RunFigures } from '../../engine/results/tables.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { countDay, type PublishedCount, type SimulatedCount } from './published-count.ts';
import { roadGroupOf, roadGroups, type RoadGroup } from './road-group.ts';
import { signalLoads, type SignalLoad } from './signal-loads.ts';

/** One hour of a city. */
export interface CityHour {
  fromS: number;
  /** On all streets together. */
  vehicleKm: number;
  meanSpeedKmh: number;
  /** undefined where nobody drove on such roads. */
  speedsKmh: Record<RoadGroup, number | undefined>;
  /** Time on the road over that for the same distances at the speeds of the quietest hour, less one; undefined without such speeds. */
  extraTimeShare: number | undefined;
}

/** The busiest hour of a half of the day, and its signals, the fullest first. */
export interface CityPeak { half: 'morning' | 'evening'; fromS: number; loads: SignalLoad[] }

/** A day of a city that nobody else has simulated: what shows whether it is like a day. */
export interface CityDay {
  city: string;
  /** Whether any part of it is made up. */
  synthetic: boolean;
  figures: Pick<RunFigures, 'vehiclesLoaded' | 'vehiclesInserted' | 'rescued' | 'collisions'>;
  hours: CityHour[];
  /** The hour with the fewest kilometres: as good as empty streets. */
  quietestFromS: number;
  peaks: CityPeak[];
  counts: SimulatedCount[];
}

const HOUR_S = 3600, NOON_S = 12 * HOUR_S;

interface Driven { metres: number; seconds: number }

export function cityDay(twin: ReadingTwin, tables: Pick<ResultTables, 'links'>, figures: CityDay['figures'], published: readonly PublishedCount[]): CityDay {
  const driven = drivenByHour(twin, tables);
  const kilometres = (hour: number): number => driven.get(hour)!.all.metres / 1000;
  const known = [...driven.keys()].sort((one, other) => one - other);
  const quietest = known.reduce((least, hour) => (kilometres(hour) < kilometres(least) ? hour : least), known[0] ?? 0);
  const hours = known.map((hour): CityHour => {
    const { all, groups } = driven.get(hour)!;
    return {
      fromS: hour * HOUR_S, vehicleKm: kilometres(hour), meanSpeedKmh: speedKmh(all) ?? 0, extraTimeShare: extraTimeShare(groups, driven.get(quietest)!.groups),
      speedsKmh: { fast: speedKmh(groups.fast), main: speedKmh(groups.main), side: speedKmh(groups.side) },
    };
  });
  const busiest = (among: readonly CityHour[]): CityHour | undefined => among.reduce<CityHour | undefined>((most, hour) => (most && most.vehicleKm >= hour.vehicleKm ? most : hour), undefined);
  const halves = [['morning', busiest(hours.filter(({ fromS }) => fromS < NOON_S))], ['evening', busiest(hours.filter(({ fromS }) => fromS >= NOON_S))]] as const;
  const peaks = halves.flatMap(([half, hour]) => (hour ? [{ half, fromS: hour.fromS, loads: signalLoads(twin, tables, hour.fromS) }] : []));
  return { city: twin.facts.name, synthetic: twin.facts.synthetic, figures, hours, quietestFromS: quietest * HOUR_S, peaks, counts: published.map((count) => countDay(tables, count)) };
}

function drivenByHour(twin: ReadingTwin, { links }: Pick<ResultTables, 'links'>): Map<number, { all: Driven; groups: Record<RoadGroup, Driven> }> {
  const driven = new Map<number, { all: Driven; groups: Record<RoadGroup, Driven> }>();
  const none = (): Driven => ({ metres: 0, seconds: 0 });
  for (let row = 0; row < links.count; row++) {
    const hour = Math.floor(links.fromS[row]! / HOUR_S), group = roadGroupOf(twin, links.link[row]!);
    let of = driven.get(hour);
    if (!of) driven.set(hour, of = { all: none(), groups: { fast: none(), main: none(), side: none() } });
    for (const sum of group ? [of.all, of.groups[group]] : [of.all]) {
      sum.metres += links.vehicleMetres[row]!;
      sum.seconds += links.vehicleSeconds[row]!;
    }
  }
  return driven;
}

const speedKmh = ({ metres, seconds }: Driven): number | undefined => (seconds > 0 ? (metres / seconds) * 3.6 : undefined);

function extraTimeShare(now: Record<RoadGroup, Driven>, quiet: Record<RoadGroup, Driven>): number | undefined {
  let seconds = 0, quietSeconds = 0;
  for (const group of roadGroups) {
    if (now[group].metres === 0 || quiet[group].metres === 0) continue;
    seconds += now[group].seconds;
    quietSeconds += (now[group].metres * quiet[group].seconds) / quiet[group].metres;
  }
  return quietSeconds > 0 ? seconds / quietSeconds - 1 : undefined;
}
