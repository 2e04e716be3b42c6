import { estimated } from './figure.ts';

/** People on foot on a weekday. Nobody counts them crossing by crossing: all figures are estimates that give a plausible day. */
export const walkingFigures = {
  walksPerResident: estimated(1, 'walks a day: 3.6 trips, 28 % of them on foot, after French household travel surveys of cities of this size'),
  crossingsPerWalk: estimated(3, 'streets with a marked crossing on a walk of a kilometre'),
  reachM: estimated(250, 'standard deviation of the way between a door and the crossings that its people use'),
  mostPerDay: estimated(6000, 'people a day at the busiest crossings of the centre'),
  leastPerDay: estimated(150, 'a crossing that fewer people use would not be marked'),
} as const;

/** When people walk, by hour; assumed, after the shape of French household travel surveys: school and work, noon, late afternoon. */
export const WALKING_HOURS: readonly number[] = [0.4, 0.2, 0.1, 0.1, 0.2, 0.6, 2, 6.5, 9, 5.5, 5.5, 7, 9, 7.5, 6.5, 6.5, 9, 9.5, 7.5, 4.5, 2.5, 1.8, 1.2, 0.8];
