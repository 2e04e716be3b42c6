import type { ResultTables } from '../../engine/results/tables.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { peopleAboard } from './people-aboard.ts';
import { vehicleClasses, vehicleClassOf, type VehicleClass } from './vehicle-class.ts';

/** Vehicles of one class through signals. */
export interface Passages { count: number; delayS: number }

/** What one approach of a junction cost those who came along it: a link that leads to its signals. */
export interface ApproachTraffic {
  /** Row of the link. */
  link: number;
  street: string;
  /** Where it comes from, clockwise in eighths of a turn from north: 0 north, 2 east, 4 south, 6 west. */
  fromEighth: number;
  lengthM: number;
  classes: Record<VehicleClass, Passages>;
  /** People who passed, and what they lost. */
  people: number;
  peopleDelayS: number;
  /** Greens of its lanes, whole ones. */
  greens: number;
  /** Greens of its lanes at whose start somebody waited; of those, the ones that ended with some of them still there, and the ones at whose start the queue filled the lane. */
  greensWithQueue: number;
  splitFailures: number;
  spillBacks: number;
  /** Over all greens, and of all. */
  meanQueueM: number;
  longestQueueM: number;
  /** Mean over the greens that began in each five minutes on its busiest lane. */
  profile: { timeS: number[]; queueM: number[] };
}

/** What the record of junctions says of a run. */
export interface JunctionRecord { twin: ReadingTwin; tables: Pick<ResultTables, 'junctionPassages' | 'laneGreens' | 'boardings'> }

/** A controller with its approaches, busiest first. */
export interface JunctionTraffic { controller: number; name: string; approaches: ApproachTraffic[] }

export const PROFILE_STEP_S = 300;
/** A queue that leaves less room than one car takes fills its lane. */
const CAR_ROOM_M = 7.5;

/** Every signalised junction by approach. Empty for a run that kept no record of junctions. */
export function junctionTraffic(over: JunctionRecord): JunctionTraffic[] {
  const approaches = new Map<number, ApproachTraffic>();
  const approachOf = (link: number): ApproachTraffic => {
    const known = approaches.get(link);
    if (known) return known;
    const fresh = emptyApproach(over, link);
    approaches.set(link, fresh);
    return fresh;
  };
  addPassages(over, approachOf);
  addGreens(over, approachOf);
  const { controllers, junctions, links } = over.twin;
  const byController = new Map<number, ApproachTraffic[]>();
  for (const approach of approaches.values()) {
    const controller = junctions.controller[links.toJunction[approach.link]!]!, known = byController.get(controller);
    if (known) known.push(approach);
    else byController.set(controller, [approach]);
  }
  return [...byController].sort(([one], [other]) => one - other).map(([controller, all]) => ({
    controller, name: controllers.name[controller]!, approaches: all.sort((one, other) => other.people - one.people || one.link - other.link),
  }));
}

function emptyApproach({ twin: { links, streets, junctions } }: JunctionRecord, link: number): ApproachTraffic {
  const from = links.fromJunction[link]!, to = links.toJunction[link]!;
  const eastM = junctions.xM[from]! - junctions.xM[to]!, northM = junctions.yM[from]! - junctions.yM[to]!;
  const street = links.street[link]!;
  return {
    link, street: (street < 0 ? '' : streets.name[street]!) || links.name[link]!, fromEighth: (Math.round(Math.atan2(eastM, northM) / (Math.PI / 4)) + 8) % 8, lengthM: links.lengthM[link]!,
    classes: Object.fromEntries(vehicleClasses.map((one) => [one, { count: 0, delayS: 0 }])) as Record<VehicleClass, Passages>,
    people: 0, peopleDelayS: 0, greens: 0, greensWithQueue: 0, splitFailures: 0, spillBacks: 0, meanQueueM: 0, longestQueueM: 0, profile: { timeS: [], queueM: [] },
  };
}

function addPassages(over: JunctionRecord, approachOf: (link: number) => ApproachTraffic): void {
  const { twin, tables: { junctionPassages: { count, departure, lane, passedS, delayS } } } = over, aboard = peopleAboard(over);
  for (let row = 0; row < count; row++) {
    const approach = approachOf(twin.lanes.link[lane[row]!]!), people = aboard(departure[row]!, passedS[row]!);
    const passages = approach.classes[vehicleClassOf(twin, departure[row]!)];
    passages.count++;
    passages.delayS += delayS[row]!;
    approach.people += people;
    approach.peopleDelayS += people * delayS[row]!;
  }
}

function addGreens({ twin: { lanes }, tables: { laneGreens } }: JunctionRecord, approachOf: (link: number) => ApproachTraffic): void {
  const { count, lane: laneOf, fromS, isWhole, waitingCount, queueM, leftWaitingCount } = laneGreens;
  const rowsOf = new Map<number, number[]>();
  for (let row = 0; row < count; row++) {
    if (isWhole[row] === 0) continue;
    const known = rowsOf.get(laneOf[row]!);
    if (known) known.push(row);
    else rowsOf.set(laneOf[row]!, [row]);
  }
  const ofLink = new Map<number, { greens: number; sumM: number; busiestM: number }>();
  for (const [lane, rows] of rowsOf) {
    const approach = approachOf(lanes.link[lane]!), fullM = lanes.lengthM[lane]! - CAR_ROOM_M;
    for (const row of rows) {
      if (waitingCount[row]! > 0) approach.greensWithQueue++;
      if (leftWaitingCount[row]! > 0) approach.splitFailures++;
      if (waitingCount[row]! > 0 && queueM[row]! >= fullM) approach.spillBacks++;
      approach.longestQueueM = Math.max(approach.longestQueueM, queueM[row]!);
    }
    const sumM = rows.reduce((sum, row) => sum + queueM[row]!, 0), before = ofLink.get(approach.link) ?? { greens: 0, sumM: 0, busiestM: -1 };
    if (sumM > before.busiestM) approach.profile = profileOf(rows.map((row) => ({ atS: fromS[row]!, queueM: queueM[row]! })));
    const whole = { greens: before.greens + rows.length, sumM: before.sumM + sumM, busiestM: Math.max(before.busiestM, sumM) };
    ofLink.set(approach.link, whole);
    approach.greens = whole.greens;
    approach.meanQueueM = whole.sumM / whole.greens;
  }
}

function profileOf(greens: readonly { atS: number; queueM: number }[]): ApproachTraffic['profile'] {
  const steps = new Map<number, { sumM: number; greens: number }>();
  for (const { atS, queueM } of greens) {
    const step = Math.floor(atS / PROFILE_STEP_S) * PROFILE_STEP_S, before = steps.get(step) ?? { sumM: 0, greens: 0 };
    steps.set(step, { sumM: before.sumM + queueM, greens: before.greens + 1 });
  }
  const ordered = [...steps].sort(([one], [other]) => one - other);
  return { timeS: ordered.map(([step]) => step), queueM: ordered.map(([, { sumM, greens: number }]) => sumM / number) };
}
