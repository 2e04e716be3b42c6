// One lane that ends at a signal, and one behind it: the smallest road that a signal can stand on.
import { tableFrom, type RowValues } from '../../engine/foundation/table.ts';
import { departLane, departRule, departureColumns, routeColumns, routeLinkColumns, vehicleTypeColumns } from '../../engine/twin/demand.ts';
import { aspectColumns, controllerColumns, intergreenColumns, intervalColumns } from '../../engine/twin/signals.ts';
import { category, junctionColumns, junctionControl, laneColumns, linkColumns, movementColumns } from '../../engine/twin/streets.ts';
import { emptyTwin, type Twin } from '../../engine/twin/twin.ts';
import { dijonFacts } from './lighting-city.ts';

export interface PlannedInterval { durationS: number; longestS?: number; stage?: boolean; shown: number[] }

/** Lanes before and behind the signal. */
export const LANE_M = 600;

export interface LaneWithSignal {
  /** The plan of the controller; the lane's movement has signal group 0. */
  plan: readonly PlannedInterval[];
  matrix?: readonly [ending: number, starting: number, leastS: number][];
  limitMps: number;
  driving: Partial<RowValues<typeof vehicleTypeColumns>>;
  departS: readonly number[];
}

export function laneWithSignal({ plan, matrix = [], limitMps, driving, departS }: LaneWithSignal): Twin {
  const twin = emptyTwin(dijonFacts());
  const cycleS = plan.reduce((sum, { durationS }) => sum + durationS, 0), groupCount = plan[0]!.shown.length;
  twin.controllers = tableFrom(controllerColumns, [{ name: 'J', xM: 0, yM: 0, groupCount, cycleS, offsetS: 0, firstInterval: 0, intervalCount: plan.length, busPriority: 1 }]);
  twin.intervals = tableFrom(intervalColumns, plan.map(({ durationS, longestS, stage }, interval) =>
    ({ controller: 0, durationS, longestS: longestS ?? durationS, stage: stage ? 1 : 0, firstAspect: interval * groupCount })));
  twin.aspects = tableFrom(aspectColumns, plan.flatMap(({ shown }) => shown.map((code) => ({ shown: code }))));
  twin.intergreens = tableFrom(intergreenColumns, matrix.map(([endingGroup, startingGroup, leastS]) => ({ controller: 0, endingGroup, startingGroup, leastS })));
  addRoad(twin, limitMps);
  twin.vehicleTypes = tableFrom(vehicleTypeColumns, [{
    name: 'vehicle', category: category.car, carFollowing: 0, lengthM: 5, widthM: 2, minGapM: 2.5, accelerationMps2: 2.6, decelerationMps2: 4.5, emergencyDecelerationMps2: 9,
    maxSpeedMps: 50, headwayS: 1, imperfectionShare: 0, speedFactorMean: 1, speedFactorDeviation: 0, ...driving,
  }]);
  twin.departures = tableFrom(departureColumns, departS.map((timeS, row) => ({
    name: `${row}`, vehicleType: 0, route: 0, departS: timeS, departLane: departLane.best, departPositionM: departRule.base, departSpeedMps: departRule.max,
    arrivalPositionM: -1, firstHalt: 0, haltCount: 0, trip: -1, after: -1,
  })));
  return twin;
}

function addRoad(twin: Twin, limitMps: number): void {
  const permitted = category.car | category.bus;
  twin.junctions = tableFrom(junctionColumns, [0, 1, 2].map((row) =>
    ({ name: `${row}`, xM: 0, yM: row * LANE_M, control: row === 1 ? junctionControl.signals : junctionControl.deadEnd, controller: row === 1 ? 0 : -1, commune: -1 })));
  const link = { name: '', street: 0, lengthM: LANE_M, speedLimitMps: limitMps, priority: 1, laneCount: 1 };
  twin.links = tableFrom(linkColumns, [{ ...link, fromJunction: 0, toJunction: 1, firstLane: 0 }, { ...link, fromJunction: 1, toJunction: 2, firstLane: 1 }]);
  twin.lanes = tableFrom(laneColumns, [0, 1].map((row) =>
    ({ link: row, lengthM: LANE_M, widthM: 3, speedLimitMps: limitMps, permitted, firstMovement: row, movementCount: 1 - row, firstPoint: 0, pointCount: 0 })));
  twin.movements = tableFrom(movementColumns, [{
    fromLane: 0, toLane: 1, junction: 1, turn: 0, signalGroup: 0, lengthM: 10, speedLimitMps: limitMps, waitAtM: 0, keepsClear: 1, stopsFirst: 0, visibilityM: 4.5, permitted, firstConflict: 0, conflictCount: 0, firstPoint: 0, pointCount: 0,
  }]);
  twin.routes = tableFrom(routeColumns, [{ firstLink: 0, linkCount: 2 }]);
  twin.routeLinks = tableFrom(routeLinkColumns, [{ link: 0 }, { link: 1 }]);
}
