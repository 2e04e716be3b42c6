import type { ReadingTwin } from '../../engine/twin/twin.ts';
import type { Change } from '../changes/change.ts';
import { hasYearOfLighting } from '../measure/year-of-lighting.ts';

/** What lamps do every night of the year. An order or a lost contact passes: no year knows of it. */
const EVERY_NIGHT: readonly Change['change'][] = ['dim-lamps', 'lamp-replacement', 'lighting-program', 'switching-rule', 'cabinet-control'];

/** Whether two sides of one city differ in what lamps do every night at most: vehicles then move alike. */
export const differInNightsOnly = (sides: readonly (readonly Change[])[]): boolean =>
  sides.every((changes) => changes.every(({ change }) => EVERY_NIGHT.includes(change)));

/** Tables of a twin that say when lamps burn and how far they are dimmed, and nothing else. */
const NIGHT_TABLES: readonly string[] = ['lightingZones', 'switchingRules', 'lightingCalendars', 'calendarRules', 'lightingPrograms', 'dimmingLevels', 'lightingLimits'];

/** Whether two cities differ in what lamps do every night at most. */
export const differInNightTablesOnly = (different: readonly string[]): boolean => different.every((name) => NIGHT_TABLES.includes(name));

/** Whether a year tells all that the lamps of a city do: none follows the traffic, none is under an order or out of reach, by the city's own file either. */
export const yearTells = (twin: ReadingTwin): boolean => hasYearOfLighting(twin) && yearLacks(twin) === undefined;

/** What keeps the figures of a year from telling all that lamps do: orders and lost contacts pass, and lamps that follow the traffic have no year of their own. */
export const yearLacks = ({ lamps, adaptiveRules, lightingOverrides, communicationLosses }: ReadingTwin): 'traffic' | 'orders' | undefined =>
  lamps.count === 0 ? undefined : adaptiveRules.count > 0 ? 'traffic' : lightingOverrides.count > 0 || communicationLosses.count > 0 ? 'orders' : undefined;
