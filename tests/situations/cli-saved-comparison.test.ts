// Goal: a comparison is worked out once. Page, print, table and list come from the saved file alone: where results and simulation are gone, they say the same.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { twinToBytes } from '../../engine/twin/bytes.ts';
import { readComparison } from '../../scenarios/report/comparison-folder.ts';
import type { BadInput } from '../../cli/bad-input.ts';
import { resultsOf } from '../../cli/tell-problems.ts';
import { indicatorNamed, type IndicatorName } from '../../scenarios/measure/indicators.ts';
import { questionNamed } from '../../scenarios/questions/library.ts';
import { inWords } from '../../scenarios/language/problems.ts';
import type { PlannedRun } from '../../scenarios/runs/planned-run.ts';
import { busPriorityOff } from '../../scenarios/questions/bus-priority-off.ts';
import { lastingOf, numbersIn } from '../../scenarios/language/numbers.ts';
import { reportWords } from '../../scenarios/language/report.ts';
import { makeComparisonFiles } from '../../viewer/server/comparison-files.ts';
import { busTown } from '../verification/bus-town.ts';
import { jumeau, jumeauJson, makeWorkplace, type Answer, type Workplace } from './command.ts';

let place: Workplace, sql: DuckDBConnection, id: string, folder: string;
const SIDES = ['baseline', 'bus-priority-off', '--city', 'town.twin', '--from', '07:00', '--hours', '0.4', '--seeds', '3'];
const PRIORITY = [...SIDES.slice(0, -1), '1'];
const root = fileURLToPath(new URL('../../', import.meta.url));

beforeAll(async () => {
  place = makeWorkplace();
  const twin = busTown();
  twin.facts.synthetic = true;
  writeFileSync(join(place.folder, 'town.twin'), twinToBytes(twin));
  id = jumeauJson<{ saved: string }>(place, 'compare', ...SIDES).saved;
  folder = join(place.home, 'comparisons', id);
  sql = await (await DuckDBInstance.create()).connect();
});
afterAll(() => place.remove());

const written = (name: string): string => readFileSync(join(place.folder, name), 'utf8');
const rows = async (query: string, comparison = id): Promise<Record<string, unknown>[]> => (await sql.runAndReadAll(query.replace(/\{(\w+)\}/g, (_, table: string) => `read_parquet('${join(place.home, 'comparisons', comparison, `${table}.parquet`)}')`))).getRowObjects();

/** Rows of a table for people but those of figures that were asked for and not measured. */
const measuredOf = (table: readonly Record<string, string>[]): Record<string, string>[] => table.filter(({ verdict }) => verdict !== 'unmeasured');

