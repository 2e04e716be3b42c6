import type { Change } from '../changes/change.ts';
import type { Knob, Setting } from './knob.ts';

/**
 * What an engineer sets for the junctions of a corridor. Ranges as engineers tune them: extension 5 to 15 s, lockout 1 to 3
 * cycles, lateness 0 to 3 minutes; each with nothing at its lower end, and room above.
 */
export const priorityKnobs = [
  { name: 'longestExtensionS', least: 0, most: 20, step: 1 },
  { name: 'earlyGreen', least: 0, most: 1, step: 1 },
  { name: 'shortestStageS', least: 6, most: 20, step: 1 },
  { name: 'lockoutCycles', least: 0, most: 3, step: 1 },
  { name: 'recoveryCycles', least: 0, most: 4, step: 1 },
  { name: 'leastLateS', least: -60, most: 180, step: 30 },
] as const satisfies readonly Knob[];

/** Below this lateness everybody is served: the lower end of its knob. */
const EVERYBODY_S = -86_400;

/** Settings that everybody knows, and that a search has to beat: none, all that there is for every bus, and the usual rules. */
export const knownSettings = {
  none: [0, 0, 20, 3, 4, 180],
  absolute: [20, 1, 6, 0, 0, -60],
  usual: [15, 0, 6, 1, 3, -60],
} as const satisfies Record<string, Setting>;
export type KnownSetting = keyof typeof knownSettings;

/** A setting as a change of the city. `why`: printed with the change. */
export function priorityChange(setting: Setting, controllers: string[], why: { fr: string; en: string }): Change {
  const [longestExtensionS, earlyGreen, shortestStageS, lockoutCycles, recoveryCycles, leastLateS] = setting as [number, number, number, number, number, number];
  return {
    change: 'priority-rules', why, controllers, longestExtensionS, earlyGreen: earlyGreen === 1, shortestStageS, lockoutCycles, recoveryCycles,
    leastLateS: leastLateS <= -60 ? EVERYBODY_S : leastLateS,
  };
}
