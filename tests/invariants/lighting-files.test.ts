// Goal: no inventory, mapping or file of programs, however broken or malicious, gets more than a list of problems, in bounded time.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { importedFacts } from '../../data/build/imported-facts.ts';
import { cityOfLamps } from '../../data/build/lamps/from-inventory.ts';
import { withSchedules, zoneSchedules } from '../../data/build/lamps/zone-schedules.ts';
import { readProfiles } from '../../data/formats/eclext/read-profiles.ts';
import { writeProfiles } from '../../data/formats/eclext/write-profiles.ts';
import type { LampMapping } from '../../data/formats/inventory/mapping-schema.ts';
import { readInventory } from '../../data/formats/inventory/read-inventory.ts';
import { readMapping } from '../../data/formats/inventory/read-mapping.ts';
import { readTalq } from '../../data/formats/talq/read-talq.ts';
import { writeTalq } from '../../data/formats/talq/write-talq.ts';
import { UNUSED_SWITCHING, type ZoneSchedule } from '../../data/formats/zone-schedule.ts';
import { flatMapAt } from '../../engine/foundation/flat-map.ts';
import type { Checked } from '../../engine/foundation/problem.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import { lightingZoneColumns, switchingKind } from '../../engine/twin/lighting.ts';
import { emptyTwin, type Twin } from '../../engine/twin/twin.ts';
import { readLampPhotometries } from '../../cli/lamp-photometries.ts';
import { nightsOfYear } from '../../cli/nights-of-year.ts';
import { writePoints } from '../verification/shapefile-writer.ts';
import { judge, mutated, mutatedBytes } from './hostile-files-judge.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
if (proof) vi.setConfig({ testTimeout: 3_600_000 });
const CASES = proof ? 3000 : 60;
console.log(`Files of lighting: ${CASES} damaged ones of each kind`);
const seeds = Array.from({ length: CASES }, (_, seed) => seed);

const folder = mkdtempSync(join(tmpdir(), 'jumeau-lighting-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, content: string | Uint8Array): string => { const path = join(folder, name); writeFileSync(path, content); return path; };

const MAPPING = `format: jumeau lamp mapping
version: 1
crs: EPSG:2154
place: { x: X, y: Y }
columns:
  name: NUM
  technology: { column: LAMPE, values: { SHP: highPressureSodium, LED: led } }
  power: { column: WATTS, of: lamp }
  height: { column: HAUTEUR, unit: ft }
  cabinet: ARMOIRE
  installedYear: POSE
leaveOut: [{ column: LAMPE, values: [OUT] }]
unknown: [N/C]
assume: { heightM: 7 }
`;
const head = ['NUM', 'LAMPE', 'WATTS', 'HAUTEUR', 'ARMOIRE', 'POSE', 'X', 'Y'];
const rows = Array.from({ length: 20 }, (_, at) => [`PL${at}`, at % 3 === 0 ? 'SHP' : 'LED', `${30 + at}`, '30 ft', `A${at % 2}`, '2019', `${854_000 + at * 30}`, `${6_693_000 + at}`]);
const mapping = readMapping('map.yaml', MAPPING).value!, byGeometry = readMapping('map.yaml', MAPPING.replace(/place: .*\n/, '')).value!;

/** The city of an inventory, as `import --lamps` makes it. */
async function cityOf(path: string, by: LampMapping): Promise<Checked<Twin>> {
  const { value: lamps, problems } = await readInventory(path, by);
  if (!lamps) return { problems };
  const { twin, problems: told } = cityOfLamps('x', { file: path, lamps, mapping: by });
  return { value: twin, problems: [...problems, ...told] };
}

/** Values of a YAML file, and fields of a table. */
const SETTINGS = /[:,{[]\s*([^:,{}[\]\n]*)[,}\]\n]/g;
const FIELDS = /[,\n]([^,\n]*)(?=[,\n])./g;
test('tables as CSV', async () => {
  const text = `${[head, ...rows].map((row) => row.join(',')).join('\n')}\n`;
  judge(await cityOf(write('whole.csv', text), mapping));
  for (const seed of seeds) judge(await cityOf(write('x.csv', mutated(text, seed, FIELDS)), mapping));
});

test('GeoJSON', async () => {
  const text = JSON.stringify({ type: 'FeatureCollection', features: rows.map((row) => ({ type: 'Feature', properties: Object.fromEntries(head.map((name, at) => [name, row[at]])), geometry: { type: 'Point', coordinates: [Number(row[6]), Number(row[7])] } })) });
  judge(await cityOf(write('whole.geojson', text), byGeometry));
  for (const seed of seeds) judge(await cityOf(write('x.geojson', mutated(text, seed, /[:,[]([^:,[\]{}]*)[,\]}]/g)), byGeometry));
  for (const odd of ['[', '{}', 'null', '"', '[1]', '{"type":"FeatureCollection","features":{}}', '{"type":"FeatureCollection","features":[null,1,"a",{"geometry":[]}]}', `${'['.repeat(100_000)}`]) judge(await cityOf(write('odd.geojson', odd), byGeometry));
});

test('Shapefiles', async () => {
  const { shp, dbf } = writePoints(rows.map((row) => [Number(row[6]), Number(row[7])] as const), head.slice(0, 6).map((name) => ({ name, type: 'C', bytes: 10 })), rows.map((row) => row.slice(0, 6)));
  write('x.prj', 'PROJCS["damaged');
  for (const seed of seeds) {
    write('x.dbf', seed % 2 === 0 ? mutatedBytes(dbf, seed) : dbf);
    judge(await cityOf(write('x.shp', seed % 2 === 0 ? shp : mutatedBytes(shp, seed)), byGeometry));
  }
  // Sizes that a head states and the file does not have; records of no length.
  const lying = dbf.slice();
  new DataView(lying.buffer).setUint32(4, 0xffffffff, true);
  write('x.dbf', lying);
  judge(await cityOf(write('x.shp', shp), byGeometry));
  const endless = shp.slice();
  new DataView(endless.buffer).setInt32(104, -4);
  write('x.dbf', dbf);
  judge(await cityOf(write('x.shp', endless), byGeometry));
});

test('mapping files', () => {
  for (const seed of seeds) {
    const read = readMapping('map.yaml', mutated(MAPPING, seed, SETTINGS));
    judge({ problems: [{ severity: 'error', code: 'lamps-no-crs', where: '', parameters: {} }, ...read.problems] });
    expect(read.value === undefined).toBe(read.problems.some(({ severity }) => severity === 'error'));
  }
  // Aliases that stand for more than any memory holds.
  const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', ...Array.from('bcdefghij', (name, at) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefghij'[at]}`).join()}]`)].join('\n');
  expect(readMapping('map.yaml', bomb).value).toBeUndefined();
});

