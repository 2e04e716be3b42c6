import type { CityState } from '../state/city-state.ts';
import { approachesOf } from '../twin/approach-lanes.ts';
import { isGreen } from '../twin/plan-green.ts';
import { stageChoice } from '../twin/signals.ts';
import { category } from '../twin/streets.ts';
import type { ReadingTwin } from '../twin/twin.ts';
import { laneDemand, type Weigh } from './lane-demand.ts';

/** People in a car; in a bus or tram of which nobody knows the load, the driver not counted: assumed. */
const CAR_PEOPLE = 1.3, BUS_PEOPLE = 20, TRAM_PEOPLE = 60;

/**
 * How much a stage of a controller is asked for; `control`: its row of `stageControls`.
 *
 * Longest queue: the vehicles within reach that it can serve. Max-pressure (Varaiya 2013, whose queues are all vehicles of a
 * link, moving or not): the same less, for every movement that it lets go, the mean number of those on the link beyond
 * that want one movement by the next signal. Where no signal stands beyond, the two are one.
 * Occupancy-weighted max-pressure (arXiv 2406.19269): the same, every vehicle counted by the people in it. People who
 * wait at a crossing that it opens count as those in cars do.
 */
export function stageDemand(twin: ReadingTwin, state: CityState, control: number, stage: number): number {
  const { stageControls } = twin, controller = stageControls.controller[control]!, choice = stageControls.choice[control]!, reachM = stageControls.reachM[control]!;
  const { lanes, crossings } = approachesOf(twin), isInPeople = choice === stageChoice.occupancyMaxPressure;
  const weigh: Weigh = isInPeople ? (slot) => peopleIn(twin, state, slot) : () => 1;
  let demand = 0;
  for (const lane of lanes[controller]!) {
    demand += laneDemand(twin, state, lane, stage, reachM, weigh);
    if (choice !== stageChoice.longestQueue) demand -= pressureBeyond(twin, state, lane, stage, weigh);
  }
  if (!state.pedestrians) return demand;
  for (const crossing of crossings[controller]!) {
    if (isGreen(twin, stage, twin.crossings.signalGroup[crossing]!)) demand += state.pedestrians.crossings.waiting[crossing]! / (isInPeople ? 1 : CAR_PEOPLE);
  }
  return demand;
}

/** Vehicles beyond a junction in the way of what a stage lets go from a lane. */
function pressureBeyond(twin: ReadingTwin, state: CityState, lane: number, stage: number, weigh: Weigh): number {
  const { lanes, movements } = twin, first = lanes.firstMovement[lane]!;
  let pressure = 0;
  for (let movement = first; movement < first + lanes.movementCount[lane]!; movement++) {
    const group = movements.signalGroup[movement]!;
    if (group >= 0 && isGreen(twin, stage, group)) pressure += queueBeyond(twin, state, lanes.link[movements.toLane[movement]!]!, weigh);
  }
  return pressure;
}

/** Mean number of vehicles for a movement that leaves a link by a signal; 0 where none stands at its end. */
function queueBeyond({ links, lanes, junctions }: ReadingTwin, { places, vehicles }: CityState, link: number, weigh: Weigh): number {
  if (junctions.controller[links.toJunction[link]!]! < 0) return 0;
  let queue = 0, movementCount = 0;
  for (let lane = links.firstLane[link]!; lane < links.firstLane[link]! + links.laneCount[link]!; lane++) {
    movementCount += lanes.movementCount[lane]!;
    for (let slot = places.first[lane]!; slot >= 0; slot = vehicles.behind[slot]!) queue += weigh(slot);
  }
  return movementCount > 0 ? queue / movementCount : 0;
}

function peopleIn({ departures, vehicleTypes }: ReadingTwin, { vehicles, passengers }: CityState, slot: number): number {
  const kind = vehicleTypes.category[vehicles.vehicleType[slot]!]!, trip = departures.trip[vehicles.departure[slot]!]!;
  if ((kind & (category.bus | category.tram)) === 0) return kind === category.bicycle ? 1 : CAR_PEOPLE;
  if (passengers && trip >= 0) return 1 + passengers.trips.aboard[trip]!;
  return 1 + (kind === category.tram ? TRAM_PEOPLE : BUS_PEOPLE);
}
