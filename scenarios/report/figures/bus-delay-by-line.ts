import { figureWords } from '../../language/figures.ts';
import { wordsIn, type Language } from '../../language/language.ts';
import { numbersIn } from '../../language/numbers.ts';
import type { RunSummary } from '../../measure/run-summary.ts';
import { pairedBars } from './paired-bars.ts';
import { meanOverRuns, type Side, type Sides } from './side.ts';

/** More lines than this would not be read. */
const MOST_LINES = 10;

/** Decimals at most that tell the two sides of a line apart. */
const MOST_DECIMALS = 2;

/**
 * Mean delay on the lines that the question is about, and on the busiest of the others that every run served; undefined where there are none. `note` says
 * how many are shown. `asked`: names of those lines.
 */
export function busDelayFigure(sides: Sides, id: string, language: Language, asked: readonly string[] = []): { svg: string; note: string | undefined } | undefined {
  const words = wordsIn(figureWords, language), { plain } = numbersIn(language);
  const runs = sides.flatMap((side: Side) => [...side.runs]);
  const visits = (line: string) => meanOverRuns(runs, (run) => lineOf(run, line)!.stopVisits);
  const lines = runs[0]!.busLines.map(({ line }) => line).filter((line) => runs.every((run) => lineOf(run, line)));
  if (lines.length === 0) return undefined;
  const isAsked = (line: string): number => Number(asked.includes(line));
  const shown = new Set([...lines].sort((one, other) => isAsked(other) - isAsked(one) || visits(other) - visits(one)).slice(0, MOST_LINES));
  const rows = lines.filter((line) => shown.has(line)).sort((one, other) => isAsked(other) - isAsked(one)).map((line) => ({
    name: isAsked(line) ? words.lineAsked(line) : line, values: sides.map((side) => meanOverRuns(side.runs, (run) => lineOf(run, line)!.meanDelayS)),
  }));
  const decimals = decimalsApart(rows), read = rows.map(({ name, values }) => `${name} ${values.map((value) => plain(value, decimals)).join(' → ')}`).join(', ');
  const svg = pairedBars(
    { id, title: words.busDelay, description: words.busDelayAbout(read) }, sides.map(({ name }) => name), rows, { decimals, language },
  );
  return { svg, note: lines.length > MOST_LINES ? (asked.length > 0 ? words.linesShownAsked : words.linesShown)(plain(MOST_LINES), plain(lines.length)) : undefined };
}

/** As many as it takes to see that what differs does. */
function decimalsApart(rows: readonly { values: readonly number[] }[]): number {
  let decimals = 0;
  // As numbers: what rounds to 0 from below is 0 too.
  const rounded = (value: number | undefined): number => Number(value?.toFixed(decimals));
  while (decimals < MOST_DECIMALS && rows.some(({ values: [one, other] }) => one !== other && rounded(one) === rounded(other))) decimals++;
  return decimals;
}

const lineOf = (run: RunSummary, name: string) => run.busLines.find(({ line }) => line === name);
