// Goal: scripts can rely on the commands: the keys of their JSON, their exit codes, and what they say when given nonsense.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { twinToBytes } from '../../engine/twin/bytes.ts';
import { smallCity } from '../browser/small-city.ts';
import { jumeau, jumeauJson, makeWorkplace, startJumeau, type Workplace } from './command.ts';

const inspectKeys = [
  'lamps', 'cabinets', 'priorityJunctions', 'signalisedJunctions', 'junctions', 'buses', 'busesAtPeak', 'trams', 'communes', 'stops', 'lines', 'cameras',
  'buildings', 'buildingsRenovated', 'bollardSites', 'fibreKm', 'geolocatedVehicles', 'radios', 'streetKm', 'lanes', 'hash',
];
const runKeys = [
  'hash', 'engine', 'simulatedS', 'wallS', 'cpuS', 'loadS', 'loopS', 'vehicleUpdates', 'vehiclesLoaded', 'vehiclesInserted', 'vehiclesArrived', 'vehiclesRunning',
  'vehiclesWaitingToEnter', 'rescued', 'collisions', 'meanTravelTimeS', 'meanTimeLossS', 'meanDepartDelayS', 'busMeanTravelTimeS', 'busMeanTimeLossS',
  'lightingEnergyKwh', 'peakRssMb',
];

let place: Workplace;
let town: string;

beforeAll(() => {
  place = makeWorkplace();
  town = join(place.folder, 'town.twin');
  writeFileSync(town, twinToBytes(smallCity()));
});
afterAll(() => place.remove());

const problemsOf = (stderr: string) => (JSON.parse(stderr) as { problems: { code: string; where: string; message: string }[] }).problems;
const unfinished = () => readdirSync(join(place.home, 'aside'));

