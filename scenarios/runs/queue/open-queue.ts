import type { RunAll } from '../planned-run.ts';
import type { Store } from '../store.ts';
import { openBroker } from './broker.ts';
import type { Pace } from './pace.ts';
import { sendRuns, type FleetState } from './send-runs.ts';

export interface QueueOptions {
  /** Told every few seconds while runs are with the fleet. */
  onState?: ((state: FleetState) => void) | undefined;
  pace?: Pace | undefined;
}

export interface OpenQueue {
  /** As the one of this machine, by all workers that listen at the queue and see the same store. It takes no run that goes on from a checkpoint or hands one out. */
  runAll: RunAll;
  close(): Promise<void>;
}

/** Opens the queue for runs of this store, at an address for which `isQueueAddress` holds. Throws UnreachableBroker. */
export async function openQueue(url: string, store: Store, { onState, pace }: QueueOptions = {}): Promise<OpenQueue> {
  const broker = await openBroker(url, store, pace);
  return { runAll: (planned, options) => sendRuns(broker, planned, options, onState), close: () => broker.close() };
}
