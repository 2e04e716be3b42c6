// Goal: a plan file comes back as it was written, changes exactly the city that it is meant for, and no file, however broken, gets more than a list of problems with lines.
import { describe, expect, test } from 'vitest';
import { applyPlans } from '../../data/build/signals/apply-plans.ts';
import { plansOfTwin } from '../../data/build/signals/plans-of-twin.ts';
import type { PlannedController } from '../../data/formats/signal-plans/plan-records.ts';
import { csvColumns } from '../../data/formats/signal-plans/csv-columns.ts';
import { readPlans } from '../../data/formats/signal-plans/read-plans.ts';
import { writePlans } from '../../data/formats/signal-plans/write-plans.ts';
import { writePlansCsv } from '../../data/formats/signal-plans/write-plans-csv.ts';
import type { Checked } from '../../engine/foundation/problem.ts';
import { twinHash } from '../../engine/twin/bytes.ts';
import { inWords } from '../../scenarios/language/problems.ts';
import { busTown } from '../verification/bus-town.ts';
import { twinOf } from '../verification/drawn-junction.ts';
import { mutated } from './hostile-files-judge.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const textOf = (controllers: readonly PlannedController[]): string => [...writePlans(controllers)].join('');
const tableOf = (controllers: readonly PlannedController[]): string => [...writePlansCsv(controllers)].join('');

/** Two streets that cross, a plan by day and one by night. */
const crossing: PlannedController = {
  name: 'place "Wilson" & co', groups: [{ name: 'rue du Transvaal ↑→' }, { name: '~' }],
  intergreenTenths: [[null, 50], [62, null]],
  plans: [
    { name: 'day', offsetTenths: 125, intervals: [{ durationTenths: 300, longestTenths: 400, stage: true, shows: 'Gr' }, { durationTenths: 30, stage: false, shows: 'yr' }, { durationTenths: 20, stage: false, shows: 'rr' }, { durationTenths: 200, stage: true, shows: 'rG' }, { durationTenths: 62, stage: false, shows: 'rr' }] },
    { name: 'no', offsetTenths: 0, intervals: [{ durationTenths: 600, stage: true, shows: 'oo' }] },
  ],
  schedule: [{ from: '00:00', plan: 'no' }, { from: '06:30', plan: 'day', days: ['mon', 'tue', 'wed', 'thu', 'fri'] }, { from: '22:00', plan: null }],
};

describe('round trip', () => {
  test('every field comes back', () => expect(readPlans('f', textOf([crossing]))).toEqual({ value: [crossing], problems: [] }));

  test('a city without signals is an empty file', () => expect(readPlans('f', textOf([])).value).toEqual([]));

  test('every field comes back from a table, whatever stands between its columns', () => {
    const { value, problems } = readPlans('f.csv', tableOf([crossing]));
    expect(problems).toEqual([]);
    expect(value).toEqual([crossing]);
    const bare = { ...crossing, name: 'J', groups: [{ name: 'a' }, { name: 'b' }] };
    expect(readPlans('f.csv', tableOf([bare]).replaceAll(',', ';')).value).toEqual([bare]);
    // Nothing said of the matrix, and a matrix in which nobody conflicts.
    const { intergreenTenths: _, ...unsaid } = bare, free = { ...bare, name: 'K', intergreenTenths: [[null, null], [null, null]] };
    expect(readPlans('f.csv', tableOf([unsaid, free])).value).toEqual([unsaid, free]);
  });

  test.each(['f', 'f.csv'])('the plans of a city, written, read and put back, give the same city: %s', (file) => {
    const twin = busTown(), { value, problems } = readPlans(file, (file === 'f' ? textOf : tableOf)(plansOfTwin(twin)));
    expect(problems).toEqual([]);
    expect(value!.length).toBe(twin.controllers.count);
    const applied = applyPlans(twin, value!, 'f', undefined);
    expect(applied.problems).toEqual([]);
    expect(twinHash(applied.value!)).toBe(twinHash(twin));
  });
});

