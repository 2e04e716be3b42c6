import { LARGEST_NUMBER, readAttributes, type AttributeReader } from './attributes.ts';
import type { DemandSink, SumoDetector, SumoDistribution, SumoRoute, SumoStop, SumoVehicle } from './demand-records.ts';
import { placeName, type Place, type ProblemList } from '../problem-list.ts';
import { programSink } from './program-elements.ts';
import type { SumoSignalFiles } from './signal-files.ts';
import { countUnapplied } from './unapplied-attributes.ts';
import { vehicleTypeFrom } from './vehicle-type-element.ts';
import { wautSink } from './waut-elements.ts';
import { readElements, type ElementSink, type FileAccess, type XmlElement } from './xml-elements.ts';

/** SUMO does not look at the root of these files; these are the names in use. */
export const routeFileRoots = ['routes', 'route', 'additional', 'additionals', 'add', 'trips', 'flows', 'vTypes', 'vtypes', 'tlLogics', 'definitions'] as const;

/** Elements that change where or how vehicles drive and are not imported: each gets a warning. */
const notImported = [
  'person', 'personFlow', 'container', 'containerFlow', 'rerouter', 'calibrator', 'variableSpeedSign', 'vaporizer',
  'intervals', 'taz', 'timedEvent', 'closingReroute', 'rerouterInterval', 'parkingArea', 'chargingStation', 'overheadWireSegment',
  'e3Detector', 'entryExitDetector', 'instantInductionLoop', 'condition', 'assignment', 'function',
];

const words = (value: string): string[] => value.split(/[\s,]+/).filter((word) => word !== '');

const optional = (read: AttributeReader, name: string): number | undefined => (read.has(name) ? read.number(name) : undefined);

const stopFrom = (read: AttributeReader, place: Place): SumoStop => ({
  busStop: read.text('busStop', read.text('trainStop', '')), lane: read.text('lane', ''), edge: read.text('edge', ''),
  endM: optional(read, 'endPos'), durationS: Math.max(0, read.time('duration', 0)), untilS: read.time('until', -1), place,
});

/** A detector without a period counts over the whole run. */
const WHOLE_RUN_S = LARGEST_NUMBER;

const detectorFrom = (kind: SumoDetector['kind'], read: AttributeReader, place: Place): SumoDetector => ({
  id: read.text('id'), kind, lanes: words(read.has('lanes') ? read.text('lanes') : read.text('lane')),
  positionM: read.number('pos', kind === 'loop' ? undefined : 0), endM: optional(read, 'endPos'), lengthM: optional(read, 'length'),
  friendly: ['1', 'true', 'yes'].includes(read.text('friendlyPos', '0')),
  intervalS: read.time('freq', read.time('period', WHOLE_RUN_S)) || WHOLE_RUN_S, place,
});

const EXPONENTIAL = /^exp\(([^)]*)\)$/;

function vehicleFrom(kind: SumoVehicle['kind'], read: AttributeReader, place: Place): SumoVehicle {
  const flow = kind === 'flow';
  const exponential = EXPONENTIAL.exec(flow ? read.text('period', '') : '');
  const perHour = flow ? read.number('vehsPerHour', read.number('perHour', -1)) : -1;
  const periodS = flow && exponential === null ? read.time('period', -1) : -1;
  return {
    kind, id: read.text('id'), type: read.text('type', 'DEFAULT_VEHTYPE'), route: read.text('route', ''), line: read.text('line', ''), own: undefined,
    from: read.text('from', ''), to: read.text('to', ''), via: read.text('via', ''),
    depart: flow ? '0' : read.text('depart'),
    departLane: read.text('departLane', 'first'), departPosition: read.text('departPos', 'base'),
    departSpeed: read.text('departSpeed', '0'), arrivalPosition: read.text('arrivalPos', 'max'),
    stops: [], place,
    beginS: flow ? read.time('begin', 0) : -1, endS: flow ? read.time('end', -1) : -1,
    periodS: perHour > 0 ? 3600 / perHour : periodS,
    exponentialS: exponential === null ? -1 : 1 / Number(exponential[1]),
    probability: flow ? read.number('probability', -1, -1, 1) : -1,
    number: flow ? read.number('number', -1, -1) : -1,
  };
}

/** What stands open while the elements of a file go by. */
interface Open { vehicle: SumoVehicle | undefined; route: SumoRoute | undefined; types: SumoDistribution | undefined; routes: SumoDistribution | undefined }

