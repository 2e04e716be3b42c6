// Goal: people come to stops, wait, get on and off as theory says: Levinson's dwell, half a headway and more where headways are uneven, a timetable that is known, and nobody
// lost on the way. A straight road with a bus line; 20 seeds where chance is in it.
import { describe, expect, test } from 'vitest';
import { run } from '../../engine/run.ts';
import type { ResultTables, RunResults } from '../../engine/results/tables.ts';
import { boardingTimeS } from '../../engine/transit/dwell-time.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { every, lineTown } from './line-town.ts';

const simulate = (twin: Twin, untilS: number, seed = 1, stepS = 1): RunResults =>
  run(twin, { seed, fromS: 0, untilS, stepS, untilAllArrived: false, busPriority: false, replay: false });
const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((total, value) => total + value, 0);
const SEEDS = Array.from({ length: 20 }, (_, at) => at + 1);

/** Mean over the people who got on at one stop. */
function meanWaitS(results: readonly ResultTables[], lineStop: number): number {
  let waitedS = 0, people = 0;
  for (const { boardings } of results) {
    for (let row = 0; row < boardings.count; row++) {
      if (boardings.lineStop[row] !== lineStop) continue;
      waitedS += boardings.waitedS[row]!;
      people += boardings.boardedCount[row]!;
    }
  }
  return waitedS / people;
}

describe('dwell', () => {
  test('5.0 + 2.75 n s, in whole steps, for whoever gets on and off while nobody else comes', () => {
    // People come up to 300 s, the bus after that: three stops with 12, 6 and 0 people on average, then all get off.
    const dwells = SEEDS.slice(0, 6).flatMap((seed) => {
      const { tables: { stopVisits, boardings } } = simulate(lineTown({ stops: 4, leavesS: [310], perHour: [144, 72, 30, 0], peopleUntilS: 279 }), 1200, seed);
      expect(boardings.count).toBe(4);
      // The first stop is left by the clock.
      return [1, 2, 3].map((row) => ({ people: boardings.boardedCount[row]! + boardings.alightedCount[row]!, dwellS: stopVisits.departS[row]! - stopVisits.arriveS[row]! }));
    });
    expect(Math.max(...dwells.map(({ people }) => people))).toBeGreaterThan(9);
    for (const { people, dwellS } of dwells) expect(dwellS, `${people} people`).toBe(Math.ceil(5 + 2.75 * people));
  });

  test('boarding slows down above 60 % load, to twice the time in a full vehicle', () => {
    const times = { boardingS: 2.75, crowdedFromShare: 0.6, crowdedFactor: 2 };
    expect([0, 0.6, 0.8, 1].map((load) => boardingTimeS(times, load))).toEqual([2.75, 2.75, expect.closeTo(4.125, 9), 5.5]);
  });

  test('a bus that takes people by two doors at twice the pace stands as much shorter', () => {
    const dwellS = (boardingS: number): number => {
      const { tables: { stopVisits } } = simulate(lineTown({ stops: 3, leavesS: [310], perHour: [0, 144, 0], peopleUntilS: 279, interior: { boardingS } }), 1200, 3);
      return stopVisits.departS[1]! - stopVisits.arriveS[1]!;
    };
    const { tables: { boardings } } = simulate(lineTown({ stops: 3, leavesS: [310], perHour: [0, 144, 0], peopleUntilS: 279 }), 1200, 3);
    expect(boardings.boardedCount[1]).toBeGreaterThan(4);
    expect(dwellS(2) - dwellS(1)).toBe(boardings.boardedCount[1]);
  });
});

