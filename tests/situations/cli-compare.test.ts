// Goal: whoever compares two questions reads what the runs cannot tell: too few of them, streets empty at the start, who changes way.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunSettings } from '../../engine/run-settings.ts';
import { twinToBytes } from '../../engine/twin/bytes.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { readChanges } from '../../scenarios/changes/read-changes.ts';
import { cliWords } from '../../scenarios/language/cli.ts';
import { unitAfter } from '../../scenarios/language/plural.ts';
import { reportWords } from '../../scenarios/language/report.ts';
import { busTown } from '../verification/bus-town.ts';
import { jumeau, jumeauJson, makeWorkplace, type Workplace } from './command.ts';

let place: Workplace, town: string;
beforeAll(() => {
  place = makeWorkplace();
  town = join(place.folder, 'town.twin');
  const twin = busTown();
  twin.facts.synthetic = true;
  writeFileSync(town, twinToBytes(twin));
});
afterAll(() => place.remove());

const morning = () => ['bus-priority-off', 'baseline', '--city', town, '--from', '07:00', '--hours', '0.5', '--warm-up', '0', '--seeds', '2'];

test('a question about what the city does not have is told each time, from the store too', () => {
  const bare = busTown();
  bare.controllers.busPriority.fill(0);
  writeFileSync(join(place.folder, 'bare.twin'), twinToBytes(bare));
  const ask = () => jumeau(place, 'compare', 'baseline', 'bus-priority-off', '--city', join(place.folder, 'bare.twin'), '--from', '07:00', '--hours', '0.2', '--seeds', '1');
  for (const answer of [ask(), ask()]) expect(answer).toMatchObject({ status: 0, stderr: expect.stringMatching(/1 warning:\n.*the change "bus-priority" alters nothing in this city/) as string });
});

test('French has its space before the colon of a verdict, in every line', () => {
  const { stdout } = jumeau(place, 'compare', ...morning(), '--lang', 'fr');
  expect(stdout).toMatch(/\u00a0: (identique|trop peu)/);
  expect(stdout.split('\n').filter((line) => /[^\u00a0\d]:(?!\d)/.test(line))).toEqual([]);
});

describe('two seeds of a morning', () => {
  test('allow no verdict on traffic, and streets are said to be empty at the start', () => {
    const { indicators } = jumeauJson<{ indicators: { indicator: string; verdict: string }[] }>(place, 'compare', ...morning());
    const ofTraffic = indicators.filter(({ indicator }) => !indicator.startsWith('lighting'));
    expect(ofTraffic.length).toBeGreaterThan(2);
    for (const { indicator, verdict } of ofTraffic) expect(['few', 'same', 'unclear'], indicator).toContain(verdict);
    expect(ofTraffic.some(({ verdict }) => verdict === 'few')).toBe(true);
    expect(jumeau(place, 'compare', ...morning()).stdout).toMatch(/too few runs to tell[\s\S]*At 07:00 this run begins on empty streets/);
    expect(jumeau(place, 'compare', ...morning(), '--lang', 'fr').stdout).toMatch(/trop peu de simulations pour conclure[\s\S]*À 07:00, cette simulation commence sur des rues vides/);
  });

  test('in the report too, which tells who changes way and who does not', () => {
    const file = join(place.folder, 'morning.html');
    const told = { en: [/empty streets/, /Only drivers with guidance, and those with a closed street on their way/], fr: [/rues vides/, /Seuls changent d’itinéraire les conducteurs guidés/] };
    for (const language of ['en', 'fr'] as const) {
      const { stdout } = jumeau(place, 'report', ...morning(), '-o', file, '--lang', language);
      expect(stdout).toMatch(told[language][0]!);
      for (const words of told[language]) expect(readFileSync(file, 'utf8')).toMatch(words);
    }
  });
});

