import { tablesFromBytes, tablesToBytes } from '../foundation/table-bytes.ts';
import { replayKnotColumns, replayWalkColumns, type ReplaySegment } from './tables.ts';

/** The last digit is the version of the format: raise it when a column changes. */
const MAGIC = 'REPLAY-2';
const declared = { knots: replayKnotColumns, walks: replayWalkColumns };

export const replayToBytes = ({ fromS, untilS, knots, walks }: ReplaySegment): Uint8Array => tablesToBytes(MAGIC, declared, { knots, walks }, { fromS, untilS });

/** Undefined when the bytes are not a whole segment of this version. */
export function replayFromBytes(bytes: Uint8Array): ReplaySegment | undefined {
  const read = tablesFromBytes(MAGIC, declared, bytes);
  const span = read?.about as { fromS?: unknown; untilS?: unknown } | null | undefined;
  if (!read || typeof span?.fromS !== 'number' || typeof span.untilS !== 'number') return undefined;
  return { fromS: span.fromS, untilS: span.untilS, knots: read.tables.knots, walks: read.tables.walks };
}
