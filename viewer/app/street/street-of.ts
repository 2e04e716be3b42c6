import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { Thing } from '../session/thing.ts';

/** The street that a close-up of a thing shows; -1 where there is none. */
export function streetOf(twin: ReadingTwin, thing: Thing | undefined): number {
  if (!thing || thing.row >= twin[thing.kind].count) return -1;
  if (thing.kind === 'streets') return thing.row;
  if (thing.kind === 'lamps') return twin.lamps.street[thing.row]!;
  if (thing.kind === 'stops') return twin.stops.lane[thing.row]! >= 0 ? twin.links.street[twin.lanes.link[twin.stops.lane[thing.row]!]!]! : -1;
  if (thing.kind === 'bollardSites') return twin.bollardSites.link[thing.row]! >= 0 ? twin.links.street[twin.bollardSites.link[thing.row]!]! : -1;
  return -1;
}
