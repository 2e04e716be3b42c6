// Goal: more passengers, and a crowd after an event, are as many as are asked for, where and when they are asked for, within the error of chance; nobody else comes or drives otherwise.
import { describe, expect, test } from 'vitest';
import { checkTwin } from '../../data/build/check-twin.ts';
import { run } from '../../engine/run.ts';
import { BadInput } from '../../cli/bad-input.ts';
import { cityFromTwin } from '../../cli/city.ts';
import { planRun, planSides, readWishes } from '../../cli/plan.ts';
import { baseline } from '../../scenarios/questions/baseline.ts';
import { questionOfFile } from '../../scenarios/questions/own-question.ts';
import { twinHash, twinToBytes } from '../../engine/twin/bytes.ts';
import type { RunJob } from '../../scenarios/runs/run-job.ts';
import runJob from '../../scenarios/runs/threads/run-worker.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { applyChanges, unfitForSpan } from '../../scenarios/changes/apply-changes.ts';
import type { Change } from '../../scenarios/changes/change.ts';
import { readChanges } from '../../scenarios/changes/read-changes.ts';
import { changeInWords } from '../../scenarios/language/changes.ts';
import { inWords } from '../../scenarios/language/problems.ts';
import { busTown } from './bus-town.ts';
import { every, lineTown } from './line-town.ts';

const why = 'the stadium asks for it', HOUR_S = 3600, FROM_S = 6 * HOUR_S, UNTIL_S = 12 * HOUR_S;
type Crowd = Extract<Change, { change: 'event-crowd' }>;
type Growth = Extract<Change, { change: 'passenger-growth' }>;
const grow = (growth: number, given: Partial<Growth> = {}): Growth => ({ change: 'passenger-growth', why, lines: 'all', growth, from: '00:00', until: '24:00', ...given });
const crowd = (given: Partial<Crowd> = {}): Crowd => ({ change: 'event-crowd', why, where: { links: ['road'] }, people: 1000, from: '09:00', overMin: 30, carShare: 0, peoplePerCar: 2, lineShare: 0.3, walkM: 600, ...given });
const changed = (twin: Twin, ...changes: Change[]): Twin => applyChanges(twin, changes).value!;

/** A bus every ten minutes from 06:00 to 12:00, a person a minute at the first stop and one every two at the second. */
const line = (): Twin => lineTown({ stops: 3, leavesS: every(600, 37, FROM_S), perHour: [60, 30, 0], interior: { doorsS: 0, boardingS: 0.001, alightingS: 0.001 }, lineStop: { fromS: FROM_S - 600 }, peopleUntilS: UNTIL_S });
/** People who boarded by stop, those who came in the span only: in a bus that left within it and ten minutes after. */
function boarded(twin: Twin, seeds: number, fromS = 0, untilS = Infinity): number[] {
  const people = [0, 0, 0];
  for (let seed = 1; seed <= seeds; seed++) {
    const { boardings, stopVisits } = run(twin, { seed, fromS: FROM_S - 1200, untilS: UNTIL_S + 900, stepS: 1, untilAllArrived: false, busPriority: false, replay: false }).tables;
    expect(boardings.count).toBe(stopVisits.count);
    for (let row = 0; row < boardings.count; row++) if (stopVisits.departS[row]! >= fromS && stopVisits.departS[row]! < untilS) people[boardings.lineStop[row]!]! += boardings.boardedCount[row]!;
  }
  return people;
}

