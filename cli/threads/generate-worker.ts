import { generateDijon } from '../../data/dijon/generate.ts';
import { twinHash, twinToBytes } from '../../engine/twin/bytes.ts';
import { nativeSha256 } from '../../scenarios/runs/native-sha256.ts';

/** The reference city as bytes, and their fingerprint. In a thread: whoever presses Ctrl-C meanwhile is heard. */
export default function generate(): { bytes: Uint8Array; hash: string } {
  const twin = generateDijon(), hash = twinHash(twin, nativeSha256);
  return { bytes: twinToBytes(twin, hash), hash };
}
