import { levelReference } from '../../../engine/twin/lighting.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { applyChanges } from '../../../scenarios/changes/apply-changes.ts';
import type { Change } from '../../../scenarios/changes/change.ts';
import { levelTimeText } from '../../../scenarios/changes/level-time.ts';
import type { TrialPrograms } from './trial-program.ts';

/** The changes that make these programs those of their zones on every night, as they stand in a file of one's own. */
export const trialChanges = (programs: TrialPrograms, why: string): Change[] => Object.entries(programs).map(([zone, levels]) => ({
  change: 'lighting-program', why, zone,
  levels: levels.map(({ reference, atMin, outputShare, rampMin }) => ({ from: levelTimeText(levelReference[reference], atMin * 60), outputShare, rampS: rampMin * 60 })),
}));

/** The city with these programs, by the same changes as the file holds; it shares all that they do not alter. Undefined where they do not fit it. */
export const withPrograms = (twin: ReadingTwin, programs: TrialPrograms): ReadingTwin | undefined => applyChanges(twin, trialChanges(programs, 'tried in the viewer')).value;

/** A file name that every system takes. */
export const trialFile = (programs: TrialPrograms): string =>
  `lighting-${Object.keys(programs).map((zone) => zone.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^A-Za-z0-9]+/g, '-')).join('-').slice(0, 40)}.json`;
