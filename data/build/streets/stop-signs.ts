import { junctionControl } from '../../../engine/twin/streets.ts';
import type { RawNode } from '../raw-city.ts';
import { lineLengthM } from './line.ts';
import { lineOf } from './move-signals.ts';
import { precedenceAt } from './right-of-way.ts';
import type { PlannedJunction, PlannedLink } from './street-plan.ts';

/** A sign stands at most this far from the middle of its junction. */
const SIGN_WITHIN_M = 30;

/** Whether who drives along these nodes meets a stop sign before the last of them. `isOneWay`: nobody comes the other way, for whom it could be. */
export function endsAtStopSign(nodes: readonly RawNode[], way: readonly number[], isOneWay: boolean): boolean {
  if (nodes[way.at(-1)!]!.stopSign?.allArms) return true;
  const lengthM = lineLengthM(lineOf(nodes, way));
  let restM = 0;
  for (let at = way.length - 2; at >= 1; at--) {
    restM += lineLengthM(lineOf(nodes, way.slice(at, at + 2)));
    if (restM > SIGN_WITHIN_M) return false;
    const sign = nodes[way[at]!]!.stopSign;
    if (!sign?.fromNodes.includes(way[at - 1]!)) continue;
    if (sign.isFacingKnown || isOneWay || restM <= lengthM - restM) return true;
  }
  return false;
}

/** A sign drawn on the junction itself is for those without priority, unless it says that all stop. */
export function stopMinorArms(junction: PlannedJunction, nodes: readonly RawNode[], links: readonly PlannedLink[]): void {
  if (!junction.nodes.some((node) => nodes[node]!.stopSign !== undefined && !nodes[node]!.stopSign!.allArms)) return;
  const { major } = precedenceAt(junction, links);
  for (const link of junction.incoming) if (!major.has(link)) links[link]!.stopSign = true;
}

/** Where signals, or nobody's crossing way, decide, a stop sign says nothing. */
export const heedsStopSigns = (control: number): boolean => control === junctionControl.priority || control === junctionControl.rightBeforeLeft;
