// Goal: an emergency vehicle with a green wave drives as if there were no signals; theory says what it loses without.
import { describe, expect, test } from 'vitest';
import { randomShare } from '../../engine/foundation/random.ts';
import { redInPlanS } from '../../engine/twin/plan-recovery.ts';
import { priorityAnswer } from '../../engine/twin/priority-words.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { mean } from './road-watch.ts';
import { corridor, runCorridor, SIGNALS, tripTimesS, withoutSignals, withWave, type Trip } from './wave-corridor.ts';

const STARTS_S = Array.from({ length: 30 }, (_, at) => 20 + at * 11);
/** A street so long before the first signal that the first call comes before it has to. */
const LONG_M = 1200;

const alone = (departS: number): Trip[] => [{ departS, type: 'emergency', way: 'main' }];
const timeOf = (twin: Twin): number => tripTimesS(twin, runCorridor(twin, { untilS: 1 }), 'emergency')[0]!;

/** The red of the main street's through group at each signal, and the cycle. */
function plansOf(twin: Twin): { redS: number; cycleS: number }[] {
  const { movements, lanes, links, streets, junctions, controllers } = twin;
  return Array.from({ length: controllers.count }, (_, controller) => {
    const movement = Array.from({ length: movements.count }, (_row, row) => row).find((row) => {
      const from = links.street[lanes.link[movements.fromLane[row]!]!]!, to = links.street[lanes.link[movements.toLane[row]!]!]!;
      const isMain = streets.name[from] === 'main' && streets.name[to] === 'main' && movements.turn[row] === 0;
      return isMain && junctions.controller[movements.junction[row]!] === controller && movements.signalGroup[row]! >= 0;
    })!;
    return { redS: redInPlanS(twin, controllers.firstInterval[controller]!, movements.signalGroup[movement]!), cycleS: controllers.cycleS[controller]! };
  });
}

describe(`${SIGNALS} signals, 400 m apart, nobody else on the road`, () => {
  test('with the wave it loses less than a second in all, whenever it comes; without, what reds that lie by chance cost', () => {
    const free = timeOf(withoutSignals(corridor(LONG_M, alone(300))));
    // Another second, other plans: reds that one signal sets the next in step with are no draw of their own.
    const lossS = STARTS_S.map((startS, seed) => ({ with: timeOf(withWave(corridor(LONG_M, alone(startS), seed))) - free, without: timeOf(corridor(LONG_M, alone(startS), seed)) - free }));
    // r² / 2C at each, and what braking and starting again take: v / a at most, at those where it stops.
    const plans = plansOf(corridor(LONG_M, alone(300))), waitsS = plans.reduce((sum, { redS, cycleS }) => sum + redS ** 2 / (2 * cycleS), 0);
    const withoutS = mean(lossS.map((one) => one.without)), worstS = Math.max(...lossS.map((one) => one.with));
    console.log(`free ${free.toFixed(1)} s; without the wave ${withoutS.toFixed(1)} s more on average, reds alone ${waitsS.toFixed(1)} s; with it ${worstS.toFixed(2)} s more at most`);
    expect(worstS).toBeLessThan(1);
    expect(withoutS).toBeGreaterThan(0.7 * waitsS);
    expect(withoutS).toBeLessThan(waitsS + plans.length * 20);
  });

  test('where the first signal is near, only that one can cost: a minimum green and the change at most', () => {
    const free = timeOf(withoutSignals(corridor(100, alone(300))));
    const lossS = STARTS_S.map((startS, seed) => timeOf(withWave(corridor(100, alone(startS), seed))) - free);
    // Minimum green 6 s, amber and clearing up to 8 s, a step to hear and one to look; then it starts again from a stand.
    const boundS = 6 + 8 + 2 + 8;
    console.log(`first signal 100 m away: ${mean(lossS).toFixed(1)} s lost on average, ${Math.max(...lossS).toFixed(1)} s at most (bound ${boundS} s)`);
    expect(Math.max(...lossS)).toBeLessThan(boundS);
  });
});

/** Cars along the main street and across it, and an emergency vehicle every five minutes. */
function traffic(seed: number): Trip[] {
  const cars = ([['main', 7], ['back', 7], ...Array.from({ length: SIGNALS }, (_, at) => [at, 12])] as [Trip['way'], number][]).flatMap(([way, everyS], side) =>
    Array.from({ length: Math.floor(1500 / everyS) }, (_, at): Trip => ({ departS: Math.round((at + randomShare(seed, 5, side, at)) * everyS * 10) / 10, type: 'car', way })));
  return [...cars, ...[600, 900, 1200].map((departS): Trip => ({ departS, type: 'emergency', way: 'main' }))];
}

test('in traffic the wave lets the queues go first: paired over seeds, most of the loss at signals is gone', () => {
  const seeds = [1, 2, 3, 4];
  const free = timeOf(withoutSignals(corridor(LONG_M, alone(300))));
  const pairs = seeds.map((seed) => {
    const plain = corridor(LONG_M, traffic(seed), seed), wave = withWave(corridor(LONG_M, traffic(seed), seed));
    const before = runCorridor(plain, { seed }), after = runCorridor(wave, { seed });
    expect(after.tables.priorityDecisions.answer).toContain(priorityAnswer.stageCalled);
    return { before: mean(tripTimesS(plain, before, 'emergency')), after: mean(tripTimesS(wave, after, 'emergency')), carsBefore: mean(tripTimesS(plain, before, 'car')), carsAfter: mean(tripTimesS(wave, after, 'car')) };
  });
  const lostBefore = mean(pairs.map(({ before }) => before - free)), lostAfter = mean(pairs.map(({ after }) => after - free));
  console.log(`lost beyond the free way: ${lostBefore.toFixed(1)} s without, ${lostAfter.toFixed(1)} s with the wave; cars ${mean(pairs.map(({ carsBefore }) => carsBefore)).toFixed(1)} s and ${mean(pairs.map(({ carsAfter }) => carsAfter)).toFixed(1)} s`);
  for (const { before, after } of pairs) expect(after).toBeLessThan(before);
  expect(lostAfter).toBeLessThan(0.5 * lostBefore);
});
