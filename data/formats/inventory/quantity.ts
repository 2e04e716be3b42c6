export type QuantityKind = 'power' | 'length' | 'flux' | 'temperature' | 'angle';

/** Units that inventories write behind a number, and how many of the unit that columns here are in they are. */
const UNITS: ReadonlyMap<string, { of: QuantityKind; factor: number }> = new Map([
  ['w', { of: 'power', factor: 1 }], ['watt', { of: 'power', factor: 1 }], ['watts', { of: 'power', factor: 1 }], ['kw', { of: 'power', factor: 1000 }],
  ['m', { of: 'length', factor: 1 }], ['metres', { of: 'length', factor: 1 }], ['meters', { of: 'length', factor: 1 }], ['cm', { of: 'length', factor: 0.01 }],
  ['ft', { of: 'length', factor: 0.3048 }], ['feet', { of: 'length', factor: 0.3048 }], ["'", { of: 'length', factor: 0.3048 }],
  ['lm', { of: 'flux', factor: 1 }], ['klm', { of: 'flux', factor: 1000 }], ['k', { of: 'temperature', factor: 1 }], ['deg', { of: 'angle', factor: 1 }], ['°', { of: 'angle', factor: 1 }],
] as const);

/** A number of watts, metres, lumens, kelvins or degrees: in the unit that its text names, else in `unit`; undefined where the text is none. The comma of the French is a point. */
export function quantityIn(text: string, of: QuantityKind, unit: string): number | undefined {
  const [, number, named] = /^([+-]?\d{1,9}(?:[.,]\d{1,12})?)\s*([a-zA-Z'°]*)$/.exec(text) ?? [];
  const scale = number === undefined ? undefined : UNITS.get((named === '' ? unit : named!).toLowerCase());
  return scale?.of === of ? Number(number!.replace(',', '.')) * scale.factor : undefined;
}

/** A bare number as tables have it, such as a coordinate. */
export const plainNumberIn = (text: string): number => (/^[+-]?\d{1,12}(?:[.,]\d{1,20})?$/.test(text) ? Number(text.replace(',', '.')) : NaN);

/** The year in a year or a date: the only four digits that can be one. */
export const yearIn = (text: string): number | undefined => {
  const year = /(?:^|\D)((?:19|20)\d\d)(?:\D|$)/.exec(text)?.[1] ?? /^((?:19|20)\d\d)\d{4}$/.exec(text)?.[1];
  return year === undefined ? undefined : Number(year);
};
