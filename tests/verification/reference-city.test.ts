// Goal: the reference city holds what the published figures say, and looks and connects like a city.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkTwin } from '../../data/build/check-twin.ts';
import { applyPlans } from '../../data/build/signals/apply-plans.ts';
import { plansOfTwin } from '../../data/build/signals/plans-of-twin.ts';
import { readPlans } from '../../data/formats/signal-plans/read-plans.ts';
import { writePlans } from '../../data/formats/signal-plans/write-plans.ts';
import type { DemandReport } from '../../data/dijon/demand/add-demand.ts';
import { generateDijonWithReport } from '../../data/dijon/generate.ts';
import { connectedLinks } from '../../engine/paths/connected-links.ts';
import { makeLinkGraph } from '../../engine/paths/link-graph.ts';
import { twinHash, twinToBytes } from '../../engine/twin/bytes.ts';
import { category, junctionControl, roadClass } from '../../engine/twin/streets.ts';
import { transitMode } from '../../engine/twin/transit.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { referenceTwin } from '../reference-twin.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';
import { streetCrossings } from './street-crossings.ts';

let twin: Twin;
let demand: DemandReport;
let cpuS = 0, wallS = 0;

beforeAll(() => {
  const before = process.cpuUsage(), startMs = performance.now();
  ({ twin, demand } = generateDijonWithReport());
  wallS = (performance.now() - startMs) / 1000;
  const { user, system } = process.cpuUsage(before);
  cpuS = (user + system) / 1e6;
}, 300_000);

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((all, value) => all + value, 0);
const median = (values: readonly number[]): number => [...values].sort((one, other) => one - other)[values.length >> 1]!;
const streetsOf = (kind: number): number[] => Array.from(twin.streets.class.keys()).filter((street) => twin.streets.class[street] === kind);
const within = (value: number, expected: number, share: number): void => {
  expect(value).toBeGreaterThanOrEqual(expected * (1 - share));
  expect(value).toBeLessThanOrEqual(expected * (1 + share));
};

describe('generation', () => {
  test('its signal plans, written to a file, read and put back, give the same city', () => {
    const { value, problems } = readPlans('plans.yaml', [...writePlans(plansOfTwin(twin))].join(''));
    expect(problems).toEqual([]);
    expect(twinHash(applyPlans(twin, value!, 'plans.yaml', undefined).value!)).toBe(twinHash(twin));
  });

  test('it gives the same bits every time', { timeout: 300_000 }, () => {
    const hash = twinHash(twin);
    console.log(`reference city generated in ${wallS.toFixed(1)} s, ${cpuS.toFixed(1)} s of processor time, ${(twinToBytes(twin).length / 1e6).toFixed(1)} MB; hash ${hash}`);
    // Beside the one that another process made, if tests before this one needed it.
    expect(twinHash(referenceTwin())).toBe(hash);
  });

  test('the twin passes every check that imported cities must pass', () => {
    expect(checkTwin(twin)).toEqual([]);
  });

  test('every trip of the demand has a way', () => {
    expect(demand.flows.count).toBeGreaterThan(0);
    expect(demand.unreachableTrips).toBe(0);
  });

  test('it says that it is synthetic, and where each figure is from', () => {
    expect(twin.facts.synthetic).toBe(true);
    expect(twin.facts.sources.some(({ synthetic }) => synthetic)).toBe(true);
    for (const { what, from, licence } of twin.facts.sources) for (const text of [what, from, licence]) expect(text).not.toBe('');
  });
});

