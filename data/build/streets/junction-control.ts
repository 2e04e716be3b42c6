import { category, junctionControl } from '../../../engine/twin/streets.ts';
import type { RawNode } from '../raw-city.ts';
import type { PlannedJunction, PlannedLink } from './street-plan.ts';

/** Up to this limit streets without signs meet right before left; faster ones have a priority road (French zone 30, rounded up). */
const CALM_MPS = 8.5;

/** Junction rows from nodes, with the links that end and start at each. */
export function placeJunctions(nodes: readonly RawNode[], junctionOf: Int32Array, usedNodes: readonly number[]): { junctions: PlannedJunction[]; rowOf: (node: number) => number } {
  const rows = new Map<number, number>();
  const junctions: PlannedJunction[] = [];
  for (const node of [...new Set(usedNodes)].sort((one, other) => one - other)) {
    const lowest = junctionOf[node]!;
    if (!rows.has(lowest)) rows.set(lowest, junctions.push({ name: '', xM: 0, yM: 0, nodes: [], control: junctionControl.priority, busPriority: false, incoming: [], outgoing: [] }) - 1);
    junctions[rows.get(lowest)!]!.nodes.push(node);
  }
  for (const junction of junctions) {
    const members = junction.nodes.map((node) => nodes[node]!);
    junction.name = members.map(({ name }) => name).join('+');
    junction.xM = Math.round((members.reduce((sum, { xM }) => sum + xM, 0) / members.length) * 1000) / 1000;
    junction.yM = Math.round((members.reduce((sum, { yM }) => sum + yM, 0) / members.length) * 1000) / 1000;
    junction.busPriority = members.some(({ busPriority }) => busPriority === true);
  }
  return { junctions, rowOf: (node) => rows.get(junctionOf[node]!)! };
}

/** Decides who decides: what the source says, else signals, the ring of a roundabout, signs by class, or the right-hand rule. */
export function decideControl(junction: PlannedJunction, nodes: readonly RawNode[], links: readonly PlannedLink[], signalled: ReadonlySet<number>): number {
  const here = [...junction.incoming, ...junction.outgoing].map((link) => links[link]!);
  const streets = new Set(here.map(({ street }) => street));
  if (streets.size === 1 && junction.incoming.length + junction.outgoing.length <= 2) return junctionControl.deadEnd;
  if (junction.nodes.some((node) => signalled.has(node))) return junctionControl.signals;
  if (streets.size === 2 || junction.incoming.length === 0 || junction.outgoing.length === 0) return junctionControl.uncontrolled;
  const given = junction.nodes.map((node) => nodes[node]!.control).find((control) => control === 'priority' || control === 'rightBeforeLeft' || control === 'roundabout' || control === 'uncontrolled');
  if (given) return junctionControl[given];
  if (here.some(({ way }) => way.roundabout)) return junctionControl.roundabout;
  if (junction.incoming.some((link) => links[link]!.stopSign)) return junctionControl.priority;
  return meetAsEquals(junction.incoming.map((link) => links[link]!)) ? junctionControl.rightBeforeLeft : junctionControl.priority;
}

/** Streets of one residential zone. A service road is an exit onto a street, and a tram has its own rule. */
function meetAsEquals(incoming: readonly PlannedLink[]): boolean {
  if (incoming.some(({ way }) => (way.permitted & category.tram) !== 0)) return false;
  const classes = new Set(incoming.map(({ way }) => way.class));
  if (classes.size > 1 || !(classes.has('residential') || classes.has('service'))) return false;
  const isCalm = incoming.every(({ speedLimitMps }) => speedLimitMps <= CALM_MPS);
  return isCalm || new Set(incoming.map(({ priority }) => priority)).size === 1;
}
