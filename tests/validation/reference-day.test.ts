// Goal: a weekday of the reference city runs, with its peaks, and no junction locks up.
// Reduced size: the busiest of the morning, 07:00 to 07:45, and the whole day as planned. Proof: the whole day.
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { countedProfile } from '../../data/build/demand/counted-profile.ts';
import { ahuyCountLinks, publishedCounts } from '../../data/dijon/demand/counts.ts';
import { readFim } from '../../data/formats/counts/fim.ts';
import { readSiredo } from '../../data/formats/counts/siredo.ts';
import type { RunResults } from '../../engine/results/tables.ts';
import { run } from '../../engine/run.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { cityDay } from '../../scenarios/validate/city-day.ts';
import { dayChecks } from '../../scenarios/validate/day-checks.ts';
import { compiledPhases } from '../compiled-phases.ts';
import { referenceTwin } from '../reference-twin.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const span = proof ? { fromS: 0, untilS: 86400 } : { fromS: 7 * 3600, untilS: 7.75 * 3600 };

/** Of the vehicles in the network, how many may stand in any minute: in a city in flow they wait at signals and give-way lines, no more. */
const MOST_STANDING = 0.4;

describe(`reference city, ${proof ? '00:00 to 24:00' : '07:00 to 07:45 (reduced; the whole day with npm run proof)'}`, () => {
  let twin: Twin;
  let results: RunResults;
  let plannedDepartures = 0;

  beforeAll(() => {
    twin = referenceTwin();
    const { departS, count } = twin.departures;
    for (let row = 0; row < count; row++) if (departS[row]! >= span.fromS && departS[row]! < span.untilS) plannedDepartures++;
    results = run(twin, { seed: 1, ...span, stepS: 1, untilAllArrived: false, busPriority: true, replay: false, rerouteShare: twin.facts.rerouteShare }, {}, undefined, { compiled: new WebAssembly.Module(compiledPhases()) });
    const { figures } = results;
    console.log(
      `departures ${plannedDepartures}, inserted ${figures.vehiclesInserted}, arrived ${figures.vehiclesArrived}, running at the end ${figures.vehiclesRunning}, ` +
        `waiting to enter ${figures.vehiclesWaitingToEnter}, rescued ${figures.rescued}, collisions ${figures.collisions}, ` +
        `mean travel time ${figures.meanTravelTimeS?.toFixed(1)} s, mean time loss ${figures.meanTimeLossS?.toFixed(1)} s`,
    );
  }, 1_800_000);

  test('nobody touches anybody', () => {
    expect(results.figures.collisions).toBe(0);
  });

  test('no gridlock: in no minute do more than 40 % stand', () => {
    const { count, running, halting, timeS } = results.tables.minutes;
    const stuck = [];
    let worst = 0, busyMinutes = 0;
    for (let row = 0; row < count; row++) {
      if (running[row]! <= 500) continue;
      busyMinutes++;
      worst = Math.max(worst, halting[row]! / running[row]!);
      if (halting[row]! > MOST_STANDING * running[row]!) stuck.push(`${Math.floor(timeS[row]! / 60)} min: ${halting[row]} of ${running[row]} stand`);
    }
    console.log(`at most ${(100 * worst).toFixed(0)} % stand, of ${busyMinutes} minutes with more than 500 vehicles`);
    expect(busyMinutes).toBeGreaterThan(0);
    expect(stuck).toEqual([]);
  });

  test('few are kept waiting outside: at most 2 % of the departures at the end', () => {
    expect(results.figures.vehiclesWaitingToEnter).toBeLessThanOrEqual(0.02 * plannedDepartures);
  });

  test('rescues are the exception: at most 2 in 1,000 departures', () => {
    expect(results.figures.rescued).toBeLessThanOrEqual(0.002 * plannedDepartures);
    expect(results.tables.rescues.count).toBe(results.figures.rescued);
  });

  test('what the validation page asks of a day is kept: no more at any signal than it lets through, and, of a whole day, its course and the count', () => {
    const checks = dayChecks(cityDay(twin, results.tables, results.figures, publishedCounts(twin)));
    console.log(checks.map(({ name, value }) => `${name} ${value.toFixed(3)}`).join(', '));
    expect(checks).toHaveLength(proof ? 9 : 4);
    expect(checks.filter(({ kept }) => !kept)).toEqual([]);
  });

  test('vehicles are conserved', () => {
    const { vehiclesLoaded, vehiclesInserted, vehiclesArrived, vehiclesRunning, vehiclesWaitingToEnter } = results.figures;
    expect(vehiclesInserted).toBe(vehiclesArrived + vehiclesRunning);
    expect(vehiclesLoaded).toBe(vehiclesInserted + vehiclesWaitingToEnter);
  });

  test('planned: about 32,000 vehicles a day at Ahuy, both ways (infos-dijon.com), within 20 %', () => {
    const counted = new Set(ahuyCountLinks(twin));
    const { departures, routes, routeLinks } = twin;
    const passes = (route: number) => routeLinks.link.subarray(routes.firstLink[route]!, routes.firstLink[route]! + routes.linkCount[route]!).some((link) => counted.has(link));
    const routePasses = Array.from({ length: routes.count }, (_, route) => passes(route));
    const vehicles = departures.route.filter((route) => routePasses[route]!).length;
    console.log(`Ahuy: ${vehicles} vehicles planned`);
    expect(vehicles).toBeGreaterThan(32000 * 0.8);
    expect(vehicles).toBeLessThan(32000 * 1.2);
  });

  test('planned: at least 250,000 trips a day', () => {
    console.log(`${twin.departures.count} departures planned`);
    expect(twin.departures.count).toBeGreaterThanOrEqual(250_000);
  });

  describeOnSharedData('beside counted days', () => {
    test('planned: the share of every hour lies within a point and a half of what is counted on a main road of Rennes or on motorways into Marseille', () => {
      const rennes = countedProfile(readFim('fim', readFileSync(sharedPath('08-traffic/rennes_FIM_sample.txt'), 'utf8')).value!.spans).hours;
      const folder = '08-traffic/aixmarseille_siredo';
      const stations = readdirSync(sharedPath(folder)).map((name) => countedProfile(readSiredo(name, readFileSync(sharedPath(`${folder}/${name}`), 'utf8')).value!.spans)).filter(({ missingHours }) => missingHours.length === 0);
      const perHour = new Array<number>(24).fill(0);
      for (const timeS of twin.departures.departS) if (timeS < 86400) perHour[Math.floor(timeS / 3600)]! += 1 / twin.departures.count;
      const off = perHour.map((share, hour) => {
        const marseille = stations.reduce((sum, { hours }) => sum + hours[hour]! / stations.length, 0), least = Math.min(rennes[hour]!, marseille), most = Math.max(rennes[hour]!, marseille);
        return Math.max(0, least - share, share - most);
      });
      console.log(`share by hour outside of what was counted, points: ${off.map((share) => (100 * share).toFixed(1)).join(' ')}`);
      expect(Math.max(...off)).toBeLessThan(0.015);
    });
  });

  test('planned: a morning and an evening peak stand out of the day, and the night is quiet', () => {
    const perHour = new Array<number>(24).fill(0);
    for (const timeS of twin.departures.departS) if (timeS < 86400) perHour[Math.floor(timeS / 3600)]!++;
    console.log(`departures planned by hour: ${perHour.join(' ')}`);
    const most = (fromHour: number, untilHour: number) => Math.max(...perHour.slice(fromHour, untilHour));
    expect(most(7, 9)).toBeGreaterThan(1.2 * most(10, 15));
    expect(most(16, 19)).toBeGreaterThan(1.2 * most(10, 15));
    expect(most(2, 4)).toBeLessThan(0.3 * most(10, 15));
  });

  test.runIf(proof)('simulated: about 32,000 vehicles a day at Ahuy, both ways (infos-dijon.com), within 20 %', () => {
    const counted = new Set(ahuyCountLinks(twin));
    const { count, link, left } = results.tables.links;
    let vehicles = 0;
    for (let row = 0; row < count; row++) if (counted.has(link[row]!)) vehicles += left[row]!;
    console.log(`Ahuy: ${vehicles} vehicles simulated`);
    expect(vehicles).toBeGreaterThan(32000 * 0.8);
    expect(vehicles).toBeLessThan(32000 * 1.2);
  });

  test.runIf(proof)('simulated: a morning and an evening peak stand out of the day', () => {
    const { count, running, timeS } = results.tables.minutes;
    const meanRunning = (fromHour: number, untilHour: number) => {
      let sum = 0, minutes = 0;
      for (let row = 0; row < count; row++) {
        if (timeS[row]! >= fromHour * 3600 && timeS[row]! < untilHour * 3600) { sum += running[row]!; minutes++; }
      }
      return sum / minutes;
    };
    const noon = meanRunning(13, 15);
    expect(meanRunning(7.5, 9)).toBeGreaterThan(1.2 * noon);
    expect(meanRunning(16.5, 18.5)).toBeGreaterThan(1.2 * noon);
    expect(meanRunning(2, 4)).toBeLessThan(0.3 * noon);
  });
});
