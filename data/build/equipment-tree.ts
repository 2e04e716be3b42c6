import type { ReadingTwin } from '../../engine/twin/twin.ts';

/** Something that a cable must reach, at a junction of the street network. */
export interface CableEnd { kind: number; row: number; junction: number }

/** A cable from one end to another, along the streets between them. */
export interface Cable { from: CableEnd; to: CableEnd; lengthM: number; streets: number[]; startJunction: number }

/**
 * A tree of cables along the streets: from the ends connected so far, the nearest one still missing is connected next
 * (Prim 1957 on street distances), until `mostM` metres lie. Ties go to the lower junction.
 */
export function cableTree(twin: ReadingTwin, root: CableEnd, ends: readonly CableEnd[], mostM: number): Cable[] {
  const { streets, junctions } = twin;
  const { first, street, far } = streetsAtJunctions(twin);
  const waiting = new Map<number, CableEnd[]>();
  for (const end of ends) waiting.set(end.junction, [...(waiting.get(end.junction) ?? []), end]);
  const distanceM = new Float64Array(junctions.count).fill(Infinity);
  const cameBy = new Int32Array(junctions.count).fill(-1), cameFrom = new Int32Array(junctions.count).fill(-1);
  const sourceOf = new Array<CableEnd | undefined>(junctions.count);
  const heap = makeJunctionHeap(distanceM);
  const cables: Cable[] = [];
  let laidM = 0;
  const source = (end: CableEnd): void => {
    distanceM[end.junction] = 0;
    cameBy[end.junction] = -1;
    sourceOf[end.junction] = end;
    heap.push(end.junction);
  };
  source(root);
  for (let junction = heap.pop(); junction >= 0 && laidM < mostM; junction = heap.pop()) {
    for (const end of waiting.get(junction) ?? []) {
      const streetsBack: number[] = [];
      let at = junction;
      for (; cameBy[at]! >= 0; at = cameFrom[at]!) streetsBack.push(cameBy[at]!);
      // Two pieces of equipment at one junction still need a patch cable.
      const lengthM = Math.max(5, streetsBack.reduce((sum, row) => sum + streets.lengthM[row]!, 0));
      cables.push({ from: sourceOf[junction]!, to: end, lengthM, streets: streetsBack.reverse(), startJunction: at });
      laidM += lengthM;
      source(end);
    }
    if (waiting.delete(junction)) heap.pop();
    for (let row = first[junction]!; row < first[junction + 1]!; row++) {
      const there = far[row]!, thereM = distanceM[junction]! + streets.lengthM[street[row]!]!;
      if (thereM >= distanceM[there]!) continue;
      distanceM[there] = thereM;
      cameBy[there] = street[row]!;
      cameFrom[there] = junction;
      sourceOf[there] = sourceOf[junction]!;
      heap.push(there);
    }
  }
  return cables;
}

/** Streets by junction, both directions together. */
function streetsAtJunctions({ links, junctions }: ReadingTwin): { first: Uint32Array; street: Int32Array; far: Int32Array } {
  const ends: { junction: number; street: number; far: number }[] = [];
  const known = new Set<number>();
  for (let link = 0; link < links.count; link++) {
    const street = links.street[link]!;
    if (known.has(street)) continue;
    known.add(street);
    const from = links.fromJunction[link]!, to = links.toJunction[link]!;
    ends.push({ junction: from, street, far: to }, { junction: to, street, far: from });
  }
  ends.sort((one, other) => one.junction - other.junction || one.street - other.street);
  const first = new Uint32Array(junctions.count + 1);
  for (const { junction } of ends) first[junction + 1]!++;
  for (let junction = 0; junction < junctions.count; junction++) first[junction + 1]! += first[junction]!;
  return { first, street: Int32Array.from(ends, (end) => end.street), far: Int32Array.from(ends, (end) => end.far) };
}

/** Junctions by distance, then by row; an entry whose distance has fallen since is left behind and popped again later. */
function makeJunctionHeap(distanceM: Float64Array) {
  const heap: { junction: number; atM: number }[] = [];
  const before = (one: { junction: number; atM: number }, other: { junction: number; atM: number }) =>
    one.atM < other.atM || (one.atM === other.atM && one.junction < other.junction);
  return {
    push(junction: number): void {
      const entry = { junction, atM: distanceM[junction]! };
      let at = heap.push(entry) - 1;
      while (at > 0 && before(entry, heap[(at - 1) >> 1]!)) { heap[at] = heap[(at - 1) >> 1]!; at = (at - 1) >> 1; }
      heap[at] = entry;
    },
    /** The nearest junction, -1 when none is left. */
    pop(): number {
      for (;;) {
        const top = heap[0];
        if (!top) return -1;
        const entry = heap.pop()!;
        if (heap.length > 0) {
          let at = 0;
          for (;;) {
            let down = 2 * at + 1;
            if (down >= heap.length) break;
            if (down + 1 < heap.length && before(heap[down + 1]!, heap[down]!)) down++;
            if (!before(heap[down]!, entry)) break;
            heap[at] = heap[down]!;
            at = down;
          }
          heap[at] = entry;
        }
        if (top.atM === distanceM[top.junction]) return top.junction;
      }
    },
  };
}
