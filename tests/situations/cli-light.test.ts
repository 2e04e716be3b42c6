// Goal: a planner sees by command which streets fall below their class, finds a schedule that keeps them all, and compares it with today's.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { roadLighting } from '../../engine/lighting/road/road-lighting.ts';
import { streetInstallations } from '../../engine/lighting/road/street-installations.ts';
import { twinToBytes } from '../../engine/twin/bytes.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { busTown } from '../verification/bus-town.ts';
import { litTown } from '../verification/lit-town.ts';
import { jumeau, jumeauJson, makeWorkplace, type Workplace } from './command.ts';

/** Without photometric data nobody knows the light of a street: here of every street, or of each but the first few. */
const unknownFrom = (firstRow: number): Twin => {
  const twin = litTown(2.2);
  twin.litStreets.luminaire.fill(-1, firstRow);
  return twin;
};
const KNOWN_STREETS = 20;

let place: Workplace, town: Twin;
beforeAll(() => {
  place = makeWorkplace();
  const twin = litTown(2.2);
  // One street far too dim whatever anybody does.
  twin.litStreets.fluxLm[7] = 50;
  town = twin;
  writeFileSync(join(place.folder, 'town.twin'), twinToBytes(twin));
  // A few streets that get four times the light of the others of their zone.
  const bright = litTown(2.2);
  bright.litStreets.fluxLm = bright.litStreets.fluxLm.map((fluxLm, row) => (row >= KNOWN_STREETS && row < KNOWN_STREETS + 5 ? 4 * fluxLm : fluxLm));
  writeFileSync(join(place.folder, 'bright.twin'), twinToBytes(bright));
  writeFileSync(join(place.folder, 'unlit.twin'), twinToBytes(busTown()));
  writeFileSync(join(place.folder, 'unknown.twin'), twinToBytes(unknownFrom(0)));
  writeFileSync(join(place.folder, 'part.twin'), twinToBytes(unknownFrom(KNOWN_STREETS)));
});
afterAll(() => place.remove());

interface Light { traffic: string; zones: { zone: string | null; km: number; belowPercent: number; overLitPercent: number; dpMwPerLxM2: number; deKwhPerM2: number }[]; belowByHour: (number | null)[]; streetsBelow: number; worst: { verdict: string; shortfall: { criterion: string; value: number; asked: number } }[]; at?: { km: Record<string, number> | null; streetsBelow: number; worst: { row: number; className: string; outputShare: number; verdict: string; shortfalls: { criterion: 'lavCdM2'; value: number; asked: number }[] }[] }; order: Record<string, Record<string, number>> }

test('light: by zone and hour, both indicators of EN 13201-5 together, the worst streets with what they miss', () => {
  const told = jumeauJson<Light>(place, 'light', 'town.twin', '--at', '03:00', '-o', 'streets.csv'), all = told.zones.at(-1)!;
  expect(told.traffic).toBe('planned');
  expect(all.zone).toBeNull();
  expect(all.km).toBeCloseTo(told.zones.slice(0, -1).reduce((km, zone) => km + zone.km, 0), 9);
  for (const { dpMwPerLxM2, deKwhPerM2 } of told.zones) expect([dpMwPerLxM2 > 0, deKwhPerM2 > 0]).toEqual([true, true]);
  expect(told.belowByHour[12]).toBeNull();
  for (const { shortfall: { criterion, value, asked } } of told.worst) expect(criterion === 'fTiPct' ? value > asked : value < asked).toBe(true);
  expect(Object.values(told.at!.km!).reduce((sum, km) => sum + km, 0)).toBeCloseTo(all.km, 9);
  expect(Object.values(told.order['density']!).reduce((sum, one) => sum + one, 0)).toBe(49);
  const rows = readFileSync(join(place.folder, 'streets.csv'), 'utf8').trim().split('\n');
  expect(rows.length).toBe(1 + 49);
  // Every street by its row in the city, and where it lies: within the box of its own centre line.
  const { litStreets, streets, points, facts } = town;
  rows.slice(1).forEach((line, row) => {
    const [told, longitude, latitude] = line.split(',').map(Number) as [number, number, number], street = litStreets.street[row]!, first = streets.firstPoint[street]!, end = first + streets.pointCount[street]!;
    const xM = (longitude - facts.originLongitudeDeg) * facts.metresPerDegreeEast, yM = (latitude - facts.originLatitudeDeg) * facts.metresPerDegreeNorth;
    expect(told).toBe(row);
    for (const [atM, column] of [[xM, points.xM], [yM, points.yM]] as const) {
      const along = Array.from({ length: end - first }, (_, at) => column[first + at]!);
      expect([atM > Math.min(...along) - 0.2, atM < Math.max(...along) + 0.2]).toEqual([true, true]);
    }
  });
  const belowAt = rows[0]!.split(',').indexOf('belowH');
  expect(rows.slice(1).filter((row) => Number(row.split(',')[belowAt]) > 0).length).toBe(told.streetsBelow);
});

