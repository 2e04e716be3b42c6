import { exp } from '../../../engine/foundation/exact-math.ts';
import type { LinkGraph } from '../../../engine/paths/link-graph.ts';
import { aspect } from '../../../engine/twin/signals.ts';
import { junctionControl, roadClass } from '../../../engine/twin/streets.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';

/** What limits each turn of a link graph, before any traffic: one value per row of `graph.next`. */
export interface TurnSupply {
  /** Lanes from which the turn can be made. */
  lanes: Float64Array;
  /** Share of the cycle that shows green, 1 without signals. */
  greenShare: Float64Array;
  cycleS: Float64Array;
  /** 1 where the driver gives way while others go (permissive green, or no signals). */
  givesWay: Uint8Array;
  /** Turns that it gives way to: rows `firstFoe[turn]` to `firstFoe[turn + 1]` of `foes`. */
  firstFoe: Uint32Array;
  foes: Int32Array;
}

/** Vehicles an hour that leave a lane while it has green: below the theoretical 1,800 (Cerema 2016 measured clearly less). */
export const SATURATION_PER_H = 1650;
/** Critical gap and follow-up time for turns from a minor road in town, HCM 2010 chapter 19, means of its turns. */
const CRITICAL_GAP_S = 5.5, FOLLOW_UP_S = 3;

export function turnSupply(twin: ReadingTwin, graph: LinkGraph): TurnSupply {
  const { movements, conflicts, lanes, links } = twin;
  const turns = graph.next.length;
  const supply = {
    lanes: new Float64Array(turns), greenShare: new Float64Array(turns).fill(1), cycleS: new Float64Array(turns), givesWay: new Uint8Array(turns),
  };
  const turnOfMovement = new Int32Array(movements.count).fill(-1);
  const firstFoe = new Uint32Array(turns + 1);
  const foes: number[] = [];
  for (let link = 0; link < graph.linkCount; link++) {
    for (let row = graph.firstNext[link]!; row < graph.firstNext[link + 1]!; row++) {
      for (let lane = links.firstLane[link]!; lane < links.firstLane[link]! + links.laneCount[link]!; lane++) {
        for (let movement = lanes.firstMovement[lane]!; movement < lanes.firstMovement[lane]! + lanes.movementCount[lane]!; movement++) {
          if (lanes.link[movements.toLane[movement]!] !== graph.next[row]) continue;
          turnOfMovement[movement] = row;
          if (movements.permitted[movement]! & 1) supply.lanes[row]!++;
        }
      }
      supply.lanes[row] = Math.max(1, supply.lanes[row]!);
    }
  }
  for (let row = 0; row < turns; row++) {
    firstFoe[row] = foes.length;
    const movement = graph.movement[row]!;
    signalSupply(twin, movement, row, supply);
    const known = new Set<number>();
    for (let conflict = movements.firstConflict[movement]!; conflict < movements.firstConflict[movement]! + movements.conflictCount[movement]!; conflict++) {
      const foe = turnOfMovement[conflicts.foe[conflict]!]!;
      if (!conflicts.yields[conflict] || foe < 0 || foe === row || known.has(foe)) continue;
      known.add(foe);
      foes.push(foe);
    }
  }
  firstFoe[turns] = foes.length;
  return { ...supply, firstFoe, foes: Int32Array.from(foes) };
}

function signalSupply(twin: ReadingTwin, movement: number, row: number, supply: Pick<TurnSupply, 'greenShare' | 'cycleS' | 'givesWay'>): void {
  const { movements, junctions, controllers, intervals, aspects } = twin;
  const junction = movements.junction[movement]!, group = movements.signalGroup[movement]!, controller = junctions.controller[junction]!;
  if (group < 0 || controller < 0) {
    supply.givesWay[row] = 1;
    return;
  }
  let greenS = 0, permissiveS = 0;
  const first = controllers.firstInterval[controller]!;
  for (let interval = first; interval < first + controllers.intervalCount[controller]!; interval++) {
    const shown = aspects.shown[intervals.firstAspect[interval]! + group];
    if (shown === aspect.green) greenS += intervals.durationS[interval]!;
    if (shown === aspect.greenPermissive) permissiveS += intervals.durationS[interval]!;
  }
  supply.cycleS[row] = controllers.cycleS[controller]!;
  supply.greenShare[row] = (greenS + permissiveS) / controllers.cycleS[controller]!;
  supply.givesWay[row] = permissiveS > greenS ? 1 : 0;
}

