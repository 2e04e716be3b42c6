// Goal: whoever has an inventory and the files of its luminaires sees by two commands how a real city is lit; what is wrong with files is told by their names.
import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';
import { jumeau, jumeauJson, makeWorkplace, type Workplace } from './command.ts';

const town = `<?xml version="1.0"?><osm version="0.6">
<node id="1" lat="47.3200" lon="5.0400"/><node id="2" lat="47.3200" lon="5.0432"/><node id="3" lat="47.3200" lon="5.0464"/>
<node id="4" lat="47.3202" lon="5.0405"><tag k="highway" v="street_lamp"/></node>
<way id="10"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/><tag k="name" v="Rue Basse"/></way><way id="11"><nd ref="2"/><nd ref="3"/><tag k="highway" v="tertiary"/><tag k="name" v="Rue Haute"/></way></osm>`;
/** The example of the page on the model, as it stands there. */
const example = /```yaml\n(# Light[\s\S]*?)```/.exec(readFileSync(new URL('../../docs/models/lamp-inventories.md', import.meta.url), 'utf8'))![1]!;

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace();
  // Eight lamps in either street, 4 m north of its middle, every 30 m.
  const rows = Array.from({ length: 16 }, (_, at) => `P${at},${5.0402 + at * 0.0004},47.320036,${at < 8 ? 'ROAD 60' : ''},5,60`);
  for (const [name, content] of Object.entries({ 'town.osm': town, 'lamps.csv': ['NUM,X,Y,LUMINAIRE,TILT,WATTS', ...rows].join('\n'), 'map.yaml': example })) writeFileSync(join(place.folder, name), content);
  mkdirSync(join(place.folder, 'optics'));
});
afterAll(() => place.remove());

const importing = ['import', '-o', 'town.twin', '--osm', 'town.osm', '--lamps', 'lamps.csv', '--lamps-mapping', 'map.yaml'];

test('files that are not there are named, each with what to do', () => {
  const { status, stderr } = jumeau(place, ...importing);
  expect(status).toBe(1);
  for (const name of ['optics/road-60.ies', 'optics/post-top.ldt']) expect(stderr).toContain(name);
  expect(stderr).toContain('begins in the folder of the mapping');
  expect(jumeau(place, ...importing, '--lang', 'fr').stderr).toContain('qui part du dossier de la correspondance');
});

describeOnSharedData('with photometric files', () => {
  beforeAll(() => {
    copyFileSync(sharedPath('06-photometry/OutdoorRoadway_60W_4000K_LM63-1995.ies'), join(place.folder, 'optics/road-60.ies'));
    copyFileSync(sharedPath('06-photometry/road_luminaire_template.ldt'), join(place.folder, 'optics/post-top.ldt'));
  });

  test('import, then light: every street has its verdict, with the example of the page', () => {
    jumeauJson(place, ...importing);
    const { zones, belowByHour } = jumeauJson<{ zones: { zone: string | null; km: number; belowPercent: number; dpMwPerLxM2: number }[]; belowByHour: (number | null)[] }>(place, 'light', 'town.twin', '-o', 'streets.csv');
    const all = zones.find(({ zone }) => zone === null)!, [head, ...rows] = readFileSync(join(place.folder, 'streets.csv'), 'utf8').trim().split('\n').map((line) => line.split(',')), at = (name: string): number => head!.indexOf(name);
    // 0.0032 degrees are 241 m here: two streets.
    expect(all.km).toBeCloseTo(2 * 0.0032 * 111.195 * Math.cos((47.32 * Math.PI) / 180), 2);
    expect(all.dpMwPerLxM2).toBeGreaterThan(0);
    expect(belowByHour.some((share) => share !== null)).toBe(true);
    expect(rows.map((row) => row[at('street')])).toEqual(['Rue Basse', 'Rue Haute']);
    for (const row of rows) expect(Number(row[at('lavCdM2')])).toBeGreaterThan(0);
    // The file that a row names has 9,156 lm. The assumed one has 33,200 lm of 276 W: these take 60 W.
    expect(rows.map((row) => Math.round(Number(row[at('fluxLm')])))).toEqual([9156, Math.round((33_200 * 60) / 276)]);
    expect(jumeau(place, 'tune', 'lighting', '--city', 'town.twin', '-o', 'found').status).toBe(0);
    expect(jumeau(place, 'import', '-o', 'again.twin', ...importing.slice(3), '--lang', 'fr').stdout).toMatch(/chaussées\s: revêtement R3, facteur de maintenance 0,8/);
  }, 60_000);

  test('lamps of a map with what the mapping assumes: the street of the one lamp has its light', () => {
    jumeauJson(place, 'import', '-o', 'mapped.twin', '--osm', 'town.osm', '--lamps-mapping', 'map.yaml');
    const { zones } = jumeauJson<{ zones: { zone: string | null; km: number }[] }>(place, 'light', 'mapped.twin');
    expect(zones.at(-1)!.km).toBeCloseTo(0.0032 * 111.195 * Math.cos((47.32 * Math.PI) / 180), 2);
    const alone = jumeau(place, 'import', '-o', 'none.twin', '--lamps-mapping', 'map.yaml');
    expect([alone.status, alone.stderr]).toEqual([1, expect.stringContaining('go together')]);
  });

  test('a damaged file, and one beyond any size: told by name and line', () => {
    const whole = readFileSync(join(place.folder, 'optics/post-top.ldt'), 'latin1');
    writeFileSync(join(place.folder, 'optics/post-top.ldt'), whole.replace(/^184\s*$/m, 'bright'), 'latin1');
    const { status, stderr } = jumeau(place, ...importing);
    expect([status, stderr]).toEqual([1, expect.stringContaining('post-top.ldt: line')]);
    truncateSync(join(place.folder, 'optics/road-60.ies'), 20_000_000);
    expect(jumeau(place, ...importing).stderr).toMatch(/road-60\.ies.*larger than 8000000 bytes/s);
  });
});