test('light --at: which streets are below their class at that hour, by how much, as each is when computed anew; and the file has every street then', () => {
  const told = jumeauJson<Light>(place, 'light', 'town.twin', '--at', '03:00', '-o', 'then.csv').at!, [head, ...lines] = readFileSync(join(place.folder, 'then.csv'), 'utf8').trim().split('\n').map((line) => line.split(','));
  const rows = lines.map((line) => Object.fromEntries(head!.map((name, at) => [name, line[at]!]))), below = ['tooDim', 'notAtFull', 'uneven', 'glaring'];
  expect(told.streetsBelow).toBeGreaterThan(0);
  expect(rows.filter(({ verdictThen }) => below.includes(verdictThen!)).length).toBe(told.streetsBelow);
  for (const [verdict, km] of Object.entries(told.km!)) expect(rows.reduce((sum, row) => (row['verdictThen'] === verdict ? sum + Number(row['lengthM']) / 1000 : sum), 0)).toBeCloseTo(km, 4);
  for (const row of rows) expect([row['timeThen'], row['classThen']]).toEqual(['03:00', row['class3h']]);
  const installationOf = streetInstallations(town);
  for (const { row, outputShare, className, shortfalls } of told.worst) {
    const { installation } = installationOf(row)!, anew = roadLighting({ ...installation, fluxLm: installation.fluxLm * outputShare });
    expect(shortfalls.length).toBeGreaterThan(0);
    for (const { criterion, value } of shortfalls) expect(value).toBeCloseTo(anew[criterion], 9);
    expect(rows[row]).toMatchObject({ classThen: className, outputPercentThen: String(100 * outputShare), missesMostThen: shortfalls[0]!.criterion });
  }
  const french = jumeau(place, 'light', 'town.twin', '--at', '03:00', '--lang', 'fr').stdout;
  expect(french).toMatch(/À 03:00, \S+ \d+ \S+ \d{4}[\s\S]*Sous leur classe à cette heure\s: \d+ rues[\s\S]*demandée, \d+\s% de la puissance, .* au lieu de /);
  const past = jumeau(place, 'light', 'town.twin', '--at', '25:30', '--lang', 'fr');
  expect([past.status, past.stderr]).toEqual([1, expect.stringContaining('Écrivez 01:30')]);
});

test('in French it reads as a planner would say it, by day it says that no lamp burns, and where nobody knows the light it says so', () => {
  const { stdout, status } = jumeau(place, 'light', 'town.twin', '--at', '12:00', '--lang', 'fr');
  expect(status).toBe(0);
  for (const said of ['sous leur classe', 'aucun point lumineux ne brûle', 'Arrêté du 27 décembre 2018', 'à lire ensemble']) expect(stdout).toContain(said);
  // Zones by their names, with what options call them; and no figure falls short of itself.
  expect(stdout).toContain('quartiers résidentiels (residential)');
  const shortfalls = [...stdout.matchAll(/ ([\d,]+) au lieu de ([\d,]+)/g)];
  expect(shortfalls.length).toBeGreaterThan(0);
  for (const [, value, asked] of shortfalls) expect(value).not.toBe(asked);
  expect(jumeauJson<Light>(place, 'light', 'unlit.twin').zones).toMatchObject([{ zone: null, km: 0 }]);
  expect(jumeau(place, 'light', 'unlit.twin').stdout).toContain('No street of this city has lamps');
});

/** Kilometres of the lit streets of a town from one row to another, as people of a language read them. */
function kmText(locale: string, fromRow: number, endRow = town.litStreets.count): string {
  const km = Array.from(town.litStreets.street.subarray(fromRow, endRow)).reduce((sum, street) => sum + town.streets.lengthM[street]! / 1000, 0);
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(km);
}

test.each([
  ['en', 'en-GB', /^.*\n(\S+) km of lit streets, the light of all of them unknown/, ['on average', 'by hour of darkness', '0.0 km', 'No lit street', 'compare'], /light unknown\s+(\S+) km/],
  ['fr', 'fr-FR', /^.*\n(\S+) km de rues éclairées, toutes de lumière inconnue/, ['en moyenne', 'par heure de nuit', '0,0 km', 'Aucune rue allumée', 'compare'], /lumière inconnue\s+(\S+) km/],
] as const)('where the light of no street is known the answer begins with that, in km, and nothing is said to be nought (%s)', (language, locale, first, unsaid, then) => {
  const { stdout } = jumeau(place, 'light', 'unknown.twin', '--at', '03:00', '--lang', language), km = kmText(locale, 0);
  expect(first.exec(stdout)?.[1]).toBe(km);
  expect(then.exec(stdout)?.[1]).toBe(km);
  for (const words of unsaid) expect(stdout).not.toMatch(words);
  expect(jumeauJson<Light & { belowOrDarkKm: number | null }>(place, 'light', 'unknown.twin')).toMatchObject({ belowOrDarkKm: null, belowByHour: Array(24).fill(null), zones: expect.arrayContaining([expect.objectContaining({ zone: null, belowPercent: null, dpMwPerLxM2: null })]) });
});

