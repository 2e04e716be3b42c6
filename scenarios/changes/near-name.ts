/** Number of letters to add, drop or replace to come from one word to the other: Levenshtein (1966), row by row. */
export function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
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
