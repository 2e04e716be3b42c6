import type { RawRestriction } from '../raw-city.ts';
import type { Piece } from './street-plan.ts';

/** Everyone: no restriction concerns anybody. */
const ALL = ~0;
/** Where the inside of a junction is so tangled that a search takes more steps, restrictions on it are not looked at. */
const MOST_STEPS = 2000;

/**
 * Who may go from one street to another through the inside of their junction, as a bit set of categories: 0 where no
 * way leads there. The nodes: the last before the junction, the first and the last inside, the first behind it.
 */
export type WaysInside = (before: number, from: number, to: number, after: number) => number;

/** `inside`: the pieces that lie within junctions. */
export function waysInside(inside: readonly Piece[], restrictions: readonly RawRestriction[]): WaysInside {
  const next = new Map<number, number[][]>();
  const lead = (nodes: number[]): void => void next.set(nodes[0]!, [...(next.get(nodes[0]!) ?? []), nodes]);
  for (const { nodes, forward, backward } of inside) {
    if (forward) lead(nodes);
    if (backward) lead([...nodes].reverse());
  }
  const byStart = new Map<number, RawRestriction[]>();
  for (const restriction of restrictions) {
    const start = restriction.paths[0]![0]!;
    byStart.set(start, [...(byStart.get(start) ?? []), restriction]);
  }
  return (before, from, to, after) => {
    if (!reaches(next, from, to)) return 0;
    if (byStart.size === 0) return ALL;
    let bits = 0, steps = 0;
    const goOn = (path: readonly number[]): void => {
      if (bits === ALL || steps++ > MOST_STEPS) return;
      // Who has arrived need not go round once more.
      if (path.at(-1) === to) { bits |= ALL & ~bannedOn([...path, after], byStart); return; }
      for (const nodes of next.get(path.at(-1)!) ?? []) if (!path.includes(nodes.at(-1)!)) goOn([...path, ...nodes.slice(1)]);
    };
    goOn([before, from]);
    return steps > MOST_STEPS ? ALL : bits;
  };
}

function reaches(next: ReadonlyMap<number, readonly number[][]>, from: number, to: number): boolean {
  const seen = new Set([from]), waiting = [from];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === to) return true;
    for (const nodes of next.get(node) ?? []) {
      const there = nodes.at(-1)!;
      if (seen.has(there)) continue;
      seen.add(there);
      waiting.push(there);
    }
  }
  return false;
}

/** Whom any restriction keeps from driving these nodes one after the other. */
function bannedOn(path: readonly number[], byStart: ReadonlyMap<number, readonly RawRestriction[]>): number {
  let banned = 0;
  path.forEach((node, at) => {
    for (const { kind, categories, paths } of byStart.get(node) ?? []) {
      const isOn = (nodes: readonly number[]): boolean => nodes.every((one, index) => path[at + index] === one);
      // What must be driven binds those who have come to its second node, as far as this path goes.
      const deviates = (nodes: readonly number[]): boolean => nodes.some((one, index) => at + index < path.length && path[at + index] !== one);
      if (kind === 'no' ? paths.some(isOn) : path[at + 1] === paths[0]![1] && paths.every(deviates)) banned |= categories;
    }
  });
  return banned;
}

/** How many restrictions run over more than one junction: no movement can hold them. */
export function restrictionsAcross(restrictions: readonly RawRestriction[], junctionOf: Readonly<Int32Array>): number {
  return restrictions.filter(({ paths }) => paths.some((nodes) => nodes.slice(1, -1).some((node) => junctionOf[node] !== junctionOf[nodes[1]!]))).length;
}
