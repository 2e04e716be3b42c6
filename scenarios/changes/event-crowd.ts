import * as z from 'zod';
import type { Problem } from '../../engine/foundation/problem.ts';
import { DAY_S, formatClock } from '../../engine/foundation/clock.ts';
import { hasErrors } from '../../engine/foundation/problem.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { addRiders, QUARTER_S } from './add-riders.ts';
import { clockS, clockTime, why, type ChangeKind } from './change-kind.ts';
import { canLeaveByCar, sendCars } from './leave-by-car.ts';
import { longestWalkS, ridersFromEvent, tooLateForLines, type GoingToStops } from './leave-by-line.ts';
import { place, placeProblems } from './place.ts';

const MINUTE_S = 60;

const schema = z.strictObject({
  change: z.literal('event-crowd'),
  why,
  where: place.meta({ description: 'where people come out: cars leave from the streets there' }),
  people: z.int().min(1).max(100_000).meta({ description: 'how many leave, by whatever means' }),
  from: clockTime,
  overMin: z.number().min(1).max(240).meta({ description: 'how long it takes until all have left, minutes' }),
  carShare: z.number().min(0).max(1).default(0.5).meta({ description: 'share of them who leave by car, 0 to 1' }),
  peoplePerCar: z.number().min(1).max(8).default(2).meta({ description: 'people in a car' }),
  lineShare: z.number().min(0).max(1).default(0.3).meta({ description: 'share of them who go to stops of buses and trams; the rest walk and are not simulated' }),
  walkM: z.number().min(50).max(3000).default(600).meta({ description: 'how far they walk to a stop, metres as the crow flies' }),
}).meta({
  description: 'People leave an event: by car to where people of the city drive, and to the stops nearby.',
  examples: [{ change: 'event-crowd', why: 'Meeting of 12 March', where: { street: 'Boulevard de Brosses' }, people: 2000, from: '22:30', overMin: 30 }],
});

export type EventCrowd = z.infer<typeof schema>;

export const eventCrowd: ChangeKind<typeof schema> = {
  schema,

  problems(change, twin, where) {
    const problems: Problem[] = placeProblems(change.where, twin, `${where}.where`);
    if (change.carShare + change.lineShare > 1 + 1e-9) problems.push({ severity: 'error', code: 'change-shares-above-one', where: `${where}.lineShare`, parameters: { sum: Math.round((change.carShare + change.lineShare) * 100) } });
    if (hasErrors(problems)) return problems;
    if (carsOf(change) > 0 && !canLeaveByCar(change.where, twin)) problems.push({ severity: 'error', code: 'change-no-way-by-car', where: `${where}.where`, parameters: {} });
    if (change.lineShare > 0 && riders(change, twin).size === 0) problems.push({ severity: 'error', code: 'change-no-stop-near', where: `${where}.walkM`, parameters: { walkM: change.walkM } });
    const people = Math.round(change.people * change.lineShare), late = change.lineShare > 0 ? Math.round(tooLateForLines(twin, change.where, goingToStops(change))) : 0;
    if (late > 0) problems.push({ severity: late < people ? 'warning' : 'error', code: 'change-crowd-after-last-vehicle', where: `${where}.from`, parameters: { late, people } });
    return problems;
  },

  // Who rides comes by the quarter of an hour of the day, on every day of a run; the event is on its first one.
  spanProblems(change, { fromS, untilS }, where) {
    if (change.lineShare === 0) return [];
    const { fromS: beginS, untilS: lastS } = goingToStops(change), comeS = Math.floor(beginS / QUARTER_S) * QUARTER_S, goneS = Math.ceil((lastS + longestWalkS(change)) / QUARTER_S) * QUARTER_S;
    const tell = (day: 'before' | 'after', clock: number): Problem => ({ severity: 'error', code: 'change-crowd-comes-twice', where: `${where}.from`, parameters: { day, from: change.from, clock: formatClock(clock).slice(0, 5) } });
    return [...(fromS < goneS - DAY_S ? [tell('before', goneS)] : []), ...(untilS > comeS + DAY_S ? [tell('after', comeS)] : [])];
  },

  // One crowd adds to another. Cars leave by the quickest way that lanes and limits allow.
  claims: () => [{ what: 'departures', of: '' }, { what: 'lanes', of: '' }, { what: 'posted-limit', of: '' }],

  apply(change, copy) {
    const fromS = clockS(change.from);
    sendCars(copy, change.where, { count: carsOf(change), fromS, untilS: fromS + change.overMin * MINUTE_S });
    if (change.lineShare > 0) addRiders(copy, riders(change, copy));
  },
};

const carsOf = ({ people, carShare, peoplePerCar }: EventCrowd): number => Math.round((people * carShare) / peoplePerCar);

const goingToStops = ({ people, lineShare, walkM, from, overMin }: EventCrowd): GoingToStops => ({ people: people * lineShare, walkM, fromS: clockS(from), untilS: clockS(from) + overMin * MINUTE_S });

const riders = (change: EventCrowd, twin: ReadingTwin | Twin): Map<number, Float64Array> => ridersFromEvent(twin, change.where, goingToStops(change));