describe('a changed plan', () => {
  const twin = busTown(), before = twinHash(twin), plans = plansOfTwin(twin);
  const changed = structuredClone(plans), first = changed[0]!.plans[0]!, stage = first.intervals.findIndex((interval) => interval.stage);
  first.intervals[stage]!.durationTenths += 55;
  first.intervals[stage]!.longestTenths = first.intervals[stage]!.durationTenths + 100;
  first.offsetTenths = 70;

  test('changes its controller to the tenth of a second, and no other', () => {
    const { value } = applyPlans(twin, changed, 'f', undefined);
    expect(value!.controllers.cycleS[0]).toBeCloseTo(twin.controllers.cycleS[0]! + 5.5, 9);
    expect(value!.controllers.offsetS[0]).toBe(7);
    expect(value!.intervals.longestS[value!.controllers.firstInterval[0]! + stage]).toBeCloseTo(twin.intervals.durationS[twin.controllers.firstInterval[0]! + stage]! + 15.5, 9);
    expect(plansOfTwin(value!).slice(1)).toEqual(plans.slice(1));
    expect(twinHash(twin)).toBe(before);
  });

  test('a matrix that is edited: pairs go, pairs come, and times change', () => {
    // Four arms: conflicting groups with the times that the streets ask for.
    const junction = twinOf([0, 90, 180, 270].map((bearingDeg) => ({ bearingDeg }))), [file] = plansOfTwin(junction), matrix = file!.intergreenTenths!, pairs = matrix.flat().filter((tenths) => tenths !== null).length;
    expect(pairs).toBeGreaterThan(2);
    const ending = matrix.findIndex((row) => row.some((tenths) => tenths !== null)), starting = matrix[ending]!.findIndex((tenths) => tenths !== null);
    const roundTrip = (): (number | null)[][] => plansOfTwin(applyPlans(junction, [file!], 'f', undefined).value!)[0]!.intergreenTenths!;
    matrix[ending]![starting]! -= 5;
    expect(roundTrip()).toEqual(matrix);
    const { value: without } = applyPlans(junction, [{ ...file!, intergreenTenths: matrix.map((row) => row.map(() => null)) }], 'f', undefined);
    expect(without!.intergreens.count).toBe(0);
    expect(plansOfTwin(applyPlans(without!, [file!], 'f', undefined).value!)[0]!.intergreenTenths).toEqual(matrix);
    matrix[ending]![starting] = null;
    expect(roundTrip().flat().filter((tenths) => tenths !== null).length).toBe(pairs - 1);
  });

  test('only the controllers that a file names', () => {
    const { value } = applyPlans(twin, [changed[0]!], 'f', undefined);
    expect(plansOfTwin(value!)).toEqual([changed[0], ...plans.slice(1)]);
  });

  test('of several plans the one that runs at the time asked for', () => {
    const day = { ...changed[0]!, plans: [{ ...plans[0]!.plans[0]!, name: 'night' }, { ...first, name: 'day' }], schedule: [{ from: '06:00', plan: 'day' }, { from: '21:00', plan: 'night' }] };
    const at = (hour: number): number => applyPlans(twin, [day], 'f', hour * 3600).value!.controllers.offsetS[0]!;
    expect([at(6), at(12), at(21), at(2)]).toEqual([7, 7, twin.controllers.offsetS[0], twin.controllers.offsetS[0]]);
    const { schedule: _, ...unscheduled } = day;
    expect(applyPlans(twin, [unscheduled], 'f', undefined).problems.map(({ code }) => code)).toEqual(['plans-several']);
  });

  test('with its schedule it has them all, and gives them back with the days', () => {
    const week = { ...changed[0]!, plans: [{ ...plans[0]!.plans[0]!, name: 'night' }, { ...first, name: 'day' }], schedule: [{ from: '06:00', plan: 'day', days: ['mon' as const, 'fri' as const] }, { from: '06:00', plan: 'night', days: ['sun' as const] }, { from: '21:00:05', plan: 'night' }] };
    const { value, problems } = applyPlans(twin, [week], 'f', undefined);
    expect(problems).toEqual([]);
    expect(plansOfTwin(value!)).toEqual([week, ...plans.slice(1)]);
    expect([...value!.planSwitches.days]).toEqual([0b0010001, 0b1000000, 0b1111111]);
    // Put back, and edited once more.
    expect(twinHash(applyPlans(value!, plansOfTwin(value!), 'f', undefined).value!)).toBe(twinHash(value!));
    expect(twinHash(applyPlans(value!, plans, 'f', undefined).value!)).toBe(before);
  });

  test('hours at which the plan of the city stays keep it as one of its plans', () => {
    const half = { ...changed[0]!, plans: [{ ...first, name: 'plan' }], schedule: [{ from: '06:00', plan: 'plan' }, { from: '21:00', plan: null }] };
    const [{ plans: written, schedule }] = plansOfTwin(applyPlans(twin, [half], 'f', undefined).value!) as [PlannedController];
    expect(written).toEqual([{ ...first, name: 'plan' }, { ...plans[0]!.plans[0]!, name: 'plan 2' }]);
    expect(schedule).toEqual([{ from: '06:00', plan: 'plan' }, { from: '21:00', plan: 'plan 2' }]);
  });

  test('a stranger, and a plan of other groups, are told, both at once', () => {
    const stranger = { ...changed[0]!, name: 'nowhere' }, wide = { ...plans[1]!, groups: [...plans[1]!.groups, { name: 'one more' }] };
    const { value, problems } = applyPlans(twin, [stranger, wide], 'f', 12 * 3600);
    expect(value).toBeUndefined();
    expect(problems.map(({ code }) => code)).toEqual(['plans-unknown-controller', 'plans-other-groups']);
  });
});

