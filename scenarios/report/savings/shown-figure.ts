import { numbersIn } from '../../language/numbers.ts';
import type { Language } from '../../language/language.ts';
import { markup, type Markup } from '../figures/markup.ts';

/** A figure of the page as people read it, with the whole number and its name beside, so that a program can hold it against the tables. */
export const shown = (name: string, value: number, text: string): Markup => markup`<span data-figure="${name}" data-value="${value}">${text}</span>`;

/** Writers of the units of the report. */
export function unitsIn(language: Language) {
  const { plain, signed, percent, signedPercent } = numbersIn(language);
  const narrow = '\u202f';
  /** Writes energies that stand together in one unit, that of the largest. */
  const energies = (...values: readonly number[]): ((value: number) => string) => {
    const most = Math.max(...values.map(Math.abs));
    return (value) => (most < 10_000 ? `${plain(value)}${narrow}kWh` : `${plain(value / 1000, most < 1_000_000 ? 1 : 0)}${narrow}MWh`);
  };
  return {
    kwh: (value: number) => plain(value), signedKwh: (value: number) => signed(value),
    /** With its unit, MWh from ten thousand kWh on, whole ones from a thousand on: no uncertainty of lighting is finer. */
    energy: (value: number) => energies(value)(value), energies,
    eur: (value: number) => `${plain(value)}${narrow}€`, carbon: (value: number) => (Math.abs(value) < 10_000 ? `${plain(value)}${narrow}kg` : `${plain(value / 1000, 1)}${narrow}t`),
    percent: (value: number) => percent(value, 1), signedPercent: (value: number) => signedPercent(value, 1), plain,
    /** '15 janvier 2026'; the first of a month is an ordinal in French. */
    date: (date: string) => new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`)).replace(/^1 /, language === 'fr' ? '1er ' : '1 '),
    month: (month: string) => new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`)).replace(' ', '\u00a0'),
  };
}
export type Units = ReturnType<typeof unitsIn>;

/** A table of the report: titles, which of them head columns of numbers, and rows of cells; the first cell of a row names it. */
export function plainTable(titles: readonly string[], numberFrom: number, rows: readonly (readonly (string | Markup)[])[], kind = ''): Markup {
  const cell = (content: string | Markup, at: number) => (at === 0 ? markup`<th scope="row">${content}</th>` : at >= numberFrom ? markup`<td class="number">${content}</td>` : markup`<td>${content}</td>`);
  return markup`<table class="${kind}"><thead><tr>${titles.map((title, at) => markup`<th scope="col"${at >= numberFrom ? markup` class="number"` : undefined}>${title}</th>`)}</tr></thead><tbody>${rows.map((cells) => markup`<tr>${cells.map(cell)}</tr>`)}</tbody></table>`;
}
