// Goal: another headway, earlier trips and other running times do to a line what a hand calculation says: waits of half a headway, vehicles as many as fit into a
// round, posted times and lateness that follow, nobody else's draws changed, and nothing at all when the line runs like that already.
import { describe, expect, test } from 'vitest';
import { movedTripsWarnings } from '../../cli/span-warnings.ts';
import { checkTwin } from '../../data/build/check-twin.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { run } from '../../engine/run.ts';
import type { ResultTables } from '../../engine/results/tables.ts';
import { twinHash } from '../../engine/twin/bytes.ts';
import { NEVER_S } from '../../engine/twin/demand.ts';
import { blockColumns, fleetColumns, transitMode } from '../../engine/twin/transit.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import type { Change } from '../../scenarios/changes/change.ts';
import { readChanges } from '../../scenarios/changes/read-changes.ts';
import { changeInWords } from '../../scenarios/language/changes.ts';
import { inWords } from '../../scenarios/language/problems.ts';
import { every, lineTown } from './line-town.ts';

const why = 'the council asks for it', HOUR_S = 3600;
const headway = (everyMin: number, given: Partial<Extract<Change, { change: 'headway' }>> = {}): Change =>
  ({ change: 'headway', why, lines: ['L'], everyMin, direction: 'both', from: '00:00', until: '24:00', ...given });
const changed = (twin: Twin, ...changes: Change[]): Twin => applyChanges(twin, changes).value!;
const simulate = (twin: Twin, untilS: number, seed = 1, fromS = 0): ResultTables =>
  run(twin, { seed, fromS, untilS, stepS: 1, untilAllArrived: false, busPriority: false, replay: false }).tables;
const startsOf = ({ trips, calls }: Twin): number[] => Array.from(trips.firstCall, (call) => calls.departS[call]!).sort((one, other) => one - other);

/** Ten minutes between buses from 06:00 to 12:00, people who come at random, boarding that takes no time. */
const quick = { doorsS: 0, boardingS: 0.001, alightingS: 0.001 }, FROM_S = 6 * HOUR_S, UNTIL_S = 12 * HOUR_S;
const line = (given: Partial<Parameters<typeof lineTown>[0]> = {}) => lineTown({ stops: 3, leavesS: every(600, 37, FROM_S), perHour: [60, 30, 0], interior: quick, lineStop: { fromS: FROM_S - 600 }, peopleUntilS: UNTIL_S, ...given });

