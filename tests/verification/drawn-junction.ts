// One signalised junction drawn as arms around a point, for tests of signal plans.
import { buildStreets } from '../../data/build/streets/build-streets.ts';
import type { RoadClassName } from '../../data/build/names.ts';
import type { RawNode, RawStreets, RawWay } from '../../data/build/raw-city.ts';
import { ORDINARY_TRAFFIC, category } from '../../engine/twin/streets.ts';
import { emptyTwin, type Twin } from '../../engine/twin/twin.ts';
import { dijonFacts } from './lighting-city.ts';

/** An arm: a street of 200 m that leads from the junction in a direction, degrees clockwise from north. */
export interface Arm {
  bearingDeg: number;
  class?: RoadClassName;
  /** Lanes towards the junction and away from it; 0 where the arm is one-way. */
  lanesIn?: number;
  lanesOut?: number;
  speedLimitMps?: number;
  busLaneIn?: boolean;
  /** `turn:lanes` towards the junction, left to right. */
  turnLanesIn?: string[][];
}

export function rawJunction(arms: readonly Arm[]): RawStreets {
  const nodes: RawNode[] = [{ name: 'J', xM: 0, yM: 0, control: 'signals' }];
  const ways = arms.map((arm, index): RawWay => {
    const bearing = (arm.bearingDeg * Math.PI) / 180, lanesIn = arm.lanesIn ?? 1, lanesOut = arm.lanesOut ?? 1;
    nodes.push({ name: `arm ${arm.bearingDeg}`, xM: Math.round(200_000 * Math.sin(bearing)) / 1000, yM: Math.round(200_000 * Math.cos(bearing)) / 1000 });
    const isTram = arm.class === 'tramway';
    return {
      name: `way ${arm.bearingDeg}`, title: `arm ${arm.bearingDeg}`, class: arm.class ?? 'tertiary', nodes: [index + 1, 0],
      oneWay: lanesOut === 0 ? 1 : lanesIn === 0 ? -1 : 0, lanesForward: lanesIn, lanesBackward: lanesOut, busLaneForward: arm.busLaneIn ?? false, busLaneBackward: false,
      ...(arm.turnLanesIn ? { turnLanesForward: arm.turnLanesIn } : {}),
      speedLimitMps: arm.speedLimitMps ?? 50 / 3.6, roundabout: false, level: 0, permitted: isTram ? category.tram : ORDINARY_TRAFFIC,
    };
  });
  return { nodes, ways };
}

/** A twin with this junction alone. */
export const twinOf = (arms: readonly Arm[]): Twin => Object.assign(emptyTwin(dijonFacts()), buildStreets(rawJunction(arms)));

/** The plan in letters: one line an interval, one letter a signal group (G green, g permissive, y amber, r red), with its length. */
export function planText({ controllers, intervals, aspects }: Twin, controller = 0): string[] {
  const first = controllers.firstInterval[controller]!, groups = controllers.groupCount[controller]!;
  return Array.from({ length: controllers.intervalCount[controller]! }, (_, at) => {
    const shown = aspects.shown.slice(intervals.firstAspect[first + at]!, intervals.firstAspect[first + at]! + groups);
    return `${[...shown].map((code) => 'rygG'[code] ?? '?').join('')} ${intervals.durationS[first + at]}${intervals.stage[first + at] ? ' stage' : ''}`;
  });
}
