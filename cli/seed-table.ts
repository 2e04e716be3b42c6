import type { CityFacts } from '../engine/twin/twin.ts';
import type { OverSeeds, RowOverSeeds } from '../scenarios/compare/compare-rows.ts';
import { textIn, wordsIn } from '../scenarios/language/language.ts';
import { transitWords } from '../scenarios/language/transit.ts';
import type { Question } from '../scenarios/questions/question.ts';
import type { Terminal } from './terminal.ts';

/** A table for people: the heading of its first column, how a row is called, the other columns (name of the number, heading, digits that mean something), and what a reader must know. All other numbers are in the JSON. */
export interface SeedTable { heading: string; nameOf(row: RowOverSeeds): string; columns: readonly (readonly [name: string, heading: string, decimals: number])[]; note: string; nothing: string }

interface Shown { city: Readonly<CityFacts>; questions: readonly Question[]; seeds: number }

/** One row a thing: means over the seeds with half the width of their 95 % intervals; then the same of the differences. */
export function seedTableText(terminal: Terminal, table: SeedTable, { city, questions, seeds }: Shown, before: readonly RowOverSeeds[], differences: readonly RowOverSeeds[] | undefined): string[] {
  const words = wordsIn(transitWords, terminal.language), { language } = terminal, titles = questions.map(({ title }) => textIn(title, language));
  const heading = terminal.faint(`${city.name}, ${terminal.words.seedCount(seeds)}`);
  if (before.length === 0) return [terminal.bold(titles[0]!), table.nothing];
  return [
    `${terminal.bold(titles[0]!)}  ${heading}`, ...rowsOf(terminal, table, before, false),
    ...(differences ? ['', terminal.bold(words.difference(titles[1]!, titles[0]!)), ...rowsOf(terminal, table, differences, true)] : []),
    '', terminal.faint(table.note), ...(city.synthetic ? [terminal.faint(terminal.words.synthetic)] : []),
  ].map(terminal.spaced);
}

function rowsOf(terminal: Terminal, { heading, nameOf, columns }: SeedTable, rows: readonly RowOverSeeds[], signed: boolean): string[] {
  const cells = [
    [heading, ...columns.map(([, title]) => title)],
    ...rows.map((row) => [nameOf(row), ...columns.map(([name, , decimals]) => cell(terminal, row.numbers[name], decimals, signed))]),
  ];
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  return cells.map((row) => `  ${row.map((text, column) => (column === 0 ? text.padEnd(widths[0]!) : text.padStart(widths[column]!))).join('  ')}`);
}

function cell({ number, numbers }: Terminal, value: OverSeeds | undefined, decimals: number, signed: boolean): string {
  if (!value) return '–';
  const mean = signed ? numbers.signed(value.mean, decimals) : number(value.mean, decimals);
  return value.interval95 ? `${mean} ±${number((value.interval95.high - value.interval95.low) / 2, decimals)}` : mean;
}
