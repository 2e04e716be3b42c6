// Goal: on the peer's net, with its traffic and within its limits, buses lose no more than by the peer's own bus conditions, and cars hardly more than without priority.
import { expect, test } from 'vitest';
import { t975 } from '../../scenarios/compare/student-t.ts';
import { describeOnSharedData } from '../shared-data.ts';
import { lossesOf, priorityUnit, type Demand } from './priority-unit.ts';
import { mean } from './road-watch.ts';

const proof = process.env['JUMEAU_PROOF'] === '1';
const SEEDS = Array.from({ length: proof ? 20 : 3 }, (_, row) => row + 1);

interface PeerDemand extends Demand {
  /** What cars lose with the fixed plan, and buses with the peer's bus conditions: SUMO 1.15, means over five seeds, in seconds. */
  fixedCarS: number;
  busS: number;
  /** The latter by the same method, seed by seed from 1 to 20. */
  busBySeedS: readonly number[];
}
const demands: PeerDemand[] = [
  {
    eastWestPerH: 800, northSouthPerH: 500, fixedCarS: 27.0, busS: 9.8,
    busBySeedS: [10.6, 9.9, 9.3, 9.7, 9.4, 10.6, 9.8, 11.6, 9.8, 10.2, 9.5, 12.4, 11.6, 12.3, 11.8, 8.4, 11.1, 11.2, 8.6, 10.1],
  },
  {
    eastWestPerH: 1200, northSouthPerH: 1000, fixedCarS: 32.3, busS: 17.3,
    busBySeedS: [18.9, 17.6, 19.5, 14.8, 15.6, 17.2, 17.8, 18.0, 16.0, 15.7, 17.6, 18.5, 18.4, 17.6, 19.1, 13.6, 18.6, 17.3, 14.6, 14.7],
  },
];

/** Half of the 95 % interval of a mean. */
const halfWidth = (values: readonly number[]): number => {
  const middle = mean(values), variance = values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
  return t975(values.length - 1) * Math.sqrt(variance / values.length);
};
const interval = (values: readonly number[], decimals: number): string => `${mean(values).toFixed(decimals)} ± ${halfWidth(values).toFixed(decimals)}`;

const size = `${SEEDS.length} seeds${proof ? '' : '; 20 with npm run proof'}`;

describeOnSharedData(`Priority on tsp-unit (${size})`, () => {
  test.each(demands)('$eastWestPerH and $northSouthPerH cars an hour and direction', async (demand) => {
    const fixedCarS: number[] = [], fixedBusS: number[] = [], onPlan: { busS: number; moreShare: number }[] = [], byTraffic: typeof onPlan = [];
    for (const seed of SEEDS) {
      const twin = await priorityUnit(seed, demand), without = lossesOf(twin, seed, false);
      fixedCarS.push(without.carS);
      fixedBusS.push(without.busS);
      for (const [list, served] of [[onPlan, twin], [byTraffic, await priorityUnit(seed, demand, 'actuated')]] as const) {
        const { busS, carS, results: { figures } } = lossesOf(served, seed, true);
        list.push({ busS, moreShare: carS / without.carS - 1 });
        expect(figures.collisions).toBe(0);
      }
    }
    const peerS = demand.busBySeedS.slice(0, SEEDS.length), name = `tsp-unit ${demand.eastWestPerH}/${demand.northSouthPerH}`;
    console.log(`${name}, ${size}\nfixed plan: buses lose ${interval(fixedBusS, 1)} s, cars ${interval(fixedCarS, 1)} s (SUMO ${demand.fixedCarS})`);
    for (const [way, list] of [['priority on the fixed plan', onPlan], ['priority where traffic ends stages', byTraffic]] as const) {
      const busS = list.map((one) => one.busS), morePercent = list.map(({ moreShare }) => 100 * moreShare);
      console.log(`${way}: buses ${interval(busS, 2)} s, at most ${(mean(busS) + halfWidth(busS)).toFixed(2)} s with 95 % (SUMO ${demand.busS} over five seeds, ${mean(peerS).toFixed(1)} over these); cars ${interval(morePercent, 2)} % against the fixed plan, pair by pair`);
    }
    expect(Math.abs(mean(fixedCarS) / demand.fixedCarS - 1)).toBeLessThanOrEqual(0.05);
    // On the fixed plan: the peer's mean, and that of the peer on these seeds. Few seeds cannot tell a tenth of a second; then it must not be told to be worse.
    const onPlanS = onPlan.map(({ busS }) => busS), worseS = onPlanS.map((busS, row) => busS - peerS[row]!);
    expect(mean(onPlanS) - (proof ? 0 : halfWidth(onPlanS))).toBeLessThanOrEqual(demand.busS);
    expect(mean(worseS) - (proof ? 0 : halfWidth(worseS))).toBeLessThanOrEqual(0);
    expect(mean(onPlan.map(({ moreShare }) => moreShare))).toBeLessThanOrEqual(0.01);
    // Where traffic may end stages within the same limits, buses win more and nobody pays: in the proof, with 95 %.
    const busS = byTraffic.map((one) => one.busS);
    expect(mean(busS) + (proof ? halfWidth(busS) : -halfWidth(busS))).toBeLessThanOrEqual(demand.busS);
    expect(mean(byTraffic.map(({ moreShare }) => moreShare))).toBeLessThanOrEqual(0.01);
  }, 600_000);
});
