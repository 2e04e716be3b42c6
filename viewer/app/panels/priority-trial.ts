import type { Change } from '../../../scenarios/changes/change.ts';
import type { JunctionControl } from '../../../scenarios/explain/junction-control.ts';

/** Another priority for one junction, as a person sets it; what is undefined stays as it is. */
export interface PriorityTrial {
  given: boolean;
  longestExtensionS: number | undefined;
  earlyGreen: boolean;
  skip: boolean;
  insertion: boolean;
  rotation: boolean;
  /** Buses less late than this are not served. */
  leastLateS: number | undefined;
}

/** What the junction does; where it gives no priority, what its rules would have it do. */
export const trialOf = ({ means, allowed }: JunctionControl): PriorityTrial => ({
  given: means.length > 0, longestExtensionS: undefined, earlyGreen: allowed.includes('earlyGreen'), skip: allowed.includes('skip'), insertion: allowed.includes('insertion'), rotation: allowed.includes('rotation'), leastLateS: undefined,
});

/** The changes that make the trial of what the junction does in the city as it is, as they stand in a file of one's own; none where nothing differs. */
export function trialChanges(name: string, why: string, control: JunctionControl, { given, ...wanted }: PriorityTrial): Change[] {
  const before = trialOf(control), controllers = [name], changes: Change[] = [];
  if (given !== before.given) changes.push({ change: 'bus-priority', why, enabled: given, controllers });
  if (!given) return changes;
  const means = (['earlyGreen', 'skip', 'insertion', 'rotation'] as const).filter((one) => wanted[one] !== before[one]);
  const rules = {
    ...Object.fromEntries(means.map((one) => [one, wanted[one]])),
    ...(wanted.longestExtensionS === undefined ? {} : { longestExtensionS: wanted.longestExtensionS }), ...(wanted.leastLateS === undefined ? {} : { leastLateS: wanted.leastLateS }),
  };
  if (Object.keys(rules).length > 0) changes.push({ change: 'priority-rules', why, controllers, ...rules });
  return changes;
}

/** A file name that every system takes: letters, digits and hyphens of the junction's name. */
export const trialFile = (name: string): string => `priority-${name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^A-Za-z0-9]+/g, '-').slice(0, 40)}.json`;
