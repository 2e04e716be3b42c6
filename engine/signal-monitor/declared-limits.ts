import type { ReadingTwin } from '../twin/twin.ts';

/** The limits that a twin declares, group by group of `signals.shown`. */
export interface DeclaredLimits {
  controller: Int32Array;
  /** Its index within its controller. */
  group: Int32Array;
  minimumGreenS: Float64Array;
  amberS: Float64Array;
  /** Infinity where none is declared. */
  longestWaitS: Float64Array;
  /** Rows of `foe` and `foeS` of each group: the groups whose green has to be over for so long before its own starts. */
  firstFoe: Int32Array;
  foe: Int32Array;
  foeS: Float64Array;
  /** Room for the groups whose green starts in a step. */
  started: Int32Array;
}

const known = new WeakMap<ReadingTwin, DeclaredLimits>();

/** Gathered once for each twin. */
export function declaredLimits(twin: ReadingTwin): DeclaredLimits {
  const found = known.get(twin);
  if (found) return found;
  const limits = gather(twin);
  known.set(twin, limits);
  return limits;
}

function gather({ controllers, signalGroups, intergreens }: ReadingTwin): DeclaredLimits {
  const firstGroup = new Int32Array(controllers.count + 1);
  for (let controller = 0; controller < controllers.count; controller++) firstGroup[controller + 1] = firstGroup[controller]! + controllers.groupCount[controller]!;
  const count = firstGroup[controllers.count]!, controller = new Int32Array(count), group = new Int32Array(count);
  for (let row = 0, of = 0; row < count; row++) {
    while (firstGroup[of + 1]! <= row) of++;
    controller[row] = of;
    group[row] = row - firstGroup[of]!;
  }
  const hasLimits = signalGroups.count === count;
  const limitS = (column: Readonly<ArrayLike<number>>): Float64Array => (hasLimits ? Float64Array.from(column) : new Float64Array(count));
  const startingRow = (row: number): number => firstGroup[intergreens.controller[row]!]! + intergreens.startingGroup[row]!;
  const firstFoe = new Int32Array(count + 1);
  for (let row = 0; row < intergreens.count; row++) firstFoe[startingRow(row) + 1]! += 1;
  for (let row = 0; row < count; row++) firstFoe[row + 1]! += firstFoe[row]!;
  const next = firstFoe.slice(0, count), foe = new Int32Array(intergreens.count), foeS = new Float64Array(intergreens.count);
  for (let row = 0; row < intergreens.count; row++) {
    const at = next[startingRow(row)]!++;
    foe[at] = firstGroup[intergreens.controller[row]!]! + intergreens.endingGroup[row]!;
    foeS[at] = intergreens.leastS[row]!;
  }
  return {
    controller, group, firstFoe, foe, foeS, started: new Int32Array(count), minimumGreenS: limitS(signalGroups.minimumGreenS), amberS: limitS(signalGroups.amberS),
    longestWaitS: limitS(signalGroups.longestWaitS).map((waitS) => (waitS > 0 ? waitS : Infinity)),
  };
}