describe('a headway', () => {
  test('of five minutes instead of ten halves the wait of people who come at random: 5.0 and 2.5 minutes, half a headway (Welding 1957)', () => {
    const seeds = process.env['JUMEAU_PROOF'] === '1' ? 20 : 4, waitMin = (twin: Twin): number => {
      let waitedS = 0, people = 0;
      for (let seed = 1; seed <= seeds; seed++) {
        const { boardings } = simulate(twin, UNTIL_S + 600, seed, FROM_S - 1200);
        for (let row = 0; row < boardings.count; row++) { waitedS += boardings.waitedS[row]!; people += boardings.boardedCount[row]!; }
      }
      return waitedS / people / 60;
    };
    // A uniform wait has a standard deviation of h / √12; some 540 people a run: two per cent of h at three of its errors and whole steps.
    // At the second stop, where no bus stands before it is due.
    const town = line({ perHour: [0, 90, 0] }), now = waitMin(town), dense = waitMin(changed(town, headway(5)));
    console.log(`mean wait ${now.toFixed(2)} min every ten minutes, ${dense.toFixed(2)} min every five`);
    expect(Math.abs(now - 5)).toBeLessThan(0.2);
    expect(Math.abs(dense - 2.5)).toBeLessThan(0.1);
  });

  test('people want to ride at the same times whatever runs: the same number has come by the last bus', () => {
    const people = (twin: Twin): number => Array.from(simulate(twin, UNTIL_S + 600, 3, FROM_S - 1200).boardings.boardedCount).reduce((sum, count) => sum + count, 0);
    expect(people(changed(line(), headway(5)))).toBe(people(line()));
  });

  test.each([5, 8, 10, 15, 20, 60])('of %i minutes: departures are evenly spaced from the first one on, each with all its stops', (everyMin) => {
    const twin = changed(line(), headway(everyMin)), wanted: number[] = [];
    for (let timeS = FROM_S; timeS <= UNTIL_S; timeS += everyMin * 60) wanted.push(timeS);
    expect(startsOf(twin)).toEqual(wanted);
    // Eighty seconds from stop to stop, as every trip of the line has it.
    for (let trip = 0; trip < twin.trips.count; trip++) {
      const first = twin.trips.firstCall[trip]!, departure = twin.trips.departure[trip]!;
      expect([0, 1, 2].map((order) => twin.calls.departS[first + order]! - twin.calls.departS[first]!)).toEqual([0, 80, 160]);
      expect(twin.departures.departS[departure]).toBe(twin.calls.departS[first]! - 30);
      expect(twin.departures.trip[departure]).toBe(trip);
      expect(twin.halts.untilS[twin.departures.firstHalt[departure]!]).toBe(twin.calls.departS[first]);
    }
    // Moved and further trips stand where draws go by the row, so not in the order of their times.
    expect([...new Set(checkTwin(twin).map(({ code }) => code))].filter((code) => code !== 'twin-not-sorted')).toEqual([]);
  });

  test('within a span touches nothing outside it; the gap at its end is filled, for the line runs on', () => {
    const twin = changed(line(), headway(5, { from: '07:00', until: '08:00' })), starts = startsOf(twin), minutes = (startS: number): number => (startS - FROM_S) / 60;
    expect(starts.map(minutes)).toEqual([0, 10, 20, 30, 40, 50, ...every(5, 12, 60), ...every(10, 25, 120)]);
    const town = line();
    for (let row = 0; row < town.departures.count; row++) expect(twin.departures.departS[row]).toBe(town.departures.departS[row]);
    expect(twin.departures.count).toBe(town.departures.count + 6);
  });

  test('of 20 minutes: who is dropped keeps the row and never leaves; no bus is counted for it', () => {
    const twin = changed(line(), headway(20)), { departures } = twin, dropped = Array.from(departures.departS).filter((departS) => departS === NEVER_S).length;
    expect([departures.count, dropped, twin.trips.count, twin.calls.count]).toEqual([37, 18, 19, 57]);
    const { trips, stopVisits } = simulate(twin, UNTIL_S + 600);
    expect([trips.count, stopVisits.count]).toEqual([19, 19 * 3]);
  });

  test('hangs out the new times at the stops, in order, and leaves stops without a timetable without one', () => {
    const posted = changed(line({ posted: true }), headway(5)), bare = changed(line(), headway(5));
    for (let stop = 0; stop < 2; stop++) {
      const first = posted.lineStops.firstPostedTime[stop]!, times = Array.from(posted.postedTimes.departS).slice(first, first + posted.lineStops.postedTimeCount[stop]!);
      expect(times).toEqual(every(300, 73, FROM_S + 80 * stop));
    }
    expect(Array.from(bare.lineStops.postedTimeCount)).toEqual([0, 0, 0]);
  });

  test('as the line runs already is the same city to the bit, in the span and all day', () => {
    for (const same of [headway(10), headway(10, { from: '07:00', until: '09:00' }), headway(10, { direction: 'outward' })]) expect(twinHash(changed(line({ posted: true }), same))).toBe(twinHash(line({ posted: true })));
    expect(applyChanges(line(), [headway(10)]).problems.map(({ code }) => code)).toEqual(['change-without-effect']);
  });

  test('given twice is given once; there and back the departures are the same again', () => {
    expect(twinHash(changed(line(), headway(5), headway(5)))).toBe(twinHash(changed(line(), headway(5))));
    expect(startsOf(changed(changed(line(), headway(20)), headway(10)))).toEqual(startsOf(line()));
  });
});

