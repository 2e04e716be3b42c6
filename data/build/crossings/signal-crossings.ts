import { tableFrom, type RowValues } from '../../../engine/foundation/table.ts';
import { aspect, aspectColumns, controllerColumns, groupKind, intergreenColumns, intervalColumns, signalGroupColumns } from '../../../engine/twin/signals.ts';
import type { Twin } from '../../../engine/twin/twin.ts';
import { FRENCH_AMBER_S, FRENCH_LONGEST_WAIT_S, FRENCH_MINIMUM_GREEN_S } from '../signals/french-limits.ts';
import { planLimits } from '../../../engine/twin/plan-limits.ts';
import type { LaidCrossing } from './crossing-site.ts';
import { LEAST_GREEN_S, peopleClearingS, peopleGreenS, planForPeople, type PlanStep } from './people-green.ts';

/** Where a crossing has its signals: the group of the people, and that of the vehicles where no others stand there. */
export interface CrossingSignal { controller: number; signalGroup: number; vehicleGroup: number }

/** Vehicles' green between two of people's at a crossing of its own, and red for all after its amber. */
const VEHICLES_GREEN_S = 40, ALL_RED_S = 2;

type Rows<Columns extends Parameters<typeof tableFrom>[0]> = RowValues<Columns>[];

/**
 * Gives crossings with signals their groups: at junctions within the junction's plan, which is lengthened where people
 * could not walk across in time; between junctions a controller of their own. A crossing whose junction leaves it no time
 * gets none. Plans are fixed-time plans made by the passes in `data/build/signals`; they stay in order of controllers.
 */
export function signalCrossings(twin: Twin, laid: readonly LaidCrossing[]): Map<LaidCrossing, CrossingSignal> {
  const signals = new Map<LaidCrossing, CrossingSignal>(), ofController = new Map<number, LaidCrossing[]>();
  for (const crossing of laid) {
    if (crossing.site.control !== 'signals' || crossing.site.junction < 0) continue;
    const controller = twin.junctions.controller[crossing.site.junction]!;
    if (controller >= 0 && crossing.stops.length > 0) ofController.set(controller, [...(ofController.get(controller) ?? []), crossing]);
  }
  const rows = { controllers: [] as Rows<typeof controllerColumns>, intervals: [] as Rows<typeof intervalColumns>, aspects: [] as Rows<typeof aspectColumns>, intergreens: [] as Rows<typeof intergreenColumns>, signalGroups: [] as Rows<typeof signalGroupColumns> };
  const oldIntergreens = intergreensOf(twin);
  const write = (row: Omit<RowValues<typeof controllerColumns>, 'groupCount' | 'firstInterval' | 'intervalCount' | 'cycleS'>, steps: readonly PlanStep[], intergreens: readonly { endingGroup: number; startingGroup: number; leastS: number }[], groups: readonly GroupLimits[]): number => {
    const controller = rows.controllers.length, firstInterval = rows.intervals.length;
    for (const { durationS, extraS, isStage, shown } of steps) {
      rows.intervals.push({ controller, durationS, longestS: durationS + extraS, stage: isStage ? 1 : 0, firstAspect: rows.aspects.length });
      for (const one of shown) rows.aspects.push({ shown: one });
    }
    for (const one of intergreens) rows.intergreens.push({ controller, ...one });
    const timed = steps.map(({ durationS, shown }) => ({ leastS: durationS, mostS: durationS, shown }));
    groups.forEach((one, group) => rows.signalGroups.push({ controller, ...one, longestWaitS: Math.max(one.longestWaitS, planLimits(timed, group).longestRedS) }));
    return rows.controllers.push({ ...row, groupCount: steps[0]?.shown.length ?? 0, firstInterval, intervalCount: steps.length, cycleS: steps.reduce((sum, { durationS }) => sum + durationS, 0) }) - 1;
  };
  for (let controller = 0; controller < twin.controllers.count; controller++) {
    const { name, xM, yM, offsetS, busPriority } = twin.controllers, wishes = ofController.get(controller) ?? [];
    const plan = planForPeople(stepsOf(twin, controller), wishes.map(({ stops, lengthM }) => ({ stops, lengthM })));
    wishes.forEach((crossing, wish) => {
      if (plan.groups[wish]! >= 0) signals.set(crossing, { controller, signalGroup: plan.groups[wish]!, vehicleGroup: -1 });
    });
    write({ name: name[controller]!, xM: xM[controller]!, yM: yM[controller]!, offsetS: offsetS[controller]!, busPriority: busPriority[controller]! }, plan.steps, [...(oldIntergreens.get(controller) ?? []), ...plan.intergreens], [...groupsOf(twin, controller), ...plan.groups.filter((group) => group >= 0).map(() => PEOPLE)]);
  }
  for (const crossing of laid) {
    if (crossing.site.control !== 'signals' || crossing.site.junction >= 0) continue;
    const { name, xM, yM } = crossing.site;
    const controller = write({ name, xM, yM, offsetS: 0, busPriority: 0 }, ownPlan(crossing.lengthM), [{ endingGroup: 0, startingGroup: 1, leastS: FRENCH_AMBER_S + ALL_RED_S }, { endingGroup: 1, startingGroup: 0, leastS: peopleClearingS(crossing.lengthM) }], [VEHICLES, PEOPLE]);
    signals.set(crossing, { controller, signalGroup: 1, vehicleGroup: 0 });
  }
  twin.controllers = tableFrom(controllerColumns, rows.controllers);
  twin.intervals = tableFrom(intervalColumns, rows.intervals);
  twin.aspects = tableFrom(aspectColumns, rows.aspects);
  twin.intergreens = tableFrom(intergreenColumns, rows.intergreens);
  twin.signalGroups = tableFrom(signalGroupColumns, rows.signalGroups);
  return signals;
}

