import { exp } from '../../../engine/foundation/exact-math.ts';
import { junctionControl, roadClass } from '../../../engine/twin/streets.ts';
import type { ReadingTwin, Twin } from '../../../engine/twin/twin.ts';
import { addCrossings, type CrossingReport } from '../../build/crossings/add-crossings.ts';
import type { CrossingSite } from '../../build/crossings/crossing-site.ts';
import { linkActivity } from '../demand/activity.ts';
import { WALKING_HOURS, walkingFigures } from '../facts/walking.ts';

/** Faster streets are crossed by bridges and underpasses. */
const FASTEST_MPS = 14;
/** Of streets where a zebra is marked: those that carry traffic past doors. */
const MARKED = new Set<number>([roadClass.primary, roadClass.secondary, roadClass.tertiary]);
const WALKED = new Set<number>([...MARKED, roadClass.residential]);

/** Crossings of the reference city, all of them made up: over the arms of junctions with signals, and zebras over the busier streets elsewhere, near doors. */
export function addDijonCrossings(twin: Twin): CrossingReport {
  const arms = armsToCross(twin), peopleNear = walkersNear(twin, arms);
  const total = walkingFigures.walksPerResident.value * walkingFigures.crossingsPerWalk.value * sumOf(twin.communes.population);
  const { leastPerDay, mostPerDay } = walkingFigures, share = total / sumOf(peopleNear);
  const sites = arms.flatMap((arm, row): CrossingSite[] => {
    const dayPeopleCount = Math.min(mostPerDay.value, Math.round(peopleNear[row]! * share));
    return dayPeopleCount < leastPerDay.value ? [] : [{ ...arm, dayPeopleCount }];
  });
  return addCrossings(twin, sites, WALKING_HOURS);
}

const sumOf = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let row = 0; row < values.length; row++) sum += values[row]!;
  return sum;
};

function armsToCross({ junctions, links, streets }: ReadingTwin): Omit<CrossingSite, 'dayPeopleCount'>[] {
  const streetsAt: Set<number>[] = Array.from({ length: junctions.count }, () => new Set<number>());
  for (let link = 0; link < links.count; link++) for (const junction of [links.fromJunction[link]!, links.toJunction[link]!]) streetsAt[junction]!.add(links.street[link]!);
  const isRing = ringStreets({ junctions, links, streets });
  const speedMps = new Float64Array(streets.count);
  for (let link = 0; link < links.count; link++) speedMps[links.street[link]!] = Math.max(speedMps[links.street[link]!]!, links.speedLimitMps[link]!);
  const arms: Omit<CrossingSite, 'dayPeopleCount'>[] = [];
  for (let junction = 0; junction < junctions.count; junction++) {
    const control = junctions.control[junction]!, hasSignals = control === junctionControl.signals;
    if (streetsAt[junction]!.size < 3 || (!hasSignals && control !== junctionControl.priority && control !== junctionControl.roundabout)) continue;
    for (const street of streetsAt[junction]!) {
      const isMarked = (hasSignals ? WALKED : MARKED).has(streets.class[street]!);
      if (!isMarked || isRing[street] || streets.level[street] !== 0 || speedMps[street]! > FASTEST_MPS) continue;
      arms.push({ name: `${junctions.name[junction]} / ${streets.name[street]}`, street, junction, xM: junctions.xM[junction]!, yM: junctions.yM[junction]!, control: hasSignals ? 'signals' : 'zebra' });
    }
  }
  return arms;
}

/** Streets between two junctions of a roundabout: its ring. */
function ringStreets({ junctions, links, streets }: Pick<ReadingTwin, 'junctions' | 'links' | 'streets'>): Uint8Array {
  const isRing = new Uint8Array(streets.count);
  for (let link = 0; link < links.count; link++) {
    const isRound = (junction: number): boolean => junctions.control[junction] === junctionControl.roundabout;
    if (isRound(links.fromJunction[link]!) && isRound(links.toJunction[link]!)) isRing[links.street[link]!] = 1;
  }
  return isRing;
}

/** Residents and places that attract people around each crossing, near ones counting more. */
function walkersNear(twin: ReadingTwin, arms: readonly { xM: number; yM: number }[]): Float64Array {
  const { links, junctions } = twin, usable = new Uint8Array(links.count).fill(1), { population, jobs } = linkActivity(twin, usable);
  const reachM = walkingFigures.reachM.value, cellM = 3 * reachM, cells = new Map<string, number[]>();
  const cellOf = (xM: number, yM: number): string => `${Math.floor(xM / cellM)}:${Math.floor(yM / cellM)}`;
  for (let link = 0; link < links.count; link++) {
    if (!(population[link]! + jobs[link]! > 0)) continue;
    const junction = links.toJunction[link]!, key = cellOf(junctions.xM[junction]!, junctions.yM[junction]!);
    if (!cells.has(key)) cells.set(key, []);
    cells.get(key)!.push(link);
  }
  return Float64Array.from(arms, ({ xM, yM }) => {
    let sum = 0;
    for (let east = -1; east <= 1; east++) for (let north = -1; north <= 1; north++) {
      for (const link of cells.get(cellOf(xM + east * cellM, yM + north * cellM)) ?? []) {
        const dx = junctions.xM[links.toJunction[link]!]! - xM, dy = junctions.yM[links.toJunction[link]!]! - yM, away = (dx * dx + dy * dy) / (2 * reachM * reachM);
        if (away < 4.5) sum += (population[link]! + jobs[link]!) * exp(-away);
      }
    }
    return sum;
  });
}