describe('vehicles', () => {
  // Six stops: 400 s of ride, 200 s of rest at least: a round there and back takes 1200 s.
  const RIDE_S = 400, REST_S = 200;
  /** A line of two directions, half a headway apart, whose blocks first come first served make. */
  function bothWays(fleetCount: number): Twin {
    const headwayS = 600, rounds = 12, leaves = Array.from({ length: rounds * 2 }, (_, nth) => ({ startS: FROM_S + Math.floor(nth / 2) * headwayS, direction: nth % 2 }));
    const twin = lineTown({ stops: 6, leavesS: leaves.map(({ startS }) => startS), perHour: [0, 0, 0, 0, 0, 0] });
    twin.trips.direction.set(leaves.map(({ direction }) => direction));
    // Two vehicles, one at each end: each changes direction at every trip, 600 s = 400 s of ride and 200 s of rest.
    twin.trips.block.set(leaves.map((_, nth) => (Math.floor(nth / 2) + nth) % 2));
    twin.blocks = tableFrom(blockColumns, [0, 1].map((vehicle) => ({ name: `B${vehicle}`, mode: transitMode.bus, vehicle, startS: FROM_S - 600, endS: FROM_S + 11 * headwayS + RIDE_S + 600, leastTurnS: 60 })));
    twin.fleet = tableFrom(fleetColumns, Array.from({ length: fleetCount }, (_, row) => ({ name: `${100 + row}`, mode: transitMode.bus, vehicleType: 0, priorityEquipped: 1, depotXM: 0, depotYM: 0 })));
    return twin;
  }

  test('as many as headways fit into a round: 2 every ten minutes, 4 every five, 1 every twenty', () => {
    for (const [everyMin, vehicles] of [[5, 4], [20, 2]] as const) {
      const twin = changed(bothWays(10), headway(everyMin));
      expect(twin.blocks.count, `every ${everyMin} min`).toBe(vehicles);
      expect(new Set(twin.blocks.vehicle).size).toBe(vehicles);
    }
  });

  test('drive their trips one after the other, with the rest of the timetable before between two', () => {
    const twin = changed(bothWays(10), headway(5)), { trips, calls, departures } = twin;
    for (let trip = 0; trip < trips.count; trip++) {
      const after = departures.after[trips.departure[trip]!]!;
      if (after < 0) continue;
      const before = departures.trip[after]!;
      expect(trips.block[before]).toBe(trips.block[trip]);
      expect(trips.direction[before]).toBe(1 - trips.direction[trip]!);
      expect(calls.departS[trips.firstCall[trip]!]! - calls.arriveS[trips.firstCall[before]! + 5]!).toBeGreaterThanOrEqual(REST_S);
    }
    // Every vehicle but the first trip of each has one before.
    expect(Array.from(trips.departure).filter((departure) => departures.after[departure] === -1)).toHaveLength(4);
  });

  test('that the fleet lacks are told, and simulated all the same', () => {
    const told = (fleetCount: number) => applyChanges(bothWays(fleetCount), [headway(5)]).problems;
    expect(told(10)).toMatchObject([{ severity: 'note', code: 'change-vehicles-needed', parameters: { before: 2, after: 4, lacking: 0 } }]);
    expect(told(3)).toMatchObject([{ severity: 'warning', code: 'change-fleet-too-small', parameters: { before: 2, after: 4, lacking: 1 } }]);
    // In a span that begins while both are out.
    expect(applyChanges(bothWays(10), [headway(5, { from: '06:30', until: '07:30' })]).problems).toMatchObject([{ code: 'change-vehicles-needed', parameters: { before: 2, after: 4 } }]);
    expect(applyChanges(bothWays(10), [headway(20, { from: '06:30', until: '07:30' })]).problems.map(({ code }) => code)).toEqual([]);
    for (const [problem] of [told(10), told(3)]) for (const language of ['fr', 'en'] as const) expect(inWords(problem!, language)).toMatch(/4.*2.*\.$/);
    expect(changed(bothWays(3), headway(5)).trips.count).toBe(46);
  });
});

