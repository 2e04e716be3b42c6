import type { Columns } from '../../../engine/foundation/table.ts';
import { twinTables, type ReadingTwin } from '../../../engine/twin/twin.ts';
import type { ProblemList } from '../../formats/problem-list.ts';

type TableName = keyof typeof twinTables;
interface AnyTable { count: number; [column: string]: ArrayLike<number> | readonly string[] | number }

/** Columns that together name rows of another table: first row, number of rows, and the column there that points back. */
const ranges: readonly { table: TableName; first: string; count: string; of: TableName; back?: string }[] = [
  { table: 'communes', first: 'firstPoint', count: 'pointCount', of: 'points' },
  { table: 'areas', first: 'firstPoint', count: 'pointCount', of: 'points' },
  { table: 'streets', first: 'firstPoint', count: 'pointCount', of: 'points' },
  { table: 'lanes', first: 'firstPoint', count: 'pointCount', of: 'points' },
  { table: 'movements', first: 'firstPoint', count: 'pointCount', of: 'points' },
  { table: 'fibres', first: 'firstPoint', count: 'pointCount', of: 'points' },
  { table: 'pedestrianZones', first: 'firstPoint', count: 'pointCount', of: 'points' },
  { table: 'links', first: 'firstLane', count: 'laneCount', of: 'lanes', back: 'link' },
  { table: 'lanes', first: 'firstMovement', count: 'movementCount', of: 'movements', back: 'fromLane' },
  { table: 'movements', first: 'firstConflict', count: 'conflictCount', of: 'conflicts', back: 'movement' },
  { table: 'controllers', first: 'firstInterval', count: 'intervalCount', of: 'intervals', back: 'controller' },
  { table: 'signalPlans', first: 'firstInterval', count: 'intervalCount', of: 'intervals' },
  { table: 'crossings', first: 'firstWindow', count: 'windowCount', of: 'crossingWindows', back: 'crossing' },
  { table: 'actuations', first: 'firstGap', count: 'gapCount', of: 'actuationGaps' },
  { table: 'routes', first: 'firstLink', count: 'linkCount', of: 'routeLinks' },
  { table: 'departures', first: 'firstHalt', count: 'haltCount', of: 'halts' },
  { table: 'trips', first: 'firstCall', count: 'callCount', of: 'calls' },
  { table: 'lineStops', first: 'firstPostedTime', count: 'postedTimeCount', of: 'postedTimes' },
  { table: 'lightingCalendars', first: 'firstRule', count: 'ruleCount', of: 'calendarRules' },
  { table: 'lightingPrograms', first: 'firstLevel', count: 'levelCount', of: 'dimmingLevels' },
  { table: 'adaptiveRules', first: 'firstStep', count: 'stepCount', of: 'adaptiveSteps' },
  { table: 'photometries', first: 'firstPlane', count: 'planeCount', of: 'photometryPlanes' },
  { table: 'photometries', first: 'firstAngle', count: 'angleCount', of: 'photometryAngles' },
  { table: 'events', first: 'firstLink', count: 'linkCount', of: 'detourLinks' },
];

/** Tables in which a column never falls from one row to the next. */
const sorted: readonly { table: TableName; by: string }[] = [
  { table: 'movements', by: 'fromLane' }, { table: 'conflicts', by: 'movement' },
  { table: 'intervals', by: 'controller' }, { table: 'intergreens', by: 'controller' }, { table: 'signalPlans', by: 'firstInterval' }, { table: 'planSwitches', by: 'controller' }, { table: 'signalGroups', by: 'controller' }, { table: 'stageControls', by: 'controller' }, { table: 'coordinations', by: 'controller' }, { table: 'actuations', by: 'interval' }, { table: 'priorityRules', by: 'controller' }, { table: 'preemptionRules', by: 'controller' },
];

const tableOf = (twin: ReadingTwin, name: TableName): AnyTable => twin[name] as unknown as AnyTable;

/** Every number is finite, every code is declared, every row column leads into its table or is -1. */
function checkColumns(name: TableName, columns: Columns, twin: ReadingTwin, problems: ProblemList): void {
  const table = tableOf(twin, name);
  for (const [column, { kind, codes, table: target }] of Object.entries(columns)) {
    const values = table[column] as ArrayLike<number>;
    if (values === undefined || values.length !== table.count) {
      problems.error('twin-column-length', `${name}.${column}`, { length: values?.length ?? 0, rows: table.count });
      continue;
    }
    if (kind === 'text') continue;
    const allowed = codes === undefined ? undefined : new Set(Object.values(codes));
    // A column that may point into several tables, named by another column, says so in brackets.
    const rows = target === undefined || target.startsWith('(') ? Infinity : (twin[target as TableName]?.count ?? 0);
    for (let row = 0; row < table.count; row++) {
      const value = values[row]!;
      if (!Number.isFinite(value)) problems.error('twin-not-finite', `${name}.${column}: row ${row}`, {});
      else if (allowed !== undefined && !allowed.has(value)) problems.error('twin-unknown-code', `${name}.${column}: row ${row}`, { value });
      else if (target !== undefined && (value < -1 || value >= rows)) problems.error('twin-row-elsewhere', `${name}.${column}: row ${row}`, { value, table: target, rows });
    }
  }
}

function checkRanges(twin: ReadingTwin, problems: ProblemList): void {
  for (const { table: name, first, count, of, back } of ranges) {
    const table = tableOf(twin, name), target = tableOf(twin, of);
    const firstRows = table[first] as ArrayLike<number>, counts = table[count] as ArrayLike<number>;
    const backRows = back === undefined ? undefined : (target[back] as ArrayLike<number>);
    let covered = 0;
    for (let row = 0; row < table.count; row++) {
      const from = firstRows[row]!, until = from + counts[row]!;
      covered += counts[row]!;
      if (counts[row]! > 0 && until > target.count) {
        problems.error('twin-range-elsewhere', `${name}.${first}: row ${row}`, { from, until, table: of, rows: target.count });
        continue;
      }
      if (backRows === undefined) continue;
      for (let child = from; child < until; child++) {
        if (backRows[child] !== row) problems.error('twin-range-of-another', `${name}.${first}: row ${row}`, { table: of, child });
      }
    }
    // Further plans of a controller have intervals of their own.
    if (of === 'intervals' && back !== undefined) covered += furtherIntervals(twin);
    if (back !== undefined && covered !== target.count) problems.error('twin-rows-not-covered', `${name}.${first}`, { table: of, covered, rows: target.count });
  }
}

/** Intervals of plans that are not the first of their controller. */
function furtherIntervals({ controllers, signalPlans }: ReadingTwin): number {
  let count = 0;
  for (let plan = 0; plan < signalPlans.count; plan++) {
    if (signalPlans.firstInterval[plan] !== controllers.firstInterval[signalPlans.controller[plan]!]) count += signalPlans.intervalCount[plan]!;
  }
  return count;
}

/** Columns, ranges and order of every table of a twin. */
export function checkRows(twin: ReadingTwin, problems: ProblemList): void {
  for (const [name, columns] of Object.entries(twinTables)) checkColumns(name as TableName, columns, twin, problems);
  if (problems.hasErrors()) return;
  checkRanges(twin, problems);
  for (const { table: name, by } of sorted) {
    const values = tableOf(twin, name)[by] as ArrayLike<number>;
    for (let row = 1; row < values.length; row++) {
      if (values[row]! < values[row - 1]!) problems.error('twin-not-sorted', `${name}.${by}: row ${row}`, {});
    }
  }
}
