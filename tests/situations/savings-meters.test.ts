// Goal: whatever is wrong with readings of meters is listed by name, is used as is said and never as anything else; files that are not
// what they should be are refused with all that is wrong, and never with an exception.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readAdjustments } from '../../data/formats/savings/read-adjustments.ts';
import { readMeters } from '../../data/formats/savings/read-meters.ts';
import { readRates } from '../../data/formats/savings/read-rates.ts';
import { readWatts } from '../../data/formats/savings/read-watts.ts';
import type { Checked } from '../../engine/foundation/problem.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { inWords } from '../../scenarios/language/problems.ts';
import { computeSavings } from '../../scenarios/report/savings/compute-savings.ts';
import { litSlots } from '../../scenarios/report/savings/lit-slots.ts';
import { savingsFigures } from '../../scenarios/report/savings/savings-figures.ts';
import { savingsInput, savingsTown } from '../verification/savings-town.ts';

const twin = savingsTown(), QUARTER = { fromDate: '2026-01-01', untilDate: '2026-03-31' };
const STANDARD_MIN = 60;

/** Findings of a file of readings, as `kind meter when count`, and the cabinet months that are metered. */
function found(csv: string, given: Parameters<typeof savingsInput>[1] = {}, standardMin = STANDARD_MIN) {
  const { value, problems } = readMeters('meters.csv', csv, standardMin);
  expect(problems).toEqual([]);
  const tables = computeSavings(savingsInput(twin, { period: QUARTER, option: 'B', meters: value!, ...given })), { findings, months } = tables;
  return {
    tables,
    findings: Array.from({ length: findings.count }, (_, at) => `${findings.kind[at]} ${findings.meter[at]} ${findings.when[at]} ${findings.concernedCount[at]}`.replace(/ +/g, ' ')),
    metered: Array.from({ length: months.count }, (_, row) => row).filter((row) => months.hasReading[row] === 1).map((row) => `${months.cabinet[row]} ${months.month[row]} ${months.meteredKwh[row]}`),
  };
}
const whole = (meter: string, kwh = 100) => ['2026-01', '2026-02', '2026-03'].map((month) => `${meter};${month};${kwh}\n`).join('');
/** About what each cabinet takes a month, so that nothing is far off. */
const { months } = computeSavings(savingsInput(twin, { period: QUARTER }));
const usual = (meter: string) => Array.from({ length: months.count }, (_, row) => row).filter((row) => months.meter[row] === meter).map((row) => `${meter};${months.month[row]};${months.calculatedAfterKwh[row]!.toFixed(1)}\n`).join('');
const all = (...meters: string[]) => meters.map(usual).join('');
const HEAD = 'meter;month;kwh\n';

