// Goal: signals that stand a few cars apart are switched as one: nobody is let onto a stretch that is full or red at its end.
import { describe, expect, test } from 'vitest';
import { checkTwin } from '../../data/build/check-twin.ts';
import { addRoutes } from '../../data/build/demand/add-routes.ts';
import { makeVehicleTypes, vehicleTypeRow } from '../../data/build/demand/vehicle-types.ts';
import { importedFacts } from '../../data/build/imported-facts.ts';
import { buildStreets } from '../../data/build/streets/build-streets.ts';
import { readOsm } from '../../data/formats/osm/read-osm.ts';
import { flatMapAt } from '../../engine/foundation/flat-map.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { run } from '../../engine/run.ts';
import { departLane, departRule, departureColumns } from '../../engine/twin/demand.ts';
import { aspect } from '../../engine/twin/signals.ts';
import { junctionControl } from '../../engine/twin/streets.ts';
import { emptyTwin, type Twin } from '../../engine/twin/twin.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';
import { drawnStreets, oneWay } from './street-building-scenes.ts';

const signals = { control: 'signals' } as const;

//   westbound   f----P----a
//                    |          the two carriageways of a main street, `apartM` from each other
//   eastbound   g----Q----b
const dualCarriageway = (apartM: number) => drawnStreets(
  { a: [400, apartM], P: [0, apartM, signals], f: [-400, apartM], g: [-400, 0], Q: [0, 0, signals], b: [400, 0], n: [0, apartM + 300], s: [0, -300] },
  { 'a-P-f': { ...oneWay(2), class: 'primary' }, 'g-Q-b': { ...oneWay(2), class: 'primary' }, ...Object.fromEntries(['n-P', 'P-Q', 'Q-s'].map((way) => [way, { class: 'tertiary' as const }])) },
);

describe('the crossing of a dual carriageway with a wide median', () => {
  const { twin, by, junction } = dualCarriageway(34);
  const { controllers, intervals, aspects, movements, junctions } = twin;

  test('two junctions, one controller', () => {
    expect(junction('P')).not.toBe(junction('Q'));
    expect(controllers.count).toBe(1);
    expect(junctions.controller[junction('P')]).toBe(junctions.controller[junction('Q')]);
  });

  const green = (interval: number, way: string): boolean => {
    const shown = aspects.shown[intervals.firstAspect[interval]! + movements.signalGroup[by(way)[0]!]!]!;
    return shown === aspect.green || shown === aspect.greenPermissive;
  };
  const all = Array.from({ length: intervals.count }, (_, row) => row);

  test('both carriageways are green at once, and the side street at another time', () => {
    for (const interval of all) expect(green(interval, 'a>P>f')).toBe(green(interval, 'g>Q>b'));
    expect(all.some((interval) => green(interval, 'a>P>f'))).toBe(true);
    expect(all.some((interval) => green(interval, 'a>P>f') && green(interval, 'n>P>Q'))).toBe(false);
  });

  test('who is let onto the stretch between them from the side street finds green at its end', () => {
    for (const interval of all) {
      if (green(interval, 'n>P>Q')) expect(green(interval, 'P>Q>s')).toBe(true);
      if (green(interval, 's>Q>P')) expect(green(interval, 'Q>P>n')).toBe(true);
    }
  });
});

//   cars an hour by way: 900 a direction on the main street, a tenth of them turning left, 250 on the side street, a quarter turning left
const busyHour: [way: string, perHour: number][] = [
  ['a>P>f', 720], ['a>P>n', 90], ['a>P>Q>s', 90], ['g>Q>b', 720], ['g>Q>s', 90], ['g>Q>P>n', 90],
  ['n>P>Q>s', 125], ['n>P>f', 62], ['n>P>Q>b', 62], ['s>Q>P>n', 125], ['s>Q>b', 62], ['s>Q>P>f', 62],
];

