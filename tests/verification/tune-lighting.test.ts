// Goal: the schedule found is the least there is, by trying them all on small nights; every street that can keep its class keeps it, and no level could be lower.
import { expect, test } from 'vitest';
import { randomShare } from '../../engine/foundation/random.ts';
import { complianceAt, isBelowClass, lightVerdict, makeCompliance, needsOf } from '../../engine/lighting/compliance/compliance-at.ts';
import { scheduledOutput } from '../../engine/lighting/lamp-schedule.ts';
import { computeStreets } from '../../engine/lighting/road/street-light.ts';
import { plannedHourVolumes, volumesOfHour } from '../../engine/twin/hour-volumes.ts';
import { lightingClassOf } from '../../engine/twin/lighting-class-of.ts';
import { lightingFamily } from '../../engine/twin/lit-streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import type { Change } from '../../scenarios/changes/change.ts';
import { bestLevels, usualLevelRules, type LevelRules } from '../../scenarios/tune/lighting/best-levels.ts';
import { scheduleJudge } from '../../scenarios/tune/lighting/judge-schedule.ts';
import { programLevels } from '../../scenarios/tune/lighting/programs.ts';
import { tuneLighting, type TuneLightingInput } from '../../scenarios/tune/lighting/tune-lighting.ts';
import { LEVELS, needPercentOf, zoneNights, type NightHour } from '../../scenarios/tune/lighting/zone-nights.ts';
import { litTown } from './lit-town.ts';

const PURPOSE = 9902;
const draw = (seed: number, at: number, least: number, most: number): number => least + (most - least) * randomShare(seed, PURPOSE, 0, at);

/** A night of few hours in which streets need some of these levels. */
function drawnNight(seed: number, hourCount: number, needs: readonly number[]): { hours: NightHour[]; km: number } {
  const hours = Array.from({ length: hourCount }, (_, slot): NightHour => {
    const belowKm = new Float64Array(LEVELS);
    needs.forEach((need, at) => {
      const km = Math.round(draw(seed, 100 + 10 * slot + at, 0, 3));
      for (let level = 0; level < need; level++) belowKm[level]! += km;
    });
    return { hour: (18 + slot) % 24, nightH: Math.round(draw(seed, slot, 20, 365)), darkH: 0, belowKm, beyondKm: 0, binding: [], needPercent: 0 };
  });
  return { hours, km: 3 * needs.length };
}

/** The least cost over all schedules that change no more often than they may, of levels at which anything changes. */
function leastOfAll(hours: readonly NightHour[], km: number, rules: LevelRules, candidates: readonly number[]): number {
  let least = Infinity;
  const walk = (slot: number, before: number, spans: number, cost: number): void => {
    if (spans > rules.mostLevels || cost >= least) return;
    if (slot === hours.length) { least = cost; return; }
    for (const level of candidates) {
      const { nightH, belowKm } = hours[slot]!, below = belowKm[level]!;
      const fined = below <= rules.spareShare * km + 1e-9 ? 0 : rules.belowCostH * below * nightH;
      walk(slot + 1, level, spans + (level === before ? 0 : 1), cost + (nightH * level) / 100 + fined);
    }
  };
  walk(0, -1, 0, 0);
  return least;
}

const costOf = (hours: readonly NightHour[], km: number, rules: LevelRules, percents: readonly number[]): number => hours.reduce((sum, { nightH, belowKm }, slot) => {
  const below = belowKm[percents[slot]!]!;
  return sum + (nightH * percents[slot]!) / 100 + (below <= rules.spareShare * km + 1e-9 ? 0 : rules.belowCostH * below * nightH);
}, 0);

const NIGHTS = process.env['JUMEAU_PROOF'] === '1' ? 600 : 60;
test(`${NIGHTS} nights drawn at random: as cheap as the best of all schedules there are, with any number of levels, any price and any part left out`, () => {
  const needs = [17, 38, 61, 90], candidates = [10, ...needs];
  for (let seed = 0; seed < NIGHTS; seed++) {
    const { hours, km } = drawnNight(seed, 6, needs);
    const rules: LevelRules = { ...usualLevelRules, mostLevels: 1 + (seed % 4), belowCostH: seed % 3 === 0 ? Infinity : draw(seed, 50, 0, 0.3), spareShare: seed % 5 === 0 ? 0.2 : 0 };
    const { percents, lightH } = bestLevels({ hours, km }, rules);
    expect([seed, new Set(percents).size <= rules.mostLevels]).toEqual([seed, true]);
    expect([seed, costOf(hours, km, rules, percents)]).toEqual([seed, expect.closeTo(leastOfAll(hours, km, rules, candidates), 6)]);
    expect(lightH).toBeCloseTo(hours.reduce((sum, { nightH }, slot) => sum + (nightH * percents[slot]!) / 100, 0), 9);
  }
});

