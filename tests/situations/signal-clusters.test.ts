// Goal: signals that stand a few cars apart are switched as one: nobody is let onto a stretch that is full or red at its end.
import { describe, expect, test } from 'vitest';
import { buildStreets } from '../../data/build/streets/build-streets.ts';
import { readOsm } from '../../data/formats/osm/read-osm.ts';
import { aspect } from '../../engine/twin/signals.ts';
import { junctionControl } from '../../engine/twin/streets.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';
import { drawnStreets, oneWay } from './street-building-scenes.ts';

const signals = { control: 'signals' } as const;

//   westbound   f----P----a
//                    |          the two carriageways of a main street, `apartM` from each other
//   eastbound   g----Q----b
const dualCarriageway = (apartM: number) => drawnStreets(
  { a: [150, apartM], P: [0, apartM, signals], f: [-150, apartM], g: [-150, 0], Q: [0, 0, signals], b: [150, 0], n: [0, apartM + 100], s: [0, -100] },
  { 'a-P-f': { ...oneWay(2), class: 'primary' }, 'g-Q-b': { ...oneWay(2), class: 'primary' }, 'n-P': {}, 'P-Q': {}, 'Q-s': {} },
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
    { map: 'badhersfeld_bbox.osm.xml.gz', junctions: 32, controllers: 24 }, { map: 'berlin-siegessaeule.osm.gz', junctions: 5, controllers: 3 },
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
