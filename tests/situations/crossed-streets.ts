// Two streets of one lane that cross at a signal of 70 s: for what priority on one costs the other.
import { category } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { buildTown } from './traffic-town.ts';

/** From west to east, and from south to north. */
export const ACROSS = ['w', 'e'], ALONG = ['s', 'n'];

/** Each street has 31 s of green, and the controller hears buses. */
export function crossedStreets(vehicles: Parameters<typeof buildTown>[0]['vehicles']): Twin {
  const twin = buildTown({
    links: [{ name: 'w', from: 'W', to: 'J', lengthM: 600 }, { name: 'e', from: 'J', to: 'E', lengthM: 200 }, { name: 's', from: 'S', to: 'J', lengthM: 600 }, { name: 'n', from: 'J', to: 'N', lengthM: 200 }],
    movements: [{ from: 'w.0', to: 'e.0', group: 0 }, { from: 's.0', to: 'n.0', group: 1 }],
    signals: { J: [{ durationS: 31, shown: 'Gr' }, { durationS: 4, shown: 'yr' }, { durationS: 31, shown: 'rG' }, { durationS: 4, shown: 'ry' }] },
    types: { car: {}, bus: { category: category.bus, lengthM: 12, accelerationMps2: 1.2, decelerationMps2: 4 } }, vehicles,
  });
  twin.controllers.busPriority.fill(1);
  return twin;
}