test('hours that are off today stay off, even where that takes more levels than there may be', () => {
  const { hours, km } = drawnNight(1, 5, [40]);
  hours[2]!.darkH = hours[2]!.nightH;
  const { percents } = bestLevels({ hours, km }, { ...usualLevelRules, mostLevels: 1 });
  expect(percents[2]).toBe(0);
  expect(percents.filter((_, slot) => slot !== 2).every((percent) => percent >= 10)).toBe(true);
});

test('a program rises before its hour and falls in it, no faster than it may, and begins where it ends', () => {
  const hours = [18, 22, 23, 0, 5].map((hour) => ({ hour })) as NightHour[];
  expect(programLevels({ hours }, [80, 80, 50, 50, 80], 0.1)).toEqual([
    { from: '12:00', outputShare: 0.8, rampS: 0 }, { from: '23:00', outputShare: 0.5, rampS: 180 }, { from: '04:57', outputShare: 0.8, rampS: 180 },
  ]);
});

/** Lamps as bright as it takes for every street of the town to have its class at full output, so that schedules decide. */
const brightTown = (): Twin => {
  const twin = litTown(2.2);
  const { litStreets, streets } = twin, volumes = plannedHourVolumes(twin);
  litStreets.family.fill(lightingFamily.pedestrian);
  for (let row = 0; row < litStreets.count; row++) {
    const ofStreet = Array.from({ length: 24 }, (_, hour) => volumes[hour * streets.count + litStreets.street[row]!]!);
    litStreets.classIndex[row] = lightingClassOf(litStreets, row, Math.max(...ofStreet));
  }
  return twin;
};
const inputOf = (twin: Twin, more: Partial<TuneLightingInput> = {}): TuneLightingInput => ({
  twin, light: computeStreets(twin), volumes: plannedHourVolumes(twin), zones: [0, 1], mostLevels: 4, leastPercent: 10, rampPerMin: 0.2, spareShare: 0, mostKwh: undefined, ...more,
});

const brightInput = inputOf(brightTown()), brightTuned = tuneLighting(brightInput);

/** Streets that are too dim at some of the minutes of a night, by number of minutes. */
function tooDim(twin: Twin, input: TuneLightingInput): number {
  const into = makeCompliance(input.light.count);
  let found = 0;
  for (let minute = 12 * 60; minute < 36 * 60; minute++) {
    const atS = minute * 60, shares = Float64Array.from({ length: 3 }, (_, zone) => scheduledOutput(twin, zone, atS).outputShare);
    if (!shares.some((share) => share > 0)) continue;
    const { verdict } = complianceAt(twin, input.light, shares, volumesOfHour(input.volumes, Math.floor(minute / 60) % 24), into);
    for (let row = 0; row < verdict.length; row++) if (verdict[row] === lightVerdict.tooDim) found++;
  }
  return found;
}

test('in a town every street has its class at every minute of the night, ramps included, and a level one per cent lower would not do', () => {
  const input = brightInput, { twin, light, volumes } = input, judge = scheduleJudge(twin, light, volumes), tuned = brightTuned, { changes, levels, year } = tuned.best;
  const changed = applyChanges(twin, changes).value!;
  expect(tooDim(changed, input)).toBe(0);
  expect(year.belowKmH).toBe(0);
  expect(year.energyKwh).toBeLessThan(tuned.full.energyKwh);
  console.log(`full ${tuned.full.energyKwh.toFixed(0)}, today ${tuned.now.energyKwh.toFixed(0)}, least ${year.energyKwh.toFixed(0)} kWh a year; levels ${levels.map(({ percents }) => [...new Set(percents)].join(' ')).join(' | ')} %`);
  for (const [at, { percents }] of levels.entries()) {
    for (const lowered of new Set(percents)) {
      if (lowered === input.leastPercent) continue;
      const other = changes.map((change, row): Change => (row !== at || change.change !== 'lighting-program' ? change : { ...change, levels: programLevels(tuned.nights[at]!, percents.map((percent) => (percent === lowered ? percent - 1 : percent)), input.rampPerMin) }));
      expect(judge.judge(other).belowKmH).toBeGreaterThan(0);
    }
  }
});

test('relaxing a constraint never costs energy, and what tightens one never saves any', () => {
  const { best, constraints } = brightTuned;
  for (const { name, year } of constraints) {
    const least = name === 'fixedClass' || name === 'darkHours' ? year.energyKwh : best.year.energyKwh, most = least === best.year.energyKwh ? year.energyKwh : best.year.energyKwh;
    expect([name, most <= least * (1 + 1e-12)]).toEqual([name, true]);
  }
});

