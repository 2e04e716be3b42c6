import type { MessagePort } from 'node:worker_threads';
import type { Problem } from '../../engine/foundation/problem.ts';
import type { RunSettings } from '../../engine/run-settings.ts';
import type { RunFigures } from '../../engine/results/tables.ts';
import type { Change } from '../changes/change.ts';
import type { IndicatorValues } from '../measure/indicators.ts';
import type { CheckpointAbout } from './checkpoint-file.ts';
import type { WrittenFiles } from './content-sums.ts';
import type { RunCosts } from './manifest.ts';

/** What a worker thread is told to do. */
export interface RunJob {
  /** Bytes of the twin, in memory that all threads see: a city is held once, however many runs there are. */
  twin: SharedArrayBuffer;
  /** Its fingerprint: a thread need not read a city twice. */
  twinHash: string;
  changes: readonly Change[];
  settings: RunSettings;
  /** An empty folder for tables and replay. */
  folder: string;
  /** Whether it has the processor time of the process to itself. */
  alone: boolean;
  progress: MessagePort;
  /** Threads that take the steps of this run together, and the file that each of them but the first runs. */
  threads: number;
  helper: string;
  /** Bytes of a checkpoint to go on from. */
  resume?: Uint8Array | undefined;
  /** Whether to hand out a checkpoint: at the end, or where the run is to stop. */
  halt?: { atS?: number | undefined; about: CheckpointAbout } | undefined;
}

/** How far a run is. */
export interface RunProgress { timeS: number; running: number; arrived: number; vehicleUpdates: number }

/** What a worker answers. `written`: all that it put into the folder; `problems`: why the changes do not fit, or warnings about them. */
export type RunAnswer =
  | { done: true; written: WrittenFiles; figures: RunFigures; indicators: IndicatorValues; costs: RunCosts; problems: readonly Problem[]; checkpoint?: Uint8Array | undefined }
  | { done: false; problems: readonly Problem[] }
  | { done: false; storeFault: StoreFault };

/** Why files could not be written, as data: an error that comes from another thread has lost its code and its system call. */
export interface StoreFault { message: string; code: string | undefined; syscall: string }
