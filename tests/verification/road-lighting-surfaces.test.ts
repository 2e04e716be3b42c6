// Goal: the road surfaces are those that CIE 144 publishes: by what they integrate to, and value by value beside another copy of the tables.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { averageLuminanceCoefficient, makeRLookup, mirrorFactor, PUBLISHED_Q0, scaledToQ0, standardRTable, surfaceNames } from '../../engine/lighting/road/r-table.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';

test('tables integrate to the Q0 and have the S1 that are published with them', () => {
  const asPublished = surfaceNames.map((name) => {
    const table = standardRTable(name);
    expect([table.tanGammas.length, table.betasDeg.length, table.r.length]).toEqual([29, 20, 580]);
    return [name, averageLuminanceCoefficient(table).toFixed(3), mirrorFactor(table).toFixed(3), PUBLISHED_Q0[name]];
  });
  expect(asPublished).toEqual([
    ['r1', '0.103', '0.247', 0.1], ['r2', '0.071', '0.582', 0.07], ['r3', '0.071', '1.109', 0.07], ['r4', '0.081', '1.549', 0.08], ['c1', '0.101', '0.244', 0.1], ['c2', '0.071', '0.967', 0.07],
  ]);
});

test('between nodes r lies on the straight lines, at nodes it is the table, beyond it is nothing', () => {
  const table = standardRTable('r3'), r = makeRLookup(table);
  table.tanGammas.forEach((tangent, low) => table.betasDeg.forEach((beta, left) => expect(r(tangent, beta)).toBeCloseTo(table.r[low * 20 + left]!, 10)));
  // R3 between tan gamma 1 and 1.25, beta 10 and 15: 326, 276; 298, 244.
  expect(r(1.125, 12.5)).toBeCloseTo((326 + 276 + 298 + 244) / 4, 10);
  expect(r(1.2, 10)).toBeCloseTo(326 + 0.8 * (298 - 326), 10);
  expect([r(12.01, 0), r(12, 0)]).toEqual([0, 53]);
  const light = scaledToQ0(table, 0.14);
  expect([mirrorFactor(light), light.r[0], light.q0]).toEqual([mirrorFactor(table), 588, 0.14]);
});

describeOnSharedData('a copy of the tables by others', () => {
  test.each(surfaceNames)('%s: the same 580 values', (name) => {
    const [, ...lines] = readFileSync(sharedPath(`12-road-lighting/r-tables/${name.toUpperCase()}.csv`), 'utf8').trim().split(/\r?\n/);
    const rows = lines.map((line) => line.split(',').map(Number)), { tanGammas, r } = standardRTable(name);
    expect(rows.map(([tangent]) => tangent)).toEqual([...tanGammas]);
    expect(rows.flatMap(([, ...values]) => values)).toEqual([...r]);
  });
});
