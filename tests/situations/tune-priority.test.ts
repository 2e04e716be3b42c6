// Goal: what a search for settings of priority hands over is what it found, fits the city, and is not flattered by chance.
import { expect, test } from 'vitest';
import { tuningFiles } from '../../cli/tuning-files.ts';
import { readSettingsTable, settingsTable } from '../../cli/settings-table.ts';
import { randomNormal } from '../../engine/foundation/random.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { junctionPassageColumns, tripEnd, tripResultColumns } from '../../engine/results/tables.ts';
import { twinHash } from '../../engine/twin/bytes.ts';
import { priorityMeans, ruleOf } from '../../engine/twin/priority.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { readChanges } from '../../scenarios/changes/read-changes.ts';
import { busiestLine, lineCorridor } from '../../scenarios/tune/line-corridor.ts';
import { languages } from '../../scenarios/language/language.ts';
import { numbersIn } from '../../scenarios/language/numbers.ts';
import { tuningWords } from '../../scenarios/language/tuning.ts';
import { nativeSha256 } from '../../scenarios/runs/native-sha256.ts';
import { junctionLosses } from '../../scenarios/tune/junction-losses.ts';
import { sameEverywhere, type JunctionSettings } from '../../scenarios/tune/knob.ts';
import { lostTime } from '../../scenarios/tune/lost-time.ts';
import { knownSettings, priorityChanges, priorityKnobs } from '../../scenarios/tune/priority-setting.ts';
import type { TrialOutcome } from '../../scenarios/tune/remembered-runs.ts';
import type { Peer } from '../../scenarios/tune/test-front.ts';
import { tunePriority } from '../../scenarios/tune/tune-priority.ts';
import { vehicleClassOf } from '../../scenarios/measure/vehicle-class.ts';
import { referenceTwin } from '../reference-twin.ts';

const twin = referenceTwin(), { controllers, links, junctions } = twin;

test('a line\'s corridor has the signals with priority on its way, and every link that leads to one of them', () => {
  const line = busiestLine(twin)!, { controllers: found, inside } = lineCorridor(twin, line);
  expect(found.length).toBeGreaterThan(10);
  for (const controller of found) expect(controllers.busPriority[controller]).toBe(1);
  for (let link = 0; link < links.count; link++) if (found.includes(junctions.controller[links.toJunction[link]!]!)) expect(inside[link]).toBe(1);
  for (let other = 0; other < twin.lines.count; other++) expect(lineCorridor(twin, other).controllers.length).toBeLessThanOrEqual(found.length);
});

test('time lost counts the wait to come in, those still under way, and people by the vehicle that they are in', () => {
  const bus = Array.from({ length: twin.departures.count }, (_, row) => row).find((row) => vehicleClassOf(twin, row) === 'bus')!;
  const car = Array.from({ length: twin.departures.count }, (_, row) => row).find((row) => vehicleClassOf(twin, row) === 'car')!;
  const trip = { waitingS: 0, routeLengthM: 0, arriveS: -1 };
  const trips = tableFrom(tripResultColumns, [
    { ...trip, departure: bus, end: tripEnd.arrived, plannedDepartS: 100, departS: 110, timeLossS: 30 },
    { ...trip, departure: car, end: tripEnd.running, plannedDepartS: 100, departS: 100, timeLossS: 20 },
    { ...trip, departure: car, end: tripEnd.waitingToEnter, plannedDepartS: 540, departS: -1, timeLossS: 0 },
  ]);
  const { busS, otherS, personS } = lostTime(twin, trips, 600);
  expect(busS).toBe(40);
  expect(otherS).toBe((20 + 60) / 2);
  expect(personS).toBeCloseTo((20 * 40 + 1.3 * 20 + 1.3 * 60) / (20 + 2 * 1.3), 12);
});