describe('answers for scripts', () => {
  test('inspect gives the keys of the contract, counted in the twin', () => {
    const figures = jumeauJson(place, 'inspect', town);
    expect(Object.keys(figures)).toEqual(inspectKeys);
    const twin = smallCity();
    expect(figures).toMatchObject({ lamps: twin.lamps.count, junctions: 30, signalisedJunctions: 4, priorityJunctions: 4, buildings: 2, buildingsRenovated: 1, geolocatedVehicles: 1, radios: 0, fibreKm: 0.08 });
  });

  test('run gives the keys of the contract; vehicles are conserved; the clock adds up', () => {
    const figures = jumeauJson<Record<string, number>>(place, 'run', town, '--seed', '3', '--hours', '0.25');
    expect(Object.keys(figures)).toEqual(runKeys);
    expect(figures['simulatedS']).toBe(900);
    expect(figures['vehiclesLoaded']).toBe(60);
    expect(figures['vehiclesInserted']! + figures['vehiclesWaitingToEnter']!).toBe(figures['vehiclesLoaded']);
    expect(figures['vehiclesArrived']! + figures['vehiclesRunning']!).toBe(figures['vehiclesInserted']);
    expect(figures['lightingEnergyKwh']).toBeGreaterThan(0);
    expect(figures['wallS']).toBeGreaterThan(figures['loadS']! + figures['loopS']!);
  });

  test('the same seed gives the same hash in two processes and with one and two workers; a longer run another', () => {
    const hash = (seed: string, workers: string) => jumeauJson(place, 'run', town, '--seed', seed, '--hours', '0.25', '--workers', workers)['hash'];
    const first = hash('7', '1');
    expect([hash('7', '1'), hash('7', '2')]).toEqual([first, first]);
    expect(jumeauJson(place, 'run', town, '--seed', '7', '--hours', '0.3')['hash']).not.toBe(first);
  });

  test('--step and --from are heeded', () => {
    const figures = jumeauJson<Record<string, number>>(place, 'run', town, '--from', '23:00', '--hours', '0,5', '--step', '1');
    expect(figures['simulatedS']).toBe(1800);
    const [manifest] = manifests().filter(({ settings }) => settings['fromS'] === 23 * 3600);
    expect(manifest!.settings).toMatchObject({ fromS: 82_800, untilS: 84_600, stepS: 1, seed: 1 });
  });

  test('--links writes the traffic of every link by quarter of an hour', () => {
    const file = join(place.folder, 'links.csv');
    const figures = jumeauJson<Record<string, number>>(place, 'run', town, '--hours', '0.5', '--links', file);
    const [header, ...rows] = readFileSync(file, 'utf8').trim().split('\n').map((line) => line.split(','));
    expect(header).toEqual(['intervalStartS', 'edge', 'entered', 'left', 'meanTravelTimeS']);
    // All vehicles of this town drive on one link, on which they depart and arrive: as in SUMO, neither is an entry or an exit.
    expect(new Set(rows.map(([, edge]) => edge))).toEqual(new Set([smallCity().links.name[0]]));
    expect(new Set(rows.map(([start]) => Number(start) % 900))).toEqual(new Set([0]));
    const sum = (column: number) => rows.reduce((total, row) => total + Number(row[column]), 0);
    expect(figures['vehiclesArrived']).toBeGreaterThan(0);
    expect([sum(2), sum(3)]).toEqual([0, 0]);
  });

  test('a question can be asked of an imported city', () => {
    const usual = jumeauJson<Record<string, number>>(place, 'run', 'baseline', '--city', town, '--hours', '3');
    const dimmed = jumeauJson<Record<string, number>>(place, 'run', 'dim-after-midnight', '--city', town, '--hours', '3');
    expect(dimmed['lightingEnergyKwh']).toBeLessThan(usual['lightingEnergyKwh']!);
    expect(dimmed['meanTravelTimeS']).toBe(usual['meanTravelTimeS']);
  });

  test('start tells a change in the unit where a per cent means nothing, and that one seed says nothing of chance', () => {
    const { stdout } = jumeau(place, 'start', '--city', town, '--once', '--with', 'dim-after-midnight', '--hours', '3');
    expect(stdout).toMatch(/Lighting energy.*\(−[\d.]+%\)|kWh.*\(−[\d.]+%\)/);
    expect(stdout).toMatch(/One seed for each question/);
    expect(stdout).not.toMatch(/delay.*%\)/);
  });

  test('start shows a city of one’s own as its own files say, and the second time from the store', () => {
    const args = ['start', '--city', town, '--once'];
    interface Started { results: { question: string; folder: string; stored: boolean }[] }
    const [first, second] = [1, 2].map(() => jumeauJson<Started>(place, ...args).results);
    expect(first!.map(({ question, stored }) => ({ question, stored }))).toEqual([{ question: 'baseline', stored: false }]);
    expect(second).toEqual([{ ...first![0], stored: true }]);
    const { facts } = smallCity();
    const { settings } = JSON.parse(readFileSync(join(first![0]!.folder, 'manifest.json'), 'utf8')) as { settings: Record<string, unknown> };
    expect(settings).toMatchObject({ fromS: facts.defaultFromS, untilS: facts.defaultUntilS, stepS: facts.stepS, untilAllArrived: facts.runUntilAllArrived, replay: true });
    expect(existsSync(join(first![0]!.folder, 'replay'))).toBe(true);
  });

  test('compare pairs seeds, and the second time takes everything from the store', () => {
    const args = ['compare', 'baseline', 'dim-after-midnight', '--city', town, '--seeds', '2', '--hours', '2'];
    const first = jumeauJson<{ seeds: number[]; hashes: { baseline: string[] }; indicators: { indicator: string; differenceMean: number; pairs: number }[] }>(place, ...args);
    expect(first.seeds).toEqual([1, 2]);
    const energy = first.indicators.find(({ indicator }) => indicator === 'lighting-energy-kwh')!;
    expect(energy).toMatchObject({ pairs: 2 });
    expect(energy.differenceMean).toBeLessThan(0);
    const before = readdirSync(join(place.home, 'results')).length;
    expect(jumeauJson(place, ...args)).toEqual(first);
    expect(readdirSync(join(place.home, 'results')).length).toBe(before);
  });

  test('report writes one page that needs nothing from anywhere', () => {
    const file = join(place.folder, 'reports/night.html');
    jumeauJson(place, 'report', 'baseline', 'dim-after-midnight', '--city', town, '--seeds', '1', '--hours', '2', '-o', file);
    const page = readFileSync(file, 'utf8');
    expect(page).toMatch(/^<!doctype html>[\s\S]*<\/html>\s*$/i);
    expect(page).not.toMatch(/(src|href)="https?:/);
  });
});

function manifests(): { settings: Record<string, unknown> }[] {
  return readdirSync(join(place.home, 'results')).map((key) => JSON.parse(readFileSync(join(place.home, 'results', key, 'manifest.json'), 'utf8')) as { settings: Record<string, unknown> });
}

