import type { RowValues } from '../../engine/foundation/table.ts';
import { detectorKind, type actuationColumns, type actuationGapColumns } from '../../engine/twin/signals.ts';
import { category, turn } from '../../engine/twin/streets.ts';
import type { SumoPhase, SumoProgram } from '../formats/sumo/net-records.ts';
import { placeName, type ProblemList } from '../formats/problem-list.ts';
import type { DetectorRow } from './from-sumo-detectors.ts';
import type { SumoMovement } from './from-sumo-movements.ts';
import type { SumoStreets } from './from-sumo-streets.ts';

/**
 * What SUMO 1.15 takes where an actuated program does not say otherwise: sumo.dlr.de/docs/Simulation/Traffic_Lights.html,
 * "Actuated Traffic Lights". The loop lies `detector-gap` seconds before the stop line, but no further than the queue
 * that the least green lets pass at `passing-time` seconds a vehicle of 7.5 m.
 */
const DEFAULTS = { 'max-gap': 3, 'detector-gap': 2, 'passing-time': 1.9 } as const;
const VEHICLE_SPACE_M = 7.5;
/** Parameters that only concern what SUMO draws and writes. */
const withoutEffect = ['show-detectors', 'file', 'freq'];
/** A lane with this as its detector gets none. */
const NO_DETECTOR = 'NO_DETECTOR';
const WITHOUT_MOTOR = category.pedestrian | category.bicycle | category.unrestricted;

/** What actuated programs add to a twin. */
export interface ActuatedRows {
  detectors: DetectorRow[];
  actuations: RowValues<typeof actuationColumns>[];
  gaps: RowValues<typeof actuationGapColumns>[];
}

/** Whether traffic decides how long a phase lasts. */
export const isActuated = (program: SumoProgram, { shortestS, longestS }: SumoPhase): boolean => program.type === 'actuated' && shortestS !== longestS;

/** The signalised lanes of one controller: which of its groups leave from each, and which lanes each group leaves from. */
interface Approaches {
  movements: readonly SumoMovement[];
  groupsOf: Map<number, Set<number>>;
  lanesOf: Map<number, Set<number>>;
  isTurnRound: (group: number) => boolean;
}

function approachesOf(movements: readonly SumoMovement[]): Approaches {
  const groupsOf = new Map<number, Set<number>>(), lanesOf = new Map<number, Set<number>>();
  for (const { row: { fromLane, signalGroup } } of movements) {
    groupsOf.set(fromLane, (groupsOf.get(fromLane) ?? new Set()).add(signalGroup));
    lanesOf.set(signalGroup, (lanesOf.get(signalGroup) ?? new Set()).add(fromLane));
  }
  const turnsRound = new Map<number, boolean>();
  for (const { row } of movements) turnsRound.set(row.signalGroup, (turnsRound.get(row.signalGroup) ?? true) && row.turn === turn.uTurn);
  return { movements, groupsOf, lanesOf, isTurnRound: (group) => turnsRound.get(group) ?? true };
}

/** A number among the parameters of a program; its default, with the problem listed, where it is none. */
function parameterOf(program: SumoProgram, key: string, otherwise: number, problems: ProblemList): number {
  const given = program.parameters.get(key);
  if (given === undefined) return otherwise;
  const value = given.trim() === '' ? NaN : Number(given);
  if (value >= 0 && value <= 1000) return value;
  problems.error('sumo-bad-number', placeName(program, `tlLogic "${program.id}"`), { attribute: key, value: given.slice(0, 80) });
  return otherwise;
}

/** The ways that lead into each lane. */
type Incoming = ReadonlyMap<number, readonly { movement: number; way: SumoMovement }[]>;

/** Back over lanes and ways through junctions that follow each other without a choice or a signal until the loop lies on one. */
function placeBack(lane: number, backM: number, incoming: Incoming, streets: SumoStreets): { lane: number; movement: number; positionM: number } {
  let at = lane, positionM = streets.lanes[lane]!.lengthM - backM;
  for (let from = incoming.get(at); positionM < 0 && from?.length === 1; from = incoming.get(at)) {
    const { movement, way: { row: { fromLane, signalGroup, lengthM } } } = from[0]!;
    if (signalGroup >= 0 || fromLane === lane) break;
    positionM += lengthM;
    if (positionM >= 0) return { lane: fromLane, movement, positionM };
    at = fromLane;
    positionM += streets.lanes[at]!.lengthM;
  }
  return { lane: at, movement: -1, positionM: Math.max(0, positionM) };
}

