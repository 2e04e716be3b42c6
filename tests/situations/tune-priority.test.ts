// Goal: what a search for settings of priority hands over is what it found, fits the city, and is not flattered by chance.
import { expect, test } from 'vitest';
import { generateDijon } from '../../data/dijon/generate.ts';
import { tuningFiles } from '../../cli/tuning-files.ts';
import { randomNormal } from '../../engine/foundation/random.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { tripEnd, tripResultColumns } from '../../engine/results/tables.ts';
import { priorityMeans, ruleOf } from '../../engine/twin/priority.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { readChanges } from '../../scenarios/changes/read-changes.ts';
import { busiestLine, lineCorridor } from '../../scenarios/tune/line-corridor.ts';
import { lostTime, type LostTime } from '../../scenarios/tune/lost-time.ts';
import { knownSettings } from '../../scenarios/tune/priority-setting.ts';
import { tunePriority } from '../../scenarios/tune/tune-priority.ts';
import { vehicleClassOf } from '../../scenarios/measure/vehicle-class.ts';

const twin = generateDijon(), { controllers, links, junctions } = twin;

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

/** A city in a formula: extension helps buses up to 9 s and costs others evenly; chance is that of the seed. */
function pretended(setting: readonly number[], seed: number): LostTime {
  const [extension, early, stage, lockout] = setting as [number, number, number, number];
  const chance = 3 * randomNormal(1, 1, seed, 0), busS = 40 - 2 * Math.min(extension, 9) + lockout - 3 * early + chance, otherS = 20 + 0.1 * extension + early * (0.3 + 0.05 * (20 - stage)) - 0.02 * lockout + chance;
  return { busS, otherS, personS: (busS + 20 * otherS) / 21 };
}

const tune = () => tunePriority({
  simulate: async (trials) => trials.map(({ setting, seed }) => pretended(setting, seed)), mostRuns: 300, searchSeeds: [1, 2, 3, 4], unseenSeeds: Array.from({ length: 20 }, (_, at) => 1001 + at),
});

test('what is chosen is on the front, is judged on unseen seeds alone, and its intervals are those of the pairs', async () => {
  const { front, chosen, known, gains, runs } = await tune();
  expect(runs).toBeLessThanOrEqual(300);
  expect(front).toContain(chosen);
  expect(chosen.bySeed).toEqual(Array.from({ length: 20 }, (_, at) => pretended(chosen.setting, 1001 + at)));
  for (const name of ['none', 'absolute', 'usual'] as const) {
    // In this city chance is the same for all settings: pairs differ by what settings do alone.
    const { personS } = gains[name], truth = pretended(chosen.setting, 1).personS - pretended(knownSettings[name], 1).personS;
    expect(personS.mean).toBeCloseTo(truth, 9);
    expect(personS.interval95!.low).toBeCloseTo(truth, 6);
    expect(known[name].setting).toEqual(knownSettings[name]);
  }
  expect(gains.none.personS.mean).toBeLessThan(0);
  expect((await tune()).chosen.setting).toEqual(chosen.setting);
});

test('the change that it writes is one that a scenario can read, and sets every junction as chosen', async () => {
  const tuned = await tune(), names = lineCorridor(twin, busiestLine(twin)!).controllers.map((controller) => controllers.name[controller]!);
  const files = tuningFiles(tuned, names), { value: changes, problems } = readChanges(JSON.parse(files['change.json']!));
  expect(problems).toEqual([]);
  const changed = applyChanges(twin, changes!).value!, [extension, early, , lockout] = tuned.chosen.setting as [number, number, number, number];
  for (const name of names) {
    const rule = ruleOf(changed, Array.from({ length: controllers.count }, (_, row) => row).find((row) => controllers.name[row] === name)!);
    expect(rule.lockoutCycleCount).toBe(lockout);
    expect((rule.means & priorityMeans.earlyGreen) !== 0).toBe(early === 1);
    expect((rule.means & priorityMeans.extension) !== 0).toBe(extension > 0);
  }
  expect(files['settings.csv']!.trim().split('\n').length).toBe(names.length + 1);
  expect(files['front.csv']!.trim().split('\n').length).toBe(tuned.front.length + 3 + 1);
  expect(files['tried.csv']!.trim().split('\n').length).toBe(tuned.tried.length + 1);
});