describe('bad input: exit code 1, every problem in words, no stack trace', () => {
  const nonsense: [what: string, args: string[], code: string, words: RegExp][] = [
    ['a question that does not exist', ['run', 'dim-after-midnite'], 'cli-unknown-question', /Did you mean "dim-after-midnight"/],
    ['a command that does not exist', ['inspekt'], 'cli-unknown-command', /Did you mean "inspect"/],
    ['an option that does not exist', ['run', 'baseline', '--sed', '1'], 'cli-unknown-option', /Did you mean "--seed"/],
    ['a seed that is no number', ['run', 'baseline', '--seed', 'one'], 'cli-not-a-number', /"one" is not a whole number/],
    ['more hours than a week', ['run', 'baseline', '--hours', '1000'], 'cli-not-a-number', /168/],
    ['a time that is none', ['run', 'baseline', '--from', '25h'], 'cli-not-a-time', /HH:MM/],
    ['nothing to run', ['run'], 'cli-missing-argument', /jumeau run --help/],
    ['a missing file', ['inspect', 'nowhere.twin'], 'cli-no-such-file', /no such file/],
    ['a language that we do not speak', ['questions', '--lang', 'de'], 'cli-unknown-language', /fr/],
    ['an import of nothing', ['import', '-o', 'x.twin'], 'cli-nothing-to-import', /--sumo/],
    ['an import without a place to write', ['import', '--osm', 'x.osm'], 'cli-missing-option', /--out/],
  ];
  test.each(nonsense)('%s', (_, args, code, words) => {
    const spoken = jumeau(place, ...args);
    expect(spoken.status).toBe(1);
    expect(spoken.stdout).toBe('');
    if (code !== 'cli-unknown-language') expect(spoken.stderr).toMatch(words);
    expect(spoken.stderr).not.toMatch(/\n\s+at /);
    const forScripts = jumeau(place, ...args, '--json');
    expect(forScripts.status).toBe(1);
    expect(problemsOf(forScripts.stderr)[0]!.code).toBe(code);
  });

  test('all wrong values are told at once', () => {
    const { stderr } = jumeau(place, 'run', 'baseline', '--seed', 'x', '--hours', 'y', '--from', 'z', '--json');
    expect(problemsOf(stderr).map(({ where }) => where)).toEqual(['--seed', '--hours', '--from']);
  });

  test('French is spoken when asked for', () => {
    expect(jumeau(place, 'run', 'baselin', '--lang', 'fr').stderr).toMatch(/Vouliez-vous dire «\sbaseline\s»/);
    expect(jumeau(place, 'run', '--help', '--lang', 'fr').stdout).toMatch(/Utilisation\s:/);
    expect(jumeau(place, '--help', '--lang', 'fr').stdout).toMatch(/Utilisation\s: jumeau \[options\] \[commande\][\s\S]*help \[commande\]/);
    expect(jumeau(place, 'help', 'run', '--lang', 'en').stdout).toMatch(/Usage: jumeau run \[options\] <question/);
  });

  test('French as the French write it: singular, line, spaces that do not break', () => {
    const source = join(place.folder, 'cut.net.xml');
    writeFileSync(source, '<net version="1.9">\n<edge id="a"');
    const { stderr } = jumeau(place, 'import', '-o', 'cut.twin', '--net', source, '--lang', 'fr');
    expect(stderr).toMatch(/^1 problème\u00a0:/);
    expect(stderr).toMatch(/cut\.net\.xml\u00a0: (vers la )?ligne 2/);
    expect(stderr).not.toMatch(/\(s\)|\bline\b| [:;!?%»]/);
    const { stdout } = jumeau(place, 'compare', 'baseline', 'dim-after-midnight', '--city', town, '--seeds', '2', '--hours', '2', '--lang', 'fr');
    expect(stdout).toMatch(/−[\d,]+ \(−[\d,]+\u202f%\)/);
    expect(stdout).not.toMatch(/[^\w]-\d| [:;!?%»]/);
  });

  test('twin files that are cut short, altered or something else', () => {
    const whole = twinToBytes(smallCity());
    const broken: Record<string, Uint8Array> = { empty: new Uint8Array(), cut: whole.slice(0, whole.length - 100), header: whole.slice(0, 40), other: new TextEncoder().encode('{"a": 1}'), version: Uint8Array.from(whole, (byte, at) => (at === 7 ? 57 : byte)) };
    for (const [name, bytes] of Object.entries(broken)) {
      const file = join(place.folder, `${name}.twin`);
      writeFileSync(file, bytes);
      const { status, stderr } = jumeau(place, 'run', file, '--json');
      expect({ name, status, code: problemsOf(stderr)[0]!.code }).toEqual({ name, status: 1, code: 'cli-not-a-twin' });
    }
  });

  test('twin files in which a byte was altered, and such as were made up to harm', () => {
    const whole = twinToBytes(smallCity()), nowhere = smallCity(), endless = smallCity();
    nowhere.links.toJunction[3] = 1e6;
    endless.facts.stepS = 0;
    const broken: [name: string, code: string, bytes: Uint8Array][] = [
      ['altered', 'cli-twin-altered', Uint8Array.from(whole, (byte, at) => (at === whole.length >> 1 ? byte ^ 1 : byte))],
      ['nowhere', 'twin-row-elsewhere', twinToBytes(nowhere)],
      ['endless', 'twin-fact', twinToBytes(endless)],
    ];
    for (const [name, code, bytes] of broken) {
      const file = join(place.folder, `${name}.twin`);
      writeFileSync(file, bytes);
      for (const command of [['run', file], ['inspect', file]]) {
        const { status, stderr } = jumeau(place, ...command, '--json');
        expect({ name, status, code: problemsOf(stderr)[0]!.code, where: problemsOf(stderr)[0]!.where.slice(0, file.length) }).toEqual({ name, status: 1, code, where: file });
      }
    }
  });

  test('files of others are not replaced, nor written under a name of another kind', () => {
    const notes = 'what someone else wrote';
    const commands: [ending: string, args: string[]][] = [
      ['.twin', ['import', '--osm', 'x.osm', '-o']],
      ['.html', ['report', 'baseline', 'baseline', '--city', town, '--seeds', '1', '--hours', '0.05', '-o']],
      ['.csv', ['run', town, '--hours', '0.05', '--links']],
    ];
    for (const [ending, args] of commands) {
      for (const [name, code] of [['README.md', 'cli-wrong-ending'], [`notes${ending}`, 'cli-not-ours']] as const) {
        const file = join(place.folder, name);
        writeFileSync(file, notes);
        const { status, stderr } = jumeau(place, ...args, file, '--json');
        expect({ ending, name, status, code: problemsOf(stderr)[0]!.code }).toEqual({ ending, name, status: 1, code });
        expect(readFileSync(file, 'utf8')).toBe(notes);
      }
    }
    // What an earlier command of ours wrote is replaced.
    for (const [ending, args] of commands.slice(1)) {
      const file = join(place.folder, `ours${ending}`);
      expect([1, 2].map(() => jumeau(place, ...args, file, '--json').status)).toEqual([0, 0]);
    }
  });

  test('places that cannot be written to', () => {
    for (const args of [['run', town, '--hours', '0.05', '--links', join(town, 'links.csv')], ['report', 'baseline', 'baseline', '--city', town, '--seeds', '1', '--hours', '0.05', '-o', join(town, 'x.html')]]) {
      const { status, stderr } = jumeau(place, ...args, '--json');
      expect(status).toBe(1);
      expect(problemsOf(stderr)[0]!.code).toBe('cli-not-writable');
    }
    // /proc: Node's own recursive mkdir never comes back from there.
    for (const home of [join(town, 'home'), ...(existsSync('/proc/self') ? ['/proc/x', '/proc/x/y'] : [])]) {
      const store = jumeau({ ...place, home }, 'run', town, '--hours', '0.05', '--json');
      expect({ home, status: store.status, code: problemsOf(store.stderr)[0]!.code }).toEqual({ home, status: 1, code: 'cli-not-writable' });
    }
  });
});

