// Goal: what a planner reads in the panel of lighting is what the engine says of the same city, and the file that is saved makes just that city.
import { expect, test } from 'vitest';
import { complianceAt, lightVerdict, needsOf } from '../../engine/lighting/compliance/compliance-at.ts';
import { outputHours } from '../../engine/lighting/compliance/output-hours.ts';
import { streetYear } from '../../engine/lighting/compliance/street-year.ts';
import { computeStreets } from '../../engine/lighting/road/street-light.ts';
import { plannedHourVolumes, volumesOfHour } from '../../engine/twin/hour-volumes.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { groupedLampColumns, groupSwitchColumns, lampSwitchColumns } from '../../engine/results/tables.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { applyChanges } from '../../scenarios/changes/apply-changes.ts';
import { readChanges } from '../../scenarios/changes/read-changes.ts';
import { lightByZone } from '../../scenarios/measure/light-by-zone.ts';
import { lightingEnergyYear } from '../../scenarios/measure/lighting-energy-year.ts';
import { yearOfLighting } from '../../scenarios/measure/year-of-lighting.ts';
import { recordedLampOutput } from '../../viewer/app/feed/lamp-output.ts';
import { judgeZone, readyStreets } from '../../viewer/app/lighting/city-streets.ts';
import { hoursShown, leastShare, nightHours } from '../../viewer/app/lighting/night-output.ts';
import { programFromText, programToText } from '../../viewer/app/lighting/program-text.ts';
import { streetIndicators } from '../../viewer/app/lighting/street-indicators.ts';
import { trialChanges, trialFile, withPrograms } from '../../viewer/app/lighting/trial-changes.ts';
import { cityEnergy } from '../../viewer/app/lighting/trial-energy.ts';
import { programAsItIs, sameLevels, withLevel, withOneMore, type TrialLevel } from '../../viewer/app/lighting/trial-program.ts';
import { streetsOfZone, zoneNight } from '../../viewer/app/lighting/trial-streets.ts';
import { streetLightTables } from '../../viewer/app/lighting/street-light-tables.ts';
import { lightSmallCity } from '../browser/small-lights.ts';
import { smallCity } from '../browser/small-city.ts';

const twin = smallCity();
lightSmallCity(twin);
const RESIDENTIAL = 1, light = computeStreets(twin), volumes = plannedHourVolumes(twin), streets = readyStreets(twin, light, volumes), rows = streetsOfZone(twin, RESIDENTIAL);
const half: TrialLevel[] = [{ reference: 'clock', atMin: 22 * 60, outputShare: 0.5, rampMin: 30 }, { reference: 'sunrise', atMin: -60, outputShare: 1, rampMin: 0 }];
const tried = withPrograms(twin, { residential: half })!;

test('the program of a zone is read in the order of a night, and as it is it changes nothing', () => {
  const asItIs = programAsItIs(twin, RESIDENTIAL);
  expect(asItIs.map(({ atMin, outputShare }) => [atMin, outputShare])).toEqual([[23 * 60, 0.4], [0, 0.4], [5 * 60, 1]]);
  expect(withPrograms(twin, { residential: asItIs })!.dimmingLevels).toBe(twin.dimmingLevels);
});

test('the saved file, read and applied as the command does, is the city that the panel reckons with', () => {
  const changes = trialChanges({ residential: half }, 'Tried in the small town'), read = readChanges(JSON.parse(JSON.stringify(changes)));
  expect(read.problems).toEqual([]);
  const { value, problems } = applyChanges(twin, read.value!);
  expect(problems).toEqual([]);
  expect(yearOfLighting(value!).energyKwh).toBe(yearOfLighting(tried).energyKwh);
  expect(changes).toMatchObject([{ change: 'lighting-program', zone: 'residential', levels: [{ from: '22:00', outputShare: 0.5, rampS: 1800 }, { from: 'sunrise-01:00', outputShare: 1, rampS: 0 }] }]);
  expect(trialFile({ 'Écoles & parcs': half })).toBe('lighting-Ecoles-parcs.json');
});