describe('what is wrong is told with its line, all of it at once', () => {
  const good = textOf([crossing]), lineOf = (part: string): number => good.split('\n').findIndex((line) => line.includes(part)) + 1;
  test.each([
    ['a clearing shorter than the matrix', 'durationTenths: 62', 'durationTenths: 61', 'plans-break-intergreen', 'name: "day"'],
    ['conflicting greens', 'durationTenths: 20, stage: false, shows: "rr"', 'durationTenths: 20, stage: false, shows: "GG"', 'plans-green-together', 'name: "day"'],
    ['a letter too few', 'shows: "yr"', 'shows: "y"', 'plans-letters', 'shows: "yr"'],
    ['a letter of no signal', 'shows: "yr"', 'shows: "xr"', 'plans-unknown-letter', 'shows: "yr"'],
    ['a time that is not whole', 'durationTenths: 30,', 'durationTenths: 30.5,', 'plans-wrong-field', 'durationTenths: 30,'],
    ['a field of no plan', 'offsetTenths: 125', 'offset: 125', 'plans-unknown-field', 'offsetTenths: 125'],
    ['a plan of no name', 'plan: "day"', 'plan: "dya"', 'plans-unknown-plan', 'plan: "day"'],
    ['hours out of order', '"22:00"', '"05:00"', 'plans-schedule-order', '"22:00"'],
    ['a matrix with a hole', '[ ~, 50]', '[ ~]', 'plans-matrix-size', '[ ~, 50]'],
    ['a longest time below the duration', 'longestTenths: 400', 'longestTenths: 299', 'plans-longest', 'longestTenths: 400'],
    ['another format', 'version: 1', 'version: 9', 'plans-other-format', 'version: 1'],
    ['a name used twice', 'name: "no"', 'name: "day"', 'plans-twice', 'name: "no"'],
  ])('%s', (_what, from, to, code, at) => {
    expect(good).toContain(from);
    const { value, problems } = readPlans('f', good.replace(from, to)), mine = problems.find((problem) => problem.code === code);
    expect(value).toBeUndefined();
    expect(problems.map((problem) => problem.code)).toContain(code);
    const line = Number(/line (\d+)/.exec(mine!.where)![1]);
    // Of a field that is unknown the whole that holds it is named too: the line itself, or where it begins.
    expect(lineOf(at) - line).toBeGreaterThanOrEqual(0);
    expect(lineOf(at) - line).toBeLessThanOrEqual(1);
  });

  test('what does not fit is told in the language of who asks', () => {
    const { problems } = readPlans('f', good.replace('durationTenths: 30,', 'durationTenths: long,'));
    expect(problems.map((problem) => inWords(problem, 'en')).join()).toContain('expected number, received string');
    expect(problems.map((problem) => inWords(problem, 'fr')).join()).toContain('nombre attendu, chaîne de caractères reçu');
  });

  test.each([
    ['a clearing shorter than the matrix', ',62,,no', ',61,,no', 'plans-break-intergreen', 'plan,"place'],
    ['a letter too few', ',yr', ',y', 'plans-letters', ',yr'],
    ['a time that is not whole', ',30,,no', ',30.5,,no', 'plans-wrong-field', ',30,,no'],
    ['a word that no line begins with', 'plan,"place', 'programme,"place', 'plans-csv-line', 'plan,"place'],
    ['an interval of no plan', 'day,,300', 'dya,,300', 'plans-csv-no-plan', 'interval,"place'],
    ['a pair that stands twice', ',2,1,62', ',1,2,62', 'plans-csv-pair', ',2,1,62'],
  ])('in a table: %s', (_what, from, to, code, at) => {
    const table = tableOf([crossing]);
    expect(table).toContain(from);
    const { value, problems } = readPlans('f.csv', table.replace(from, to)), mine = problems.find((problem) => problem.code === code);
    expect(value).toBeUndefined();
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(Number(/line (\d+)/.exec(mine!.where)![1])).toBe(table.split('\n').findIndex((line) => line.includes(at)) + 1);
  });

  test('a table without a column, with one too many, or with a cell where none belongs', () => {
    const table = tableOf([crossing]), codes = (content: string): string[] => readPlans('f.csv', content).problems.map(({ code }) => code);
    expect(codes(table.replace('shows', 'showed'))).toEqual(['plans-csv-column', 'plans-csv-stranger']);
    expect(codes(table.replace(/^switch,.*$/m, (line) => line.replace(/^(switch,[^\n]*?),,/, '$1,x,')))).toEqual(['plans-csv-cell']);
    expect(codes('hello')).toHaveLength(csvColumns.length + 1);
  });

  test('three faults, three problems', () => {
    const { problems } = readPlans('f', good.replace('shows: "yr"', 'shows: "y"').replace('"22:00"', '"05:00"').replace('[ ~, 50]', '[ ~]'));
    expect(problems.length).toBe(3);
  });
});

