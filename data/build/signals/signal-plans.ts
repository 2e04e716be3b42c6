import { tableFrom, type RowValues } from '../../../engine/foundation/table.ts';
import { aspectColumns, controllerColumns, intergreenColumns, intervalColumns, signalGroupColumns } from '../../../engine/twin/signals.ts';
import { junctionControl } from '../../../engine/twin/streets.ts';
import type { TwinTables } from '../../../engine/twin/twin.ts';
import { intergreenS } from './intergreen-times.ts';
import { signalClusters } from './signal-clusters.ts';
import { planIntervals } from './plan-intervals.ts';
import type { SignalPlanInput } from './plan-input.ts';
import { relationsOf } from './relations.ts';
import { limitsOf, signalGroupsOf } from './signal-groups.ts';
import { stagesOf } from './stages.ts';
import { streamsOf } from './streams.ts';
import { timingOf } from './timing.ts';

/** The signal tables of a twin. */
export type SignalPlans = Pick<TwinTables, 'controllers' | 'intervals' | 'aspects' | 'intergreens' | 'signalGroups'>;

interface PlanRows {
  controllers: RowValues<typeof controllerColumns>[];
  intervals: RowValues<typeof intervalColumns>[];
  aspects: RowValues<typeof aspectColumns>[];
  intergreens: RowValues<typeof intergreenColumns>[];
  signalGroups: RowValues<typeof signalGroupColumns>[];
}

/**
 * A controller with signal groups, an intergreen matrix and a fixed-time plan for every junction whose control is
 * `signals`, one for several that lie close together, made from its movements and conflicts alone: opposite approaches share a stage, left turns give way
 * (permissive) unless they could hardly do so, and every clearing lasts as long as the ways across the junction ask for.
 *
 * Call it once movements and conflicts are complete. Writes `junctions.controller` of every junction and
 * `movements.signalGroup` of every movement, -1 where there are no signals; returns the signal tables.
 * No controller grants bus priority yet. Method and sources: docs/models/signal-plans.md.
 */
export function buildSignalPlans(tables: SignalPlanInput): SignalPlans {
  const { junctions, movements } = tables;
  const rows: PlanRows = { controllers: [], intervals: [], aspects: [], intergreens: [], signalGroups: [] };
  junctions.controller.fill(-1);
  movements.signalGroup.fill(-1);
  const movementsOf = new Map<number, number[]>();
  for (let movement = 0; movement < movements.count; movement++) {
    const junction = movements.junction[movement]!;
    if (junctions.control[junction] !== junctionControl.signals) continue;
    const known = movementsOf.get(junction);
    if (known) known.push(movement);
    else movementsOf.set(junction, [movement]);
  }
  for (const cluster of signalClusters(tables)) {
    const ofCluster = cluster.flatMap((junction) => movementsOf.get(junction) ?? []);
    if (ofCluster.length > 0) addController(tables, cluster, ofCluster, rows);
  }
  return {
    controllers: tableFrom(controllerColumns, rows.controllers),
    intervals: tableFrom(intervalColumns, rows.intervals),
    aspects: tableFrom(aspectColumns, rows.aspects),
    intergreens: tableFrom(intergreenColumns, rows.intergreens),
    signalGroups: tableFrom(signalGroupColumns, rows.signalGroups),
  };
}

function addController(tables: SignalPlanInput, cluster: readonly number[], ofCluster: readonly number[], rows: PlanRows): void {
  const { junctions, movements } = tables;
  const streams = streamsOf(tables, ofCluster), relations = relationsOf(tables, streams);
  const stages = stagesOf(tables, streams, relations);
  const intergreensS = streams.map((ending) => streams.map((starting) => intergreenS(tables, ending, starting)));
  const intervals = planIntervals(tables, streams, relations, stages, timingOf(tables, streams, stages, intergreensS));
  const groups = signalGroupsOf(streams, intervals, intergreensS);
  const controller = rows.controllers.length, firstInterval = rows.intervals.length;
  const cycleS = intervals.reduce((sum, { durationS }) => sum + durationS, 0);
  for (const { durationS, isStage, shown } of intervals) {
    rows.intervals.push({ controller, durationS, longestS: durationS, stage: isStage ? 1 : 0, firstAspect: rows.aspects.length });
    for (const { streams: [stream] } of groups) rows.aspects.push({ shown: shown[stream!]! });
  }
  groups.forEach((ending, endingGroup) => {
    rows.signalGroups.push(limitsOf(tables, controller, streams, intervals, ending));
    for (const { startingGroup, leastS } of ending.intergreens) rows.intergreens.push({ controller, endingGroup, startingGroup, leastS });
    for (const stream of ending.streams) for (const movement of streams[stream]!.movements) movements.signalGroup[movement] = endingGroup;
  });
  const middle = (column: Float64Array): number => cluster.reduce((sum, junction) => sum + column[junction]!, 0) / cluster.length;
  const xM = middle(junctions.xM), yM = middle(junctions.yM);
  rows.controllers.push({
    name: cluster.map((junction) => junctions.name[junction]!).join('+'), xM, yM, groupCount: groups.length,
    cycleS, offsetS: offsetS(xM, yM, cycleS), firstInterval,
    intervalCount: rows.intervals.length - firstInterval, busPriority: 0,
  });
  for (const junction of cluster) junctions.controller[junction] = controller;
}

/** Speed of the green wave, a little below the 50 km/h of a main street. */
const WAVE_MPS = 12;

/** A green wave outward from the city's origin: each controller starts later by the time it takes to drive there. */
function offsetS(xM: number, yM: number, cycleS: number): number {
  const awayS = Math.round(Math.sqrt(xM * xM + yM * yM) / WAVE_MPS);
  return awayS - Math.floor(awayS / cycleS) * cycleS;
}
