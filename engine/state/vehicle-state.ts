import { f64, i32, makeTable, rowOf, u32, u8, type ColumnMemory, type Table } from '../foundation/table.ts';

/** Below this a vehicle stands. */
export const STANDING_MPS = 0.1;

/**
 * Vehicles on the network, by slot. A slot is taken when a vehicle enters and given back when it arrives, so the columns
 * stay as short as the traffic is, however many departures the day has.
 *
 * A place is a lane, or a movement while inside a junction: lane row, or lanes.count + movement row.
 */
export const vehicleStateColumns = {
  departure: rowOf('departures', 'which vehicle trip; -1 while the slot is free'),
  vehicleType: rowOf('vehicleTypes', 'how it drives'),
  place: i32('lane row, or lanes.count + movement row'),
  positionM: f64('front bumper along the place'),
  speedMps: f64('now'),
  gainsSpeed: u8('1 if it drove faster at the end of the last step than at its start'),
  plannedSpeedMps: f64('chosen in this step'),
  ahead: i32('slot of the next vehicle on the same place, -1 for none'),
  behind: i32('slot of the vehicle behind on the same place, -1 for none'),
  odometerM: f64('driven since it entered; jumps ahead when it is rescued'),
  speedFactor: f64('wanted speed over limit, drawn once'),
  link: rowOf('links', 'the link it is on, or is leaving while inside a junction'),
  guideRow: i32('where it is on its route: row of the route guide, see engine/traffic/route-guide.ts'),
  guideEndRow: i32('the last link of its route: row of the route guide'),
  nextMovement: rowOf('movements', 'how it will leave its lane; -1 on the last link, or where its lane leads elsewhere'),
  hereReachM: f64('how far its lane leads on from the start of the link; see engine/traffic/route-guide.ts'),
  rightReachM: f64('the same of the lane to the right; -1 where there is none that it may use'),
  leftReachM: f64('the same of the lane to the left'),
  hereAway: i32('lanes to the left (positive) or right of its lane to the nearest one that leads on best'),
  rightAway: i32('the same from the lane to the right'),
  leftAway: i32('the same from the lane to the left'),
  rightMovement: rowOf('movements', 'how it would leave the lane to the right; -1 as for its own'),
  leftMovement: rowOf('movements', 'how it would leave the lane to the left'),
  arrivalPositionM: f64('along the last link'),
  departS: f64('when it entered'),
  enteredLinkS: f64('when its front came onto the link; -1 if it entered the network there'),
  timeLossS: f64('so far'),
  waitingS: f64('below 0.1 m/s without a break'),
  waitedS: f64('below 0.1 m/s in all'),
  drivenM: f64('so far'),
  speedGainShare: f64('how much it would like to overtake: reaches ±1 before it changes lane'),
  keepRightShare: f64('how much it would like to go back to the right'),
  lookAheadSpeedMps: f64('speed that it expects to be able to drive, remembered through queues'),
  jamBeyondM: f64('road that vehicles take up on the lanes that lead on after this link, as seen when it came onto the link; -1 before it has looked'),
  changedLaneS: f64('when it last changed lane'),
  courtesySlot: i32('slot of a vehicle on a neighbouring lane that it lets in during the next step, -1 for none'),
  fallBehindSlot: i32('slot of a vehicle on the lane it has to change to, behind which it falls back during the next step, -1 for none'),
  heldBack: u8('1 if it stood before a junction in the last step because others go first'),
  nextHalt: rowOf('halts', 'its next halt, -1 for none'),
  haltEndRow: u32('one past its last halt'),
  standingSinceS: f64('when it came to stand at its halt; -1 while driving'),
  overlaps: u8('1 while its front is inside the vehicle ahead: a collision'),
};

export type VehicleStates = Table<typeof vehicleStateColumns>;

/** Columns with room for `roomRows` vehicles; every slot is free. */
export function makeVehicleStates(roomRows: number): VehicleStates {
  const vehicles = makeTable(vehicleStateColumns, roomRows);
  vehicles.departure.fill(-1);
  return vehicles;
}

/** The same vehicles in columns twice as long. */
export function widenVehicleStates(vehicles: VehicleStates, { lengthen }: ColumnMemory): VehicleStates {
  const columns = vehicles as VehicleStates & Record<string, Float64Array>, room = vehicles.count * 2;
  const wider = Object.fromEntries([['count', room], ...Object.keys(vehicleStateColumns).map((name) => [name, lengthen(columns[name]!, room)])]) as VehicleStates;
  wider.departure.fill(-1, vehicles.count);
  return wider;
}