describe('a morning whose streets fill first', () => {
  const filled = () => morning().filter((word, at, all) => word !== '--warm-up' && all[at - 1] !== '--warm-up');

  test('is the rule: half an hour before, said beside the figures, in the page and in the manifest of every run', () => {
    const { stdout } = jumeau(place, 'compare', ...filled());
    expect(stdout).toMatch(/From 06:30 to 07:00 the streets fill: simulated, not measured/);
    expect(stdout).toMatch(/Other traffic not arrived at the end/);
    expect(stdout).not.toMatch(/empty streets/);
    const file = join(place.folder, 'filled.html');
    for (const [language, told] of [['en', /From 06:30 to 07:00 the streets fill: this time is simulated and not measured\.[\s\S]*from 07:00, 30\smin/], ['fr', /De 06:30 à 07:00, les rues se remplissent[\s\S]*à partir de 07:00, 30\smin/]] as const) {
      jumeau(place, 'report', ...filled(), '-o', file, '--lang', language);
      const page = readFileSync(file, 'utf8');
      expect(page).toMatch(told);
      expect(page).not.toMatch(/empty streets|rues vides/);
    }
    const settings = manifests().map((one) => one.settings).filter(({ measuredFromS }) => measuredFromS !== undefined);
    expect(settings.length).toBeGreaterThan(1);
    for (const one of settings) expect(one).toMatchObject({ fromS: 6.5 * 3600, measuredFromS: 7 * 3600 });
  });

  test('can be longer, shorter or left out, which gives other results of their own; one thread or two give the same', () => {
    const hash = (...more: string[]) => jumeauJson(place, 'run', 'baseline', '--city', town, '--from', '07:00', '--hours', '0.25', ...more)['hash'];
    const usual = hash();
    expect(hash('--warm-up', '0.5')).toBe(usual);
    expect(hash('--workers', '2')).toBe(usual);
    expect(new Set([usual, hash('--warm-up', '0'), hash('--warm-up', '0.4')]).size).toBe(3);
    expect(jumeau(place, 'run', 'baseline', '--city', town, '--warm-up', '25')).toMatchObject({ status: 1, stderr: expect.stringMatching(/--warm-up/) as string });
  });
});

/** Of every stored result. */
const manifests = (): { settings: RunSettings }[] =>
  readdirSync(join(place.home, 'results')).map((key) => JSON.parse(readFileSync(join(place.home, 'results', key, 'manifest.json'), 'utf8')) as { settings: RunSettings });

test('none and one vehicle: the singular in French, one only in English', () => {
  expect(['0', '1', '2'].map((count) => cliWords.onRoad.fr(count))).toEqual(['0 véhicule', '1 véhicule', '2 véhicules']);
  expect(['0', '1', '2'].map((count) => cliWords.onRoad.en(count))).toEqual(['0 vehicles', '1 vehicle', '2 vehicles']);
  expect(cliWords.gapLine.fr('1', '2 %', '60', '0')).toContain('0 véhicule change d’itinéraire');
  expect(cliWords.halted.fr('07:00', '1')).toContain('1 véhicule en route');
  expect([0, 1, 1.5, 2].map((count) => unitAfter(count, 'collisions', 'fr'))).toEqual(['collision', 'collision', 'collision', 'collisions']);
  expect([0, 1, 2].map((count) => unitAfter(count, 'vehicles', 'en'))).toEqual(['vehicles', 'vehicle', 'vehicles']);
  expect(unitAfter(1, 'kWh', 'fr')).toBe('kWh');
  expect(reportWords.limitRescues.fr('1')).toContain('1 véhicule par simulation');
});

