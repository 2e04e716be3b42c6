// Goal: an engineer's own changes, and plans they have edited, get the answers that questions of the library get; whatever is wrong with their files is told at once.
import { writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { twinHash, twinToBytes } from '../../engine/twin/bytes.ts';
import { busPriorityOff } from '../../scenarios/questions/bus-priority-off.ts';
import { busTown } from '../verification/bus-town.ts';
import { jumeau, jumeauJson, makeWorkplace, type Workplace } from './command.ts';

interface Compared { twinHash: string; scenarioTwinHash?: string; hashes: { baseline: string[]; scenario: string[] }; indicators: { indicator: string; baselineMean: number; scenarioMean: number }[] }

let place: Workplace, town: string, edited: string;
const file = (name: string, content: unknown): string => {
  const path = join(place.folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const span = ['--from', '07:00', '--hours', '0.5', '--seeds', '2'];

beforeAll(() => {
  place = makeWorkplace();
  town = join(place.folder, 'town.twin');
  writeFileSync(town, twinToBytes(busTown()));
  const other = busTown();
  other.controllers.busPriority.fill(0);
  edited = join(place.folder, 'edited.twin');
  writeFileSync(edited, twinToBytes(other));
});
afterAll(() => place.remove());

describe('changes in a file', () => {
  test('give what the question with the same changes gives, from the same stored runs', () => {
    const own = file('own.json', busPriorityOff.changes);
    const asked = jumeauJson<Compared>(place, 'compare', 'baseline', 'bus-priority-off', '--city', town, ...span);
    const answered = jumeauJson<Compared>(place, 'compare', 'baseline', own, '--city', town, ...span);
    expect(answered.hashes).toEqual(asked.hashes);
    expect(answered.indicators.slice(0, 4)).toEqual(asked.indicators.slice(0, 4));
    expect(asked.hashes.scenario).not.toEqual(asked.hashes.baseline);
  });

  test('are taken by run, transit, explain and both reports, which print them with their reason', () => {
    const own = file('own.json', busPriorityOff.changes), page = join(place.folder, 'own.html');
    const run = jumeauJson(place, 'run', own, '--city', town, '--from', '07:00', '--hours', '0.5', '--seed', '1');
    expect(run['hash']).toBe(jumeauJson<Compared>(place, 'compare', 'baseline', own, '--city', town, ...span).hashes.scenario[0]);
    expect(jumeauJson(place, 'transit', 'baseline', own, '--city', town, ...span)).toMatchObject({ questions: ['baseline', 'own.json'] });
    const controller = busTown().controllers.name[0]!;
    expect(jumeau(place, 'explain', controller, '--at', '07:10:00', '--run', own, '--city', town, '--from', '07:00', '--hours', '0.5')).toMatchObject({ status: 0 });
    for (const report of [['report'], ['report', 'priority']]) {
      expect(jumeau(place, ...report, 'baseline', own, '--city', town, ...span, '-o', page)).toMatchObject({ status: 0 });
      expect(readFileSync(page, 'utf8')).toContain('switching it off measures what it brings');
    }
  });

  test('as a search leaves them: the reader takes what the writer wrote', () => {
    const name = busTown().controllers.name[0]!;
    const own = file('change.json', [{ change: 'priority-rules', why: { fr: 'recherche de réglages', en: 'search for settings' }, controllers: [name], longestExtensionS: 8, leastLateS: 60 }]);
    expect(jumeauJson<Compared>(place, 'compare', 'baseline', own, '--city', town, ...span).hashes.scenario).toHaveLength(2);
  });

  test('that are wrong: every problem of both files in one answer, in French too', () => {
    const one = file('one.json', [{ change: 'bus-priorty' }, { change: 'bus-priority', why: 'too many words here', controllers: 'all', enabled: 'no' }]), two = file('two.json', '[{');
    const { status, stderr } = jumeau(place, 'compare', one, two, '--city', town, ...span);
    expect(status).toBe(1);
    for (const told of [/one\.json: line 1: change 1, change: .*Did you mean "bus-priority"\?/, /one\.json: line 1: change 2 \(bus-priority\), enabled/, /two\.json: line 1, column 3: this cannot be read as JSON/]) expect(stderr).toMatch(told);
    expect(jumeau(place, 'run', two, '--lang', 'fr').stderr).toMatch(/ne se lit pas comme du JSON/);
    const comma = file('comma.json', '[{ "change": "dim-lamps",\n   "zone": "all",\n}]');
    expect(jumeau(place, 'run', comma).stderr).toMatch(/comma\.json: line 3, column 1: .*look for a comma too many/);
    expect(jumeau(place, 'run', comma, '--lang', 'fr').stderr).toMatch(/comma\.json\s: ligne 3, colonne 1\s: .*cherchez une virgule de trop/);
  });

  test('that are wrong in form, beside others that do not fit the city: all told together, of both files, and with a city that is not there', () => {
    const unfit = { change: 'dim-lamps', why: 'a zone that is not there', zone: 'nowhere', from: '00:00', until: '05:00', outputShare: 0.5 };
    const one = file('form.json', [{ change: 'dim-lamps', why: 'too many words here', zone: 'all' }, unfit]), two = file('fit.json', [unfit]);
    const told = [/form\.json: line 1: change 1 \(dim-lamps\), outputShare: /, /form\.json: line 1: change 2 \(dim-lamps\), zone: .*nowhere/];
    for (const command of [['run', one], ['light', one], ['compare', one, two]]) {
      const { status, stderr } = jumeau(place, ...command, '--city', town);
      expect(status).toBe(1);
      for (const each of command.includes(two) ? [...told, /fit\.json: line 1: change 1 \(dim-lamps\), zone: /] : told) expect(stderr).toMatch(each);
    }
    const { stderr } = jumeau(place, 'run', one, '--city', 'gone.twin');
    for (const each of [told[0]!, /gone\.twin: /]) expect(stderr).toMatch(each);
  });

  test('that are wrong in one field and do not fit the city in another, or are of a kind misspelt: names are held against the city at once', () => {
    const { status, stderr } = jumeau(place, 'run', file('both.yaml', 'changes:\n  - { change: headway, why: Meeting of 12 March, lines: [L55], everyMin: 5, from: "07:00", until: "26:00" }\n  - { change: dim-lamps, why: Meeting of 12 March, zone: vilages, from: "07:00", until: "08:00", outputShare: 30 }\n  - { change: bus-prioritys, why: Meeting of 12 March, controllers: [nowhere], enabled: true }\n'), '--city', town);
    expect(status).toBe(1);
    const told = stderr.split('\n').filter((line) => line.includes('both.yaml'));
    for (const [at, each] of [/line 2: change 1 \(headway\), until: /, /line 2: change 1 \(headway\), lines 1: .*"L55"/, /line 3: change 2 \(dim-lamps\), outputShare: .*0\.3 for 30%/, /line 3: change 2 \(dim-lamps\), zone: .*"vilages"/, /line 4: change 3, change: .*Did you mean "bus-priority"\?/, /line 4: change 3 \(bus-priority\), controllers 1: .*"nowhere"/].entries()) expect(told[at]).toMatch(each);
    expect(told).toHaveLength(6);
  });

  test('are held against the city by `questions` as by `compare`; without a city it is said that they were not', () => {
    const why = 'to see what happens', wrong = file('unfit.json', [{ change: 'bus-holding', why, lines: ['L55'], hold: 'none' }, { change: 'limit-by-time', why, where: { street: 'Nowhere' }, from: '07:00', until: '08:00', limitKmh: 30 }]);
    const [asked, compared] = [jumeau(place, 'questions', wrong, '--city', town), jumeau(place, 'compare', 'baseline', wrong, '--city', town, ...span)];
    expect(asked).toEqual(compared);
    expect(asked).toMatchObject({ status: 1, stderr: expect.stringMatching(/L55[^]*Nowhere/) as string });
    const sound = file('sound.json', busPriorityOff.changes);
    expect(jumeau(place, 'questions', sound, '--city', town)).toMatchObject({ status: 0, stdout: expect.stringMatching(/\n\nHeld against the city \(.*nothing contradicts\.\n$/) as string });
    expect(jumeauJson(place, 'questions', sound, '--city', town)).toMatchObject({ heldAgainst: { twinHash: twinHash(busTown()) } });
    // A store of its own, in which no reference city was built.
    const elsewhere = { ...place, home: join(place.folder, 'elsewhere') };
    expect(jumeau(elsewhere, 'questions', wrong)).toMatchObject({ status: 0, stdout: expect.stringMatching(/Not held against a city[^\n]* --city city\.twin\n$/) as string });
  });

  test('that are none: told, for their runs would be those of the city as it is', () => {
    const none = file('none.json', []);
    for (const [language, told] of [['en', /none\.json: there is no change in this file/], ['fr', /none\.json.*il n’y a aucun changement dans ce fichier/]] as const) {
      expect(jumeau(place, 'run', none, '--city', town, '--lang', language)).toMatchObject({ status: 1, stderr: expect.stringMatching(told) as string });
    }
  });

  test('that do not fit the city: told with the name of the file before anything runs', () => {
    const own = file('own.json', [{ change: 'bus-priority', enabled: false, controllers: ['nowhere'], why: 'a junction that is not there' }]);
    for (const command of [['compare', 'baseline', own, ...span], ['run', own]]) {
      expect(jumeau(place, ...command, '--city', town)).toMatchObject({ status: 1, stderr: expect.stringMatching(/own\.json: line 1: change 1 \(bus-priority\), controllers 1: /) as string });
    }
  });

  test.each([
    ['nothing', ''], ['no list', '{}'], ['a million brackets', '['.repeat(900_000)], ['brackets that close', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
    ['a kind that is no word', '[{"change":{"toString":1}}]'], ['a kind of nested lists', `[{"change":${'['.repeat(100_000)}${']'.repeat(100_000)}}]`], ['nobody', '[null, 3, "x"]'],
    ['a prototype', '[{"__proto__":{"change":"bus-priority"},"constructor":1}]'], ['more than a megabyte', JSON.stringify(['x'.repeat(1_000_001)])], ['a very long name', JSON.stringify([{ change: 'x'.repeat(900_000) }])],
  ])('that mean harm (%s): a problem, no fault', (_, content) => {
    const { status, stderr } = jumeau(place, 'run', file('hostile.json', content), '--city', town);
    expect(status).toBe(1);
    expect(stderr).toMatch(/problem/);
    expect(stderr).not.toMatch(/fault of its own/);
    expect(stderr.length).toBeLessThan(5000);
  });
});

describe('two cities with the same vehicles', () => {
  test('are compared seed by seed: what differs is named, and is all that differs', () => {
    const asked = jumeauJson<Compared>(place, 'compare', 'baseline', 'bus-priority-off', '--city', town, ...span);
    const answered = jumeauJson<Compared>(place, 'compare', town, edited, ...span);
    expect(answered.hashes).toEqual(asked.hashes);
    expect(answered.twinHash).toBe(twinHash(busTown()));
    expect(answered.scenarioTwinHash).not.toBe(answered.twinHash);
    const page = join(place.folder, 'cities.html');
    expect(jumeau(place, 'report', 'priority', town, edited, ...span, '-o', page)).toMatchObject({ status: 0 });
    expect(readFileSync(page, 'utf8')).toMatch(/these tables of the twin differ: controllers\./);
  });

  test('a city with other vehicles is refused, and says why', () => {
    const other = busTown();
    other.departures.departS[other.departures.count - 1]! += 1;
    const path = join(place.folder, 'other.twin');
    writeFileSync(path, twinToBytes(other));
    expect(jumeau(place, 'compare', town, path, ...span)).toMatchObject({ status: 1, stderr: expect.stringMatching(/other\.twin: its vehicles, .*tables that differ: departures/) as string });
  });
});