describe('readings by month', () => {
  test('that are all there leave nothing to list', () => {
    const { findings, metered } = found(HEAD + all('C1', 'PDL2', 'PDL3', 'PDL4'));
    expect(findings).toEqual([]);
    expect(metered).toHaveLength(12);
  });
  test('of no meter, a gap, an empty cell, a negative one, and two that differ', () => {
    const { findings, metered, tables } = found(`${HEAD}C1;2026-01;-5\nC1;2026-02;\nPDL2;2026-01;140\nPDL2;2026-03;120\nPDL2;2026-03;121\nPDL3;2026-01;140\nPDL3;2026-01;140\nPDL3;2026-02;0\nPDL3;2026-03;9000\n`);
    expect(findings).toEqual([
      'no-readings PDL4 2026-01-01/2026-03-31 1', 'gap C1 2026-03 1', 'gap PDL2 2026-02 1', 'empty C1 2026-02 1', 'negative C1 2026-01 1', 'differs PDL2 2026-03 1', 'repeated PDL3 2026-01 1', 'zero PDL3 2026-02 1', 'far-from-model PDL3 2026-03 1',
    ]);
    expect(metered).toEqual(['C2 2026-01 140', 'C3 2026-01 140', 'C3 2026-03 9000']);
    // What is not metered is not in the saving, and is told beside it.
    const figures = savingsFigures(tables);
    expect([figures.countedRowCount, figures.rowCount]).toEqual([3, 12]);
    expect(figures.walk.reportedKwh).toBe(9280);
    expect(figures.uncountedSavingKwh).toBeGreaterThan(0);
  });
  test('of meters of no cabinet, of other times, and of months that the period cuts', () => {
    const { findings, metered } = found(`${HEAD}${all('C1', 'PDL2', 'PDL3', 'PDL4')}PDL9;2026-01;5\nPDL9;2026-02;5\nC1;2019-05;7\n`, { period: { fromDate: '2026-01-10', untilDate: '2026-03-31' } });
    expect(findings).toEqual(['unknown-meter PDL9 2', 'part-month C1 2026-01 1', 'part-month PDL2 2026-01 1', 'part-month PDL3 2026-01 1', 'part-month PDL4 2026-01 1', 'outside C1 2019-05 1']);
    expect(metered).toHaveLength(8);
  });
  test('of one meter for two cabinets are used for neither', () => {
    const shared = savingsTown();
    shared.cabinets.meter[1] = shared.cabinets.meter[2] = 'PDL2';
    const { findings, metered } = found(HEAD + all('C1', 'PDL2', 'PDL4'), { after: shared });
    expect(findings).toEqual(['shared-meter PDL2 1']);
    expect(metered).toHaveLength(6);
  });
  test('of a register are differences; one that falls is a reset, the last one opens nothing', () => {
    const { findings, metered } = found('meter,month,index_kwh\n' + ['C1', 'PDL2', 'PDL3', 'PDL4'].map((meter) => ['01', '02', '03', '04'].map((month, at) => `${meter},2026-${month},${meter === 'PDL3' && at >= 2 ? 10 + at : 1000 + 130 * at}\n`).join('')).join(''));
    expect(findings.filter((one) => !one.startsWith('far'))).toEqual(['reset PDL3 2026-02 1']);
    expect(metered.filter((one) => one.startsWith('C1'))).toEqual(['C1 2026-01 130', 'C1 2026-02 130', 'C1 2026-03 130']);
  });
  test('a negative register takes both months beside it away: its own is told as negative, the one before has no end', () => {
    const { findings, metered } = found('meter,month,index_kwh\n' + ['01', '02', '03', '04'].map((month, at) => `C1,2026-${month},${at === 1 ? -7 : 1000 + 130 * at}\n`).join(''), { cabinets: [0] });
    expect(findings.filter((one) => !one.startsWith('far'))).toEqual(['gap C1 2026-01 1', 'negative C1 2026-02 1']);
    expect(metered).toEqual(['C1 2026-03 130']);
  });
  test('that cover nothing leave a report that says so', () => {
    const { tables } = found(`${HEAD}C1;2026-01;-1\n`), figures = savingsFigures(tables);
    expect([figures.readingRowCount, figures.countedRowCount]).toEqual([0, 12]);
  });
  test('from before that were never asked for are not gaps', () => {
    expect(found(HEAD + all('C1', 'PDL2', 'PDL3', 'PDL4')).findings).toEqual([]);
    expect(found(`${HEAD}${all('C1', 'PDL2', 'PDL3', 'PDL4')}C1;2025-01;300\n`).findings).toEqual(['no-readings PDL2 2025-01-01/2025-03-31 1', 'no-readings PDL3 2025-01-01/2025-03-31 1', 'no-readings PDL4 2025-01-01/2025-03-31 1', 'gap C1 2025-02 1', 'gap C1 2025-03 1']);
  });
});

