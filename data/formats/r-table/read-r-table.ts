import { parse } from 'csv-parse/sync';
import type { Checked } from '../../../engine/foundation/problem.ts';
import { makeProblemList, placeName, type ProblemList } from '../problem-list.ts';

/** Reduced luminance coefficients as a file gives them: those of `RTable` in the engine, but for what they average to. */
export interface ReadRTable { tanGammas: Float64Array; betasDeg: Float64Array; r: Float64Array }

/** No measured surface has more, and none reflects as much. */
export const MOST_R_TABLE_BYTES = 1_000_000;
const MOST_NODES = 200, MOST_TAN_GAMMA = 50, MOST_R = 1e6, LAST_BETA_DEG = 180;

/**
 * The r-table of a road surface (CIE 144) as CSV: the first line names the angles beta in degrees, rising from 0 to 180; each line after it
 * begins with its tan gamma, rising from 0, and gives r x 10,000 for each beta. Comma, semicolon or tab between; with a semicolon
 * or a tab numbers may have a decimal comma.
 */
export function readRTable(file: string, content: string): Checked<ReadRTable> {
  const problems = makeProblemList();
  if (content.length > MOST_R_TABLE_BYTES) problems.error('r-table-too-large', file, { limit: MOST_R_TABLE_BYTES });
  const lines = problems.hasErrors() ? [] : linesOf(file, content, problems);
  if (problems.hasErrors()) return { problems: problems.all() };
  const betasDeg = lines[0]!.numbers.slice(1), tanGammas = lines.slice(1).map(({ numbers }) => numbers[0]!);
  const rises = (values: readonly number[]): boolean => values.length >= 2 && values.length <= MOST_NODES && values[0] === 0 && values.every((value, at) => at === 0 || value > values[at - 1]!);
  if (!rises(betasDeg) || betasDeg.at(-1) !== LAST_BETA_DEG) problems.error('r-table-betas', placeName({ file, line: lines[0]!.line }), { most: MOST_NODES });
  if (!rises(tanGammas) || !(tanGammas.at(-1)! <= MOST_TAN_GAMMA)) problems.error('r-table-tan-gammas', file, { most: MOST_NODES, mostTan: MOST_TAN_GAMMA });
  for (const { line, numbers } of lines.slice(1)) {
    const where = placeName({ file, line });
    if (numbers.length !== betasDeg.length + 1) problems.error('r-table-width', where, { count: numbers.length - 1, betas: betasDeg.length });
    else if (!numbers.slice(1).every((r) => r >= 0 && r <= MOST_R)) problems.error('r-table-not-a-value', where, { most: MOST_R });
  }
  const r = Float64Array.from(lines.slice(1).flatMap(({ numbers }) => numbers.slice(1)));
  if (!problems.hasErrors() && !(r[0]! > 0)) problems.error('r-table-dark', file);
  return problems.hasErrors() ? { problems: problems.all() } : { value: { tanGammas: Float64Array.from(tanGammas), betasDeg: Float64Array.from(betasDeg), r }, problems: problems.all() };
}

/** Numbers of every line; NaN for what is none, which the checks refuse. The first field of the first line names the axes. */
function linesOf(file: string, content: string, problems: ProblemList): { line: number; numbers: number[] }[] {
  const first = content.split('\n', 1)[0] ?? '', delimiter = [';', '\t', ','].find((one) => first.includes(one)) ?? ',';
  const number = (field: string): number => (field === '' ? NaN : Number(delimiter === ',' ? field : field.replace(',', '.')));
  try {
    const records = parse(content, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, trim: true, info: true }) as unknown as { record: string[]; info: { lines: number } }[];
    if (records.length < 3) problems.error('r-table-too-short', file);
    return records.map(({ record, info }, at) => ({ line: info.lines, numbers: record.map((field, column) => (at === 0 && column === 0 ? 0 : number(field))) }));
  } catch (cause) {
    problems.error('r-table-not-csv', file, { cause: (cause instanceof Error ? cause.message : String(cause)).slice(0, 200) });
    return [];
  }
}
