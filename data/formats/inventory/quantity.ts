/** Units that inventories write behind a number, and how many of the unit that columns here are in they are. */
const UNITS: ReadonlyMap<string, { of: 'power' | 'length' | 'flux' | 'temperature'; factor: number }> = new Map([
  ['w', { of: 'power', factor: 1 }], ['watt', { of: 'power', factor: 1 }], ['watts', { of: 'power', factor: 1 }], ['kw', { of: 'power', factor: 1000 }],
  ['m', { of: 'length', factor: 1 }], ['metres', { of: 'length', factor: 1 }], ['meters', { of: 'length', factor: 1 }], ['cm', { of: 'length', factor: 0.01 }],
  ['ft', { of: 'length', factor: 0.3048 }], ['feet', { of: 'length', factor: 0.3048 }], ["'", { of: 'length', factor: 0.3048 }],
  ['lm', { of: 'flux', factor: 1 }], ['klm', { of: 'flux', factor: 1000 }], ['k', { of: 'temperature', factor: 1 }],
] as const);

/** A number of watts, metres, lumens or kelvins: in the unit that its text names, else in `unit`; undefined where the text is none. The comma of the French is a point. */
export function quantityIn(text: string, of: 'power' | 'length' | 'flux' | 'temperature', unit: string): number | undefined {
  const [, number, named] = /^([+-]?\d{1,9}(?:[.,]\d{1,12})?)\s*([a-zA-Z']*)$/.exec(text) ?? [];
  const scale = number === undefined ? undefined : UNITS.get((named === '' ? unit : named!).toLowerCase());
  return scale?.of === of ? Number(number!.replace(',', '.')) * scale.factor : undefined;
}

/** A coordinate as tables have it. */
export const coordinateIn = (text: string): number => (/^[+-]?\d{1,12}(?:[.,]\d{1,20})?$/.test(text) ? Number(text.replace(',', '.')) : NaN);

/** The year in a year or a date: the only four digits that can be one. */
export const yearIn = (text: string): number | undefined => {
  const year = /(?:^|\D)((?:19|20)\d\d)(?:\D|$)/.exec(text)?.[1] ?? /^((?:19|20)\d\d)\d{4}$/.exec(text)?.[1];
  return year === undefined ? undefined : Number(year);
};
