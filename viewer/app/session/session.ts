import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Language } from '../../../scenarios/language/language.ts';
import type { TrialPrograms } from '../lighting/trial-program.ts';
import type { Camera } from '../map/city-map.ts';
import type { Thing } from './thing.ts';

/** Which of the two chosen scenarios is on the map. */
export type Side = 'a' | 'b';

export type OpenPanel = 'layers' | 'help' | 'about' | 'tables' | 'lighting' | 'comparisons' | 'none';

/** What this person looks at. All of it stands in the address, so that a link shows the same. */
export interface Session {
  language: Language;
  city: string;
  /** Names of results; empty for none. */
  results: Record<Side, string>;
  shown: Side;
  /** Seconds since midnight of the first day; while the clock runs it follows a few times a second. */
  timeS: number;
  playing: boolean;
  /** Simulated seconds a second. */
  speed: number;
  camera: Camera | undefined;
  /** Bits of the layers that are on; -1 until the city is known. */
  layerBits: number;
  selected: Thing | undefined;
  /** Street shown close up, -1 for none. */
  street: number;
  panel: OpenPanel;
  lighting: LightingView;
  /** Comparison that is read; empty for the newest. */
  comparison: string;
}

/** What the panel of lighting shows: a zone, an hour of the night, and the programs that are tried in place of those there are. */
export interface LightingView { zone: string; hour: number; programs: TrialPrograms }

/** Speeds that the clock offers. */
export const speeds = [1, 2, 5, 10, 30, 60, 120, 300, 600] as const;

export const firstSession: Session = {
  language: 'fr', city: '', results: { a: '', b: '' }, shown: 'a', timeS: -1, playing: false, speed: 10,
  camera: undefined, layerBits: -1, selected: undefined, street: -1, panel: 'none',
  // The darkest hour of most programs.
  lighting: { zone: '', hour: 2, programs: {} },
  comparison: '',
};

export type SessionStore = StoreApi<Session>;

export const makeSession = (given: Partial<Session>): SessionStore => createStore<Session>(() => ({ ...firstSession, ...given }));
