import type { Checked } from '../../../engine/foundation/problem.ts';
import { MOST_PHOTOMETRY_BYTES, type MeasuredLuminaire } from './measured-luminaire.ts';
import { readEulumdat } from './read-eulumdat.ts';
import { readIes, type TiltFiles } from './read-ies.ts';

/** Files that hold photometric data, by their endings. */
export const isPhotometricFile = (path: string): boolean => /\.(ies|ldt|eul)$/i.test(path);

/** A line of the maker, then the numbers of type and symmetry. */
const BEGINS_AS_EULUMDAT = /^[^\r\n]*\r?\n\s*\d\s*\r?\n\s*\d\s*\r?\n/;

/** Reads a photometric file: LM-63 where it says TILT=, else EULUMDAT. What is wrong is told with lines, all at once; nothing throws. */
export function readPhotometry(file: string, bytes: Uint8Array, tiltFiles?: TiltFiles): Checked<MeasuredLuminaire> {
  if (bytes.length > MOST_PHOTOMETRY_BYTES) return { problems: [{ severity: 'error', code: 'photometry-too-large', where: file, parameters: { limit: MOST_PHOTOMETRY_BYTES } }] };
  const content = textOf(bytes), isNamed = isPhotometricFile(file), isIes = /\.ies$/i.test(file) || (!isNamed && /^\s*TILT\s*=/im.test(content));
  // A letter or a table would be told line by line what EULUMDAT has there.
  if (!isIes && !isNamed && !BEGINS_AS_EULUMDAT.test(content)) return { problems: [{ severity: 'error', code: 'photometry-neither', where: file, parameters: {} }] };
  return isIes ? readIes(file, content, tiltFiles) : readEulumdat(file, content);
}

/** UTF-8 where it is that, else the code page that makers' programs wrote. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