test('a busy hour at a wide median: all arrive, nobody has to be moved on, and the loss stays that of one junction', () => {
  const { twin: streets, link } = dualCarriageway(34);
  const twin: Twin = { ...emptyTwin(importedFacts('median', flatMapAt(47, 5))), ...streets, vehicleTypes: makeVehicleTypes() };
  const departures = busyHour.flatMap(([way, perHour], purpose) => {
    const places = way.split('>'), links = places.slice(1).map((to, at) => link(places[at]!, to)), route = addRoutes(twin, links, [links.length]);
    let timeS = 0;
    const timesS = Array.from({ length: perHour }, (_, tick) => (timeS -= Math.log(1 - randomShare(5, purpose, 0, tick)) * (3600 / perHour)));
    return timesS.filter((departS) => departS < 3600).map((departS) => ({
      name: '', vehicleType: vehicleTypeRow.car, route, departS, departLane: departLane.best, departPositionM: departRule.base, departSpeedMps: departRule.max,
      arrivalPositionM: -1, firstHalt: 0, haltCount: 0, trip: -1, after: -1,
    }));
  });
  twin.departures = tableFrom(departureColumns, departures.sort((one, other) => one.departS - other.departS));
  expect(checkTwin(twin).filter(({ severity }) => severity === 'error')).toEqual([]);
  const { figures } = run(twin, { seed: 1, fromS: 0, untilS: 3600, stepS: 1, untilAllArrived: true, busPriority: false, replay: false });
  console.log(`${figures.vehiclesArrived} cars, mean loss ${figures.meanTimeLossS!.toFixed(1)} s, rescued ${figures.rescued}`);
  expect([figures.vehiclesArrived, figures.rescued]).toEqual([twin.departures.count, 0]);
  expect(figures.meanTimeLossS!).toBeLessThan(60);
});

test('with room for a queue between them each junction has its own controller', () => {
  expect(dualCarriageway(90).twin.controllers.count).toBe(2);
});

test('a street of near signals is not one controller without end', () => {
  const places = Object.fromEntries(['A', 'B', 'C', 'D', 'E', 'F'].flatMap((name, at) => [[name, [at * 35, 0, signals] as const], [`n${name}`, [at * 35, 80] as const], [`s${name}`, [at * 35, -80] as const]]));
  const { twin } = drawnStreets({ w: [-100, 0], ...places, e: [275, 0] }, { 'w-A-B-C-D-E-F-e': {}, ...Object.fromEntries(['A', 'B', 'C', 'D', 'E', 'F'].map((name) => [`n${name}-${name}-s${name}`, {}])) });
  expect(twin.junctions.control.filter((control) => control === junctionControl.signals).length).toBe(6);
  expect(twin.controllers.count).toBe(2);
});

describeOnSharedData('on real maps', () => {
  // How many signalised junctions the map has, and how many controllers they make.
  test.each([
    { map: 'badhersfeld_bbox.osm.xml.gz', junctions: 31, controllers: 24 }, { map: 'berlin-siegessaeule.osm.gz', junctions: 5, controllers: 3 },
    { map: 'motis_test_case.osm.pbf', junctions: 17, controllers: 13 },
  ])('$map: $junctions signalised junctions, $controllers controllers, none wider than 80 m', async ({ map, junctions: wanted, controllers: count }) => {
    const { junctions, controllers } = buildStreets((await readOsm(sharedPath(`02-osm/${map}`))).value!.streets);
    const signalised = Array.from({ length: junctions.count }, (_, row) => row).filter((row) => junctions.control[row] === junctionControl.signals);
    expect([signalised.length, controllers.count]).toEqual([wanted, count]);
    for (const one of signalised) {
      for (const other of signalised) {
        if (junctions.controller[one] === junctions.controller[other]) expect(Math.hypot(junctions.xM[one]! - junctions.xM[other]!, junctions.yM[one]! - junctions.yM[other]!)).toBeLessThanOrEqual(80);
      }
    }
  });
});
