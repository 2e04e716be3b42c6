import { figureWords } from '../../language/figures.ts';
import { wordsIn, type Language } from '../../language/language.ts';
import { numbersIn } from '../../language/numbers.ts';
import { meanOverRuns, type Sides } from './side.ts';
import { timeCurves } from './time-curves.ts';

/** Vehicles on the network over the simulated time; undefined where there were none. */
export function runningVehiclesFigure(sides: Sides, id: string, language: Language): string | undefined {
  const words = wordsIn(figureWords, language);
  const curves = sides.map(({ name, runs }) => {
    const { timeS } = runs[0]!.minutes;
    return { name, timeS, values: timeS.map((_, at) => meanOverRuns(runs, (run) => run.minutes.running[at]!)) };
  });
  const most = Math.max(0, ...curves.flatMap(({ values }) => values));
  if (most === 0) return undefined;
  const about = words.runningAbout(sides.map(({ name }) => name).join(', '), numbersIn(language).plain(most));
  return timeCurves({ id, title: words.running, description: about }, curves, language);
}
