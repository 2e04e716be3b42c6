// Goal: the light of an imported street is that of the maker's file on the street that was drawn: figures of an import beside EN 13201-3 written out a second time.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readLampPhotometries } from '../../cli/lamp-photometries.ts';
import { checkTwin } from '../../data/build/check-twin.ts';
import { importOsm } from '../../data/build/from-osm.ts';
import { addInventory } from '../../data/build/lamps/from-inventory.ts';
import { turnedLight } from '../../data/formats/photometry/turned-light.ts';
import { readInventory } from '../../data/formats/inventory/read-inventory.ts';
import { readMapping } from '../../data/formats/inventory/read-mapping.ts';
import { driveShare } from '../../engine/lighting/energy/lamp-ageing.ts';
import { roadLighting } from '../../engine/lighting/road/road-lighting.ts';
import { streetInstallations } from '../../engine/lighting/road/street-installations.ts';
import { luminaireShares } from '../../scenarios/measure/luminaire-shares.ts';
import { lampTechnology } from '../../engine/twin/photometry.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { readPhotometricFile } from '../../cli/photometric-file.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';
import { intensityOf, readIesNaively, readRTable, surfaceOf, type IntensityTable } from './naive-photometry.ts';
import { naiveRoadLighting, type NaiveRoad } from './naive-road-lighting.ts';
import { street } from './road-scenes.ts';

