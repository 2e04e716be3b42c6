import { anywhere } from '../foundation/table.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** What the record of signalised junctions remembers from one step to the next; undefined in a run that keeps none. */
export interface JunctionLog {
  /** When the run began: of the red before it nothing is known. */
  startS: number;
  /** By link: 1 where it leads to signals. */
  leadsToSignals: Uint8Array;
  /** Lanes with a movement that signals control: those whose greens are recorded. */
  lanes: Int32Array;
  /** By row of `lanes`: when its green began, -1 without green. */
  greenFromS: Float64Array;
  /** By row of `lanes`: vehicles in the queue when green began, and how far back it reached. */
  waitingCount: Uint32Array;
  queueM: Float64Array;
  /** By slot: who was in it after the last step, -1 for nobody, and on which link. */
  departure: Int32Array;
  link: Int32Array;
  /** By slot: the lane of that link on which it was seen last. */
  lane: Int32Array;
  /** By slot: when it came onto the link, and what it had lost by then. */
  enteredS: Float64Array;
  lossBeforeS: Float64Array;
  /** By slot: when its front passed the stop line, -1 before. */
  passedS: Float64Array;
  /** By slot: the lane in whose queue it stood when green began last, -1 for none. */
  queuedOn: Int32Array;
}

export const NO_GREEN = -1;
const FIRST_ROOM = 256;

export function makeJunctionLog({ links, lanes, movements, junctions }: ReadingTwin, fromS: number): JunctionLog {
  const leadsToSignals = new Uint8Array(links.count), watched: number[] = [];
  for (let link = 0; link < links.count; link++) leadsToSignals[link] = junctions.controller[links.toJunction[link]!]! >= 0 ? 1 : 0;
  for (let lane = 0; lane < lanes.count; lane++) {
    if (!leadsToSignals[lanes.link[lane]!]) continue;
    const first = lanes.firstMovement[lane]!, end = first + lanes.movementCount[lane]!;
    for (let movement = first; movement < end; movement++) if (movements.signalGroup[movement]! >= 0) { watched.push(lane); break; }
  }
  return {
    startS: fromS,
    leadsToSignals,
    lanes: Int32Array.from(watched),
    greenFromS: new Float64Array(watched.length).fill(NO_GREEN),
    waitingCount: new Uint32Array(watched.length),
    queueM: new Float64Array(watched.length),
    departure: new Int32Array(FIRST_ROOM).fill(-1),
    link: new Int32Array(FIRST_ROOM).fill(-1),
    lane: new Int32Array(FIRST_ROOM).fill(-1),
    enteredS: new Float64Array(FIRST_ROOM),
    lossBeforeS: new Float64Array(FIRST_ROOM),
    passedS: new Float64Array(FIRST_ROOM).fill(-1),
    queuedOn: new Int32Array(FIRST_ROOM).fill(-1),
  };
}

const slotColumns = ['departure', 'link', 'lane', 'queuedOn', 'enteredS', 'lossBeforeS', 'passedS'] as const;

/** Vehicles have moved to other slots: `newSlot` by old slot, -1 for slots that are free. */
export function renameInJunctionLog(log: JunctionLog, newSlot: Int32Array): void {
  for (const name of slotColumns) {
    const column = log[name], before = column.slice();
    column.fill(-1);
    for (let slot = 0; slot < before.length; slot++) if (newSlot[slot]! >= 0) column[newSlot[slot]!] = before[slot]!;
  }
}

/** Gives every column of slots the room that vehicles have now. */
export function widenJunctionLog(log: JunctionLog, roomSlots: number): void {
  const before = log.departure.length;
  if (roomSlots <= before) return;
  const columns = log as unknown as Record<(typeof slotColumns)[number], Float64Array>;
  for (const name of slotColumns) columns[name] = anywhere.lengthen(columns[name], roomSlots).fill(-1, before);
}
