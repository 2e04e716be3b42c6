// Goal: in random cities with a crossing on every arm nobody drives where someone walks, nobody overlaps, and who comes crosses.
// Random cities by seed: 4, in proof 30; a quarter of an hour each.
import { expect, test } from 'vitest';
import { addCrossings } from '../../data/build/crossings/add-crossings.ts';
import type { CrossingSite } from '../../data/build/crossings/crossing-site.ts';
import { checkTwin } from '../../data/build/check-twin.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import { junctionControl } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { countDanger, watch } from '../situations/crossing-town.ts';
import { randomCity } from './random-city.ts';

const seeds = Array.from({ length: process.env['JUMEAU_PROOF'] === '1' ? 30 : 4 }, (_, index) => index + 1);
console.log(`crossings: ${seeds.length} random cities`);

/** A crossing on every arm, with 30 to 400 people an hour. */
function cityOfCrossings(seed: number): Twin {
  const twin = randomCity(seed, 400), { links, junctions, streets } = twin, sites: CrossingSite[] = [], known = new Set<string>();
  for (let link = 0; link < links.count; link++) {
    for (const junction of [links.fromJunction[link]!, links.toJunction[link]!]) {
      const street = links.street[link]!, key = `${street} ${junction}`, control = junctions.control[junction];
      if (known.has(key) || control === junctionControl.deadEnd || streets.name[street] === 'ring') continue;
      known.add(key);
      sites.push({ name: key, street, junction, xM: 0, yM: 0, control: control === junctionControl.signals ? 'signals' : 'zebra', dayPeopleCount: 24 * (30 + 370 * randomShare(seed, 3000, sites.length, 0)) });
    }
  }
  addCrossings(twin, sites, Array.from({ length: 24 }, () => 1));
  return twin;
}

test.each(seeds)('city %i', (seed) => {
  const twin = cityOfCrossings(seed);
  expect(checkTwin(twin).filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(twin.crossings.count).toBeGreaterThan(10);
  let dangers = 0, cameBefore = 0, startedAll = 0;
  const state = watch(twin, 900, (now) => { dangers += countDanger(twin, now); }, { seed });
  const { crossings, peopleCount, people } = state.pedestrians!;
  for (let crossing = 0; crossing < twin.crossings.count; crossing++) startedAll += crossings.started[crossing]!;
  let waiting = 0;
  for (let row = 0; row < peopleCount; row++) if (people.startS[row]! < 0) { waiting++; if (people.arriveS[row]! < 900 - 120) cameBefore++; }
  expect(dangers).toBe(0);
  expect(state.counts.collisions).toBe(0);
  expect(startedAll).toBeGreaterThan(200);
  expect(Array.from(crossings.waiting).reduce((sum, one) => sum + one, 0)).toBe(waiting);
  // French signals keep nobody waiting for longer than two minutes.
  expect(cameBefore).toBe(0);
});
