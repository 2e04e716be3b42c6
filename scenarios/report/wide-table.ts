import { markup, type Markup } from './figures/markup.ts';

/** Room for a table that may be wider than the screen: it scrolls, with the keyboard too, and those who do not see it hear what it is. */
export const wideTable = (label: string, table: Markup): Markup => markup`<div class="wide" role="region" aria-label="${label}" tabindex="0">${table}</div>`;
