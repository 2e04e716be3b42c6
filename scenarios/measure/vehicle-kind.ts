import { category } from '../../engine/twin/streets.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';

/** Buses by what they are, with or without a timetable: an imported scenario may know none. */
export const isBus = (twin: ReadingTwin, departure: number): boolean => categoryOf(twin, departure) === category.bus;

export const isEmergency = (twin: ReadingTwin, departure: number): boolean => categoryOf(twin, departure) === category.emergency;

/** Everything that is neither bus nor tram. */
export const isOtherTraffic = (twin: ReadingTwin, departure: number): boolean => !isTransit(categoryOf(twin, departure));

const isTransit = (one: number): boolean => one === category.bus || one === category.tram;

const categoryOf = ({ departures, vehicleTypes }: ReadingTwin, departure: number): number => vehicleTypes.category[departures.vehicleType[departure]!]!;