describe('a crowd near the last bus', () => {
  const late = (given: Partial<Crowd>) => applyChanges(line(), [crowd({ lineShare: 0.6, overMin: 60, ...given })]).problems.map(({ severity, code, parameters }) => ({ severity, code, ...parameters }));

  test('is told how many come after it: as many as board less', () => {
    // Evenly from 11:45 to 12:45, the last bus at 12:00: three quarters of 600 come too late.
    const [told] = late({ from: '11:45' }), lost = Number((told as { late?: number }).late);
    expect(told).toMatchObject({ severity: 'warning', code: 'change-crowd-after-last-vehicle', people: 600 });
    const more = boarded(changed(line(), crowd({ lineShare: 0.6, overMin: 60, from: '11:45' })), 1).reduce((sum, people) => sum + people, 0) - boarded(line(), 1).reduce((sum, people) => sum + people, 0);
    expect(lost).toBeGreaterThan(440);
    expect(Math.abs(more - (600 - lost))).toBeLessThan(3 * Math.sqrt(600 - lost));
    for (const language of ['en', 'fr'] as const) expect(inWords(applyChanges(line(), [crowd({ from: '11:45' })]).problems[0]!, language)).toMatch(/\d+.*300.*lineShare/);
  });

  test('is refused where nobody is in time, and no word is lost where all are', () => {
    // Buses at 12:00 still leave in the hour after it ends, and all have 16 minutes to walk.
    const far = line();
    far.stops.xM.fill(1300);
    expect(applyChanges(far, [crowd({ from: '11:50', overMin: 5, walkM: 2000, lineShare: 0.6 })]).problems).toMatchObject([{ severity: 'error', code: 'change-crowd-after-last-vehicle', parameters: { late: 600, people: 600 } }]);
    expect(late({ from: '10:00' })).toEqual([]);
  });
});

describe('more passengers', () => {
  test('by half: half as many again, within three errors of a Poisson count', () => {
    const seeds = 2, before = boarded(line(), seeds), after = boarded(changed(line(), grow(0.5)), seeds);
    for (const [stop, perHour] of [[0, 60], [1, 30]] as const) {
      const expected = perHour * 6.1 * seeds;
      expect(Math.abs(before[stop]! - expected)).toBeLessThan(3 * Math.sqrt(expected) + perHour * 0.1 * seeds);
      expect(Math.abs(after[stop]! - 1.5 * expected)).toBeLessThan(3 * Math.sqrt(1.5 * expected) + perHour * 0.15 * seeds);
    }
  });

  test('in a span: so many more in its quarters of an hour, and as many as before in all others', () => {
    const twin = changed(line(), grow(1, { from: '07:15', until: '08:07' })), { lineStops, ridingQuarters } = twin;
    for (const [row, perHour] of [[0, 60], [1, 30]] as const) {
      const perQuarter = Array.from({ length: 96 }, (_, quarter) => lineStops.dayPeopleCount[row]! * ridingQuarters.dayShare[lineStops.dayProfile[row]! + quarter]!);
      // From 08:00 seven of fifteen minutes are in it.
      perQuarter.forEach((people, quarter) => expect(people, `quarter ${quarter}`).toBeCloseTo((perHour / 4) * (quarter >= 29 && quarter < 32 ? 2 : quarter === 32 ? 1 + 7 / 15 : 1), 9));
    }
    expect([lineStops.dayPeopleCount[2], lineStops.dayProfile[2]]).toEqual([0, -1]);
    expect(checkTwin(twin).filter(({ code }) => code.startsWith('twin-r'))).toEqual([]);
  });

  test('by none is the same city to the bit', () => {
    expect(twinHash(changed(line(), grow(0)))).toBe(twinHash(line()));
    expect(twinHash(changed(line(), grow(-1))), 'by all nobody is left').not.toBe(twinHash(line()));
    expect(boarded(changed(line(), grow(-1)), 1)).toEqual([0, 0, 0]);
  });
});

describe('a crowd at stops', () => {
  test('of 300 of 1,000 people who leave the place comes to the stops in its span, and nobody else', () => {
    const twin = changed(line(), crowd()), seeds = 2;
    // Both stops lie at the place: 150 people each, on top of who comes anyhow, from 09:00 to 09:30.
    const spans = [[0, 9 * HOUR_S], [9 * HOUR_S, 10 * HOUR_S], [10 * HOUR_S, Infinity]] as const, more = spans.map(([fromS, untilS]) => {
      const now = boarded(twin, seeds, fromS, untilS), before = boarded(line(), seeds, fromS, untilS);
      return [0, 1].map((stop) => (now[stop]! - before[stop]!) / seeds);
    });
    console.log(`more people at both stops before, within and after an hour from 09:00: ${more.map((counts) => counts.join(', ')).join('; ')}`);
    for (const stop of [0, 1]) {
      expect(more[0]![stop]).toBe(0);
      // 150 of the crowd and some 60 or 30 others in either run: three errors of the mean of two.
      expect(Math.abs(more[1]![stop]! - 150)).toBeLessThan(3 * Math.sqrt((150 + 2 * 60) / seeds));
      expect(Math.abs(more[2]![stop]!)).toBeLessThan(3 * Math.sqrt((4 * 60) / seeds));
    }
  });

  test('walks at 1.34 m/s: from 402 m off it comes five minutes later', () => {
    const town = line();
    town.stops.xM.set([402, 402, 402]);
    const twin = changed(town, crowd()), { lineStops, ridingQuarters } = twin;
    const extra = Array.from({ length: 96 }, (_, quarter) => lineStops.dayPeopleCount[0]! * ridingQuarters.dayShare[lineStops.dayProfile[0]! + quarter]! - 15);
    // 150 people in half an hour from 09:05 on: 50, 75 and 25.
    expect([36, 37, 38].map((quarter) => Math.round(extra[quarter]! * 10) / 10)).toEqual([50, 75, 25]);
    expect(extra.filter((_, quarter) => quarter < 36 || quarter > 38).every((people) => Math.abs(people) < 1e-9)).toBe(true);
  });
});

