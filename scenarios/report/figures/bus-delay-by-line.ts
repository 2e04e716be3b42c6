import { figureWords } from '../../language/figures.ts';
import { wordsIn, type Language } from '../../language/language.ts';
import { numbersIn } from '../../language/numbers.ts';
import type { RunSummary } from '../../measure/run-summary.ts';
import { pairedBars } from './paired-bars.ts';
import { meanOverRuns, type Side, type Sides } from './side.ts';

/** More lines than this would not be read. */
const MOST_LINES = 10;

/** Mean delay on the busiest lines that every run served; undefined where there are none. `note` says how many are shown. */
export function busDelayFigure(sides: Sides, id: string, language: Language): { svg: string; note: string | undefined } | undefined {
  const words = wordsIn(figureWords, language), { plain } = numbersIn(language);
  const runs = sides.flatMap((side: Side) => [...side.runs]);
  const visits = (line: string) => meanOverRuns(runs, (run) => lineOf(run, line)!.stopVisits);
  const lines = runs[0]!.busLines.map(({ line }) => line).filter((line) => runs.every((run) => lineOf(run, line)));
  if (lines.length === 0) return undefined;
  const busiest = new Set([...lines].sort((one, other) => visits(other) - visits(one)).slice(0, MOST_LINES));
  const rows = lines.filter((line) => busiest.has(line)).map((line) => ({
    name: line, values: sides.map((side) => meanOverRuns(side.runs, (run) => lineOf(run, line)!.meanDelayS)),
  }));
  const read = rows.map(({ name, values }) => `${name} ${values.map((value) => plain(value)).join(' → ')}`).join(', ');
  const svg = pairedBars(
    { id, title: words.busDelay, description: words.busDelayAbout(read) }, sides.map(({ name }) => name), rows, { decimals: 0, language },
  );
  return { svg, note: lines.length > MOST_LINES ? words.linesShown(plain(MOST_LINES), plain(lines.length)) : undefined };
}

const lineOf = (run: RunSummary, name: string) => run.busLines.find(({ line }) => line === name);
