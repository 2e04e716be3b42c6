/** States of a search in the order of what they cost at the least; among equals the one that has come furthest, then the first found. */
export interface StateHeap { push(state: number): void; pop(): number | undefined }

/** A binary heap; an empty one gives nothing. */
export function makeStateHeap({ bound, interval }: { readonly bound: readonly number[]; readonly interval: readonly number[] }): StateHeap {
  const heap: number[] = [];
  const goesBefore = (one: number, other: number): boolean =>
    bound[one] !== bound[other] ? bound[one]! < bound[other]! : interval[one] !== interval[other] ? interval[one]! > interval[other]! : one < other;
  return {
    push(state) {
      let at = heap.push(state) - 1;
      while (at > 0 && goesBefore(state, heap[(at - 1) >> 1]!)) {
        heap[at] = heap[(at - 1) >> 1]!;
        at = (at - 1) >> 1;
      }
      heap[at] = state;
    },
    pop() {
      const first = heap[0], moved = heap.pop();
      if (moved === undefined || heap.length === 0) return first;
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= heap.length) break;
        if (child + 1 < heap.length && goesBefore(heap[child + 1]!, heap[child]!)) child++;
        if (!goesBefore(heap[child]!, moved)) break;
        heap[at] = heap[child]!;
        at = child;
      }
      heap[at] = moved;
      return first;
    },
  };
}
