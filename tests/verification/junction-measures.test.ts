// Goal: what others pay at junctions is what a reader works out by head from a few rows.
import { describe, expect, test } from 'vitest';
import { makeTable, tableFrom, type Columns } from '../../engine/foundation/table.ts';
import { resultTables, type ResultTables, type RunFigures } from '../../engine/results/tables.ts';
import { delayBins } from '../../scenarios/measure/delay-bins.ts';
import { measureAll } from '../../scenarios/measure/indicators.ts';
import { costsByApproach, costsByJunction } from '../../scenarios/measure/junction-costs.ts';
import { junctionTraffic } from '../../scenarios/measure/junction-traffic.ts';
import { busTown } from './bus-town.ts';

const emptyTables = (): ResultTables =>
  Object.fromEntries(Object.entries(resultTables).map(([name, columns]) => [name, makeTable(columns as Columns, 0)])) as unknown as ResultTables;
const figures = { collisions: 0 } as RunFigures;
const twin = busTown();
const departureOf = (type: string): number => Array.from({ length: twin.departures.count }, (_, row) => row).find((row) => twin.vehicleTypes.name[twin.departures.vehicleType[row]!] === type)!;
const bus = departureOf('bus'), car = departureOf('car');
/** Two lanes of different links that lead to one junction with signals. */
const junction = twin.junctions.controller.findIndex((controller) => controller >= 0);
const [link, otherLink] = Array.from({ length: twin.links.count }, (_, row) => row).filter((row) => twin.links.toJunction[row] === junction) as [number, number];
const lane = twin.links.firstLane[link]!, otherLane = twin.links.firstLane[otherLink]!;

const tables = emptyTables();
const passage = (departure: number, from: number, delayS: number) => ({ departure, lane: from, enteredS: 100, passedS: 150, delayS });
tables.junctionPassages = tableFrom(resultTables.junctionPassages, [passage(bus, lane, 30), passage(bus, lane, 10), passage(car, lane, 50), passage(car, otherLane, 0), passage(car, otherLane, 130)]);
const whole = twin.lanes.lengthM[lane]!;
const greenOf = (from: number, fromS: number, waitingCount: number, queueM: number, leftWaitingCount: number) => ({ lane: from, fromS, untilS: fromS + 30, waitingCount, queueM, leftWaitingCount, isWhole: 1 });
tables.laneGreens = tableFrom(resultTables.laneGreens, [greenOf(lane, 0, 4, 30, 0), greenOf(lane, 90, 0, 0, 0), greenOf(lane, 330, 12, whole - 2, 3), greenOf(otherLane, 0, 2, 15, 1),
  // Cut by the start of the run: counts nowhere.
  { ...greenOf(lane, 0, 9, 60, 9), isWhole: 0 }]);
const over = { twin, tables, figures };

test.each([
  ['junction-delay-bus-s', 20], ['junction-delay-other-s', 60], ['split-failures-percent', (100 * 2) / 3], ['queue-at-green-m', (45 + whole - 2) / 4],
  // 20 people in each of two buses lose 800 s, 1.3 in each of three cars 234 s.
  ['junction-delay-person-s', (20 * 40 + 1.3 * 180) / (2 * 20 + 3 * 1.3)],
] as const)('%s', (name, expected) => expect(measureAll(over)[name]).toBeCloseTo(expected, 9));

describe('by approach', () => {
  const [one] = junctionTraffic(over), mine = one!.approaches.find((approach) => approach.link === link)!, other = one!.approaches.find((approach) => approach.link === otherLink)!;

  test('passages and delays by class, people, queues and failures', () => {
    expect(mine.classes.bus).toEqual({ count: 2, delayS: 40 });
    expect(mine.classes.car).toEqual({ count: 1, delayS: 50 });
    expect(other.classes.car).toEqual({ count: 2, delayS: 130 });
    expect(mine.people).toBeCloseTo(41.3, 9);
    expect([mine.greensWithQueue, mine.splitFailures, mine.spillBacks, other.splitFailures, other.spillBacks]).toEqual([2, 1, 1, 1, 0]);
    expect(mine.meanQueueM).toBeCloseTo((30 + whole - 2) / 3, 9);
    expect(mine.longestQueueM).toBe(whole - 2);
  });

  test('the busiest first, and where each comes from', () => {
    expect(one!.approaches[0]).toBe(mine);
    const northM = twin.junctions.yM[twin.links.fromJunction[link]!]! - twin.junctions.yM[junction]!, eastM = twin.junctions.xM[twin.links.fromJunction[link]!]! - twin.junctions.xM[junction]!;
    const sideways = Math.abs(eastM) > Math.abs(northM);
    expect(mine.fromEighth).toBe(sideways ? (eastM > 0 ? 2 : 6) : northM > 0 ? 0 : 4);
  });

  test('the profile is the mean of five minutes', () => expect(mine.profile).toEqual({ timeS: [0, 300], queueM: [15, whole - 2] }));
});

