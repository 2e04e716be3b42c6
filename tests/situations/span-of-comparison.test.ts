// Goal: both sides of a comparison, and all points of a sweep, run over the span that the question means, not over the whole day of the city that it is held against; and what lies outside of it is told.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseClock } from '../../engine/foundation/clock.ts';
import { cityFromTwin } from '../../cli/city.ts';
import type { BadInput } from '../../cli/bad-input.ts';
import { planRun, planSides, readWishes, settingsOf } from '../../cli/plan.ts';
import { runWarnings } from '../../cli/run-warnings.ts';
import { outsideSpanWarnings } from '../../cli/span-warnings.ts';
import { openSweep } from '../../cli/sweep-file.ts';
import { sweepSides, type SweepSides } from '../../cli/sweep-sides.ts';
import { openTerminal } from '../../cli/terminal.ts';
import type { Change } from '../../scenarios/changes/change.ts';
import { readChanges } from '../../scenarios/changes/read-changes.ts';
import { inWords, placeOf } from '../../scenarios/language/problems.ts';
import { questionNamed } from '../../scenarios/questions/library.ts';
import { baseline } from '../../scenarios/questions/baseline.ts';
import { questionOfFile } from '../../scenarios/questions/own-question.ts';
import type { Question } from '../../scenarios/questions/question.ts';
import { busTown } from '../verification/bus-town.ts';
import { every, lineTown } from '../verification/line-town.ts';

const city = { ...cityFromTwin(busTown(), 'town'), reference: true };
const asking = (name: string, from: string, hours: number): Question =>
  ({ ...questionOfFile(name, [{ change: 'bus-priority', enabled: false, controllers: 'all', why: 'to have asked something' }]), when: { from, hours }, ownSpan: true });
const morning = asking('morning.yaml', '07:00', 1), evening = asking('evening.yaml', '18:00', 2);

const spanOf = (first: Question, second: Question, options = {}): number[] => {
  const runs = planSides([{ city, question: first }, { city, question: second }], readWishes({ warmUp: '0', ...options }), 1);
  expect(runs[1]!.settings).toEqual(runs[0]!.settings);
  return [runs[0]!.settings.fromS / 3600, runs[0]!.settings.untilS / 3600];
};

test('beside the city as it is the question says when, in either order; of two questions the first; the command line before both', () => {
  expect(spanOf(baseline, morning)).toEqual([7, 8]);
  expect(spanOf(morning, baseline)).toEqual([7, 8]);
  expect(spanOf(evening, morning)).toEqual([18, 20]);
  expect(spanOf(baseline, morning, { from: '08:00', hours: '0.5' })).toEqual([8, 8.5]);
  const { from, hours } = baseline.when;
  expect(spanOf(baseline, baseline)).toEqual([parseClock(from)! / 3600, parseClock(from)! / 3600 + hours]);
});

const why = 'Meeting of 12 March', changesOf = (...given: object[]): Change[] => readChanges(given.map((one) => ({ why, ...one }))).value!;
const hours = (from: number, until: number, warmUp = 0) => ({ fromS: (from - warmUp) * 3600, ...(warmUp > 0 && { measuredFromS: from * 3600 }), untilS: until * 3600, untilAllArrived: false });

