import type { Reading } from '../../../engine/foundation/table.ts';
import type { ResultTables } from '../../../engine/results/tables.ts';
import { aspect } from '../../../engine/twin/signals.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';

/** What every signal group shows at the moment. */
export interface SignalStates {
  readonly groupCount: number;
  /** Aspect of each group, all controllers' groups one after the other. */
  readonly shown: Uint8Array;
  version(): number;
  groupOfMovement(movement: number): number;
  /** -1 where there are no signals. */
  groupOf(controller: number, group: number): number;
  /** The interval a controller is in, and since when. */
  intervalOf(controller: number): number;
  update(timeS: number, changes: SignalChanges | undefined): void;
}

/** Recorded changes of one stretch of time, by controller. */
export interface SignalChanges { readonly fromS: number; readonly untilS: number; intervalAt(controller: number, timeS: number): number }

/** `rows` hold every change from `fromS` to `untilS` and the last one before for each controller. */
export function makeSignalChanges(fromS: number, untilS: number, rows: Reading<ResultTables['signalChanges']>, controllerCount: number): SignalChanges {
  const order = Array.from({ length: rows.count }, (_, row) => row)
    .sort((a, b) => rows.controller[a]! - rows.controller[b]! || rows.timeS[a]! - rows.timeS[b]!);
  const starts = new Int32Array(controllerCount + 1);
  for (const row of order) starts[rows.controller[row]! + 1]!++;
  for (let controller = 0; controller < controllerCount; controller++) starts[controller + 1]! += starts[controller]!;
  return {
    fromS, untilS,
    intervalAt(controller, timeS) {
      let low = starts[controller]!, high = starts[controller + 1]!;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (rows.timeS[order[middle]!]! <= timeS) low = middle + 1;
        else high = middle;
      }
      return low > starts[controller]! ? rows.interval[order[low - 1]!]! : -1;
    },
  };
}

/** Where a run recorded nothing, the fixed-time plan says what is shown. */
function planned({ controllers, intervals }: ReadingTwin, controller: number, timeS: number): number {
  const first = controllers.firstInterval[controller]!, count = controllers.intervalCount[controller]!;
  const cycleS = controllers.cycleS[controller]!;
  if (count === 0 || cycleS <= 0) return -1;
  let inCycleS = (((timeS - controllers.offsetS[controller]!) % cycleS) + cycleS) % cycleS;
  for (let interval = first; interval < first + count; interval++) {
    inCycleS -= intervals.durationS[interval]!;
    if (inCycleS < 0) return interval;
  }
  return first + count - 1;
}

export function makeSignalStates(twin: ReadingTwin): SignalStates {
  const { controllers, movements, junctions, intervals, aspects } = twin;
  const firstGroup = new Int32Array(controllers.count + 1);
  for (let controller = 0; controller < controllers.count; controller++) firstGroup[controller + 1] = firstGroup[controller]! + controllers.groupCount[controller]!;
  const groupCount = firstGroup[controllers.count]!;
  const shown = new Uint8Array(groupCount).fill(aspect.off);
  const interval = new Int32Array(controllers.count).fill(-1);
  let version = 0;
  return {
    groupCount, shown,
    version: () => version,
    groupOfMovement(movement) {
      const group = movements.signalGroup[movement]!;
      const controller = group < 0 ? -1 : junctions.controller[movements.junction[movement]!]!;
      return controller < 0 ? -1 : firstGroup[controller]! + group;
    },
    groupOf: (controller, group) => (controller < 0 || group < 0 ? -1 : firstGroup[controller]! + group),
    intervalOf: (controller) => interval[controller]!,
    update(timeS, changes) {
      let changed = false;
      for (let controller = 0; controller < controllers.count; controller++) {
        let now = changes ? changes.intervalAt(controller, timeS) : -1;
        if (now < 0) now = planned(twin, controller, timeS);
        if (now === interval[controller] || now < 0) continue;
        interval[controller] = now;
        changed = true;
        const firstAspect = intervals.firstAspect[now]!;
        for (let group = 0; group < controllers.groupCount[controller]!; group++) shown[firstGroup[controller]! + group] = aspects.shown[firstAspect + group]!;
      }
      if (changed) version++;
    },
  };
}
