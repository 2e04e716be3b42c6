/** A number as photometric files write it, with a decimal point or, in EULUMDAT, a comma; NaN for anything else. */
export function plainNumber(text: string): number {
  const given = text.trim();
  return given.length <= 40 && /^[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d{1,3})?$/.test(given) ? Number(given.replace(',', '.')) : NaN;
}

/** The number that a text begins with: '4000K', '4000 K' and '830/4000' begin with one; 0 where there is none. */
export function leadingNumber(text: string): number {
  const [digits] = /^\s*\d{1,12}([.,]\d{1,12})?/.exec(text) ?? [''];
  return digits === '' ? 0 : Number(digits.replace(',', '.'));
}
