import { aspect } from '../../../engine/twin/signals.ts';
import { markup, type Markup } from './markup.ts';

/** What a group shows from one time to another, seconds. `aspect`: a code of `aspect`. */
export interface ShownSpan { fromS: number; untilS: number; aspect: number }

/** Kinds of signals that a reader must tell apart, whatever colours they see: each has a height of its own. */
export type Look = 'green' | 'permissive' | 'amber' | 'red' | 'dark';

const lookOf: Readonly<Record<number, Look>> = {
  [aspect.green]: 'green', [aspect.greenPermissive]: 'permissive', [aspect.greenArrowAfterStop]: 'permissive',
  [aspect.amber]: 'amber', [aspect.redAmber]: 'amber', [aspect.red]: 'red', [aspect.flashing]: 'dark', [aspect.off]: 'dark',
};

const GREEN = 'var(--figure-third, #00715a)', AMBER = 'var(--figure-amber, #c98a00)', RED = 'var(--figure-red, #a3271b)';

/** A signal's bar of full height `height`: green fills it, permissive green fills its lower half within a frame, amber is two thirds high, red a thin line in its middle. */
export function signalBar(code: number, x: number, y: number, width: number, height: number): Markup {
  const middle = y + height / 2;
  switch (lookOf[code] ?? 'dark') {
    case 'green': return markup`<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${GREEN}"/>`;
    case 'permissive': return markup`<rect x="${x}" y="${middle}" width="${width}" height="${height / 2}" fill="${GREEN}"/><rect x="${x + 0.75}" y="${y + 0.75}" width="${Math.max(0, width - 1.5)}" height="${height - 1.5}" fill="none" stroke="${GREEN}" stroke-width="1.5"/>`;
    case 'amber': return markup`<rect x="${x}" y="${y + height / 6}" width="${width}" height="${(height * 2) / 3}" fill="${AMBER}"/>`;
    case 'red': return markup`<rect x="${x}" y="${middle - 1.5}" width="${width}" height="3" fill="${RED}"/>`;
    case 'dark': return markup`<line x1="${x}" x2="${x + width}" y1="${middle}" y2="${middle}" stroke="currentColor" stroke-width="2" stroke-dasharray="2 4"/>`;
  }
}

/** Whether a group of this aspect lets vehicles go. */
export const isGo = (code: number): boolean => lookOf[code] === 'green' || lookOf[code] === 'permissive';

/** One aspect of each kind that a legend explains. */
export const explained = { green: aspect.green, permissive: aspect.greenPermissive, amber: aspect.amber, red: aspect.red } as const;
