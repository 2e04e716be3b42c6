import { makeDayProfile } from '../../build/demand/day-profile.ts';

/**
 * When trips start, by hour: out from home, back home, and on the roads into town. Assumed, after the shape of French
 * household travel surveys: peaks from 7 to 9 and from 16:30 to 18:30, a small one at noon.
 */
export const outward = makeDayProfile([0.3, 0.2, 0.1, 0.1, 0.4, 1.4, 4.5, 10.5, 11.5, 6.5, 5, 4.5, 4, 6.5, 5.5, 4.5, 5, 6, 5.5, 4, 3, 1.6, 0.9, 0.5]);
export const homeward = makeDayProfile([0.7, 0.4, 0.2, 0.1, 0.1, 0.2, 0.6, 1.8, 2.8, 2.8, 3.8, 6.2, 6.5, 3.8, 4.4, 6.8, 8.4, 8.6, 8.2, 7, 4.8, 3, 2.5, 1.5]);
export const through = makeDayProfile([0.8, 0.5, 0.4, 0.5, 0.9, 2.2, 4.8, 7.2, 7.4, 5.6, 5.1, 5, 5, 5.2, 5.4, 6, 6.9, 7.2, 6.8, 4.9, 3.3, 2.3, 1.8, 1.2]);

/** The hours that the streets must carry. */
export const morningPeakS = [7.5 * 3600, 8.5 * 3600] as const;
export const eveningPeakS = [16.75 * 3600, 17.75 * 3600] as const;
