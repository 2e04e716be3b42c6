import type { Problem } from '../../engine/foundation/problem.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import type { Change } from './change.ts';
import { zonesMeant } from './zone-place.ts';

/** Programs of some nights that a later program of every night takes the place of: the order of the file is probably not what was meant. */
export function lostNights(twin: ReadingTwin, changes: readonly (Change | undefined)[]): Problem[] {
  return changes.flatMap((change, at): Problem[] => {
    if (change?.change !== 'lighting-program' || change.nightsOf === undefined) return [];
    const zones = zonesMeant(twin, change.zone);
    const later = changes.findIndex((other, place) => place > at && other?.change === 'lighting-program' && other.nightsOf === undefined && zonesMeant(twin, other.zone).some((zone) => zones.includes(zone)));
    return later < 0 ? [] : [{ severity: 'warning', code: 'change-nights-lost', where: `changes.${at}.nightsOf`, parameters: { kindOfChange: change.change, later: later + 1, zone: (changes[later] as typeof change).zone } }];
  });
}
