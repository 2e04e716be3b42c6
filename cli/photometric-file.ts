import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { hasErrors, type Checked, type Problem } from '../engine/foundation/problem.ts';
import { MOST_PHOTOMETRY_BYTES, type MeasuredLuminaire } from '../data/formats/photometry/measured-luminaire.ts';
import { readPhotometry } from '../data/formats/photometry/read-photometry.ts';

/** A photometric file of the disk; a tilt file that it names is looked for beside it, and nowhere else. */
export function readPhotometricFile(path: string): Checked<MeasuredLuminaire> {
  const refused = (code: string, parameters: Problem['parameters'] = {}): Checked<MeasuredLuminaire> => ({ problems: [{ severity: 'error', code, where: path, parameters }] });
  const bytes = plainFileBytes(path) > MOST_PHOTOMETRY_BYTES ? undefined : bytesOf(path);
  if (bytes === undefined) return plainFileBytes(path) > MOST_PHOTOMETRY_BYTES ? refused('photometry-too-large', { limit: MOST_PHOTOMETRY_BYTES }) : refused('cli-no-such-file');
  const { value, problems } = readPhotometry(basename(path), bytes, (name) => textBeside(path, name));
  return value && !hasErrors(problems) ? { value, problems } : { problems };
}

/** How long a plain file is; -1 for anything else. Names may come out of files: some are none that a disk can have. */
export function plainFileBytes(path: string): number {
  try {
    const about = statSync(path);
    return about.isFile() ? about.size : -1;
  } catch {
    return -1;
  }
}

function bytesOf(path: string): Uint8Array | undefined {
  try {
    return plainFileBytes(path) < 0 ? undefined : readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Names with folders in them lead out of where the file lies: only their last part is used. */
function textBeside(path: string, name: string): string | undefined {
  const beside = join(dirname(path), basename(name.replaceAll('\\', '/')));
  const size = plainFileBytes(beside);
  return size >= 0 && size <= MOST_PHOTOMETRY_BYTES ? bytesOf(beside) && readFileSync(beside, 'latin1') : undefined;
}