type GroupLimits = Omit<RowValues<typeof signalGroupColumns>, 'controller'>;

const VEHICLES: GroupLimits = { kind: groupKind.vehicle, minimumGreenS: FRENCH_MINIMUM_GREEN_S, amberS: FRENCH_AMBER_S, longestWaitS: FRENCH_LONGEST_WAIT_S };
const PEOPLE: GroupLimits = { kind: groupKind.pedestrian, minimumGreenS: LEAST_GREEN_S, amberS: 0, longestWaitS: FRENCH_LONGEST_WAIT_S };

function groupsOf({ controllers, signalGroups }: Twin, controller: number): GroupLimits[] {
  let first = 0;
  for (let before = 0; before < controller; before++) first += controllers.groupCount[before]!;
  const { kind, minimumGreenS, amberS, longestWaitS } = signalGroups;
  return Array.from({ length: controllers.groupCount[controller]! }, (_, group) =>
    ({ kind: kind[first + group]!, minimumGreenS: minimumGreenS[first + group]!, amberS: amberS[first + group]!, longestWaitS: longestWaitS[first + group]! }));
}

function intergreensOf({ intergreens }: Twin): Map<number, { endingGroup: number; startingGroup: number; leastS: number }[]> {
  const found = new Map<number, { endingGroup: number; startingGroup: number; leastS: number }[]>();
  for (let row = 0; row < intergreens.count; row++) {
    const controller = intergreens.controller[row]!;
    if (!found.has(controller)) found.set(controller, []);
    found.get(controller)!.push({ endingGroup: intergreens.endingGroup[row]!, startingGroup: intergreens.startingGroup[row]!, leastS: intergreens.leastS[row]! });
  }
  return found;
}

function stepsOf({ controllers, intervals, aspects }: Twin, controller: number): PlanStep[] {
  const first = controllers.firstInterval[controller]!, groupCount = controllers.groupCount[controller]!;
  return Array.from({ length: controllers.intervalCount[controller]! }, (_, at) => {
    const interval = first + at, firstAspect = intervals.firstAspect[interval]!, durationS = intervals.durationS[interval]!;
    return { durationS, extraS: intervals.longestS[interval]! - durationS, isStage: intervals.stage[interval] === 1, shown: Array.from({ length: groupCount }, (_, group) => aspects.shown[firstAspect + group]!) };
  });
}

/** Vehicles, then people, then vehicles again. */
function ownPlan(lengthM: number): PlanStep[] {
  const step = (durationS: number, isStage: boolean, vehicles: number, people: number): PlanStep => ({ durationS, extraS: 0, isStage, shown: [vehicles, people] });
  return [
    step(VEHICLES_GREEN_S, true, aspect.green, aspect.red), step(FRENCH_AMBER_S, false, aspect.amber, aspect.red), step(ALL_RED_S, false, aspect.red, aspect.red),
    step(peopleGreenS(lengthM), true, aspect.red, aspect.green), step(peopleClearingS(lengthM), false, aspect.red, aspect.red),
  ];
}
