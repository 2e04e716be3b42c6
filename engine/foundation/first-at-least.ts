/** The first row of a rising column whose value is at least this; `count`, its rows in use, where none is. */
export function firstAtLeast(column: Readonly<ArrayLike<number>>, count: number, value: number): number {
  let low = 0, high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (column[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
