import { basename } from 'node:path';
import type { Checked, Problem } from '../../engine/foundation/problem.ts';
import { tableFrom } from '../../engine/foundation/table.ts';
import type { Text } from '../../engine/foundation/text.ts';
import { actuationColumns, actuationGapColumns, aspectColumns, controllerColumns, detectorColumns, intergreenColumns, intervalColumns, planSwitchColumns, signalGroupColumns, signalPlanColumns } from '../../engine/twin/signals.ts';
import { conflictColumns, junctionColumns, laneColumns, linkColumns, movementColumns, streetColumns } from '../../engine/twin/streets.ts';
import { emptyTwin, type CityFacts, type Source, type Twin } from '../../engine/twin/twin.ts';
import { readConfig, type SumoConfig } from '../formats/sumo/config-file.ts';
import { readNet } from '../formats/sumo/net-file.ts';
import type { SumoNet } from '../formats/sumo/net-records.ts';
import type { SumoSignalFiles } from '../formats/sumo/signal-files.ts';
import { checkWauts } from '../formats/sumo/waut-elements.ts';
import { makeProblemList, type ProblemList } from '../formats/problem-list.ts';
import { readRoutes } from '../formats/sumo/route-file.ts';
import type { FileAccess } from '../formats/sumo/xml-elements.ts';
import { checkTwin } from './check-twin.ts';
import { flatMapAt } from '../../engine/foundation/flat-map.ts';
import { buildConflicts } from './from-sumo-conflicts.ts';
import { inStages, type StagedProblems } from './from-sumo-consequences.ts';
import { makeDemandBuilder } from './from-sumo-demand.ts';
import { lanesInside } from './from-sumo-detectors.ts';
import { buildMovements, type SumoMovement } from './from-sumo-movements.ts';
import { originOf, type NetOrigin } from './from-sumo-origin.ts';
import { makePointRows, type PointRows } from './from-sumo-points.ts';
import { buildSignals } from './from-sumo-signals.ts';
import { buildStreets, type SumoStreets } from './from-sumo-streets.ts';
import { setClockByLongitude } from './city-clock.ts';
import { importedFacts } from './imported-facts.ts';

/** Either a .sumocfg, or the files it would name; files named here come after the config's own. */
export interface SumoInput { config?: string; net?: string; routes?: string[]; additional?: string[] }

/** Bytes read so far, of the packed files. */
export interface ImportProgress { file: string; bytesRead: number }

/** SUMO's own default: a vehicle that stands for 300 s is moved on. */
const DEFAULT_RESCUE_S = 300;

/**
 * A twin from a SUMO scenario. All problems come at once; there is no twin if any of them is an error.
 * docs/models/sumo-import.md tells what becomes what.
 */
export async function importSumo(input: SumoInput, access: FileAccess, onProgress?: (progress: ImportProgress) => void): Promise<Checked<Twin>> {
  const problems = inStages(makeProblemList());
  let bytesRead = 0;
  const counting = (file: string) => (count: number): void => {
    bytesRead += count;
    onProgress?.({ file, bytesRead });
  };
  const config = await settled(input, access, problems);
  const net = config?.net === undefined ? undefined : await readNet(config.net, access, problems, counting(config.net));
  if (config === undefined || net === undefined) return { problems: problems.all() };

  problems.nextStage();
  const origin = originOf(net);
  const points = makePointRows(origin.shiftM);
  const twin = emptyTwin(factsOf(net, config, origin));
  const streets = buildStreets(net, origin.shiftM, points, problems);
  problems.nextStage();
  const movements = buildMovements(net, streets, points, problems);
  problems.nextStage();
  const conflicts = buildConflicts(net, movements, streets.junctionRow);
  setStreets(twin, streets);
  twin.movements = tableFrom(movementColumns, movements.map(({ row }) => row));
  twin.conflicts = tableFrom(conflictColumns, conflicts);

  const files: SumoSignalFiles = { programs: [...net.programs], wauts: [], junctions: [] };
  const isMinor = minorMovements(net, movements);
  const demand = makeDemandBuilder({ twin, streets, insideLanes: lanesInside(movements, streets), isMinor, shiftM: origin.shiftM, beginS: config.beginS ?? 0, endS: config.endS, leavesOutBadRoutes: config.leavesOutBadRoutes, problems });
  // As SUMO: additional files first, because routes build on the types and stops in them.
  for (const file of [...config.additional, ...config.routes]) await readRoutes(file, access, demand.sink, files, problems, counting(file));
  checkWauts(files, problems);
  const signals = buildSignals(net, files, movements, conflicts, streets, demand.detectors, problems);
  Object.assign(twin, demand.tables());
  twin.movements = tableFrom(movementColumns, movements.map(({ row }) => row));
  twin.junctions = tableFrom(junctionColumns, streets.junctions);
  twin.controllers = tableFrom(controllerColumns, signals.controllers);
  twin.signalPlans = tableFrom(signalPlanColumns, signals.signalPlans);
  twin.planSwitches = tableFrom(planSwitchColumns, signals.planSwitches);
  twin.intervals = tableFrom(intervalColumns, signals.intervals);
  twin.aspects = tableFrom(aspectColumns, signals.aspects);
  twin.intergreens = tableFrom(intergreenColumns, signals.intergreens);
  twin.signalGroups = tableFrom(signalGroupColumns, signals.signalGroups);
  twin.detectors = tableFrom(detectorColumns, signals.detectors);
  twin.actuations = tableFrom(actuationColumns, signals.actuations);
  twin.actuationGaps = tableFrom(actuationGapColumns, signals.gaps);
  return finished(twin, points, config, origin, net, problems);
}