const folder = mkdtempSync(join(tmpdir(), 'jumeau-lamp-light-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, content: string): string => { const path = join(folder, name); writeFileSync(path, content); return path; };

/** Some 240 m of a street along the parallel, a lane of 2.75 m each way (docs/models/osm-import.md). */
const LATITUDE = 47.32, EAST_DEG = 240 / (111_195 * Math.cos((LATITUDE * Math.PI) / 180));
const townWith = (nodes: string): string => `<?xml version="1.0"?><osm version="0.6">${nodes}
<node id="1" lat="${LATITUDE}" lon="5.04"/><node id="2" lat="${LATITUDE}" lon="${5.04 + EAST_DEG}"/>
<way id="10"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/><tag k="lanes" v="2"/></way></osm>`;
const town = write('town.osm', townWith(''));

/** So many places evenly along the street, 1 m behind its kerb. */
function placesAlong({ streets, points, facts }: Twin, count: number): { longitudeDeg: number; latitudeDeg: number }[] {
  const lengthM = streets.lengthM[0]!, first = streets.firstPoint[0]!;
  return Array.from({ length: count }, (_, at) => {
    const xM = points.xM[first]! + ((at + 0.5) * lengthM) / count, yM = points.yM[first]! - streets.widthM[0]! / 2 - 1;
    return { longitudeDeg: facts.originLongitudeDeg + xM / facts.metresPerDegreeEast, latitudeDeg: facts.originLatitudeDeg + yM / facts.metresPerDegreeNorth };
  });
}

/** Lamps along the street, each with these further columns. */
async function litBy(columns: string, cells: readonly string[], mapping: string): Promise<{ twin: Twin; told: string[]; lengthM: number }> {
  const { value: twin } = await importOsm(town), places = placesAlong(twin!, cells.length);
  const rows = cells.map((cell, at) => `L${at},${places[at]!.longitudeDeg},${places[at]!.latitudeDeg},${cell}`);
  const file = write('lamps.csv', [`NUM,X,Y,${columns}`, ...rows].join('\n')), mappingFile = join(folder, 'map.yaml');
  const read = readMapping('map.yaml', `format: jumeau lamp mapping\nversion: 1\ncrs: EPSG:4326\nplace: { x: X, y: Y }\n${mapping}`);
  const photometries = read.value && readLampPhotometries(mappingFile, read.value), lamps = read.value && await readInventory(file, read.value);
  const problems = [...read.problems, ...(photometries?.problems ?? []), ...(lamps?.problems ?? [])];
  if (read.value && photometries?.value && lamps?.value) problems.push(...addInventory(twin!, { file, mapping: read.value, lamps: lamps.value, photometries: photometries.value }));
  return { twin: twin!, told: problems.map(({ code }) => code), lengthM: twin!.streets.lengthM[0]! };
}

const readTextLines = (path: string): string[] => readFileSync(sharedPath(path), 'latin1').split(/\r?\n/);

const EIGHT = Array.from({ length: 8 }, () => 0);
const ROADWAY = '06-photometry/OutdoorRoadway_60W_4000K_LM63-1995.ies', SCALED = '06-photometry/MAXWELL-8-T4_LM63-1995.ies', SODIUM = '06-photometry/road_luminaire_template.ldt';

/** The street as the standard has it, from the naive reader's table turned by so much. */
const naive = (table: IntensityTable, turnDeg: number, surface: string, lengthM: number, changed: Partial<NaiveRoad>) => {
  const intensity = intensityOf(table);
  return naiveRoadLighting({
    intensityCdPerKlm: (c, gamma) => intensity((c - turnDeg + 360) % 360, gamma), r: surfaceOf(readRTable(surface)), rows: [{ firstXM: 0, yM: -1, turnDeg: 0 }], fluxLm: table.lumens, powerW: 0,
    spacingM: lengthM / 8, heightM: 8, widthM: 5.5, laneCount: 2, tiltDeg: 0, maintenanceFactor: 0.8, isTwoWay: true, ...changed,
  });
};

const figures = ['lavCdM2', 'uo', 'ul', 'fTiPct', 'rei', 'eavLx', 'eminLx', 'eUo'] as const;
function expectSame(twin: Twin, wanted: ReturnType<typeof naive>): void {
  const got = roadLighting(streetInstallations(twin)(0)!.installation);
  // Places written in degrees come back within a millimetre; intensities are kept as 32-bit numbers.
  for (const figure of figures) expect([figure, Math.abs(got[figure] / wanted[figure] - 1) < 1e-3]).toEqual([figure, true]);
}

describeOnSharedData('light of an inventory', () => {
  test('flux of the file, file turned by a quarter, tilt, surface and maintenance factor of the mapping', async () => {
    const { twin, told, lengthM } = await litBy('LUM,TILT', EIGHT.map(() => 'RW60,5°'), `columns:
  name: NUM
  photometry: { column: LUM, files: { RW60: { file: ${sharedPath(ROADWAY)}, turnDeg: 90 } } }
  tilt: TILT
assume: { surface: r2, maintenanceFactor: 0.7 }
`);
    expect(told).toEqual([]);
    expect(checkTwin(twin)).toEqual([]);
    expect(twin.litStreets.count).toBe(1);
    expectSame(twin, naive(readIesNaively(ROADWAY), 90, 'R2', lengthM, { tiltDeg: 5, maintenanceFactor: 0.7 }));
    // Watts of the file, 58.22, for rows that have none.
    expect([...twin.lamps.ratedPowerW]).toEqual(EIGHT.map(() => Math.fround(58.22)));
  });

  test('flux of the inventory before that of the file: of the lamps, or of the luminaire as it says; a table scaled to 1,000 lm has none to give', async () => {
    const table = readIesNaively(ROADWAY), files = `{ column: LUM, files: { A: { file: ${sharedPath(ROADWAY)}, turnDeg: 90 } } }`;
    const ofLamp = await litBy('LUM,LM', EIGHT.map(() => 'A,5000'), `columns: { photometry: ${files}, flux: { column: LM } }\n`);
    expectSame(ofLamp.twin, naive(table, 90, 'R3', ofLamp.lengthM, { fluxLm: 5000 }));
    // Of this one 27,934 of 33,200 lm leave: 84 %.
    const { twin } = await litBy('LUM,LM', EIGHT.map(() => 'S,10000'), `columns: { photometry: { column: LUM, files: { S: ${sharedPath(SODIUM)} } }, flux: { column: LM, of: luminaire } }\n`);
    expect(twin.lamps.ratedFluxLm[0]! / (10_000 / 0.8414)).toBeCloseTo(1, 3);
    const scaled = await litBy('LUM,W', EIGHT.map(() => 'M,50'), `columns: { photometry: { column: LUM, files: { M: ${sharedPath(SCALED)} } }, power: { column: W, of: system }, technology: { column: LUM, values: { M: led } } }\n`);
    // 110 lm for each watt taken by an LED.
    expect([...scaled.twin.lamps.ratedFluxLm]).toEqual(EIGHT.map(() => 5500));
  });

  test('a file assumed for lamps that name none; a file stored once under two names; one kind of luminaire each', async () => {
    const { twin, told } = await litBy('LUM', ['A', 'B', 'C', 'A', '', '', '', '?'], `columns:
  photometry: { column: LUM, files: { A: ${sharedPath(SODIUM)}, B: ${sharedPath(`06-photometry/../${SODIUM}`)}, C: { file: ${sharedPath(SODIUM)}, turnDeg: 180 } } }
assume: { photometry: ${sharedPath(ROADWAY)}, tiltDeg: 10 }
`);
    expect(told.sort()).toEqual(['lamps-photometry-across', 'lamps-unknown-photometry']);
    expect(twin.photometries.count).toBe(3);
    expect(twin.photometries.synthetic.every((made) => made === 0)).toBe(true);
    const rowOf = (lamp: number): number => twin.luminaires.photometry[twin.lamps.luminaire[lamp]!]!;
    expect([0, 1, 2, 3, 4, 7].map(rowOf)).toEqual([0, 0, 1, 0, 2, 2]);
    expect(twin.luminaires.technology[twin.lamps.luminaire[0]!]).toBe(lampTechnology.unknown);
    // The sodium luminaire says 33,200 lm, the assumed one 9,156.
    expect([0, 7].map((lamp) => Math.round(twin.lamps.ratedFluxLm[lamp]!))).toEqual([33_200, 9156]);
    expect(twin.litStreets.tiltDeg[0]).toBe(10);
    const said = twin.facts.sources.map(({ what, from }) => [what, from].map((text) => (text as { en: string }).en).join(': '));
    expect(said).toContain('lamps, distribution of light: 4 of 8: assumption of the mapping file, because lamps.csv does not give it');
    expect(said).toContain('distribution of light of 8 of 8 lamps: photometric files road_luminaire_template.ldt, OutdoorRoadway_60W_4000K_LM63-1995.ies');
    expect(said).toContain('carriageways: surface R3, maintenance factor 0.8: assumption, usual where lighting is designed');
  });

  test('lamps of a map, which has no such files: what a mapping assumes stands in, and its sources say so', async () => {
    const nodes = placesAlong((await importOsm(town)).value!, 8).map(({ longitudeDeg, latitudeDeg }, at) => `<node id="${100 + at}" lat="${latitudeDeg}" lon="${longitudeDeg}"><tag k="highway" v="street_lamp"/></node>`);
    const mapping = readMapping('map.yaml', `format: jumeau lamp mapping\nversion: 1\nassume: { photometry: { file: ${sharedPath(ROADWAY)}, turnDeg: 90 }, heightM: 7, tiltDeg: 5, surface: c2, maintenanceFactor: 0.75 }\n`).value!;
    const { value: twin } = await importOsm(write('lit.osm', townWith(nodes.join('\n'))), undefined, { mapping, photometries: readLampPhotometries('map.yaml', mapping).value! });
    expectSame(twin!, naive(readIesNaively(ROADWAY), 90, 'C2', twin!.streets.lengthM[0]!, { heightM: 7, tiltDeg: 5, maintenanceFactor: 0.75 }));
    const said = twin!.facts.sources.map(({ what, from }) => [what, from].map((text) => (text as { en: string }).en).join(': '));
    expect(said).toContain('lamps: height 7 m, LED 58.22 W instead of 100 W before, except 0 of 8 that their tags describe: assumption of the mapping file, because OpenStreetMap gives little more than positions');
    expect(said).toContain('carriageways: surface C2, maintenance factor 0.75: assumption of the mapping file');
  });

  test('a file whose watts are written in kilowatts is no luminaire of a street', async () => {
    const lines = readFileSync(sharedPath(SODIUM), 'latin1').replace(/^276(\.0*)?\s*$/m, '0.276');
    write('kilowatts.ldt', lines);
    expect((await litBy('T', EIGHT.map(() => ''), 'assume: { photometry: kilowatts.ldt }\n')).told).toEqual(['lamps-odd-photometry']);
  });

  test('a luminaire that was measured tilted is tilted by what is left', async () => {
    // Line 26 of EULUMDAT: tilt during measurement.
    const tilted = readTextLines(SODIUM).map((line, at) => (at === 24 ? '15' : line)).join('\r\n');
    write('tilted.ldt', tilted);
    const { twin, told } = await litBy('T', EIGHT.map(() => '20'), 'columns: { tilt: T }\nassume: { photometry: tilted.ldt }\n');
    expect(told).toEqual(['photometry-measured-tilt']);
    expect(twin.litStreets.tiltDeg[0]).toBe(5);
    expect(luminaireShares(twin)(0, 5).upwardShare).toBeGreaterThan(luminaireShares(twin)(0, 0).upwardShare);
  });

  test.each([90, 180, 270])('turned by %i degrees at import is turned by as much on the road', (turnDeg) => {
    for (const path of [ROADWAY, SCALED, SODIUM]) {
      const { value } = readPhotometricFile(sharedPath(path)), turned = turnedLight(value!, turnDeg);
      const wanted = roadLighting(street({ photometry: value!.photometry, turnDeg, tiltDeg: 5 })), got = roadLighting(street({ photometry: turned.photometry, tiltDeg: 5 }));
      for (const figure of figures) expect(got[figure]).toBeCloseTo(wanted[figure], 9);
    }
  });
});

test('losses and ageing: a column before the assumption for the technology; constant light output takes less when new', async () => {
  const { twin, told } = await litBy('LAMP,STANDBY', ['LED,0.3', 'LED,', 'LED,', 'SHP,'], `columns:
  technology: { column: LAMP, values: { LED: led, SHP: highPressureSodium } }
  luminaire: { standbyPowerW: STANDBY }
assume:
  luminaires:
    led: { standbyPowerW: 0.5, constantFluxStartShare: 0.8, constantFluxEndH: 50000, dirtPerYearShare: 0.04, cleaningYears: 4, fixedLossShare: 0.06 }
    highPressureSodium: { powerRisePerH: 0.000002 }
`);
  expect(told).toEqual([]);
  const kind = (lamp: number, column: 'standbyPowerW' | 'constantFluxStartShare' | 'constantFluxEndH' | 'dirtPerYearShare' | 'cleaningYears' | 'fixedLossShare' | 'powerRisePerH'): number => twin.luminaires[column][twin.lamps.luminaire[lamp]!]!;
  expect([0, 1, 2, 3].map((lamp) => kind(lamp, 'standbyPowerW'))).toEqual([0.3, 0.5, 0.5, 0]);
  expect((['constantFluxStartShare', 'constantFluxEndH', 'dirtPerYearShare', 'cleaningYears', 'fixedLossShare'] as const).map((column) => kind(1, column))).toEqual([0.8, 50_000, 0.04, 4, 0.06]);
  expect(kind(3, 'powerRisePerH')).toBe(0.000002);
  expect(twin.luminaires.count).toBe(3);
  // New, half way, and at the end of its 50,000 hours.
  expect([0, 25_000, 50_000].map((hours) => driveShare(twin, twin.lamps.luminaire[1]!, hours))).toEqual([0.8, 0.9, 1]);
});

test.each([
  ['half of constant light output', 'assume: { luminaires: { led: { constantFluxStartShare: 0.8 } } }\n', ['lamps-half-constant-flux']],
  ['no such surface', 'assume: { surface: w1 }\n', ['lamps-wrong-field']],
  ['a share beyond 1', 'assume: { luminaires: { led: { fixedLossShare: 1.5 } } }\n', ['lamps-wrong-field']],
  ['an angle that is none', 'columns: { tilt: T }\n', ['lamps-odd-value']],
  ['a column that is not there', 'columns: { luminaire: { standbyPowerW: WATTS } }\n', ['lamps-no-column']],
  ['a file that is not there', 'assume: { photometry: none.ldt }\n', ['lamps-no-photometry']],
  ['a folder', 'assume: { photometry: . }\n', ['lamps-no-photometry']],
  ['a name that no disk can have', 'assume: { photometry: "a\\0b.ies" }\n', ['lamps-no-photometry']],
  ['a name longer than any', `assume: { photometry: ${'a'.repeat(900)}.ies }\n`, ['lamps-no-photometry']],
  ['a tilt file with such a name', 'assume: { photometry: tilt.ies }\n', ['photometry-no-tilt-file']],
  ['a file that is none', 'assume: { photometry: town.osm }\n', ['photometry-neither']],
  ['a file beyond any size', 'assume: { photometry: huge.ies }\n', ['photometry-too-large']],
  ['a turn by no quarter', 'assume: { photometry: { file: a.ies, turnDeg: 45 } }\n', ['lamps-wrong-field']],
  ['more files than a city has kinds of luminaires', `columns: { photometry: { column: T, files: { ${Array.from({ length: 501 }, (_, at) => `f${at}: f${at}.ies`).join(', ')} } } }\n`, ['lamps-too-many-photometries', 'lamps-unknown-photometry']],
])('%s is told', async (_, mapping, wanted) => {
  write('tilt.ies', `IESNA:LM-63-2002\nTILT=${'b'.repeat(900)}\n1 6000 1 3 1 1 2 0 0 0\n1 1 60\n0 45 90\n0\n1900 1900 0\n`);
  write('huge.ies', 'x'.repeat(8_000_001));
  const { told } = await litBy('T', ['up'], mapping.includes('columns:') ? mapping : `columns: {}\n${mapping}`);
  expect(told).toEqual(wanted);
});
