import { intervalCountOf } from '../../engine/twin/plan-of.ts';
import { aspect } from '../../engine/twin/signals.ts';
import { turn } from '../../engine/twin/streets.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { controllerMovements } from './controller-movements.ts';

/** What a signal group is for: the streets it lets off and the ways they turn, or people who cross these streets on foot. */
export interface GroupUse { streets: string[]; turns: (keyof typeof turn)[]; isForPeople: boolean }

/** A fixed-time plan over its cycle, from its first interval on; seconds from there. */
export interface PlanDiagram {
  cycleS: number;
  groups: { use: GroupUse; spans: { fromS: number; untilS: number; aspect: number }[] }[];
  /** `interval`: its row. */
  stages: { interval: number; fromS: number; untilS: number }[];
}

/** What a plan of a controller shows: that which begins with interval `first`. */
export function planDiagram(twin: ReadingTwin, controller: number, first: number): PlanDiagram {
  const { controllers, intervals, aspects } = twin, groupCount = controllers.groupCount[controller]!;
  const groups: PlanDiagram['groups'] = Array.from({ length: groupCount }, (_, group) => ({ use: groupUse(twin, controller, group), spans: [] }));
  const stages: PlanDiagram['stages'] = [];
  let atS = 0;
  for (let row = first, end = first + intervalCountOf(twin, first); row < end; row++) {
    const untilS = atS + intervals.durationS[row]!;
    groups.forEach(({ spans }, group) => {
      const shown = aspects.shown[intervals.firstAspect[row]! + group]!, last = spans.at(-1);
      if (last?.aspect === shown) last.untilS = untilS;
      else spans.push({ fromS: atS, untilS, aspect: shown });
    });
    if (intervals.stage[row] === 1) stages.push({ interval: row, fromS: atS, untilS });
    atS = untilS;
  }
  return { cycleS: atS, groups: groups.filter(({ spans }) => spans.some((span) => span.aspect !== aspect.off)), stages };
}

/** What a group of a controller is for. */
export function groupUse(twin: ReadingTwin, controller: number, group: number): GroupUse {
  const { movements, lanes, links, streets, crossings } = twin;
  const named = new Set<string>(), turns = new Set<keyof typeof turn>();
  for (const movement of controllerMovements(twin, controller)) {
    if (movements.signalGroup[movement] !== group) continue;
    const link = lanes.link[movements.fromLane[movement]!]!, street = links.street[link]!;
    named.add((street < 0 ? '' : streets.name[street]!) || links.name[link]!);
    for (const [name, code] of Object.entries(turn)) if (movements.turn[movement] === code) turns.add(name as keyof typeof turn);
  }
  let isForPeople = false;
  for (let crossing = 0; crossing < crossings.count; crossing++) {
    if (crossings.controller[crossing] !== controller || crossings.signalGroup[crossing] !== group) continue;
    isForPeople = true;
    const street = crossedStreet(twin, crossing);
    if (street !== '') named.add(street);
  }
  return { streets: [...named], turns: [...turns], isForPeople };
}

/** The street that people cross: that of its lanes, or the one from or to which every way goes that they cross inside the junction. */
function crossedStreet({ crossings, crossingWindows, lanes, links, streets, movements }: ReadingTwin, crossing: number): string {
  const streetOf = (lane: number): string => { const street = links.street[lanes.link[lane]!]!; return street < 0 ? '' : streets.name[street]!; };
  const sets: string[][] = [];
  for (let window = crossings.firstWindow[crossing]!, end = window + crossings.windowCount[crossing]!; window < end; window++) {
    const lane = crossingWindows.lane[window]!, movement = crossingWindows.movement[window]!;
    sets.push(lane >= 0 ? [streetOf(lane)] : movement >= 0 ? [streetOf(movements.fromLane[movement]!), streetOf(movements.toLane[movement]!)] : []);
  }
  return sets[0]?.find((street) => street !== '' && sets.every((all) => all.includes(street))) ?? '';
}
