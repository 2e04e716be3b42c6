// Goal: one lane at one signal does what theory and the peer SUMO 1.15 say, measured in the same way on the same net.
import { beforeAll, expect, test } from 'vitest';
import { departRule } from '../../engine/twin/demand.ts';
import { describeOnSharedData } from '../shared-data.ts';
import { mean, watch } from './road-watch.ts';
import { arrivals, counterDelayS, CYCLE_S, delayInTheoryS, discharge, drivers, laneCapacity, signalDelayS, signalUnit, WARM_UP_S } from './signal-unit.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const PERFECT = drivers['Krauss, perfect'];

const within = (value: number, of: number, share: number): void => expect(Math.abs(value / of - 1), `${value} against ${of}`).toBeLessThanOrEqual(share);

describeOnSharedData(`One lane, one signal: Krauss (${proof ? 'full size' : 'reduced size: an hour of steps of 1 s and 0.5 s, two seeds of delays'})`, () => {
  const steps: [stepS: number, perfect: number, defaults: number][] = [[1, 2329, 1858], [0.5, 2335, 2062]];
  if (proof) steps.push([0.1, 2353, 2225]);

  test.each(steps)('saturation flow without noise, steps of %d s: SUMO gives %d, we one in a hundred from it at most', async (stepS, sumo) => {
    const { saturationPerH, lostS, capacityPerH, headwaysS } = await discharge(PERFECT, stepS);
    console.log(`Krauss without noise, step ${stepS} s: saturation flow ${saturationPerH.toFixed(0)} (SUMO ${sumo}), start-up lost ${lostS.toFixed(2)} s, capacity ${capacityPerH} /h, first headways ${headwaysS.slice(0, 6).map((headwayS) => headwayS.toFixed(2)).join(' ')} s`);
    within(saturationPerH, sumo, 0.01);
    // From 0.1 to 1 s steps it may change by 2 % (SUMO's changes by 20 %); most is 1.1 %, with 0.1 s.
    within(saturationPerH, 2329, 0.011);
  });

  test.each(steps)('default drivers, steps of %d s: as SUMO (without noise %d, with it %d)', async (stepS, _, sumo) => {
    const { saturationPerH } = await discharge(drivers['Krauss, default'], stepS);
    console.log(`Krauss, default drivers, step ${stepS} s: ${saturationPerH.toFixed(0)} (SUMO ${sumo})`);
    // Noise of one step's acceleration weighs less in shorter steps: the peer's model, kept for runs side by side.
    within(saturationPerH, sumo, 0.01);
  });

  test.each(steps.map(([stepS]) => stepS))('lane without signal, steps of %d s: 2,338 /h', async (stepS) => {
    const twin = await signalUnit({ driver: PERFECT, departS: Array.from({ length: 3000 }, (_, row) => row), signal: false });
    twin.departures.departPositionM.fill(departRule.flow);
    const { passes } = watch(twin, { untilS: 2700, stepS, sections: [{ place: 0, positionM: 1000 }] });
    const counted = passes[0]!.filter(({ timeS }) => timeS >= 900), flowPerH = counted.length * 2;
    const last = await laneCapacity(PERFECT, stepS, 'last', 'desired'), base = await laneCapacity(PERFECT, stepS);
    console.log(`lane capacity, step ${stepS} s: in the flow ${flowPerH}, departPos last ${last.perH}, base ${base.perH} /h (theory 2338; SUMO last 2325 to 2327, base 2061 to 2072 at 1 s, 2336 at 0.5 s)`);
    within(flowPerH, 2338, 0.01);
    within(last.perH, 2338, 0.01);
    expect(mean(counted.map(({ speedMps }) => speedMps))).toBeCloseTo(13.89, 2);
    // What SUMO does at the start of a link at 1 s steps is kept for its own scenarios.
    within(base.perH, stepS === 1 ? 2072 : 2338, 0.01);
  });
});

describeOnSharedData(`Delay at a signal (${proof ? 'ten seeds' : 'reduced size: two seeds, held against an exact queue only'})`, () => {
  let capacityPerH = 0, saturationPerH = 0;
  const seeds = Array.from({ length: proof ? 10 : 2 }, (_, row) => row + 1);
  beforeAll(async () => { ({ capacityPerH, saturationPerH } = await discharge(PERFECT, 1)); });

  // Over capacity the hour begins with an empty road, as the formula says; below, it is one of many like it.
  test.each([[0.3, WARM_UP_S], [0.6, WARM_UP_S], [0.9, WARM_UP_S], [0.9, 0], [1.1, 0]])('%d of the capacity, from %d s on: as an exact queue, and as theory says', async (x, fromS) => {
    const delaysS: number[] = [], queueS: number[] = [];
    for (const seed of seeds) {
      const departS = arrivals(x * capacityPerH, seed, fromS + 3600);
      delaysS.push(await signalDelayS(PERFECT, 1, departS, fromS));
      queueS.push(counterDelayS(departS, fromS, (capacityPerH * CYCLE_S) / 3600, 3600 / saturationPerH));
    }
    const { hcmS, websterS } = delayInTheoryS(x, capacityPerH, saturationPerH), meanS = mean(delaysS);
    console.log(`v/c ${x} from ${fromS} s on: ${meanS.toFixed(1)} s (${delaysS.map((delayS) => delayS.toFixed(1)).join(' ')}), exact queue ${mean(queueS).toFixed(1)}, Webster ${websterS.toFixed(1)}, HCM ${hcmS.toFixed(1)}`);
    within(meanS, mean(queueS), 0.05);
    if (!proof) return;
    if (x > 1) within(meanS, hcmS, 0.15);
    else if (fromS > 0) within(meanS, websterS, 0.1);
  });
});
