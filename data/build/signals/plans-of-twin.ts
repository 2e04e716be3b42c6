import { groupKind } from '../../../engine/twin/signals.ts';
import { turn } from '../../../engine/twin/streets.ts';
import { codeName } from '../../../engine/foundation/table.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { PlannedController, PlannedGroup } from '../../formats/signal-plans/plan-records.ts';
import { letterOfAspect } from '../../formats/signal-plans/shown-letters.ts';

/** How a plan file calls the only plan of a controller. */
const ONLY_PLAN = 'plan';
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
    return { name: controllers.name[controller]!, groups, intergreenTenths: matrices[controller]!, plans: [{ name: ONLY_PLAN, offsetTenths: tenths(controllers.offsetS[controller]!), intervals: intervalsOf(twin, controller) }] };
  });
}

function intervalsOf({ controllers, intervals, aspects }: ReadingTwin, controller: number): PlannedController['plans'][number]['intervals'] {
  return Array.from({ length: controllers.intervalCount[controller]! }, (_, at) => {
    const row = controllers.firstInterval[controller]! + at, first = intervals.firstAspect[row]!;
    const shows = Array.from({ length: controllers.groupCount[controller]! }, (__, group) => letterOfAspect(aspects.shown[first + group]!)).join('');
    const durationTenths = tenths(intervals.durationS[row]!), longestTenths = tenths(intervals.longestS[row]!);
    return { durationTenths, ...(longestTenths > durationTenths ? { longestTenths } : {}), stage: intervals.stage[row] === 1, shows };
  });
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
