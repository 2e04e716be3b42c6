import { markup, type Markup } from './markup.ts';

/** Size of every figure in its own units; the page scales it. */
export const WIDTH = 560;

/** Colours told apart by people with any colour vision, dark enough on white; each series has a second mark besides. */
export const SERIES = [
  { colour: 'var(--figure-baseline, #0067a3)', dash: '' },
  { colour: 'var(--figure-scenario, #b84a00)', dash: '7 4' },
  { colour: 'var(--figure-third, #00715a)', dash: '2 3' },
] as const;

export interface FigureFrame {
  /** Unique on the page: title and description are tied to the picture by it. */
  id: string;
  title: string;
  /** What the picture shows, for those who do not see it. */
  description: string;
  heightUnits: number;
  body: readonly Markup[];
}

/** One picture: text and lines take the colour of the page around it. */
export const figureSvg = ({ id, title, description, heightUnits, body }: FigureFrame): string =>
  markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${heightUnits}" width="100%" role="img" aria-labelledby="${id}-title ${id}-desc" font-family="system-ui, sans-serif" font-size="13" fill="currentColor"><title id="${id}-title">${title}</title><desc id="${id}-desc">${description}</desc>${body}</svg>`.markup;

/** Room that the legend of up to two series takes above a picture, and each row of it. */
export const LEGEND_HEIGHT = 46, LEGEND_ROW = 21;

/** Names of the series with their marks, one below the other at the top: names are long and screens narrow. */
export const legend = (names: readonly string[], mark: 'line' | 'bar'): Markup =>
  markup`${names.map((name, at) => {
    const y = 12 + at * LEGEND_ROW, { colour, dash } = SERIES[at]!;
    const sample = mark === 'line'
      ? markup`<line x1="4" x2="36" y1="${y}" y2="${y}" stroke="${colour}" stroke-width="3" stroke-dasharray="${dash}"/>`
      : markup`<rect x="4" y="${y - 6}" width="32" height="12" fill="${colour}"/>`;
    return markup`${sample}<text x="44" y="${y + 5}">${name}</text>`;
  })}`;
