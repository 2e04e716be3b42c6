import type { Problem } from '../engine/foundation/problem.ts';
import { rowsWhere } from '../engine/foundation/table.ts';
import type { ReadingTwin } from '../engine/twin/twin.ts';
import type { FitFigures } from '../scenarios/calibrate/before-after.ts';
import { demandSpan } from '../scenarios/calibrate/counts-inside.ts';
import type { LinkCountTable } from '../scenarios/calibrate/link-count-table.ts';
import { badInput, type BadInput } from './bad-input.ts';
import { clockText } from './clock-text.ts';
import type { Terminal } from './terminal.ts';

/** Why nothing can be fitted: the hours of the counts beside those of the demand. */
export function nobodyPasses({ departures }: ReadingTwin, { fromS, untilS }: LinkCountTable, file: string): BadInput {
  const least = (values: ArrayLike<number>): string => clockText(Array.from(values).reduce((one, other) => Math.min(one, other), Infinity));
  const most = (values: ArrayLike<number>): string => clockText(Array.from(values).reduce((one, other) => Math.max(one, other), 0));
  if (departures.count === 0) return badInput('cli-no-departures', file);
  return badInput('cli-nobody-passes', file, { from: least(fromS), until: most(untilS), first: least(departures.departS), last: most(departures.departS) });
}

/** Which counts take no part in the fit, and which cannot be met by it: nobody should take the table for a fit of all that was counted. */
export function notFitted(twin: ReadingTwin, given: LinkCountTable, used: LinkCountTable, unpassed: readonly number[], file: string): Problem[] {
  const { fromS, untilS } = demandSpan(twin), outside = rowsWhere(given.count, (row) => given.fromS[row]! < fromS || given.untilS[row]! > untilS);
  const warning = (code: string, table: LinkCountTable, rows: readonly number[]): Problem[] => rows.length === 0 ? [] : [{
    severity: 'warning', code, where: file,
    parameters: { count: rows.length, of: table.count, link: twin.links.name[table.link[rows[0]!]!]!, at: clockText(table.fromS[rows[0]!]!), from: clockText(fromS), until: clockText(untilS) },
  }];
  return [...warning('cli-counts-outside', given, outside), ...warning('cli-counts-unpassed', used, unpassed)];
}

/** A fit that is farther from the counts than the demand given, as it drives. */
export const worseFit = ({ number }: Terminal, file: string, { meanGehBefore, meanGehAfter, countedPerH, afterPerH }: FitFigures, waiting: number): BadInput =>
  badInput('cli-fit-worse', file, { before: number(meanGehBefore, 1), after: number(meanGehAfter, 1), counted: number(countedPerH), simulated: number(afterPerH), waiting: number(waiting) });
