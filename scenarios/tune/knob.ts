/** One number that is searched for: within bounds, in steps that an engineer would set. */
export interface Knob { name: string; least: number; most: number; step: number }

/** A value for each knob, in their order. */
export type Setting = readonly number[];

/** A setting for each junction of a corridor, in their order. */
export type JunctionSettings = readonly Setting[];

/** The place of a share of the knob's range (0 to 1) that its steps come nearest to. */
export function valueAt({ least, most, step }: Knob, share: number): number {
  const steps = Math.round((Math.max(0, Math.min(1, share)) * (most - least)) / step);
  return Math.min(most, least + steps * step);
}

/** Where in the knob's range a value lies, 0 to 1. */
export const shareOf = ({ least, most }: Knob, value: number): number => (most > least ? (value - least) / (most - least) : 0);

/** Two settings with the same key are the same. */
export const settingKey = (setting: Setting): string => setting.join(' ');

/** Two sets of settings with the same key are the same at every junction. */
export const settingsKey = (settings: JunctionSettings): string => settings.map(settingKey).join(' | ');

/** The setting that all junctions have; undefined where they differ. */
export function sameEverywhere(settings: JunctionSettings): Setting | undefined {
  const first = settings[0];
  return first !== undefined && settings.every((one) => settingKey(one) === settingKey(first)) ? first : undefined;
}
