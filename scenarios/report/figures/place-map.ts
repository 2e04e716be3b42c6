import { figureSvg, WIDTH, type FigureFrame } from './frame.ts';
import { markup } from './markup.ts';

/** Something that stands somewhere and has a value: east and north of the origin. */
export interface ValuedPlace { xM: number; yM: number; value: number }

const EDGE = 8, MOST_RADIUS = 9, CROWD_RADIUS = 110, LEAST_RADIUS = 0.8, MOST_HEIGHT = 620, LEAST_HEIGHT = 160;

/** Discs whose area is the value; below zero a hollow one. Outlines lie below. */
export function placeMap(frame: Pick<FigureFrame, 'id' | 'title' | 'description'>, places: readonly ValuedPlace[], outlines: readonly (readonly (readonly [xM: number, yM: number])[])[]): string {
  const corners = [...places.map(({ xM, yM }) => [xM, yM] as const), ...outlines.flat()];
  let west = Infinity, east = -Infinity, south = Infinity, north = -Infinity;
  for (const [xM, yM] of corners) { west = Math.min(west, xM); east = Math.max(east, xM); south = Math.min(south, yM); north = Math.max(north, yM); }
  const wideM = Math.max(1, east - west), highM = Math.max(1, north - south);
  const heightUnits = Math.round(Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, ((WIDTH - 2 * EDGE) * highM) / wideM + 2 * EDGE))), scale = Math.min((WIDTH - 2 * EDGE) / wideM, (heightUnits - 2 * EDGE) / highM);
  const x = (xM: number): string => (WIDTH / 2 + (xM - (west + east) / 2) * scale).toFixed(1), y = (yM: number): string => (heightUnits / 2 - (yM - (south + north) / 2) * scale).toFixed(1);
  // Many discs are smaller, so that they do not cover one another.
  const largest = Math.min(MOST_RADIUS, CROWD_RADIUS / Math.sqrt(Math.max(1, places.length)));
  const most = places.reduce((so, { value }) => Math.max(so, Math.abs(value)), 1e-9), radius = (value: number): string => Math.max(LEAST_RADIUS, largest * Math.sqrt(Math.abs(value) / most)).toFixed(2);
  return figureSvg({
    ...frame, heightUnits,
    body: [
      markup`${outlines.filter((outline) => outline.length > 2).map((outline) => markup`<polygon points="${outline.map(([xM, yM]) => `${x(xM)} ${y(yM)}`).join(' ')}" fill="currentColor" fill-opacity="0.04" stroke="currentColor" stroke-opacity="0.35" stroke-width="0.8"/>`)}`,
      markup`${places.map(({ xM, yM, value }) => (value >= 0
        ? markup`<circle cx="${x(xM)}" cy="${y(yM)}" r="${radius(value)}" fill="var(--figure-third, #00715a)" fill-opacity="0.55"/>`
        : markup`<circle cx="${x(xM)}" cy="${y(yM)}" r="${radius(value)}" fill="none" stroke="var(--figure-scenario, #b84a00)" stroke-width="1.4"/>`))}`,
    ],
  });
}
