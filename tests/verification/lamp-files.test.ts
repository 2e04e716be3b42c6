// Goal: the same lamps come out of CSV, GeoJSON and Shapefile; units, commas and encodings are read as written; every row left out or doubted is told.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// @ts-expect-error It comes without types of its present version.
import { getShapefile } from 'shpjs';
import { afterAll, expect, test } from 'vitest';
import { addInventory, cityOfLamps } from '../../data/build/lamps/from-inventory.ts';
import { consumedW } from '../../data/build/lamps/typical-lamps.ts';
import { checkTwin } from '../../data/build/check-twin.ts';
import type { LampMapping } from '../../data/formats/inventory/mapping-schema.ts';
import { projectionOf } from '../../data/formats/inventory/projection.ts';
import { readInventory } from '../../data/formats/inventory/read-inventory.ts';
import { readMapping } from '../../data/formats/inventory/read-mapping.ts';
import { writePoints } from './shapefile-writer.ts';
import { inWords, placeInWords } from '../../scenarios/language/problems.ts';

const folder = mkdtempSync(join(tmpdir(), 'jumeau-lamps-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, content: string | Uint8Array): string => { const path = join(folder, name); writeFileSync(path, content); return path; };

function mapping(text: string): LampMapping {
  const { value, problems } = readMapping('map.yaml', `format: jumeau lamp mapping\nversion: 1\n${text}`);
  expect(problems).toEqual([]);
  return value!;
}

const columns = `columns:
  name: NUM
  technology: { column: LAMPE, values: { SHP: highPressureSodium, LED: led } }
  power: { column: WATTS, of: lamp }
  height: { column: HAUTEUR, unit: ft }
  cabinet: ARMOIRE
  installedYear: POSE
unknown: [N/C]
`;
// x and y around Dijon in Lambert-93; heights in feet where nothing else is said.
const rows = [
  ['0010', 'SHP', '150', '30 ft', 'A1', '12/05/1998', '854000.25', '6693000.5'],
  ['0011', 'LED', '38,5', '8 m', 'A1', '2021', '854030.25', '6693000.5'],
  ['0012', 'LED', 'N/C', '20', 'A2', '20230401', '854060.25', '6693010.5'],
] as const;
const head = ['NUM', 'LAMPE', 'WATTS', 'HAUTEUR', 'ARMOIRE', 'POSE', 'X', 'Y'];

test('CSV, GeoJSON and Shapefile of the same lamps give the same lamps', async () => {
  const csv = write('lamps.csv', `\uFEFF${head.join(';')}\r\n${rows.map((row) => row.join(';')).join('\r\n')}\r\n`);
  const geojson = write('lamps.geojson', JSON.stringify({
    type: 'FeatureCollection', crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::2154' } },
    features: rows.map((row) => ({ type: 'Feature', properties: Object.fromEntries(head.slice(0, 6).map((name, at) => [name, row[at]])), geometry: { type: 'Point', coordinates: [Number(row[6]), Number(row[7])] } })),
  }));
  const { shp, dbf } = writePoints(rows.map((row) => [Number(row[6]), Number(row[7])] as const), head.slice(0, 6).map((name) => ({ name, type: 'C', bytes: 12 })), rows.map((row) => row.slice(0, 6)));
  const shape = write('lamps.shp', shp);
  write('lamps.dbf', dbf);
  write('lamps.prj', 'PROJCS["RGF93 / Lambert-93",GEOGCS["RGF93",DATUM["D_RGF_1993",SPHEROID["GRS_1980",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["Degree",0.017453292519943295]],PROJECTION["Lambert_Conformal_Conic"],PARAMETER["standard_parallel_1",49],PARAMETER["standard_parallel_2",44],PARAMETER["latitude_of_origin",46.5],PARAMETER["central_meridian",3],PARAMETER["false_easting",700000],PARAMETER["false_northing",6600000],UNIT["Meter",1]]');
  const fromCsv = (await readInventory(csv, mapping(`crs: EPSG:2154\nplace: { x: X, y: Y }\n${columns}`))).value!;
  const fromGeojson = (await readInventory(geojson, mapping(columns))).value!, fromShape = (await readInventory(shape, mapping(columns))).value!;
  expect(fromCsv.map(({ row }) => row)).toEqual([2, 3, 4]);
  const bare = (lamps: typeof fromCsv) => lamps.map(({ row: _row, where: _where, longitudeDeg, latitudeDeg, ...rest }) => ({ ...rest, longitudeDeg: longitudeDeg.toFixed(9), latitudeDeg: latitudeDeg.toFixed(9) }));
  expect(bare(fromGeojson)).toEqual(bare(fromCsv));
  expect(bare(fromShape)).toEqual(bare(fromCsv));
  expect(fromCsv.map(({ name }) => name)).toEqual(['0010', '0011', '0012']);
  expect(fromCsv.map(({ heightM }) => heightM)).toEqual([30 * 0.3048, 8, 20 * 0.3048]);
  expect(fromCsv.map(({ powerW }) => powerW)).toEqual([150, 38.5, undefined]);
  expect(fromCsv.map(({ installedYear }) => installedYear)).toEqual([1998, 2021, 2023]);
});

test('another reader of Shapefiles finds the same places and the same fields', async () => {
  const points = Array.from({ length: 50 }, (_, at) => (at === 7 ? null : ([800_000 + at * 30.125, 6_600_000 - at * 12.5] as const)));
  const fields = [{ name: 'NUM', type: 'C', bytes: 8 }, { name: 'WATT', type: 'N', bytes: 6, decimals: 1 }] as const;
  const { shp, dbf } = writePoints(points, fields, points.map((_, at) => [`PL${at}`, (at * 1.5 + 30).toFixed(1)]));
  const path = write('peer.shp', shp);
  write('peer.dbf', dbf);
  const read = await readInventory(path, mapping('crs: EPSG:2154\ncolumns: { name: NUM, power: { column: WATT, of: system } }\n'));
  const peer = await getShapefile({ shp, dbf }) as unknown as { features: { geometry: { coordinates: [number, number] } | null; properties: Record<string, unknown> }[] };
  const toDegrees = projectionOf('EPSG:2154')!;
  const theirs = peer.features.flatMap(({ geometry, properties }) => (geometry ? [{ ...toDegrees(...geometry.coordinates)!, name: String(properties['NUM']).trim(), powerW: properties['WATT'] }] : []));
  expect(theirs).toHaveLength(49);
  expect(read.value!.map(({ longitudeDeg, latitudeDeg, name, powerW }) => ({ longitudeDeg, latitudeDeg, name, powerW }))).toEqual(theirs);
  expect(read.problems.map(({ code, where }) => [code, where])).toEqual([['lamps-no-place', 'peer.shp: feature 8']]);
});

test('rows that are struck out of a dBASE table are no lamps', async () => {
  const { shp, dbf } = writePoints([[5, 47], [5.001, 47], [5.002, 47]], [{ name: 'NUM', type: 'C', bytes: 4 }], [['a'], ['b'], ['c']], [1]);
  const path = write('struck.shp', shp);
  write('struck.dbf', dbf);
  const { value } = await readInventory(path, mapping('crs: EPSG:4326\ncolumns: { name: NUM }\n'));
  expect(value!.map(({ name, longitudeDeg }) => [name, longitudeDeg])).toEqual([['a', 5], ['c', 5.002]]);
});

test('an old table in Windows-1252 keeps its accents', async () => {
  const path = write('old.csv', Uint8Array.from(Buffer.from('NOM,X,Y\nL\u00e9on,5,47\n', 'latin1')));
  const { value } = await readInventory(path, mapping('crs: EPSG:4326\nplace: { x: X, y: Y }\ncolumns: { name: NOM }\n'));
  expect(value!.map(({ name }) => name)).toEqual(['Léon']);
});

test.each([
  // Origins of the systems: EPSG register, false easting and northing.
  ['EPSG:2154', 700_000, 6_600_000, 3, 46.5], ['EPSG:3947', 1_700_000, 6_200_000, 3, 47], ['EPSG:3950', 1_700_000, 9_200_000, 3, 50], ['EPSG:3942', 1_700_000, 1_200_000, 3, 42],
  ['EPSG:32631', 500_000, 0, 3, 0], ['EPSG:32720', 500_000, 10_000_000, -63, 0], ['EPSG:25832', 500_000, 0, 9, 0], ['EPSG:3857', 0, 0, 0, 0],
])('%s places its origin', (crs, x, y, longitudeDeg, latitudeDeg) => {
  const at = projectionOf(crs)!(x, y)!;
  expect(at.longitudeDeg).toBeCloseTo(longitudeDeg, 8);
  expect(at.latitudeDeg).toBeCloseTo(latitudeDeg, 8);
});

test('a meridian arc of the ellipsoid is as long in UTM as its series says, times the scale 0.9996', () => {
  // Arc of WGS 84 from the equator to 45 degrees north: 4,984,944.378 m (any table of meridian arcs).
  expect(projectionOf('EPSG:32631')!(500_000, 4_984_944.378 * 0.9996)!.latitudeDeg).toBeCloseTo(45, 7);
});

test('watts of more than ten times the middle of their technology are kept and told, by row; of another technology they are usual', async () => {
  const path = write('watts.csv', ['NUM,LAMPE,WATTS,X,Y', 'a,LED,40,5,47', 'b,LED,36,5.001,47', 'c,LED,4000,5.002,47', 'd,LED,400,5.003,47', 'e,SHP,401,5.004,47', 'f,LED,44,5.005,47'].join('\n'));
  const map = mapping(`crs: EPSG:4326
place: { x: X, y: Y }
columns: { name: NUM, technology: { column: LAMPE, values: { SHP: highPressureSodium, LED: led } }, power: { column: WATTS, of: system } }
`), { value } = await readInventory(path, map), { twin, problems } = cityOfLamps('watts', { file: 'watts.csv', lamps: value!, mapping: map });
  expect(problems.filter(({ code }) => code === 'lamps-odd-watts')).toEqual([{ severity: 'warning', code: 'lamps-odd-watts', where: 'watts.csv: line 4', parameters: { middleW: 44, powerW: 4000, count: 1 } }]);
  expect(twin.lamps.ratedPowerW[2]).toBe(4000);
});

test('all that is wrong with an inventory is told at once, by row, and nothing is dropped in silence', async () => {
  const path = write('odd.csv', ['NUM,LAMPE,WATTS,X,Y', 'a,SHP,100,5,47', 'a,NEON,100,5.001,47', 'b,SHP,many,5.002,47', 'c,SHP,,5.003,47', 'd,SHP,100,0,0', 'e,SHP,100,,', 'f,SHP,100,5,47', 'g,OUT,100,5,47'].join('\n'));
  const read = await readInventory(path, mapping(`crs: EPSG:4326
place: { x: X, y: Y }
columns: { name: NUM, technology: { column: LAMPE, values: { SHP: highPressureSodium } }, power: { column: WATTS, of: lamp } }
leaveOut: [{ column: LAMPE, values: [OUT] }]
`));
  const city = cityOfLamps('odd', { file: 'odd.csv', lamps: read.value!, mapping: mapping('columns: { power: { column: WATTS, of: lamp } }\n') });
  const told = [...read.problems, ...city.problems].map(({ code, where }) => `${code} ${where}`);
  expect(told.sort()).toEqual([
    'lamps-far-away odd.csv: line 6', 'lamps-no-place odd.csv: line 7', 'lamps-no-power odd.csv: line 5', 'lamps-odd-value odd.csv: line 4',
    'lamps-rows-left-out odd.csv', 'lamps-same-name odd.csv: line 3', 'lamps-same-place odd.csv: line 8', 'lamps-unknown-technology odd.csv: line 3',
  ]);
  expect(city.twin.lamps.count).toBe(5);
  expect(checkTwin(city.twin).filter(({ severity }) => severity === 'error')).toEqual([]);
  // 100 W of sodium take what the table says with gear; without watts a usual lamp stands in; each is told among the sources.
  expect([...city.twin.lamps.ratedPowerW]).toEqual([110, 100, 110, 110, 110].map(Math.fround));
  expect(city.twin.facts.sources.filter(({ synthetic }) => synthetic).map(({ what }) => (what as { en: string }).en)).toContain('lamps, power: 2 of 5');
});

test('a mapping that names a column, a reference system or a field that is not there is refused, with its line', async () => {
  const path = write('plain.csv', 'NUM,X,Y\na,5,47\n');
  const { problems } = await readInventory(path, mapping('crs: EPSG:31370\nplace: { x: X, y: Z }\ncolumns: { name: NUMBER }\n'));
  expect(problems.map(({ code, parameters }) => `${code} ${parameters['column'] ?? parameters['crs']}`)).toEqual(['lamps-unknown-crs EPSG:31370', 'lamps-no-column Z', 'lamps-no-column NUMBER']);
  const bad = readMapping('map.yaml', 'format: jumeau lamp mapping\nversion: 1\ncolumns:\n  power: { column: W }\n  colour: C\n');
  expect(bad.problems.map(({ code, where }) => `${code} ${where}`)).toEqual(['lamps-missing-field map.yaml: line 4, columns.power.of', 'lamps-unknown-field map.yaml: line 5, columns.colour']);
});

test('rows of one cause are told once, with their count and the first of them, in both languages', async () => {
  const path = write('many.csv', ['NUM,LAMPE,X,Y', ...Array.from({ length: 1200 }, (_, at) => `n${at},${at % 100 === 0 ? 'SHP' : 'NEON'},${5 + at / 1e5},47`), 'last,PLASMA,5,47.001'].join('\n'));
  const { problems } = await readInventory(path, mapping('crs: EPSG:4326\nplace: { x: X, y: Y }\ncolumns: { name: NUM, technology: { column: LAMPE, values: { SHP: highPressureSodium } } }\n'));
  // Twelve of the 1,200 are sodium; line 2 is the first of them, so that neon begins on line 3.
  expect(problems).toMatchObject([{ code: 'lamps-unknown-technology', where: 'many.csv: line 3, 4, 5, 6, 7, …', parameters: { column: 'LAMPE', texts: 'NEON\nPLASMA', count: 1189 } }]);
  const [many] = problems.map((problem) => (['en', 'fr'] as const).map((language) => `${placeInWords(problem.where, language)} ${inWords(problem, language)}`));
  expect(many![0]).toContain('many.csv: lines 3, 4, 5, 6, 7, … in 1189 rows the column "LAMPE" holds what the mapping does not explain ("NEON", "PLASMA")');
  expect(many![1]).toContain('many.csv : lignes 3, 4, 5, 6, 7, … dans 1189 lignes');
});

test('a wrong column taken for watts is told once, with its first texts, and not again as watts that are missing', async () => {
  // 300 references, then two rows that say nothing and one that is right.
  const path = write('refs.csv', ['NUM,W,X,Y', ...Array.from({ length: 300 }, (_, at) => `n${at},ref-${at},${5 + at / 1e5},47`), 'o,,5,47.001', 'p,0,5,47.002', 'q,70,5,47.003'].join('\n'));
  const { problems } = await readInventory(path, mapping('crs: EPSG:4326\nplace: { x: X, y: Y }\ncolumns: { name: NUM, power: { column: W, of: lamp } }\n'));
  expect(problems).toEqual([
    { severity: 'warning', code: 'lamps-odd-value', where: 'refs.csv: line 2, 3, 4, 5, 6, …', parameters: { column: 'W', texts: 'ref-0\nref-1\nref-2\nref-3\nref-4\nref-5\nref-6\nref-7\n…', count: 300 } },
    { severity: 'warning', code: 'lamps-no-power', where: 'refs.csv: line 302, 303', parameters: { column: 'W', texts: '\n0', count: 2 } },
  ]);
  expect(inWords(problems[0]!, 'en')).toContain('in 300 rows the column "W" holds no such quantity ("ref-0", "ref-1", ');
  expect(inWords(problems[1]!, 'fr')).toContain('2 lignes ne donnent pas de watts dans la colonne « W » (« 0 »)');
});

// Dijon is 5.0415 east, 47.322 north: in Lambert-93 about 854,100 and 6,693,300, in UTM zone 31 about 654,200 and 5,242,600.
test.each([
  ['exchanged metres', 'EPSG:2154', 6_693_300, 854_100, ['lamps-exchanged']],
  ['exchanged metres of UTM', 'EPSG:32631', 5_242_600, 654_200, ['lamps-exchanged']],
  ['metres as degrees', 'EPSG:4326', 854_100, 6_693_300, ['lamps-not-degrees']],
  ['degrees as metres', 'EPSG:2154', 5.0415, 47.322, ['lamps-not-metres']],
  ['a latitude beyond the pole', 'EPSG:4326', 39.9, 116.4, ['lamps-exchanged']],
  ['another zone of Lambert', 'EPSG:3947', 854_100, 6_693_300, ['lamps-outside-system']],
  ['metres in their system', 'EPSG:2154', 854_100, 6_693_300, []],
  ['degrees in theirs', 'EPSG:4326', 5.0415, 47.322, []],
] as const)('%s (%s) are seen', async (_, crs, x, y, codes) => {
  const path = write('places.csv', `NUM,X,Y\na,${x},${y}\nb,${x},${y + 0.001}\nc,,\n`);
  const { problems } = await readInventory(path, mapping(`crs: ${crs}\nplace: { x: X, y: Y }\ncolumns: { name: NUM }\n`));
  expect(problems.map(({ code }) => code).filter((code) => code !== 'lamps-no-place')).toEqual(codes);
});

// A grid of a works site begins at its corner; a map of the meridian of Paris counts from there; degrees described by WKT stay degrees.
const localGrid = '+proj=tmerc +lat_0=47.32 +lon_0=5.04 +k=1 +x_0=0 +y_0=0 +ellps=GRS80 +units=m +no_defs', paris = '+proj=longlat +pm=paris +datum=WGS84 +no_defs';
const wktDegrees = 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]]';
test.each([
  ['a local grid in metres', localGrid, 120, 80, [['lamps-perhaps-degrees', 'warning']], 5.0415873, 47.3207196],
  ['a local grid farther out', localGrid, 1200, 800, [], 5.0558729, 47.3271957],
  ['degrees from Paris', paris, 2.7042708, 47.322, [], 5.0415, 47.322],
  ['degrees by WKT', wktDegrees, 5.0415, 47.322, [], 5.0415, 47.322],
  ['metres as degrees by WKT', wktDegrees, 854_100, 6_693_300, [['lamps-not-degrees', 'error']], NaN, NaN],
  ['metres as degrees from Paris', paris, 854_100, 6_693_300, [['lamps-not-degrees', 'error']], NaN, NaN],
] as const)('a definition is taken by what it says: %s', async (_, definition, x, y, told, longitudeDeg, latitudeDeg) => {
  const path = write('defined.csv', `NUM,X,Y\na,${x},${y}\n`);
  const { problems, value } = await readInventory(path, mapping(`definition: '${definition}'\nplace: { x: X, y: Y }\ncolumns: { name: NUM }\n`));
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual(told);
  if (Number.isNaN(longitudeDeg)) return;
  // By the radii of curvature of the ellipsoid at 47.32 degrees north a degree is 75,601 m east and 111,177 m north; 1e-5 of one is about a metre.
  expect(value![0]!.longitudeDeg).toBeCloseTo(longitudeDeg, 5);
  expect(value![0]!.latitudeDeg).toBeCloseTo(latitudeDeg, 5);
});

