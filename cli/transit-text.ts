import type { CityFacts } from '../engine/twin/twin.ts';
import type { OverSeeds, RowOverSeeds } from '../scenarios/compare/compare-rows.ts';
import { textIn, wordsIn } from '../scenarios/language/language.ts';
import { transitWords } from '../scenarios/language/transit.ts';
import type { Question } from '../scenarios/questions/question.ts';
import type { Terminal } from './terminal.ts';

/** What a row of the answer is about. */
export type TransitBy = 'line' | 'stop' | 'junction';

interface Shown { by: TransitBy; city: Readonly<CityFacts>; questions: readonly Question[]; seeds: number }

/** Columns that a person reads: the name of the number, digits that mean something. All others are in the JSON. */
const columns: Record<TransitBy, readonly (readonly [name: string, decimals: number])[]> = {
  line: [['boarded', 0], ['onTimePercent', 1], ['speedKmh', 1], ['runSpreadS', 0], ['excessWaitS', 0], ['signalDelayPerTripS', 0], ['meanWaitS', 0], ['leftBehind', 0]],
  stop: [['came', 0], ['boarded', 0], ['meanWaitS', 0], ['meanDwellS', 1], ['excessWaitS', 0], ['leftBehind', 0]],
  junction: [['passages', 0], ['meanLostS', 1], ['longestLostS', 0]],
};

/** One row a line, stop or junction: means over the seeds with half the width of their 95 % intervals; then the same of the differences. */
export function transitText(terminal: Terminal, { by, city, questions, seeds }: Shown, before: readonly RowOverSeeds[], differences: readonly RowOverSeeds[] | undefined): string[] {
  const words = wordsIn(transitWords, terminal.language), { language } = terminal, titles = questions.map(({ title }) => textIn(title, language));
  const heading = terminal.faint(`${city.name}, ${terminal.words.seedCount(seeds)}`);
  if (before.length === 0) return [terminal.bold(titles[0]!), words.nothing];
  return [
    `${terminal.bold(titles[0]!)}  ${heading}`, ...rowsOf(terminal, by, before, false),
    ...(differences ? ['', terminal.bold(words.difference(titles[1]!, titles[0]!)), ...rowsOf(terminal, by, differences, true)] : []),
    '', terminal.faint(words.plusMinus), ...(city.synthetic ? [terminal.faint(terminal.words.synthetic)] : []),
  ].map(terminal.spaced);
}

function rowsOf(terminal: Terminal, by: TransitBy, rows: readonly RowOverSeeds[], signed: boolean): string[] {
  const words = wordsIn(transitWords, terminal.language), shown = columns[by];
  const nameOf = ({ key, texts }: RowOverSeeds): string => (by === 'stop' ? `${texts['line']} ${texts['direction']} ${texts['stop']}` : key);
  const cells = [
    [words[by], ...shown.map(([name]) => words[name as 'boarded'])],
    ...rows.map((row) => [nameOf(row), ...shown.map(([name, decimals]) => cell(terminal, row.numbers[name], decimals, signed))]),
  ];
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  return cells.map((row) => `  ${row.map((text, column) => (column === 0 ? text.padEnd(widths[0]!) : text.padStart(widths[column]!))).join('  ')}`);
}

function cell({ number, numbers }: Terminal, value: OverSeeds | undefined, decimals: number, signed: boolean): string {
  if (!value) return '–';
  const mean = signed ? numbers.signed(value.mean, decimals) : number(value.mean, decimals);
  return value.interval95 ? `${mean} ±${number((value.interval95.high - value.interval95.low) / 2, decimals)}` : mean;
}
