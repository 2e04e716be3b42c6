// Goal: a person stops a run, goes on with it later, or begins a what-if on the streets that it has filled; and is told what is wrong when that cannot be.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tablesToBytes } from '../../engine/foundation/table-bytes.ts';
import { twinToBytes } from '../../engine/twin/bytes.ts';
import { busTown } from '../verification/bus-town.ts';
import { smallCity } from '../browser/small-city.ts';
import { jumeau, jumeauJson, makeWorkplace, type Workplace } from './command.ts';

let place: Workplace, town: string, other: string, halted: string;
beforeAll(() => {
  place = makeWorkplace();
  [town, other, halted] = ['town.twin', 'other.twin', 'halted.checkpoint'].map((name) => join(place.folder, name)) as [string, string, string];
  writeFileSync(town, twinToBytes(busTown()));
  writeFileSync(other, twinToBytes(smallCity()));
});
afterAll(() => place.remove());

const morning = ['--from', '06:30', '--hours', '0.75', '--seed', '7'];
const codesOf = (...args: string[]) => {
  const { status, stderr } = jumeau(place, ...args, '--json');
  expect(status).toBe(1);
  return (JSON.parse(stderr) as { problems: { code: string }[] }).problems.map(({ code }) => code);
};

describe('a run that is stopped', () => {
  test('leaves a checkpoint and no result, and says how to go on', () => {
    const { status, stdout } = jumeau(place, 'run', town, ...morning, '--checkpoint-at', '07:00', '--checkpoint', halted);
    expect(status).toBe(0);
    expect(stdout).toContain('Stopped at 07:00');
    expect(stdout).toContain(`npx jumeau run ${town} --resume ${halted}`);
    expect(existsSync(halted)).toBe(true);
    expect(readdirSync(join(place.home, 'results'))).toEqual([]);
    expect(readdirSync(place.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('gone on with gives the hash, the key and the traffic of the run that never stopped', () => {
    const links = join(place.folder, 'links.csv'), whole = join(place.folder, 'whole.csv');
    const resumed = jumeauJson(place, 'run', town, '--resume', halted, '--links', links);
    const results = readdirSync(join(place.home, 'results'));
    const once = jumeauJson(place, 'run', town, ...morning, '--links', whole);
    for (const key of ['hash', 'simulatedS', 'vehicleUpdates', 'vehiclesArrived', 'meanTimeLossS', 'lightingEnergyKwh']) expect(resumed[key], key).toEqual(once[key]);
    expect(readdirSync(join(place.home, 'results'))).toEqual(results);
    expect(readFileSync(links, 'utf8')).toBe(readFileSync(whole, 'utf8'));
  });

  test('may be stopped again, and at its own end, which is a result too', () => {
    const later = join(place.folder, 'later.checkpoint'), end = join(place.folder, 'end.checkpoint');
    expect(jumeauJson(place, 'run', town, '--resume', halted, '--checkpoint-at', '07:10', '--checkpoint', later)).toMatchObject({ checkpoint: later, atS: 7 * 3600 + 600 });
    const first = jumeauJson(place, 'run', town, '--resume', later, '--checkpoint', end);
    expect(first['hash']).toBe(jumeauJson(place, 'run', town, ...morning)['hash']);
    const longer = [...morning.slice(0, 3), '1', ...morning.slice(4)];
    expect(jumeauJson(place, 'run', town, '--resume', end, '--hours', '1')['hash']).toBe(jumeauJson(place, 'run', town, ...longer)['hash']);
  });
});

test('a what-if begins on filled streets, is a result of its own, and says so', () => {
  const { status, stdout } = jumeau(place, 'run', 'dim-after-midnight', '--city', town, '--resume', halted);
  expect(status).toBe(0);
  expect(stdout).toContain('Until 07:00 the streets were filled by "');
  const begun = readdirSync(join(place.home, 'results')).map((key) => JSON.parse(readFileSync(join(place.home, 'results', key, 'manifest.json'), 'utf8')) as { scenario: string; begunFrom?: { atS: number } });
  expect(begun.filter(({ begunFrom }) => begunFrom).map(({ scenario, begunFrom }) => [scenario, begunFrom!.atS])).toEqual([['dim-after-midnight', 7 * 3600]]);
});

describe('is refused, and why', () => {
  test('another city, another seed, start and step, an end before the stop: all at once', () => {
    expect(codesOf('run', other, '--resume', halted, '--seed', '8', '--from', '06:00', '--step', '1', '--reroute', '0.5', '--hours', '0.1'))
      .toEqual(['checkpoint-other-city', 'checkpoint-other-setting', 'checkpoint-other-setting', 'checkpoint-other-setting', 'checkpoint-other-setting', 'checkpoint-past-the-end']);
  });

  test('another version of the engine', () => {
    const bytes = readFileSync(halted), text = bytes.toString('latin1'), engine = /"engine":"([^"]+)"/.exec(text)![1]!;
    const changed = join(place.folder, 'old.checkpoint');
    writeFileSync(changed, Buffer.from(text.replace(engine, engine.replace(/./g, '0')), 'latin1'));
    expect(codesOf('run', town, '--resume', changed)).toEqual(['checkpoint-other-engine']);
  });

  test('a file that is none, is cut short, or was altered', () => {
    const broken = join(place.folder, 'broken.checkpoint'), bytes = readFileSync(halted), altered = Buffer.from(bytes);
    altered[altered.length - 5000]! ^= 1;
    const tries: [Uint8Array, string][] = [
      [Buffer.from('not a checkpoint'), 'checkpoint-not-whole'], [bytes.subarray(0, bytes.length - 100), 'checkpoint-not-whole'], [altered, 'checkpoint-altered'],
      [tablesToBytes('HALTED-1', {}, {}, { digest: '', rows: '', about: { city: 'no more' } }), 'checkpoint-not-whole'],
    ];
    for (const [content, code] of tries) {
      writeFileSync(broken, content);
      expect(codesOf('run', town, '--resume', broken)).toEqual([code]);
    }
    expect(codesOf('run', town, '--resume', join(place.folder, 'nowhere.checkpoint'))).toEqual(['cli-no-such-file']);
  });

  test('a stop after the end of a city that runs until all have arrived, known only when they have', () => {
    const twin = busTown(), endless = join(place.folder, 'endless.twin'), none = join(place.folder, 'none.checkpoint');
    twin.facts.runUntilAllArrived = true;
    writeFileSync(endless, twinToBytes(twin));
    const stop = (...more: string[]) => jumeau(place, 'run', endless, '--from', '06:30', '--checkpoint-at', '29:00', '--checkpoint', none, ...more);
    expect(stop()).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/goes from 06:30 to 2[0-9]:[0-9:]+: it cannot stop at 29:00/) as string });
    expect(stop('--lang', 'fr').stderr).toMatch(/va de 06:30 à 2[0-9]:[0-9:]+\s: elle ne peut pas s’arrêter à 29:00/);
    expect(existsSync(none)).toBe(false);
  });

  test('a stop outside the run, without a file, or together with what only a result has', () => {
    expect(codesOf('run', town, ...morning, '--checkpoint-at', '09:00', '--checkpoint', halted)).toEqual(['cli-checkpoint-outside']);
    expect(codesOf('run', town, ...morning, '--checkpoint-at', '07:00')).toEqual(['cli-checkpoint-no-file']);
    expect(codesOf('run', town, ...morning, '--checkpoint-at', '07:00', '--checkpoint', halted, '--links', 'links.csv')).toEqual(['cli-checkpoint-no-links']);
    expect(codesOf('run', town, ...morning, '--checkpoint-at', 'noon', '--checkpoint', halted)).toEqual(['cli-not-a-time']);
    expect(codesOf('run', town, ...morning, '--checkpoint', town)).toEqual(['cli-wrong-ending']);
  });
});
