import { firstAtLeast } from '../foundation/first-at-least.ts';
import type { ReadingTwin } from './twin.ts';

/** The first row of a controller in a table that is sorted by controller; the table's length where it has none there and no later one has. */
export const firstRowOf = ({ controller: column, count }: { readonly controller: Readonly<ArrayLike<number>>; readonly count: number }, controller: number): number => firstAtLeast(column, count, controller);

/** Amber after green of the g-th group in `signals.shown`: what its limits say, or what is usual where the twin declares none. */
export const amberOfS = ({ signalGroups }: ReadingTwin, row: number): number => (row < signalGroups.count ? signalGroups.amberS[row]! : USUAL_AMBER_S);
/** No green of the g-th group in `signals.shown` is shorter; 0 where the twin declares no limits. */
export const minimumGreenOfS = ({ signalGroups }: Pick<ReadingTwin, 'signalGroups'>, row: number): number => (row < signalGroups.count ? signalGroups.minimumGreenS[row]! : 0);

/** At 50 km/h. */
const USUAL_AMBER_S = 3;