test('what a junction cost is the delay of who passed its signals and the wait of who comes in before it, each with the people in the vehicle', () => {
  const line = busiestLine(twin)!, { controllers: found } = lineCorridor(twin, line), rows = Array.from({ length: twin.departures.count }, (_, row) => row);
  const linkTo = (controller: number): number => Array.from({ length: links.count }, (_, link) => link).find((link) => junctions.controller[links.toJunction[link]!] === controller)!;
  const laneTo = (controller: number): number => links.firstLane[linkTo(controller)]!;
  const bus = rows.find((row) => vehicleClassOf(twin, row) === 'bus')!;
  /** The corridor's signals on a departure's way, in their order. */
  const onWay = (row: number): number[] => Array.from({ length: twin.routes.linkCount[twin.departures.route[row]!]! }, (_, at) => junctions.controller[links.toJunction[twin.routeLinks.link[twin.routes.firstLink[twin.departures.route[row]!]! + at]!]!]!).filter((controller) => found.includes(controller));
  const car = rows.find((row) => vehicleClassOf(twin, row) === 'car' && new Set(onWay(row)).size > 1)!, second = onWay(car)[0]!, first = onWay(car).find((controller) => controller !== second)!;
  const passage = { enteredS: 0, passedS: 50 }, trip = { waitingS: 0, routeLengthM: 0, arriveS: -1, timeLossS: 0 };
  const junctionPassages = tableFrom(junctionPassageColumns, [
    { ...passage, departure: bus, lane: laneTo(first), delayS: 30 }, { ...passage, departure: car, lane: laneTo(first), delayS: 10 }, { ...passage, departure: car, lane: laneTo(second), delayS: 7 },
  ]);
  const trips = tableFrom(tripResultColumns, [{ ...trip, departure: car, end: tripEnd.waitingToEnter, plannedDepartS: 540, departS: -1 }, { ...trip, departure: car, end: tripEnd.arrived, plannedDepartS: 100, departS: 100 }]);
  expect(junctionLosses(twin, [first, second], { junctionPassages, trips }, 600)).toEqual([{ busPersonS: 20 * 30, otherPersonS: 1.3 * 10 }, { busPersonS: 0, otherPersonS: 1.3 * 7 + 1.3 * 60 }]);
});

const JUNCTIONS = 6;
/** What a second of extension costs the others: at every third junction more than buses gain by it. */
const priceOf = (junction: number): number => (junction % 3 === 0 ? 0.5 : 0.02);

/** A city in a formula: extension helps buses up to 9 s, and costs others unevenly; chance is that of the seed. */
function pretended(settings: JunctionSettings, seed: number): TrialOutcome {
  const chance = 3 * randomNormal(1, 1, seed, 0);
  const lost = settings.map((setting, junction) => {
    const [extension, early, stage, , lockout] = setting as [number, number, number, number, number];
    return { busS: 40 - 2 * Math.min(extension, 9) + lockout - 3 * early + chance, otherS: 20 + priceOf(junction) * extension + early * (0.3 + 0.05 * (20 - stage)) - 0.02 * lockout + chance };
  });
  const mean = (kind: 'busS' | 'otherS'): number => lost.reduce((sum, one) => sum + one[kind], 0) / JUNCTIONS, busS = mean('busS'), otherS = mean('otherS');
  return { lost: { busS, otherS, personS: (busS + 20 * otherS) / 21 }, byJunction: lost.map((one) => ({ busPersonS: one.busS, otherPersonS: 20 * one.otherS })) };
}

const tune = (mostRuns = 300) => tunePriority({
  simulate: async (trials) => trials.map(({ settings, seed }) => pretended(settings, seed)), junctionCount: JUNCTIONS, mostRuns, searchSeeds: [1, 2, 3, 4], unseenSeeds: Array.from({ length: 20 }, (_, at) => 1001 + at),
});