describe('a change outside what is simulated', () => {
  const headway = changesOf({ change: 'headway', lines: ['L1'], everyMin: 5, from: '17:00', until: '19:00' });
  const isTold = (changes: readonly Change[], ...span: Parameters<typeof hours>): boolean => outsideSpanWarnings(changes, hours(...span)).length > 0;

  test('is told with both times, in both languages; one that begins or ends within is not, nor one in the half hour in which streets fill', () => {
    const [problem] = outsideSpanWarnings(headway, { ...hours(7.5, 7.6) });
    expect(problem).toMatchObject({ severity: 'warning', parameters: { from: '17:00', until: '19:00', simulatedFrom: '07:30', simulatedUntil: '07:36' } });
    expect(`${placeOf(problem!, 'en')}: ${inWords(problem!, 'en')}`).toMatch(/^change 1 \(headway\): this change is from 17:00 to 19:00, and what is simulated from 07:30 to 07:36/);
    expect(inWords(problem!, 'fr')).toMatch(/va de 17:00 à 19:00 ; on simule de 07:30 à 07:36/);
    expect([[16, 17.5], [18.5, 20], [12, 24], [19.25, 20, 0.5]].map(([from, until, warmUp]) => isTold(headway, from!, until!, warmUp))).toEqual([false, false, false, false]);
    expect([[16, 16.9], [19.25, 20]].map(([from, until]) => isTold(headway, from!, until!))).toEqual([true, true]);
    // It comes again the next day; where all are waited for, there is no end.
    expect(isTold(headway, 20, 41.5)).toBe(false);
    expect(outsideSpanWarnings(headway, { ...hours(7, 8), untilAllArrived: true })).toEqual([]);
  });

  test('over midnight, by the shift of its trips, and in the minutes of a crowd', () => {
    const limit = changesOf({ change: 'limit-by-time', where: { street: 'x' }, limitKmh: 30, from: '22:00', until: '05:00' });
    expect([isTold(limit, 4, 6), isTold(limit, 6, 7)]).toEqual([false, true]);
    const shift = changesOf({ change: 'timetable-shift', lines: ['L1'], laterMin: 30, from: '07:00', until: '07:20' });
    expect([isTold(shift, 7.5, 8), isTold(shift, 8, 9), isTold(shift, 6, 6.9)]).toEqual([false, true, true]);
    const crowd = changesOf({ change: 'event-crowd', where: { street: 'x' }, people: 100, from: '22:30', overMin: 30 });
    expect([isTold(crowd, 22, 24), isTold(crowd, 7, 8)]).toEqual([false, true]);
  });

  test('what names no times, holds outside of them too, or is of every night is never told', () => {
    expect(outsideSpanWarnings(changesOf(
      { change: 'bus-priority', enabled: false, controllers: 'all' }, { change: 'dim-lamps', zone: 'all', from: '23:00', until: '05:00', outputShare: 0.5 }, { change: 'bollard-hours', sites: 'all', from: '06:00', until: '11:00', letThrough: ['van'] },
      { change: 'demand-growth', growth: 0.1 },
    ), hours(14, 15))).toEqual([]);
  });

  test('is told once beside the runs of either side', () => {
    const runs = [1, 2].map((seed) => ({ ...planRun(city, undefined, readWishes({ from: '07:30', hours: '0.1' }), seed), changes: headway }));
    expect(runWarnings(city, runs, []).filter(({ code }) => code === 'cli-change-outside-span')).toHaveLength(1);
  });
});

