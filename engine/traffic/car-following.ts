/**
 * How fast a driver may go: pure functions of speeds and gaps. Braking values are positive.
 *
 * Krauss (1998), "Microscopic Modeling of Traffic Flow", and the discrete-time form that SUMO documents: a driver who
 * reacts after `headwayS` and then brakes by `brakingMps2 * stepS` in every step must not touch what is ahead.
 */

/** Distance left as a margin against rounding when stopping, as in SUMO. */
const ROUNDING_M = 0.001;

/**
 * City speeds are lost in a few steps: counting them takes a third of the time of a division, and of a root. Where there are
 * more, which no street asks for, they are divided out: nothing is counted without end, however large a number is.
 */
const FEW_STEPS = 8;
/** Rooms longer than this count as this long: no street is. */
const LONGEST_ROOM_M = 10_000_000;

/** How many whole steps it takes to lose a speed. */
export function wholeSteps(speedMps: number, lossMps: number): number {
  if (!(speedMps <= FEW_STEPS * lossMps)) return Math.floor(speedMps / lossMps);
  let steps = 0;
  while ((steps + 1) * lossMps <= speedMps) steps++;
  return steps;
}

/** The most whole steps of braking, each by `lossMps`, that fit into a room after the headway: n of them take n * loss * headway + stepS * loss * n (n - 1) / 2. */
export function stepsWithin(roomM: number, lossMps: number, headwayS: number, stepS: number): number {
  const afterM = lossMps * headwayS, moreM = stepS * lossMps;
  if (!(roomM <= FEW_STEPS * afterM + 0.5 * FEW_STEPS * FEW_STEPS * moreM)) {
    const half = headwayS - stepS / 2;
    return Math.floor((-half + Math.sqrt(half * half + (2 * stepS * Math.min(roomM, LONGEST_ROOM_M)) / lossMps)) / stepS);
  }
  let steps = 0, coveredM = 0;
  while (coveredM + afterM + steps * moreM <= roomM && steps <= 2 * FEW_STEPS) {
    coveredM += afterM + steps * moreM;
    steps++;
  }
  return steps;
}

/** Distance driven until standing if the driver brakes from the next step on, after `headwayS` at this speed. */
export function brakeGapM(speedMps: number, brakingMps2: number, headwayS: number, stepS: number): number {
  if (speedMps <= 0) return 0;
  const lossMps = brakingMps2 * stepS;
  const steps = wholeSteps(speedMps, lossMps);
  return stepS * (steps * speedMps - (lossMps * steps * (steps + 1)) / 2) + speedMps * headwayS;
}

/**
 * The greatest speed from which the driver can still stop within `gapM`.
 * Braking n whole steps from n * loss takes n * loss * headway + stepS * loss * n (n - 1) / 2; the rest of the gap
 * is shared by the n steps and the headway.
 */
export function stopSpeedMps(gapM: number, brakingMps2: number, headwayS: number, stepS: number): number {
  const roomM = gapM - ROUNDING_M;
  if (roomM <= 0) return 0;
  const lossMps = brakingMps2 * stepS;
  const steps = stepsWithin(roomM, lossMps, headwayS, stepS);
  const coveredM = steps * lossMps * headwayS + (stepS * lossMps * steps * (steps - 1)) / 2;
  const restMps = (roomM - coveredM) / (steps * stepS + headwayS);
  return steps * lossMps + restMps;
}

/** The greatest speed that is safe behind a leader who may brake to a stand at any time. */
export function followSpeedMps(
  gapM: number, leaderSpeedMps: number, leaderBrakingMps2: number, brakingMps2: number, headwayS: number, stepS: number,
): number {
  return stopSpeedMps(gapM + brakeGapM(leaderSpeedMps, Math.max(brakingMps2, leaderBrakingMps2), 0, stepS), brakingMps2, headwayS, stepS);
}

/**
 * The greatest speed from which the driver can be down to `wantedMps` after `distanceM`, wherever steps fall: no part of
 * a step beyond that point is driven faster.
 */
export function approachSpeedMps(distanceM: number, wantedMps: number, brakingMps2: number, stepS: number): number {
  if (distanceM <= wantedMps * stepS) return wantedMps;
  const lossMps = brakingMps2 * stepS;
  // Braking n steps down to the wanted speed covers stepS * (n * wanted + loss * n (n + 1) / 2).
  const b = wantedMps + lossMps / 2;
  const steps = Math.max(0, Math.floor((-b + Math.sqrt(b * b + (2 * lossMps * distanceM) / stepS)) / lossMps));
  const coveredM = stepS * ((steps + 1) * wantedMps + (lossMps * steps * (steps + 1)) / 2);
  return wantedMps + steps * lossMps + Math.max(0, distanceM - coveredM) / ((steps + 1) * stepS);
}