const LIT_MAPPING = `format: jumeau lamp mapping
version: 1
crs: EPSG:2154
place: { x: X, y: Y }
columns:
  name: NUM
  photometry: { column: OPTIQUE, files: { A: a.ies, B: { file: a.ies, turnDeg: 90 } } }
  flux: { column: FLUX, unit: lm, of: luminaire }
  tilt: TILT
  luminaire: { standbyPowerW: VEILLE, constantFluxStartShare: CLO, constantFluxEndH: CLOH }
assume: { photometry: a.ies, tiltDeg: 5, surface: c2, maintenanceFactor: 0.7, luminaires: { led: { dirtPerYearShare: 0.05, cleaningYears: 4 }, unknown: { fixedLossShare: 0.1 } } }
`;
const LIT_ROWS = ['NUM,OPTIQUE,FLUX,TILT,VEILLE,CLO,CLOH,X,Y', ...Array.from({ length: 20 }, (_, at) => `PL${at},${['A', 'B', ''][at % 3]},${4000 + at},${at % 2 === 0 ? '5°' : '-3'},0.4,0.8,50000,${854_000 + at * 30},${6_693_000 + at}`)].join('\n') + '\n';
const IES = 'IESNA:LM-63-2002\n[LUMCAT] one\nTILT=INCLUDE\n1\n3\n0 10 90\n1 0.95 0.9\n1 6000 1 4 3 1 2 0.3 0.3 0\n1 1 60\n0 30 60 90\n0 90 180\n1900 1900 800 0\n1900 1500 600 0\n1900 1700 700 0\n';

/** The city of an inventory with light, as `import --lamps` makes it. */
async function litCityOf(mappingText: string, csv: string): Promise<Checked<Twin>> {
  const { value: by, problems } = readMapping('map.yaml', mappingText);
  if (!by) return { problems };
  const { value: photometries, problems: ofLight } = readLampPhotometries(join(folder, 'map.yaml'), by), { value: lamps, problems: ofRows } = await readInventory(write('lit.csv', csv), by);
  if (!lamps || !photometries) return { problems: [...ofLight, ...ofRows] };
  const { twin, problems: told } = cityOfLamps('x', { file: 'lit.csv', lamps, mapping: by, photometries });
  return { value: twin, problems: [...ofLight, ...ofRows, ...told] };
}

