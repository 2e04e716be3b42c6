// Goal: real inventories come in as they are: every row is a lamp or is told, technologies and watts are those that another program counts, lamps stand where their town is.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, expect, test } from 'vitest';
import { checkTwin } from '../../data/build/check-twin.ts';
import { importOsm } from '../../data/build/from-osm.ts';
import { addInventory, cityOfLamps } from '../../data/build/lamps/from-inventory.ts';
import type { LampMapping } from '../../data/formats/inventory/mapping-schema.ts';
import { readInventory } from '../../data/formats/inventory/read-inventory.ts';
import { readMapping } from '../../data/formats/inventory/read-mapping.ts';
import { lampTechnology } from '../../engine/twin/photometry.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { referenceTwin } from '../reference-twin.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';

function mapping(text: string): LampMapping {
  const { value, problems } = readMapping('map.yaml', `format: jumeau lamp mapping\nversion: 1\n${text}`);
  expect(problems).toEqual([]);
  return value!;
}

/** Lamps of a twin by technology. */
function byTechnology({ lamps, luminaires }: ReadingTwin): Record<string, number> {
  const names = Object.fromEntries(Object.entries(lampTechnology).map(([name, code]) => [code, name]));
  const counts: Record<string, number> = {};
  for (let lamp = 0; lamp < lamps.count; lamp++) {
    const name = lamps.luminaire[lamp]! < 0 ? 'not said' : names[luminaires.technology[lamps.luminaire[lamp]!]!]!;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

async function rowsOf(sql: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:'), connection = await instance.connect();
  try {
    return (await (await connection.run(sql)).getRowObjectsJson()) as Record<string, unknown>[];
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const WASHINGTON = `source: { from: District of Columbia, licence: CC BY 4.0 }
crs: EPSG:4326
place: { x: XCOORD, y: YCOORD }
columns:
  name: STREETLIGHTID
  technology:
    column: LIGHTTYPE_DESC
    values: { HPS-High Pressure Sodium: highPressureSodium, LED-Light Emitting Diode: led, MH-Metal Halide: metalHalide, MV-Mercury Vapor: mercury, INC-Incandescent: incandescent }
  power: { column: WATTAGE1, of: lamp }
  height: { column: POLEHEIGHT_DESC }
  colourTemperature: CCT_DESC
  lampsHere: NUMBERLIGHTS
  street: STREETNAME
unknown: [N/A]
`;

describeOnSharedData('street lights of Washington, CSV', () => {
  const path = sharedPath('05-lights-other/washington-dc-streetlights.csv'), source = `read_csv('${path}', all_varchar = true, header = true)`;

  test('lamps by technology, watts and heights are those that SQL counts in the file', async () => {
    const { value: lamps, problems } = await readInventory(path, mapping(WASHINGTON));
    expect(problems).toEqual([]);
    const { twin } = cityOfLamps('washington', { file: path, lamps: lamps!, mapping: mapping(WASHINGTON) });
    const counted = await rowsOf(`select LIGHTTYPE_DESC as kind, sum(NUMBERLIGHTS::int) as lamps from ${source} group by 1`);
    const kinds: Record<string, string> = { 'HPS-High Pressure Sodium': 'highPressureSodium', 'LED-Light Emitting Diode': 'led', 'MH-Metal Halide': 'metalHalide', 'MV-Mercury Vapor': 'mercury', 'INC-Incandescent': 'incandescent' };
    const expected = Object.fromEntries(counted.map(({ kind, lamps: count }) => [kinds[String(kind)]!, Number(count)]));
    console.log(`Washington: ${twin.lamps.count} lamps on ${new Set(lamps!.map(({ row }) => row)).size} columns, ${JSON.stringify(byTechnology(twin))}`);
    expect(byTechnology(twin)).toEqual(expected);
    const [led] = await rowsOf(`select sum(NUMBERLIGHTS::int * WATTAGE1::double) as watts from ${source} where LIGHTTYPE_DESC like 'LED%'`);
    const [tall] = await rowsOf(`select sum(NUMBERLIGHTS::int) as lamps from ${source} where POLEHEIGHT_DESC = '30 ft'`);
    const rows = Array.from({ length: twin.lamps.count }, (_, row) => row);
    const isLed = (row: number): boolean => twin.luminaires.technology[twin.lamps.luminaire[row]!] === lampTechnology.led;
    expect(rows.filter(isLed).reduce((sum, row) => sum + twin.lamps.ratedPowerW[row]!, 0)).toBe(Number(led!['watts']));
    expect(rows.filter((row) => twin.lamps.heightM[row] === Math.fround(9.144))).toHaveLength(Number(tall!['lamps']));
    expect(checkTwin(twin).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('lamps lie in their box, every cabinet feeds at most 60 of them', async () => {
    const { value: lamps } = await readInventory(path, mapping(WASHINGTON));
    const { twin } = cityOfLamps('washington', { file: path, lamps: lamps!, mapping: mapping(WASHINGTON) });
    const [box] = await rowsOf(`select min(XCOORD::double) as west, max(XCOORD::double) as east, min(YCOORD::double) as south, max(YCOORD::double) as north from ${source}`);
    const { metresPerDegreeEast, metresPerDegreeNorth } = twin.facts, span = (values: Float64Array): number => Math.max(...values) - Math.min(...values);
    expect(span(twin.lamps.xM)).toBeCloseTo((Number(box!['east']) - Number(box!['west'])) * metresPerDegreeEast, 2);
    expect(span(twin.lamps.yM)).toBeCloseTo((Number(box!['north']) - Number(box!['south'])) * metresPerDegreeNorth, 2);
    const fed = new Map<number, number>();
    for (const cabinet of twin.lamps.cabinet) fed.set(cabinet, (fed.get(cabinet) ?? 0) + 1);
    expect(Math.max(...fed.values())).toBeLessThanOrEqual(60);
    expect(fed.size).toBe(twin.cabinets.count);
  });
});

// POSGAR 98, zone 4: EPSG:22174.
const JESUS_MARIA = `definition: +proj=tmerc +lat_0=-90 +lon_0=-63 +k=1 +x_0=4500000 +y_0=0 +ellps=GRS80 +units=m +no_defs
columns: { name: valorunico, technology: { column: tipo, values: { SODIO: highPressureSodium, LED: led } } }
leaveOut: [{ column: tipo, values: [POSTACION SIN ALUMBRADO] }]
`;

describeOnSharedData('street lights of Jesús María, GeoJSON in EPSG:22174', () => {
  const path = sharedPath('05-lights-other/Jesus_Maria_Luminarias_Postacion.geojson');

  test('every feature is a lamp of the technology that the text of the file counts, or a column without light that is told', async () => {
    const { value: lamps, problems } = await readInventory(path, mapping(JESUS_MARIA));
    const { twin } = cityOfLamps('jesus-maria', { file: path, lamps: lamps!, mapping: mapping(JESUS_MARIA) });
    const text = readFileSync(path, 'utf8'), times = (tipo: string): number => text.split(`"tipo": "${tipo}"`).length - 1;
    console.log(`Jesús María: ${twin.lamps.count} lamps, ${JSON.stringify(byTechnology(twin))}; left out: ${problems.map(({ parameters }) => parameters['count']).join()}`);
    expect(byTechnology(twin)).toEqual({ highPressureSodium: times('SODIO'), led: times('LED') });
    expect(problems.map(({ code, parameters }) => [code, parameters['count']])).toEqual([['lamps-rows-left-out', times('POSTACION SIN ALUMBRADO')]]);
  });

  test('the town lies in the province of Córdoba, and lamps as far apart as in the plane of their file', async () => {
    const { value: lamps } = await readInventory(path, mapping(JESUS_MARIA));
    const { twin } = cityOfLamps('jesus-maria', { file: path, lamps: lamps!, mapping: mapping(JESUS_MARIA) });
    // Jesús María: 30 degrees 59 minutes south, 64 degrees 6 minutes west (IGN of Argentina).
    expect(Math.hypot(twin.facts.originLatitudeDeg + 30.983, twin.facts.originLongitudeDeg + 64.1)).toBeLessThan(0.05);
    const features = (JSON.parse(readFileSync(path, 'utf8')) as { features: { properties: { valorunico: string }; geometry: { coordinates: [number, number] } }[] }).features;
    const planeOf = new Map(features.map(({ properties, geometry }) => [properties.valorunico, geometry.coordinates]));
    for (let lamp = 100; lamp < twin.lamps.count; lamp += 97) {
      const [fromX, fromY] = planeOf.get(twin.lamps.name[lamp]!)!, [toX, toY] = planeOf.get(twin.lamps.name[lamp - 100]!)!;
      const planeM = Math.hypot(toX - fromX, toY - fromY), flatM = Math.hypot(twin.lamps.xM[lamp]! - twin.lamps.xM[lamp - 100]!, twin.lamps.yM[lamp]! - twin.lamps.yM[lamp - 100]!);
      // 103 km from the middle meridian of its zone the plane is 0.013 % too long; the flat map is good to 0.2 % (decision 0006).
      expect(Math.abs(flatM - planeM)).toBeLessThan(0.002 * planeM + 0.01);
    }
  });

  test('the system that the file names is not known by its code alone, and the answer says what to add', async () => {
    const { problems } = await readInventory(path, mapping('columns: { name: valorunico }\n'));
    expect(problems.map(({ code, parameters }) => [code, parameters['crs']])).toEqual([['lamps-unknown-crs', 'EPSG:22174']]);
  });
});

describeOnSharedData('lamps of OpenStreetMap in Neukölln', () => {
  const path = sharedPath('02-osm/neukolln.osm');

  test('as many as the file has, each lighting the street beside it, and lit streets for the lamps', async () => {
    const { value: twin } = await importOsm(path);
    const tagged = readFileSync(path, 'utf8').split('k="highway" v="street_lamp"').length - 1;
    const lit = [...twin!.lamps.street].filter((street) => street >= 0).length;
    console.log(`Neukölln: ${twin!.lamps.count} lamps, ${lit} of them within 40 m of a street, ${twin!.litStreets.count} lit streets`);
    expect(twin!.lamps.count).toBe(tagged);
    expect(twin!.litStreets.count).toBe(new Set([...twin!.lamps.street].filter((street) => street >= 0)).size);
  });

  test('an inventory takes the place of the lamps of the map, and finds the street that it names', async () => {
    const { value: twin } = await importOsm(path);
    const { lamps, facts } = twin!, street = lamps.street.find((row) => row >= 0 && twin!.streets.name[row] !== '')!;
    const place = (row: number) => ({ longitudeDeg: facts.originLongitudeDeg + lamps.xM[row]! / facts.metresPerDegreeEast, latitudeDeg: facts.originLatitudeDeg + lamps.yM[row]! / facts.metresPerDegreeNorth });
    const row = lamps.street.indexOf(street);
    const told = addInventory(twin!, { file: 'own.csv', mapping: mapping('columns: {}\n'), lamps: [{ row: 2, where: 'own.csv: line 2', name: 'x', ...place(row), cabinet: 'K7', zone: 'yard', street: twin!.streets.name[street]!.toUpperCase() }] });
    expect(told).toEqual([]);
    expect([twin!.lamps.count, twin!.streets.name[twin!.lamps.street[0]!], twin!.cabinets.name[0], twin!.lightingZones.name[0], twin!.litStreets.count]).toEqual([1, twin!.streets.name[street], 'K7', 'yard', 1]);
    expect(checkTwin(twin!).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

const folder = mkdtempSync(join(tmpdir(), 'jumeau-inventory-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The lamps of a city as an office would keep them. */
function inventoryOf({ facts, lamps, cabinets, lightingZones, streets }: ReadingTwin): string {
  const lines = Array.from({ length: lamps.count }, (_, row) => [
    lamps.name[row], (facts.originLongitudeDeg + lamps.xM[row]! / facts.metresPerDegreeEast).toFixed(9), (facts.originLatitudeDeg + lamps.yM[row]! / facts.metresPerDegreeNorth).toFixed(9),
    cabinets.name[lamps.cabinet[row]!], lightingZones.name[lamps.zone[row]!], `"${(lamps.street[row]! < 0 ? '' : streets.name[lamps.street[row]!]!).replaceAll('"', '""')}"`, lamps.ratedPowerW[row], lamps.heightM[row],
  ].join(','));
  return ['name,lon,lat,cabinet,zone,street,watts,height', ...lines].join('\n');
}

// Full size: the reference city, 34,200 lamps; reduced: lamps of a map.
const isFull = process.env['JUMEAU_PROOF'] === '1';
describeOnSharedData('an inventory written from a city', () => {
  test('brought back onto its city, every lamp has its place, street, cabinet, zone and watts again', { timeout: 120_000 }, async () => {
    const before: Twin = isFull ? referenceTwin() : (await importOsm(sharedPath('02-osm/neukolln.osm'))).value!;
    const path = join(folder, 'own.csv'), by = mapping('crs: EPSG:4326\nplace: { x: lon, y: lat }\ncolumns: { name: name, cabinet: cabinet, zone: zone, street: street, power: { column: watts, of: system }, height: { column: height } }\n');
    writeFileSync(path, inventoryOf(before));
    const { value: lamps, problems } = await readInventory(path, by), after: Twin = { ...before, facts: { ...before.facts } };
    expect(problems).toEqual([]);
    addInventory(after, { file: path, lamps: lamps!, mapping: by });
    const told = (twin: ReadingTwin): unknown[] => Array.from({ length: twin.lamps.count }, (_, row) => {
      const { name, street, cabinet, zone, ratedPowerW, heightM } = twin.lamps;
      return [name[row], street[row], twin.cabinets.name[cabinet[row]!], twin.lightingZones.name[zone[row]!], ratedPowerW[row], heightM[row]];
    });
    expect(told(after)).toEqual(told(before));
    for (let row = 0; row < before.lamps.count; row++) expect(Math.hypot(after.lamps.xM[row]! - before.lamps.xM[row]!, after.lamps.yM[row]! - before.lamps.yM[row]!)).toBeLessThan(0.002);
    console.log(`${before.facts.name}: ${before.lamps.count} lamps written as an inventory and brought back, all in their streets and cabinets`);
  });
});
