import type { ReadingTwin } from '../../engine/twin/twin.ts';
import type { Change } from '../changes/change.ts';
import { hasYearOfLighting } from '../measure/year-of-lighting.ts';

/** What lamps do every night of the year. An order or a lost contact passes: no year knows of it. */
const EVERY_NIGHT: readonly Change['change'][] = ['dim-lamps', 'lighting-program', 'switching-rule', 'cabinet-control'];

/** Whether two sides of one city differ in what lamps do every night, and in nothing else: vehicles then move alike. */
export const differInNightsOnly = (sides: readonly (readonly Change[])[]): boolean =>
  sides.some((changes) => changes.length > 0) && sides.every((changes) => changes.every(({ change }) => EVERY_NIGHT.includes(change)));

/** Whether a year tells all that the lamps of a city do: none follows the traffic, none is under an order or out of reach, by the city's own file either. */
export const yearTells = (twin: ReadingTwin): boolean => hasYearOfLighting(twin) && twin.lightingOverrides.count === 0 && twin.communicationLosses.count === 0;
