import { isClear } from '../scenarios/compare/compare-all.ts';
import { isExact } from '../scenarios/compare/compare-runs.ts';
import { differenceDecimals } from '../scenarios/compare/interval-decimals.ts';
import { wordsIn } from '../scenarios/language/language.ts';
import { sweepWords } from '../scenarios/language/sweep.ts';
import { indicatorNamed, type IndicatorName } from '../scenarios/measure/indicators.ts';
import type { Parameter } from '../scenarios/sweep/points.ts';
import { judgedSweep } from '../scenarios/sweep/judged-sweep.ts';
import type { SavedSweep } from '../scenarios/sweep/saved-sweep.ts';
import { saidPoint } from '../scenarios/sweep/said-point.ts';
import { mainEffects, type JudgedPoint, type LevelEffect } from '../scenarios/sweep/sweep-figures.ts';
import { lossLines } from '../scenarios/sweep/loss-words.ts';
import { levelWords, parameterWords } from '../scenarios/sweep/parameter-words.ts';
import { sweepAnswer } from '../scenarios/sweep/sweep-sentence.ts';
import type { Terminal } from './terminal.ts';

const MOST_ROWS = 10, WIDTH = 80;

/** What is shown of it: points judged by the first of its indicators. */
interface Shown { parameters: readonly Parameter[]; first: IndicatorName; judged: readonly JudgedPoint[] }

/** The sentence, the best points as a table, what they pay for it, and what each parameter does. Fits 80 columns. */
export function sweepText(terminal: Terminal, saved: SavedSweep): string[] {
  const { language } = terminal, { parameters, points, definition } = saved, { judged, indicators } = judgedSweep(saved), words = wordsIn(sweepWords, language);
  const sentence = wrapped(terminal.spaced(sweepAnswer(saved, language)));
  if (judged.length === 0) return sentence;
  const shown = { parameters, first: indicators[0]!, judged }, losses = lossLines(judged, language);
  // A mean over the values of the others, where there are others.
  const hasEffects = parameters.length > 1 && definition.design.by !== 'list';
  return [
    ...sentence, '', ...tableLines(terminal, shown), ...(losses.length > 0 ? ['', words.lossesBelow, ...losses.flatMap((line) => wrapped(line, WIDTH - 2).map((part) => `  ${part}`))] : []),
    ...(hasEffects ? ['', ...wrapped(words.effects), ...effectLines(terminal, shown)] : []),
    ...(points.length > 1 && isClear(judged[0]!.first) && !isExact(judged[0]!.first) ? ['', ...wrapped(words.bestOfMany).map(terminal.faint)] : []),
  ];
}

function tableLines(terminal: Terminal, { parameters, first, judged }: Shown): string[] {
  const { language } = terminal, words = wordsIn(sweepWords, language), indicator = indicatorNamed(first), shown = judged.slice(0, MOST_ROWS);
  const title = (indicator.better === 'neither' ? words.tableLargest : words.tableBest)(indicator.title[language], indicator.unit[language]);
  const ofPoint = (one: JudgedPoint): string[] => one.point.map((level, at) => levelWords(level, parameters[at]!, language));
  const judgedBy = shown.map((one) => {
    const { difference, interval, percent, verdict } = saidPoint(one, language);
    return [difference, interval, percent, verdict];
  });
  const rest = [[words.difference, words.interval, '%', words.verdict], ...judgedBy], numbers = [words.variant, ...shown.map(({ at }) => terminal.number(at + 1))];
  // A column a parameter, where there is room; else all values in one, cut short.
  const apart = [parameters.map((one) => parameterWords(one, language)), ...shown.map(ofPoint)], room = WIDTH - 4 - widthOf(numbers.map((cell) => [cell])) - widthOf(rest);
  const values = widthOf(apart) + 2 <= room ? apart : [[words.values], ...shown.map((one) => [ofPoint(one).join(' · ')])].map(([cell]) => [cut(cell!, Math.max(MOST_ROWS, room - 2))]);
  const rows = aligned(numbers.map((number, row) => [number, ...values[row]!, ...rest[row]!]), rest[0]!.length);
  const more = judged.length - shown.length, { baselineMean } = shown[0]!.first;
  return [
    ...wrapped(terminal.spaced(title)).map(terminal.bold), terminal.faint(words.baselineIs(terminal.number(baselineMean, indicator.decimals))), ...rows,
    ...(more > 0 ? [terminal.faint(words.more(terminal.number(more)))] : []),
  ];
}

/** 'extensionS  0: −0.2   5: −1.1', as many lines as it takes. */
function effectLines(terminal: Terminal, { parameters, first, judged }: Shown): string[] {
  const { language, numbers: { signed } } = terminal, { decimals } = indicatorNamed(first), names = parameters.map((one) => cut(parameterWords(one, language), WIDTH / 3)), nameWidth = Math.max(...names.map(({ length }) => length));
  const level = (of: Parameter, { from, until }: LevelEffect): string => (from === until ? levelWords(from, of, language) : `${levelWords(from, {}, language)}…${levelWords(until, of, language)}`);
  return mainEffects(judged, parameters).flatMap(({ parameter, rows }, at) => {
    const parts = rows.map((row) => `${cut(level(parameter, row), WIDTH / 2)} → ${signed(row.differenceMean, differenceDecimals(null, decimals, row.differenceMean))}`.replaceAll(' ', '\u00a0'));
    return wrapped(parts.join('   '), WIDTH - nameWidth - 4).map((line, row) => `  ${(row === 0 ? names[at]! : '').padEnd(nameWidth)}  ${line.replaceAll('\u00a0', ' ')}`);
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
