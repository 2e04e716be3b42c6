/** Rows of a table by what they are of: those of the n-th stand in `rows` from `starts[n]` to before `starts[n + 1]`, in the order of the table. */
export interface GroupedRows { readonly rows: Readonly<Int32Array>; readonly starts: Readonly<Int32Array> }

/** Groups rows by a column of row numbers, in two passes: tables of a day have millions of rows. */
export function groupRows(of: Readonly<ArrayLike<number>>, count: number): GroupedRows {
  let most = -1;
  for (let row = 0; row < count; row++) if (of[row]! > most) most = of[row]!;
  const starts = new Int32Array(most + 2);
  for (let row = 0; row < count; row++) starts[of[row]! + 1]!++;
  for (let group = 0; group <= most; group++) starts[group + 1]! += starts[group]!;
  const next = starts.slice(), rows = new Int32Array(count);
  for (let row = 0; row < count; row++) rows[next[of[row]!]!++] = row;
  return { rows, starts };
}

/** Where in `rows` the first row of a group stands whose value is more than this; behind its last one where none is. Values of a group must not fall. */
export function firstBeyond({ rows, starts }: GroupedRows, group: number, values: Readonly<ArrayLike<number>>, value: number): number {
  if (group + 1 >= starts.length) return rows.length;
  let low = starts[group]!, high = starts[group + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[rows[middle]!]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
