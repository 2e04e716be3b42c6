import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { FileAccess } from './xml-elements.ts';

/** The files of this computer, read piece by piece; what is not a plain file (a folder, a device) is refused. */
export const nodeFiles: FileAccess = {
  async open(path) {
    const found = await stat(path);
    if (!found.isFile()) throw new Error('it is not a file');
    return createReadStream(path);
  },
};
