// Two streets that cross at a signal, each with a bus line and cars that come by chance: where requests for priority compete.
import { tableFrom } from '../../engine/foundation/table.ts';
import { competing, priorityMeans, priorityRuleColumns, usualRule } from '../../engine/twin/priority.ts';
import { priorityAnswer } from '../../engine/twin/priority-words.ts';
import { category } from '../../engine/twin/streets.ts';
import { lineClass, lineColumns, transitMode, tripColumns } from '../../engine/twin/transit.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { mean } from '../verification/road-watch.ts';
import { arrivals } from '../verification/signal-unit.ts';
import { ACROSS, ALONG, crossedStreets } from './crossed-streets.ts';
import { simulate } from './traffic-town.ts';

const HOUR_S = 3600, BUSES_PER_H = 60, CARS_PER_H = 400;
/** People in a bus of each line, as a junction takes them to be where nobody counts. */
const PEOPLE = [40, 20];

/** An hour of it; the first line is one of those that the network is built on. */
export function twoLines(seed: number, settledBy: keyof typeof competing): Twin {
  const vehicles = [ACROSS, ALONG].flatMap((route, line) => [
    ...arrivals(CARS_PER_H, seed * 10 + line, HOUR_S).map((departS) => ({ departS, type: 'car', route })),
    ...arrivals(BUSES_PER_H, seed * 10 + 5 + line, HOUR_S).map((departS) => ({ departS, type: 'bus', route })),
  ]);
  const twin = crossedStreets(vehicles);
  for (const stage of [0, 2]) twin.intervals.longestS[stage] = 46;
  twin.priorityRules = tableFrom(priorityRuleColumns, [{
    ...usualRule, controller: 0, means: priorityMeans.extension | priorityMeans.earlyGreen, shortestStageS: 10, lockoutCycleCount: 0, recoveryCycleCount: 0, keepsOffset: 0, competing: competing[settledBy],
  }]);
  twin.lines = tableFrom(lineColumns, [lineClass.structuring, lineClass.ordinary].map((ofLine, row) => ({ name: `L${row}`, title: '', mode: transitMode.bus, colour: 0, lengthM: 800, headwayS: 0, lineClass: ofLine, assumed: 0 })));
  const isBus = (departure: number): boolean => twin.vehicleTypes.category[twin.departures.vehicleType[departure]!] === category.bus;
  const buses = Array.from({ length: twin.departures.count }, (_, row) => row).filter(isBus);
  twin.trips = tableFrom(tripColumns, buses.map((departure) => ({ line: twin.departures.route[departure]! === routeOf(twin, 'w') ? 0 : 1, direction: 0, block: -1, departure, firstCall: 0, callCount: 0 })));
  buses.forEach((departure, trip) => { twin.departures.trip[departure] = trip; });
  return twin;
}

const routeOf = ({ routes, routeLinks, links }: Twin, first: string): number => Array.from(routes.firstLink).findIndex((link) => links.name[routeLinks.link[link]!] === first);

export interface Losses { busPersonS: number; carS: number; served: number; together: number }

/** Time loss with the delay of departure: of people in buses, and of cars. */
export function lossesOf(twin: Twin, seed: number, busPriority: boolean): Losses {
  const { tables: { trips, priorityDecisions } } = simulate(twin, { seed, busPriority });
  let people = 0, personS = 0;
  const carS: number[] = [];
  for (let row = 0; row < trips.count; row++) {
    const departure = trips.departure[row]!, trip = twin.departures.trip[departure]!, lostS = trips.timeLossS[row]! + trips.departS[row]! - trips.plannedDepartS[row]!;
    if (trip < 0) { carS.push(lostS); continue; }
    const aboard = PEOPLE[twin.trips.line[trip]!]!;
    people += aboard;
    personS += aboard * lostS;
  }
  const countOf = (isMeant: (row: number) => boolean): number => Array.from({ length: priorityDecisions.count }, (_, row) => row).filter(isMeant).length;
  return {
    busPersonS: personS / people, carS: mean(carS), together: countOf((row) => priorityDecisions.togetherCount[row]! > 0),
    served: countOf((row) => priorityDecisions.answer[row] === priorityAnswer.extension || priorityDecisions.answer[row] === priorityAnswer.earlyGreen),
  };
}