test('what is chosen is on the front, is judged on unseen seeds alone, and its intervals are those of the pairs', async () => {
  const { front, chosen, peers, gains, runs } = await tune();
  expect(runs).toBeLessThanOrEqual(300);
  expect(front).toContain(chosen);
  expect(chosen.bySeed).toEqual(Array.from({ length: 20 }, (_, at) => pretended(chosen.settings, 1001 + at).lost));
  for (const name of ['none', 'absolute', 'usual', 'everywhere'] as const satisfies readonly Peer[]) {
    // In this city chance is the same for all settings: pairs differ by what settings do alone.
    const { personS } = gains[name], truth = pretended(chosen.settings, 1).lost.personS - pretended(peers[name].settings, 1).lost.personS;
    expect(personS.mean).toBeCloseTo(truth, 9);
    expect(personS.interval95!.low).toBeCloseTo(truth, 6);
    if (name !== 'everywhere') expect(sameEverywhere(peers[name].settings)).toEqual(knownSettings[name]);
  }
  expect((await tune()).chosen.settings).toEqual(chosen.settings);
});

test('where junctions differ, each gets its own: better for a person than anything that is the same everywhere', async () => {
  const { chosen, gains } = await tune();
  expect(sameEverywhere(chosen.settings)).toBeUndefined();
  for (const name of ['none', 'absolute', 'usual', 'everywhere'] as const) expect(gains[name].personS.interval95!.high).toBeLessThan(0);
  const extension = (junction: number): number => chosen.settings[junction]![0]!;
  for (const junction of [0, 3]) for (const other of [1, 2, 4, 5]) expect(extension(junction)).toBeLessThan(extension(other));
});

test('with too few runs for that the search is for one setting, and says so', async () => {
  const tuned = await tune(40);
  expect(tuned.runs).toBeLessThanOrEqual(40);
  expect(tuned.byJunction).toEqual([]);
  expect(sameEverywhere(tuned.chosen.settings)).toBeDefined();
});

/** The names of as many junctions of the corridor as the formula has. */
const names = lineCorridor(twin, busiestLine(twin)!).controllers.slice(0, JUNCTIONS).map((controller) => controllers.name[controller]!);
const junctionsNamed = names.map((name, at) => ({ name, streets: [`rue ${at}, côté pair`, 'cours; du Parc'] }));
const rowOf = (name: string): number => Array.from({ length: controllers.count }, (_, row) => row).find((row) => controllers.name[row] === name)!;

test('the change that it writes is one that a scenario can read, and sets every junction as chosen', async () => {
  const tuned = await tune(), files = tuningFiles(tuned, junctionsNamed, 'en'), { value: changes, problems } = readChanges(JSON.parse(files['change.json']!));
  expect(problems).toEqual([]);
  const changed = applyChanges(twin, changes!).value!;
  names.forEach((name, junction) => {
    const rule = ruleOf(changed, rowOf(name)), [extension, early, , clearQueueS, lockout, , keepsOffset] = tuned.chosen.settings[junction] as [number, number, number, number, number, number, number];
    expect([rule.lockoutCycleCount, rule.clearQueueS, rule.keepsOffset]).toEqual([lockout, clearQueueS, keepsOffset]);
    expect((rule.means & priorityMeans.earlyGreen) !== 0).toBe(early === 1);
    expect((rule.means & priorityMeans.extension) !== 0).toBe(extension > 0);
  });
});

test('all that was tried is written down: on the corridor, and at each junction', async () => {
  const tuned = await tune(), files = tuningFiles(tuned, junctionsNamed, 'en'), linesOf = (name: string): string[] => files[name]!.trim().split('\n');
  expect(linesOf('front.csv').length).toBe(tuned.front.length + 4 + 1);
  expect(linesOf('front-settings.csv').length).toBe((tuned.front.length + 4) * JUNCTIONS + 1);
  expect(linesOf('tried.csv').length).toBe(tuned.tried.length + 1);
  expect(linesOf('tried-by-junction.csv').length).toBe(tuned.byJunction.reduce((sum, tried) => sum + tried.length, 0) + 1);
  // Every run of the search is in one of the two, and none in both.
  const whole = tuned.tried.reduce((sum, { bySeed }) => sum + bySeed.length, 0), blocks = tuned.byJunction[0]!.reduce((sum, { losses }) => sum + losses.length, 0);
  expect(whole + blocks).toBe(tuned.runs);
});

