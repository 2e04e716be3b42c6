import type { ProblemList } from '../problem-list.ts';
import { readAttributes, type AttributeReader } from './attributes.ts';
import { readElements, type FileAccess } from './xml-elements.ts';

/** One arrived vehicle, as SUMO's tripinfo-output writes it. */
export interface SumoTrip {
  name: string;
  /** On the road, from the moment of entering. */
  durationS: number;
  /** Lost to driving below the wanted speed. */
  timeLossS: number;
  /** Between the wanted and the true moment of entering. */
  departDelayS: number;
}

/** One street in one interval, as SUMO's edgeData writes it. */
export interface SumoEdgeInterval {
  link: string;
  fromS: number;
  untilS: number;
  /** Vehicles that came onto it from another edge. */
  entered: number;
  /** Length over mean speed; undefined where nobody drove. */
  travelTimeS: number | undefined;
  /** Time spent on it by all vehicles together. */
  vehicleSeconds: number;
}

/** The state of the whole net after a step, as SUMO's summary-output writes it: counts since the start. */
export interface SumoMoment { timeS: number; loaded: number; inserted: number; running: number; waiting: number; arrived: number; teleports: number }

type Found<T> = T[] | undefined;

/** Vehicles of a tripinfo-output; undefined when the file cannot be read. */
export function readTripOutput(file: string, access: FileAccess, problems: ProblemList): Promise<Found<SumoTrip>> {
  return readRows(file, access, problems, 'tripinfos', 'tripinfo', (read) =>
    // Written for vehicles on the way only when asked for; their arrival is -1.
    (read.number('arrival', 0) < 0 ? undefined : { name: read.text('id'), durationS: read.time('duration'), timeLossS: read.time('timeLoss'), departDelayS: read.time('departDelay') }));
}

/** Every so many steps of a summary-output, and its last one; undefined when the file cannot be read. */
export async function readSummaryOutput(file: string, everyS: number, access: FileAccess, problems: ProblemList): Promise<Found<SumoMoment>> {
  let last: SumoMoment | undefined;
  const moments = await readRows(file, access, problems, 'summary', 'step', (read) => {
    const timeS = read.time('time');
    last = {
      timeS, loaded: read.number('loaded'), inserted: read.number('inserted'), running: read.number('running'), waiting: read.number('waiting'),
      arrived: read.number('arrived', -1), teleports: read.number('teleports', 0),
    };
    return timeS % everyS === 0 ? last : undefined;
  });
  if (moments && last && moments.at(-1) !== last) moments.push(last);
  return moments;
}

/** Streets by interval of an edgeData file; undefined when the file cannot be read. */
export async function readEdgeOutput(file: string, access: FileAccess, problems: ProblemList): Promise<Found<SumoEdgeInterval>> {
  const rows: SumoEdgeInterval[] = [];
  let fromS = 0, untilS = 0;
  const readable = await readElements(file, access, ['meandata', 'netstats'], {
    open(element, depth) {
      if (depth === 0) return;
      const read = readAttributes(element, file, problems);
      if (element.name === 'interval') {
        fromS = read.time('begin');
        untilS = read.time('end');
      } else if (element.name === 'edge') {
        rows.push({ link: read.text('id'), fromS, untilS, entered: read.number('entered', 0), travelTimeS: read.has('traveltime') ? read.number('traveltime') : undefined, vehicleSeconds: read.number('sampledSeconds', 0) });
      }
    },
  }, problems);
  return readable ? rows : undefined;
}

/** Rows of one kind right below the root. */
async function readRows<T>(
  file: string, access: FileAccess, problems: ProblemList, root: string, name: string, rowOf: (read: AttributeReader) => T | undefined,
): Promise<Found<T>> {
  const rows: T[] = [];
  const readable = await readElements(file, access, [root], {
    open(element, depth) {
      if (depth !== 1 || element.name !== name) return;
      const row = rowOf(readAttributes(element, file, problems));
      if (row !== undefined) rows.push(row);
    },
  }, problems);
  return readable ? rows : undefined;
}
