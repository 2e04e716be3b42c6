import { turn } from '../twin/streets.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/**
 * Which link can follow which, for one category of vehicle: the movements of the twin, lanes put together.
 * A vehicle may change lanes along a link, so one permitted movement from any of its lanes is enough.
 */
export interface LinkGraph {
  linkCount: number;
  /** Followers of link l: rows `firstNext[l]` to `firstNext[l + 1]` of the arrays below, by rising link. */
  firstNext: Uint32Array;
  next: Int32Array;
  /** What the turn costs over driving straight on, seconds. */
  turnCostS: Float64Array;
  /** A movement that makes this turn. */
  movement: Int32Array;
  /** 1 where some lane of the link lets the category drive. */
  drivable: Uint8Array;
}

/** Seconds that a turn costs over going straight on, by the code of `turn`. */
export interface TurnCosts { straightS: number; rightS: number; leftS: number; uTurnS: number }

/** Slowing for the curve and giving way; a U-turn is a last resort. Assumed, of the order of HCM 2010 control delays at level of service A to B. */
export const DEFAULT_TURN_COSTS: TurnCosts = { straightS: 0, rightS: 2, leftS: 5, uTurnS: 60 };

/** The followers of every link for a category (one bit of `category`), with what each turn costs. */
export function makeLinkGraph(twin: ReadingTwin, categoryBit: number, costs: TurnCosts = DEFAULT_TURN_COSTS): LinkGraph {
  const { links, lanes, movements } = twin;
  const costOfTurnS = new Float64Array(4);
  costOfTurnS[turn.straight] = costs.straightS;
  costOfTurnS[turn.right] = costs.rightS;
  costOfTurnS[turn.left] = costs.leftS;
  costOfTurnS[turn.uTurn] = costs.uTurnS;

  const firstNext = new Uint32Array(links.count + 1);
  const drivable = new Uint8Array(links.count);
  const next: number[] = [], turnCostS: number[] = [], movement: number[] = [];
  for (let link = 0; link < links.count; link++) {
    firstNext[link] = next.length;
    const found = new Map<number, number>();
    const firstLane = links.firstLane[link]!;
    for (let lane = firstLane; lane < firstLane + links.laneCount[link]!; lane++) {
      if (!(lanes.permitted[lane]! & categoryBit)) continue;
      drivable[link] = 1;
      const firstMovement = lanes.firstMovement[lane]!;
      for (let row = firstMovement; row < firstMovement + lanes.movementCount[lane]!; row++) {
        const toLane = movements.toLane[row]!;
        if (!(movements.permitted[row]! & categoryBit) || !(lanes.permitted[toLane]! & categoryBit)) continue;
        const toLink = lanes.link[toLane]!;
        const known = found.get(toLink);
        if (known === undefined || costOfTurnS[movements.turn[row]!]! < costOfTurnS[movements.turn[known]!]!) found.set(toLink, row);
      }
    }
    for (const [toLink, row] of [...found].sort((one, other) => one[0] - other[0])) {
      next.push(toLink);
      movement.push(row);
      turnCostS.push(costOfTurnS[movements.turn[row]!]!);
    }
  }
  firstNext[links.count] = next.length;
  return {
    linkCount: links.count, firstNext, next: Int32Array.from(next),
    turnCostS: Float64Array.from(turnCostS), movement: Int32Array.from(movement), drivable,
  };
}
