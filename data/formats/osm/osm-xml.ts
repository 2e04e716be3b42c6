import { SaxesParser } from 'saxes';
import { UnreadableOsm, type OsmElement } from './osm-element.ts';

/** Reads OSM XML (osm.org, API 0.6) as it streams by. */
export async function readXml(chunks: AsyncIterable<Buffer>, onElement: (element: OsmElement) => void): Promise<void> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder('utf-8');
  let root = '';
  let node: { id: number; latitudeDeg: number; longitudeDeg: number } | undefined;
  let way: { id: number; nodeIds: number[] } | undefined;
  let relation: { id: number; members: { type: string; id: number; role: string }[] } | undefined;
  let tags: Record<string, string> = {};

  parser.on('error', (error) => {
    throw new UnreadableOsm('osm-broken-xml', error.message);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (root === '') {
      root = name;
      if (root !== 'osm') throw new UnreadableOsm('osm-not-osm', `the first element is <${name}>, not <osm>`);
    } else if (name === 'node') {
      node = { id: Number(attributes['id']), latitudeDeg: Number(attributes['lat']), longitudeDeg: Number(attributes['lon']) };
      tags = {};
    } else if (name === 'way') {
      way = { id: Number(attributes['id']), nodeIds: [] };
      tags = {};
    } else if (name === 'relation') {
      relation = { id: Number(attributes['id']), members: [] };
      tags = {};
    } else if (name === 'member') relation?.members.push({ type: String(attributes['type']), id: Number(attributes['ref']), role: String(attributes['role'] ?? '') });
    else if (name === 'nd') way?.nodeIds.push(Number(attributes['ref']));
    else if (name === 'tag' && (node || way || relation)) tags[String(attributes['k'])] = String(attributes['v']);
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'node' && node) onElement({ type: 'node', ...node, tags });
    else if (name === 'way' && way) onElement({ type: 'way', ...way, tags });
    else if (name === 'relation' && relation) onElement({ type: 'relation', ...relation, tags });
    if (name === 'node') node = undefined;
    if (name === 'relation') relation = undefined;
    if (name === 'way') way = undefined;
  });
  for await (const chunk of chunks) parser.write(decoder.decode(chunk, { stream: true }));
  if (root === '') throw new UnreadableOsm('osm-not-osm', 'there is no element in it');
  parser.close();
}