// Key figures of the connected-city project of Dijon métropole.
describe('equipment', () => {
  test.each([
    ['buses', () => twin.fleet.mode.filter((mode) => mode === transitMode.bus).length, 180],
    ['trams', () => twin.fleet.mode.filter((mode) => mode === transitMode.tram).length, 33],
    ['lines', () => twin.lines.count, 57],
    ['cameras', () => twin.cameras.count, 269],
    ['public buildings', () => twin.buildings.count, 180],
    ['renovated buildings', () => sum(twin.buildings.renovated), 13],
    ['bollard sites', () => twin.bollardSites.count, 26],
    ['geolocated vehicles', () => twin.serviceVehicles.equipment.filter((equipment) => equipment === 0).length, 205],
    ['vehicles with a radio', () => twin.serviceVehicles.equipment.filter((equipment) => equipment === 1).length, 130],
    ['junctions with bus priority', () => sum(twin.controllers.busPriority), 113],
    ['communes', () => twin.communes.count, 24],
    ['control posts', () => twin.controlPosts.count, 1],
  ] as const)('%s', (_, count, expected) => {
    expect(count()).toBe(expected);
  });

  test('at least 140 km of fibre', () => {
    expect(sum(twin.fibres.lengthM) / 1000).toBeGreaterThanOrEqual(140);
  });

  test('at least 34,000 lamps on cabinets, one every 25 to 40 m of street, with height and power before and after', () => {
    const { lamps, streets, cabinets } = twin;
    expect(lamps.count).toBeGreaterThanOrEqual(34000);
    const lampsOn = new Uint32Array(streets.count);
    for (let lamp = 0; lamp < lamps.count; lamp++) {
      lampsOn[lamps.street[lamp]!]!++;
      expect(lamps.cabinet[lamp]).toBeLessThan(cabinets.count);
      expect(lamps.heightM[lamp]).toBeGreaterThan(3);
      expect(lamps.powerBeforeW[lamp]).toBeGreaterThan(lamps.ratedPowerW[lamp]!);
    }
    const measured: string[] = [];
    for (const [name, kind] of Object.entries(roadClass)) {
      const lit = streetsOf(kind).filter((street) => lampsOn[street]! >= 2);
      if (lit.length < 20) continue;
      measured.push(name);
      const spacingM = median(lit.map((street) => streets.lengthM[street]! / lampsOn[street]!));
      console.log(`lamps on ${name} streets: one every ${spacingM.toFixed(1)} m`);
      expect(spacingM).toBeGreaterThan(25);
      expect(spacingM).toBeLessThan(40);
    }
    // Open-country expressways are unlit; tramways and bus roads have no lamps of their own.
    expect(measured).toEqual(['primary', 'secondary', 'tertiary', 'residential', 'footway']);
  });
});

describe('streets', () => {
  test('1,000 to 1,500 km, at least 5,000 junctions, 200 to 400 of them signalised', () => {
    const km = sum(twin.streets.lengthM) / 1000;
    const signalised = twin.junctions.control.filter((control) => control === junctionControl.signals).length;
    console.log(`${km.toFixed(0)} km of streets, ${twin.junctions.count} junctions, ${signalised} with signals`);
    for (const [name, kind] of Object.entries(roadClass)) console.log(`  ${name}: ${(sum(streetsOf(kind).map((street) => twin.streets.lengthM[street]!)) / 1000).toFixed(1)} km`);
    expect(km).toBeGreaterThan(1000);
    expect(km).toBeLessThan(1500);
    expect(twin.junctions.count).toBeGreaterThanOrEqual(5000);
    expect(signalised).toBeGreaterThanOrEqual(200);
    expect(signalised).toBeLessThanOrEqual(400);
  });

  test('no street crosses another without a junction or a bridge', () => {
    expect(streetCrossings(twin)).toEqual([]);
  });

  test('every place that cars may drive to can be reached from every other', () => {
    const graph = makeLinkGraph(twin, category.car);
    const start = Array.from(graph.drivable.keys()).find((link) => graph.drivable[link] === 1 && twin.streets.class[twin.links.street[link]!] === roadClass.tertiary)!;
    const connected = connectedLinks(graph, start);
    // A carriageway over the edge of the map leads in only, or out only: to its other end the network goes on as one.
    const entering: number[][] = Array.from({ length: twin.links.count }, () => []);
    for (let link = 0; link < twin.links.count; link++) for (let row = graph.firstNext[link]!; row < graph.firstNext[link + 1]!; row++) entering[graph.next[row]!]!.push(link);
    const spread = (next: (link: number) => ArrayLike<number>): Set<number> => {
      const found = new Set([start]), queue = [start];
      for (let link = queue.pop(); link !== undefined; link = queue.pop()) for (const other of Array.from(next(link))) if (!found.has(other)) { found.add(other); queue.push(other); }
      return found;
    };
    const onward = spread((link) => graph.next.subarray(graph.firstNext[link]!, graph.firstNext[link + 1]!)), back = spread((link) => entering[link]!);
    const { class: classOf } = twin.streets, { street } = twin.links;
    const leadsOver = (link: number) => classOf[street[link]!]! <= roadClass.trunk && (onward.has(link) || back.has(link));
    const cut: string[] = [];
    for (let link = 0; link < twin.links.count; link++) if (graph.drivable[link] && !connected[link] && !leadsOver(link)) cut.push(twin.links.name[link]!);
    expect(cut).toEqual([]);
  });

  test('centre, boulevards, ring road and villages differ as they do in reality', () => {
    const { junctions, streets, links, communes } = twin;
    const ends = new Uint32Array(junctions.count), seen = new Set<number>();
    for (let link = 0; link < links.count; link++) {
      if (seen.has(links.street[link]!)) continue;
      seen.add(links.street[link]!);
      ends[links.fromJunction[link]!]!++;
      ends[links.toJunction[link]!]!++;
    }
    const rows = Array.from(junctions.control.keys());
    const centre = rows.filter((row) => junctions.xM[row]! * junctions.xM[row]! + junctions.yM[row]! * junctions.yM[row]! < 500 * 500);
    const villages = rows.filter((row) => junctions.commune[row]! >= 0 && communes.population[junctions.commune[row]!]! < 3000);
    const villageKm2 = sum(Array.from(communes.areaKm2).filter((_, commune) => communes.population[commune]! < 3000));
    const crossingsPerKm2 = (of: readonly number[], km2: number) => of.filter((row) => ends[row]! >= 3).length / km2;
    const deadEndShare = (of: readonly number[]) => of.filter((row) => ends[row] === 1).length / of.length;
    const density = { centre: crossingsPerKm2(centre, 0.785), villages: crossingsPerKm2(villages, villageKm2) };
    console.log(`crossings per km²: centre ${density.centre.toFixed(0)}, small communes ${density.villages.toFixed(0)}; dead ends: centre ${(100 * deadEndShare(centre)).toFixed(0)} %, small communes ${(100 * deadEndShare(villages)).toFixed(0)} %`);
    // Medieval towns have 150 to 300 crossings per km²; communes with fields and woods a tenth of that.
    expect(density.centre).toBeGreaterThan(120);
    expect(density.villages).toBeLessThan(30);
    expect(deadEndShare(villages)).toBeGreaterThan(1.5 * deadEndShare(centre));
    const speeds = (title: RegExp) => Array.from(links.street.keys()).filter((link) => title.test(streets.name[links.street[link]!]!));
    const ring = speeds(/^Rocade/), boulevards = speeds(/^Boulevard (Thiers|Carnot|de Strasbourg|Voltaire)/);
    expect(median(ring.map((link) => links.speedLimitMps[link]!))).toBeGreaterThanOrEqual(80 / 3.6);
    expect(median(boulevards.map((link) => links.speedLimitMps[link]!))).toBeCloseTo(50 / 3.6, 1);
    expect(median(boulevards.map((link) => links.laneCount[link]!))).toBeGreaterThanOrEqual(2);
    expect(median(streetsOf(roadClass.residential).map((street) => streets.widthM[street]!))).toBeLessThan(8);
  });
});

