import { makeProblemList, type ProblemList } from '../../formats/problem-list.ts';
import type { RawStreets } from '../raw-city.ts';
import { buildSignalPlans, type SignalPlans } from '../signals/signal-plans.ts';
import { dealLanes } from './deal-lanes.ts';
import { drawMovements } from './draw-movements.ts';
import { dropStubs } from './drop-stubs.ts';
import { findConflicts } from './find-conflicts.ts';
import { findPockets } from './find-pockets.ts';
import { findTurns } from './find-turns.ts';
import { gatherNodes } from './gather-nodes.ts';
import { joinPieces } from './join-pieces.ts';
import { decideControl, placeJunctions } from './junction-control.ts';
import { layLanes } from './lay-lanes.ts';
import { moveSignals } from './move-signals.ts';
import { splitWays } from './split-ways.ts';
import { stopMinorArms } from './stop-signs.ts';
import type { StreetPlan } from './street-plan.ts';
import { trimArms } from './trim-arms.ts';
import { restrictionsAcross, waysInside } from './ways-inside.ts';
import { writeStreets, type JunctionMovements, type StreetTables } from './write-streets.ts';

export type BuiltStreets = StreetTables & SignalPlans;

/** From drawn ways to a street network that can be driven: one pass after the other. docs/models/street-building.md tells the rules. */
export function buildStreets(raw: RawStreets, problems: ProblemList = makeProblemList()): BuiltStreets {
  const { nodes } = raw;
  const split = dropStubs(nodes, splitWays(raw));
  const signalled = moveSignals(nodes, split);
  const gathered = gatherNodes(nodes, joinPieces(split, nodes.length), signalled);
  const { pieces, junctionOf } = gathered;
  const across = restrictionsAcross(raw.restrictions ?? [], junctionOf);
  if (across > 0) problems.warning('osm-restrictions-across', '', { count: across });
  const isSignalled = new Set([...signalled].map((node) => junctionOf[node]!));
  const trims = trimArms(nodes, pieces, junctionOf, isSignalled);
  const { junctions, rowOf } = placeJunctions(nodes, junctionOf, pieces.flatMap((piece) => [piece.nodes[0]!, piece.nodes.at(-1)!]));
  const plan: StreetPlan = { junctions, ...layLanes(nodes, pieces, trims, rowOf) };
  plan.links.forEach(({ fromJunction, toJunction }, link) => {
    junctions[fromJunction]!.outgoing.push(link);
    junctions[toJunction]!.incoming.push(link);
  });
  const ways = waysInside(gathered.inside, raw.restrictions ?? []);
  const byJunction = junctions.map((junction, row): JunctionMovements => {
    junction.control = decideControl(junction, nodes, plan.links, signalled);
    stopMinorArms(junction, nodes, plan.links);
    const movements = drawMovements(plan, row, dealLanes(plan, findTurns(junction, plan, ways)));
    const conflicts = findConflicts(plan, junction, movements);
    findPockets(plan, movements, conflicts);
    return { movements, conflicts };
  });
  const tables = writeStreets(plan, byJunction);
  const signals = buildSignalPlans(tables);
  junctions.forEach(({ busPriority }, row) => {
    const controller = tables.junctions.controller[row]!;
    if (busPriority && controller >= 0) signals.controllers.busPriority[controller] = 1;
  });
  return { ...tables, ...signals };
}