describe('readings by hour', () => {
  const { dates, lengthH } = litSlots(twin, { fromDate: '2026-03-01', untilDate: '2026-03-31' });
  const hours = dates.flatMap((date, day) => Array.from({ length: 24 }, (_, hour) => ({ hour: `${date}T${String(hour).padStart(2, '0')}:00`, isThere: lengthH[day * 48 + hour * 2]! > 0 }))).filter(({ isThere }) => isThere);
  const march = { period: { fromDate: '2026-03-01', untilDate: '2026-03-31' }, cabinets: [0] };

  test('make a month of 743 hours, because one hour of March is not there', () => {
    expect(hours).toHaveLength(743);
    const { findings, metered, tables } = found(`meter;hour;kwh\n${hours.map(({ hour }) => `C1;${hour};0,2\n`).join('')}`, march);
    expect(findings).toEqual([]);
    expect(Number(metered[0]!.split(' ')[2])).toBeCloseTo(743 * 0.2, 9);
    expect(tables.hours.count).toBe(743);
    // Hours of the model add up to its month.
    expect(tables.hours.modelledKwh.reduce((sum, kwh) => sum + kwh, 0)).toBeCloseTo(tables.months.calculatedAfterKwh[0]!, 9);
  });
  test('of which one is missing make no month, but are compared hour by hour', () => {
    const { findings, metered, tables } = found(`meter;hour;kwh\n${hours.filter((_, at) => at !== 40 && at !== 41).map(({ hour }) => `C1;${hour};0.2\n`).join('')}`, march);
    expect(findings).toEqual(['gap C1 2026-03 2']);
    expect(metered).toEqual([]);
    expect(tables.hours.count).toBe(741);
  });
  test('of which some are negative are told as that alone, never as gaps too, and are in no sum', () => {
    const { findings, metered, tables } = found(`meter;hour;kwh\n${hours.map(({ hour }, at) => `C1;${hour};${at === 40 || at === 41 ? -0.2 : 0.2}\n`).join('')}`, march);
    expect(findings).toEqual(['negative C1 2026-03 2']);
    expect(metered).toEqual([]);
    expect(tables.hours.count).toBe(741);
    expect(tables.hours.meteredKwh.reduce((sum, kwh) => sum + kwh, 0)).toBeCloseTo(741 * 0.2, 9);
  });

  /** 31 days and the hour that comes twice, from midnight of 1 October by the local clock. */
  const october = Array.from({ length: 31 * 24 + 1 }, (_, at) => new Date(Date.UTC(2026, 8, 30, 22) + at * 3_600_000).toISOString().replace(':00.000Z', 'Z'));
  const inOctober = { period: { fromDate: '2026-10-01', untilDate: '2026-10-31' }, cabinets: [0] };
  const near = (findings: readonly string[]) => findings.filter((one) => !one.startsWith('far'));

  test('with their distance from UTC are those of the local clock; the hour that comes twice in October adds up', () => {
    const { findings, metered } = found(`meter,hour,kwh\n${october.map((hour) => `C1,${hour},0.5\n`).join('')}`, inOctober);
    expect(near(findings)).toEqual([]);
    expect(Number(metered[0]!.split(' ')[2])).toBeCloseTo(745 * 0.5, 9);
  });
  test('with one reading for that hour lack one', () => {
    const { findings, metered, tables } = found(`meter,hour,kwh\n${october.filter((hour) => hour !== '2026-10-25T01:00Z').map((hour) => `C1,${hour},0.5\n`).join('')}`, inOctober);
    expect(near(findings)).toEqual(['gap C1 2026-10 1']);
    expect(metered).toEqual([]);
    expect(tables.hours.count).toBe(743);
  });
  test('of a register, read twice in that hour, differ by all that passed', () => {
    const all = [...october, '2026-10-31T23:00Z'], { findings, metered } = found(`meter,hour,index_kwh\n${all.map((hour, at) => `C1,${hour},${100 + 0.5 * at}\n`).join('')}`, inOctober);
    expect(near(findings)).toEqual([]);
    expect(Number(metered[0]!.split(' ')[2])).toBeCloseTo(745 * 0.5, 9);
  });

  /** Every hour that passes in a month somewhere, and the one that opens the next, as the platform knows the clocks there. */
  function hoursOf(month: string, timeZone: string): { local: string; utc: string }[] {
    const format = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' }), firstMs = Date.parse(`${month}-01T00:00Z`) - 86_400_000;
    const all = Array.from({ length: 34 * 24 }, (_, at) => new Date(firstMs + at * 3_600_000)).map((at) => ({ local: format.format(at).replace(' ', 'T'), utc: at.toISOString().replace(':00.000Z', 'Z') }));
    const begins = all.findIndex(({ local }) => local.startsWith(month)), ends = all.findLastIndex(({ local }) => local.startsWith(month));
    return all.slice(begins, ends + 2);
  }
  const places = [['Europe/Paris', 60], ['Europe/Lisbon', 0], ['Europe/Dublin', 0], ['Europe/Athens', 120], ['Europe/Helsinki', 120], ['Atlantic/Azores', -60]] as const;

  test.each(places.flatMap(([timeZone, standardMin]) => [['2026-03', 743], ['2026-10', 745]].map(([month, count]) => ({ timeZone, standardMin, month: month as string, count: count as number }))))(
    'of a whole month in which clocks change, $month in $timeZone, are sound and add up: by the local clock or UTC, consumed or of a register', ({ timeZone, standardMin, month, count }) => {
      const hours = hoursOf(month, timeZone), after = savingsTown(), given = { period: { fromDate: `${month}-01`, untilDate: `${month}-31` }, cabinets: [0], after };
      after.facts.utcOffsetMin = standardMin;
      expect(hours).toHaveLength(count + 1);
      // No two hours alike, so that none can stand for another: 10, 11, 12 ... thousandths of a kWh.
      const kwh = (at: number): number => (10 + at) / 1000, register = (at: number): number => 500 + (10 * at + (at * (at - 1)) / 2) / 1000;
      for (const clock of ['local', 'utc'] as const) for (const column of ['kwh', 'index_kwh'] as const) {
        const lines = (column === 'kwh' ? hours.slice(0, -1) : hours).map((hour, at) => `C1,${hour[clock]},${(column === 'kwh' ? kwh(at) : register(at)).toFixed(3)}\n`);
        const { findings, metered, tables } = found(`meter,hour,${column}\n${lines.join('')}`, given, standardMin);
        expect(near(findings), `${clock} ${column}`).toEqual([]);
        expect(Number(metered[0]?.split(' ')[2]), `${clock} ${column}`).toBeCloseTo(register(count) - 500, 6);
        // One row an hour of the clock: that shown twice is one, and has what both consumed.
        const changed = hours.findIndex(({ local }, at) => local === hours[at + 1]?.local), rows = Array.from(tables.hours.meteredKwh);
        expect(rows, `${clock} ${column}`).toHaveLength(month === '2026-03' ? 743 : 744);
        rows.forEach((value, row) => expect(value).toBeCloseTo(changed < 0 || row < changed ? kwh(row) : row > changed ? kwh(row + 1) : kwh(row) + kwh(row + 1), 6));
      }
    });

  const marchHours = hoursOf('2026-03', 'Europe/Paris').slice(0, -1).map(({ local }) => `C1,${local},0.2\n`);
  test.each([['nothing', ''], ['0', '0']])('that name the hour which clocks leave out, with %s in it, are whole without it', (_, cell) => {
    const { findings, metered } = found(`meter,hour,kwh\n${marchHours.join('')}C1,2026-03-29T02:00,${cell}\n`, march);
    expect([findings, metered.length]).toEqual([[], 1]);
  });
  test('that say something was consumed in the hour which clocks leave out are told, and that is in no sum', () => {
    const { findings, metered } = found(`meter,hour,kwh\n${marchHours.join('')}C1,2026-03-29T02:00,7\n`, march);
    expect(findings).toEqual(['no-such-hour C1 2026-03 1']);
    expect(Number(metered[0]!.split(' ')[2])).toBeCloseTo(743 * 0.2, 9);
  });
  test('of a register that lack the hour after the jump lack the one before it too', () => {
    const hours = hoursOf('2026-03', 'Europe/Paris').filter(({ local }) => local !== '2026-03-29T03:00');
    const { findings, metered } = found(`meter,hour,index_kwh\n${hours.map(({ local }, at) => `C1,${local},${at}\n`).join('')}`, march);
    expect(near(findings)).toEqual(['gap C1 2026-03 2']);
    expect(metered).toEqual([]);
  });
});