describe('public transport', () => {
  // facts/dijon.md: published one-way lengths, km.
  test.each([
    ['T1', 8.5], ['T2', 11.5], ['L3', 10.9], ['L4', 8.6], ['L5', 10.2], ['L6', 12.4], ['L7', 7.3], ['L8', 9.9], ['L9', 8.9], ['Corol', 15.9], ['City', 4.2],
  ] as const)('%s is about %f km long', (name, km) => {
    within(twin.lines.lengthM[twin.lines.name.indexOf(name)]! / 1000, km, 0.1);
  });

  test('about 1,086 stops', () => {
    console.log(`${twin.stops.count} stops`);
    within(twin.stops.count, 1086, 0.1);
  });

  test('183,000 rides a day, half of them by tram, for whom there is room; nobody waits where a line ends', () => {
    const { lineStops, ridingQuarters, lines, trips, departures, interiors } = twin, rides = [0, 0];
    for (let row = 0; row < lineStops.count; row++) {
      // What of the day's profile lies within the service of the stop.
      let share = 0;
      for (let timeS = lineStops.fromS[row]!; timeS < lineStops.untilS[row]!; timeS += 60) share += ridingQuarters.dayShare[Math.floor(timeS / 900) % 96]! * Math.min(60, lineStops.untilS[row]! - timeS) / 900;
      rides[lines.mode[lineStops.line[row]!] === transitMode.tram ? 1 : 0]! += lineStops.dayPeopleCount[row]! * share;
    }
    let places = 0;
    for (let trip = 0; trip < trips.count; trip++) places += interiors.capacityCount[Array.from(interiors.vehicleType).indexOf(departures.vehicleType[trips.departure[trip]!]!)]!;
    console.log(`rides by bus ${Math.round(rides[0]!)}, by tram ${Math.round(rides[1]!)}; ${places} places offered from end to end`);
    expect(Math.abs(rides[0]! / 91_500 - 1)).toBeLessThan(0.01);
    expect(Math.abs(rides[1]! / 91_500 - 1)).toBeLessThan(0.01);
    expect(places).toBeGreaterThan(183_000);
    for (let trip = 0; trip < trips.count; trip++) {
      const last = twin.calls.lineStop[trips.firstCall[trip]! + trips.callCount[trip]! - 1]!;
      expect(lineStops.dayPeopleCount[last]).toBe(0);
    }
  });

  test('95 to 120 buses at the peak of the weekday; no vehicle in two places', () => {
    const { blocks } = twin;
    const out = (timeS: number) => Array.from(blocks.mode.keys()).filter((block) => blocks.mode[block] === transitMode.bus && blocks.startS[block]! <= timeS && timeS < blocks.endS[block]!).length;
    const most = Math.max(...Array.from({ length: 24 * 12 }, (_, step) => out(step * 300)));
    console.log(`${most} buses at the peak`);
    expect(most).toBeGreaterThanOrEqual(95);
    expect(most).toBeLessThanOrEqual(120);
    const byVehicle = new Map<number, number[]>();
    for (let block = 0; block < blocks.count; block++) byVehicle.set(blocks.vehicle[block]!, [...(byVehicle.get(blocks.vehicle[block]!) ?? []), block]);
    for (const own of byVehicle.values()) {
      own.sort((one, other) => blocks.startS[one]! - blocks.startS[other]!);
      for (let index = 1; index < own.length; index++) expect(blocks.startS[own[index]!]).toBeGreaterThanOrEqual(blocks.endS[own[index - 1]!]!);
    }
  });

  test('the junctions with priority lie along lines 3 to 7 and Corol', () => {
    const { lines, trips, departures, routes, routeLinks, links, junctions, controllers } = twin;
    const passed = new Set<number>();
    for (let trip = 0; trip < trips.count; trip++) {
      if (!['L3', 'L4', 'L5', 'L6', 'L7', 'Corol'].includes(lines.name[trips.line[trip]!]!)) continue;
      const route = departures.route[trips.departure[trip]!]!;
      for (let row = routes.firstLink[route]!; row < routes.firstLink[route]! + routes.linkCount[route]!; row++) passed.add(junctions.controller[links.toJunction[routeLinks.link[row]!]!]!);
    }
    for (let controller = 0; controller < controllers.count; controller++) if (controllers.busPriority[controller]) expect(passed.has(controller)).toBe(true);
  });
});