/** Which phases may count on a loop: all ways from its lane are free to go, and none of them leads to a queue before the next red. */
function phaseCalls(phase: SumoPhase, program: SumoProgram, { movements, groupsOf, lanesOf, isTurnRound }: Approaches, loopOf: ReadonlyMap<number, number>, streets: SumoStreets): number[] {
  const neverMajor = (group: number): boolean => program.phases.every(({ state }) => state[group] !== 'G');
  const lanes = (group: number): number[] => [...(lanesOf.get(group) ?? [])];
  const besideMajor = (group: number): boolean => lanes(group).some((lane) => [...groupsOf.get(lane)!].some((other) => phase.state[other] === 'G'));
  const onlyLane = (group: number): boolean => lanes(group).some((lane) => {
    const { firstLane, laneCount } = streets.links[streets.lanes[lane]!.link]!;
    return streets.lanes.slice(firstLane, firstLane + laneCount).filter(({ permitted }) => (permitted & ~WITHOUT_MOTOR) !== 0).length === 1;
  });
  // Who has to give way may wait on the loop without need of more green, unless there is no better witness.
  const goes = (group: number): boolean => phase.state[group] === 'G'
    || (phase.state[group] === 'g' && (((neverMajor(group) || isTurnRound(group)) && besideMajor(group)) || onlyLane(group)));
  const allGo = (lane: number): boolean => [...groupsOf.get(lane)!].every(goes);
  const calls: number[] = [];
  for (const lane of loopOf.keys()) {
    const next = movements.filter(({ row }) => row.fromLane === lane && row.turn !== turn.uTurn).map(({ row }) => row.toLane);
    if (allGo(lane) && next.filter((there) => loopOf.has(there)).every(allGo)) calls.push(lane);
  }
  return calls;
}

/** The loops of one lane of a controller: a detector of its own, or one that the program names. */
function loopFor(program: SumoProgram, lane: number, laneName: string, leastS: number, incoming: Incoming, streets: SumoStreets, into: ActuatedRows, problems: ProblemList): number {
  const named = program.parameters.get(laneName);
  if (named === NO_DETECTOR) return -1;
  if (named !== undefined && named !== '') {
    const row = into.detectors.findIndex(({ name }) => name === named);
    if (row < 0) problems.error('sumo-unknown-detector', placeName(program, `tlLogic "${program.id}"`), { detector: named });
    return row;
  }
  const aheadS = parameterOf(program, 'detector-gap', DEFAULTS['detector-gap'], problems), passingS = parameterOf(program, 'passing-time', DEFAULTS['passing-time'], problems);
  const backM = Math.min(aheadS * streets.lanes[lane]!.speedLimitMps, (leastS / Math.max(passingS, 0.1) + 0.5) * VEHICLE_SPACE_M);
  return into.detectors.push({ name: `${program.id} ${laneName}`, kind: detectorKind.loop, ...placeBack(lane, backM, incoming, streets), lengthM: 0, intervalS: 0 }) - 1;
}

function warnOfParameters(program: SumoProgram, laneNames: ReadonlySet<string>, problems: ProblemList): void {
  for (const [key, value] of program.parameters) {
    if (Object.hasOwn(DEFAULTS, key) || key.startsWith('max-gap:') || withoutEffect.includes(key) || laneNames.has(key) || (key === 'vTypes' && value === '')) continue;
    problems.warning('sumo-option-not-applied', placeName(program, `tlLogic "${program.id}"`), { option: key, value: value.slice(0, 80) });
  }
}

/**
 * Where the loops of an actuated program lie and which intervals each of them prolongs, as SUMO places and uses them.
 * `intervalOf`: the interval row that each phase became, -1 for none.
 */
export function addActuations(program: SumoProgram, intervalOf: readonly number[], all: readonly SumoMovement[], ofController: readonly SumoMovement[], streets: SumoStreets, into: ActuatedRows, problems: ProblemList): void {
  const phases = program.phases.filter((phase) => isActuated(program, phase));
  if (phases.length === 0) return;
  const approaches = approachesOf(ofController), loopOf = new Map<number, number>(), laneNameOf = new Map<number, string>();
  const incoming = new Map<number, { movement: number; way: SumoMovement }[]>();
  all.forEach((way, movement) => void incoming.set(way.row.toLane, [...(incoming.get(way.row.toLane) ?? []), { movement, way }]));
  for (const { row: { fromLane }, connection } of ofController) laneNameOf.set(fromLane, `${connection.from}_${connection.fromLane}`);
  warnOfParameters(program, new Set(laneNameOf.values()), problems);
  for (const [lane, groups] of approaches.groupsOf) {
    const greens = phases.filter(({ state }) => [...groups].some((group) => state[group] === 'G' || state[group] === 'g'));
    if (greens.length === 0) continue;
    const loop = loopFor(program, lane, laneNameOf.get(lane)!, Math.min(...greens.map(({ shortestS }) => shortestS)), incoming, streets, into, problems);
    if (loop >= 0) loopOf.set(lane, loop);
  }
  const gapS = parameterOf(program, 'max-gap', DEFAULTS['max-gap'], problems), passingS = parameterOf(program, 'detector-gap', DEFAULTS['detector-gap'], problems);
  program.phases.forEach((phase, at) => {
    if (!phases.includes(phase) || intervalOf[at]! < 0) return;
    // Clearings are never prolonged.
    const isGreen = /[Gg]/.test(phase.state) && !/[yY]/.test(phase.state);
    const calls = isGreen ? phaseCalls(phase, program, approaches, loopOf, streets) : [];
    into.actuations.push({ interval: intervalOf[at]!, shortestS: Math.max(1, phase.shortestS), longestS: Math.max(1, phase.shortestS, phase.longestS), passingS, firstGap: into.gaps.length, gapCount: calls.length });
    for (const lane of calls) into.gaps.push({ detector: loopOf.get(lane)!, longestGapS: parameterOf(program, `max-gap:${laneNameOf.get(lane)!}`, gapS, problems) });
  });
}
