// Goal: the replay holds everyone who crossed a street, and the viewer's rows put them on their crossing at every moment.
import { expect, test } from 'vitest';
import { tableFrom } from '../../engine/foundation/table.ts';
import { run } from '../../engine/run.ts';
import { REPLAY_SEGMENT_S, type ReplaySegment } from '../../engine/results/tables.ts';
import { pointColumns } from '../../engine/twin/streets.ts';
import { peopleRows, personAt, PERSON_FLOATS } from '../../viewer/app/feed/people-rows.ts';
import { buildTownWithCrossings } from './crossing-town.ts';

/** A zebra of 7 m across a street of one way, 300 people an hour and a car each 9 s. */
const twin = buildTownWithCrossings({
  links: [{ name: 'east', from: 'w', to: 'e', lengthM: 400 }], movements: [], vehicles: Array.from({ length: 100 }, (_, at) => ({ departS: at * 9, route: ['east'] })),
  crossings: [{ control: 'zebra', peopleAnHour: 300, lengthM: 7, on: [{ way: 'east.0', fromM: 198, nearM: 0, farM: 3.5 }] }],
});
// From kerb to kerb northwards.
twin.points = tableFrom(pointColumns, [{ xM: 100, yM: 50 }, { xM: 100, yM: 57 }]);
twin.crossings.pointCount[0] = 2;
const segments: ReplaySegment[] = [];
const { tables } = run(twin, { seed: 1, fromS: 0, untilS: 1200, stepS: 1, untilAllArrived: false, busPriority: false, replay: true }, { onReplaySegment: (segment) => { segments.push(segment); } });

test('everyone who stepped on is in the segment of that moment, once', () => {
  expect(segments.map(({ fromS }) => fromS)).toEqual([0, 300, 600, 900]);
  let started = 0;
  for (const { walks } of segments) for (let walk = 0; walk < walks.count; walk++) if (walks.startS[walk]! >= 0 && walks.startS[walk]! < REPLAY_SEGMENT_S) started++;
  expect(started).toBeGreaterThan(60);
  expect(started).toBe(tables.crossings.crossed.reduce((sum, crossed) => sum + crossed, 0));
});

test('who is under way when a segment ends is in the next one at the same place', () => {
  const at = (segment: ReplaySegment, timeS: number): number[] => {
    const rows = peopleRows(twin, segment), places: number[] = [];
    for (let row = 0; row < rows.length / PERSON_FLOATS; row++) places.push(...(personAt(rows, row, timeS) ? [personAt(rows, row, timeS)!.yM] : []));
    return places.sort((one, other) => one - other);
  };
  for (const [index, segment] of segments.slice(1).entries()) {
    const before = at(segments[index]!, segment.fromS), after = at(segment, segment.fromS);
    expect(after).toHaveLength(before.length);
    after.forEach((yM, person) => expect(yM).toBeCloseTo(before[person]!, 2));
  }
});

test('rows lead from kerb to kerb, within the width of the crossing', () => {
  const { crossings, points } = twin, [first, last] = [crossings.firstPoint[0]!, crossings.firstPoint[0]! + crossings.pointCount[0]! - 1];
  const rows = peopleRows(twin, segments[0]!), kerbs = [first, last].map((point) => [points.xM[point]!, points.yM[point]!] as const);
  for (let row = 0; row < rows.length; row += PERSON_FLOATS) {
    for (const end of [0, 2]) {
      const nearest = Math.min(...kerbs.map(([xM, yM]) => Math.hypot(rows[row + end]! - xM, rows[row + end + 1]! - yM)));
      expect(nearest).toBeLessThanOrEqual(crossings.widthM[0]! / 2 + 0.5);
    }
    expect(rows[row + 7]).toBe(7);
    expect(rows[row + 4]).toBeLessThanOrEqual(rows[row + 5]!);
  }
});
