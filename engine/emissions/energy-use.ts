/** Standard gravity, and the density of air at 15 °C and sea level (International Standard Atmosphere). */
const GRAVITY_MPS2 = 9.80665, AIR_KGPM3 = 1.225;

/**
 * Power at the wheels over one step of constant speed `mps` that follows a step at `beforeMps`, on a level road: kinetic
 * energy gained, and rolling and air resistance over the distance driven. Negative where the vehicle has to be braked.
 * Guzzella and Sciarretta (2013), "Vehicle Propulsion Systems", equations 2.1 to 2.6.
 */
export function wheelPowerW(beforeMps: number, mps: number, massKg: number, dragAreaM2: number, rollingShare: number, stepS: number): number {
  const kineticW = (0.5 * massKg * (mps * mps - beforeMps * beforeMps)) / stepS;
  return kineticW + (massKg * GRAVITY_MPS2 * rollingShare + 0.5 * AIR_KGPM3 * dragAreaM2 * mps * mps) * mps;
}

/**
 * Power taken from tank or plug: a Willans line, that is a constant part and a part in proportion to the power at the
 * wheels (Guzzella and Sciarretta, section 3.3.3); while they are not driven, what standing takes less what braking saves.
 */
export function takenPowerW(wheelW: number, standingPowerW: number, drivingPowerW: number, driveFactor: number, recoveryShare: number): number {
  return wheelW > 0 ? drivingPowerW + driveFactor * wheelW : standingPowerW + recoveryShare * wheelW;
}
