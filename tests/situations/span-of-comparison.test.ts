// Goal: both sides of a comparison run over the span that the question means, not over the whole day of the city that it is held against.
import { expect, test } from 'vitest';
import { parseClock } from '../../engine/foundation/clock.ts';
import { cityFromTwin } from '../../cli/city.ts';
import { planSides, readWishes } from '../../cli/plan.ts';
import { baseline } from '../../scenarios/questions/baseline.ts';
import { questionOfFile } from '../../scenarios/questions/own-question.ts';
import type { Question } from '../../scenarios/questions/question.ts';
import { busTown } from '../verification/bus-town.ts';

const city = { ...cityFromTwin(busTown(), 'town'), reference: true };
const asking = (name: string, from: string, hours: number): Question =>
  ({ ...questionOfFile(name, [{ change: 'bus-priority', enabled: false, controllers: 'all', why: 'to have asked something' }]), when: { from, hours }, ownSpan: true });
const morning = asking('morning.yaml', '07:00', 1), evening = asking('evening.yaml', '18:00', 2);

const spanOf = (first: Question, second: Question, options = {}): number[] => {
  const runs = planSides([{ city, question: first }, { city, question: second }], readWishes({ warmUp: '0', ...options }), 1);
  expect(runs[1]!.settings).toEqual(runs[0]!.settings);
  return [runs[0]!.settings.fromS / 3600, runs[0]!.settings.untilS / 3600];
};

test('beside the city as it is the question says when, in either order; of two questions the first; the command line before both', () => {
  expect(spanOf(baseline, morning)).toEqual([7, 8]);
  expect(spanOf(morning, baseline)).toEqual([7, 8]);
  expect(spanOf(evening, morning)).toEqual([18, 20]);
  expect(spanOf(baseline, morning, { from: '08:00', hours: '0.5' })).toEqual([8, 8.5]);
  const { from, hours } = baseline.when;
  expect(spanOf(baseline, baseline)).toEqual([parseClock(from)! / 3600, parseClock(from)! / 3600 + hours]);
});
