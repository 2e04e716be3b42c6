// What a run recorded of the first signalised junction of the small town, in round numbers.
import { tableFrom, type RowValues } from '../../engine/foundation/table.ts';
import { junctionPassageColumns, laneGreenColumns, priorityDecisionColumns, signalPassageColumns, type ResultTables } from '../../engine/results/tables.ts';
import { priorityAnswer, priorityReason } from '../../engine/twin/priority-words.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { smallResults } from './small-city.ts';

/** A cycle of controller 0 begins: group 0 is green for 25 s by its plan, then group 1 for as long, with 5 s between them. */
export const TEN_PAST_EIGHT_S = 8 * 3600 + 600;
const T = TEN_PAST_EIGHT_S;

const nothing = Object.fromEntries(Object.keys(priorityDecisionColumns).map((name) => [name, 0])) as unknown as RowValues<typeof priorityDecisionColumns>;

const decision: RowValues<typeof priorityDecisionColumns> = {
  ...nothing, controller: 0, timeS: T + 5, departure: 0, signalGroup: 0, answer: priorityAnswer.extension, reason: priorityReason.missesGreen, interval: 0, askedS: T + 2, arrivesS: T + 32, bandS: 2.5, metRed: 0, lateS: 95,
  headwayShare: -1, aboardCount: -1, togetherCount: 0, untilS: T + 33, gainS: 27, costVehicleS: 14, otherDeparture: -1,
};

/** A bus for which green is held 8 s longer, and one that is refused so soon after it. */
export const DECISIONS: readonly RowValues<typeof priorityDecisionColumns>[] = [
  decision,
  { ...decision, timeS: T + 32, answer: priorityAnswer.passed, reason: priorityReason.signedOff, untilS: -1, gainS: 0, costVehicleS: 0 },
  { ...decision, timeS: T + 64, askedS: T + 62, arrivesS: T + 88, departure: 1, lateS: -20, answer: priorityAnswer.refused, reason: priorityReason.lockout, untilS: -1, gainS: 0, costVehicleS: 0 },
  { ...decision, timeS: T + 123, askedS: T + 62, arrivesS: T + 88, departure: 1, lateS: -20, answer: priorityAnswer.passed, reason: priorityReason.signedOff, untilS: -1, gainS: 0, costVehicleS: 0 },
];

/** A day's results in which the green of `DECISIONS` was held: its stage ends 8 s later, the next is 8 s shorter. */
export function junctionTables(twin: Twin, nightShare = 1): ResultTables {
  const tables = smallResults(twin, nightShare), { signalChanges } = tables;
  for (let row = 0; row < signalChanges.count; row++) {
    if (signalChanges.controller[row] !== 0) continue;
    if (signalChanges.timeS[row] === T + 25 || signalChanges.timeS[row] === T + 30) signalChanges.timeS[row]! += 8;
  }
  return tables;
}

/** Adds requests with their answers, and what the junction cost: two buses with this mean delay (10 s apart), three cars with 4, 6 and 8 s, a queue of 40 m. */
export function addSmallJunction(twin: Twin, tables: ResultTables, busDelayS: number): void {
  const { lanes, links, junctions, movements } = twin;
  const lane = Array.from({ length: lanes.count }, (_, row) => row).find((row) => junctions.controller[links.toJunction[lanes.link[row]!]!] === 0)!;
  const movement = Array.from({ length: movements.count }, (_, row) => row).find((row) => movements.fromLane[row] === lane)!;
  tables.priorityDecisions = tableFrom(priorityDecisionColumns, DECISIONS);
  const passages = [[0, busDelayS - 5], [1, busDelayS + 5], [21, 4], [22, 6], [23, 8]] as const;
  tables.junctionPassages = tableFrom(junctionPassageColumns, passages.map(([departure, delayS], at) => ({ departure, lane, enteredS: T + at * 60, passedS: T + at * 60 + 30, delayS })));
  tables.signalPassages = tableFrom(signalPassageColumns, [{ departure: 0, movement, passedS: T + 32, lostS: 3 }, { departure: 1, movement, passedS: T + 123, lostS: 6 }]);
  tables.laneGreens = tableFrom(laneGreenColumns, [0, 60, 120, 180].map((fromS) => ({ lane, fromS: T + fromS, untilS: T + fromS + 25, waitingCount: fromS / 30, queueM: (fromS * 40) / 180, leftWaitingCount: fromS === 180 ? 1 : 0, isWhole: 1 })));
}