test('a level for every street never costs more than one for its zone: with streets too dim at full output, a part left out, and limits that stay', () => {
  const town = (): Twin => {
    const twin = brightTown();
    // Today both zones burn at full output, whatever the search proposes.
    twin.lightingZones = { ...twin.lightingZones, calendar: new Int32Array(twin.lightingZones.count).fill(-1) };
    return twin;
  };
  const dim = town(), limited = applyChanges(town(), [{ change: 'dim-lamps', why: 'a decision that stays', zone: 'all', from: '00:00', until: '05:00', outputShare: 0.2 }]).value!;
  for (let row = 0; row < dim.litStreets.count; row += 2) dim.litStreets.fluxLm[row] = 100;
  for (const [name, input] of [['too dim', inputOf(dim)], ['left out', inputOf(town(), { spareShare: 0.3 })], ['limits', inputOf(limited)]] as const) {
    const { best, constraints } = tuneLighting(input), alone = constraints.find((one) => one.name === 'oneLevelAZone')!.year;
    expect([name, alone.energyKwh <= best.year.energyKwh]).toEqual([name, true]);
  }
});

test('a limit of energy is kept with as little below class as the trade-off has, and one out of reach is said to be', () => {
  const input = brightInput, free = brightTuned, mostKwh = 0.8 * free.best.year.energyKwh;
  const limited = tuneLighting({ ...input, mostKwh });
  expect(limited.isWithinLimit).toBe(true);
  expect(limited.chosen.year.energyKwh).toBeLessThanOrEqual(mostKwh);
  expect(limited.chosen.year.belowKmH).toBeGreaterThan(0);
  // Less energy only for more below class; whatever leaves less below takes more than the limit.
  for (const [at, point] of free.front.entries()) {
    if (at === 0) continue;
    expect(point.energyKwh).toBeLessThan(free.front[at - 1]!.energyKwh);
    expect(point.belowKmH).toBeGreaterThanOrEqual(free.front[at - 1]!.belowKmH);
  }
  expect(tuneLighting({ ...input, mostKwh: 1 }).isWithinLimit).toBe(false);
  expect(tuneLighting({ ...input, mostKwh: free.best.year.energyKwh }).chosen.changes).toEqual(free.best.changes);
});

test('a street that full output leaves too dim binds nothing, and stays told', () => {
  const twin = brightTown(), row = 3;
  twin.litStreets.fluxLm[row] = 100;
  const { nights, best } = tuneLighting(inputOf(twin)), whole = brightTuned;
  const zone = nights.findIndex((night) => night.zone === twin.litStreets.zone[row]);
  expect(best.levels[zone]!.percents).toEqual(whole.best.levels[zone]!.percents);
  expect(nights[zone]!.hours.every(({ beyondKm }) => beyondKm > 0)).toBe(true);
  expect(best.year.belowKmH).toBeGreaterThan(0);
  expect(isBelowClass(lightVerdict.notAtFull)).toBe(true);
});

test('a part left out binds nothing: the street named needs just what the hour asks for, what asks for more is no longer than the part, and with what it needs too it would be', () => {
  // Streets that need less the higher their row: some of those that ask for most are left out.
  const twin = brightTown(), spareShare = 0.3;
  for (let row = 0; row < twin.litStreets.count; row++) twin.litStreets.fluxLm[row]! *= 1 + 0.01 * row;
  const light = computeStreets(twin), volumes = plannedHourVolumes(twin), needs = needsOf(twin, light), whole = zoneNights(twin, light, volumes), nights = zoneNights(twin, light, volumes, 'by-hour', spareShare);
  let lower = 0;
  for (const [at, { zone, km, hours }] of nights.entries()) for (const { hour, needPercent, binding } of hours) {
    const all = Array.from({ length: twin.litStreets.count }, (_, row) => row).filter((row) => twin.litStreets.zone[row] === zone && light.isKnown[row] === 1).map((row) => ({ row, percent: needPercentOf(twin, needs, volumes, row, hour, 'by-hour') })).filter(({ percent }) => percent <= 100);
    const kmAsking = (holds: (percent: number) => boolean): number => all.reduce((sum, { row, percent }) => (holds(percent) ? sum + twin.streets.lengthM[twin.litStreets.street[row]!]! / 1000 : sum), 0);
    expect(binding).toEqual(all.filter(({ percent }) => percent === needPercent).map(({ row }) => row));
    expect(kmAsking((percent) => percent > needPercent)).toBeLessThanOrEqual(spareShare * km * (1 + 1e-9));
    expect(kmAsking((percent) => percent >= needPercent)).toBeGreaterThan(spareShare * km);
    if (needPercent < whole[at]!.hours.find((one) => one.hour === hour)!.needPercent) lower++;
  }
  expect(lower).toBeGreaterThan(0);
});
