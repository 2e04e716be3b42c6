// Goal: on the peer's net, with its traffic and within its limits, buses lose no more than by the peer's own bus conditions, and cars hardly more than without priority.
import { expect, test } from 'vitest';
import { t975 } from '../../scenarios/compare/student-t.ts';
import { describeOnSharedData } from '../shared-data.ts';
import { lossesOf, priorityUnit, type Demand } from './priority-unit.ts';
import { mean } from './road-watch.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const SEEDS = Array.from({ length: proof ? 20 : 3 }, (_, row) => row + 1);

/** SUMO 1.15, five seeds: what cars lose with the fixed plan, and buses with its bus conditions, in seconds. */
const demands: (Demand & { sumoFixedCarS: number; sumoBusS: number })[] = [
  { eastWestPerH: 800, northSouthPerH: 500, sumoFixedCarS: 27.0, sumoBusS: 9.8 },
  { eastWestPerH: 1200, northSouthPerH: 1000, sumoFixedCarS: 32.3, sumoBusS: 17.3 },
];

/** Half of the 95 % interval of a mean. */
const halfWidth = (values: readonly number[]): number => {
  const middle = mean(values), variance = values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
  return t975(values.length - 1) * Math.sqrt(variance / values.length);
};

describeOnSharedData(`Priority on tsp-unit (${SEEDS.length} seeds${proof ? '' : '; 20 with npm run proof'})`, () => {
  test.each(demands)('$eastWestPerH and $northSouthPerH cars an hour and direction', async (demand) => {
    const without: { busS: number; carS: number }[] = [], withPriority: typeof without = [];
    for (const seed of SEEDS) {
      const twin = await priorityUnit(seed, demand);
      for (const [list, priority] of [[without, false], [withPriority, true]] as const) {
        const { busS, carS, results: { figures } } = lossesOf(twin, seed, priority);
        list.push({ busS, carS });
        expect(figures.collisions).toBe(0);
      }
    }
    const of = (list: typeof without, name: 'busS' | 'carS'): number[] => list.map((one) => one[name]);
    const busS = of(withPriority, 'busS'), moreShare = withPriority.map(({ carS }, row) => carS / without[row]!.carS - 1);
    const fixedCarS = mean(of(without, 'carS'));
    console.log(`tsp-unit ${demand.eastWestPerH}/${demand.northSouthPerH}, ${SEEDS.length} seeds: fixed plan: buses ${mean(of(without, 'busS')).toFixed(1)} s, cars ${fixedCarS.toFixed(1)} s (SUMO ${demand.sumoFixedCarS}); ` +
      `with priority: buses ${mean(busS).toFixed(2)} s, at most ${(mean(busS) + halfWidth(busS)).toFixed(2)} s with 95 % (SUMO ${demand.sumoBusS}); cars ${mean(of(withPriority, 'carS')).toFixed(1)} s, ` +
      `paired ${(100 * mean(moreShare)).toFixed(2)} % ± ${(100 * halfWidth(moreShare)).toFixed(2)} %`);
    expect(Math.abs(fixedCarS / demand.sumoFixedCarS - 1)).toBeLessThanOrEqual(0.05);
    expect(mean(busS)).toBeLessThanOrEqual(demand.sumoBusS);
    expect(mean(moreShare)).toBeLessThanOrEqual(0.01);
  });
});
