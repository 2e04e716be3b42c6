import type { Comparison } from '../scenarios/compare/compare-runs.ts';
import { differenceDecimals } from '../scenarios/compare/interval-decimals.ts';
import { wordsIn } from '../scenarios/language/language.ts';
import { sweepWords } from '../scenarios/language/sweep.ts';
import { indicatorNamed, type IndicatorName } from '../scenarios/measure/indicators.ts';
import type { Parameter } from '../scenarios/sweep/points.ts';
import { mainEffects, ranked, type JudgedPoint, type LevelEffect, type PointFigures } from '../scenarios/sweep/sweep-figures.ts';
import { isClear, levelWords, sweepSentence } from '../scenarios/sweep/sweep-sentence.ts';
import type { Terminal } from './terminal.ts';

/** What is shown of a sweep: its points, judged by the first of the indicators. */
export interface ShownSweep { parameters: readonly Parameter[]; figures: readonly PointFigures[]; first: IndicatorName; /** Whether the points were listed: parameters then change together. */ isList: boolean }

const MOST_ROWS = 10, WIDTH = 80;

/** The sentence, the best points as a table, and what each parameter does. Fits 80 columns. */
export function sweepText(terminal: Terminal, shown: ShownSweep): string[] {
  const { parameters, figures, first, isList } = shown, judged = ranked(figures, first), words = wordsIn(sweepWords, terminal.language);
  const sentence = wrapped(terminal.spaced(sweepSentence(judged, figures.length, first, parameters, terminal.language)));
  if (judged.length === 0) return sentence;
  return [
    ...sentence, '', ...tableLines(terminal, shown, judged), ...(isList ? [] : ['', ...wrapped(words.effects), ...effectLines(terminal, shown, judged)]),
    ...(figures.length > 1 && isClear(judged[0]!.first) && hasWidth(judged[0]!.first) ? ['', ...wrapped(words.bestOfMany).map(terminal.faint)] : []),
  ];
}

function tableLines(terminal: Terminal, { parameters, first }: ShownSweep, judged: readonly JudgedPoint[]): string[] {
  const { language } = terminal, words = wordsIn(sweepWords, language), indicator = indicatorNamed(first), shown = judged.slice(0, MOST_ROWS);
  const title = (indicator.better === 'neither' ? words.tableLargest : words.tableBest)(indicator.title[language], indicator.unit[language]);
  const ofPoint = (one: JudgedPoint): string[] => one.point.map((level) => levelWords(level, language));
  const judgedBy = shown.map((one) => verdictCells(terminal, one));
  const rest = [[words.difference, words.interval, '%', words.verdict], ...judgedBy], numbers = [words.variant, ...shown.map(({ at }) => terminal.number(at + 1))];
  // A column a parameter, where there is room; else all values in one, cut short.
  const apart = [parameters.map(({ name }) => name), ...shown.map(ofPoint)], room = WIDTH - 4 - widthOf(numbers.map((cell) => [cell])) - widthOf(rest);
  const values = widthOf(apart) + 2 <= room ? apart : [[words.values], ...shown.map((one) => [ofPoint(one).join(' · ')])].map(([cell]) => [cut(cell!, Math.max(MOST_ROWS, room - 2))]);
  const rows = aligned(numbers.map((number, row) => [number, ...values[row]!, ...rest[row]!]), rest[0]!.length);
  const more = judged.length - shown.length, { baselineMean } = shown[0]!.first;
  return [
    ...wrapped(terminal.spaced(title)).map(terminal.bold), terminal.faint(words.baselineIs(terminal.number(baselineMean, indicator.decimals))), ...rows,
    ...(more > 0 ? [terminal.faint(words.more(terminal.number(more)))] : []),
  ];
}

function verdictCells({ numbers: { signed, signedPercent }, number, language }: Terminal, { first: one, missingRuns }: JudgedPoint): string[] {
  const { indicator, differenceMean, differencePercent, interval95, verdict } = one;
  const words = wordsIn(sweepWords, language), decimals = differenceDecimals(interval95, indicator.decimals);
  return [
    signed(differenceMean, decimals), interval95 && hasWidth(one) ? words.lowHigh(signed(interval95.low, decimals), signed(interval95.high, decimals)) : '–',
    differencePercent === null ? '–' : signedPercent(differencePercent), missingRuns > 0 ? words.runsMissing(number(missingRuns)) : words.verdictIs(verdict),
  ];
}

/** Whether chance has a part in it. */
const hasWidth = ({ interval95 }: Comparison): boolean => interval95 !== null && interval95.high > interval95.low;

/** 'extensionS  0: −0.2   5: −1.1', as many lines as it takes. */
function effectLines(terminal: Terminal, { parameters, first }: ShownSweep, judged: readonly JudgedPoint[]): string[] {
  const { language, numbers: { signed } } = terminal, { decimals } = indicatorNamed(first), nameWidth = Math.max(...parameters.map(({ name }) => name.length));
  const level = ({ from, until }: LevelEffect): string => (from === until ? levelWords(from, language) : `${levelWords(from, language)}…${levelWords(until, language)}`);
  return mainEffects(judged, parameters).flatMap(({ parameter: { name }, rows }) => {
    const parts = rows.map((row) => `${cut(level(row), WIDTH / 2)} → ${signed(row.differenceMean, decimals)}`.replaceAll(' ', '\u00a0'));
    return wrapped(parts.join('   '), WIDTH - nameWidth - 4).map((line, at) => `  ${(at === 0 ? name : '').padEnd(nameWidth)}  ${line.replaceAll('\u00a0', ' ')}`);
  });
}

const cut = (text: string, length: number): string => (text.length <= length ? text : `${text.slice(0, length - 1)}…`);

/** Width of the widest row with two spaces between its columns, each as wide as its widest cell. */
const widthOf = (rows: readonly (readonly string[])[]): number => widthsOf(rows).reduce((sum, width) => sum + width + 2, -2);

const widthsOf = (rows: readonly (readonly string[])[]): number[] => rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));

/** Columns side by side, to the right but for the last one: a word. */
function aligned(rows: readonly (readonly string[])[], figures: number): string[] {
  const widths = widthsOf(rows), firstFigure = widths.length - figures;
  return rows.map((row) => `  ${row.map((cell, column) => (column === widths.length - 1 || (column > 0 && column < firstFigure) ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  ')}`.trimEnd());
}

/** Lines no longer than a terminal is wide, broken at spaces that may break. */
function wrapped(text: string, width = WIDTH): string[] {
  return text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) return [...lines, word];
    return [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
}
