import type { ProblemList } from '../problem-list.ts';
import { MOST_NAME_LENGTH } from './measured-luminaire.ts';
import { leadingNumber } from './plain-number.ts';

/** What stands before the numbers of an LM-63 file. */
export interface IesHeader {
  /** 1986, 1991, 1995, 2002 or 2019: the first has no line of its own. */
  year: number;
  name: string;
  maker: string;
  colourTemperatureK: number;
  /** What follows TILT=: 'NONE', 'INCLUDE' or the name of a file. */
  tilt: string;
  /** The line after TILT=, from 1. */
  firstNumberLine: number;
}

const MOST_HEADER_LINES = 5000;
const YEARS = [1986, 1991, 1995, 2002, 2019];

/** Keywords such as [MANUFAC] or, in the first edition, free lines; then TILT=. */
export function readIesHeader(file: string, lines: readonly string[], problems: ProblemList): IesHeader | undefined {
  const tiltLine = lines.slice(0, MOST_HEADER_LINES).findIndex((line) => /^\s*TILT\s*=/i.test(line));
  if (tiltLine < 0) { problems.error('photometry-no-tilt', file); return undefined; }
  const year = yearOf(lines[0] ?? ''), head = lines.slice(0, tiltLine), keywords = keywordsOf(head);
  if (!YEARS.includes(year)) problems.warning('photometry-unknown-edition', `${file}: line 1`, { given: lines[0]!.trim().slice(0, 40) });
  // Files of 1986 may say what they are in free lines.
  const free = year === 1986 ? head.find((line) => line.trim() !== '' && !line.trim().startsWith('[')) : undefined;
  const colour = [...keywords].find(([key]) => /^_?(CCT|COLOU?R[ _]?TEMP(ERATURE)?|NOMINAL[ _]CCT)$/.test(key));
  const said = (...keys: string[]): string => keys.map((key) => keywords.get(key) ?? '').find((value) => value !== '') ?? '';
  return {
    year, name: said('LUMCAT', 'LUMINAIRE', 'OTHER') || (free ?? '').trim().slice(0, MOST_NAME_LENGTH), maker: said('MANUFAC'), colourTemperatureK: colour ? leadingNumber(colour[1]) : 0,
    tilt: lines[tiltLine]!.replace(/^[^=]*=/, '').trim(), firstNumberLine: tiltLine + 2,
  };
}

/** 'IESNA:LM-63-2002', 'IES:LM-63-2019', 'IESNA91', or nothing of the kind. */
function yearOf(firstLine: string): number {
  const [, digits] = /^\s*IES(?:NA)?:?\s*(?:LM-63-)?(\d{2,4})\s*$/i.exec(firstLine) ?? [];
  return digits === undefined ? (/^\s*IES(?:NA)?\s*[:\d]/i.test(firstLine) ? 0 : 1986) : digits.length === 2 ? 1900 + Number(digits) : Number(digits);
}

/** The first value of every keyword. */
function keywordsOf(head: readonly string[]): Map<string, string> {
  const keywords = new Map<string, string>();
  for (const line of head) {
    const [, key, value] = /^\s*\[([^\]]{1,40})\](.*)$/.exec(line) ?? [];
    if (key !== undefined && !keywords.has(key.trim().toUpperCase())) keywords.set(key.trim().toUpperCase(), value!.trim().slice(0, MOST_NAME_LENGTH));
  }
  return keywords;
}
