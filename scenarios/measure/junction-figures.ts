import { pickRows, rowsWhere, type Columns, type Reading, type Table } from '../../engine/foundation/table.ts';
import { junctionPassageColumns, laneGreenColumns, priorityDecisionColumns, signalPassageColumns, type ResultTables } from '../../engine/results/tables.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { delayBins, type DelayBins } from './delay-bins.ts';
import { junctionTraffic, type JunctionTraffic } from './junction-traffic.ts';
import { priorityAnswers, type PriorityAnswers } from './priority-answers.ts';
import { signalDelays, type SignalDelay } from './signal-delays.ts';
import { vehicleClasses, type VehicleClass } from './vehicle-class.ts';

/** What these figures are made from. */
export type FigureTables = Pick<ResultTables, 'signalPassages' | 'priorityDecisions' | 'junctionPassages' | 'laneGreens' | 'boardings'>;

/** One junction over a whole run. */
export interface JunctionFigures {
  /** Buses and trams of lines at its stop lines; undefined where none passed. */
  stopLine: SignalDelay | undefined;
  /** Undefined where nobody asked. */
  answers: PriorityAnswers | undefined;
  /** Approach by approach, and how delays are spread; undefined for a run that kept no record of junctions. */
  traffic: JunctionTraffic | undefined;
  delays: DelayBins | undefined;
}

export function junctionFigures(twin: ReadingTwin, tables: FigureTables, controller: number): JunctionFigures {
  const { junctions, links, lanes, movements } = twin;
  const ofLane = (lane: number): number => junctions.controller[links.toJunction[lanes.link[lane]!]!]!, ofMovement = (movement: number): number => junctions.controller[movements.junction[movement]!]!;
  const own: FigureTables = {
    boardings: tables.boardings,
    signalPassages: pickWhere(signalPassageColumns, tables.signalPassages, ({ movement }, row) => ofMovement(movement[row]!) === controller),
    priorityDecisions: pickWhere(priorityDecisionColumns, tables.priorityDecisions, ({ controller: of }, row) => of[row] === controller),
    junctionPassages: pickWhere(junctionPassageColumns, tables.junctionPassages, ({ lane }, row) => ofLane(lane[row]!) === controller),
    laneGreens: pickWhere(laneGreenColumns, tables.laneGreens, ({ lane }, row) => ofLane(lane[row]!) === controller),
  };
  const [traffic] = junctionTraffic({ twin, tables: own });
  return { stopLine: signalDelays({ twin, tables: own })[0], answers: priorityAnswers({ tables: own }), traffic, delays: traffic && delayBins({ twin, tables: own }) };
}

function pickWhere<C extends Columns>(columns: C, table: Table<C>, isMeant: (table: Reading<Table<C>>, row: number) => boolean): Table<C> {
  const reading = table as Reading<Table<C>>;
  return pickRows(columns, reading, rowsWhere(table.count, (row) => isMeant(reading, row)));
}

/** Delay per vehicle of these classes over all approaches of a junction; null where none passed. */
export function meanDelayS({ approaches }: Pick<JunctionTraffic, 'approaches'>, isMeant: (one: VehicleClass) => boolean): number | null {
  let count = 0, delayS = 0;
  for (const { classes } of approaches) for (const one of vehicleClasses) if (isMeant(one)) { count += classes[one].count; delayS += classes[one].delayS; }
  return count > 0 ? delayS / count : null;
}
