// Goal: a corridor cut out of a city has the traffic that the city has there: everyone, in time, and about as fast.
import { describe, expect, test } from 'vitest';
import { checkTwin } from '../../data/build/check-twin.ts';
import { applyPlans } from '../../data/build/signals/apply-plans.ts';
import { plansOfTwin } from '../../data/build/signals/plans-of-twin.ts';
import { hasErrors } from '../../engine/foundation/problem.ts';
import { run } from '../../engine/run.ts';
import type { RunResults } from '../../engine/results/tables.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { measuredLinkTimes, quietLinkTimes } from '../../scenarios/equilibrium/link-times.ts';
import { cutTraffic } from '../../scenarios/tune/cut-traffic.ts';
import { quietOutside } from '../../scenarios/tune/quiet-outside.ts';
import { silentControllers } from '../../scenarios/tune/silent-controllers.ts';
import { randomCity } from '../invariants/random-city.ts';

const CITIES = [1, 2, 3, 4, 5], VEHICLES = 250, DAY_S = 86_400;

const simulate = (twin: ReadingTwin): RunResults => run(twin, { seed: 1, fromS: 0, untilS: 1, stepS: 1, untilAllArrived: true, busPriority: true, replay: false });

/** The links around the two busiest junctions, and of these the ones that lead to them: on others nobody waits for traffic outside. */
function corridorOf({ links, routes, routeLinks, departures, junctions }: ReadingTwin): { inside: Uint8Array; approaches: Uint8Array } {
  const visits = new Float64Array(junctions.count);
  for (let departure = 0; departure < departures.count; departure++) {
    const route = departures.route[departure]!, first = routes.firstLink[route]!;
    for (let at = first; at < first + routes.linkCount[route]!; at++) visits[links.toJunction[routeLinks.link[at]!]!]!++;
  }
  const busiest = [...visits.keys()].sort((one, other) => visits[other]! - visits[one]!).slice(0, 2);
  const leadsTo = (link: number): boolean => busiest.includes(links.toJunction[link]!), leadsFrom = (link: number): boolean => busiest.includes(links.fromJunction[link]!);
  const mark = (wanted: (link: number) => boolean): Uint8Array => Uint8Array.from({ length: links.count }, (_, link) => (wanted(link) ? 1 : 0));
  return { inside: mark((link) => leadsTo(link) || leadsFrom(link)), approaches: mark(leadsTo) };
}

/** How often departures plan to drive each link. */
function plannedUse({ links, routes, routeLinks, departures }: ReadingTwin): number[] {
  const use = Array.from({ length: links.count }, () => 0);
  for (let departure = 0; departure < departures.count; departure++) {
    const route = departures.route[departure]!, first = routes.firstLink[route]!;
    for (let at = first; at < first + routes.linkCount[route]!; at++) use[routeLinks.link[at]!]!++;
  }
  return use;
}

const inIt = (values: ArrayLike<number>, links: ArrayLike<number>, inside: Uint8Array): number =>
  Array.from(links).reduce((sum, link, row) => sum + (inside[link] === 1 ? values[row]! : 0), 0);

