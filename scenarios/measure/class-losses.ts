import { crossingControl } from '../../engine/twin/crossings.ts';
import type { Measured } from './indicator.ts';
import { peopleAboard } from './people-aboard.ts';
import { vehicleClasses, vehicleClassOf, type VehicleClass } from './vehicle-class.ts';

/** Who loses time at signals: vehicles by class, and people who cross on their green. */
export type Loser = VehicleClass | 'onFoot';
export const losers: readonly Loser[] = [...vehicleClasses, 'onFoot'];

/** Passages of signals (of people on foot: crossings made), what they lost, and what the people in them lost together. */
export interface ClassLoss { passages: number; delayS: number; people: number; peopleDelayS: number }

/** Over all signalised junctions. All 0 for a run that kept no record of junctions, but for people on foot. */
export function classLosses(over: Pick<Measured, 'twin' | 'tables'>): Record<Loser, ClassLoss> {
  const { twin, tables: { junctionPassages, crossings } } = over, aboard = peopleAboard(over);
  const losses = Object.fromEntries(losers.map((one) => [one, { passages: 0, delayS: 0, people: 0, peopleDelayS: 0 }])) as Record<Loser, ClassLoss>;
  const add = (one: Loser, passages: number, delayS: number, people: number): void => {
    const loss = losses[one];
    loss.passages += passages;
    loss.delayS += passages * delayS;
    loss.people += people;
    loss.peopleDelayS += people * delayS;
  };
  for (let row = 0; row < junctionPassages.count; row++) {
    const departure = junctionPassages.departure[row]!;
    add(vehicleClassOf(twin, departure), 1, junctionPassages.delayS[row]!, aboard(departure, junctionPassages.passedS[row]!));
  }
  for (let row = 0; row < crossings.count; row++) {
    if (twin.crossings.control[crossings.crossing[row]!] === crossingControl.signals) add('onFoot', crossings.crossed[row]!, crossings.meanWaitS[row]!, crossings.crossed[row]!);
  }
  return losses;
}