describe('trips that leave at other times', () => {
  const shift = (laterMin: number, given: object = {}): Change => ({ change: 'timetable-shift', why, lines: ['L'], laterMin, direction: 'both', from: '07:00', until: '08:00', ...given });

  test('six minutes later, with all their times, those posted and those they wait for; the others stay', () => {
    const town = line({ posted: true, keepsTimetable: true }), twin = changed(town, shift(6)), isMeant = (startS: number): boolean => startS >= 7 * HOUR_S && startS < 8 * HOUR_S;
    for (let trip = 0; trip < town.trips.count; trip++) {
      const first = town.trips.firstCall[trip]!, by = isMeant(town.calls.departS[first]!) ? 360 : 0, departure = town.trips.departure[trip]!;
      for (let order = 0; order < 3; order++) expect([twin.calls.arriveS[first + order], twin.calls.departS[first + order]]).toEqual([town.calls.arriveS[first + order]! + by, town.calls.departS[first + order]! + by]);
      for (let order = 0; order < 2; order++) expect(twin.halts.untilS[3 * departure + order]).toBe(town.halts.untilS[3 * departure + order]! + by);
      expect(twin.departures.departS[departure]).toBe(town.departures.departS[departure]! + by);
    }
    const posted = Array.from(twin.postedTimes.departS).slice(0, 37);
    expect(posted).toEqual(every(600, 37, FROM_S).map((timeS) => timeS + (isMeant(timeS) ? 360 : 0)).sort((one, other) => one - other));
  });

  test('into the day before is refused, with how many would never run; a minute less is none', () => {
    // The first bus leaves at 00:10, its vehicle half a minute before.
    const early = lineTown({ stops: 3, leavesS: every(600, 12), perHour: [60, 30, 0] }), back = (laterMin: number) => applyChanges(early, [shift(laterMin, { from: '00:00', until: '01:00' })]);
    expect(back(-35)).toMatchObject({ problems: [{ severity: 'error', code: 'change-trips-before-midnight', where: 'changes.0.laterMin', parameters: { count: 3, mostMin: 9 } }] });
    expect(back(-35).value).toBeUndefined();
    for (const language of ['fr', 'en'] as const) expect(inWords(back(-35).problems[0]!, language)).toMatch(/^3 .*9 min/);
    const { value } = back(-9), trips = (twin: Twin): number => run(twin, { seed: 1, fromS: 0, untilS: 3 * HOUR_S, stepS: 1, untilAllArrived: false, busPriority: false, replay: false }).tables.trips.count;
    expect(trips(value!)).toBe(trips(early));
  });

  test('out of the span that is measured are told, with how many', () => {
    const town = line(), settings = { fromS: 7 * HOUR_S - 1800, measuredFromS: 7 * HOUR_S, untilS: 8 * HOUR_S, untilAllArrived: false };
    // Vehicles depart half a minute before 07:00, 07:10, ...: of those from 06:59:30 to 07:49:30 five are measured, and the one before 08:00.
    expect(movedTripsWarnings(town, changed(town, shift(-15)), settings)).toMatchObject([{ code: 'cli-trips-leave-span', parameters: { left: 1, came: 0 } }]);
    // A part that is none is not said.
    for (const [language, said] of [['en', 'without: 1 fewer, for they leave before or after it now. '], ['fr', 'changements : 1 en moins, qui part maintenant avant ou après. ']] as const) expect(inWords(movedTripsWarnings(town, changed(town, shift(-15)), settings)[0]!, language).replace(/\s/g, ' ')).toContain(said);
    expect(movedTripsWarnings(town, changed(town, shift(-15)), { ...settings, measuredFromS: undefined })).toEqual([]);
    // All day long as many come as go.
    expect(movedTripsWarnings(town, changed(town, shift(-15, { from: '06:00', until: '12:00' })), { ...settings, untilS: 9 * HOUR_S })).toEqual([]);
    expect(movedTripsWarnings(town, town, settings)).toEqual([]);
  });

  test('and back again, or by nothing, are the same city to the bit', () => {
    expect(twinHash(changed(changed(line({ posted: true }), shift(6)), shift(-6, { from: '07:06', until: '08:06' })))).not.toBe(twinHash(changed(line({ posted: true }), shift(6))));
    expect(twinHash(changed(changed(line({ posted: true }), shift(5)), shift(-5, { from: '07:05', until: '08:00' })))).toBe(twinHash(line({ posted: true })));
    expect(twinHash(changed(line(), shift(0)))).toBe(twinHash(line()));
  });

  test('with a quarter more running time: 100 s from stop to stop instead of 80, the stop itself as long as before; not at all with the factor 1', () => {
    const runTime = (factor: number): Change => ({ change: 'run-time', why, lines: ['L'], factor, direction: 'both', from: '00:00', until: '24:00' });
    const town = line({ posted: true }), twin = changed(town, runTime(1.25));
    for (let trip = 0; trip < twin.trips.count; trip++) expect([0, 1, 2].map((order) => twin.calls.departS[3 * trip + order]! - twin.calls.departS[3 * trip]!)).toEqual([0, 100, 200]);
    expect(startsOf(twin)).toEqual(startsOf(town));
    expect(Array.from(twin.postedTimes.departS).slice(37, 39)).toEqual([FROM_S + 100, FROM_S + 700]);
    expect(twinHash(changed(town, runTime(1)))).toBe(twinHash(town));
    expect(changeInWords(runTime(1.25), 'en')).toBe('Timetabled times from stop to stop: +25%, line L.');
    expect(changeInWords(shift(-4), 'fr').replace(/\s/g, ' ')).toBe('Départs avancés de 4 min de 07:00 à 08:00 : ligne L.');
  });
});

