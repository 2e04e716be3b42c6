import { lampGroups, type LampGroups } from '../../twin/lamp-groups.ts';
import type { ReadingTwin } from '../../twin/twin.ts';

const known = new WeakMap<ReadingTwin, LampGroups>();

/** The lighting groups of a twin, found once: derived data, no state. */
export function groupsOf(twin: ReadingTwin): LampGroups {
  const before = known.get(twin);
  if (before) return before;
  const groups = lampGroups(twin);
  known.set(twin, groups);
  return groups;
}
