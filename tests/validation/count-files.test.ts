// Goal: real files of counts are read to the vehicle: each is counted a second time here, another way, and days look like days.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { countedProfile } from '../../data/build/demand/counted-profile.ts';
import { readComptageMobilites } from '../../data/formats/counts/comptage-mobilites.ts';
import type { CountFile } from '../../data/formats/counts/counted-spans.ts';
import { readDatexMeasurements } from '../../data/formats/counts/datex-measurements.ts';
import { readFim } from '../../data/formats/counts/fim.ts';
import { readLinkCounts } from '../../data/formats/counts/link-counts.ts';
import { readSiredo } from '../../data/formats/counts/siredo.ts';
import { readVehicleByVehicle } from '../../data/formats/counts/vehicle-by-vehicle.ts';
import { inWords } from '../../scenarios/language/problems.ts';
import type { Checked } from '../../engine/foundation/problem.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';

const contentOf = (name: string): string => readFileSync(sharedPath(`08-traffic/${name}`), 'utf8');
const total = ({ spans }: CountFile): number => spans.vehicleCount.reduce((sum, vehicles) => sum + vehicles, 0);
const sure = ({ value, problems }: Checked<CountFile>): CountFile => {
  expect(problems).toEqual([]);
  return value!;
};
const shown = (hours: readonly number[]): string => hours.map((share) => (100 * share).toFixed(1)).join(' ');

