import { badInput } from './bad-input.ts';

/** What may be the beginning of the number of something that is kept. */
const BEGINNING = /^[0-9a-f]{1,32}$/i;

/** The number that begins as somebody typed it; undefined where none does. Throws `BadInput` where several do. */
export function keptNumber(ids: readonly string[], start: string): string | undefined {
  const found = BEGINNING.test(start) ? ids.filter((id) => id.startsWith(start.toLowerCase())) : [];
  if (found.length > 1) throw badInput('kept-ambiguous', start, { count: found.length, first: found[0]!.slice(0, start.length + 4), second: found[1]!.slice(0, start.length + 4) });
  return found[0];
}

/** Days on which the rows of a list were kept; where two rows are alike otherwise, with the time of day. */
export function keptDays(rows: readonly { keptMs: number; text: string }[]): string[] {
  const written = rows.map(({ keptMs }) => new Date(keptMs).toISOString()), alike = new Map<string, number>(), rowOf = (at: number): string => `${written[at]!.slice(0, 10)} ${rows[at]!.text}`;
  for (const at of rows.keys()) alike.set(rowOf(at), (alike.get(rowOf(at)) ?? 0) + 1);
  return written.map((time, at) => (alike.get(rowOf(at))! > 1 ? `${time.slice(0, 10)} ${time.slice(11, 16)} UTC` : time.slice(0, 10)));
}
