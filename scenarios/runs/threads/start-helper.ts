import { Worker } from 'node:worker_threads';
import type { Helper } from '../../../engine/parallel/picture.ts';

/** Node's way to start a further thread of one run. `file`: what `help-worker.ts` was bundled into. */
export function startHelper(file: string): Helper {
  const worker = new Worker(file);
  // The run itself ends with a fault that names no cause: this is the cause.
  worker.on('error', ({ stack }) => process.stderr.write(`${stack}\n`));
  // A run that is stopped from outside leaves nothing that keeps its process alive.
  worker.unref();
  return { post: (picture) => worker.postMessage(picture), end: () => void worker.terminate() };
}
