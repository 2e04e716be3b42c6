// Goal: assignment finds the user equilibria that are known by heart: Braess' network, and two ways of which one ends in a queue.
import { describe, expect, test } from 'vitest';
import { run } from '../../engine/run.ts';
import { twinHash } from '../../engine/twin/bytes.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { findEquilibrium } from '../../scenarios/equilibrium/find-equilibrium.ts';
import { measuredLinkTimes, type LinkTimes } from '../../scenarios/equilibrium/link-times.ts';
import { buildTown, type Town } from '../situations/traffic-town.ts';

const routeName = ({ routes, routeLinks, links, departures }: ReadingTwin, departure: number): string => {
  const route = departures.route[departure]!;
  return Array.from({ length: routes.linkCount[route]! }, (_, index) => links.name[routeLinks.link[routes.firstLink[route]! + index]!]).join(' ');
};
const drivers = (twin: ReadingTwin, way: string): number => Array.from({ length: twin.departures.count }, (_, row) => routeName(twin, row)).filter((name) => name === way).length;

describe('Braess (1968), the numbers of his paper: 6 units of flow; links take 10 x, 50 + x, 10 + x', () => {
  const UNIT = 500; // Drivers that make one unit of flow.
  const braess = (withBridge: boolean): Town => ({
    links: [
      { name: 'in', from: 'z', to: 'o', lengthM: 100 }, { name: 'oa', from: 'o', to: 'a', lengthM: 100 }, { name: 'ad', from: 'a', to: 'd', lengthM: 100 },
      { name: 'ob', from: 'o', to: 'b', lengthM: 100 }, { name: 'bd', from: 'b', to: 'd', lengthM: 100 }, { name: 'ab', from: 'a', to: 'b', lengthM: 100 }, { name: 'out', from: 'd', to: 'y', lengthM: 100 },
    ],
    movements: [
      { from: 'in.0', to: 'oa.0', lengthM: 0 }, { from: 'in.0', to: 'ob.0', lengthM: 0 }, { from: 'oa.0', to: 'ad.0', lengthM: 0 }, { from: 'ob.0', to: 'bd.0', lengthM: 0 },
      { from: 'ad.0', to: 'out.0', lengthM: 0 }, { from: 'bd.0', to: 'out.0', lengthM: 0 },
      ...(withBridge ? [{ from: 'oa.0', to: 'ab.0', lengthM: 0 }, { from: 'ab.0', to: 'bd.0', lengthM: 0 }] : []),
    ],
    vehicles: Array.from({ length: 6 * UNIT }, (_, row) => ({ departS: row / 10, route: ['in', 'oa', 'ad', 'out'] })),
  });
  /** The links of the paper in place of a simulation. */
  const formula = (twin: ReadingTwin): LinkTimes => {
    const timeS = Float64Array.from({ length: twin.links.count }, (_, link) => {
      const name = twin.links.name[link]!;
      let flow = 0;
      for (let row = 0; row < twin.departures.count; row++) if (routeName(twin, row).split(' ').includes(name)) flow += 1 / UNIT;
      return { oa: 10 * flow, bd: 10 * flow, ad: 50 + flow, ob: 50 + flow, ab: 10 + flow }[name] ?? 0;
    });
    return { fromS: 0, quarterCount: 1, timeS };
  };
  const solve = (withBridge: boolean) => findEquilibrium({ twin: buildTown(braess(withBridge)), fromS: 0, untilS: 3600, timesOf: formula, mostIterations: 60, wantedGap: 0.005, seed: 1 });

  test('without the bridge half takes each way, and all take 83', async () => {
    const { twin, gaps, reached } = await solve(false);
    console.log(`without: ${gaps.length} iterations, gap ${gaps.at(-1)!.relativeGap.toFixed(4)}, mean ${gaps.at(-1)!.meanTimeS.toFixed(2)}`);
    expect(reached).toBe(true);
    expect(Math.abs(drivers(twin, 'in oa ad out') / UNIT - 3)).toBeLessThan(0.1);
    expect(Math.abs(gaps.at(-1)!.meanTimeS - 83)).toBeLessThan(1);
  });

  test('with the bridge a third takes each of three ways, and all take 92: the paradox', async () => {
    const { twin, gaps, reached } = await solve(true);
    console.log(`with: ${gaps.length} iterations, gap ${gaps.at(-1)!.relativeGap.toFixed(4)}, mean ${gaps.at(-1)!.meanTimeS.toFixed(2)}`);
    expect(reached).toBe(true);
    for (const way of ['in oa ad out', 'in ob bd out', 'in oa ab bd out']) expect(Math.abs(drivers(twin, way) / UNIT - 2), way).toBeLessThan(0.15);
    expect(Math.abs(gaps.at(-1)!.meanTimeS - 92)).toBeLessThan(1);
  });
});

