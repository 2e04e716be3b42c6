/** What a terminal obeys instead of showing it: controls but line ends, tabs and our own bold and faint; marks that turn the direction of a line. */
const OBEYED = /(\x1b\[[012]m)|[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text as a terminal may have it, whoever wrote the names and reasons in it: a store or broker that others write to could
 * otherwise clear the screen or set the title of a window. Written as JSON escapes them: JSON on a line stays the same.
 */
export const visible = (text: string): string => text.replace(OBEYED, (found, ours: string | undefined) => ours ?? `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** On one line and no longer than this: a reason of a line among others. */
export function oneLine(text: string, mostCharacters: number): string {
  const line = text.slice(0, 4 * mostCharacters).replace(/\s+/g, ' ').trim();
  return line.length > mostCharacters ? `${line.slice(0, mostCharacters - 1)}…` : line;
}