describe('a crowd in a run that would see it twice', () => {
  const late = crowd({ from: '23:30', overMin: 60, lineShare: 0.3, walkM: 600 }), told = (change: Crowd, fromH: number, untilH: number) => unfitForSpan([change], { fromS: fromH * HOUR_S, untilS: untilH * HOUR_S }).map(({ code, parameters }) => `${code} ${parameters['day']} ${parameters['clock']}`);

  test('is refused: on the second day, or in quarters of an hour before the event whose like come after midnight', () => {
    // From 23:30 to 00:30 and a walk of 448 s: until 00:45 by the quarter of an hour.
    expect(told(late, 22, 26)).toEqual([]);
    expect(told(late, 0, 24)).toEqual(['change-crowd-comes-twice before 00:45']);
    expect(told(late, 0.75, 24)).toEqual([]);
    expect(told(late, 22, 47.5)).toEqual([]);
    expect(told(late, 22, 48)).toEqual(['change-crowd-comes-twice after 23:30']);
    expect(told(crowd(), 0, 33)).toEqual([]);
    expect(told(crowd(), 0, 33.1)).toEqual(['change-crowd-comes-twice after 09:00']);
    expect(told({ ...late, lineShare: 0 }, 0, 72)).toEqual([]);
    for (const language of ['en', 'fr'] as const) for (const problem of unfitForSpan([late], { fromS: 0, untilS: 48 * HOUR_S })) expect(inWords(problem, language)).toMatch(/(00:45|23:30).*"lineShare": 0\.$/);
  });

  test('would be seen twice indeed: who comes after midnight rides in the first quarter of the day', () => {
    // A line that runs from midnight on, and one hour before the next one.
    const night = lineTown({ stops: 3, leavesS: [...every(600, 6, 0), ...every(600, 6, 23 * HOUR_S), ...every(600, 6, 24 * HOUR_S)], perHour: [0, 0, 0], interior: { doorsS: 0, boardingS: 0.001, alightingS: 0.001 }, lineStop: { fromS: 0 }, peopleUntilS: 25 * HOUR_S });
    const early = run(changed(night, late), { seed: 1, fromS: 0, untilS: 2 * HOUR_S, stepS: 1, untilAllArrived: false, busPriority: false, replay: false }).tables.boardings;
    expect(Array.from({ length: early.count }, (_, row) => early.boardedCount[row]!).reduce((sum, people) => sum + people, 0)).toBeGreaterThan(50);
  });

  test('is refused by the command before anything is simulated, and by the thread that is given such a run', async () => {
    const city = cityFromTwin(busTown(), 'town.twin'), question = { ...questionOfFile('late.yaml', [late]), when: { from: '00:00', hours: 24 }, ownSpan: true as const };
    expect(() => planSides([{ city, question: baseline }, { city, question }], readWishes({}), 1)).toThrow(BadInput);
    expect(() => planRun(city, question, readWishes({}))).toThrow(BadInput);
    expect(planRun(city, question, readWishes({ from: '22:00', hours: '3' })).changes).toEqual([late]);
    const answer = await runJob({ twin: twinToBytes(line()).buffer, twinHash: twinHash(line()), changes: [crowd()], settings: { seed: 1, fromS: 0, untilS: 48 * HOUR_S, stepS: 1, untilAllArrived: false, busPriority: false, replay: false } } as unknown as RunJob);
    expect(answer).toMatchObject({ done: false, problems: [{ code: 'change-crowd-comes-twice' }] });
  });
});