test.each([
  ['en', 'en-GB', /^.*\n(\S+) km of lit streets, the light of (\S+) km unknown .* of the (\S+) km whose light is known/],
  ['fr', 'fr-FR', /^.*\n(\S+) km de rues éclairées, dont (\S+) km de lumière inconnue .* des (\S+) km de lumière connue/],
] as const)('where the light of some streets is known the answer begins with both lengths, and the table by zone has what is unknown (%s)', (language, locale, first) => {
  const { stdout } = jumeau(place, 'light', 'part.twin', '--lang', language), unknownKm = kmText(locale, KNOWN_STREETS);
  expect(first.exec(stdout)?.slice(1)).toEqual([kmText(locale, 0), unknownKm, kmText(locale, 0, KNOWN_STREETS)]);
  expect(stdout.split('\n').find((line) => /^ {2}(all|toutes) /.test(line))!.trim().split(/\s{2,}/)[3]).toBe(unknownKm);
  expect(jumeau(place, 'light', 'town.twin', '--lang', language).stdout).not.toMatch(/unknown km|inconnu km|whose light is known|lumière connue/);
});

let bestKwh = 0;
interface Tuned { best: { energyKwh: number; belowKmH: number; overLitKmH: number; overLitPedestrianKmH: number }; now: { energyKwh: number }; chosen: { energyKwh: number }; full: { energyKwh: number }; isWithinLimit?: boolean; streetsApart: number; changes: unknown[]; constraints: { name: string }[] }

test('tune lighting: its settings are changes that compare takes, with the energy that it said and no street more below its class than full output leaves', () => {
  const told = jumeauJson<Tuned>(place, 'tune', 'lighting', '--city', 'town.twin', '-o', 'found');
  bestKwh = told.best.energyKwh;
  expect(bestKwh).toBeLessThan(told.full.energyKwh);
  expect(JSON.parse(readFileSync(join(place.folder, 'found/settings.json'), 'utf8'))).toEqual(told.changes);
  expect(readFileSync(join(place.folder, 'found/programs.svg'), 'utf8')).toMatch(/^<svg .*<\/svg>\n$/s);
  const apart = readFileSync(join(place.folder, 'found/streets-apart.csv'), 'utf8').trim().split('\n').slice(1);
  expect(apart.length).toBe(told.streetsApart);
  expect(apart.some((row) => row.includes(',notAtFull,') || row.includes(',uneven,'))).toBe(true);
  expect(apart.some((row) => row.includes(',tooDim,'))).toBe(false);
  const { indicators } = jumeauJson<{ indicators: { indicator: string; baselineMean: number; scenarioMean: number }[] }>(place, 'compare', 'baseline', 'found/settings.json', '--city', 'town.twin', '--from', '02:00', '--hours', '0.1', '--seeds', '1');
  const compared = (name: string) => indicators.find(({ indicator }) => indicator === name)!;
  expect(compared('lighting-energy-year-kwh').scenarioMean).toBeCloseTo(bestKwh, 6);
  expect(compared('lighting-below-class-km').scenarioMean).toBeLessThanOrEqual(compared('lighting-below-class-km').baselineMean);
  const light = jumeauJson<Light>(place, 'light', 'found/settings.json', '--city', 'town.twin');
  expect(light.streetsBelow).toBe(told.streetsApart);
}, 120_000);