describe('files of anyone', () => {
  const judge = ({ value, problems }: Checked<PlannedController[]>): void => {
    if (value) expect(readPlans('f', textOf(value)).value).toEqual(value);
    if (value) expect(readPlans('f.csv', tableOf(value)).value).toEqual(value.map(({ schedule, ...rest }) => (schedule?.length ? { ...rest, schedule } : rest)));
    else expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) for (const language of ['fr', 'en'] as const) expect(inWords(problem, language)).not.toMatch(/undefined|\[object/);
  };
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefgh'.split('').map((name, at) => `${name}: &${name} [${new Array(9).fill(`*${'abcdefg'[at]}`).join(', ')}]`).join('\n')}\n`;
  test.each([
    ['nothing', ''], ['no YAML', '{[}'], ['a list', '- 1'], ['a word', 'hello'], ['nesting', '['.repeat(100_000)], ['a bomb of aliases', bomb], ['control characters', '\u0000\u0001'], ['a prototype', '__proto__: { x: 1 }\nconstructor: 1'],
    ['a key twice', 'format: a\nformat: b'], ['a tag', '!!js/function "x"'], ['many faults', `format: jumeau signal plans\nversion: 1\ncontrollers:\n${'  - 7\n'.repeat(20_000)}`],
  ])('%s', (_what, content) => judge(readPlans('f', content)));

  test.each([['nothing', ''], ['a word', 'hello'], ['an open quote', `${tableOf([crossing])}"`], ['a line without end', `${tableOf([crossing])}${'x'.repeat(200_000)}`], ['controls', '\u0000,\u0001'], ['ten thousand groups', `${tableOf([])}${'group,J,,x\n'.repeat(10_000)}intergreen,J\n`], ['a prototype', `${tableOf([])}__proto__,constructor\n`]])('a table: %s', (_what, content) => judge(readPlans('f.csv', content)));

  const FILES = proof ? 20_000 : 400;
  test(`${FILES} plan files with things wrong in them`, () => {
    const good = textOf([crossing, { ...crossing, name: 'other' }]);
    for (let seed = 0; seed < FILES; seed++) judge(readPlans('f', mutated(good, seed, /(?:: |")([^",}\n]+)[",}\n]/g)));
  }, 600_000);

  test(`${FILES} tables with things wrong in them`, () => {
    const good = tableOf([crossing, { ...crossing, name: 'other' }]);
    for (let seed = 0; seed < FILES; seed++) judge(readPlans('f.csv', mutated(good, seed, /(?:,|\n)([^",\n]+)[,\n]/g)));
  }, 600_000);
});