describe('spans in which nothing drives, or that go past the end, are said; the exit code stays 0', () => {
  const spans: [what: string, args: string[], code: string, words: RegExp][] = [
    ['none departs', ['--from', '07:00', '--hours', '1'], 'cli-none-departs', /no departures between 07:00 and 08:00/],
    ['past the end', ['--hours', '25'], 'cli-past-the-end', /until 25:00, but this city’s day ends at 24:00/],
  ];
  test.each(spans)('%s', (_, args, code, words) => {
    for (const command of [['run', town], ['start', '--city', town, '--once']]) {
      const spoken = jumeau(place, ...command, ...args, '--step', '2');
      expect([spoken.status, spoken.stderr]).toEqual([0, expect.stringMatching(words)]);
      expect(problemsOf(jumeau(place, ...command, ...args, '--step', '2', '--json').stderr).map((one) => one.code)).toEqual([code]);
    }
  });

  test('a usual span gives no warning, and a whole day ends at 24:00', () => {
    const { stdout, stderr } = jumeau(place, 'run', town, '--step', '2');
    expect(stdout).toContain('00:00 → 24:00,');
    // On a busy machine it may say how far it is, which is no warning.
    expect(stderr.split('\n').filter((line) => line !== '' && !line.startsWith('Simulating'))).toEqual([]);
  });
});

