// Goal: what `scenarios/validate/day-checks.ts` asks of the course of a simulated day is what counted days show.
// Peer: a main road of Rennes (a week of October 2017) and the twelve stations around Marseille that are counted at every
// hour (average working day, DIR Méditerranée). A single station may show less: the range of all is printed.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { countedProfile } from '../../data/build/demand/counted-profile.ts';
import type { CountedSpans } from '../../data/formats/counts/counted-spans.ts';
import { readFim } from '../../data/formats/counts/fim.ts';
import { readSiredo } from '../../data/formats/counts/siredo.ts';
import { dayChecks, type DayCheck } from '../../scenarios/validate/day-checks.ts';
import { mean } from '../../scenarios/validate/spread.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';

const byHour = <Value>(of: (hour: number) => Value): Value[] => Array.from({ length: 24 }, (_, hour) => of(hour));

/** The checks of a day's course, on the share of vehicles and the mean speed by hour. */
function courseOf(shares: readonly number[], speedsKmh?: readonly number[]): DayCheck[] {
  const quietest = shares.indexOf(Math.min(...shares));
  const hours = byHour((hour) => ({ fromS: hour * 3600, vehicleKm: shares[hour]!, meanSpeedKmh: 0, speedsKmh: { fast: undefined, main: speedsKmh?.[hour], side: undefined }, extraTimeShare: undefined }));
  const checks = dayChecks({ city: '', synthetic: false, figures: { vehiclesLoaded: 1, vehiclesInserted: 1, rescued: 0, collisions: 0 }, hours, quietestFromS: quietest * 3600, peaks: [], counts: [] });
  return checks.filter(({ name }) => ['morningPeak', 'eveningPeak', 'night', ...(speedsKmh ? ['slower'] : [])].includes(name));
}

/** Mean speed of the vehicles of each hour. */
const speedsKmh = ({ count, fromS, vehicleCount, speedMps }: CountedSpans): number[] => byHour((hour) => {
  let vehicles = 0, sum = 0;
  for (let row = 0; row < count; row++) if (Math.floor(fromS[row]! / 3600) === hour && speedMps[row]! >= 0) { vehicles += vehicleCount[row]!; sum += vehicleCount[row]! * speedMps[row]! * 3.6; }
  return sum / vehicles;
});

const tell = (title: string, checks: readonly DayCheck[]): void => console.log(`${title}: ${checks.map(({ name, value, limit }) => `${name} ${value.toFixed(2)} (${limit})`).join(', ')}`);

describeOnSharedData('counted days keep what is asked of a simulated one', () => {
  test('a main road of Rennes: peaks and night', () => {
    const { spans } = readFim('fim', readFileSync(sharedPath('08-traffic/rennes_FIM_sample.txt'), 'utf8')).value!;
    const checks = courseOf(countedProfile(spans).hours);
    tell('Rennes', checks);
    expect(checks).toHaveLength(3);
    expect(checks.filter(({ kept }) => !kept)).toEqual([]);
  });

  test('the mean of the stations around Marseille: peaks, night, and speed', () => {
    const folder = '08-traffic/aixmarseille_siredo';
    const stations = readdirSync(sharedPath(folder)).flatMap((name) => {
      const { spans } = readSiredo(name, readFileSync(sharedPath(`${folder}/${name}`), 'utf8')).value!, { hours, missingHours } = countedProfile(spans);
      return missingHours.length === 0 ? [{ hours, speeds: speedsKmh(spans) }] : [];
    });
    const checks = courseOf(byHour((hour) => mean(stations.map(({ hours }) => hours[hour]!))), byHour((hour) => mean(stations.map(({ speeds }) => speeds[hour]!))));
    tell(`Marseille, mean of ${stations.length}`, checks);
    const alone = stations.map(({ hours, speeds }) => courseOf(hours, speeds));
    for (const [at, { name }] of checks.entries()) {
      const values = alone.map((of) => of[at]!.value);
      console.log(`Marseille, one by one: ${name} ${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)}, kept by ${alone.filter((of) => of[at]!.kept).length} of ${stations.length}`);
    }
    expect(stations).toHaveLength(12);
    expect(checks).toHaveLength(4);
    expect(checks.filter(({ kept }) => !kept)).toEqual([]);
  });
});