const codes = ({ problems }: Checked<unknown>) => problems.map(({ code, where }) => `${code} ${where}`);

describe('files that are not what they should be', () => {
  test('meters', () => {
    expect(codes(readMeters('m.csv', 'meter,month,hour,kwh\nA,1,1,1\n', 60))).toEqual(['savings-one-column-of m.csv']);
    expect(codes(readMeters('m.csv', 'number,kwh\nA,1\n', 60))).toEqual(['savings-no-column m.csv']);
    expect(codes(readMeters('m.csv', 'meter,month,kwh\n,2026-13,abc\nA,janvier,1\nA,2026-01,1e999\nA,2026-01-01,3\n', 60))).toEqual(['savings-no-meter m.csv: line 2', 'savings-not-a-month m.csv: line 2', 'savings-not-a-number m.csv: line 2', 'savings-not-a-month m.csv: line 3', 'savings-not-a-number m.csv: line 4']);
    expect(codes(readMeters('m.csv', 'meter,hour,kwh\nA,2026-02-30T10:00,1\nA,2026-01-01T24:00,1\nA,2026-01-01T10:30,1\nA,2026-01-01T10:00,1\n', 60))).toEqual(['savings-not-an-hour m.csv: line 2', 'savings-not-an-hour m.csv: line 3', 'savings-not-an-hour m.csv: line 4']);
    expect(codes(readMeters('m.csv', '', 60))[0]).toBe('savings-no-column m.csv');
    expect(codes(readMeters('m.csv', 'meter,month,kwh\n"A,2026-01,1\n', 60))).toEqual(['savings-not-csv m.csv']);
  });
  test('watts', () => {
    expect(codes(readWatts('w.csv', 'side;kind;mean_w;deviation_w;sample\navant;86;87,5;2;30\nlater;;0;-1;1\nbefore;86 W;80;1;2\n'))).toEqual(['savings-not-a-side w.csv: line 3', 'savings-no-kind w.csv: line 3', 'savings-not-between w.csv: line 3', 'savings-not-between w.csv: line 3', 'savings-not-a-sample w.csv: line 3', 'savings-kind-twice w.csv: line 4']);
    expect(readWatts('w.csv', 'side;kind;mean_w;deviation_w;sample\navant;86;87,5;2;30\n').value).toEqual([{ side: 'before', kind: '86 W', meanW: 87.5, deviationW: 2, sampleCount: 30 }]);
  });
  test('what watts may be is said as it is judged, in both languages: 0 W of a mean is refused, 0 W of a deviation is not', () => {
    const head = 'side;kind;mean_w;deviation_w;sample\n', [mean] = readWatts('w.csv', `${head}after;40;0;0;5\n`).problems, [deviation] = readWatts('w.csv', `${head}after;40;1;-1;5\n`).problems;
    expect(readWatts('w.csv', `${head}after;40;1;0;5\n`).problems).toEqual([]);
    expect([inWords(mean!, 'en'), inWords(deviation!, 'en')]).toEqual([expect.stringContaining('more than 0 and at most'), expect.stringContaining('at least 0 and at most')]);
    expect([inWords(mean!, 'fr'), inWords(deviation!, 'fr')]).toEqual([expect.stringContaining('plus de 0 et au plus'), expect.stringContaining('au moins 0 et au plus')]);
    for (const { parameters } of [mean!, deviation!]) expect(Object.values(parameters).filter((value) => typeof value === 'string' && / /.test(value))).toEqual([]);
  });
  test('adjustments', () => {
    const head = 'from,until,cabinet,kind,lamps,watts_before,watts_after,why\n';
    expect(codes(readAdjustments('a.csv', `${head}2026-02-30,,C1,added,,,,\n2026-05-01,2026-04-01,C1,stolen,-3,9999,,x\n`))).toEqual(['savings-not-a-date a.csv: line 2', 'savings-no-why a.csv: line 2', 'savings-no-lamps a.csv: line 2', 'savings-ends-before a.csv: line 3', 'savings-not-an-adjustment a.csv: line 3', 'savings-not-between a.csv: line 3', 'savings-not-between a.csv: line 3']);
  });
  test('tariffs', () => {
    const tariff = (window: string) => `tariff:\n  - from: 2026-01-01\n    until: 2026-12-31\n    source: contract\n    windows:\n      - ${window}\n`;
    expect(readRates('t.yaml', tariff('{ name: base, eurPerKwh: 0.2 }')).value!.tariff[0]).toEqual({ fromDate: '2026-01-01', untilDate: '2026-12-31', source: 'contract', windows: [{ name: 'base', fromS: 0, untilS: 0, months: [], days: [], priceEurPerKwh: 0.2 }] });
    expect(codes(readRates('t.yaml', tariff('{ name: peak, from: "08:00", until: "20:00", eurPerKwh: 0.2 }')))).toEqual(['savings-tariff-not-whole t.yaml: tariff.0.windows.0']);
    expect(codes(readRates('t.yaml', tariff('{ name: odd, from: "08:10", eurPerKwh: -1, prix: 3 }')))).toHaveLength(3);
    expect(codes(readRates('t.yaml', tariff('{ name: base, eurPerKwh: 0.2 }').replace('2026-12-31', '2025-12-31')))).toEqual(['savings-ends-before t.yaml: tariff.0']);
    expect(codes(readRates('t.yaml', 'a: &a [x]\nb: [*a, *a]\n'))).toEqual(['savings-not-yaml t.yaml']);
    expect(codes(readRates('t.yaml', 'a: [1, 2\n'))[0]).toMatch(/^savings-not-yaml t.yaml: line \d$/);
    const said = (content: string, language: 'fr' | 'en') => readRates('t.yaml', content).problems.map((problem) => inWords(problem, language)).join('\n').replace(/[\u202f\u00a0]/g, ' ');
    const odd = tariff('{ name: "", from: "08:10", eurPerKwh: "0,21", months: [13], prix: 3 }').replace('2026-01-01', 'janvier');
    for (const words of ['un jour, sous la forme 2026-01-15', 'une heure pile ou une demie', 'qui ne soit pas vide', 'un nombre, avec un point', 'au plus 12', '« prix »']) expect(said(odd, 'fr')).toContain(words);
    expect(codes(readRates('t.yaml', odd)).at(-1)).toMatch(/^savings-unknown-field t\.yaml: line 6\b.*prix/);
    for (const words of ['a day, written 2026-01-15', 'a full or half hour', 'not empty', 'a number: 0.21', 'at most 12', '"prix"']) expect(said(odd, 'en')).toContain(words);
  });
  test('the example of the page is a tariff', () => {
    const [, example] = /```yaml\n([\s\S]*?)```/.exec(readFileSync(new URL('../../docs/models/savings.md', import.meta.url), 'utf8'))!;
    expect(readRates('example.yaml', example!).value).toMatchObject({ tariff: [{ fromDate: '2026-01-01', windows: [{ name: 'winter peak', fromS: 6 * 3600, priceEurPerKwh: 0.21 }, { name: 'other hours' }] }], carbon: [{ gPerKwh: 55 }] });
  });
  test('damaged at random are read or refused, and every fault has words in both languages', () => {
    const good: readonly [(content: string) => Checked<unknown>, string][] = [
      [(content) => readMeters('f', content, 60), HEAD + whole('C1')], [(content) => readWatts('f', content), 'side;kind;mean_w;deviation_w;sample\navant;86;87,5;2;30\n'],
      [(content) => readAdjustments('f', content), 'from,until,cabinet,kind,lamps,watts_before,watts_after,why\n2026-01-01,,C1,added,5,80,40,x\n'],
      [(content) => readRates('f', content), 'tariff:\n  - { from: 2026-01-01, until: 2026-12-31, source: abc, windows: [{ name: a, eurPerKwh: 0.2 }] }\n'],
    ];
    const letters = ['"', ';', ',', '\n', '-', '9', ':', '\u0000', '&', '*', '{', 'é', '\ufeff', '1e9'];
    let refused = 0;
    good.forEach(([read, content], file) => {
      expect(read(content).value).toBeDefined();
      for (let round = 0; round < 300; round++) {
        const at = Math.floor(randomShare(1, 900 + file, round, 0) * content.length), letter = letters[Math.floor(randomShare(1, 900 + file, round, 1) * letters.length)]!, cut = Math.floor(randomShare(1, 900 + file, round, 2) * 4);
        const { value, problems } = read(content.slice(0, at) + letter + content.slice(at + cut));
        if (value === undefined) refused++;
        expect(value !== undefined || problems.length > 0).toBe(true);
        for (const problem of problems) for (const language of ['fr', 'en'] as const) expect(inWords(problem, language)).not.toMatch(/undefined|^savings-/);
      }
    });
    expect(refused).toBeGreaterThan(100);
  });
});
