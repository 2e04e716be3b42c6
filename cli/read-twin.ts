import { checkTwin } from '../data/build/check-twin.ts';
import type { Checked } from '../engine/foundation/problem.ts';
import { statedHash, twinFromBytes, twinHash } from '../engine/twin/bytes.ts';
import type { Twin } from '../engine/twin/twin.ts';
import { nativeSha256 } from '../scenarios/runs/native-sha256.ts';

/**
 * A twin from a file that anyone may have written: whole, as it was written, and one that the engine can run; else all that
 * is wrong with it. What was only worth a word was told when the city was imported.
 */
export function readTwin(bytes: Uint8Array, file: string): Checked<{ twin: Twin; hash: string }> {
  const twin = twinFromBytes(bytes);
  if (!twin) return { problems: [{ severity: 'error', code: 'cli-not-a-twin', where: file, parameters: {} }] };
  const hash = twinHash(twin, nativeSha256);
  if (hash !== statedHash(bytes)) return { problems: [{ severity: 'error', code: 'cli-twin-altered', where: file, parameters: {} }] };
  const faults = checkTwin(twin).filter(({ severity }) => severity === 'error');
  return faults.length > 0 ? { problems: faults.map((fault) => ({ ...fault, where: `${file}: ${fault.where}` })) } : { value: { twin, hash }, problems: [] };
}
