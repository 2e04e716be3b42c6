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
export interface SignalChanges {
  readonly fromS: number;
  readonly untilS: number;
  /** -1 where nothing is recorded. */
  intervalAt(controller: number, timeS: number): number;
  /** Groups that show something else than the interval does, on the way to another stage. */
  alteredAt(controller: number, timeS: number, alter: (group: number, shown: number) => void): void;
}

interface Recorded { readonly count: number; readonly controller: Readonly<ArrayLike<number>>; readonly timeS: Readonly<ArrayLike<number>> }

/** Rows of a recording by controller and time; of one time in the order in which they were written. */
function byController(rows: Recorded, controllerCount: number) {
  const order = Array.from({ length: rows.count }, (_, row) => row)
    .sort((a, b) => rows.controller[a]! - rows.controller[b]! || rows.timeS[a]! - rows.timeS[b]! || a - b);
  const starts = new Int32Array(controllerCount + 1);
  for (const row of order) starts[rows.controller[row]! + 1]!++;
  for (let controller = 0; controller < controllerCount; controller++) starts[controller + 1]! += starts[controller]!;
  /** Of the rows of a controller in order: the first, and the one behind the last that is not after `timeS`. */
  const until = (controller: number, timeS: number): [first: number, end: number] => {
    let low = starts[controller]!, high = starts[controller + 1]!;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rows.timeS[order[middle]!]! <= timeS) low = middle + 1;
      else high = middle;
    }
    return [starts[controller]!, low];
  };
  return { order, until };
}

/** `rows` hold every change from `fromS` to `untilS`, and for each controller the last interval before with what has changed since. */
export function makeSignalChanges(fromS: number, untilS: number, rows: Pick<ResultTables, 'signalChanges' | 'aspectChanges'>, controllerCount: number): SignalChanges {
  const { signalChanges, aspectChanges } = rows, intervals = byController(signalChanges, controllerCount), aspects = byController(aspectChanges, controllerCount);
  const lastRow = (controller: number, timeS: number): number => {
    const [first, end] = intervals.until(controller, timeS);
    return end > first ? intervals.order[end - 1]! : -1;
  };
  return {
    fromS, untilS,
    intervalAt(controller, timeS) {
      const row = lastRow(controller, timeS);
      return row < 0 ? -1 : signalChanges.interval[row]!;
    },
    alteredAt(controller, timeS, alter) {
      const row = lastRow(controller, timeS), [first, end] = aspects.until(controller, timeS);
      for (let at = first; at < end; at++) {
        const changed = aspects.order[at]!;
        if (row >= 0 && aspectChanges.timeS[changed]! >= signalChanges.timeS[row]!) alter(aspectChanges.signalGroup[changed]!, aspectChanges.shown[changed]!);
      }
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
  /** What the groups of one controller show, until it is known whether that is new. */
  const next = new Uint8Array(groupCount);
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
        if (now < 0) continue;
        const first = firstGroup[controller]!, count = controllers.groupCount[controller]!, firstAspect = intervals.firstAspect[now]!;
        for (let group = 0; group < count; group++) next[group] = aspects.shown[firstAspect + group]!;
        changes?.alteredAt(controller, timeS, (group, aspectNow) => { next[group] = aspectNow; });
        for (let group = 0; group < count; group++) {
          if (shown[first + group] === next[group]) continue;
          shown[first + group] = next[group]!;
          changed = true;
        }
        if (now !== interval[controller]) changed = true;
        interval[controller] = now;
      }
      if (changed) version++;
    },
  };
}
