import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SumoFiles } from './sumo-run.ts';

const HOPS = 60, SEED = 42, SHARE_OF_TEN = { straight: 6, left: 8 };

/**
 * A constant fleet: a grid of signals by `netgenerate`, and vehicles that walk at random for 60 links. The walk is a linear
 * congruential generator on integers, written down beside the scenarios of the comparison, so that any engine can rebuild it.
 */
export function makeFleet(folder: string, gridNumber: number, vehicles: number): SumoFiles {
  const net = join(folder, `grid${gridNumber}.net.xml`), routes = join(folder, `walk${vehicles}.rou.xml`);
  const { status, stderr, error } = spawnSync('netgenerate', [
    '--grid', '--grid.number', String(gridNumber), '--grid.length', '200', '--grid.attach-length', '200', '--default.lanenumber', '2', '--default.speed', '13.89',
    '--default-junction-type', 'traffic_light', '--tls.default-type', 'static', '--tls.cycle.time', '90', '--no-turnarounds', 'true', '--seed', String(SEED), '-o', net,
  ], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`netgenerate failed: ${error?.message ?? stderr}`);
  writeFileSync(routes, walks(readFileSync(net, 'utf8'), vehicles));
  return { net, routes: [routes], additional: [] };
}

function walks(net: string, vehicles: number): string {
  const edges = [...new Set([...net.matchAll(/<edge id="([A-Z]+[0-9]+[A-Z]+[0-9]+)"/g)].map(([, edge]) => edge!))].sort();
  const inner = new Set(edges), turns = new Map<string, Map<string, string>>();
  for (const [, from, to, direction] of net.matchAll(/<connection from="([^":]+)" to="([^"]+)"[^>]*? dir="([a-zA-Z])"/g)) {
    if (!inner.has(from!) || !inner.has(to!)) continue;
    const ways = turns.get(from!) ?? new Map<string, string>();
    if (!ways.has(direction!)) ways.set(direction!, to!);
    turns.set(from!, ways);
  }
  let state = SEED;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
  const lines = ['<routes>', '<vType id="car" length="5" minGap="2.5" accel="2.6" decel="4.5" sigma="0.5" tau="1.0" maxSpeed="55.55" speedFactor="1.0" speedDev="0"/>'];
  for (let vehicle = 0; vehicle < vehicles; vehicle++) {
    let edge = edges[draw(edges.length)]!;
    const route = [edge];
    for (let hop = 0; hop < HOPS; hop++) {
      const ways = turns.get(edge) ?? new Map<string, string>(), die = draw(10);
      const wanted = ways.get(die < SHARE_OF_TEN.straight ? 's' : die < SHARE_OF_TEN.left ? 'l' : 'r');
      const next = wanted ?? (ways.size > 0 ? [...ways.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, to]) => to)[draw(ways.size)] : undefined);
      if (next === undefined) break;
      route.push(next);
      edge = next;
    }
    lines.push(`<vehicle id="${vehicle}" type="car" depart="${Math.floor((vehicle * 60) / vehicles)}" departLane="random" departPos="random_free" departSpeed="0"><route edges="${route.join(' ')}"/></vehicle>`);
  }
  return [...lines, '</routes>', ''].join('\n');
}