test('light of inventories: mappings, rows and photometric files', async () => {
  write('a.ies', IES);
  const whole = await litCityOf(LIT_MAPPING, LIT_ROWS);
  judge(whole);
  expect([whole.value!.photometries.count, whole.problems]).toEqual([2, []]);
  for (const seed of seeds) judge(await litCityOf(mutated(LIT_MAPPING, seed, SETTINGS), LIT_ROWS));
  for (const seed of seeds) judge(await litCityOf(LIT_MAPPING, mutated(LIT_ROWS, seed, FIELDS)));
  for (const seed of seeds) {
    write('a.ies', mutated(IES, seed, /[\s]([^\s]+)(?=\s)./g));
    judge(await litCityOf(LIT_MAPPING, LIT_ROWS));
  }
  write('a.ies', IES);
});

test.each(['not a crs', '+proj=utm', '+proj=lcc +lat_1=0 +lat_2=0', 'GEOGCS[', '+proj=merc +a=0', '+proj=tmerc +lat_0=nan', 'PROJCS["x",PROJECTION["y"]]'])('a definition that is none: %s', async (definition) => {
  const by = readMapping('map.yaml', MAPPING.replace('crs: EPSG:2154', `definition: ${JSON.stringify(definition)}`)).value!;
  judge(await cityOf(write('x.csv', [head, ...rows].map((row) => row.join(',')).join('\n')), by));
});

const facts = importedFacts('town', flatMapAt(47.32, 5.04)), nights = nightsOfYear(facts);
const base = emptyTwin(facts);
base.lightingZones = tableFrom(lightingZoneColumns, ['centre', 'edge'].map((name) => ({ name, calendar: -1, switching: -1 })));
const sample: ZoneSchedule[] = ['centre', 'edge'].map((zone) => ({
  zone, switching: { ...UNUSED_SWITCHING, kind: switchingKind.sun, sunAltitudeDeg: -0.833, onOffsetS: 900, offOffsetS: -900 },
  calendar: {
    name: zone, startsAtNoon: 1, rules: zone === 'edge' ? [] : [{ fromDate: 1101, untilDate: 331, days: 96, program: { name: 'winter', levels: [{ reference: 0, fromS: 0, outputShare: 0.2, rampS: 60 }] } }],
    usual: { name: `${zone}-usual`, levels: [{ reference: 0, fromS: 3600, outputShare: 0, rampS: 0 }, { reference: 0, fromS: 18_000, outputShare: 1, rampS: 0 }] },
  },
  presence: zone === 'edge' ? [{ fromClockS: 3600, untilClockS: 18_000, quietShare: 0, busyShare: 0.6, holdS: 60, fallS: 20 }] : [],
}));

/** The city that programs make, as `lighting import` does. */
function withPrograms({ value, problems }: Checked<ZoneSchedule[]>): Checked<Twin> {
  return value ? { value: withSchedules(base, value), problems } : { problems };
}

test('TALQ', () => {
  const text = writeTalq(sample).value!;
  judge(withPrograms(readTalq('p.json', text, ['centre', 'edge'])));
  expect(zoneSchedules(withPrograms(readTalq('p.json', text, ['centre', 'edge'])).value!).map(({ calendar }) => calendar.rules.length)).toEqual([2, 0]);
  expect(withPrograms(readTalq('p.json', text, ['edge'])).value!.adaptiveRules.count).toBe(1);
  for (const seed of seeds) judge(withPrograms(readTalq('p.json', mutated(text, seed, /:\s*([^:,[\]{}\n]*)[,\n]/g), ['centre', 'edge'])));
  for (const odd of ['', 'null', '[]', '{"controlPrograms":[],"calendars":[]}', '{"controlPrograms":[{"id":"__proto__"}],"calendars":[]}', `${'{"a":'.repeat(50_000)}`]) judge(withPrograms(readTalq('p.json', odd, ['centre'])));
});

test('night profiles', () => {
  const text = writeProfiles(sample.slice(1), nights).value!;
  judge(withPrograms(readProfiles('p.csv', text, ['centre', 'edge'], nights)));
  for (const seed of seeds) judge(withPrograms(readProfiles('p.csv', mutated(text, seed, FIELDS), ['centre', 'edge'], nights)));
});
