import type { Change } from '../../../scenarios/changes/change.ts';
import type { JunctionControl } from '../../../scenarios/explain/junction-control.ts';

/** Figures of the rules that a person may set, as the change names them, with what is the most of each. */
export const trialFigures = { longestExtensionS: 60, leastLateS: 3600, lockoutCycles: 10, recoveryCycles: 10, compensationCycles: 10 } as const;
const trialMeans = ['earlyGreen', 'skip', 'insertion', 'rotation'] as const;

/** Another priority for one junction, as a person sets it; a figure that is not there stays as it is. */
export interface PriorityTrial extends Record<(typeof trialMeans)[number], boolean> {
  given: boolean;
  figures: Partial<Record<keyof typeof trialFigures, number>>;
}

/** What the junction does; where it gives no priority, what its rules would have it do. */
export const trialOf = ({ means, allowed }: JunctionControl): PriorityTrial => ({
  given: means.length > 0, earlyGreen: allowed.includes('earlyGreen'), skip: allowed.includes('skip'), insertion: allowed.includes('insertion'), rotation: allowed.includes('rotation'), figures: {},
});

/** The changes that make the trial of what the junction does in the city as it is, as they stand in a file of one's own; none where nothing differs. */
export function trialChanges(name: string, why: string, control: JunctionControl, { given, figures, ...wanted }: PriorityTrial): Change[] {
  const before = trialOf(control), controllers = [name], changes: Change[] = [];
  if (given !== before.given) changes.push({ change: 'bus-priority', why, enabled: given, controllers });
  if (!given) return changes;
  const means = trialMeans.filter((one) => wanted[one] !== before[one]), rules = { ...Object.fromEntries(means.map((one) => [one, wanted[one]])), ...figures };
  if (Object.keys(rules).length > 0) changes.push({ change: 'priority-rules', why, controllers, ...rules });
  return changes;
}

/** A file name that every system takes: letters, digits and hyphens of the junction's name. */
export const trialFile = (name: string): string => `priority-${name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^A-Za-z0-9]+/g, '-').slice(0, 40)}.json`;