describe('changes of lighting alone', () => {
  interface Compared { seeds: number[]; indicators: { indicator: string; baselineMean: number; scenarioMean: number; verdict: string }[] }
  const dim = (...more: string[]): string[] => ['compare', 'baseline', 'dim-after-midnight', '--city', town, ...more];

  test('are answered without a run, by the figures of the year that runs give too', () => {
    const before = readdirSync(join(place.home, 'results')).length, exact = jumeauJson<Compared>(place, ...dim());
    expect(readdirSync(join(place.home, 'results')).length).toBe(before);
    expect(exact.seeds).toEqual([]);
    // Nothing that differs needs no run either.
    const alike = jumeauJson<Compared>(place, 'compare', 'baseline', 'baseline', '--city', town);
    expect([alike.seeds, new Set(alike.indicators.map(({ verdict }) => verdict))]).toEqual([[], new Set(['same'])]);
    expect(exact.indicators.map(({ indicator }) => indicator)).toEqual(expect.arrayContaining(['lighting-energy-year-kwh', 'lighting-cost-year-eur', 'lighting-co2-year-kg']));
    const simulated = jumeauJson<Compared>(place, ...dim('--seeds', '1', '--from', '02:00', '--hours', '0.1'));
    expect(simulated.seeds).toEqual([1]);
    for (const one of exact.indicators) expect(simulated.indicators.find(({ indicator }) => indicator === one.indicator)).toMatchObject(one);
  });

  test.each([['en', /year 2\d{3}[\s\S]*no traffic was simulated[\s\S]*--hours/], ['fr', /année 2\d{3}[\s\S]*sans simuler le trafic[\s\S]*--hours/]] as const)('say so (%s)', (language, told) => {
    expect(jumeau(place, ...dim('--lang', language)).stdout).toMatch(told);
  });

  test.each([
    { change: 'lighting-program', zone: 'all', levels: [{ from: '18:00', outputShare: 1 }, { from: '23:00', outputShare: 0.5 }] },
    { change: 'switching-rule', zone: 'all', rule: { by: 'clock', on: '21:00', off: '05:00' } },
    { change: 'cabinet-control', cabinets: 'all', control: 'cabinet' },
  ])('so is every kind of them: $change', (change) => {
    writeFileSync(join(place.folder, 'night.json'), JSON.stringify([{ ...change, why: 'a test of what a year tells' }]));
    expect(jumeauJson<Compared>(place, 'compare', 'baseline', 'night.json', '--city', town).seeds).toEqual([]);
  });

  test.each([
    ['lamps follow the traffic', { change: 'adaptive-lighting', zone: 'all', from: '22:00', until: '06:00', rule: { by: 'presence', quietShare: 0.2 } }],
    ['an order passes, which no year knows of', { change: 'lighting-override', where: {}, from: '02:00', until: '02:05', outputShare: 0 }],
  ])('are simulated where %s', (_, change) => {
    const twin = shortDay();
    writeFileSync(join(place.folder, 'short.twin'), twinToBytes(twin));
    writeFileSync(join(place.folder, 'own.json'), JSON.stringify([{ ...change, why: 'a test of what needs a run' }]));
    expect(jumeauJson<Compared>(place, 'compare', 'baseline', 'own.json', '--city', 'short.twin').seeds.length).toBeGreaterThan(0);
  });

  test('two cities that differ in their programs alone too, with the figures of the change that makes one of the other; in anything else they are simulated', () => {
    const dimmed = readChanges([{ change: 'dim-lamps', why: 'a test of two cities', zone: 'all', from: '00:00', until: '05:00', outputShare: 0.4 }]).value!, own = join(place.folder, 'dimmed.json'), city = shortDay();
    writeFileSync(own, JSON.stringify(dimmed));
    writeFileSync(join(place.folder, 'short.twin'), twinToBytes(city));
    writeFileSync(join(place.folder, 'dimmed.twin'), twinToBytes(applyChanges(city, dimmed).value!));
    const cities = jumeauJson<Compared>(place, 'compare', 'short.twin', 'dimmed.twin'), change = jumeauJson<Compared>(place, 'compare', 'baseline', own, '--city', 'short.twin');
    const energy = ({ indicators }: Compared) => indicators.find(({ indicator }) => indicator === 'lighting-energy-year-kwh')!;
    expect(cities.seeds).toEqual([]);
    expect(energy(cities)).toEqual(energy(change));
    expect(energy(cities).scenarioMean).toBeLessThan(energy(cities).baselineMean);
    city.lamps.ratedPowerW[0]! += 1;
    writeFileSync(join(place.folder, 'other-lamp.twin'), twinToBytes(city));
    expect(jumeauJson<Compared>(place, 'compare', 'short.twin', 'other-lamp.twin').seeds.length).toBeGreaterThan(0);
  });

  test.each([
    [{ change: 'communication-loss', why: 'a modem out of reach', cabinets: 'all', from: '22:00', until: '23:30' }, /Yearly figures of lighting know nothing of orders/],
    [{ change: 'adaptive-lighting', why: 'a trial of detectors', zone: 'all', from: '22:00', until: '05:00', rule: { by: 'presence', quietShare: 0.3 } }, /Some lamps follow the traffic: their year is not known/],
  ])('beside what a year knows nothing of are simulated, and that is said: %j', (change, told) => {
    const own = join(place.folder, `${change.change}.json`);
    writeFileSync(own, JSON.stringify([change]));
    expect(jumeau(place, 'compare', 'baseline', own, '--city', town, '--from', '22:00', '--hours', '0.05', '--seeds', '1').stdout).toMatch(told);
  });

  // The program would be told as a saving for the year though no lamp hears of it.
  test('a city whose own file holds an order or a lost contact is simulated too', () => {
    for (const change of [{ change: 'lighting-override', where: {}, from: '02:00', until: '02:05', outputShare: 0 }, { change: 'communication-loss', cabinets: 'all', from: '00:00', until: '23:59' }] as const) {
      const { value, problems } = applyChanges(shortDay(), readChanges([{ ...change, why: 'a test of what a city holds' }]).value!);
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      writeFileSync(join(place.folder, 'held.twin'), twinToBytes(value!));
      expect(jumeauJson<Compared>(place, 'compare', 'baseline', 'dim-after-midnight', '--city', 'held.twin').seeds.length, change.change).toBeGreaterThan(0);
    }
  });
});

/** The town with a day of a few minutes. */
function shortDay(): ReturnType<typeof busTown> {
  const twin = busTown();
  twin.facts = { ...twin.facts, defaultFromS: 7200, defaultUntilS: 7500 };
  return twin;
}
