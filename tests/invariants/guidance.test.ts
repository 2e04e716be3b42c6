// Goal: drivers who change their way while driving break nothing: bodies never touch, nobody is lost, everyone comes to where they wanted.
// Cities by seed: 4, in proof 40; 300 vehicles each, all of them with guidance.
import { describe, expect, test } from 'vitest';
import { makeResultLog } from '../../engine/results/result-log.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import { prepareState } from '../../engine/state/city-state.ts';
import { step } from '../../engine/step.ts';
import { prepareTraffic } from '../../engine/traffic/prepare-traffic.ts';
import { randomCity } from './random-city.ts';
import { watchStreets } from './street-watch.ts';

const seeds = Array.from({ length: process.env['JUMEAU_PROOF'] === '1' ? 40 : 4 }, (_, at) => at + 1);
const VEHICLES = 300, UNTIL_S = 7200, NEVER = ['bodies touch', 'forbidden lane', 'red light', 'conservation', 'jumped'];

describe('random cities, everyone with guidance', () => {
  let newRoutes = 0;

  test.each(seeds)('city %i', (seed) => {
    const twin = randomCity(seed, VEHICLES), settings: RunSettings = { seed, fromS: 0, untilS: UNTIL_S, stepS: [1, 0.5][seed % 2]!, untilAllArrived: false, busPriority: true, replay: false, rerouteShare: 1 };
    const state = prepareState(twin, 0, 1), traffic = prepareTraffic(twin, state, settings), log = makeResultLog(twin, 0), watch = watchStreets(twin, traffic.roads, settings.stepS);
    while (state.timeS < UNTIL_S && state.counts.arrived < twin.departures.count) {
      step(traffic, state, log, settings);
      watch.see(state);
    }
    expect(watch.violations.filter(({ kind }) => NEVER.includes(kind))).toEqual([]);
    expect(state.counts.collisions).toBe(0);
    // A new way begins and ends where the old one did, and each link of it leads onto the next.
    const { guidance } = state, { departures, routes, routeLinks } = twin;
    newRoutes += guidance!.routeCount;
    for (let departure = 0; departure < departures.count; departure++) {
      const made = guidance!.routeOf[departure]!;
      if (made < 0) continue;
      const own = departures.route[departure]!, last = guidance!.routeFirstLink[made]! + guidance!.routeLinkCount[made]! - 1;
      expect(guidance!.routeLinks[last]).toBe(routeLinks.link[routes.firstLink[own]! + routes.linkCount[own]! - 1]);
      for (let row = guidance!.routeFirstLink[made]!; row < last; row++) {
        expect(twin.links.toJunction[guidance!.routeLinks[row]!]).toBe(twin.links.fromJunction[guidance!.routeLinks[row + 1]!]);
      }
    }
  }, 600_000);

  test('many have changed their way', () => {
    console.log(`${newRoutes} new ways in ${seeds.length} cities`);
    expect(newRoutes).toBeGreaterThan(seeds.length);
  });
});
