// Goal: bunching comes about by itself where people board, as Newell and Potts (1964) say, and holding keeps buses apart; late vehicles turn round before they leave again.
import { describe, expect, test } from 'vitest';
import { tableFrom } from '../../engine/foundation/table.ts';
import { run } from '../../engine/run.ts';
import type { ResultTables } from '../../engine/results/tables.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { changeInWords } from '../../scenarios/language/changes.ts';
import { excessWaitS, frequentHeadways } from '../../scenarios/measure/headways.ts';
import { blockColumns } from '../../engine/twin/transit.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { every, lineTown } from './line-town.ts';

const simulate = (twin: Twin, seed: number, untilS: number): ResultTables =>
  run(twin, { seed, fromS: 0, untilS, stepS: 1, untilAllArrived: false, busPriority: false, replay: false }).tables;
const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const SEEDS = Array.from({ length: 20 }, (_, at) => at + 1);

/** When each bus left each stop: [bus][stop]. */
function leftS({ departures, trips }: Twin, { stopVisits }: ResultTables): number[][] {
  const left: number[][] = [];
  for (let row = 0; row < stopVisits.count; row++) (left[departures.trip[stopVisits.departure[row]!]!] ??= [])[stopVisits.stop[row]!] = stopVisits.departS[row]!;
  expect(left).toHaveLength(trips.count);
  return left;
}

describe('one late bus', () => {
  // People come so densely that chance hardly plays: one each 2 s, 0.4 s to board: of every second between buses a fifth goes into boarding.
  const stops = 6, rho = 0.2, perHour = [0, ...new Array<number>(stops - 2).fill(1800), 0], leavesS = every(300, 8, 300), LATE_S = 40, LATE_BUS = 4;
  const town = (late: boolean) => lineTown({ stops, leavesS, perHour, interior: { boardingS: rho / 0.5, alightingS: 0, doorsS: 5 }, lateS: late ? leavesS.map((_, bus) => (bus === LATE_BUS ? LATE_S : 0)) : [] });

  test('falls behind by 1 / (1 − ρ) from stop to stop, ρ the time that boarding takes of the time between buses, and the bus behind it gains', () => {
    // Newell and Potts: x(n, m) = x(n, m−1) / (1 − ρ) − ρ / (1 − ρ) x(n−1, m).
    const expected: number[][] = [];
    for (let bus = 0; bus <= LATE_BUS + 2; bus++) {
      expected[bus] = [bus === LATE_BUS ? LATE_S : 0];
      for (let stop = 1; stop < stops - 1; stop++) expected[bus]![stop] = (expected[bus]![stop - 1]! - rho * (bus > 0 ? expected[bus - 1]![stop]! : 0)) / (1 - rho);
    }
    const runs = SEEDS.slice(0, 10).map((seed) => ({ late: leftS(town(true), simulate(town(true), seed, 6000)), calm: leftS(town(false), simulate(town(false), seed, 6000)) }));
    const measured = (bus: number, stop: number): number => meanOf(runs.map(({ late, calm }) => late[bus]![stop]! - calm[bus]![stop]!));
    for (const bus of [LATE_BUS - 1, LATE_BUS, LATE_BUS + 1]) {
      console.log(`bus ${bus}: ${[1, 2, 3, 4].map((stop) => `${measured(bus, stop).toFixed(1)} (${expected[bus]![stop]!.toFixed(1)})`).join(', ')} s late, in brackets by theory`);
      // Whole steps at each stop, and the people of ten runs: two seconds and a tenth.
      for (let stop = 1; stop < stops - 1; stop++) expect(Math.abs(measured(bus, stop) - expected[bus]![stop]!)).toBeLessThan(2 + 0.1 * Math.abs(expected[bus]![stop]!));
    }
  });
});

