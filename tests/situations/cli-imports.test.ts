// Goal: real files of others go in through the command, and what comes out runs the same way every time.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';
import { jumeau, jumeauJson, makeWorkplace, type Workplace } from './command.ts';

let place: Workplace;
const file = (name: string) => join(place.folder, name);
beforeAll(() => { place = makeWorkplace(); });
afterAll(() => place.remove());

describeOnSharedData('import and run from the command line', () => {
  test('Bologna acosta by its configuration: all 8,779 vehicles; one seed, one hash, whatever the process and the workers', () => {
    const told = jumeauJson(place, 'import', '-o', file('acosta.twin'), '--sumo', sharedPath('11-sumo-scenarios/bologna-acosta/run.sumocfg'));
    // Its buses come as vehicles without lines: there is no fleet, and yet they drive.
    expect(told).toMatchObject({ departures: 8779, signalisedJunctions: 16, buses: 0, busDepartures: 157 });
    expect(jumeau(place, 'inspect', file('acosta.twin'), '--lang', 'en').stdout).toMatch(/simulated vehicles of a day +8,779\n +of these, buses +157\n/);
    const hash = (seed: string, workers: string) => jumeauJson(place, 'run', file('acosta.twin'), '--seed', seed, '--hours', '0.1', '--workers', workers)['hash'];
    const first = hash('42', '1');
    expect(hash('42', '2')).toBe(first);
    expect(hash('43', '1')).not.toBe(first);
  });

  test('a SUMO network with routes, both packed, given one by one', () => {
    const grid = sharedPath('11-sumo-scenarios/grid/');
    const told = jumeauJson(place, 'import', '-o', file('grid.twin'), '--net', `${grid}grid12.net.xml.gz`, '--routes', `${grid}g12_4000.rou.xml.gz`);
    expect(told).toMatchObject({ departures: 4000, signalisedJunctions: 144 });
  });

  test('OpenStreetMap and GTFS together; GTFS alone', () => {
    const gtfs = sharedPath('03-gtfs/vvs-bus-751-only.gtfs.zip');
    const both = jumeauJson<Record<string, number>>(place, 'import', '-o', file('both.twin'), '--osm', sharedPath('02-osm/motis_test_case.osm.pbf'), '--gtfs', gtfs);
    expect(both).toMatchObject({ trips: 73, lines: 1 });
    expect(both['streetKm']).toBeGreaterThan(10);
    expect(jumeauJson(place, 'import', '-o', file('gtfs.twin'), '--gtfs', gtfs)).toMatchObject({ trips: 73, streetKm: 0 });
    expect(jumeauJson(place, 'run', file('gtfs.twin'), '--hours', '0.05')).toMatchObject({ vehiclesLoaded: 0, meanTravelTimeS: null });
  });

  test('a feed without stop times is a named problem and no file', () => {
    const { status, stderr } = jumeau(place, 'import', '-o', file('divia.twin'), '--gtfs', sharedPath('01-dijon/divia-gtfs-2024-01'));
    expect(status).toBe(1);
    expect(stderr).toMatch(/stop_times\.txt/);
    expect(existsSync(file('divia.twin'))).toBe(false);
  });
});

test('streets without traffic are told at the import, with what brings some; what is no map is told in the language of the reader', () => {
  writeFileSync(file('village.osm'), '<osm version="0.6"><node id="1" lat="47.3200" lon="5.0400"/><node id="2" lat="47.3210" lon="5.0410"/><way id="10"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way></osm>');
  expect(jumeau(place, 'import', '-o', file('village.twin'), '--osm', file('village.osm'))).toMatchObject({ status: 0, stderr: expect.stringMatching(/nothing drives: this city has no departures.*--gtfs to streets of OpenStreetMap/) as string });
  const { stdout } = jumeau(place, 'start', '--city', file('village.twin'), '--once', '--hours', '0.1');
  expect(stdout).not.toContain('–');
  expect(stdout).toMatch(/\d+ more indicators have nothing to measure/);
  writeFileSync(file('table.csv'), 'a,b\n1,2\n');
  expect(jumeau(place, 'import', '-o', file('none.twin'), '--osm', file('table.csv'), '--lang', 'fr')).toMatchObject({ status: 1, stderr: expect.stringContaining('(ni OSM XML, ni OSM PBF)') as string });
});

test('a folder, a network or routes in the place of the configuration are told with the options that take them', () => {
  for (const given of ['.', 'acosta.net.xml.gz', 'acosta.rou.xml']) {
    const ask = (language: string) => jumeau(place, 'import', '-o', file('none.twin'), '--sumo', given, '--lang', language);
    expect(ask('en'), given).toMatchObject({ status: 1, stderr: expect.stringMatching(/\.sumocfg.*--net .*--routes /) as string });
    expect(ask('fr').stderr, given).toMatch(/fichier de configuration.*--net .*--routes /);
  }
  expect(existsSync(file('none.twin'))).toBe(false);
});
