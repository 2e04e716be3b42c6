import type { RawStreets, RawWay } from '../raw-city.ts';
import type { Piece, Side } from './street-plan.ts';

/** Ways cut wherever they meet another or themselves. */
export function splitWays({ nodes, ways }: RawStreets): Piece[] {
  const uses = new Uint32Array(nodes.length);
  for (const way of ways) for (const node of way.nodes) uses[node]!++;
  const pieces: Piece[] = [];
  for (const way of ways) {
    let stretch: number[] = [way.nodes[0]!], count = 0;
    way.nodes.forEach((node, index) => {
      if (index === 0 || node === stretch[stretch.length - 1]) return;
      stretch.push(node);
      if (index < way.nodes.length - 1 && uses[node]! < 2) return;
      pieces.push({ name: `${way.name}#${count++}`, way, nodes: stretch, forward: sideOf(way, true), backward: sideOf(way, false) });
      stretch = [node];
    });
  }
  return pieces.filter(({ forward, backward }) => forward || backward);
}

function sideOf(way: RawWay, isForward: boolean): Side | undefined {
  const against = isForward ? way.oneWay === -1 : way.oneWay === 1;
  const busLane = isForward ? way.busLaneForward : way.busLaneBackward;
  // A bus lane against a one-way street stays: it is what such a street has for its buses.
  const lanes = against ? 0 : isForward ? way.lanesForward : way.lanesBackward;
  if (lanes === 0 && !busLane) return undefined;
  return { lanes, busLane, turnLanes: isForward ? way.turnLanesForward : way.turnLanesBackward };
}