describe('a line with a bus every four minutes and people at random', () => {
  const stops = 21, leavesS = every(240, 24), town = lineTown({ stops, leavesS, perHour: [...new Array<number>(stops - 1).fill(110), 0], keepsTimetable: false });
  // A timetable that leaves time for the people: else it is never waited for.
  const dwellS = 5 + (2 * 2.75 * 110 * 240) / 3600;
  for (let call = 0; call < town.calls.count; call++) town.calls.departS[call] = town.calls.arriveS[call] = leavesS[Math.floor(call / stops)]! + (call % stops) * (47 + dwellS + 8);
  // Nobody has waited longer for the first bus than for another.
  for (let row = 0; row < stops; row++) town.lineStops.fromS[row] = town.calls.departS[row]! - 240;
  const why = 'buses run into each other';
  const holding = (hold: 'none' | 'timetable' | 'headway') => {
    const { value, problems } = applyChanges(town, [{ change: 'bus-holding', why, lines: 'all', hold, everyStops: 1, leastHeadwayShare: 0.9, longestStandS: 180 }]);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    return value!;
  };
  /** Coefficient of variation of headways at a stop, buses at the start of service apart. */
  const unevenness = (twin: Twin, stop: number): number => meanOf(SEEDS.slice(0, 5).map((seed) => {
    const times = leftS(twin, simulate(twin, seed, 20_000)).map((left) => left[stop]!).slice(4), apart = times.slice(1).map((timeS, bus) => timeS - times[bus]!), mean = meanOf(apart);
    return Math.sqrt(meanOf(apart.map((headwayS) => (headwayS - mean) * (headwayS - mean)))) / mean;
  }));

  test('bunches more and more on its way, and less when buses wait for the timetable or for the one before', () => {
    const free = holding('none'), [start, middle, end] = [1, 10, 19].map((stop) => unevenness(free, stop));
    const timetable = unevenness(holding('timetable'), 19), headway = unevenness(holding('headway'), 19);
    console.log(`variation of headways: ${start!.toFixed(2)} at the second stop, ${middle!.toFixed(2)} at the 11th, ${end!.toFixed(2)} at the 20th; held to the timetable ${timetable.toFixed(2)}, to headways ${headway.toFixed(2)}`);
    expect(middle).toBeGreaterThan(1.5 * start!);
    expect(end).toBeGreaterThan(1.3 * middle!);
    expect(timetable).toBeLessThan(0.5 * end!);
    expect(headway).toBeLessThan(0.5 * end!);
  });

  test('and people wait less', () => {
    const excess = (twin: Twin) => meanOf(SEEDS.slice(0, 3).map((seed) => excessWaitS(frequentHeadways({ twin, tables: simulate(twin, seed, 20_000) }))!));
    const free = excess(holding('none')), held = excess(holding('headway'));
    console.log(`excess wait ${free.toFixed(1)} s free, ${held.toFixed(1)} s held to headways`);
    expect(held).toBeLessThan(0.5 * free);
  });

  test('holding to what is already waited for is no change', () => {
    const once = holding('none'), again = applyChanges(once, [{ change: 'bus-holding', why, lines: 'all', hold: 'none', everyStops: 3, leastHeadwayShare: 0.5, longestStandS: 60 }]).value!;
    expect(again.halts).toBe(once.halts);
    expect(again.lineStops).toBe(once.lineStops);
  });

  test('what is held, and where, is said in both languages', () => {
    const words = (hold: 'none' | 'timetable' | 'headway', everyStops: number, language: 'fr' | 'en') => changeInWords({ change: 'bus-holding', why, lines: ['L3', 'L5'], hold, everyStops, leastHeadwayShare: 0.8, longestStandS: 90 }, language);
    expect(words('headway', 3, 'en')).toBe('Vehicles wait until 80% of their timetabled headway has passed, standing 90 s at most, at every 3 stops: L3, L5.');
    expect(words('timetable', 1, 'fr')).toBe('Attente de l’heure prévue à chaque arrêt : L3, L5.');
    expect(words('none', 1, 'fr')).toMatch(/^Aucune régulation .* : L3, L5\.$/);
  });

  test('a line that the city has not, and headways where nobody knows the stops of lines, are told', () => {
    const unknown = applyChanges(town, [{ change: 'bus-holding', why, lines: ['M'], hold: 'none', everyStops: 1, leastHeadwayShare: 0.8, longestStandS: 60 }]);
    expect(unknown.problems.map(({ code }) => code)).toEqual(['change-unknown-line']);
    const bare = { ...town, lineStops: { ...town.lineStops, count: 0 } };
    expect(applyChanges(bare, [{ change: 'bus-holding', why, lines: 'all', hold: 'headway', everyStops: 1, leastHeadwayShare: 0.8, longestStandS: 60 }]).problems.map(({ code }) => code)).toEqual(['change-no-line-stops']);
  });
});

describe('two trips of one vehicle', () => {
  /** When the second trip left its first stop, and when the first one had ended. */
  const block = (secondLeavesS: number, leastTurnS: number): { leftS: number; endedS: number } => {
    const twin = lineTown({ stops: 3, leavesS: [300, secondLeavesS], perHour: [0, 0, 0] });
    twin.blocks = tableFrom(blockColumns, [{ name: '1', mode: 0, vehicle: -1, startS: 0, endS: 0, leastTurnS }]);
    twin.trips.block.fill(0);
    twin.departures.after[1] = 0;
    const tables = simulate(twin, 1, 2000);
    return { leftS: leftS(twin, tables)[1]![0]!, endedS: tables.trips.arriveS[tables.trips.departure.indexOf(0)]! };
  };

  test('with time between them the second leaves by the timetable', () => {
    expect(block(900, 60).leftS).toBe(900);
  });

  test('late, it leaves when the vehicle has come and turned round', () => {
    const { leftS, endedS } = block(420, 60);
    expect(endedS).toBeGreaterThan(430);
    // It comes onto the road in the step after it has left it.
    expect(leftS - endedS).toBeGreaterThanOrEqual(60);
    expect(leftS - endedS).toBeLessThan(64);
    // Without a turn it only drives to its first stop and opens its doors.
    expect(block(420, 0).leftS - block(420, 0).endedS).toBeLessThan(30);
  });
});
