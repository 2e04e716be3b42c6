import { codeOf, f64, rowOf, type Table } from '../foundation/table.ts';

/** What a vehicle takes its energy from. */
export const energySource = { petrol: 0, diesel: 1, battery: 2, overheadLine: 3 } as const;

/**
 * Propulsions: what the vehicles of a type are driven by, and what driving takes of it. Several rows of one type share its
 * vehicles among them. Energy is counted where it is bought: as fuel in the tank (lower heating value) or at the plug.
 * See docs/models/emissions.md.
 */
export const propulsionColumns = {
  vehicleType: rowOf('vehicleTypes', 'whose vehicles'),
  source: codeOf(energySource, 'where the energy comes from'),
  fleetShare: f64('of the vehicles of this type'),
  massKg: f64('with its usual load'),
  dragAreaM2: f64('drag coefficient times frontal area'),
  rollingShare: f64('rolling resistance over weight'),
  standingPowerW: f64('taken while the wheels are not driven: idling engine, auxiliaries'),
  drivingPowerW: f64('taken while the wheels are driven, whatever their power: friction of the engine, auxiliaries'),
  driveFactor: f64('taken in addition for each joule at the wheels'),
  recoveryShare: f64('saved for each joule that braking takes from the wheels'),
};

export type Propulsions = Table<typeof propulsionColumns>;
