import { placeName, type ProblemList } from '../problem-list.ts';
import { shown } from './check-table.ts';
import { plainNumber } from './plain-number.ts';

/** Numbers of an LM-63 file one after the other, wherever its lines break. */
export interface IesNumbers {
  /** The line of the number that comes next. */
  line(): number;
  /** The next number within bounds; anything else is told with its name. NaN where the file has ended, which is told once. */
  next(field: string, least: number, most: number): number;
  /** So many numbers as they are, NaN for what is none, with the line of each; undefined where the file ends before them. */
  block(count: number): { values: Float64Array; lines: Uint32Array } | undefined;
  /** How many are left. */
  left(): number;
}

/** Lines are counted from 1; blanks and commas part numbers. */
export function iesNumbers(file: string, lines: readonly string[], firstLine: number, mostNumbers: number, problems: ProblemList): IesNumbers {
  const words: string[] = [], lineOf: number[] = [];
  for (let line = firstLine; line <= lines.length && words.length < mostNumbers; line++)
    for (const word of lines[line - 1]!.split(/[\s,]+/)) if (word !== '') { words.push(word); lineOf.push(line); }
  let at = 0, hasEnded = false;
  const end = (needed: number): undefined => {
    if (!hasEnded) problems.error('photometry-too-few-numbers', file, { found: words.length - at, needed });
    hasEnded = true;
    return undefined;
  };
  return {
    line: () => lineOf[Math.min(at, lineOf.length - 1)] ?? firstLine,
    left: () => words.length - at,
    next(field, least, most) {
      if (at >= words.length) { end(1); return NaN; }
      const word = words[at]!, value = plainNumber(word), where = placeName({ file, line: lineOf[at++]! });
      if (value >= least && value <= most) return value;
      problems.error('photometry-field', where, { field, value: Number.isFinite(value) ? shown(value) : word.slice(0, 40), least, most });
      return NaN;
    },
    block(count) {
      if (!(at + count <= words.length)) return end(count);
      const values = Float64Array.from({ length: count }, (_, i) => plainNumber(words[at + i]!)), lines = Uint32Array.from({ length: count }, (_, i) => lineOf[at + i]!);
      at += count;
      return { values, lines };
    },
  };
}