describe('problems', () => {
  test('come all at once, in both languages, with the name that was probably meant', () => {
    const { problems } = applyChanges(line(), [headway(5, { lines: ['L', 'Lx', 'night bus'], from: '07:00', until: '07:00' }), headway(5, { from: '02:00', until: '03:00' })]);
    expect(problems.map(({ code, where }) => `${where} ${code}`)).toEqual([
      'changes.0.lines.1 change-unknown-line', 'changes.0.lines.2 change-unknown-line', 'changes.0.until change-empty-span', 'changes.1.lines change-line-does-not-run',
    ]);
    for (const problem of problems) for (const language of ['fr', 'en'] as const) expect(inWords(problem, language)).toMatch(/^.{20,}[.?]$/);
    const read = readChanges([{ change: 'headway', why, line: 'L', everyMin: 0, from: '07:00', until: '9' }]).problems;
    expect(read.map(({ code, where }) => `${where} ${code}`)).toEqual(['changes.0.everyMin change-wrong-field', 'changes.0.until change-wrong-field', 'changes.0 change-unknown-field']);
    expect(read[2]!.parameters['near']).toBe('lines');
  });

  test('every kind says in both languages what it does', () => {
    expect(changeInWords(headway(5, { from: '07:00', until: '09:00' }), 'en')).toBe('A departure every 5\u00a0min from 07:00 to 09:00: line L.');
    expect(changeInWords(headway(7.5, { lines: ['L', 'M'], direction: 'back' }), 'fr')).toBe('Un départ toutes les 7,5\u00a0min\u00a0: lignes L, M, sens retour.'.replace('min\u00a0:', 'min :'));
  });
});
