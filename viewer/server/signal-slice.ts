import { firstBeyond, groupRows, type GroupedRows } from '../../engine/foundation/grouped-rows.ts';
import { pickRows } from '../../engine/foundation/table.ts';
import { aspectChangeColumns, signalChangeColumns, type ResultTables } from '../../engine/results/tables.ts';

/** What signals showed over a stretch of time. */
export type ShownSignals = Pick<ResultTables, 'signalChanges' | 'aspectChanges'>;

/** Of each table that was asked for a slice, its rows by controller: whoever looks at a day asks 288 times. */
const known = new WeakMap<ShownSignals[keyof ShownSignals], GroupedRows>();
function byController(table: ShownSignals[keyof ShownSignals]): GroupedRows {
  let grouped = known.get(table);
  if (!grouped) known.set(table, (grouped = groupRows(table.controller, table.count)));
  return grouped;
}

/** The changes from `fromS` to `untilS`, and for each controller what it showed before: what the viewer needs to stand alone. */
export function signalSlice({ signalChanges, aspectChanges }: ShownSignals, fromS: number, untilS: number): ShownSignals {
  const changes = byController(signalChanges), aspects = byController(aspectChanges), chosen: number[] = [], altered: number[] = [];
  for (let controller = 0; controller + 1 < changes.starts.length; controller++) {
    const after = firstBeyond(changes, controller, signalChanges.timeS, fromS), hasBefore = after > changes.starts[controller]!;
    for (let at = hasBefore ? after - 1 : after, end = firstBeyond(changes, controller, signalChanges.timeS, untilS); at < end; at++) chosen.push(changes.rows[at]!);
    if (controller + 1 >= aspects.starts.length) continue;
    // On the way from an interval that was left before `fromS`, all that has changed since counts.
    const sinceS = hasBefore ? signalChanges.timeS[changes.rows[after - 1]!]! : -Infinity;
    for (let at = firstBeyond(aspects, controller, aspectChanges.timeS, untilS) - 1; at >= aspects.starts[controller]! && aspectChanges.timeS[aspects.rows[at]!]! >= sinceS; at--) altered.push(aspects.rows[at]!);
  }
  return { signalChanges: pickRows(signalChangeColumns, signalChanges, chosen), aspectChanges: pickRows(aspectChangeColumns, aspectChanges, altered.sort((one, other) => one - other)) };
}