/** Whether the one behind, driving `speedMps`, keeps its distance `gapM` (standstill gap taken off) even if the one ahead brakes hard. */
export function secureGapM(
  speedMps: number, brakingMps2: number, headwayS: number, leaderSpeedMps: number, leaderBrakingMps2: number, stepS: number,
): number {
  return Math.max(0, brakeGapM(speedMps, brakingMps2, headwayS, stepS) - brakeGapM(leaderSpeedMps, Math.max(brakingMps2, leaderBrakingMps2), 0, stepS));
}

/**
 * The speed of an inattentive driver (Krauss, sigma): takes up to `imperfectionShare` of one step's acceleration off,
 * in proportion to the speed when nearly standing. `luckShare` is drawn from [0, 1).
 */
export function inattentiveSpeedMps(
  speedMps: number, accelerationMps2: number, imperfectionShare: number, luckShare: number, stepS: number,
): number {
  const most = Math.min(speedMps, accelerationMps2) * stepS;
  return Math.max(0, speedMps - imperfectionShare * most * luckShare);
}

/** IDM is solved in parts of a step, for it is a differential equation: with longer ones, queues discharge faster in long steps than in short ones. */
const LONGEST_IDM_PART_S = 0.2;

/**
 * Speed after a step under the Intelligent Driver Model, exponent 4.
 * Treiber, Hennecke and Helbing (2000), Physical Review E 62, 1805, equations 2 and 3.
 * `gapM` includes the standstill gap.
 */
export function idmSpeedMps(
  speedMps: number, wantedMps: number, gapM: number, leaderSpeedMps: number,
  headwayS: number, minGapM: number, accelerationMps2: number, decelerationMps2: number, stepS: number,
): number {
  // In a standing queue.
  if (speedMps === 0 && leaderSpeedMps === 0 && gapM <= minGapM) return 0;
  const parts = Math.ceil(stepS / LONGEST_IDM_PART_S), partS = stepS / parts;
  const perComfort = 0.5 / Math.sqrt(accelerationMps2 * decelerationMps2), perWanted = 1 / wantedMps;
  let speed = speedMps, gap = gapM;
  for (let part = 0; part < parts; part++) {
    const wantedGapM = minGapM + Math.max(0, speed * (headwayS + (speed - leaderSpeedMps) * perComfort));
    const gapShare = wantedGapM / Math.max(0.01, gap), speedShare = speed * perWanted;
    const speedShare2 = speedShare * speedShare;
    speed = Math.max(0, speed + accelerationMps2 * (1 - speedShare2 * speedShare2 - gapShare * gapShare) * partS);
    gap -= (speed - leaderSpeedMps) * partS;
  }
  return speed;
}

/**
 * What IDM asks for, braking in time and no harder than at ease; the safe speed asks for more where there is need. `gapM`: standstill gap taken off.
 *
 * The model does not foresee that the one ahead goes on braking: it comes too close, and brakes ever harder in its last metres. In steps of a
 * second that surprises whoever is behind, the next one even more, and somebody far back in a column touches the one ahead. So whoever comes
 * closer to a slower vehicle begins as soon as the safe speed would. (That the model overreacts where it is closer than it wants is known:
 * Kesting, Treiber and Helbing (2010), Philosophical Transactions of the Royal Society A 368, 4585.)
 */
export function easedMps(
  idmMps: number, speedMps: number, gapM: number, leaderSpeedMps: number, leaderBrakingMps2: number, brakingMps2: number, stepS: number,
): number {
  const easeMps = speedMps - brakingMps2 * stepS;
  if (speedMps <= leaderSpeedMps) return Math.max(idmMps, easeMps);
  return Math.max(Math.min(idmMps, followSpeedMps(gapM, leaderSpeedMps, leaderBrakingMps2, brakingMps2, stepS, stepS)), easeMps);
}

/** Speed after a step under the Intelligent Driver Model with nobody ahead. */
export function idmFreeSpeedMps(speedMps: number, wantedMps: number, accelerationMps2: number, stepS: number): number {
  const parts = Math.ceil(stepS / LONGEST_IDM_PART_S), partS = stepS / parts, perWanted = 1 / wantedMps;
  let speed = speedMps;
  for (let part = 0; part < parts; part++) {
    const speedShare = speed * perWanted, speedShare2 = speedShare * speedShare;
    speed = Math.max(0, speed + accelerationMps2 * (1 - speedShare2 * speedShare2) * partS);
  }
  return speed;
}
