import { inflateSync } from 'node:zlib';
import { parse } from 'osm-pbf-parser-node';
import { PbfReader } from 'pbf';
import { UnreadableOsm, type OsmElement, type Tags } from './osm-element.ts';

// The format allows 64 KiB for a header and 32 MiB for a block, unpacked (wiki.openstreetmap.org/wiki/PBF_Format).
const MAX_HEADER_BYTES = 64 * 1024;
const MAX_BLOCK_BYTES = 32 * 1024 * 1024;

/** What the library gives for one element. */
interface PbfElement { type: string; id: number; lat?: number; lon?: number; refs?: number[]; members?: { type: string; ref: number; role: string }[]; tags?: Tags }

/** Hands out exactly as many bytes as asked for; undefined at the end of the file. */
function byteReader(chunks: AsyncIterable<Buffer>) {
  const iterator = chunks[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  return async (count: number): Promise<Buffer | undefined> => {
    const parts: Buffer[] = [held];
    let length = held.length;
    while (length < count) {
      const { value, done } = await iterator.next();
      if (done) {
        if (length === 0) return undefined;
        throw new UnreadableOsm('osm-cut-short', `the file ends ${count - length} bytes early`);
      }
      parts.push(value);
      length += value.length;
    }
    const all = parts.length === 1 ? held : Buffer.concat(parts);
    held = all.subarray(count);
    return all.subarray(0, count);
  };
}

function readHeader(bytes: Buffer): { type: string; dataBytes: number } {
  return new PbfReader(bytes).readFields((tag, header, pbf) => {
    if (tag === 1) header.type = pbf.readString();
    else if (tag === 3) header.dataBytes = pbf.readVarint();
  }, { type: '', dataBytes: -1 });
}

function unpack(bytes: Buffer): Buffer {
  const blob = new PbfReader(bytes).readFields((tag, found, pbf) => {
    if (tag === 1) found.raw = pbf.readBytes();
    else if (tag === 3) found.zlib = pbf.readBytes();
  }, {} as { raw?: Uint8Array; zlib?: Uint8Array });
  if (blob.raw) return Buffer.from(blob.raw);
  if (blob.zlib) return inflateSync(blob.zlib, { maxOutputLength: MAX_BLOCK_BYTES });
  throw new UnreadableOsm('osm-not-osm', 'a block is packed in a way that is neither raw nor zlib');
}

/** Reads OSM PBF block by block as it streams by. The framing is ours, so that a broken file ends in a problem. */
export async function readPbf(chunks: AsyncIterable<Buffer>, onElement: (element: OsmElement) => void): Promise<void> {
  const take = byteReader(chunks);
  for (let block = 0; ; block++) {
    const length = await take(4);
    if (!length) return;
    const headerBytes = length.readUInt32BE(0);
    if (headerBytes === 0 || headerBytes > MAX_HEADER_BYTES) throw new UnreadableOsm('osm-not-osm', 'it is neither OSM XML nor OSM PBF');
    const { type, dataBytes } = readHeader((await take(headerBytes)) ?? Buffer.alloc(0));
    if (block === 0 && type !== 'OSMHeader') throw new UnreadableOsm('osm-not-osm', 'it is neither OSM XML nor OSM PBF');
    if (dataBytes < 0 || dataBytes > MAX_BLOCK_BYTES) throw new UnreadableOsm('osm-not-osm', `block ${block} claims ${dataBytes} bytes`);
    const data = await take(dataBytes);
    if (!data) throw new UnreadableOsm('osm-cut-short', `block ${block} is missing`);
    if (type !== 'OSMData') continue;
    for (const element of parse(unpack(data), { withTags: true }) as PbfElement[]) {
      if (element.type === 'node') onElement({ type: 'node', id: element.id, latitudeDeg: element.lat!, longitudeDeg: element.lon!, tags: element.tags ?? {} });
      else if (element.type === 'way') onElement({ type: 'way', id: element.id, nodeIds: element.refs ?? [], tags: element.tags ?? {} });
      else if (element.type === 'relation') onElement({ type: 'relation', id: element.id, members: (element.members ?? []).map(({ type, ref, role }) => ({ type, id: ref, role })), tags: element.tags ?? {} });
    }
  }
}
