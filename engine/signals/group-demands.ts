import type { CityState } from '../state/city-state.ts';
import { stageChoice } from '../twin/signals.ts';
import { category } from '../twin/streets.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { approachesOf } from './approach-lanes.ts';

/** Cameras see vehicles so far before the stop line: the reach that RESCO gives its controllers (Ault and Sharon, 2021). */
const REACH_M = 200;
/** Slower than walking pace a vehicle is in the queue. */
const QUEUED_MPS = 5 / 3.6;
/** People in a car; in a bus or tram of which nobody knows the load, the driver not counted: assumed. */
const CAR_PEOPLE = 1.3, BUS_PEOPLE = 20, TRAM_PEOPLE = 60;

/**
 * How much each signal group of a controller is asked for.
 *
 * Longest queue: vehicles within reach that want to go by it. Max-pressure (Varaiya 2013): the queue of every movement less
 * the mean queue of a movement that leaves the link it leads to, if a signal stands there; as often as lanes let it go.
 * Occupancy-weighted max-pressure (arXiv 2406.19269): the same, every vehicle counted by the people in it. People who
 * wait at a crossing count as those in cars do.
 */
export function groupDemands(twin: ReadingTwin, state: CityState, controller: number, choice: number): Float64Array {
  const demands = new Float64Array(twin.controllers.groupCount[controller]!), { lanes, crossings } = approachesOf(twin);
  const weigh = choice === stageChoice.occupancyMaxPressure ? (slot: number) => peopleIn(twin, state, slot) : () => 1;
  for (const lane of lanes[controller]!) {
    if (choice === stageChoice.longestQueue) countOnLane(twin, state, lane, demands);
    else addPressures(twin, state, lane, weigh, demands);
  }
  const personWeight = choice === stageChoice.occupancyMaxPressure ? 1 : 1 / CAR_PEOPLE;
  if (state.pedestrians) for (const crossing of crossings[controller]!) demands[twin.crossings.signalGroup[crossing]!]! += personWeight * state.pedestrians.crossings.waiting[crossing]!;
  return demands;
}

function countOnLane({ lanes, movements }: ReadingTwin, { places, vehicles }: CityState, lane: number, demands: Float64Array): void {
  const fromM = lanes.lengthM[lane]! - REACH_M;
  for (let slot = places.first[lane]!; slot >= 0 && vehicles.positionM[slot]! >= fromM; slot = vehicles.behind[slot]!) {
    const movement = vehicles.nextMovement[slot]!;
    if (movement >= 0 && movements.fromLane[movement] === lane && movements.signalGroup[movement]! >= 0) demands[movements.signalGroup[movement]!]! += 1;
  }
}

type Weigh = (slot: number) => number;

function addPressures(twin: ReadingTwin, state: CityState, lane: number, weigh: Weigh, demands: Float64Array): void {
  const { lanes, movements } = twin, { places, vehicles } = state, first = lanes.firstMovement[lane]!;
  for (let movement = first; movement < first + lanes.movementCount[lane]!; movement++) {
    const group = movements.signalGroup[movement]!;
    if (group >= 0) demands[group]! -= queueBeyond(twin, state, lanes.link[movements.toLane[movement]!]!, weigh);
  }
  for (let slot = places.first[lane]!; slot >= 0; slot = vehicles.behind[slot]!) {
    const movement = vehicles.nextMovement[slot]!;
    if (isQueued(state, slot) && movement >= 0 && movements.fromLane[movement] === lane && movements.signalGroup[movement]! >= 0) demands[movements.signalGroup[movement]!]! += weigh(slot);
  }
}

const isQueued = ({ vehicles }: CityState, slot: number): boolean => vehicles.speedMps[slot]! < QUEUED_MPS;

/** Mean queue of a movement that leaves a link by a signal; 0 where none stands at its end. */
function queueBeyond({ links, lanes, junctions }: ReadingTwin, state: CityState, link: number, weigh: Weigh): number {
  if (junctions.controller[links.toJunction[link]!]! < 0) return 0;
  let queue = 0, movementCount = 0;
  for (let lane = links.firstLane[link]!; lane < links.firstLane[link]! + links.laneCount[link]!; lane++) {
    movementCount += lanes.movementCount[lane]!;
    for (let slot = state.places.first[lane]!; slot >= 0; slot = state.vehicles.behind[slot]!) if (isQueued(state, slot)) queue += weigh(slot);
  }
  return movementCount > 0 ? queue / movementCount : 0;
}

function peopleIn({ departures, vehicleTypes }: ReadingTwin, { vehicles, passengers }: CityState, slot: number): number {
  const kind = vehicleTypes.category[vehicles.vehicleType[slot]!]!, trip = departures.trip[vehicles.departure[slot]!]!;
  if ((kind & (category.bus | category.tram)) === 0) return kind === category.bicycle ? 1 : CAR_PEOPLE;
  if (passengers && trip >= 0) return 1 + passengers.trips.aboard[trip]!;
  return 1 + (kind === category.tram ? TRAM_PEOPLE : BUS_PEOPLE);
}
