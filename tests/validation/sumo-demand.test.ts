// Goal: nobody is lost: every vehicle, trip and bus of every SUMO scenario stands in the twin with its time, kind, way and stops.
import { beforeAll, describe, expect, test } from 'vitest';
import { importSumo } from '../../data/build/from-sumo.ts';
import { nodeFiles } from '../../data/formats/sumo/node-files.ts';
import { carFollowing } from '../../engine/twin/demand.ts';
import { category } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';
import { elements, tags, textOf, type Attributes } from './sumo-net-reader.ts';

interface Scenario { title: string; folder: string; net: string; additional: string[]; routes: string[]; departures: number }

const scenarios: Scenario[] = [
  { title: 'Bologna acosta', folder: 'bologna-acosta', net: 'acosta_buslanes.net.xml', departures: 8779,
    additional: ['acosta_vtypes.add.xml', 'acosta_detectors.add.xml', 'acosta_bus_stops.add.xml', 'acosta_tls.add.xml'], routes: ['acosta.rou.xml', 'acosta_busses.rou.xml'] },
  { title: 'grid, 4,000 vehicles', folder: 'grid', net: 'grid12.net.xml.gz', additional: [], routes: ['g12_4000.rou.xml.gz'], departures: 4000 },
  { title: 'grid, 8,000 vehicles', folder: 'grid', net: 'grid12.net.xml.gz', additional: [], routes: ['g12_8000.rou.xml.gz'], departures: 8000 },
  { title: 'Wildau', folder: 'wildau', net: 'Netzmodell2.net.xml.gz', additional: [], routes: ['osm.passenger.rou.xml'], departures: 3556 },
  { title: 'RESCO Cologne 1', folder: 'resco-cologne1', net: 'cologne1.net.xml', additional: [], routes: ['cologne1.rou.xml'], departures: 2015 },
  { title: 'Bad Hersfeld with its buses', folder: 'bad-hersfeld', net: 'osm_edited.net.xml.gz',
    additional: ['gtfs_publictransport.add.xml.gz', 'pt_vtypes.xml'], routes: ['gtfs_publictransport.rou.xml.gz', 'r3000.rou.xml.gz'], departures: 3457 },
];

/** The scenarios that their makers' scripts write: a queue at one signal, and cars and buses at a crossing with actuated signals. */
const drawn = {
  signal: '<routes><vType id="car" length="5" minGap="2.5" accel="2.6" decel="4.5" tau="1.0" sigma="0.5" speedFactor="normc(1,0.1,0.2,2)"/>'
    + `${Array.from({ length: 1500 }, (_, id) => `<vehicle id="${id}" type="car" depart="${id}.00" departLane="0" departPos="base" departSpeed="max"><route edges="in out"/></vehicle>`).join('')}</routes>`,
  priority: '<routes><vType id="car" length="5" minGap="2.5" accel="2.6" decel="4.5" sigma="0.5"/><vType id="bus" vClass="bus" sigma="0.5" accel="1.2" decel="4"/>'
    + `${Array.from({ length: 400 }, (_, id) => `<vehicle id="${id}" type="${id % 20 === 0 ? 'bus' : 'car'}" depart="${id * 9}.00" departLane="best" departSpeed="max"><route edges="${['WC CE', 'EC CW', 'NC CS', 'SC CN'][id % 4]}"/></vehicle>`).join('')}</routes>`,
};

const withoutComments = (text: string): string => text.replaceAll(/<!--[\s\S]*?-->/g, '');

interface Wanted { own: Attributes; edges: string | undefined; stops: Attributes[] }

/** Everyone who drives, from the text of the files alone: with the way and the stops of the own route or of the one named. */
function wantedFrom(texts: readonly string[]): Map<string, Wanted> {
  const named = new Map(texts.flatMap((text) => elements(text, 'route')).filter(({ own }) => own['id'] !== undefined).map(({ own, inner }) => [own['id']!, { edges: own['edges']!, stops: tags(inner, 'stop') }]));
  const vehicles = texts.flatMap((text) => elements(text, 'vehicle')).map(({ own, inner }): Wanted => {
    const route = own['route'] === undefined ? { edges: tags(inner, 'route')[0]!['edges']!, stops: [] } : named.get(own['route'])!;
    return { own, edges: route.edges, stops: [...route.stops, ...tags(inner, 'stop')] };
  });
  const trips = texts.flatMap((text) => elements(text, 'trip')).map(({ own }): Wanted => ({ own, edges: undefined, stops: [] }));
  return new Map([...vehicles, ...trips].map((wanted) => [wanted.own['id']!, wanted]));
}

