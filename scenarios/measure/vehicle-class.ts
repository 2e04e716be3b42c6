import { category } from '../../engine/twin/streets.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';

/** Kinds of vehicles that a junction is judged by, each for itself. */
export const vehicleClasses = ['bus', 'tram', 'car', 'lorry', 'bicycle'] as const;
export type VehicleClass = (typeof vehicleClasses)[number];

/** Vans, taxis, motorcycles and emergency vehicles count as cars. */
export function vehicleClassOf({ departures, vehicleTypes }: ReadingTwin, departure: number): VehicleClass {
  switch (vehicleTypes.category[departures.vehicleType[departure]!]!) {
    case category.bus: return 'bus';
    case category.tram: return 'tram';
    case category.lorry: return 'lorry';
    case category.bicycle: return 'bicycle';
    default: return 'car';
  }
}
