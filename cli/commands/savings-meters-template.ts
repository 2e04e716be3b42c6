import { existsSync } from 'node:fs';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { cabinetsOfMeters } from '../../scenarios/report/savings/meter-check.ts';
import { holdsMonth, monthsOf, type Period } from '../../scenarios/report/savings/period.ts';
import { badInput } from '../bad-input.ts';
import { csvLine } from '../csv-lines.ts';
import { METERS_TEMPLATE_HEAD } from '../meters-template-head.ts';
import { checkOutputFile } from '../output-file.ts';
import { cabinetsWithin } from '../savings-boundary.ts';
import { savingsSides } from '../savings-sides.ts';
import { readSavingsWishes } from '../savings-wishes.ts';
import type { Terminal } from '../terminal.ts';
import { writeWhole } from '../write-whole.ts';
import type { SavingsReportOptions } from './report-savings.ts';

/** `jumeau report savings --meters-template meters.csv`: every meter of the boundary and every whole month of the period, for staff to write readings into. */
export async function savingsMetersTemplate(terminal: Terminal, name: string | undefined, file: string, options: SavingsReportOptions): Promise<void> {
  await checkOutputFile('metersTemplate', '--meters-template', file);
  // What people wrote into it is theirs.
  if (existsSync(file)) throw badInput('cli-savings-template-there', file);
  const { after } = await savingsSides(terminal, name, options.city), { period, baselinePeriod } = readSavingsWishes(options, after.facts.date);
  const rows = templateRows(after, cabinetsWithin(after, options.commune), period);
  if (rows.length === 0) throw badInput('cli-savings-no-meters-to-list', '--meters-template');
  await writeWhole(file, [METERS_TEMPLATE_HEAD.split(','), ...rows].map((row) => csvLine(row, terminal.language)));
  if (terminal.json) return terminal.out(JSON.stringify({ file, rows: rows.length }));
  terminal.out(terminal.words.savingsTemplateTold(terminal.number(rows.length), baselinePeriod.fromDate, baselinePeriod.untilDate));
  terminal.out(terminal.words.written(file));
}

/** A meter of several cabinets is no use: nobody knows which of them consumed. */
function templateRows({ cabinets, communes }: ReadingTwin, within: readonly number[], period: Period): string[][] {
  const months = monthsOf(period).filter((month) => holdsMonth(period, month));
  return [...cabinetsOfMeters(cabinets, within)].filter(([, rows]) => rows.length === 1).flatMap(([meter, [cabinet]]) =>
    months.map((month) => [meter, month, '', cabinets.name[cabinet!]!, communes.name[cabinets.commune[cabinet!]!] ?? '']));
}
