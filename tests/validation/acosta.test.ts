// Goal: Bologna acosta, a real town with its demand, signals and buses, runs as it does in SUMO 1.15.
// Every vehicle arrives; mean travel time within 25 % of SUMO's 277.5 s (mean of its seeds). Proof: three seeds.
import { beforeAll, expect, test } from 'vitest';
import { importSumo } from '../../data/build/from-sumo.ts';
import { nodeFiles } from '../../data/formats/sumo/node-files.ts';
import type { RunFigures } from '../../engine/results/tables.ts';
import { run } from '../../engine/run.ts';
import { describeOnSharedData, sharedPath } from '../shared-data.ts';

const SUMO = { travelTimeS: 277.5, timeLossS: 156.2, busTravelTimeS: 269, busTimeLossS: 98, vehicles: 8779 };
const SHARE = 0.25;
const seeds = process.env['JUMEAU_PROOF'] === '1' ? [42, 1, 2] : [42];

describeOnSharedData(`Bologna acosta, seeds ${seeds.join(', ')}`, () => {
  const all: RunFigures[] = [];
  beforeAll(async () => {
    const { value: twin, problems } = await importSumo({ config: sharedPath('11-sumo-scenarios/bologna-acosta/run.sumocfg') }, nodeFiles);
    if (!twin) throw new Error(JSON.stringify(problems));
    const { defaultFromS: fromS, defaultUntilS: untilS, stepS } = twin.facts;
    for (const seed of seeds) all.push(run(twin, { seed, fromS, untilS, stepS, untilAllArrived: true, busPriority: true, replay: false }).figures);
    for (const figures of all) {
      console.log(
        `travel time ${figures.meanTravelTimeS!.toFixed(1)} s (SUMO ${SUMO.travelTimeS}), time loss ${figures.meanTimeLossS!.toFixed(1)} s (${SUMO.timeLossS}), departure delay ${figures.meanDepartDelayS!.toFixed(1)} s, ` +
          `buses ${figures.busMeanTravelTimeS!.toFixed(0)} / ${figures.busMeanTimeLossS!.toFixed(0)} s (${SUMO.busTravelTimeS} / ${SUMO.busTimeLossS}), rescued ${figures.rescued}, collisions ${figures.collisions}, ends at ${figures.simulatedS} s`,
      );
    }
  }, 600_000);

  const near = (value: number | null, of: number): void => expect(Math.abs(value! / of - 1), `${value} against ${of}`).toBeLessThanOrEqual(SHARE);

  test('all 8,779 vehicles enter and arrive', () => {
    for (const { vehiclesLoaded, vehiclesInserted, vehiclesArrived, vehiclesRunning, vehiclesWaitingToEnter } of all) {
      expect([vehiclesLoaded, vehiclesInserted, vehiclesArrived, vehiclesRunning, vehiclesWaitingToEnter]).toEqual([SUMO.vehicles, SUMO.vehicles, SUMO.vehicles, 0, 0]);
    }
  });

  test('travel time and time loss are near those of SUMO', () => {
    for (const { meanTravelTimeS, meanTimeLossS } of all) {
      near(meanTravelTimeS, SUMO.travelTimeS);
      near(meanTimeLossS, SUMO.timeLossS);
    }
  });

  test('so are those of the buses', () => {
    for (const { busMeanTravelTimeS, busMeanTimeLossS } of all) {
      near(busMeanTravelTimeS, SUMO.busTravelTimeS);
      near(busMeanTimeLossS, SUMO.busTimeLossS);
    }
  });

  test('nobody touches anybody, and at most one vehicle in a thousand is rescued', () => {
    for (const { collisions, rescued } of all) {
      expect(collisions).toBe(0);
      expect(rescued).toBeLessThanOrEqual(SUMO.vehicles / 1000);
    }
  });
});