/** What a page says of each indicator, in full. */
function figuresOf(page: string): Map<string, Record<string, number>> {
  const cells = [...page.matchAll(/<tr data-indicator="([^"]+)".*?<\/tr>/gs)];
  return new Map(cells.map(([row, name]) => [name!, Object.fromEntries([...row.matchAll(/data-(baseline|scenario|difference|low|high|pairs)="([^"]+)"/g)].map(([, field, value]) => [field!, Number(value)]))]));
}

describe('where results, worker and twin are gone', () => {
  let away: string;
  const there = (...args: string[]): Answer => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(away, 'dist/jumeau.js'), ...args], { cwd: place.folder, encoding: 'utf8', env: { ...process.env, JUMEAU_HOME: join(away, 'home'), LANG: 'en_GB.UTF-8', LC_ALL: '', NO_COLOR: '1' } });
    return { status, stdout, stderr };
  };
  beforeAll(() => {
    away = join(place.folder, 'away');
    mkdirSync(join(away, 'dist'), { recursive: true });
    for (const part of ['jumeau.js', 'parts', 'versions.json']) cpSync(join(root, 'dist', part), join(away, 'dist', part), { recursive: true });
    cpSync(join(root, 'package.json'), join(away, 'package.json'));
    symlinkSync(join(root, 'node_modules'), join(away, 'node_modules'), 'dir');
    expect(jumeau(place, 'report', 'priority', ...PRIORITY, '-o', 'priority-here.html', '--lang', 'fr').status).toBe(0);
    for (const kept of ['comparisons', 'priority-reports']) cpSync(join(place.home, kept), join(away, 'home', kept), { recursive: true });
  });

  test('page and table are the same to the byte', () => {
    expect(jumeau(place, 'report', ...SIDES, '-o', 'here.html', '--csv', 'here.csv', '--lang', 'fr')).toMatchObject({ status: 0 });
    expect(there('report', id, '-o', 'away.html', '--csv', 'away.csv', '--lang', 'fr')).toMatchObject({ status: 0, stderr: '' });
    for (const kind of ['html', 'csv']) expect(written(`away.${kind}`)).toBe(written(`here.${kind}`));
    expect(written('away.html')).toContain('Sans priorité aux bus');
    // As spreadsheets of the language read it; a table in one language gives way to one in the other, which has the same figures.
    const rowsOf = (delimiter: string) => parse(written('here.csv'), { delimiter }) as string[][], french = rowsOf(';');
    expect(french[0]!.slice(0, 5)).toEqual(['indicator', 'title', 'unit', 'pairs', 'baselineMean']);
    expect(jumeau(place, 'report', ...SIDES, '-o', 'here-en.html', '--csv', 'here.csv', '--lang', 'en')).toMatchObject({ status: 0 });
    const english = rowsOf(',');
    expect(french.some((row) => row[4]!.includes(','))).toBe(true);
    expect(french.slice(1).map((row) => row.slice(3, 7).map((value) => value.replace(',', '.')))).toEqual(english.slice(1).map((row) => row.slice(3, 7)));
    // From the file itself too, as somebody hands it over.
    cpSync(join(folder, 'comparison.json'), join(place.folder, 'handed.json'));
    expect(there('report', 'handed.json', '-o', 'file.html', '--lang', 'fr').status).toBe(0);
    expect(written('file.html')).toBe(written('here.html'));
  });

  test('the names of the sides find it too, with a worker that can simulate nothing; other options do not', () => {
    writeFileSync(join(away, 'dist/run-worker.js'), 'throw new Error("nothing is simulated here");\n');
    expect(there('report', ...SIDES, '-o', 'named.html', '--lang', 'fr')).toMatchObject({ status: 0, stderr: '' });
    expect(jumeau(place, 'report', id, '-o', 'here.html', '--lang', 'fr').status).toBe(0);
    expect(written('named.html')).toBe(written('here.html'));
    expect(there('report', 'priority', ...PRIORITY, '-o', 'priority-away.html', '--lang', 'fr')).toMatchObject({ status: 0, stderr: '' });
    expect(written('priority-away.html')).toBe(written('priority-here.html'));
    // That the worker is asked at all where something is missing.
    expect(there('report', ...SIDES.slice(0, -1), '2', '-o', 'two.html').status).not.toBe(0);
    rmSync(join(away, 'dist/run-worker.js'));
  });

  test.skipIf(!process.env['JUMEAU_CHROMIUM'])('the print is a PDF', () => {
    expect(there('report', id, '-o', 'away.pdf')).toMatchObject({ status: 0, stderr: '' });
    expect(written('away.pdf').slice(0, 5)).toBe('%PDF-');
  });

  test('the terminal says what compare said, but for where it is kept', () => {
    const said = jumeau(place, 'compare', ...SIDES).stdout;
    const again = there('report', id).stdout;
    expect(said.startsWith(again.trimEnd())).toBe(true);
    expect(said).toContain(`npx jumeau report ${id} -o report.html`);
  });
});

describe('figures', () => {
  test('of the page are those that SQL finds in the table of values beside it: means, paired differences, intervals', async () => {
    jumeau(place, 'report', id, '-o', 'page.html');
    const figures = figuresOf(written('page.html'));
    const found = await rows(`WITH pairs AS (SELECT b.indicator, b.value AS was, s.value AS is_, s.value - b.value AS difference FROM {indicators} b JOIN {indicators} s USING (indicator, seed) WHERE b.side = 'baseline' AND s.side = 'scenario' AND b.value IS NOT NULL AND s.value IS NOT NULL)
      SELECT indicator, count(*)::DOUBLE AS pairs, avg(was) AS baseline, avg(is_) AS scenario, avg(difference) AS difference, stddev_samp(difference) / sqrt(count(*)) AS error FROM pairs GROUP BY indicator`);
    expect(found.length).toBe(figures.size);
    let intervals = 0;
    for (const { indicator, pairs, baseline, scenario, difference, error } of found as Record<string, number>[]) {
      const shown = figures.get(String(indicator))!;
      expect(shown['pairs']).toBe(pairs);
      for (const [name, value] of Object.entries({ baseline, scenario, difference })) expect(shown[name], `${indicator} ${name}`).toBeCloseTo(value!, 8);
      if (!(shown['high']! > shown['low']!)) continue;
      intervals++;
      // Student's t with two degrees of freedom has a closed form.
      const t = 0.95 / Math.sqrt(2 * 0.975 * 0.025);
      expect(shown['low'], String(indicator)).toBeCloseTo(difference! - t * error!, 6);
      expect(shown['high'], String(indicator)).toBeCloseTo(difference! + t * error!, 6);
    }
    expect(intervals).toBeGreaterThan(2);
  });

  test('are the same in page, table for people, table of differences and JSON', async () => {
    jumeau(place, 'report', id, '-o', 'page.html', '--csv', 'page.csv');
    const figures = figuresOf(written('page.html')), json = jumeauJson<{ indicators: { indicator: string; differenceMean: number; differencePercent: number | null; verdict: string }[] }>(place, 'report', id);
    const table = measuredOf(parse(written('page.csv'), { columns: true }) as unknown as Record<string, string>[]), stored = await rows('SELECT * FROM {differences}');
    expect(table.length).toBe(figures.size);
    for (const [at, row] of table.entries()) {
      const shown = figures.get(row['indicator']!)!, told = json.indicators[at]!, kept = stored[at]!;
      expect([row['indicator'], told.indicator, kept['indicator']]).toEqual(new Array(3).fill(row['indicator']));
      for (const [field, column, parquet] of [['baseline', 'baselineMean', 'baselineMean'], ['scenario', 'scenarioMean', 'scenarioMean'], ['difference', 'difference', 'differenceMean'], ['low', 'low95', 'low95'], ['high', 'high95', 'high95']] as const) {
        expect(row[column] === '' ? undefined : Number(row[column]), `${row['indicator']} ${column}`).toBe(shown[field]);
        expect(kept[parquet] ?? undefined).toBe(shown[field]);
      }
      expect([told.differenceMean, told.verdict, told.differencePercent]).toEqual([shown['difference'], row['verdict'], row['differencePercent'] === '' ? null : Number(row['differencePercent'])]);
    }
  });
});

describe('what was asked for', () => {
  interface Row { indicator: string; asked: boolean; familySize: number; verdict: string }
  const spoken = (...args: string[]): string => jumeau(place, 'report', ...args).stdout, titled = (name: string): string => indicatorNamed(name as IndicatorName).title.en;

  test('where a file names it, is a family of its own in JSON, page, tables; the terminal shows the others where they moved, and all with --all', async () => {
    const named = ['bus-mean-delay-s', 'bus-time-loss-s-per-km'];
    writeFileSync(join(place.folder, 'own.json'), JSON.stringify({ changes: questionNamed('bus-priority-off')!.changes, indicators: named }));
    const own = jumeauJson<{ saved: string }>(place, 'compare', 'baseline', 'own.json', ...SIDES.slice(2)).saved;
    jumeau(place, 'report', own, '-o', 'page.html', '--csv', 'page.csv');
    const { indicators } = jumeauJson<{ indicators: Row[] }>(place, 'report', own), asked = indicators.filter((one) => one.asked), beside = indicators.filter((one) => !one.asked);
    expect(asked.map(({ indicator }) => indicator)).toEqual(named);
    expect(beside.length).toBeGreaterThan(2);
    for (const family of [asked, beside]) expect(new Set(family.map(({ familySize }) => familySize).filter((size) => size > 0))).toEqual(new Set([family.filter(({ familySize }) => familySize > 0).length]));
    const table = (parse(written('page.csv'), { columns: true }) as unknown as Record<string, string>[]).map(({ indicator, family, familySize }) => [indicator, family, Number(familySize)]);
    expect(table).toEqual(indicators.map((one) => [one.indicator, one.asked ? 'asked' : 'beside', one.familySize]));
    expect((await rows('SELECT indicator, family, "familySize" FROM {differences}', own)).map((row) => Object.values(row))).toEqual(table);
    const [first, second] = written('page.html').split('class="beside"');
    expect([first, second].map((part) => part!.match(/<tr data-indicator=/g)!.length)).toEqual([asked.length, beside.length]);
    const unmoved = beside.filter(({ verdict }) => !['better', 'worse', 'changed'].includes(verdict)), brief = spoken(own), whole = spoken(own, '--all');
    for (const { indicator } of asked) expect(brief).toContain(`  ${titled(indicator)}\n`);
    expect(brief).toContain(`${unmoved.length} others are the same or not clear: --all shows them`);
    for (const { indicator } of unmoved) expect([brief, whole].map((text) => text.includes(`  ${titled(indicator)}\n`)), indicator).toEqual([false, true]);
  });

  test('is all of a comparison that was kept before anything was told apart', () => {
    const { asked: _, ...old } = JSON.parse(readFileSync(join(folder, 'comparison.json'), 'utf8')) as { asked: string[]; indicators: string[] };
    writeFileSync(join(place.folder, 'old.json'), JSON.stringify(old));
    const { indicators } = jumeauJson<{ indicators: Row[] }>(place, 'report', 'old.json');
    expect(indicators.every((one) => one.asked)).toBe(true);
    expect(new Set(indicators.map(({ familySize }) => familySize))).toEqual(new Set([0, indicators.filter(({ familySize }) => familySize > 0).length]));
    expect(spoken('old.json')).not.toContain('--all');
    expect(jumeau(place, 'report', 'old.json', '-o', 'old.html').status).toBe(0);
    expect(written('old.html')).not.toContain('class="beside"');
  });
});

test('the list names them, the newest first, and nothing that is none', () => {
  const other = jumeauJson<{ saved: string }>(place, 'compare', ...SIDES.slice(0, -1), '2').saved;
  mkdirSync(join(place.home, 'comparisons/0123456789abcdef'));
  utimesSync(join(folder, 'comparison.json'), new Date(0), new Date(0));
  const ids = jumeauJson<{ id: string }[]>(place, 'report').map((one) => one.id);
  expect([ids[0], ids.at(-1), ids.includes('0123456789abcdef')]).toEqual([other, id, false]);
  expect(jumeau(place, 'report', '--lang', 'fr').stdout).toMatch(new RegExp(`^${other}  20\\d\\d-\\d\\d-\\d\\d  Situation actuelle → Sans priorité aux bus.* à partir de 07:00, 24\\smin, 2 graines\n[^]*${id}  1970-01-01 `));
  // The beginning of a number is enough; one of none, and one of two, are told.
  const alone = [...id].findIndex((_, at) => ![...ids, '0123456789abcdef'].some((one) => one !== id && one.startsWith(id.slice(0, at + 1)))) + 1, told = (start: string): string => jumeau(place, 'report', start).stderr;
  expect(jumeauJson<{ saved: string }>(place, 'report', id.slice(0, alone).toUpperCase()).saved).toBe(id);
  expect(told('0123456789abcdee0')).toContain('no comparison of this number is saved');
  // Rows that are alike have the time of day.
  const twin = `${id.slice(0, 15)}${id.endsWith('0') ? '1' : '0'}`;
  cpSync(folder, join(place.home, 'comparisons', twin), { recursive: true });
  writeFileSync(join(place.home, 'comparisons', twin, 'comparison.json'), readFileSync(join(folder, 'comparison.json'), 'utf8').replace(id, twin));
  utimesSync(join(place.home, 'comparisons', twin, 'comparison.json'), new Date(3_720_000), new Date(3_720_000));
  expect(told(id.slice(0, 15))).toContain(`2 numbers that are kept begin like this`);
  const rows = jumeau(place, 'report').stdout.split('\n'), row = (one: string): string => rows.find((line) => line.startsWith(one))!.slice(0, 40);
  expect([row(twin), row(id), row(other)]).toEqual([expect.stringContaining('1970-01-01 01:02 UTC'), expect.stringContaining('1970-01-01 00:00 UTC'), expect.not.stringContaining('UTC')]);
  rmSync(join(place.home, 'comparisons', twin), { recursive: true });
  // Nothing is left of how they were written.
  expect(readdirSync(join(place.home, 'aside'))).toEqual([]);
});

describe('of a year, which needs no run', () => {
  const YEAR = ['baseline', 'dim-after-midnight', '--city', 'town.twin'];
  let year: { saved: string; seeds: number[]; indicators: { indicator: string; baselineMean: number; scenarioMean: number; differenceMean: number }[] };
  beforeAll(() => { year = jumeauJson(place, 'compare', ...YEAR); });

  test('is kept, by the same number again, and page, table and terminal tell its figures', () => {
    expect(year.seeds).toEqual([]);
    const before = readdirSync(join(place.home, 'results'));
    expect(jumeauJson<typeof year>(place, 'compare', ...YEAR).saved).toBe(year.saved);
    expect(jumeauJson<typeof year>(place, 'report', year.saved)).toEqual(year);
    expect(jumeau(place, 'report', year.saved, '-o', 'year.html', '--csv', 'year.csv')).toMatchObject({ status: 0, stderr: '' });
    expect(jumeau(place, 'report', ...YEAR, '-o', 'named.html')).toMatchObject({ status: 0 });
    expect(written('named.html')).toBe(written('year.html'));
    expect(readdirSync(join(place.home, 'results'))).toEqual(before);
    const figures = figuresOf(written('year.html')), table = measuredOf(parse(written('year.csv'), { columns: true }) as unknown as Record<string, string>[]);
    expect([figures.size, table.length]).toEqual([year.indicators.length, year.indicators.length]);
    for (const { indicator, baselineMean, scenarioMean, differenceMean } of year.indicators) {
      expect(figures.get(indicator)).toMatchObject({ baseline: baselineMean, scenario: scenarioMean, difference: differenceMean });
      expect(table.find((row) => row['indicator'] === indicator)).toMatchObject({ baselineMean: String(baselineMean), scenarioMean: String(scenarioMean) });
    }
  });

  test('its page speaks of a year, and of no seed, hour or traffic that was simulated; zones have their picture', () => {
    jumeau(place, 'report', year.saved, '-o', 'annee.html', '--lang', 'fr');
    const page = written('annee.html');
    expect(page).toContain('Chiffres exacts d’une année');
    expect(page).toContain('<th scope="row">Année</th><td>2026</td>');
    expect(page).not.toMatch(/graine|heures? (est|sont) simulée|Chaque véhicule, bus et tram est simulé|caler|comptages/i);
    expect(page).toMatch(/<figcaption>[^<]*zone/i);
  });

  test('stands in the list, and in the viewer with its page', async () => {
    expect(jumeau(place, 'report', '--lang', 'fr').stdout).toMatch(new RegExp(`${year.saved} .*année 2026`));
    const { twinHash } = (await readComparison(join(place.home, 'comparisons', year.saved, 'comparison.json'))).value!.baseline, files = makeComparisonFiles(place.home, [{ name: 'town', twinHash }]);
    expect((await files.list()).find((head) => head.id === year.saved)).toMatchObject({ seeds: 0, year: '2026', city: 'town' });
    jumeau(place, 'report', year.saved, '-o', 'year.html', '--lang', 'en');
    expect(await files.page(year.saved, 'en')).toBe(written('year.html'));
  });
});

describe('what is kept', () => {
  interface KeptRow { kind: string; id: string; title?: { fr: string; en: string }; city: string; bytes: number }
  const kept = (): KeptRow[] => jumeauJson<{ kept: KeptRow[] }>(place, 'results', '--kept').kept;
  const SWEEP = 'ab'.repeat(16);

  test('a report on priority comes again by its number; a number of none is told', () => {
    expect(jumeau(place, 'report', 'priority', ...PRIORITY, '-o', 'by-name.html')).toMatchObject({ status: 0 });
    const report = kept().find(({ kind }) => kind === 'priority')!;
    expect(jumeau(place, 'report', 'priority', report.id, '-o', 'by-number.html')).toMatchObject({ status: 0, stderr: '' });
    expect(written('by-number.html')).toBe(written('by-name.html'));
    expect(jumeau(place, 'report', 'priority', '0123456789abcdee', '-o', 'never.html')).toMatchObject({ status: 1, stderr: expect.stringMatching(/no report on priority of this number/) as string });
    expect(jumeau(place, 'report', 'priority', 'baseline', '-o', 'never.html')).toMatchObject({ status: 1, stderr: expect.stringMatching(/compares two sides/) as string });
  });

  test('is listed, the newest first, with its title; and deleted by number, results apart', () => {
    mkdirSync(join(place.home, 'sweeps', SWEEP), { recursive: true });
    writeFileSync(join(place.home, 'sweeps', SWEEP, 'sweep.json'), JSON.stringify({ city: { name: 'town' }, definition: { title: 'Which extension' } }));
    const before = kept(), results = readdirSync(join(place.home, 'results'));
    expect(before[0]).toMatchObject({ kind: 'sweep', id: SWEEP, city: 'town', title: { fr: 'Which extension', en: 'Which extension' } });
    expect(before.find((one) => one.id === id)).toMatchObject({ kind: 'comparison', title: { fr: 'Situation actuelle → Sans priorité aux bus' } });
    // What a test before left empty is listed as well: nobody else would find it.
    expect(before.filter(({ title, bytes }) => title !== undefined && bytes === 0)).toEqual([]);
    expect(jumeau(place, 'results', '--kept', '--lang', 'fr').stdout).toMatch(new RegExp(`^${SWEEP} {2}Which extension {2}balayage, town`));
    const gone = before.filter(({ kind }) => kind !== 'comparison').map((one) => one.id);
    expect(jumeau(place, 'results', 'delete', '--kept', ...gone)).toMatchObject({ status: 1, stderr: expect.stringMatching(/Add --yes/) as string });
    expect(jumeau(place, 'results', 'delete', '--kept', 'ffffffff', '--yes')).toMatchObject({ status: 1, stderr: expect.stringMatching(/nothing that is kept has a number/) as string });
    expect(kept()).toEqual(before);
    expect(jumeauJson<{ deleted: string[] }>(place, 'results', 'delete', '--kept', ...gone.map((one) => one.slice(0, 8)), '--yes').deleted).toEqual(gone);
    expect(kept()).toEqual(before.filter((one) => !gone.includes(one.id)));
    expect([readdirSync(join(place.home, 'results')), readdirSync(join(place.home, 'aside'))]).toEqual([results, []]);
  });
});

test('a run that failed is told by its question and seed, in both languages; the others are kept', () => {
  const planned = [1, 2, 3].map((seed) => ({ scenario: 'bus-priority-off', settings: { seed } })) as unknown as PlannedRun[], done = { result: {} as never, stored: false, problems: [] };
  expect(resultsOf(planned, [done, done, done])).toHaveLength(3);
  const told = (): BadInput => { try { resultsOf(planned, [done, { problems: [], fault: 'the thread fell' }, done]); } catch (fault) { return fault as BadInput; } throw new Error('nothing was told'); };
  const [problem] = told().problems;
  expect([problem!.where, inWords(problem!, 'en')]).toEqual(['bus-priority-off', '1 of 3 runs came to no result (the thread fell), the first with seed 2. All others are kept; the same command tries only this one again.']);
  expect(inWords(problem!, 'fr')).toContain('la première avec la graine 2');
});

test('the viewer is started with a question of one’s own from a file; another city is no question', () => {
  writeFileSync(join(place.folder, 'own.yaml'), 'title: No priority at the first\nchanges:\n  - { change: bus-priority, why: Meeting of 12 March, enabled: false, controllers: [F1] }\n');
  const shown = jumeauJson<{ results: { question: string }[] }>(place, 'start', '--once', '--city', 'town.twin', '--with', 'own.yaml', '--from', '07:00', '--hours', '0.05');
  expect(shown.results.map(({ question }) => question)).toEqual(['baseline', expect.stringContaining('own')]);
  expect(jumeau(place, 'start', '--once', '--city', 'town.twin', '--with', 'town.twin')).toMatchObject({ status: 1 });
});

test.each([['fr', 1, 'Seule 1 heure est simulée'], ['fr', 1.5, 'Seule 1,5 heure est simulée'], ['fr', 0.1, 'Seules 6 minutes sont simulées'], ['fr', 2, 'Seules 2 heures sont simulées'], ['en', 1, 'Only 1 hour is simulated'], ['en', 0.5, 'Only 30 minutes are simulated'], ['en', 0.01, 'Only 36 seconds are simulated']] as const)('the span is told in its unit and in the right number (%s, %s h)', (language, hours, told) => {
  const { amount, unit } = lastingOf(hours);
  expect(reportWords.limitSpan[language](numbersIn(language).hours(amount), unit)).toContain(told);
});

describe('what was expected before it ran', () => {
  interface Told { saved: string; expected?: { indicator: string; outcome: string }[]; indicators: { indicator: string; baselineMean: number; differenceMean: number; interval95: { low: number; high: number } | null }[] }
  const mine = (...expected: object[]): void => writeFileSync(join(place.folder, 'mine.yaml'), JSON.stringify({ title: 'Mine', changes: busPriorityOff.changes, expected }));
  const ask = (): Told => jumeauJson<Told>(place, 'compare', 'baseline', 'mine.yaml', ...SIDES.slice(2));
  const why = 'Reckoned with a pencil.';
  let wanted: string[], saved: string;

  test('stands beside what was found: in the answer, for scripts, on the page, in the table', () => {
    // By hand from the figures: one that moves clearly as it should, one that cannot move and should, one whose interval holds 0.
    const { indicators } = jumeauJson<Told>(place, 'report', id), hasWidth = (one: Told['indicators'][number]): boolean => one.interval95 !== null && one.interval95.high > one.interval95.low;
    const clear = indicators.find((one) => hasWidth(one) && one.interval95!.low * one.interval95!.high > 0)!, wide = indicators.find((one) => hasWidth(one) && one.interval95!.low * one.interval95!.high < 0)!, still = indicators.find(({ indicator }) => indicator === 'lighting-energy-kwh')!;
    const [rises, size] = [clear.differenceMean > 0 ? 'rises' : 'falls', Math.abs(clear.differenceMean)];
    wanted = [clear, still, wide].map(({ indicator }) => indicator);
    mine(...[[clear, rises, size / 2, 2 * size], [still, 'rises', 0, 1e9], [wide, 'rises', 0, 1e9]].map(([one, moves, least, most]) => ({ indicator: (one as typeof clear).indicator, moves, least, most, unit: 'own', why })));
    const told = ask(), outcomes = ['as-expected', 'otherwise', 'unclear'];
    expect(told.expected!.map(({ indicator, outcome }) => [indicator, outcome])).toEqual(wanted.map((name, at) => [name, outcomes[at]]));
    saved = told.saved;
    // Asked for, so looked at first.
    expect(told.indicators.slice(0, 3).map(({ indicator }) => indicator)).toEqual(wanted);
    const answer = jumeau(place, 'compare', 'baseline', 'mine.yaml', ...SIDES.slice(2)).stdout;
    expect(answer).toMatch(/What was expected\n {2}✓ .*– as expected\n {2}✗ .*rises by 0 to .*– otherwise than expected\n {2}\? .*– not clear yet\n/);
    expect(jumeau(place, 'report', told.saved, '--lang', 'fr').stdout).toMatch(/– comme attendu\n.*– autrement qu’attendu\n.*– pas encore net\n/);
    expect(jumeau(place, 'report', told.saved, '-o', 'mine.html', '--csv', 'mine.csv').status).toBe(0);
    expect([...written('mine.html').matchAll(/data-expected="([^"]+)" data-outcome="([^"]+)"/g)].map(([, name, outcome]) => [name, outcome])).toEqual(wanted.map((name, at) => [name, outcomes[at]]));
    expect(written('mine.html')).toContain(why);
    const table = parse(written('mine.csv'), { columns: true }) as unknown as Record<string, string>[];
    expect(wanted.map((name) => table.find(({ indicator }) => indicator === name)!['outcome'])).toEqual(outcomes);
    expect(table.filter(({ outcome }) => outcome !== '').length).toBe(3);
  });

  test('is told with the question too: saved comparisons of its changes beside the city as it is, and what the newest says of what the file expects now', () => {
    const shown = (): string => jumeau(place, 'questions', 'mine.yaml').stdout;
    expect(shown()).toMatch(new RegExp(`saved comparisons? of these changes[^]*\\n {2}${saved} .*from 07:00, 24\\smin, 3 seeds[^]*✓ .*as expected`));
    mine({ indicator: wanted[0], moves: 'stays', most: 0, unit: 'own', why });
    expect(shown()).toMatch(/✗ .*does not move at all; found: .*– otherwise than expected/);
    writeFileSync(join(place.folder, 'mine.yaml'), JSON.stringify({ changes: [{ ...busPriorityOff.changes[0], controllers: ['C'] }] }));
    expect(jumeauJson<{ kept: string[] }>(place, 'questions', 'mine.yaml').kept).toEqual([]);
    expect(shown()).toContain('No saved comparison of these changes with the city as it is: npx jumeau compare baseline mine.yaml');
  });

  test('of the library is of its own city, and of the baseline that it was written beside', () => {
    expect(jumeauJson<Told>(place, 'report', id).expected).toBeUndefined();
    mine({ indicator: 'rescues', moves: 'stays', most: 0, why });
    expect(jumeauJson<Told>(place, 'compare', 'mine.yaml', 'baseline', ...SIDES.slice(2)).expected).toBeUndefined();
    expect(ask().expected).toMatchObject([{ indicator: 'rescues', outcome: 'unknown' }]);
  });
});

describe('what is to be known before it is read', () => {
  interface Told { saved: string; answer: string; warnings: { code: string; message: string }[]; restsOnNothing: boolean; unmeasured: { indicator: string; why: string }[] }
  const SPAN = ['--city', 'town.twin', '--from', '07:00', '--hours', '0.05', '--seeds', '1'], why = 'Meeting of 12 March', evening = { change: 'limit-by-time', why, where: { links: [String(busTown().links.name[0])] }, limitKmh: 30, from: '19:00', until: '21:00' };
  const compared = (name: string, changes: object[], indicators = ['bus-mean-delay-s', 'tram-time-loss-s-per-km']): Told => {
    writeFileSync(join(place.folder, name), JSON.stringify({ title: 'Evening', changes, indicators }));
    return jumeauJson<Told>(place, 'compare', 'baseline', name, ...SPAN);
  };
  let idle: Told;

  test('is kept: where nothing of the changes is in what was simulated, terminal, page, table and viewer say so before the answer, and with every warning', () => {
    idle = compared('idle.json', [evening]);
    expect(idle).toMatchObject({ restsOnNothing: true, warnings: [{ code: 'cli-change-outside-span' }] });
    for (const [language, rests, told] of [['en', 'This answer rests on nothing', 'nothing of it shows in the figures'], ['fr', 'Cette réponse ne repose sur rien', 'les chiffres n’en montrent rien']] as const) {
      const { stdout, stderr } = jumeau(place, 'report', idle.saved, '--lang', language);
      expect(stderr).toContain(told);
      expect(stdout.split('\n')[2]).toContain(rests);
      expect(jumeau(place, 'report', idle.saved, '-o', 'idle.html', '--csv', 'idle.csv', '--lang', language)).toMatchObject({ status: 0, stderr: expect.stringContaining(told) as string });
      const page = written('idle.html');
      expect(page).toMatch(new RegExp(`${rests}[^]*<li data-warning="cli-change-outside-span">[^]*${told}[^]*class="answer"`));
      const table = parse(written('idle.csv'), { columns: true, delimiter: language === 'fr' ? ';' : ',' }) as unknown as Record<string, string>[];
      expect(table.every(({ warnings }) => warnings!.includes(told))).toBe(true);
    }
  });

  test('one that was kept before warnings were opens as it did; by the names of its sides they are asked again', () => {
    const file = join(place.home, 'comparisons', idle.saved, 'comparison.json'), saved = JSON.parse(readFileSync(file, 'utf8')) as Record<'baseline' | 'scenario', { warnings?: unknown }>;
    expect(saved.scenario.warnings).toHaveLength(1);
    delete saved.scenario.warnings;
    writeFileSync(file, JSON.stringify(saved));
    expect(jumeau(place, 'report', idle.saved, '-o', 'old.html')).toMatchObject({ status: 0, stderr: '' });
    expect(written('old.html')).not.toContain('data-warning');
    expect(jumeau(place, 'report', 'baseline', 'idle.json', ...SPAN, '-o', 'named.html').status).toBe(0);
    expect(written('named.html')).toContain('data-warning="cli-change-outside-span"');
  });

  test('beside a change that does show, it stands after the answer; a figure that was asked for and not measured stays in answer, terminal, page and table', () => {
    const some = compared('some.json', [evening, { change: 'bus-priority', why, enabled: false, controllers: 'all' }]);
    expect(some).toMatchObject({ restsOnNothing: false, warnings: [{ code: 'cli-change-outside-span' }], unmeasured: [{ indicator: 'tram-time-loss-s-per-km', why: 'it takes a tram that drives; a longer span, by --hours, may have one' }] });
    expect(some.answer).toContain('cannot be measured here (it takes a tram that drives');
    // One seed says nothing for sure of those beside.
    expect(jumeau(place, 'report', some.saved).stdout).toMatch(/\d+ others, of which so few runs tell nothing for sure: --all shows them/);
    expect(jumeau(place, 'report', some.saved).stdout).toMatch(/Time lost by trams\n {4}not measured: it takes a tram that drives/);
    expect(jumeau(place, 'report', some.saved, '-o', 'some.html', '--csv', 'some.csv').status).toBe(0);
    expect(written('some.html')).toMatch(/class="answer"[^]*data-warning="cli-change-outside-span"[^]*<tr data-unmeasured="tram-time-loss-s-per-km">/);
    expect((parse(written('some.csv'), { columns: true }) as unknown as Record<string, string>[])[1]).toMatchObject({ indicator: 'tram-time-loss-s-per-km', pairs: '0', baselineMean: '', verdict: 'unmeasured', family: 'asked' });
  });
});

describe('a file that is none', () => {
  const spoilt = (change: (saved: Record<string, any>) => void): string => {
    const saved = JSON.parse(readFileSync(join(folder, 'comparison.json'), 'utf8')) as Record<string, any>;
    change(saved);
    return JSON.stringify(saved);
  };
  test.each<[string, () => string, string, string]>([
    ['is cut off', () => readFileSync(join(folder, 'comparison.json'), 'utf8').slice(0, -100), 'not-json', ''],
    ['is of another version', () => spoilt((saved) => { saved['format'] = 99; }), 'other', 'format'],
    ['is something else', () => '[1, 2]', 'other', ''],
    ['has a text for a number', () => spoilt((saved) => { saved['baseline'].runs[0].values['bus-mean-delay-s'] = '<script>'; }), 'other', 'baseline.runs.0.values.bus-mean-delay-s'],
    ['has fields that nobody reads', () => spoilt((saved) => { saved['scenario'].more = 1; }), 'other', 'scenario'],
    ['has a change that no one knows', () => spoilt((saved) => { saved['scenario'].question.changes = [{ change: '__proto__' }]; }), 'other', 'scenario.question.changes.0.change'],
    ['has columns of two lengths', () => spoilt((saved) => { saved['scenario'].runs[1].minutes.running.pop(); }), 'other', 'scenario.runs.1.minutes'],
    ['has no runs', () => spoilt((saved) => { saved['baseline'].runs = []; }), 'other', 'baseline.runs'],
    ['has names without end', () => spoilt((saved) => { saved['baseline'].facts.name = 'x'.repeat(30_000); }), 'other', 'baseline.facts.name'],
  ])('because it %s is told by what is wrong with it', async (_, content, why, path) => {
    const file = join(place.folder, 'spoilt.json');
    writeFileSync(file, content());
    expect(await readComparison(file)).toEqual({ fault: { why, path } });
  });

  test.each([['en', /spoilt\.json: this is no saved comparison of this version: "settings\.stepS" is not as it should be/], ['fr', /spoilt\.json\s: ceci n’est pas une comparaison enregistrée de cette version\s: «\ssettings\.stepS\s» n’est pas comme il faut/]] as const)('is told by the command with its place and what to do, and nothing is written (%s)', (language, told) => {
    writeFileSync(join(place.folder, 'spoilt.json'), spoilt((saved) => { saved['settings'].stepS = -1; }));
    expect(jumeau(place, 'report', 'spoilt.json', '-o', 'never.html', '--lang', language)).toMatchObject({ status: 1, stderr: expect.stringMatching(told) as string });
    expect(readdirSync(place.folder)).not.toContain('never.html');
  });

  test('names that hold markup stay text', () => {
    writeFileSync(join(place.folder, 'hostile.json'), spoilt((saved) => { saved['scenario'].question.title = { fr: '<script>x</script>', en: '<script>x</script>' }; }));
    expect(jumeau(place, 'report', 'hostile.json', '-o', 'hostile.html').status).toBe(0);
    expect(written('hostile.html')).not.toContain('<script');
  });

  test.each([['0123456789abcdee', /no comparison of this number/], ['../../etc/passwd', /compares two sides/]])('%s is no name of one', (name, told) => {
    expect(jumeau(place, 'report', name, '-o', 'never.html')).toMatchObject({ status: 1, stderr: expect.stringMatching(told) as string });
  });
});