/** The members that a distribution names in its own attributes, 'a b' with weights '1 2'. */
function distributionFrom(read: AttributeReader, named: string, place: Place): SumoDistribution {
  const ids = read.text(named, '').split(/[\s,]+/).filter((id) => id !== '');
  const weights = read.text('probabilities', '').split(/[\s,]+/).filter((weight) => weight !== '').map(Number);
  return { id: read.text('id'), place, members: ids.map((id, at) => ({ id, weight: weights[at] !== undefined && weights[at] >= 0 ? weights[at] : 1 })) };
}

function openRoute(element: XmlElement, read: AttributeReader, place: Place, open: Open, sink: DemandSink): void {
  const id = open.vehicle ? open.vehicle.id : read.text('id', read.text('refId', ''));
  if (open.routes && (element.attributes['refId'] !== undefined || element.attributes['edges'] === undefined)) {
    open.routes.members.push({ id: read.text('refId', id), weight: read.number('probability', 1, 0) });
    return;
  }
  open.route = { id: id !== '' ? id : `${open.routes?.id ?? 'route'}#${open.routes?.members.length ?? 0}`, edges: read.text('edges'), stops: [], place };
  if (open.routes && !open.vehicle) open.routes.members.push({ id: open.route.id, weight: read.number('probability', 1, 0) });
  if (open.vehicle && !open.routes) open.vehicle.own = open.route;
  else sink.route(open.route);
}

function takeOpening(element: XmlElement, file: string, open: Open, sink: DemandSink, problems: ProblemList): void {
  const read = readAttributes(element, file, problems);
  const place = { file, line: element.line };
  switch (element.name) {
    case 'vType': {
      const type = vehicleTypeFrom(element, place, problems);
      if (open.types) open.types.members.push({ id: type.id, weight: read.number('probability', 1, 0) });
      sink.vehicleType(type);
      break;
    }
    case 'vTypeDistribution': open.types = distributionFrom(read, 'vTypes', place); break;
    case 'routeDistribution': open.routes = distributionFrom(read, 'routes', place); break;
    case 'route': openRoute(element, read, place, open, sink); break;
    case 'vehicle': case 'trip': case 'flow': open.vehicle = vehicleFrom(element.name, read, place); break;
    case 'stop': (open.route ?? open.vehicle)?.stops.push(stopFrom(read, place)); break;
    case 'busStop': case 'trainStop':
      sink.busStop({ id: read.text('id'), name: read.text('name', ''), lane: read.text('lane'), startM: optional(read, 'startPos'), endM: optional(read, 'endPos'), place });
      break;
    case 'e1Detector': case 'inductionLoop': sink.detector(detectorFrom('loop', read, place)); break;
    case 'e2Detector': case 'laneAreaDetector': sink.detector(detectorFrom('laneArea', read, place)); break;
    default:
      if (notImported.includes(element.name)) problems.warning('sumo-element-not-imported', placeName(place), { element: element.name });
  }
}

function takeClosing(name: string, open: Open, sink: DemandSink): void {
  if (name === 'route') open.route = undefined;
  else if (name === 'vTypeDistribution' && open.types) { sink.typeDistribution(open.types); open.types = undefined; }
  else if (name === 'routeDistribution' && open.routes) {
    if (open.vehicle) open.vehicle.route = open.routes.id;
    sink.routeDistribution(open.routes);
    open.routes = undefined;
  } else if ((name === 'vehicle' || name === 'trip' || name === 'flow') && open.vehicle) { sink.vehicle(open.vehicle); open.vehicle = undefined; }
}

/** Feeds a route or additional file to `sink`, element by element; signal programs and their switching times go to `signals`. False when it cannot be read. */
export async function readRoutes(
  file: string, access: FileAccess, sink: DemandSink, signals: SumoSignalFiles, problems: ProblemList, onBytes?: (count: number) => void,
): Promise<boolean> {
  const open: Open = { vehicle: undefined, route: undefined, types: undefined, routes: undefined };
  const programs = programSink(file, problems, signals.programs), wauts = wautSink(file, problems, signals), unapplied = countUnapplied(file, problems);
  const elements: ElementSink = {
    open(element, depth) {
      unapplied.see(element);
      takeOpening(element, file, open, sink, problems);
      programs.open(element, depth);
      wauts.open(element, depth);
    },
    close(name, depth) {
      takeClosing(name, open, sink);
      programs.close?.(name, depth);
      wauts.close?.(name, depth);
    },
  };
  const readable = await readElements(file, access, routeFileRoots, elements, problems, onBytes);
  unapplied.report();
  return readable;
}