/** By movement: 1 where it gives way and no signal rules, at the stop line or where it waits inside the junction. */
function minorMovements({ connections }: SumoNet, movements: readonly SumoMovement[]): Uint8Array {
  const givesWay = (state: string): boolean => 'm=sw'.includes(state || 'M');
  const waitsAfter = new Set(connections.filter(({ from, via, state }) => from.startsWith(':') && via !== '' && givesWay(state)).map(({ from, fromLane }) => `${from}_${fromLane}`));
  return Uint8Array.from(movements, ({ connection, chain }) => ((connection.tl === '' && givesWay(connection.state)) || chain.some((lane) => waitsAfter.has(lane)) ? 1 : 0));
}

/** The files and times to go by, from the config and what is named beside it; undefined when there is no net to start from. */
async function settled(input: SumoInput, access: FileAccess, problems: ProblemList): Promise<SumoConfig | undefined> {
  const none: SumoConfig = { net: undefined, routes: [], additional: [], beginS: undefined, endS: undefined, stepS: undefined, rescueAfterS: undefined, leavesOutBadRoutes: false };
  const config = input.config === undefined ? none : await readConfig(input.config, access, problems);
  if (config === undefined) return undefined;
  const net = input.net ?? config.net;
  if (net === undefined) problems.error('sumo-no-net', input.config ?? '');
  return { ...config, net, routes: [...config.routes, ...(input.routes ?? [])], additional: [...config.additional, ...(input.additional ?? [])] };
}

function factsOf(net: SumoNet, config: SumoConfig, origin: NetOrigin): CityFacts {
  const files = [net.file, ...config.additional, ...config.routes].map((file) => basename(file));
  const licence = { fr: 'inconnue : les fichiers ne l’indiquent pas', en: 'unknown: not stated in the files' };
  const source = (what: Text, from: string): Source => ({ what, from, licence, synthetic: false });
  const facts: CityFacts = {
    ...importedFacts(basename(net.file).replace(/(\.net)?\.xml(\.gz)?$/, ''), flatMapAt(origin.latitudeDeg, origin.longitudeDeg)),
    stepS: config.stepS !== undefined && config.stepS > 0 ? config.stepS : 1,
    rescueAfterS: config.rescueAfterS === undefined ? DEFAULT_RESCUE_S : Math.max(0, config.rescueAfterS),
    sources: [
      source({ fr: 'rues, carrefours et feux', en: 'streets, junctions and signals' }, files[0]!),
      ...files.slice(1).map((file) => source({ fr: 'trafic, arrêts et plans de feux', en: 'traffic, stops and signal plans' }, file)),
      {
        what: { fr: 'temps de dégagement', en: 'intergreens' },
        from: { fr: 'déduits des plans de feux, non d’une matrice fournie par la ville', en: 'derived from the signal plans, not from a matrix that the city gave' },
        licence: { fr: 'sans objet', en: 'none needed' }, synthetic: true,
      },
    ],
  };
  if (origin.known) setClockByLongitude(facts);
  return facts;
}

function setStreets(twin: Twin, streets: SumoStreets): void {
  twin.junctions = tableFrom(junctionColumns, streets.junctions);
  twin.streets = tableFrom(streetColumns, streets.streets);
  twin.links = tableFrom(linkColumns, streets.links);
  twin.lanes = tableFrom(laneColumns, streets.lanes);
}

function finished(twin: Twin, points: PointRows, config: SumoConfig, origin: NetOrigin, net: SumoNet, problems: StagedProblems): Checked<Twin> {
  if (!origin.known) problems.warning('sumo-unknown-place', net.file);
  if (net.leftHand) problems.warning('sumo-left-hand', net.file);
  twin.points = points.table();
  // Nothing happens before the first departure: without a begin, the run starts with its minute.
  const firstS = twin.departures.count > 0 ? Math.floor(twin.departures.departS[0]! / 60) * 60 : 0;
  twin.facts.defaultFromS = config.beginS ?? firstS;
  const lastS = twin.departures.count > 0 ? twin.departures.departS[twin.departures.count - 1]! : twin.facts.defaultFromS;
  twin.facts.runUntilAllArrived = config.endS === undefined || config.endS < 0;
  twin.facts.defaultUntilS = twin.facts.runUntilAllArrived ? Math.floor(Math.max(lastS, twin.facts.defaultFromS)) + 1 : config.endS!;
  if (twin.facts.defaultUntilS <= twin.facts.defaultFromS) problems.error('sumo-ends-before-it-begins', net.file, { beginS: twin.facts.defaultFromS, endS: twin.facts.defaultUntilS });
  problems.tellConsequences(net.file);
  const all: Problem[] = problems.all();
  if (problems.hasErrors()) return { problems: all };
  const checked = checkTwin(twin);
  const wrong = checked.some(({ severity }) => severity === 'error');
  return wrong ? { problems: [...all, ...checked] } : { value: twin, problems: [...all, ...checked] };
}
