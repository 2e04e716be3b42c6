import { exp } from '../../../engine/foundation/exact-math.ts';
import { category, roadClass } from '../../../engine/twin/streets.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import type { LinkActivity } from '../../build/demand/zones.ts';
import { ATTRACTORS, demandFigures } from '../facts/demand.ts';

/** How many people live along a metre of a street of each class, relative to a residential street (assumed); 0: no doors open on it. */
const DOORS_PER_METRE: Readonly<Record<number, number>> = {
  [roadClass.secondary]: 0.15, [roadClass.tertiary]: 0.5, [roadClass.residential]: 1, [roadClass.service]: 0.4,
};

/** A trip starts and ends on links at least this long: a standing start needs room. */
const SHORTEST_M = 35;

/** People by the population of the communes, and trip ends by the places that attract them, spread over the links of each. */
export function linkActivity(twin: ReadingTwin, usable: Uint8Array): LinkActivity {
  const { links, streets, communes, lanes } = twin;
  const doors = new Float64Array(links.count), doorsOf = new Float64Array(communes.count);
  for (let link = 0; link < links.count; link++) {
    const street = links.street[link]!, commune = streets.commune[street]!;
    const weight = DOORS_PER_METRE[streets.class[street]!] ?? 0;
    if (!usable[link] || commune < 0 || links.lengthM[link]! < SHORTEST_M || !(lanes.permitted[links.firstLane[link]!]! & category.car)) continue;
    doors[link] = links.lengthM[link]! * weight;
    doorsOf[commune]! += doors[link]!;
  }
  const population = doors.map((weight, link) => (weight > 0 ? (communes.population[streets.commune[links.street[link]!]!]! * weight) / doorsOf[streets.commune[links.street[link]!]!]! : 0));
  const jobs = population.map((people) => people * demandFigures.jobsPerResident.value);
  addAttractors(twin, doors, jobs);
  return { population, jobs };
}

function addAttractors(twin: ReadingTwin, doors: Float64Array, jobs: Float64Array): void {
  const { links, junctions, facts } = twin;
  const pull = new Float64Array(links.count);
  for (const [, latitudeDeg, longitudeDeg, ends, spreadM] of ATTRACTORS) {
    const xM = (longitudeDeg - facts.originLongitudeDeg) * facts.metresPerDegreeEast;
    const yM = (latitudeDeg - facts.originLatitudeDeg) * facts.metresPerDegreeNorth;
    let sum = 0;
    for (let link = 0; link < links.count; link++) {
      pull[link] = 0;
      if (doors[link] === 0) continue;
      const eastM = junctions.xM[links.toJunction[link]!]! - xM, northM = junctions.yM[links.toJunction[link]!]! - yM;
      const away = (eastM * eastM + northM * northM) / (2 * spreadM * spreadM);
      if (away > 6) continue;
      pull[link] = doors[link]! * exp(-away);
      sum += pull[link]!;
    }
    if (sum > 0) for (let link = 0; link < links.count; link++) jobs[link]! += (ends * pull[link]!) / sum;
  }
}