// Municipal population 2023 (INSEE). Neuilly-lès-Dijon and Crimolois are published as one commune of 3,588.
const populationOf2023: Readonly<Record<string, number>> = {
  'Dijon': 161830, 'Chenôve': 14244, 'Talant': 11896, 'Chevigny-Saint-Sauveur': 11108, 'Fontaine-lès-Dijon': 9252, 'Quetigny': 8971, 'Longvic': 8896,
  'Saint-Apollinaire': 7544, 'Marsannay-la-Côte': 5433, 'Neuilly-lès-Dijon': 2000, 'Crimolois': 1588, 'Plombières-lès-Dijon': 2497,
  'Perrigny-lès-Dijon': 2385, 'Sennecey-lès-Dijon': 2151, 'Ahuy': 1718, 'Fénay': 1708, 'Daix': 1515, 'Ouges': 1402, 'Hauteville-lès-Dijon': 1195,
  'Bressey-sur-Tille': 1096, 'Bretenière': 959, 'Magny-sur-Tille': 874, 'Corcelles-les-Monts': 684, 'Flavignerot': 232,
};

test('every commune has its published population', () => {
  const { name, population, count } = twin.communes;
  expect(Object.fromEntries(Array.from({ length: count }, (_, row) => [name[row]!, population[row]!]))).toEqual(populationOf2023);
});

describeOnSharedData('communes against their published outlines', () => {
  interface Feature { properties: { insee: string; nom: string; area_km2: number; lat: number; lon: number } }
  test('position and density within 10 % of the published ones', () => {
    const { features } = JSON.parse(readFileSync(sharedPath('01-dijon/derived/dijon-metropole-communes.geojson'), 'utf8')) as { features: Feature[] };
    const { communes, points, facts } = twin;
    expect(features.length).toBe(communes.count);
    for (const { properties: { insee, nom, area_km2: areaKm2, lat, lon } } of features) {
      const row = communes.code.indexOf(insee);
      expect(communes.name[row]).toBe(nom);
      expect(Math.abs(communes.xM[row]! / facts.metresPerDegreeEast + facts.originLongitudeDeg - lon)).toBeLessThan(0.001);
      expect(Math.abs(communes.yM[row]! / facts.metresPerDegreeNorth + facts.originLatitudeDeg - lat)).toBeLessThan(0.001);
      let twice = 0;
      const first = communes.firstPoint[row]!, count = communes.pointCount[row]!;
      for (let at = 0; at < count; at++) {
        const one = first + at, other = first + ((at + 1) % count);
        twice += points.xM[one]! * points.yM[other]! - points.xM[other]! * points.yM[one]!;
      }
      within(communes.population[row]! / (Math.abs(twice) / 2e6), populationOf2023[nom]! / areaKm2, 0.1);
    }
    expect(sum(communes.population)).toBe(261178);
  });
});
