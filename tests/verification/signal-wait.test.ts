// Goal: what a timetable counts on at a signal is what its plan costs who comes at random: red² / 2C, each red for itself.
import { expect, test } from 'vitest';
import { randomWaitS } from '../../data/build/transit/signal-wait.ts';
import { buildTown } from '../situations/traffic-town.ts';

const waitOf = (plan: { durationS: number; shown: string }[]): number => randomWaitS(buildTown({
  links: [{ name: 'in', from: 'a', to: 'b', lengthM: 100 }, { name: 'on', from: 'b', to: 'c', lengthM: 100 }],
  movements: [{ from: 'in.0', to: 'on.0', group: 0 }], signals: { b: plan }, vehicles: [{ departS: 0, route: ['in', 'on'] }],
}), 0);

test.each([
  { what: 'red for 50 of 90 s', plan: [{ durationS: 40, shown: 'G' }, { durationS: 50, shown: 'r' }], waitS: 2500 / 180 },
  { what: 'the same red cut in two by the start of the plan, amber in it', plan: [{ durationS: 20, shown: 'r' }, { durationS: 40, shown: 'g' }, { durationS: 5, shown: 'y' }, { durationS: 25, shown: 'r' }], waitS: 2500 / 180 },
  { what: 'two greens: 20 and 30 s of red in 90 s', plan: [{ durationS: 20, shown: 'G' }, { durationS: 20, shown: 'r' }, { durationS: 20, shown: 'G' }, { durationS: 30, shown: 'r' }], waitS: (400 + 900) / 180 },
  { what: 'always green', plan: [{ durationS: 60, shown: 'G' }], waitS: 0 },
])('$what', ({ plan, waitS }) => {
  expect(waitOf(plan)).toBeCloseTo(waitS, 9);
});

test('waits drawn second by second have that mean', () => {
  // Green from 10 to 25 and from 60 to 70 of 100 s: who comes in second s waits for the next of them.
  const wait = (atS: number): number => (atS < 10 ? 10 - atS : atS < 25 ? 0 : atS < 60 ? 60 - atS : atS < 70 ? 0 : 110 - atS);
  const mean = Array.from({ length: 10_000 }, (_, at) => wait((at + 0.5) / 100)).reduce((sum, one) => sum + one, 0) / 10_000;
  expect(waitOf([{ durationS: 10, shown: 'r' }, { durationS: 15, shown: 'G' }, { durationS: 35, shown: 'r' }, { durationS: 10, shown: 'G' }, { durationS: 30, shown: 'r' }])).toBeCloseTo(mean, 3);
});
