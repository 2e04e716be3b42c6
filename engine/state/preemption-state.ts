import { codeOf, f64, makeTable, rowOf, u16, yesNo, type Table } from '../foundation/table.ts';
import { preemptionLevel } from '../twin/preemption.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { makeFillingTable, type FillingTable } from './filling-table.ts';

/** Signals that emergency vehicles are calling, all those ahead of each at once: one row a vehicle and controller. */
export const waveCallColumns = {
  departure: rowOf('departures', 'the vehicle trip that calls'),
  controller: rowOf('controllers', 'whom'),
  signalGroup: u16('the signal group that it wants to be green'),
  nextCallS: f64('when it calls again'),
  stopLineOdometerM: f64('what its odometer will show at the stop line'),
};

/** Whom a controller has to let through before all others, as priority asks of the signals, anew in every step; one row each. */
export const preemptionWishColumns = {
  departure: rowOf('departures', 'who that is, -1 for nobody'),
  level: codeOf(preemptionLevel, 'how far it goes before the plan'),
  signalGroup: u16('for which group'),
  greenFromS: f64('from when on that is to be green; of one whose green is only held, when it comes'),
  recoveryCycleCount: f64('how soon the plan is to be regained after it'),
  byPlanS: f64('when it would have passed by the plan, as known before it was let through'),
};

/** What signals have made of it; one row for each controller. */
export const preemptionServiceColumns = {
  departure: rowOf('departures', 'for whom its stage is held or called, -1 for nobody'),
  level: codeOf(preemptionLevel, 'its level'),
  stage: rowOf('intervals', 'that stage, -1 for none'),
  beganS: f64('since when it is held or called'),
  plannedEndS: f64('when the stage would have ended that is held since it ran by the plan; -1 where it was called out of turn'),
  keptWaiting: yesNo('1 if it cannot be served now because others would wait longer than anyone may'),
  regains: yesNo('1 from then on until the plan is regained'),
  recoveryCycleCount: f64('within so many cycles'),
};

/** Vehicles that go before the plan, at one instant. */
export interface PreemptionState {
  calls: FillingTable<typeof waveCallColumns>;
  wishes: Table<typeof preemptionWishColumns>;
  services: Table<typeof preemptionServiceColumns>;
}

const FIRST_ROOM = 16;

/** Undefined in a city in which nobody goes before the plan. */
export function preparePreemptionState({ controllers, preemptionRules }: ReadingTwin): PreemptionState | undefined {
  if (preemptionRules.count === 0) return undefined;
  const wishes = makeTable(preemptionWishColumns, controllers.count), services = makeTable(preemptionServiceColumns, controllers.count);
  for (const column of [wishes.departure, services.departure, services.stage, services.plannedEndS]) column.fill(-1);
  return { calls: makeFillingTable(waveCallColumns, FIRST_ROOM), wishes, services };
}