describeOnSharedData('files of counts', () => {
  test('Eco-Compteur: every line, with its day; 4 counters of the schema', () => {
    const name = 'exemple-valide-eco-compteur.csv', lines = contentOf(name).trim().split(/\r?\n/).slice(1).map((line) => line.split(','));
    const file = sure(readComptageMobilites(name, contentOf(name)));
    expect(file.spans.count).toBe(lines.length);
    expect(total(file)).toBeCloseTo(lines.reduce((sum, line) => sum + Number(line[4]), 0), 6);
    expect(file.day).toBe(lines.map((line) => line[2]!.slice(0, 10)).sort()[0]);
    expect(new Set(file.spans.station)).toEqual(new Set(lines.map((line) => line[0])));
    // The file counts whole days; that of the clock change, 27 March 2022, has 23 hours there.
    expect(new Set(Array.from(file.spans.fromS, (fromS, row) => file.spans.untilS[row]! - fromS))).toEqual(new Set([86400, 82800]));
    console.log(`Eco-Compteur: ${file.spans.count} days of ${new Set(file.spans.station).size} counters, ${total(file)} passages`);
  });

  test('FIM of Rennes: a week in both directions by class of speed, a working day has two peaks', () => {
    const content = contentOf('rennes_FIM_sample.txt'), file = sure(readFim('fim', content));
    const heads = /^0000\. +\d|^0030\.0040/;
    const byHand = content.trim().split(/\r?\n/).filter((line) => !heads.test(line)).map((line) => line.split('.').reduce((sum, field) => sum + Number(field), 0));
    expect(file.day).toBe('2017-10-09');
    expect(Array.from(file.spans.vehicleCount)).toEqual(byHand);
    // The busiest hour of the first day, 08:00: 1+12+83+368+231+27+1+1 vehicles, added up on paper; most drive 60 to 80 km/h.
    expect(file.spans.vehicleCount[8]).toBe(724);
    expect(file.spans.speedMps[8]! * 3.6).toBeGreaterThan(55);
    expect(file.spans.speedMps[8]! * 3.6).toBeLessThan(80);
    const { hours, missingHours } = countedProfile(file.spans);
    console.log(`Rennes: ${file.spans.count} hours, ${total(file)} vehicles; share by hour, %: ${shown(hours)}`);
    expect(missingHours).toEqual([]);
    expect(Math.max(...hours.slice(16, 19))).toBeGreaterThan(1.2 * Math.max(...hours.slice(10, 15)));
    expect(Math.max(...hours.slice(1, 5))).toBeLessThan(0.01);
  });

  test.each(readdirSync(sharedPath('08-traffic/aixmarseille_siredo')).map((name) => `aixmarseille_siredo/${name}`).concat(readdirSync(sharedPath('08-traffic/aixmarseille_bretelles')).map((name) => `aixmarseille_bretelles/${name}`)))(
    'SIREDO %s: spans of six minutes, to the tenth of a vehicle', (name) => {
      const lines = contentOf(name).trim().split(/\r?\n/).slice(1).map((line) => line.split(';'));
      const complete = lines.filter((line) => /^\d/.test(line[0] ?? '') && line[2] !== undefined && line[2] !== '' && Number(line[2]) >= 0);
      const { value, problems } = readSiredo(name, contentOf(name));
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(value!.spans.count).toBe(complete.length);
      expect(total(value!)).toBeCloseTo(complete.reduce((sum, line) => sum + Number(line[2]), 0), 4);
    },
  );

  test('SIREDO, motorways into Marseille put together: the day of a main road, night, morning, noon and evening', () => {
    const files = readdirSync(sharedPath('08-traffic/aixmarseille_siredo')).map((name) => readSiredo(name, contentOf(`aixmarseille_siredo/${name}`)).value!);
    // A station that was out of order for part of the day says nothing of its shape.
    const profiles = files.map(({ spans }) => countedProfile(spans)).filter(({ missingHours }) => missingHours.length === 0);
    const hours = Array.from({ length: 24 }, (_, hour) => profiles.reduce((sum, profile) => sum + profile.hours[hour]! / profiles.length, 0));
    console.log(`${profiles.length} of ${files.length} stations; share by hour, %: ${shown(hours)}`);
    expect(profiles.length).toBeGreaterThan(5);
    expect(hours.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
    expect(Math.max(...hours.slice(7, 9))).toBeGreaterThan(0.055);
    expect(hours[3]).toBeLessThan(0.01);
  });

  test('MIDAS loops: the flow of every lane and minute, its classes not counted twice', () => {
    const content = contentOf('NTIS_MIDAS_Loop.xml'), file = sure(readDatexMeasurements('midas', content));
    // A second way: the fourth value of each lane of eight, found in the text.
    let vehiclesPerH = 0, lanes = 0;
    for (const site of content.split('<siteMeasurements>').slice(1)) {
      for (const [, index, rate] of site.matchAll(/<measuredValue index="(\d+)"><measuredValue><basicData xsi:type="TrafficFlow"><vehicleFlow><dataError>false<\/dataError><vehicleFlowRate>(\d+)</g)) {
        if (Number(index) % 8 !== 3) continue;
        vehiclesPerH += Number(rate);
        lanes++;
      }
    }
    expect(lanes).toBeGreaterThan(100);
    expect(file.spans.count).toBe(lanes);
    expect(total(file) * 60).toBeCloseTo(vehiclesPerH, 6);
    expect(file.day).toBe('2015-04-29');
    console.log(`MIDAS: ${lanes} lanes, ${vehiclesPerH} vehicles an hour`);
  });

  test('DATEX of French motorways: 101 and 142 vehicles in six minutes', () => {
    const file = sure(readDatexMeasurements('france', contentOf('france_speeds.xml')));
    expect(Array.from(file.spans.station)).toEqual(['MUM76.h1', 'A0001011200']);
    expect(Array.from(file.spans.vehicleCount)).toEqual([101, 142]);
    expect(Array.from(file.spans.untilS, (untilS, row) => untilS - file.spans.fromS[row]!)).toEqual([360, 360]);
    expect(file.spans.speedMps[1]! * 3.6).toBeCloseTo(85, 4);
  });

  test('vehicle by vehicle (VBV-1) of Neuchâtel: as many as the file says at its end, hour by hour', () => {
    const content = contentOf('00056520.V01'), file = sure(readVehicleByVehicle('v01', content));
    const hourOf = (line: string) => Number(line.slice(14, 16));
    const vehicles = content.split(/\r?\n/).filter((line) => /^\d{6} /.test(line));
    expect(total(file)).toBe(vehicles.length);
    for (let hour = 0; hour < 24; hour++) {
      let read = 0;
      for (let row = 0; row < file.spans.count; row++) if (Math.floor(file.spans.fromS[row]! / 3600) === hour) read += file.spans.vehicleCount[row]!;
      expect(read, `${hour} h`).toBe(vehicles.filter((line) => hourOf(line) === hour).length);
    }
    // The counter was set up at 09:46: the hours before are missing, not empty.
    expect(countedProfile(file.spans).missingHours).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe('files that nobody should trust', () => {
  const readers = { readComptageMobilites, readFim, readSiredo, readDatexMeasurements, readVehicleByVehicle, readLinkCounts };
  const contents = ['', 'a', 'link,hour,vehicles\n', 'heure;vitesse;debit\n25:99;x;-3\n', '<?xml version="1.0"?><a><b></a>', '* FORMAT = VBV-1\nrubbish\n', '"', '\u0000\u0000', '0000. 352.0012.  00.   1.  17.  13.  09.  00.  00.0060.   4.   7.\n'];
  test.each(Object.entries(readers))('%s answers problems with words, never an exception and never a count out of nothing', (_, reader) => {
    for (const content of contents) {
      const { value, problems } = reader('file', content);
      expect(value === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
      for (const problem of problems) for (const language of ['fr', 'en'] as const) expect(inWords(problem, language)).toMatch(/ .* .*\.$/);
    }
  });

  test('counts of links: French decimals, times of day and semicolons; every mistake is told at once', () => {
    const good = readLinkCounts('c.csv', 'link;hour;vehicles\nA;7;120,5\nB;07:30;80\n').value!;
    expect(Array.from(good.fromS)).toEqual([25200, 27000]);
    expect(Array.from(good.vehicleCount)).toEqual([120.5, 80]);
    const { problems } = readLinkCounts('c.csv', 'link,hour,vehicles\nA,7,12\nA,7,13\n,8,1\nB,24,1\nB,9,-1\n');
    expect(problems.map(({ code, where }) => `${code} ${where}`)).toEqual(['counts-twice c.csv: line 3', 'counts-no-link c.csv: line 4', 'counts-not-an-hour c.csv: line 5', 'counts-not-a-number c.csv: line 6']);
  });
});
