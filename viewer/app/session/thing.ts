/** Kinds of things that can be pointed at: tables of the twin; a vehicle is its departure. */
export const thingKinds = [
  'lamps', 'departures', 'controllers', 'junctions', 'streets', 'lines', 'stops', 'cabinets', 'cameras', 'buildings',
  'bollardSites', 'pedestrianZones', 'serviceVehicles', 'controlPosts', 'areas', 'communes', 'fibres',
] as const;
export type ThingKind = (typeof thingKinds)[number];

/** One thing of the city: a row of its table. */
export interface Thing { readonly kind: ThingKind; readonly row: number }

export const sameThing = (a: Thing | undefined, b: Thing | undefined): boolean => a?.kind === b?.kind && a?.row === b?.row;

export const thingToText = ({ kind, row }: Thing): string => `${kind}:${row}`;

export function thingFromText(value: string): Thing | undefined {
  const [name, digits] = value.split(':');
  const kind = thingKinds.find((known) => known === name);
  return kind && /^\d{1,9}$/.test(digits ?? '') ? { kind, row: Number(digits) } : undefined;
}
