import type { LinkCounts } from '../results/link-counts.ts';
import type { CityState } from '../state/city-state.ts';
import type { Approaches } from '../traffic/approaches.ts';
import type { Presence } from '../traffic/scratch.ts';
import type { Roads } from '../traffic/roads.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import type { Control } from './control.ts';

/** What a helper works with: columns in memory that all threads see. Sent at the start, and anew when columns have grown. */
export interface Picture {
  control: Control;
  /** Which thread the helper is, counted from 1. */
  thread: number;
  seed: number;
  stepS: number;
  /** Without texts. */
  twin: ReadingTwin;
  roads: Roads;
  state: CityState;
  approaches: Approaches;
  presence: Presence;
  linkCounts: LinkCounts;
  /** By place: the thread that does it. */
  owner: Uint8Array;
  /** Vehicles that this helper finds to pass the end of their place, and to have a gap beside them; and by slot, on which side. */
  crossing: Int32Array;
  changing: Int32Array;
  changeTo: Int8Array;
  /** By window of a crossing: until when vehicles take it, as far as this helper has seen. */
  takenUntilS: Float64Array;
  /** Compiled phases, and the memory in which all columns that they work with lie. */
  compiled: { module: WebAssembly.Module; memory: WebAssembly.Memory } | undefined;
}

/** A helper as whoever starts threads hands it over. Node's and the browser's way to start one live elsewhere. */
export interface Helper { post(picture: Picture): void; end(): void }
export type StartHelper = () => Helper;
