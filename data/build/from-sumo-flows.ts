import { log } from '../../engine/foundation/exact-math.ts';
import { randomShare } from '../../engine/foundation/random.ts';
import type { SumoVehicle } from '../formats/sumo/demand-records.ts';

/** Draws of an import. SUMO's own stream of random numbers cannot be repeated; these are ours, the same at every import. */
export const importDraw = { type: 9001, route: 9002, arrival: 9003, flow: 9004 } as const;
export const IMPORT_SEED = 1;
/** So many vehicles one flow may give. */
export const MOST_OF_ONE_FLOW = 2_000_000;
/** A flow that never ends goes on for a day. */
export const ENDLESS_FLOW_S = 86400;

/**
 * When the vehicles of a flow depart, in order; undefined when the flow states no rate, or too many vehicles.
 * As in SUMO: a period counts from `begin` and stops before `end`; a number alone is spread evenly.
 */
export function flowDepartures(flow: SumoVehicle, endOfRunS: number, flowNumber: number): number[] | undefined {
  const { beginS, number } = flow;
  const endS = flow.endS >= 0 ? flow.endS : number >= 0 && flow.periodS > 0 ? beginS + number * flow.periodS : endOfRunS;
  const most = number >= 0 ? number : Infinity;
  if (number > MOST_OF_ONE_FLOW) return undefined;
  const departures: number[] = [];
  const draw = (tick: number): number => randomShare(IMPORT_SEED, importDraw.flow, flowNumber, tick);
  if (flow.probability >= 0) {
    if (endS - beginS > MOST_OF_ONE_FLOW) return undefined;
    for (let timeS = beginS, tick = 0; timeS < endS && departures.length < most; timeS++, tick++) if (draw(tick) < flow.probability) departures.push(timeS);
  } else if (flow.exponentialS > 0 && Number.isFinite(flow.exponentialS)) {
    if ((endS - beginS) / flow.exponentialS > MOST_OF_ONE_FLOW) return undefined;
    for (let tick = 0, timeS = beginS; departures.length < most; tick++) {
      timeS -= flow.exponentialS * log(1 - draw(tick));
      if (timeS >= endS) break;
      departures.push(timeS);
    }
  } else {
    const periodS = flow.periodS > 0 ? flow.periodS : number > 0 ? (endS - beginS) / number : 0;
    if (number === 0) return [];
    if (!(periodS > 0) || Math.min(most, (endS - beginS) / periodS) > MOST_OF_ONE_FLOW) return undefined;
    // Counted, not summed up: rounding errors must not lose the last vehicle.
    for (let nth = 0; nth < most && beginS + nth * periodS < endS; nth++) departures.push(beginS + nth * periodS);
  }
  return departures;
}