/** Vehicles an hour that can make each turn beside the given hourly flows: greens, and gaps in the streams that go first. */
export function turnCapacityPerH(supply: TurnSupply, flowPerH: Float64Array, capacityPerH: Float64Array): void {
  for (let row = 0; row < capacityPerH.length; row++) {
    const { lanes, greenShare, cycleS, givesWay, firstFoe, foes } = supply;
    const green = greenShare[row]!;
    let fullPerH = SATURATION_PER_H * lanes[row]! * green;
    if (givesWay[row]) {
      let opposedPerH = 0;
      for (let foe = firstFoe[row]!; foe < firstFoe[row + 1]!; foe++) opposedPerH += flowPerH[foes[foe]!]!;
      // The stream that goes first uses the green, too: gaps must be found in its density while it runs.
      const densePerH = Math.min(3600, opposedPerH / Math.max(0.1, green));
      const gapsPerH = densePerH < 1 ? SATURATION_PER_H
        : (densePerH * exp((-densePerH * CRITICAL_GAP_S) / 3600)) / (1 - exp((-densePerH * FOLLOW_UP_S) / 3600));
      // Two vehicles clear in each change of signals, however dense the opposing stream is (HCM 2010, sneakers).
      const inClearancePerH = cycleS[row]! > 0 ? 7200 / cycleS[row]! : 30;
      fullPerH = Math.min(fullPerH, gapsPerH * green * lanes[row]! + inClearancePerH);
    }
    capacityPerH[row] = Math.max(30, fullPerH);
  }
}

/** Mean delay of a turn, seconds: HCM 2010 equations 18-20 and 18-45 at signals, 19-64 elsewhere, over a quarter of an hour. */
export function turnDelayS(supply: TurnSupply, row: number, flowPerH: number, capacityPerH: number): number {
  const x = flowPerH / capacityPerH, green = supply.greenShare[row]!, cycleS = supply.cycleS[row]!;
  const uniformS = cycleS > 0 ? (0.5 * cycleS * (1 - green) * (1 - green)) / (1 - Math.min(1, x) * green) : 0;
  const over = x - 1;
  const periodH = 0.25;
  return uniformS + 900 * periodH * (over + Math.sqrt(over * over + (4 * x) / (capacityPerH * periodH)));
}

/** Vehicles an hour that a link can carry between junctions, by lanes open to cars and class. */
export function linkCapacityPerH(twin: ReadingTwin, link: number): number {
  const { links, lanes, streets } = twin;
  let open = 0;
  for (let lane = links.firstLane[link]!; lane < links.firstLane[link]! + links.laneCount[link]!; lane++) if (lanes.permitted[lane]! & 1) open++;
  const kind = streets.class[links.street[link]!]!;
  const perLane = kind <= roadClass.trunk ? 1800 : kind <= roadClass.secondary ? 1400 : kind === roadClass.tertiary ? 1000 : 600;
  return Math.max(1, open) * perLane;
}

/** Lost at a junction without signals even when nobody is there, seconds: slowing to look. */
export function quietDelayS(twin: ReadingTwin, graph: LinkGraph, row: number): number {
  const control = twin.junctions.control[twin.movements.junction[graph.movement[row]!]!]!;
  if (control === junctionControl.rightBeforeLeft) return 3;
  return control === junctionControl.roundabout ? 3 : 0;
}
