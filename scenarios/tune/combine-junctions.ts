import { pairedInterval } from '../compare/paired-mean.ts';
import type { JunctionLoss } from './junction-losses.ts';
import type { JunctionTried } from './junction-rounds.ts';
import { settingKey, type JunctionSettings, type Setting } from './knob.ts';

/** How much a person in a bus counts against one in a car: from these come settings that favour either side. */
const BUS_WEIGHTS = [0.25, 0.5, 1, 2, 4] as const;
/** A junction leaves the setting that serves best everywhere only where what that gains is so many times the half of its 95 % interval. */
const CAUTIONS = [0.5, 1] as const;

export const weighted = (busWeight: number) => ({ busPersonS, otherPersonS }: JunctionLoss): number => busWeight * busPersonS + otherPersonS;

/**
 * Settings for the whole corridor from what was tried at each of its junctions: the best of every junction, for people in buses who
 * count for less, as much and more than others; and the setting that is best everywhere but at the junctions where another is clearly better.
 */
export function combineJunctions(tried: readonly (readonly JunctionTried[])[], everywhere: Setting): JunctionSettings[] {
  const best = BUS_WEIGHTS.map((weight) => tried.map((all) => bestOf(all, weight).setting));
  const cautious = CAUTIONS.map((caution) => tried.map((all) => {
    const favourite = bestOf(all, 1), base = all.find(({ setting }) => settingKey(setting) === settingKey(everywhere));
    return base !== undefined && isClearlyBetter(favourite, base, caution) ? favourite.setting : everywhere;
  }));
  return [...best, ...cautious];
}

/** Of those that were tried in the most blocks; where people in buses do not count as others do, of the next as well, by the blocks that all of them have. */
function bestOf(all: readonly JunctionTried[], weight: number): JunctionTried {
  const lengths = [...new Set(all.map(({ losses }) => losses.length))].sort((one, other) => other - one);
  const blocks = weight === 1 ? lengths[0]! : (lengths[1] ?? lengths[0]!);
  const lost = ({ losses }: JunctionTried): number => losses.slice(0, blocks).reduce((sum, loss) => sum + weighted(weight)(loss), 0);
  return all.filter(({ losses }) => losses.length >= blocks).reduce((best, one) => (lost(one) < lost(best) ? one : best));
}

function isClearlyBetter(one: JunctionTried, base: JunctionTried, caution: number): boolean {
  const blocks = Math.min(one.losses.length, base.losses.length), person = weighted(1);
  const { mean, interval95 } = pairedInterval(Array.from({ length: blocks }, (_, at) => person(one.losses[at]!) - person(base.losses[at]!)));
  return interval95 !== null && -mean > caution * (interval95.high - mean);
}
