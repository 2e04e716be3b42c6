import { addRow } from '../results/growing-table.ts';
import type { ResultLog } from '../results/result-log.ts';
import type { CityState } from '../state/city-state.ts';
import type { PassengerState } from '../state/passenger-state.ts';
import { departureStage } from '../state/traffic-state.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import type { AtStop } from './board-and-alight.ts';
import { comeToRide } from './come-to-ride.ts';

/** A vehicle leaves a stop: who has got on and off, and what is known of it there from now on. */
export function leaveStop(twin: ReadingTwin, { timeS }: CityState, log: ResultLog, passengers: PassengerState, at: AtStop, departure: number): void {
  const { trip, call, lineStop, interior } = at;
  if (interior >= 0) recordBoarding(log, passengers, at, departure, timeS);
  passengers.trips.leftS[trip] = timeS;
  if (lineStop < 0) return;
  passengers.lineStops.leftS[lineStop] = timeS;
  passengers.lineStops.leftTimetabledS[lineStop] = twin.calls.departS[call]!;
}

function recordBoarding(log: ResultLog, { trips, lineStops }: PassengerState, { trip, lineStop, standingSinceS }: AtStop, departure: number, timeS: number): void {
  const row = addRow(log.boardings), { rows } = log.boardings;
  const aboard = trips.aboard[trip]!, on = trips.boarded[trip]!, off = trips.alighted[trip]!, through = aboard - on;
  rows.departure[row] = departure;
  rows.lineStop[row] = lineStop;
  rows.departS[row] = timeS;
  rows.boardedCount[row] = on;
  rows.alightedCount[row] = off;
  rows.aboardCount[row] = aboard;
  rows.leftBehindCount[row] = lineStop < 0 ? 0 : lineStops.waiting[lineStop]!;
  rows.waitedS[row] = trips.waitedS[trip]!;
  rows.rodeS[row] = sinceLastStopS(trips.leftS[trip]!, standingSinceS) * (through + off) + (timeS - standingSinceS) * aboard - trips.boardedAfterS[trip]!;
}

const sinceLastStopS = (leftS: number, nowS: number): number => (leftS < 0 ? 0 : nowS - leftS);

/**
 * At the end of a run: who is left at the stops; and whoever was aboard when a trip ended away from its last stop, for its way
 * was closed there, has got off where it ended.
 */
export function finishPassengers(twin: ReadingTwin, { timeS, passengers, departures }: CityState, log: ResultLog, seed: number): void {
  if (!passengers) return;
  const { lineStops, trips, waiting } = passengers;
  for (let trip = 0; trip < trips.count; trip++) {
    const departure = twin.trips.departure[trip]!;
    if (trips.aboard[trip] === 0 || departure < 0 || departures.stage[departure] !== departureStage.arrived) continue;
    const row = addRow(log.boardings), { rows } = log.boardings;
    rows.departure[row] = departure;
    rows.lineStop[row] = -1;
    rows.departS[row] = trips.leftS[trip]!;
    rows.alightedCount[row] = trips.aboard[trip]!;
    trips.aboard[trip] = 0;
  }
  for (let lineStop = 0; lineStop < lineStops.count; lineStop++) {
    comeToRide(twin, passengers, lineStop, timeS, seed);
    // Those who waited when results began to count have come for what is measured.
    const boardedBefore = log.boardedBefore?.[lineStop] ?? 0;
    if (lineStops.came[lineStop] === boardedBefore) continue;
    const row = addRow(log.peopleAtStops), { rows } = log.peopleAtStops;
    let waitedS = 0;
    for (let person = lineStops.first[lineStop]!; person >= 0; person = waiting.next[person]!) waitedS += timeS - waiting.cameS[person]!;
    rows.lineStop[row] = lineStop;
    rows.cameCount[row] = lineStops.came[lineStop]! - boardedBefore;
    rows.boardedCount[row] = lineStops.boarded[lineStop]! - boardedBefore;
    rows.waitingCount[row] = lineStops.waiting[lineStop]!;
    rows.waitedS[row] = waitedS;
  }
}