test('metres of Web Mercator may lie anywhere in the world: exchanged they are a place far away, told only by a city', async () => {
  // Dijon by the formulas of the sphere of 6,378,137 m: x = 561,217 m, y = 5,994,792 m.
  const of = mapping('crs: EPSG:3857\nplace: { x: X, y: Y }\ncolumns: { name: NUM }\n'), right = write('mercator.csv', 'NUM,X,Y\na,561217,5994792\n'), wrong = write('exchanged.csv', 'NUM,X,Y\na,5994792,561217\n');
  const [read, exchanged] = [await readInventory(right, of), await readInventory(wrong, of)], { twin } = cityOfLamps('Dijon', { file: right, lamps: read.value!, mapping: of });
  expect([read.problems, exchanged.problems]).toEqual([[], []]);
  expect(addInventory(twin, { file: wrong, lamps: exchanged.value!, mapping: of }).map(({ code }) => code)).toEqual(['lamps-elsewhere']);
});

test('columns that are named in reverse are told, and a city knows longitude from latitude', async () => {
  const path = write('named.csv', 'NUM,LATITUDE,LONGITUDE\na,47.322,5.0415\n');
  const reversed = mapping('crs: EPSG:4326\nplace: { x: LATITUDE, y: LONGITUDE }\ncolumns: { name: NUM }\n'), read = await readInventory(path, reversed);
  expect(read.problems.map(({ code }) => code)).toEqual(['lamps-columns-in-reverse']);
  const { twin } = cityOfLamps('Dijon', { file: 'x.csv', lamps: [{ ...read.value![0]!, longitudeDeg: 5.0415, latitudeDeg: 47.322 }], mapping: reversed });
  expect(addInventory(twin, { file: path, lamps: read.value!, mapping: reversed }).map(({ code }) => code)).toEqual(['lamps-elsewhere-exchanged']);
});

