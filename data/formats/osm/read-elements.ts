import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import type { Readable } from 'node:stream';
import type { Problem } from '../../../engine/foundation/problem.ts';
import { unpacksTooFar } from '../unpacked-limit.ts';
import { UnreadableOsm, type OsmElement } from './osm-element.ts';
import { readPbf } from './osm-pbf.ts';
import { readXml } from './osm-xml.ts';

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function* limited(stream: Readable, packedBytes: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (unpacksTooFar(bytes, packedBytes)) throw new UnreadableOsm('osm-too-large', `more than ${bytes} bytes unpacked from ${packedBytes}`);
    yield chunk;
  }
}

/**
 * Streams every node, way and relation of an OpenStreetMap file: XML or PBF, either of them gzipped. The kind is told by its first
 * bytes, not by its name. Gives the problem if the file cannot be read to its end.
 */
export async function readOsmElements(path: string, onElement: (element: OsmElement) => void, onBytes: (bytes: number) => void = () => undefined): Promise<Problem | undefined> {
  const problem = (code: string, cause = ''): Problem => ({ severity: 'error', code, where: path, parameters: { cause } });
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return problem('file-not-found');
  const head = await firstBytes(path);
  const source = createReadStream(path);
  source.on('data', (chunk) => onBytes(chunk.length));
  const zipped = head[0] === 0x1f && head[1] === 0x8b;
  const stream = zipped ? source.pipe(createGunzip()) : source;
  if (zipped) source.on('error', (cause) => stream.destroy(cause));
  try {
    const chunks = limited(stream, found.size);
    const { value: first, done } = await chunks.next();
    if (done) return problem('osm-empty-file');
    const all = rejoined(first, chunks);
    if (/^(\uFEFF|\s)*</.test(first.subarray(0, 64).toString('utf8'))) await readXml(all, onElement);
    else await readPbf(all, onElement);
    return undefined;
  } catch (cause) {
    return problem(cause instanceof UnreadableOsm ? cause.code : 'osm-cut-short', (cause as Error).message);
  } finally {
    source.destroy();
  }
}

async function* rejoined(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}
