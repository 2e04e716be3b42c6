import { copyTable, makeTable } from '../../engine/foundation/table.ts';
import { crossingColumns, crossingControl } from '../../engine/twin/crossings.ts';
import { propulsionColumns } from '../../engine/twin/propulsion.ts';
import { movementColumns } from '../../engine/twin/streets.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { silentControllers } from './silent-controllers.ts';

/**
 * The same city for runs whose vehicles stay on the links marked in `inside`: nobody comes to cross elsewhere, no movement or crossing from
 * elsewhere belongs to a signal, signals with nothing inside stand still, and nobody counts energy. Of those inside nothing changes, and a run
 * takes a fraction of the time.
 */
export function quietOutside(twin: ReadingTwin, inside: Uint8Array): Twin {
  const movements = copyTable(movementColumns, twin.movements), crossings = copyTable(crossingColumns, twin.crossings), heard = new Set<number>();
  const isInside = (lane: number): boolean => inside[twin.lanes.link[lane]!] === 1;
  for (let movement = 0; movement < movements.count; movement++) {
    if (movements.signalGroup[movement]! < 0) continue;
    if (isInside(movements.fromLane[movement]!)) heard.add(twin.junctions.controller[movements.junction[movement]!]!);
    else movements.signalGroup[movement] = -1;
  }
  for (let crossing = 0; crossing < crossings.count; crossing++) {
    const first = crossings.firstWindow[crossing]!, windows = Array.from({ length: crossings.windowCount[crossing]! }, (_, at) => first + at);
    const { lane, movement } = twin.crossingWindows;
    if (windows.some((window) => isInside(lane[window]! >= 0 ? lane[window]! : twin.movements.fromLane[movement[window]!]!))) heard.add(crossings.controller[crossing]!);
    else {
      crossings.dayPeopleCount[crossing] = 0;
      crossings.control[crossing] = crossingControl.zebra;
      crossings.controller[crossing] = crossings.signalGroup[crossing] = crossings.vehicleGroup[crossing] = -1;
    }
  }
  return { ...(twin as Twin), movements, crossings, propulsions: makeTable(propulsionColumns, 0), ...silentControllers(twin, (controller) => heard.has(controller)) };
}
