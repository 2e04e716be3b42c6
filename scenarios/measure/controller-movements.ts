import type { ReadingTwin } from '../../engine/twin/twin.ts';

/** By twin and controller: found once, for a city has ten thousands of movements and some of them are asked for again and again. */
const known = new WeakMap<ReadingTwin['movements'], Map<number, number[]>>();

/** The movements that the signals of a controller let go, as rows. */
export function controllerMovements({ movements, junctions }: ReadingTwin, controller: number): readonly number[] {
  let byController = known.get(movements);
  if (!byController) {
    byController = new Map<number, number[]>();
    for (let movement = 0; movement < movements.count; movement++) {
      if (movements.signalGroup[movement]! < 0) continue;
      const of = junctions.controller[movements.junction[movement]!]!, rows = byController.get(of);
      if (rows) rows.push(movement);
      else byController.set(of, [movement]);
    }
    known.set(movements, byController);
  }
  return byController.get(controller) ?? [];
}
