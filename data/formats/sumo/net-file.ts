import { USUAL_VISIBILITY_M } from '../../../engine/twin/streets.ts';
import { readAttributes, type AttributeReader } from './attributes.ts';
import type { SumoConnection, SumoEdge, SumoJunction, SumoLane, SumoLocation, SumoNet } from './net-records.ts';
import { placeName, type ProblemList } from '../problem-list.ts';
import { programSink } from './program-elements.ts';
import { countUnapplied, type UnappliedCounter } from './unapplied-attributes.ts';
import { permittedCategories } from './vehicle-classes.ts';
import { readElements, type ElementSink, type FileAccess, type XmlElement } from './xml-elements.ts';

/** SUMO's width of a lane that states none. */
export const DEFAULT_LANE_WIDTH_M = 3.2;
/** The lanes of a link are bits of one number in the engine: more do not fit, and no street has them. */
export const MOST_LANES_AN_EDGE = 31;
/** Longer or faster lanes are a mistake. */
export const LONGEST_LANE_M = 1e6;
export const FASTEST_LANE_MPS = 500;

const words = (value: string): string[] => value.split(' ').filter((word) => word !== '');

function edgeFrom(element: XmlElement, read: AttributeReader): SumoEdge {
  const kind = read.text('function', 'normal');
  const ends = kind === 'normal' || kind === 'connector';
  return {
    id: read.text('id'), function: kind,
    from: ends ? read.text('from') : '', to: ends ? read.text('to') : '',
    name: read.text('name', ''), type: read.text('type', ''), priority: read.number('priority', -1),
    shape: read.has('shape') ? read.shape('shape') : [], lanes: [], line: element.line,
  };
}

const laneFrom = (read: AttributeReader): SumoLane => ({
  id: read.text('id'),
  speedMps: read.number('speed', undefined, 0, FASTEST_LANE_MPS),
  lengthM: read.number('length', undefined, 0, LONGEST_LANE_M),
  widthM: read.number('width', DEFAULT_LANE_WIDTH_M, -1, 100) || DEFAULT_LANE_WIDTH_M,
  permitted: permittedCategories(read.has('allow') ? read.text('allow') : undefined, read.has('disallow') ? read.text('disallow') : undefined),
  shape: read.shape('shape'),
});

const connectionFrom = (element: XmlElement, read: AttributeReader): SumoConnection => ({
  from: read.text('from'), to: read.text('to'),
  fromLane: read.number('fromLane', undefined, 0, MOST_LANES_AN_EDGE - 1), toLane: read.number('toLane', undefined, 0, MOST_LANES_AN_EDGE - 1),
  via: read.text('via', ''), tl: read.text('tl', ''), linkIndex: read.number('linkIndex', -1), dir: read.text('dir', 's'), state: read.text('state', ''),
  keepClear: !['0', 'false'].includes(read.text('keepClear', '1')),
  visibilityM: read.number('visibility', USUAL_VISIBILITY_M, 0),
  permitted: permittedCategories(read.has('allow') ? read.text('allow') : undefined, read.has('disallow') ? read.text('disallow') : undefined),
  line: element.line,
});

const junctionFrom = (element: XmlElement, read: AttributeReader): SumoJunction => ({
  id: read.text('id'), type: read.text('type', 'priority'), xM: read.number('x'), yM: read.number('y'),
  incLanes: words(read.text('incLanes', '')), intLanes: words(read.text('intLanes', '')), requests: [], line: element.line,
});

function locationFrom(read: AttributeReader): SumoLocation {
  const numbers = (name: string, count: number): number[] => {
    const values = read.text(name, '').split(',').map(Number);
    return values.length === count && values.every(Number.isFinite) ? values : new Array<number>(count).fill(0);
  };
  return {
    netOffsetM: numbers('netOffset', 2) as SumoLocation['netOffsetM'],
    boundaryM: numbers('convBoundary', 4) as SumoLocation['boundaryM'],
    projection: read.text('projParameter', '!'),
  };
}

/** Puts each element of a net file where it belongs in `net`. */
function netSink(net: SumoNet, problems: ProblemList, unapplied: UnappliedCounter): ElementSink {
  const programs = programSink(net.file, problems, net.programs);
  let edge: SumoEdge | undefined, junction: SumoJunction | undefined;
  const take = (element: XmlElement, read: AttributeReader, depth: number): void => {
    switch (element.name) {
      case 'net': net.leftHand = ['1', 'true'].includes(read.text('lefthand', '0')); break;
      case 'location': net.location = locationFrom(read); break;
      case 'edge': net.edges.push(edge = edgeFrom(element, read)); break;
      case 'lane':
        if (edge && edge.lanes.length >= MOST_LANES_AN_EDGE) problems.error('sumo-too-many-lanes', placeName({ file: net.file, line: element.line }, edge.id), { limit: MOST_LANES_AN_EDGE });
        else edge?.lanes.push(laneFrom(read));
        break;
      case 'junction': net.junctions.push(junction = junctionFrom(element, read)); break;
      case 'request':
        junction?.requests.push({ index: read.number('index', undefined, 0, 1e6), response: read.text('response', ''), foes: read.text('foes', '') });
        break;
      case 'connection': if (depth === 1) net.connections.push(connectionFrom(element, read)); break;
      case 'roundabout': for (const node of words(read.text('nodes', ''))) net.roundaboutNodes.add(node); break;
    }
  };
  return {
    open(element, depth) {
      unapplied.see(element);
      take(element, readAttributes(element, net.file, problems), depth);
      programs.open(element, depth);
    },
    close(name, depth) {
      if (name === 'edge') edge = undefined;
      if (name === 'junction') junction = undefined;
      programs.close?.(name, depth);
    },
  };
}

/** Reads a .net.xml (or .net.xml.gz). Undefined when it cannot be read; what is wrong with it is in `problems`. */
export async function readNet(file: string, access: FileAccess, problems: ProblemList, onBytes?: (count: number) => void): Promise<SumoNet | undefined> {
  const net: SumoNet = {
    file, location: undefined, edges: [], junctions: [], connections: [], programs: [], roundaboutNodes: new Set(), leftHand: false,
  };
  const unapplied = countUnapplied(file, problems);
  const readable = await readElements(file, access, ['net'], netSink(net, problems, unapplied), problems, onBytes);
  unapplied.report();
  return readable ? net : undefined;
}
