import { parentPort } from 'node:worker_threads';
import { help } from '../../../engine/parallel/help.ts';
import type { Picture } from '../../../engine/parallel/picture.ts';

// A helper of a run: one of the threads that take the phases of its steps together.
parentPort!.on('message', (picture: Picture) => { if (!help(picture)) parentPort!.close(); });
