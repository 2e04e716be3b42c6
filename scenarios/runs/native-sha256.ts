import { createHash } from 'node:crypto';
import type { Sha256 } from '../../engine/foundation/hash.ts';

/** The platform's SHA-256, several times as fast as one in plain JavaScript. */
export const nativeSha256 = (): Sha256 => createHash('sha256');
