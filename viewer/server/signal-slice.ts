import { makeTable } from '../../engine/foundation/table.ts';
import { signalChangeColumns, type ResultTables } from '../../engine/results/tables.ts';

/** The changes from `fromS` to `untilS`, and for each controller the last one before: what the viewer needs to stand alone. */
export function signalSlice(rows: ResultTables['signalChanges'], fromS: number, untilS: number): ResultTables['signalChanges'] {
  const chosen: number[] = [];
  const before = new Map<number, number>();
  for (let row = 0; row < rows.count; row++) {
    const timeS = rows.timeS[row]!;
    if (timeS > untilS) continue;
    if (timeS > fromS) chosen.push(row);
    else {
      const last = before.get(rows.controller[row]!);
      if (last === undefined || rows.timeS[last]! <= timeS) before.set(rows.controller[row]!, row);
    }
  }
  chosen.push(...before.values());
  const slice = makeTable(signalChangeColumns, chosen.length);
  chosen.forEach((row, at) => {
    slice.controller[at] = rows.controller[row]!;
    slice.timeS[at] = rows.timeS[row]!;
    slice.interval[at] = rows.interval[row]!;
    slice.extendedForPriority[at] = rows.extendedForPriority[row]!;
  });
  return slice;
}
