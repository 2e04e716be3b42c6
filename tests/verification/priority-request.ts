// A controller that has just heard a bus, without the bus: for tests that need nothing of the road.
import type { CityState } from '../../engine/state/city-state.ts';
import { takeRow } from '../../engine/state/filling-table.ts';
import { requestColumns } from '../../engine/state/priority-state.ts';
import { lineClass } from '../../engine/twin/transit.ts';
import { priorityAnswer, priorityReason } from '../../engine/twin/priority-words.ts';

export interface HeardRequest { departure: number; controller: number; signalGroup: number; arrivesS: number; lateS?: number; headwayShare?: number; aboardCount?: number; lineClass?: number }

/** From now on these ask, and nobody else; who asked before goes on asking. */
export function hearRequests({ timeS, priority }: CityState, heard: readonly HeardRequest[]): void {
  const { requests } = priority!, before = Array.from({ length: requests.used }, (_, row) =>
    Object.fromEntries(Object.keys(requestColumns).map((name) => [name, (requests.rows as unknown as Record<string, Float64Array>)[name]![row]!])));
  requests.used = 0;
  for (const { departure, controller, signalGroup, arrivesS, lateS = 0, headwayShare = -1, aboardCount = -1, lineClass: ofLine = lineClass.ordinary } of heard) {
    const known = before.find((one) => one['departure'] === departure && one['controller'] === controller);
    const first = { askedS: timeS, firstArrivesS: arrivesS, expectedS: arrivesS, metRed: 0, togetherCount: 0, answer: priorityAnswer.none, reason: priorityReason.none, interval: -1 };
    const row = takeRow(requestColumns, requests), values = { ...first, ...known, departure, controller, signalGroup, heardS: timeS, arrivesS, lateS, headwayShare, aboardCount, lineClass: ofLine };
    for (const name of Object.keys(requestColumns)) (requests.rows as unknown as Record<string, Float64Array>)[name]![row] = (values as Record<string, number>)[name]!;
  }
}