describe('what a junction costs, and each of its approaches', () => {
  const [whole1] = costsByJunction(over), approaches = costsByApproach(over, [twin.controllers.name[twin.junctions.controller[junction]!]!]), mine = approaches.find((one) => one.link === link)!.costs, other = approaches.find((one) => one.link === otherLink)!.costs;

  test('delay by class, by person and in all', () => {
    expect(mine).toMatchObject({ busDelayS: 20, busPassages: 2, carDelayS: 50, carPassages: 1, otherDelayS: 50, tramDelayS: null, lorryDelayS: null, bicycleDelayS: null });
    expect(other).toMatchObject({ busDelayS: null, carDelayS: 65, otherDelayS: 65 });
    expect(whole1!.costs.carDelayS).toBeCloseTo(60, 9);
    expect(whole1!.costs.personDelayS).toBeCloseTo((20 * 40 + 1.3 * 180) / (2 * 20 + 3 * 1.3), 9);
    expect(whole1!.costs.peopleLostH).toBeCloseTo((20 * 40 + 1.3 * 180) / 3600, 9);
  });

  test('queues, split failures and spill-back: of four whole greens three had a queue, two failed, one began with a full lane', () => {
    expect(whole1!.costs).toMatchObject({ longestQueueM: whole - 2, splitFailuresPercent: expect.closeTo((100 * 2) / 3, 9), spillBackPercent: 25 });
    expect(whole1!.costs.meanQueueM).toBeCloseTo((45 + whole - 2) / 4, 9);
    expect(mine).toMatchObject({ splitFailuresPercent: 50, spillBackPercent: expect.closeTo(100 / 3, 9), longestQueueM: whole - 2 });
    expect(other).toMatchObject({ splitFailuresPercent: 100, spillBackPercent: 0, meanQueueM: 15, longestQueueM: 15 });
  });

  test('those where people lose most stand first; another junction has no approach here', () => {
    expect(approaches.map((one) => one.costs.peopleLostH)).toEqual([...approaches.map((one) => one.costs.peopleLostH)].sort((one, two) => two - one));
    expect(costsByApproach(over, ['another'])).toEqual([]);
  });
});

test('delays in steps of ten seconds, the last without end', () => {
  const { bus: buses, car: cars } = delayBins(over);
  expect(buses.counts.map((count, bin) => [bin, count]).filter(([, count]) => count! > 0)).toEqual([[1, 1], [3, 1]]);
  expect(cars.counts.map((count, bin) => [bin, count]).filter(([, count]) => count! > 0)).toEqual([[0, 1], [5, 1], [12, 1]]);
  expect([buses.sumS, cars.sumS]).toEqual([40, 180]);
});

test('people who boarded count instead of the assumption, from the last stop before the signals on', () => {
  const boarded = emptyTables();
  boarded.junctionPassages = tables.junctionPassages;
  const at = (departS: number, aboardCount: number) => ({ departure: bus, lineStop: -1, departS, boardedCount: 0, alightedCount: 0, aboardCount, leftBehindCount: 0, waitedS: 0, rodeS: 0 });
  boarded.boardings = tableFrom(resultTables.boardings, [at(120, 30), at(149, 5), at(151, 50)]);
  expect(measureAll({ twin, tables: boarded, figures })['junction-delay-person-s']).toBeCloseTo((5 * 40 + 1.3 * 180) / (2 * 5 + 3 * 1.3), 9);
});

test('a run that kept no record measures nothing, rather than 0', () => {
  const none = measureAll({ twin, tables: emptyTables(), figures });
  for (const name of ['junction-delay-bus-s', 'junction-delay-other-s', 'junction-delay-person-s', 'split-failures-percent', 'queue-at-green-m'] as const) expect(none[name], name).toBeNull();
});
