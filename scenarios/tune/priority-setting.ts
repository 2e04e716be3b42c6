import type { Change } from '../changes/change.ts';
import { settingKey, type JunctionSettings, type Knob, type Setting } from './knob.ts';

/** The lower end of the knob of lateness stands for everybody, and for what then is written: a day early. */
export const EVERYBODY_FROM_S = -60;
const EVERYBODY_S = -86_400;

/**
 * What an engineer sets for a junction. Ranges as engineers tune them: extension 5 to 15 s, lockout 1 to 3
 * cycles, lateness 0 to 3 minutes; each with nothing at its lower end, and room above.
 */
export const priorityKnobs = [
  { name: 'longestExtensionS', least: 0, most: 30, step: 1 },
  { name: 'earlyGreen', least: 0, most: 1, step: 1 },
  { name: 'shortestStageS', least: 6, most: 20, step: 1 },
  { name: 'clearQueueS', least: 0, most: 30, step: 5 },
  { name: 'lockoutCycles', least: 0, most: 3, step: 1 },
  { name: 'recoveryCycles', least: 0, most: 4, step: 1 },
  { name: 'keepsOffset', least: 0, most: 1, step: 1 },
  { name: 'leastLateS', least: EVERYBODY_FROM_S, most: 180, step: 30 },
] as const satisfies readonly Knob[];
export type KnobName = (typeof priorityKnobs)[number]['name'];

/**
 * Settings that everybody knows, and that a search has to beat: none, all that there is for every bus, and what an engineer sets by hand:
 * both common means, extension and early green (Smith, Hemily and Ivanovic 2005, Transit Signal Priority: A Planning and Implementation
 * Handbook), up to 15 s, one cycle of lockout, back on plan within three cycles, stages never below a minimum green of 6 s, every bus. Time for the queue and offset are
 * those of junctions that declare nothing.
 */
export const knownSettings = {
  none: [0, 0, 20, 10, 3, 4, 1, 180],
  absolute: [30, 1, 6, 10, 0, 0, 1, -60],
  usual: [15, 1, 6, 10, 1, 3, 1, -60],
} as const satisfies Record<string, Setting>;
export type KnownSetting = keyof typeof knownSettings;

/** Settings by junction as changes of the city, one for all junctions that have the same. `why`: printed with each. */
export function priorityChanges(settings: JunctionSettings, junctions: readonly string[], why: { fr: string; en: string }): Change[] {
  const alike = new Map<string, { setting: Setting; controllers: string[] }>();
  settings.forEach((setting, at) => {
    const key = settingKey(setting), known = alike.get(key);
    if (known) known.controllers.push(junctions[at]!);
    else alike.set(key, { setting, controllers: [junctions[at]!] });
  });
  return [...alike.values()].map(({ setting, controllers }) => ({ change: 'priority-rules', why, controllers, ...ruleFields(setting) }) as Change);
}

/** A setting as the rules of a change name them. */
export function ruleFields(setting: Setting): Record<KnobName, number | boolean> {
  const value = Object.fromEntries(priorityKnobs.map(({ name }, at) => [name, setting[at]!])) as Record<KnobName, number>;
  return { ...value, earlyGreen: value.earlyGreen === 1, keepsOffset: value.keepsOffset === 1, leastLateS: value.leastLateS === EVERYBODY_FROM_S ? EVERYBODY_S : value.leastLateS };
}