test('an inventory of another place is refused by a city', () => {
  const lamp = (longitudeDeg: number) => ({ row: 2, where: 'x.csv: line 2', name: 'a', longitudeDeg, latitudeDeg: 47, cabinet: '', zone: '', street: '' });
  const plain = mapping('columns: {}\n'), { twin } = cityOfLamps('here', { file: 'x.csv', lamps: [lamp(5)], mapping: plain });
  expect(addInventory(twin, { file: 'y.csv', lamps: [lamp(7)], mapping: plain }).map(({ code }) => code)).toEqual(['lamps-elsewhere']);
  expect(twin.lamps.count).toBe(1);
});

test.each([['highPressureSodium', 70, 86], ['highPressureSodium', 400, 433], ['highPressureSodium', 125, 140], ['highPressureSodium', 35, 43], ['metalHalide', 200, 228], ['cosmopolis', 60, 66], ['mercury', 125, 141], ['led', 40, 40]] as const)(
  '%s of %d W takes %d W with its gear', (technology, lampW, takenW) => expect(consumedW(technology, lampW)).toBeCloseTo(takenW, 9));

test.each<[string, string, string, number]>([
  ['watts as printed: 150 W of sodium at 105 lm/W', 'power: { column: W, of: lamp }', '', 15_750],
  ['watts with gear: 170 W are 150 W of lamp', 'power: { column: W, of: system }', '', 15_750],
  ['watts that the mapping assumes, with gear: 86 W are 70 W of lamp', '', 'assume: { powerW: 86 }', 7350],
  ['nothing said: the usual lamp of 100 W', '', '', 10_500],
])('flux that nobody states follows from the lamp, not from its gear: %s', (_, power, assume, fluxLm) => {
  const of = mapping(`columns:\n  technology: { column: T, values: { SHP: highPressureSodium } }\n${power === '' ? '' : `  ${power}\n`}${assume}\n`), powerW = power.includes('system') ? 170 : 150;
  const lamp = { row: 2, where: 'x.csv: line 2', name: 'a', longitudeDeg: 5, latitudeDeg: 47, cabinet: '', zone: '', street: '', technology: 'highPressureSodium' as const, ...(power === '' ? {} : { powerW }) };
  expect(cityOfLamps('here', { file: 'x.csv', lamps: [lamp], mapping: of }).twin.lamps.ratedFluxLm[0]).toBe(fluxLm);
});

test.each([[5, 47.3, 60, 0], [-9.1, 38.7, 60, 0], [-77.04, 38.9, -300, 1], [-77.05, -12.07, -300, 1], [139.7, 35.7, 540, 1], [3.4, 6.5, 60, 1]])(
  'clocks of a city of lamps at %d, %d are %d min ahead of UTC; told among the sources where they are assumed', (longitudeDeg, latitudeDeg, utcOffsetMin, told) => {
    const lamp = { row: 2, where: 'x.csv: line 2', name: 'a', longitudeDeg, latitudeDeg, cabinet: '', zone: '', street: '' };
    const { twin } = cityOfLamps('there', { file: 'x.csv', lamps: [lamp], mapping: mapping('columns: {}\n') });
    expect([twin.facts.utcOffsetMin, twin.facts.sources.filter(({ what }) => (what as { en: string }).en.startsWith('clock')).length, checkTwin(twin)]).toEqual([utcOffsetMin, told, []]);
  });