const wayOf = ({ departures, routes, routeLinks, links }: Twin, row: number): string => {
  const route = departures.route[row]!, first = routes.firstLink[route]!;
  return Array.from({ length: routes.linkCount[route]! }, (_, at) => links.name[routeLinks.link[first + at]!]).join(' ');
};

describeOnSharedData('the demand of SUMO scenarios of others', () => {
  describe.each(scenarios)('$title', ({ folder, net, additional, routes, departures: count }) => {
    let twin: Twin, texts: string[], wanted: Map<string, Wanted>;
    beforeAll(async () => {
      const path = (name: string): string => sharedPath(`11-sumo-scenarios/${folder}/${name}`);
      const imported = await importSumo({ net: path(net), additional: additional.map(path), routes: routes.map(path) }, nodeFiles);
      expect(imported.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      twin = imported.value!;
      texts = [...additional, ...routes].map((name) => withoutComments(textOf(path(name))));
      wanted = wantedFrom(texts);
    });

    test(`all ${count} vehicles, each with its time and way`, () => {
      const { departures } = twin;
      expect(departures.count).toBe(count);
      expect([...departures.name].sort()).toEqual([...wanted.keys()].sort());
      const wrong: string[] = [];
      for (let row = 0; row < departures.count; row++) {
        const { own, edges } = wanted.get(departures.name[row]!)!, way = wayOf(twin, row);
        const links = way.split(' '), isTheirWay = edges === undefined ? links[0] === own['from'] && links.at(-1) === own['to'] : way === edges;
        if (departures.departS[row] !== Number(own['depart']) || !isTheirWay) wrong.push(departures.name[row]!);
      }
      expect(wrong).toEqual([]);
    });

    test('each with its kind: the type it names, or one of the distribution', () => {
      const { departures, vehicleTypes } = twin;
      const members = new Map(texts.flatMap((text) => elements(text, 'vTypeDistribution')).map(({ own, inner }) => [own['id']!, tags(inner, 'vType').map(({ id }) => id!)]));
      const wrong = Array.from({ length: departures.count }, (_, row) => row).filter((row) => {
        const type = wanted.get(departures.name[row]!)!.own['type'] ?? 'DEFAULT_VEHTYPE';
        return !(members.get(type) ?? [type]).includes(vehicleTypes.name[departures.vehicleType[row]!]!);
      });
      expect(wrong).toEqual([]);
    });

    test('every type as the file states it, SUMO’s Krauss model with sigma 0.5, tau 1 s and a speed deviation of 0.1 where it does not', () => {
      const { vehicleTypes } = twin;
      const given = new Map(texts.flatMap((text) => tags(text, 'vType')).map((own) => [own['id']!, own]));
      for (let row = 0; row < vehicleTypes.count; row++) {
        const own = given.get(vehicleTypes.name[row]!) ?? {};
        const stated = { lengthM: 'length', minGapM: 'minGap', accelerationMps2: 'accel', decelerationMps2: 'decel', maxSpeedMps: 'maxSpeed', headwayS: 'tau', imperfectionShare: 'sigma', speedFactorDeviation: 'speedDev' } as const;
        for (const [column, attribute] of Object.entries(stated)) if (own[attribute] !== undefined) expect([own['id'], column, vehicleTypes[column as keyof typeof stated][row]]).toEqual([own['id'], column, Number(own[attribute])]);
        expect(vehicleTypes.carFollowing[row]).toBe(carFollowing.krauss);
        if (own['tau'] === undefined) expect(vehicleTypes.headwayS[row]).toBe(1);
        if (own['sigma'] === undefined && vehicleTypes.category[row] !== category.tram) expect(vehicleTypes.imperfectionShare[row]).toBe(0.5);
        if (own['speedDev'] === undefined && vehicleTypes.category[row] === category.car) expect(vehicleTypes.speedFactorDeviation[row]).toBe(0.1);
      }
    });

    test('every stop on the way, with the time standing and the timetable', () => {
      const { departures, halts, stops } = twin;
      for (let row = 0; row < departures.count; row++) {
        const { own, stops: served } = wanted.get(departures.name[row]!)!;
        const rows = Array.from({ length: departures.haltCount[row]! }, (_, at) => departures.firstHalt[row]! + at);
        expect(rows.map((halt) => [stops.code[halts.stop[halt]!], halts.dwellS[halt], halts.untilS[halt]]))
          .toEqual(served.map(({ busStop, duration, until }) => [busStop, Number(duration ?? 0), until === undefined ? -1 : Number(until) + (own['route'] === undefined ? 0 : Number(own['depart']))]));
      }
    });

    test('every vehicle that serves a line is a trip of it, with its timetable', () => {
      const { departures, trips, lines, calls, stops } = twin, withLine = [...wanted.values()].filter(({ own }) => own['line'] !== undefined);
      expect(trips.count).toBe(withLine.length);
      expect(new Set(lines.name)).toEqual(new Set(withLine.map(({ own }) => own['line']!.split('_')[0])));
      for (let trip = 0; trip < trips.count; trip++) {
        const { own, stops: served } = wanted.get(departures.name[trips.departure[trip]!]!)!;
        expect([lines.name[trips.line[trip]!], departures.trip[trips.departure[trip]!]]).toEqual([own['line']!.split('_')[0], trip]);
        const called = Array.from({ length: trips.callCount[trip]! }, (_, at) => trips.firstCall[trip]! + at);
        expect(called.map((call) => [stops.code[calls.stop[call]!], calls.departS[call]])).toEqual(served.map(({ busStop, until }) => [busStop, Number(until) + Number(own['depart'])]));
      }
    });

    test('every detector at its place', () => {
      const loops = texts.flatMap((text) => [...tags(text, 'e1Detector'), ...tags(text, 'inductionLoop')]);
      const { detectors, links, lanes } = twin;
      const known = new Map(Array.from({ length: detectors.count }, (_, row) => [detectors.name[row]!, row]));
      for (const { id, lane, pos, freq } of loops) {
        const row = known.get(id!)!, at = detectors.lane[row]!, link = lanes.link[at]!;
        expect([`${links.name[link]}_${at - links.firstLane[link]!}`, detectors.positionM[row], detectors.intervalS[row]]).toEqual([lane, Number(pos), Number(freq)]);
      }
      expect(Array.from(detectors.intervalS).filter((intervalS) => intervalS > 0).length).toBe(loops.length);
    });
  });

  test.each([
    { title: 'a queue at one signal', net: 'signal-unit/n.net.xml', routes: drawn.signal, additional: '<additional><tlLogic id="b" type="static" programID="x" offset="0"><phase duration="42" state="G"/><phase duration="3" state="y"/><phase duration="45" state="r"/></tlLogic><e1Detector id="e" lane="in_0" pos="1000" freq="60" file="e1.xml"/></additional>',
      vehicles: 1500, warnings: ['sumo-unknown-place'] },
    { title: 'cars and buses at a crossing', net: 'tsp-unit/n.net.xml', routes: drawn.priority, additional: '<additional><tlLogic id="C" type="actuated" programID="x" offset="0"><phase duration="42" minDur="8" maxDur="60" state="rrGGrrGG"/><phase duration="3" state="rryyrryy"/><phase duration="42" minDur="8" maxDur="60" state="GGrrGGrr"/><phase duration="3" state="yyrryyrr"/></tlLogic><inductionLoop id="bWC0" lane="WC_0" pos="-150" freq="100000" vTypes="bus" file="NUL"/></additional>',
      vehicles: 400, warnings: ['sumo-attribute-not-applied', 'sumo-unknown-place'] },
  ])('$title, as its script writes it', async ({ net, routes, additional, vehicles, warnings }) => {
    const access = { open: (path: string) => (path === 'cars' || path === 'signals' ? inMemory(path === 'cars' ? routes : additional) : nodeFiles.open(path)) };
    const { value, problems } = await importSumo({ net: sharedPath(`11-sumo-scenarios/${net}`), routes: ['cars'], additional: ['signals'] }, access);
    expect([...new Set(problems.map(({ code }) => code))].sort()).toEqual(warnings);
    expect(value!.departures.count).toBe(vehicles);
    expect(value!.controllers.count).toBe(1);
  });
});

async function* inMemory(text: string): AsyncGenerator<Uint8Array> { yield Buffer.from(text); }
