import type { ReadingTwin } from '../../engine/twin/twin.ts';
import type { Change } from '../changes/change.ts';
import { hasYearOfLighting } from '../measure/year-of-lighting.ts';

/** What lamps do every night of the year. An order or a lost contact passes: no year knows of it. */
const EVERY_NIGHT: readonly Change['change'][] = ['dim-lamps', 'lighting-program', 'switching-rule', 'cabinet-control'];

/** A city with the changes of a question applied. */
export interface ChangedCity { changes: readonly Change[]; twin: ReadingTwin }

/** Whether the figures of a year tell all that these sides of one city differ in: vehicles then move alike, and no lamp follows them. */
export const yearTells = (sides: readonly ChangedCity[]): boolean =>
  sides.some(({ changes }) => changes.length > 0) && sides.every(({ changes, twin }) => changes.every(({ change }) => EVERY_NIGHT.includes(change)) && hasYearOfLighting(twin));
