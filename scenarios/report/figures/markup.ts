/** Text that is markup already: only `markup` makes it, and only from templates of ours. */
export interface Markup { readonly markup: string }

type Given = string | number | Markup | undefined | readonly Given[];

/**
 * HTML or SVG from a template. Whatever is put in is escaped, unless it is markup itself: names come from files of others
 * and may hold anything.
 */
export function markup(template: TemplateStringsArray, ...given: readonly Given[]): Markup {
  return { markup: template.reduce((whole, piece, at) => whole + escaped(given[at - 1]) + piece) };
}

function escaped(given: Given): string {
  if (given === undefined) return '';
  if (Array.isArray(given)) return (given as readonly Given[]).map(escaped).join('');
  if (typeof given === 'object') return (given as Markup).markup;
  return String(given)
    // Not allowed in XML at all, and of no use in HTML.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '�')
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\'', '&#39;');
}
