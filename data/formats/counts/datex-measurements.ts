import { SaxesParser } from 'saxes';
import type { Checked } from '../../../engine/foundation/problem.ts';
import { tableFrom } from '../../../engine/foundation/table.ts';
import { makeProblemList, type ProblemList } from '../problem-list.ts';
import { countedSpanColumns, KMH, NOT_MEASURED, type CountFile } from './counted-spans.ts';

/** Where a feed does not say how many vehicles it saw, it publishes every minute (NTIS, MIDAS loops). */
const PUBLISHED_EVERY_S = 60;
/** Values of one lane of a MIDAS loop: speed, headway, occupancy, flow of all, and flow by four classes of length. */
const VALUES_OF_A_LANE = 8, FLOW_OF_ALL = 3;
const DEEPEST = 40;

interface Site { name: string; time: string; lanes: Map<number, Lane> }
interface Lane { flowPerH: number | undefined; vehicles: number | undefined; speedKmh: number | undefined; occupancyPercent: number | undefined }

/**
 * DATEX II measured data (EN 16157, version 2): flow, speed and occupancy of sites, one publication. The stations of a loop
 * with several lanes are its lanes, counted from 1. Values marked as faulty are left out.
 */
export function readDatexMeasurements(file: string, content: string): Checked<CountFile> {
  const problems = makeProblemList();
  const { sites, isMidas } = parse(file, content, problems);
  const rows = sites.flatMap(({ name, time, lanes }) => [...lanes].flatMap(([lane, { flowPerH, vehicles, speedKmh, occupancyPercent }]) => {
    if (flowPerH === undefined) return [];
    const spanS = vehicles !== undefined && flowPerH > 0 ? Math.round((vehicles / flowPerH) * 3600) : PUBLISHED_EVERY_S;
    const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})/.exec(time);
    if (!found) { problems.warning('counts-not-a-date', `${file}: ${name}`, { value: time.slice(0, 40) }); return []; }
    const atS = Number(found[2]) * 3600 + Number(found[3]) * 60 + Number(found[4]);
    return [{
      day: found[1]!, station: isMidas ? `${name} ${lane + 1}` : name, fromS: atS - spanS, untilS: atS, vehicleCount: vehicles ?? (flowPerH * spanS) / 3600,
      speedMps: speedKmh === undefined ? NOT_MEASURED : speedKmh * KMH, occupancyShare: occupancyPercent === undefined ? NOT_MEASURED : occupancyPercent / 100,
    }];
  }));
  if (rows.length === 0 && !problems.hasErrors()) problems.error('counts-empty', file);
  if (problems.hasErrors()) return { problems: problems.all() };
  return { value: { day: rows[0]!.day, spans: tableFrom(countedSpanColumns, rows.map(({ day: _, ...row }) => row)) }, problems: problems.all() };
}

/** Walks through the file once, with no tree: which value a number is follows from the elements around it. */
function parse(file: string, content: string, problems: ProblemList): { sites: Site[]; isMidas: boolean } {
  const sites: Site[] = [], path: string[] = [];
  let isMidas = false, site: Site | undefined, index = 0, text = '', isFaulty = false, seen: number | undefined, broken = false;
  const parser = new SaxesParser();
  parser.on('error', (cause) => {
    if (!broken) problems.error('counts-not-xml', file, { cause: cause.message });
    broken = true;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (path.length > DEEPEST) return;
    const plain = name.replace(/^.*:/, ''), given = attributes as Record<string, string>;
    path.push(plain);
    text = '';
    if (plain === 'siteMeasurements') site = { name: '', time: '', lanes: new Map() };
    else if (plain === 'measurementSiteReference' && site) site.name = given['id'] ?? '';
    else if (plain === 'measuredValue' && given['index'] !== undefined) index = Number(given['index']);
    else if (plain === 'basicData') { isFaulty = false; seen = undefined; }
    if (given['numberOfInputValuesUsed'] !== undefined) seen = Number(given['numberOfInputValuesUsed']);
  });
  parser.on('text', (more) => { text += more; });
  parser.on('closetag', () => {
    const name = path.pop(), value = Number(text);
    if (name === 'feedType') isMidas = text.includes('MIDAS');
    if (!site) return;
    if (name === 'measurementTimeDefault') site.time = text;
    else if (name === 'dataError') isFaulty = text.trim() === 'true';
    else if (name === 'siteMeasurements') { sites.push(site); site = undefined; }
    else if (isMidas && name === 'vehicleFlowRate' && index % VALUES_OF_A_LANE !== FLOW_OF_ALL) return;
    else if (!isFaulty && Number.isFinite(value)) note(laneOf(site, isMidas ? Math.floor(index / VALUES_OF_A_LANE) : 0), name ?? '', value, seen);
  });
  parser.write(content).close();
  if (!/<(\w+:)?d2LogicalModel/.test(content.slice(0, 2000))) problems.error('counts-not-datex', file);
  return { sites: broken ? [] : sites, isMidas };
}

function laneOf({ lanes }: Site, lane: number): Lane {
  const known = lanes.get(lane) ?? { flowPerH: undefined, vehicles: undefined, speedKmh: undefined, occupancyPercent: undefined };
  lanes.set(lane, known);
  return known;
}

function note(lane: Lane, element: string, value: number, seen: number | undefined): void {
  if (element === 'vehicleFlowRate' && lane.flowPerH === undefined) { lane.flowPerH = value; lane.vehicles = seen; }
  else if (element === 'speed') lane.speedKmh ??= value;
  else if (element === 'percentage') lane.occupancyPercent ??= value;
}
