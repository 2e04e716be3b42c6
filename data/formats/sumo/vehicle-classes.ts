import { category } from '../../../engine/twin/streets.ts';
import { wordTable } from '../word-table.ts';

/**
 * SUMO's vehicle classes (SUMOVehicleClass.h) and the category that stands for each in a twin.
 * Ships, drones and the like drive on no street: they have no category.
 */
export const categoryOfClass: Readonly<Record<string, number>> = wordTable({
  passenger: category.car, private: category.car, hov: category.car, vip: category.car, evehicle: category.car,
  custom1: category.car, custom2: category.car,
  taxi: category.taxi,
  bus: category.bus, coach: category.bus,
  delivery: category.van,
  truck: category.lorry, trailer: category.lorry,
  tram: category.tram, rail_urban: category.tram, rail: category.tram, rail_electric: category.tram, rail_fast: category.tram,
  bicycle: category.bicycle,
  motorcycle: category.motorcycle, moped: category.motorcycle,
  emergency: category.emergency, authority: category.emergency, army: category.emergency,
  pedestrian: category.pedestrian,
  ignoring: category.unrestricted,
  ship: 0, container: 0, cable_car: 0, subway: 0, aircraft: 0, wheelchair: category.pedestrian, scooter: category.bicycle, drone: 0,
});

/** The classes that decide for a category: a lane closed to 'passenger' is closed to cars even if 'vip' may use it. */
const leadingClasses: readonly string[] = [
  'passenger', 'taxi', 'bus', 'delivery', 'truck', 'tram', 'rail_urban', 'rail', 'bicycle', 'motorcycle', 'emergency', 'pedestrian',
];
/** Newer kinds of rail open a lane that names them, but a lane that older software forgot to close to them is no railway. */
const openingClasses: readonly string[] = [...leadingClasses, 'rail_electric', 'rail_fast'];

const allCategories = leadingClasses.reduce((bits, name) => bits | categoryOfClass[name]!, 0);

const classNames = (value: string): string[] => value.split(/[\s,|]+/).filter((name) => name !== '');

const bitsOf = (names: readonly string[]): number =>
  names.reduce((bits, name) => (openingClasses.includes(name) ? bits | categoryOfClass[name]! : bits), 0);

/**
 * The categories that `allow` and `disallow` of a lane or connection let through, as a bit set.
 * As in SUMO, `allow` decides where both are given and everything may pass where neither is.
 */
export function permittedCategories(allow: string | undefined, disallow: string | undefined): number {
  if (allow !== undefined && allow !== '') {
    const names = classNames(allow);
    return (names.includes('all') ? allCategories : bitsOf(names)) | category.unrestricted;
  }
  if (disallow !== undefined && disallow !== '') {
    const names = classNames(disallow);
    if (names.includes('all')) return category.unrestricted;
    const closed = new Set(names);
    return bitsOf(leadingClasses.filter((name) => !closed.has(name))) | category.unrestricted;
  }
  return allCategories | category.unrestricted;
}
