import { tablesFromBytes } from '../../../engine/foundation/table-bytes.ts';
import type { Columns } from '../../../engine/foundation/table.ts';
import { REPLAY_SEGMENT_S, resultTables, type ReplaySegment, type ResultTables } from '../../../engine/results/tables.ts';
import { twinFromBytes } from '../../../engine/twin/bytes.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { replayFromBytes } from '../../../engine/results/replay-bytes.ts';
import type { LampTables } from './lamp-output.ts';
import { makeSignalChanges, type SignalChanges } from './signal-states.ts';

/** What a stored run says about itself, as far as the viewer needs it. */
export interface Manifest {
  figures?: Record<string, number | string | null>;
  settings?: { fromS?: number; measuredFromS?: number; untilS?: number; seed?: number };
  [other: string]: unknown;
}
export interface ListedResult { name: string; manifest: Manifest }
export interface ListedCity { name: string; results: ListedResult[] }

/** Why something could not be loaded, as a key of the dictionary. */
export class FeedFailure extends Error {
  readonly key: 'noServer' | 'notFound' | 'notReadable';
  constructor(key: FeedFailure['key'], what: string) {
    super(`${key}: ${what}`);
    this.key = key;
  }
}

/** Undefined where the server has nothing under this path. */
export async function get(path: string, signal?: AbortSignal): Promise<Response | undefined> {
  let response: Response;
  try {
    response = await fetch(path, signal ? { signal } : {});
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new FeedFailure('noServer', path);
  }
  // 204: the run is there but has no such part.
  if (response.status === 404 || response.status === 204) return undefined;
  if (!response.ok) throw new FeedFailure('noServer', `${path} (${response.status})`);
  return response;
}

/** Bytes arrive unzipped while content-length counts zipped ones, so the server says the whole in a header of its own. */
const LENGTH_HEADER = 'x-unzipped-length';

async function bytesOf(response: Response, onBytes?: (received: number, total: number) => void): Promise<Uint8Array> {
  if (!onBytes || !response.body) return new Uint8Array(await response.arrayBuffer());
  const reader = response.body.getReader();
  const parts: Uint8Array[] = [];
  const total = Number(response.headers.get(LENGTH_HEADER) ?? 0);
  let received = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    received += value.byteLength;
    onBytes(received, total);
  }
  const bytes = new Uint8Array(received);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}

export async function loadCities(): Promise<ListedCity[]> {
  const response = await get('api/cities');
  if (!response) throw new FeedFailure('notFound', 'api/cities');
  return ((await response.json()) as { cities: ListedCity[] }).cities;
}

export async function loadTwin(city: string, onBytes: (received: number, total: number) => void): Promise<ReadingTwin> {
  const response = await get(`api/cities/${encodeURIComponent(city)}/twin`);
  if (!response) throw new FeedFailure('notFound', city);
  const twin = twinFromBytes(await bytesOf(response, onBytes));
  if (!twin) throw new FeedFailure('notReadable', city);
  return twin;
}

/** One stored run: small tables at once, replay and signals in segments as the clock needs them. */
export interface ResultFeed {
  readonly name: string;
  minutes(): Promise<ResultTables['minutes'] | undefined>;
  /** What lamps gave. */
  lamps(): Promise<LampTables | undefined>;
  /** Undefined when the run has no such segment. */
  replay(fromS: number): Promise<ReplaySegment | undefined>;
  signals(fromS: number): Promise<SignalChanges | undefined>;
}

const MAGIC = 'JUMTAB-1';

export function makeResultFeed(city: string, result: string, controllerCount: number): ResultFeed {
  const base = `api/cities/${encodeURIComponent(city)}/results/${encodeURIComponent(result)}`;
  const tables = async <Name extends keyof ResultTables>(names: readonly Name[], path: string): Promise<Pick<ResultTables, Name> | undefined> => {
    const response = await get(`${base}/${path}`);
    if (!response) return undefined;
    const columns = Object.fromEntries(names.map((name) => [name, resultTables[name] as Columns]));
    const read = tablesFromBytes(MAGIC, columns, await bytesOf(response));
    if (!read) throw new FeedFailure('notReadable', path);
    return read.tables as unknown as Pick<ResultTables, Name>;
  };
  return {
    name: result,
    minutes: async () => (await tables(['minutes'], 'minutes'))?.minutes,
    async lamps() {
      const parts = await Promise.all((['lampSwitches', 'groupSwitches', 'groupedLamps'] as const).map((name) => tables([name], name)));
      return parts.every((part) => part !== undefined) ? (Object.assign({}, ...parts) as LampTables) : undefined;
    },
    async replay(fromS) {
      const response = await get(`${base}/replay/${fromS}`);
      if (!response) return undefined;
      const segment = replayFromBytes(await bytesOf(response));
      if (!segment) throw new FeedFailure('notReadable', `replay/${fromS}`);
      return segment;
    },
    async signals(fromS) {
      const rows = await tables(['signalChanges', 'aspectChanges'], `signals/${fromS}`);
      return rows && makeSignalChanges(fromS, fromS + REPLAY_SEGMENT_S, rows, controllerCount);
    },
  };
}