describe('waiting', () => {
  const quick = { doorsS: 0, boardingS: 0.001, alightingS: 0.001 };

  test('people who come at random wait h/2 (1 + cv²) on average: headways of 8, 12, 14, 8, 11, 10 and 12 minutes make it 5.553', () => {
    const leavesS = [8, 12, 14, 8, 11, 10, 12].reduce((times, headway) => [...times, times.at(-1)! + headway * 60], [600]);
    const town = (fromS: number) => lineTown({ stops: 3, leavesS, perHour: [0, 600, 0], interior: quick, lineStop: { fromS } });
    // People come from when the first bus has left the second stop, where buses hardly stand.
    const { stopVisits } = simulate(town(86400), leavesS.at(-1)! + 200).tables, firstLeftS = stopVisits.departS[stopVisits.stop.indexOf(1)]!;
    const results = SEEDS.map((seed) => simulate(town(firstLeftS), leavesS.at(-1)! + 200, seed).tables), meanMin = meanWaitS(results, 1) / 60;
    console.log(`mean wait ${meanMin.toFixed(3)} min over ${results.reduce((people, { boardings }) => people + sum(boardings.boardedCount), 0)} people, theory 5.553`);
    expect(Math.abs(meanMin / 5.553 - 1)).toBeLessThan(0.02);
  });

  /** How long a bus stands at the first stop. */
  const standingS = ({ stopVisits: { stop, arriveS, departS, count } }: ResultTables): number => {
    const first = Array.from({ length: count }, (_, row) => row).filter((row) => stop[row] === 0);
    return sum(first.map((row) => departS[row]! - arriveS[row]!)) / first.length;
  };

  test('who knows the timetable of a bus every 30 minutes comes within the last ten: five minutes on average, and as many come', () => {
    const leavesS = every(1800, 8), town = (posted: boolean) => lineTown({ stops: 2, leavesS, perHour: [200, 0], interior: quick, posted });
    const run = (posted: boolean) => SEEDS.slice(0, 10).map((seed) => simulate(town(posted), 8 * 1800 + 60, seed).tables);
    const known = run(true), unknown = run(false), came = (results: ResultTables[]) => sum(results.map(({ peopleAtStops }) => sum(peopleAtStops.cameCount)));
    const standS = standingS(known[0]!);
    // Of the last ten minutes the bus itself stands there for the very last seconds.
    expect(meanWaitS(known, 0)).toBeGreaterThan(0.97 * ((600 - standS) * (600 - standS)) / 1200);
    expect(meanWaitS(known, 0)).toBeLessThan(1.03 * ((600 - standS) * (600 - standS)) / 1200);
    expect(meanWaitS(unknown, 0)).toBeGreaterThan(0.95 * ((1800 - standS) * (1800 - standS)) / 3600);
    expect(Math.abs(came(known) / came(unknown) - 1)).toBeLessThan(0.02);
  });

  test('as many come in an hour as the rate says, spread as a Poisson process is', () => {
    const counts = SEEDS.flatMap((seed) => Array.from(simulate(lineTown({ stops: 11, leavesS: [3590], perHour: [...new Array<number>(10).fill(60), 0] }), 3600, seed).tables.peopleAtStops.cameCount));
    const mean = sum(counts) / counts.length, variance = sum(counts.map((count) => (count - mean) * (count - mean))) / (counts.length - 1);
    console.log(`${counts.length} hours of 60 people: mean ${mean.toFixed(2)}, variance ${variance.toFixed(1)}`);
    // 200 hours: the mean is known to within 0.55, the variance to within 10 %.
    expect(Math.abs(mean - 60)).toBeLessThan(2);
    expect(Math.abs(variance / 60 - 1)).toBeLessThan(0.3);
  });
});

describe('nobody is lost', () => {
  // Buses too small for those who come.
  const twin = lineTown({ stops: 6, leavesS: every(300, 8), perHour: [200, 150, 100, 60, 30, 0], interior: { capacityCount: 20 } });

  test.each([1, 2, 3])('seed %i: who came waits, rides or has got off; no bus holds more than it can; who finds no room waits for the next', (seed) => {
    for (const untilS of [1500, 2500, 6000]) {
      const { tables: { boardings, peopleAtStops } } = simulate(twin, untilS, seed);
      expect(Math.max(...boardings.aboardCount)).toBe(20);
      expect(Math.max(...boardings.leftBehindCount)).toBeGreaterThan(0);
      const got = sum(boardings.boardedCount), left = sum(boardings.alightedCount);
      expect(sum(peopleAtStops.boardedCount) + sum(peopleAtStops.waitingCount)).toBe(sum(peopleAtStops.cameCount));
      // Boarded at the stop that a bus stands at when the run ends are in no row yet.
      const aboard = [...new Set(boardings.departure)].map((departure) => boardings.aboardCount[boardings.departure.lastIndexOf(departure)]!);
      expect(left + sum(aboard)).toBe(got);
      if (untilS === 6000) expect(got).toBe(sum(peopleAtStops.boardedCount));
    }
  });

  test('time in vehicles adds up: from getting on to getting off', () => {
    // Three people who all came before the bus did: they ride from when it comes to their stop until it comes to where they get off.
    const { tables: { boardings, stopVisits } } = simulate(lineTown({ stops: 3, leavesS: [310], perHour: [30, 0, 0], peopleUntilS: 200 }), 1200, 2);
    expect(boardings.boardedCount[0]).toBe(3);
    expect(sum(boardings.rodeS)).toBeCloseTo(sum(Array.from(boardings.alightedCount, (people, row) => people * (stopVisits.arriveS[row]! - stopVisits.arriveS[0]!))), 9);
  });

  test('whatever the step, the same people come', () => {
    const came = (stepS: number) => Array.from(simulate(twin, 3000, 7, stepS).tables.peopleAtStops.cameCount);
    expect(came(0.5)).toEqual(came(1));
  });
});
