import { junctionTraffic, type ApproachTraffic, type JunctionRecord } from './junction-traffic.ts';
import { vehicleClasses, type VehicleClass } from './vehicle-class.ts';

type Delays = { [One in VehicleClass as `${One}DelayS`]: number | null } & { [One in VehicleClass as `${One}Passages`]: number };

/** What a junction, or one of its approaches, cost those who passed; null where nobody did. Definitions as in the indicators of the same names. */
export interface JunctionCosts extends Delays {
  /** Everything but buses and trams. */
  otherDelayS: number | null;
  personDelayS: number | null;
  /** What all of them lost, hours of a person. */
  peopleLostH: number;
  /** At the start of green, over all greens, and the longest of all. */
  meanQueueM: number | null;
  longestQueueM: number | null;
  /** Of the greens before which somebody waited. */
  splitFailuresPercent: number | null;
  /** Of all greens: those at whose start the queue filled its lane. */
  spillBackPercent: number | null;
}

/** `place`: a controller, or one of its approaches. */
export interface PlaceCosts { controller: string; /** Row of the link; -1 for the whole junction. */ link: number; street: string; /** As in `ApproachTraffic`. */ fromEighth: number; lengthM: number; costs: JunctionCosts }

/** Every signalised junction that somebody passed, those where people lost most first. */
export const costsByJunction = (over: JunctionRecord): PlaceCosts[] =>
  junctionTraffic(over).map(({ name, approaches }) => ({ controller: name, link: -1, street: streetsOf(approaches), fromEighth: -1, lengthM: 0, costs: costsOf(approaches) })).sort(byLoss);

/** Every approach of these controllers, of all where none is named, those where people lost most first. */
export const costsByApproach = (over: JunctionRecord, controllers: readonly string[] = []): PlaceCosts[] =>
  junctionTraffic(over).filter(({ name }) => controllers.length === 0 || controllers.includes(name))
    .flatMap(({ name, approaches }) => approaches.map((one) => ({ controller: name, link: one.link, street: one.street, fromEighth: one.fromEighth, lengthM: one.lengthM, costs: costsOf([one]) }))).sort(byLoss);

const byLoss = (one: PlaceCosts, other: PlaceCosts): number => other.costs.peopleLostH - one.costs.peopleLostH || one.link - other.link;

/** The two busiest. */
const streetsOf = (approaches: readonly ApproachTraffic[]): string => [...new Set(approaches.map(({ street }) => street))].slice(0, 2).join(' × ');

/** What these approaches cost, taken together. */
export function costsOf(approaches: readonly ApproachTraffic[]): JunctionCosts {
  const sum = (valueOf: (one: ApproachTraffic) => number): number => approaches.reduce((all, one) => all + valueOf(one), 0);
  const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);
  const passed = (wanted: readonly VehicleClass[]): number => sum(({ classes }) => wanted.reduce((all, one) => all + classes[one].count, 0));
  const delayS = (wanted: readonly VehicleClass[]): number | null => share(sum(({ classes }) => wanted.reduce((all, one) => all + classes[one].delayS, 0)), passed(wanted));
  const greens = sum((one) => one.greens), failures = share(sum((one) => one.splitFailures), sum((one) => one.greensWithQueue)), spillBacks = share(sum((one) => one.spillBacks), greens);
  return {
    ...(Object.fromEntries(vehicleClasses.flatMap((one) => [[`${one}DelayS`, delayS([one])], [`${one}Passages`, passed([one])]])) as Delays),
    otherDelayS: delayS(vehicleClasses.filter((one) => one !== 'bus' && one !== 'tram')), personDelayS: share(sum((one) => one.peopleDelayS), sum((one) => one.people)), peopleLostH: sum((one) => one.peopleDelayS) / 3600,
    meanQueueM: share(sum((one) => one.meanQueueM * one.greens), greens), longestQueueM: greens > 0 ? Math.max(...approaches.map((one) => one.longestQueueM)) : null,
    splitFailuresPercent: failures === null ? null : 100 * failures, spillBackPercent: spillBacks === null ? null : 100 * spillBacks,
  };
}