describe('a sweep', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jumeau-span-')), path = join(folder, 'sweep.json');
  afterAll(() => rmSync(folder, { recursive: true }));
  const sidesOf = async (sweep: object, options: Parameters<typeof readWishes>[0] = {}): Promise<SweepSides> => {
    writeFileSync(path, JSON.stringify(sweep));
    return sweepSides(openTerminal('en', true), await openSweep(path, {}), city.twin, (question) => planRun(city, question, readWishes({ warmUp: '0', ...options }), 1).settings, new AbortController().signal);
  };
  const asked = { question: { parameter: 'q' }, parameters: { q: { values: ['bus-priority-off', 'rainy-morning'] } } };

  test('beside the city as it is, its span is that of the question of the first point; of a baseline that changes something, its own; the command line goes first', async () => {
    const spanOfSides = ({ settings: { fromS, untilS } }: SweepSides): number[] => [fromS / 3600, untilS / 3600], whenOf = (name: string): number[] => {
      const { from, hours: lasting } = questionNamed(name)!.when;
      return [parseClock(from)! / 3600, parseClock(from)! / 3600 + lasting];
    };
    expect(spanOfSides(await sidesOf(asked))).toEqual(whenOf('bus-priority-off'));
    expect(spanOfSides(await sidesOf({ ...asked, parameters: { q: { values: ['rainy-morning', 'bus-priority-off'] } } }))).toEqual(whenOf('rainy-morning'));
    expect(spanOfSides(await sidesOf({ ...asked, baseline: 'rainy-morning' }))).toEqual(whenOf('rainy-morning'));
    expect(spanOfSides(await sidesOf(asked, { from: '08:00', hours: '0.5' }))).toEqual([8, 8.5]);
  });

  const shifts = { changes: [{ change: 'timetable-shift', why, lines: ['L1'], laterMin: { parameter: 'later' }, from: { parameter: 'from' }, until: '08:00' }], parameters: { later: { values: [0.1, 25, 40] }, from: { values: ['07:30'] } }, indicators: ['bus-mean-delay-s'] };

  test('tells of trips that leave the span as a comparison does: once, with the points that it holds for', async () => {
    const { warnings } = await sidesOf(shifts, { from: '07:30', hours: '0.5' }), told = warnings.filter(({ parameters }) => parameters['causeCode'] === 'cli-trips-leave-span' || parameters['left'] !== undefined);
    expect(told).toHaveLength(1);
    expect(told[0]!.parameters).toMatchObject({ points: 2, of: 3, first: 'later = 25, from = 07:30', came: 0 });
  });

  test('counts trips against its baseline and not against the city as it is; numbers that differ from point to point are those of the first one named', async () => {
    const ofSpan = ({ warnings }: SweepSides) => warnings.filter(({ code, parameters }) => code === 'cli-trips-leave-span' || parameters['causeCode'] === 'cli-trips-leave-span');
    const later = (laterMin: number) => ({ change: 'timetable-shift', why, lines: ['L1'], laterMin, from: '07:30', until: '08:00' }), options = { from: '07:30', hours: '0.5' };
    const moved = { ...shifts, parameters: { later: { values: [25, 40] }, from: { values: ['07:30'] } } };
    const [all] = ofSpan(await sidesOf(moved, options));
    expect(all!.parameters).toMatchObject({ points: 2, of: 2, first: 'later = 25, from = 07:30' });
    // The same shift on both sides moves nothing from one to the other.
    expect(ofSpan(await sidesOf({ ...moved, baseline: [later(25)] }, options)).map(({ parameters: { points, first } }) => [points, first])).toEqual([[1, 'later = 40, from = 07:30']]);
    expect(ofSpan(await sidesOf({ ...moved, baseline: [later(40)], parameters: { ...moved.parameters, later: { values: [40] } } }, options))).toEqual([]);
  });

  test('tells what of its baseline lies outside the span', async () => {
    const { warnings } = await sidesOf({ ...shifts, baseline: [{ change: 'headway', why, lines: ['L1'], everyMin: 5, from: '17:00', until: '19:00' }] }, { from: '07:30', hours: '0.1' });
    expect(warnings.filter(({ code }) => code === 'cli-change-outside-span').map(({ where }) => where)).toEqual([expect.stringContaining('line 1: baseline: changes.0')]);
  });

  test('refuses, before anything runs, a change that its span does not let show: at points as in the baseline, all at once', async () => {
    const twin = lineTown({ stops: 3, leavesS: [...every(600, 100, 6 * 3600)], perHour: [60, 30, 0], interior: { doorsS: 0, boardingS: 0.001, alightingS: 0.001 }, lineStop: { fromS: 6 * 3600 - 600 }, peopleUntilS: 22 * 3600 }), line = cityFromTwin(twin, 'line.twin');
    const crowd = (people: unknown) => ({ change: 'event-crowd', why, where: { links: ['road'] }, people, from: '09:00', overMin: 30, carShare: 0, peoplePerCar: 2, lineShare: 0.3, walkM: 600 });
    const refused = async (sweep: object): Promise<string[]> => {
      writeFileSync(path, JSON.stringify({ ...sweep, parameters: { p: { values: [100, 200] } }, indicators: ['passenger-mean-wait-s'] }));
      const fault: unknown = await sweepSides(openTerminal('en', true), await openSweep(path, {}), line.twin, (question) => settingsOf(readWishes({ from: '06:00', hours: '40', warmUp: '0' }), line, question, 1), new AbortController().signal).catch((error: unknown) => error);
      return (fault as BadInput).problems.map(({ code, where }) => `${code} ${/line 1: (.*)$/.exec(where)![1]}`);
    };
    expect(await refused({ changes: [crowd({ parameter: 'p' })] })).toEqual(['change-crowd-comes-twice changes.0.from']);
    expect(await refused({ changes: [crowd({ parameter: 'p' })], baseline: [crowd(50)] })).toEqual(['change-crowd-comes-twice baseline: changes.0.from', 'change-crowd-comes-twice changes.0.from']);
  });

  test('tells of changes outside the span with the points, and of none where nothing is simulated', async () => {
    const evening = { ...shifts, changes: [{ change: 'headway', why, lines: ['L1'], everyMin: 5, from: { parameter: 'from' }, until: '19:00' }], parameters: { from: { values: ['07:00', '17:00', '18:00'] } } };
    const { warnings } = await sidesOf(evening, { from: '07:30', hours: '0.5' }), told = warnings.filter(({ parameters }) => parameters['causeCode'] === 'cli-change-outside-span');
    // Each says its own time.
    expect(told.map(({ parameters: { points, of, first } }) => [points, of, first])).toEqual([[1, 3, 'from = 17:00'], [1, 3, 'from = 18:00']]);
    const ofYear = await sidesOf({ ...evening, indicators: ['lighting-energy-year-kwh'] }, { from: '07:30', hours: '0.5' });
    expect(ofYear.warnings.filter(({ code, parameters }) => /span/.test(code + String(parameters['causeCode'])))).toEqual([]);
  });
});