test.each(languages)('the picture of the front shows all that was tested and all that every seed of the search has judged, each kind in a shape of its own (%s)', async (language) => {
  const tuned = await tune(), svg = tuningFiles(tuned, junctionsNamed, language)['front.svg']!, countOf = (part: string): number => svg.split(part).length - 1;
  // One more of each stands in the legend.
  expect(countOf('r="5"')).toBe(tuned.front.length + 1);
  expect(countOf('r="2.2"')).toBe(tuned.tried.filter(({ bySeed }) => bySeed.length >= 4).length + 1);
  const points = /<polyline points="([^"]+)"/.exec(svg)![1]!.split(/ /).map(Number), acrossUnits = points.filter((_, at) => at % 2 === 0);
  expect(acrossUnits.length).toBe(tuned.front.length);
  expect(acrossUnits).toEqual([...acrossUnits].sort((one, other) => one - other));
  for (const name of ['none', 'absolute', 'usual', 'everywhere'] as const) expect(svg).toContain(`<text x="38" y="${18 + 21 * (1 + Object.keys(tuned.peers).indexOf(name))}">${tuningWords.peers[language][name].replaceAll('\'', '&#39;')}</text>`);
  expect(svg).toContain(`bus ${numbersIn(language).plain(tuned.chosen.mean.busS, 1)} s`);
  const inLegend = [...svg.matchAll(/<(?:path|rect|circle) [^>]*\/>(?=<text x="38")/g)].map(([shape]) => shape.replace(/(fill|stroke)="[^"]*"/g, '').replace(/[\d.]+/g, ''));
  expect(inLegend.length).toBe(7);
  // A dot and a ring differ by what is in them.
  expect(new Set(inLegend).size).toBeGreaterThanOrEqual(6);
});

test.each(languages)('the table of settings that engineers hand over is read again as the same scenario (%s)', async (language) => {
  const { chosen } = await tune(), why = { fr: 'réglage lu dans un tableau', en: 'a setting read from a table' };
  const table = settingsTable(chosen.settings, junctionsNamed, language), read = readSettingsTable('settings.csv', table, why);
  expect(read.problems).toEqual([]);
  const hashOf = (changes: Parameters<typeof applyChanges>[1]): string => twinHash(applyChanges(twin, changes).value!, nativeSha256);
  expect(hashOf(read.value!)).toBe(hashOf(priorityChanges(chosen.settings, names, why)));
  expect(hashOf(read.value!)).not.toBe(twinHash(twin, nativeSha256));
  for (const title of table.split('\n')[0]!.split(language === 'fr' ? ';' : /,(?=\S)/).slice(2)) expect(title.replaceAll('"', '')).toMatch(/\((s|cycles|oui\/non|yes\/no)/);
});

test('all that is wrong in a table of settings is told at once, each with its line', () => {
  const rows = settingsTable(names.map(() => knownSettings.usual), names.map((name) => ({ name, streets: ['quai Galliot'] })), 'en').trim().split('\n'), why = { fr: 'réglage lu dans un tableau', en: 'a setting read from a table' };
  const codesOf = (text: string) => readSettingsTable('settings.csv', text, why).problems.map(({ code, where }) => `${code} ${where}`);
  expect(codesOf(rows.with(1, rows[1]!.replace(',15,', ',much,')).with(4, rows[3]!).join('\n'))).toEqual([
    'cli-settings-not-a-value settings.csv: line 2', 'cli-settings-twice settings.csv: line 5',
  ]);
  expect(codesOf(rows.with(0, rows[0]!.replace('early green (yes/no),', '')).join('\n'))).toEqual(['cli-settings-no-column settings.csv']);
  expect(codesOf(rows[0]!)).toEqual(['cli-settings-empty settings.csv']);
  expect(codesOf('name,value\n1,2')).toEqual(['cli-settings-head settings.csv']);
  expect(codesOf(rows.with(1, rows[1]!.replace(',15,', ',61,')).join('\n'))).toEqual(['cli-settings-not-a-value settings.csv: line 2']);
  expect(priorityKnobs.length).toBe(rows[0]!.split(/,(?=\S)/).length - 2);
});