describe('two ways, the short one through a signal that lets fewer pass than come (Vickrey 1969: a bottleneck with a queue)', () => {
  const HOURS = 1, PER_HOUR = 1200;
  const fork: Town = {
    links: [
      { name: 'in', from: 'a', to: 'fork', lengthM: 300, lanes: 2 }, { name: 'short', from: 'fork', to: 's', lengthM: 2500 }, { name: 'short2', from: 's', to: 'meet', lengthM: 300 },
      { name: 'long', from: 'fork', to: 'l', lengthM: 2500 }, { name: 'long2', from: 'l', to: 'meet2', lengthM: 3000 }, { name: 'out', from: 'meet', to: 'meet2', lengthM: 100 }, { name: 'end', from: 'meet2', to: 'z', lengthM: 200, lanes: 2 },
    ],
    movements: [
      { from: 'in.0', to: 'short.0' }, { from: 'in.1', to: 'long.0' }, { from: 'short.0', to: 'short2.0', group: 0 }, { from: 'long.0', to: 'long2.0' },
      { from: 'short2.0', to: 'out.0' }, { from: 'out.0', to: 'end.0' }, { from: 'long2.0', to: 'end.1' },
    ],
    signals: { s: [{ durationS: 20, shown: 'G' }, { durationS: 40, shown: 'r' }] },
    vehicles: Array.from({ length: HOURS * PER_HOUR }, (_, row) => ({ departS: row * (3600 / PER_HOUR), route: ['in', 'short', 'short2', 'out', 'end'] })),
  };
  const settings = { seed: 1, fromS: 0, untilS: HOURS * 3600, stepS: 1, untilAllArrived: true, busPriority: false, replay: false };
  const simulated = (twin: ReadingTwin): LinkTimes => {
    const { tables, figures } = run(twin, settings);
    return measuredLinkTimes(twin, tables.links, 0, figures.simulatedS);
  };

  test('those who come in the queue take the short way as fast as the signal lets them, the rest the long one', async () => {
    const twin = buildTown(fork);
    const { tables } = run(twin, settings), signal = twin.links.name.indexOf('short2');
    // What the bottleneck lets pass while there is a queue: measured in the second and third quarter of an hour with everyone on it.
    let passed = 0;
    for (let row = 0; row < tables.links.count; row++) if (tables.links.link[row] === signal && (tables.links.fromS[row] === 900 || tables.links.fromS[row] === 1800)) passed += tables.links.entered[row]!;
    const capacityPerH = passed * 2, freeS = (lengthM: number) => lengthM / 13.89;
    const { twin: found, gaps, reached } = await findEquilibrium({ twin, fromS: 0, untilS: HOURS * 3600, timesOf: simulated, mostIterations: 15, wantedGap: 0.01, seed: 1 });
    // The long way costs this much more than the short one without a queue; at the signal one waits 13.3 s on average (uniform delay).
    const moreS = freeS(5500 - 2900) - (40 * 40) / (2 * 60);
    // All take the short way until its queue costs as much; from then on only as many as pass the signal.
    const fillS = (moreS * capacityPerH) / (PER_HOUR - capacityPerH), longDrivers = ((PER_HOUR - capacityPerH) * (3600 - fillS)) / 3600;
    const onLong = drivers(found, 'in long long2 end');
    console.log(`capacity ${capacityPerH} /h; gaps ${gaps.map(({ relativeGap }) => (100 * relativeGap).toFixed(1)).join(' ')} %; on the long way ${onLong}, by theory ${longDrivers.toFixed(0)}`);
    expect(reached).toBe(true);
    expect(Math.abs(onLong - longDrivers)).toBeLessThan(0.12 * longDrivers);
  });

  test('the same routes every time, another hash than before, and the twin given stays as it is', async () => {
    const twin = buildTown(fork), before = twinHash(twin);
    const solve = () => findEquilibrium({ twin, fromS: 0, untilS: 3600, timesOf: simulated, mostIterations: 2, wantedGap: 0, seed: 1 });
    const once = await solve(), again = await solve();
    expect(twinHash(once.twin)).toBe(twinHash(again.twin));
    expect(twinHash(once.twin)).not.toBe(before);
    expect(twinHash(twin)).toBe(before);
    expect(once.gaps).toHaveLength(3);
  });
});