describe('imports', () => {
  const osm = (streets: string) => `<?xml version="1.0"?><osm version="0.6"><node id="1" lat="47.320" lon="5.040"/><node id="2" lat="47.321" lon="5.041"/><node id="3" lat="47.322" lon="5.042"/><node id="4" lat="47.321" lon="5.043"/>${streets}</osm>`;

  test('a city from OpenStreetMap becomes a file that the other commands read', () => {
    const source = join(place.folder, 'village.osm'), file = join(place.folder, 'village.twin');
    writeFileSync(source, osm('<way id="10"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/></way><way id="11"><nd ref="2"/><nd ref="4"/><tag k="highway" v="residential"/></way>'));
    const told = jumeauJson(place, 'import', '-o', file, '--osm', source);
    expect(told).toMatchObject({ file, junctions: 4 });
    expect(jumeauJson(place, 'inspect', file)['hash']).toBe(told['hash']);
    const run = jumeau(place, 'run', file, '--hours', '0.1', '--json');
    expect(JSON.parse(run.stdout)).toMatchObject({ vehiclesLoaded: 0 });
    expect(problemsOf(run.stderr).map(({ code }) => code)).toEqual(['cli-no-departures']);
  });

  test('a broken source leaves no file, and an older one untouched', () => {
    const source = join(place.folder, 'broken.osm'), file = join(place.folder, 'kept.twin');
    writeFileSync(source, osm('<way id="10"><nd ref="1"/>').slice(0, -20));
    writeFileSync(file, 'JUMEAU-2 as it was there before');
    expect(jumeau(place, 'import', '-o', file, '--osm', source).status).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe('JUMEAU-2 as it was there before');
    expect(readdirSync(place.folder).filter((name) => name.includes('.part'))).toEqual([]);
  });

  test('SUMO and OpenStreetMap at once is a problem', () => {
    const { status, stderr } = jumeau(place, 'import', '-o', 'x.twin', '--osm', 'a.osm', '--net', 'b.net.xml', '--json');
    expect([status, problemsOf(stderr)[0]!.code]).toEqual([1, 'cli-import-mixed']);
  });
});

describe('interrupted and killed', () => {
  const longRun = async () => {
    const child = startJumeau(place, 'run', town, '--hours', '168');
    while (!existsSync(join(place.home, 'aside')) || unfinished().length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    return child;
  };

  test('Ctrl-C leaves nothing half written', async () => {
    const child = await longRun();
    child.kill('SIGINT');
    expect(await child.ended).toBe(130);
    expect(unfinished()).toEqual([]);
  });

  test('what a killed process left is gone after the next command, and finished results stay', async () => {
    const results = () => readdirSync(join(place.home, 'results')).sort();
    const before = results();
    const child = await longRun();
    child.kill('SIGKILL');
    await child.ended;
    expect(unfinished().length).toBe(1);
    expect(results()).toEqual(before);
    jumeauJson(place, 'run', town, '--hours', '0.05', '--seed', '99');
    expect(unfinished()).toEqual([]);
    expect(results()).toEqual(expect.arrayContaining(before));
  });
});

test('a run that comes out otherwise than before is a fault of ours: exit code 2 and a file to send', () => {
  const other = { ...place, home: join(place.folder, 'other-home') };
  mkdirSync(other.home);
  jumeauJson(other, 'run', town, '--hours', '0.05');
  const [key] = readdirSync(join(other.home, 'results'));
  const manifest = join(other.home, 'results', key!, 'manifest.json');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/"hash": "[0-9a-f]{64}"/, `"hash": "${'0'.repeat(64)}"`));
  const { status, stdout, stderr } = jumeau(other, 'run', town, '--hours', '0.05');
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/fault of its own/);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(readFileSync(join(other.home, 'fault.txt'), 'utf8')).toMatch(/DifferentHash|[0-9a-f]{64}/);
});
