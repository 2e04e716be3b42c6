import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Thing } from './thing.ts';

/** What is true of this very moment and does not belong into a link. */
export interface Moment {
  /** Whether the first picture stands. */
  drawn: boolean;
  /** Vehicles on the network now; undefined where no run is recorded. */
  vehicleCount: number | undefined;
  /** Whether the clock waits for a part of the run. */
  waiting: boolean;
  /** Whether panels are light or dark: they follow the sky. */
  night: boolean;
  /** What the pointer is over. */
  hovered: { thing: Thing; xPx: number; yPx: number } | undefined;
  /** A part of the run that could not be read. */
  failure: unknown;
}

export type MomentStore = StoreApi<Moment>;

export const makeMoment = (): MomentStore =>
  createStore<Moment>(() => ({ drawn: false, vehicleCount: undefined, waiting: false, night: false, hovered: undefined, failure: undefined }));