test('tune lighting promises no street below its class, and names those of P classes that have too much: as many km × h as the streets of its settings add up to', () => {
  const told = jumeauJson<Tuned>(place, 'tune', 'lighting', '--city', 'bright.twin', '-o', 'found');
  jumeau(place, 'light', 'found/settings.json', '--city', 'bright.twin', '-o', 'found.csv');
  const [head, ...rows] = readFileSync(join(place.folder, 'found.csv'), 'utf8').trim().split('\n').map((line) => line.split(',')), at = (name: string): number => head!.indexOf(name);
  const overKmH = (family: RegExp): number => rows.reduce((sum, row) => (family.test(row[at('designClass')]!) ? sum + (Number(row[at('lengthM')]) / 1000) * Number(row[at('overLitH')]) : sum), 0);
  expect(told.best.overLitKmH / overKmH(/./)).toBeCloseTo(1, 4);
  expect(told.best.overLitPedestrianKmH / overKmH(/^P/)).toBeCloseTo(1, 4);
  expect(told.best.overLitPedestrianKmH).toBeGreaterThan(1);
  for (const [language, promised, over] of [['en', 'dims no street below its class at any hour', /Lit too much all the same: ([\d,]+) km × h of streets of P classes/], ['fr', 'n’abaisse aucune rue sous sa classe, à toute heure', /Trop éclairées malgré cela\s: ([\d\s]+) km × h de rues de classe P/]] as const) {
    const { stdout } = jumeau(place, 'tune', 'lighting', '--city', 'bright.twin', '-o', 'found', '--lang', language);
    expect(stdout).toContain(promised);
    expect(Number(over.exec(stdout)![1]!.replace(/\D/g, ''))).toBe(Math.round(told.best.overLitPedestrianKmH));
  }
  expect(jumeau(place, 'tune', 'lighting', '--city', 'town.twin', '-o', 'found').stdout).not.toContain('Lit too much');
}, 120_000);

test.each([['en', 'en-GB', /Not in the reckoning: (\S+) km of streets whose light is unknown/], ['fr', 'fr-FR', /Hors du calcul, (\S+) km de rues de lumière inconnue/]] as const)('what tune lighting promises does not hold for streets of unknown light, whose km are said (%s)', (language, locale, said) => {
  const tuned = (city: string): string => jumeau(place, 'tune', 'lighting', '--city', city, '-o', 'known', '--lang', language).stdout;
  expect(said.exec(tuned('part.twin'))?.[1]).toBe(kmText(locale, KNOWN_STREETS));
  expect(tuned('town.twin')).not.toMatch(said);
}, 120_000);

test('a budget: kept where it can be, said to be out of reach where not; wrong options are told together', () => {
  // In euros at 0.20 a kWh, and in kg at 50 g: nine tenths of the best by either.
  const limited = jumeauJson<Tuned>(place, 'tune', 'lighting', '--city', 'town.twin', '-o', 'limited', '--budget', String(0.2 * bestKwh), '--co2', String(0.05 * 0.9 * bestKwh));
  expect(limited.isWithinLimit).toBe(true);
  expect(limited.chosen.energyKwh).toBeLessThanOrEqual(0.9 * bestKwh);
  // What the limit would leave for more light is said, and what the next point would take: the first of the file above the limit.
  const points = readFileSync(join(place.folder, 'limited', 'trade-off.csv'), 'utf8').trim().split('\n').slice(1).map((line) => Number(line.split(',')[0]));
  const told = jumeau(place, 'tune', 'lighting', '--city', 'town.twin', '-o', 'limited', '--co2', String(0.05 * 0.9 * bestKwh)).stdout, figure = (value: number): string => Math.round(value).toLocaleString('en-GB');
  expect(told).toContain(`${figure(0.9 * bestKwh - limited.chosen.energyKwh)} kWh of the limit stay unused: the next point of trade-off.csv takes ${figure(Math.min(...points.filter((kwh) => kwh > 0.9 * bestKwh)))} kWh`);
  const impossible = jumeau(place, 'tune', 'lighting', '--city', 'town.twin', '-o', 'impossible', '--budget', '1', '--zones', 'residential', '--spare', '5', '--lang', 'fr');
  expect(impossible.stdout).toMatch(/sauf 5\D% de la longueur.*hors d’atteinte/s);
  const wrong = jumeau(place, 'tune', 'lighting', '--city', 'town.twin', '-o', 'none', '--budget', 'much', '--levels', '99', '--ramp', '0', '--zones', 'mian');
  expect(wrong.status).toBe(1);
  for (const said of ['--budget', '--levels', '--ramp', '"mian"', 'main, residential']) expect(wrong.stderr).toContain(said);
  expect(jumeau(place, 'tune', 'lighting', '--city', 'unknown.twin', '-o', 'none').stderr).toContain('photometric data');
  expect(jumeau(place, 'tune', 'lighting', '--city', 'unlit.twin', '-o', 'none').stderr).toContain('photometric data');
  // Each program would reach both zones, and the last would stand.
  writeFileSync(join(place.folder, 'twins.twin'), twinToBytes({ ...town, lightingZones: { ...town.lightingZones, name: Array.from(town.lightingZones.name, () => 'centre') } }));
  expect(jumeau(place, 'tune', 'lighting', '--city', 'twins.twin', '-o', 'none')).toMatchObject({ status: 1, stderr: expect.stringMatching(/2 lighting zones are called "centre"/) as string });
}, 120_000);