describe.each(CITIES)('random city %i', (seed) => {
  const twin = randomCity(seed, VEHICLES), { inside, approaches } = corridorOf(twin), whole = simulate(twin);
  const times = measuredLinkTimes(twin, whole.tables.links, 0, whole.figures.simulatedS);
  const cut: Twin = cutTraffic(twin, inside, times, 0, DAY_S);

  test('every planned drive inside is there once, none outside, sorted by time, and the twin is whole', () => {
    const before = plannedUse(twin), after = plannedUse(cut);
    before.forEach((use, link) => expect(after[link]).toBe(inside[link] === 1 ? use : 0));
    expect([...cut.departures.departS]).toEqual([...cut.departures.departS].sort((one, other) => one - other));
    expect(hasErrors(checkTwin(cut))).toBe(false);
    expect(hasErrors(checkTwin(twin))).toBe(false);
  });

  test('its halts are those on links inside, each on its link of the route', () => {
    const { halts, departures, routes, routeLinks, lanes } = cut;
    for (let departure = 0; departure < departures.count; departure++) {
      for (let halt = departures.firstHalt[departure]!; halt < departures.firstHalt[departure]! + departures.haltCount[departure]!; halt++) {
        expect(routeLinks.link[routes.firstLink[departures.route[departure]!]! + halts.routeIndex[halt]!]).toBe(lanes.link[halts.lane[halt]!]);
      }
    }
    expect(halts.count).toBe(twin.halts.lane.reduce((sum, lane) => sum + inside[twin.lanes.link[lane]!]!, 0));
  });

  test('vehicles spend about as long there as in the whole city, and all get through', () => {
    const alone = simulate(cut), { links: all } = whole.tables, { links: own } = alone.tables;
    const wholeS = inIt(all.vehicleSeconds, all.link, approaches), drivenS = inIt(own.vehicleSeconds, own.link, approaches), { trips } = alone.tables;
    // Who finds the street full waits before it, where the whole city has a queue.
    const ownS = drivenS + trips.departS.reduce((sum, departS, row) => sum + departS - trips.plannedDepartS[row]!, 0);
    console.log(`city ${seed}: ${cut.departures.count} stretches, ${(ownS / 3600).toFixed(2)} vehicle hours on the way to its junctions, in the whole city ${(wholeS / 3600).toFixed(2)}`);
    expect(alone.figures.vehiclesArrived).toBe(cut.departures.count);
    expect(Math.abs(ownS / wholeS - 1)).toBeLessThan(0.15);
  });

  test('nobody inside notices that all is quiet outside', () => {
    const record = (one: ReadingTwin): RunResults => run(one, { seed: 1, fromS: 0, untilS: 1, stepS: 1, untilAllArrived: true, busPriority: true, replay: false, recordJunctions: true });
    const quiet = quietOutside(cut, inside), there = record(cut).tables, here = record(quiet).tables;
    expect(here.trips).toEqual(there.trips);
    expect(here.junctionPassages).toEqual(there.junctionPassages);
    expect(quiet.crossings.dayPeopleCount.filter((people) => people > 0).length).toBeLessThanOrEqual(cut.crossings.dayPeopleCount.filter((people) => people > 0).length);
    expect(quiet.movements.signalGroup.some((group, row) => group !== cut.movements.signalGroup[row])).toBe(twin.movements.signalGroup.some((group, row) => group >= 0 && inside[twin.lanes.link[twin.movements.fromLane[row]!]!] === 0));
    expect(hasErrors(checkTwin(quiet))).toBe(false);
    // Signals inside change as before; those with nothing inside show their only interval from the start to the end.
    const changesS = ({ signalChanges: { controller, timeS } }: typeof here, of: number): number[] => Array.from(timeS).filter((_, row) => controller[row] === of);
    for (let controller = 0; controller < twin.controllers.count; controller++) {
      if (quiet.controllers.groupCount[controller]! > 0) expect(changesS(here, controller)).toEqual(changesS(there, controller));
      else expect(changesS(here, controller)).toEqual(changesS(there, controller).slice(0, 1));
    }
  });

  test('signals that are left to themselves keep all their plans, schedules and limits; the others are silent, and the twin is whole', () => {
    const scheduled = applyPlans(twin, plansOfTwin(twin).map((file) => {
      const own = file.plans[0]!, longer = { ...own, name: 'evening', intervals: own.intervals.map((interval) => (interval.stage ? { ...interval, durationTenths: interval.durationTenths + 20 } : interval)) };
      return { ...file, plans: [own, longer], schedule: [{ from: '06:00', plan: own.name }, { from: '19:00', plan: 'evening' }] };
    }), 'plans', undefined).value!;
    const isHeard = (controller: number): boolean => controller % 2 === 1, some: Twin = { ...scheduled, ...silentControllers(scheduled, isHeard) };
    expect(scheduled.signalPlans.count).toBe(2 * twin.controllers.count);
    expect(plansOfTwin(some).filter((_, row) => isHeard(row))).toEqual(plansOfTwin(scheduled).filter((_, row) => isHeard(row)));
    expect(checkTwin({ ...some, movements: { ...some.movements, signalGroup: some.movements.signalGroup.map((group, row) => (isHeard(some.junctions.controller[some.movements.junction[row]!]!) ? group : -1)) } }).filter(({ severity, where }) => severity === 'error' && !where.startsWith('crossings'))).toEqual([]);
    for (let row = 0; row < some.controllers.count; row++) if (!isHeard(row)) expect([some.controllers.groupCount[row], some.controllers.intervalCount[row]]).toEqual([0, 1]);
  });

  test('with a span only those come who come into it within the span', () => {
    const part = cutTraffic(twin, inside, quietLinkTimes(twin), 300, 600);
    for (const departS of part.departures.departS) expect(departS >= 300 && departS < 600).toBe(true);
  });
});
