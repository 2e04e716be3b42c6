/**
 * Number of letters to add, drop or replace, or of neighbours to swap, to come from one word to the other: Damerau (1964), in
 * the form that touches no letter twice, row by row.
 */
export function editDistance(one: string, other: string): number {
  let before: number[] = [], row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] ? before[j - 2]! + 1 : Infinity;
      next.push(Math.min(replaced, swapped, row[j]! + 1, next[j - 1]! + 1));
    }
    before = row;
    row = next;
  }
  return row[other.length]!;
}

/** The known name that was probably meant: at most a third of its letters are wrong. Undefined when none is near. */
export function nearName(given: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let leastErrors = Infinity;
  for (const name of known) {
    // As many letters at least are wrong as one is longer than the other.
    if (Math.abs(given.length - name.length) * 3 > Math.max(name.length, 3)) continue;
    const errors = editDistance(given.toLowerCase(), name.toLowerCase());
    if (errors < leastErrors && errors * 3 <= Math.max(name.length, 3)) { best = name; leastErrors = errors; }
  }
  return best;
}
