import { groupKind } from '../../../engine/twin/signals.ts';
import { turn } from '../../../engine/twin/streets.ts';
import { formatClock } from '../../../engine/foundation/clock.ts';
import { codeName } from '../../../engine/foundation/table.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { weekDays, type PlannedController, type PlannedGroup, type PlannedInterval } from '../../formats/signal-plans/plan-records.ts';
import { letterOfAspect } from '../../formats/signal-plans/shown-letters.ts';
import { plansIn, type ControllerPlans, type PlanStep } from '../../../engine/twin/plan-tables.ts';

const arrows: Readonly<Record<keyof typeof turn, string>> = { straight: '↑', right: '→', left: '←', uTurn: '↩' };

const tenths = (seconds: number): number => Math.round(seconds * 10);

/** The signal plans of a city as a plan file holds them. */
export function plansOfTwin(twin: ReadingTwin): PlannedController[] {
  const { controllers, signalGroups } = twin, names = groupNames(twin), matrices = matricesOf(twin);
  let firstGroup = 0;
  return Array.from({ length: controllers.count }, (_, controller): PlannedController => {
    const groupCount = controllers.groupCount[controller]!, declaredFrom = signalGroups.count > 0 ? firstGroup : -1;
    firstGroup += groupCount;
    const groups = Array.from({ length: groupCount }, (__, group): PlannedGroup => {
      const name = names.get(controller)?.get(group) ?? String(group + 1);
      if (declaredFrom < 0) return { name };
      const row = declaredFrom + group;
      return {
        name, kind: codeName(groupKind, signalGroups.kind[row]!) as keyof typeof groupKind,
        minimumGreenTenths: tenths(signalGroups.minimumGreenS[row]!), amberTenths: tenths(signalGroups.amberS[row]!), longestWaitTenths: tenths(signalGroups.longestWaitS[row]!),
      };
    });
    return { name: controllers.name[controller]!, groups, intergreenTenths: matrices[controller]!, ...writtenPlans(plansIn(twin, controller)) };
  });
}

/** Entries that count every day do not say so. */
function writtenPlans({ plans, switches }: ControllerPlans): Pick<PlannedController, 'plans' | 'schedule'> {
  const written = plans.map(({ name, offsetS, steps }) => ({ name, offsetTenths: tenths(offsetS), intervals: steps.map(intervalOf) }));
  const schedule = switches.map(({ days, atS, plan }) => {
    const named = weekDays.filter((_, day) => (days & (1 << day)) !== 0);
    return { from: formatClock(atS).replace(/:00$/, ''), plan: plans[plan]!.name, ...(named.length < weekDays.length ? { days: named } : {}) };
  });
  return { plans: written, ...(schedule.length > 0 ? { schedule } : {}) };
}

function intervalOf({ durationS, longestS, stage, shown }: PlanStep): PlannedInterval {
  const durationTenths = tenths(durationS), longestTenths = tenths(longestS);
  return { durationTenths, ...(longestTenths > durationTenths ? { longestTenths } : {}), stage: stage === 1, shows: shown.map(letterOfAspect).join('') };
}

function matricesOf({ controllers, intergreens }: ReadingTwin): (number | null)[][][] {
  const matrices = Array.from({ length: controllers.count }, (_, controller) => {
    const groups = controllers.groupCount[controller]!;
    return Array.from({ length: groups }, () => new Array<number | null>(groups).fill(null));
  });
  for (let row = 0; row < intergreens.count; row++) matrices[intergreens.controller[row]!]![intergreens.endingGroup[row]!]![intergreens.startingGroup[row]!] = tenths(intergreens.leastS[row]!);
  return matrices;
}

/** Streets and ways they turn, by controller and group: 'rue de la Liberté ↑→'. */
function groupNames({ movements, junctions, lanes, links, streets, crossings }: ReadingTwin): Map<number, Map<number, string>> {
  const parts = new Map<number, Map<number, Map<string, Set<string>>>>();
  const add = (controller: number, group: number, street: string, arrow: string): void => {
    if (controller < 0 || group < 0) return;
    const ofController = parts.get(controller) ?? new Map<number, Map<string, Set<string>>>(), ofGroup = ofController.get(group) ?? new Map<string, Set<string>>();
    parts.set(controller, ofController.set(group, ofGroup.set(street, (ofGroup.get(street) ?? new Set()).add(arrow))));
  };
  for (let movement = 0; movement < movements.count; movement++) {
    const link = lanes.link[movements.fromLane[movement]!]!, street = links.street[link]!;
    add(junctions.controller[movements.junction[movement]!]!, movements.signalGroup[movement]!, (street < 0 ? '' : streets.name[street]!) || links.name[link]!, arrows[codeName(turn, movements.turn[movement]!) as keyof typeof turn]);
  }
  for (let crossing = 0; crossing < crossings.count; crossing++) add(crossings.controller[crossing]!, crossings.signalGroup[crossing]!, crossings.name[crossing]!, '');
  return new Map([...parts].map(([controller, groups]) => [controller, new Map([...groups].map(([group, streetsOf]) => [group, [...streetsOf].map(([street, turns]) => `${street} ${[...turns].join('')}`.trim()).join(', ').slice(0, 300)]))]));
}