describe('a crowd in cars', () => {
  const town = busTown(), street = town.streets.name[town.links.street[0]!]!, leave = (given: Partial<Crowd> = {}): Crowd => crowd({ where: { street }, carShare: 0.4, lineShare: 0, people: 500, from: '08:00', overMin: 20, ...given });
  const lastOf = (twin: Twin, row: number): number => twin.routeLinks.link[twin.routes.firstLink[twin.departures.route[row]!]! + twin.routes.linkCount[twin.departures.route[row]!]! - 1]!;

  test('of 200 people, two in each: 100 cars, one every 12 s, from the links of the street to where people drive', () => {
    const twin = changed(town, leave()), from = town.departures.count, rows = Array.from({ length: 100 }, (_, at) => from + at);
    expect(twin.departures.count).toBe(from + 100);
    expect(rows.map((row) => twin.departures.departS[row])).toEqual(rows.map((_, at) => 8 * HOUR_S + 6 + 12 * at));
    const goals = new Set(Array.from({ length: from }, (_, row) => row).filter((row) => town.departures.trip[row]! < 0).map((row) => lastOf(town, row)));
    for (const row of rows) {
      expect(town.streets.name[town.links.street[twin.routeLinks.link[twin.routes.firstLink[twin.departures.route[row]!]!]!]!]).toBe(street);
      expect(goals.has(lastOf(twin, row))).toBe(true);
    }
    expect(new Set(rows.map((row) => lastOf(twin, row))).size).toBeGreaterThan(5);
    expect([...new Set(checkTwin(twin).map(({ code }) => code))]).toEqual(['twin-not-sorted']);
  });

  test('drives: so many more trips, and who drove before has the same row and plan', () => {
    const twin = changed(town, leave()), trips = (city: Twin) => run(city, { seed: 1, fromS: 7.9 * HOUR_S, untilS: 8.5 * HOUR_S, stepS: 1, untilAllArrived: false, busPriority: false, replay: false }).tables.trips.count;
    expect(trips(twin) - trips(town)).toBe(100);
    expect(Array.from(twin.departures.departS).slice(0, town.departures.count)).toEqual(Array.from(town.departures.departS));
    expect(twinHash(changed(busTown(), leave()))).toBe(twinHash(twin));
  });

  test('faults are told, and what it does in a sentence', () => {
    const codes = (change: Change): string[] => applyChanges(town, [change]).problems.map(({ code, where }) => `${where} ${code}`);
    expect(codes(leave({ carShare: 0.8, lineShare: 0.3 }))).toEqual(['changes.0.lineShare change-shares-above-one']);
    expect(codes(leave({ lineShare: 0.3 }))).toEqual(['changes.0.walkM change-no-stop-near']);
    expect(codes(leave({ where: { street: `${street}x` } }))).toEqual(['changes.0.where.street change-unknown-street']);
    const read = readChanges([{ change: 'event-crowd', why, where: { street }, people: 0, from: '9', overMin: 30, carshare: 0.2 }, { change: 'passenger-growth', why, lines: 'all', growth: -3 }]).problems;
    expect(read.map(({ code, where }) => `${where} ${code}`)).toEqual(['changes.0.people change-wrong-field', 'changes.0.from change-wrong-field', 'changes.0 change-unknown-field', 'changes.1.growth change-wrong-field']);
    const told = [...read, ...applyChanges(town, [leave({ carShare: 0.8, lineShare: 0.3 }), leave({ lineShare: 0.3 })]).problems];
    for (const language of ['fr', 'en'] as const) {
      for (const problem of told) expect(inWords(problem, language)).toMatch(/^.{15,}[.?]$/);
      for (const change of [leave(), grow(0.2)]) expect(changeInWords(change, language)).toMatch(/^[^{}]{15,}\.$/);
    }
    expect(changeInWords(grow(0.2, { lines: ['L5', 'L6'], from: '07:00', until: '09:00' }), 'en')).toBe('Passengers from 07:00 to 09:00: +20%, lines L5, L6.');
  });
});