test.each([['as it is', twin as ReadingTwin], ['tried', tried]])('energy %s is that of the indicator that a comparison prints', (_, city) => {
  const { zones, city: whole } = cityEnergy(city), year = yearOfLighting(city);
  // Lamps of a zone are summed before the year is, there after it: the same but for rounding.
  expect(whole.energyKwh).toBeCloseTo(lightingEnergyYear.measure({ twin: city } as never)!, 8);
  zones.forEach(({ energyKwh }, zone) => expect(energyKwh).toBeCloseTo(year.zoneEnergyKwh[zone]!, 9));
  // 0.20 EUR and 50 g for each kWh of the small town.
  expect(whole.costEur).toBeCloseTo(whole.energyKwh / 5, 6);
  expect(whole.co2Kg).toBeCloseTo(whole.energyKwh / 20, 6);
});

test('dimming less than now takes more energy, dimming more takes less', () => {
  const at = (outputShare: number) => cityEnergy(withPrograms(twin, { residential: [{ reference: 'clock', atMin: 0, outputShare, rampMin: 0 }] })!).zones[RESIDENTIAL]!.energyKwh, now = cityEnergy(twin).zones[RESIDENTIAL]!.energyKwh;
  expect(at(1)).toBeGreaterThan(now);
  expect(at(0.4)).toBeLessThan(now);
});

test('at 200 outputs, and just at what streets need, verdicts and their numbers are those of complianceAt for the whole city', () => {
  const spread = Array.from({ length: 200 }, (_, at) => (at * 0.61803399) % 1), needed = Array.from(needsOf(twin, light).leastShare).filter((share) => share > 0 && share <= 1).slice(0, 20);
  const verdicts = new Uint8Array(rows.length), met = new Set<number>();
  for (const share of [0, 1, ...spread, ...needed]) {
    for (const hour of [0, 6, 12, 18]) {
      const all = complianceAt(twin, light, [0.8, share, 1], volumesOfHour(volumes, hour)), counted = new Uint32Array(Object.keys(lightVerdict).length);
      for (const row of rows) counted[all.verdict[row]!]!++;
      expect(judgeZone(twin, streets, rows, hour, share, verdicts).streets).toEqual(counted);
      expect(verdicts).toEqual(Uint8Array.from(rows, (row) => all.verdict[row]!));
      verdicts.forEach((verdict) => met.add(verdict));
    }
  }
  // Were all streets judged alike, they would agree by chance.
  expect([...met]).toEqual(expect.arrayContaining([lightVerdict.keeps, lightVerdict.tooDim, lightVerdict.dark]));
});

test('an hour counts by the least that lamps give in it: half of the ramp from 22:00 lies in that hour, dusk does not count', () => {
  const { stretches, burning } = zoneNight(tried, RESIDENTIAL), at = (hour: number) => leastShare(stretches, burning, nightHours.find((one) => one.hour === hour)!);
  expect([at(12), at(21), at(22), at(2)]).toEqual([undefined, 1, 0.5, 0.5]);
  // Sunset is about 18:45 on this day: lamps burn from then on at full output, and by day at none.
  expect(at(18)).toBe(1);
  const off = zoneNight(withPrograms(twin, { residential: [{ reference: 'clock', atMin: 60, outputShare: 0, rampMin: 0 }, { reference: 'clock', atMin: 240, outputShare: 1, rampMin: 0 }] })!, RESIDENTIAL);
  expect([0, 1, 3, 4].map((hour) => leastShare(off.stretches, off.burning, nightHours.find((one) => one.hour === hour)!))).toEqual([1, 0, 0, 1]);
  const shown = hoursShown(twin).map(({ hour }) => hour);
  expect([shown[0], shown.at(-1)]).toEqual([15, 9]);
});

