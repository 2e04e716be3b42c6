// Goal: outputs of SUMO are read as SUMO itself sums them up: the statistics it printed for the same runs (seed 42).
import { expect, test } from 'vitest';
import { recordedSumoRuns } from '../../cli/sumo-runs.ts';
import { compareSideBySide } from '../../scenarios/validate/comparison.ts';
import { linkAgreement, linkCells } from '../../scenarios/validate/link-cells.ts';
import { mean } from '../../scenarios/validate/spread.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';

const results = (name: string): string => sharedPath(`11-sumo-scenarios/sumo-results/${name}`);

describeOnSharedData('recorded outputs of SUMO', () => {
  test.each([
    { name: 'bologna-acosta', seeds: [1, 2, 42], durationS: 279.6, timeLossS: 158.4, arrived: 8779, running: 0 },
    { name: 'grid12-4000', seeds: [1, 2, 42], durationS: 352, timeLossS: 164, arrived: 4000, running: 0 },
    { name: 'wildau', seeds: [1, 42], durationS: 220.4, timeLossS: 47.5, arrived: 3443, running: 112 },
  ])('$name: means and counts', async ({ name, seeds, durationS, timeLossS, arrived, running }) => {
    const runs = await recordedSumoRuns(results(name)), printed = runs.find(({ seed }) => seed === 42)!;
    expect(runs.map(({ seed }) => seed)).toEqual(seeds);
    expect(printed.trips.length).toBe(arrived);
    expect(printed.counts).toMatchObject({ arrived, running });
    expect(Math.abs(mean(printed.trips.map((trip) => trip.durationS)) - durationS)).toBeLessThanOrEqual(0.5);
    expect(Math.abs(mean(printed.trips.map((trip) => trip.timeLossS)) - timeLossS)).toBeLessThanOrEqual(0.5);
  });

  test('two seeds of SUMO agree as much as was published: Bologna acosta, GEH below 5 on 98.9 % of cells or more, travel times 2.7 % apart', async () => {
    const [one, two, three] = await recordedSumoRuns(results('bologna-acosta'));
    for (const [first, second] of [[one!, two!], [one!, three!], [two!, three!]] as const) {
      const { gehBelow5Share, travelTimeErrorShare } = linkAgreement(linkCells(first, second));
      expect(gehBelow5Share).toBeGreaterThanOrEqual(0.989);
      expect(Math.abs(travelTimeErrorShare! - 0.027)).toBeLessThan(0.005);
    }
  });

  test('SUMO held against itself keeps every limit', async () => {
    const runs = await recordedSumoRuns(results('bologna-acosta'));
    expect(compareSideBySide(runs, runs, new Set()).figures.filter(({ verdict }) => verdict !== undefined && verdict !== 'kept')).toEqual([]);
  });
});