test('D_P and D_E are those of jumeau light', () => {
  for (const city of [twin as ReadingTwin, tried]) {
    const year = streetYear(city, light, volumes, outputHours(city)), { dpMwPerLxM2, deKwhPerM2 } = lightByZone(city, light, year).find(({ zone }) => zone === 'residential')!;
    const { powerDensityMwPerLxM2, energyKwhPerM2 } = streetIndicators(city, light, rows)!(cityEnergy(city));
    expect(powerDensityMwPerLxM2).toBeCloseTo(dpMwPerLxM2!, 9);
    expect(energyKwhPerM2).toBeCloseTo(deKwhPerM2!, 9);
  }
});

test('light computed from the tables that the page hands over is that of the whole twin', () => {
  const handed = structuredClone(Object.fromEntries(streetLightTables.map((name) => [name, twin[name]]))) as unknown as ReadingTwin;
  expect(computeStreets(handed)).toEqual(light);
  expect(plannedHourVolumes(handed)).toEqual(volumes);
});

test('a step that is moved onto another goes past it; a further step finds room', () => {
  const levels = programAsItIs(twin, RESIDENTIAL);
  expect(withLevel(levels, 0, { atMin: 0 }).map(({ atMin }) => atMin)).toEqual([1435, 0, 300]);
  const more = withOneMore(withOneMore(levels));
  expect(new Set(more.map(({ atMin }) => atMin)).size).toBe(5);
  expect(sameLevels(levels, [...levels].reverse())).toBe(true);
  expect(sameLevels(levels, half)).toBe(false);
});

test('a program stands in the address and is read back; a broken one is none', () => {
  expect(programToText('residential', half)).toBe('residential:2200-50-30,sunrise_60-100');
  expect(programFromText(programToText('a:b', half))).toEqual(['a:b', half]);
  for (const text of ['', 'residential', ':2200-50', 'residential:', 'residential:2500-50', 'residential:2260-50', 'residential:2200-101', 'residential:220-50', 'residential:sunset900-50', 'residential:noon30-50', 'residential:2200-50-61',
    `residential:${Array.from({ length: 13 }, (_, at) => `0${at % 10}0${Math.floor(at / 10)}-50`).join()}`]) expect([text, programFromText(text)]).toEqual([text, undefined]);
});

test('lamps of a run are drawn by their groups, on ramps too; a run without groups by its zones', () => {
  const lampSwitches = tableFrom(lampSwitchColumns, [{ zone: 0, timeS: 0, outputShare: 1 }, { zone: 1, timeS: 0, outputShare: 0.4 }, { zone: 1, timeS: 100, outputShare: 0 }]);
  const plain = recordedLampOutput({ lampSwitches, groupSwitches: tableFrom(groupSwitchColumns, []), groupedLamps: tableFrom(groupedLampColumns, []) }, twin);
  expect([plain.groupCount, plain.shareAt(1, -5), plain.shareAt(1, 99), plain.shareAt(1, 100), plain.shareAt(2, 50)]).toEqual([3, expect.closeTo(0.4, 6), expect.closeTo(0.4, 6), 0, 0]);
  expect(Array.from(plain.groupOf)).toEqual(Array.from(twin.lamps.zone));
  const groupSwitches = tableFrom(groupSwitchColumns, [{ group: 1, timeS: 0, outputShare: 1, endShare: 0.5, rampS: 100 }, { group: 5, timeS: 0, outputShare: 0.25, endShare: 0.25, rampS: 0 }, { group: 5, timeS: 60, outputShare: 1, endShare: 1, rampS: 0 }]);
  const grouped = recordedLampOutput({ lampSwitches, groupSwitches, groupedLamps: tableFrom(groupedLampColumns, [{ lamp: 7, group: 5 }]) }, twin);
  expect([grouped.groupCount, grouped.groupOf[7], grouped.groupOf[8]]).toEqual([6, 5, twin.lamps.zone[8]]);
  expect([0, 50, 100, 900].map((timeS) => grouped.shareAt(1, timeS))).toEqual([1, 0.75, 0.5, 0.5]);
  expect([59, 60].map((timeS) => grouped.shareAt(5, timeS))).toEqual([0.25, 1]);
});
