import { figureWords } from '../../language/figures.ts';
import { wordsIn, type Language } from '../../language/language.ts';
import { numbersIn } from '../../language/numbers.ts';
import { meanOverRuns, type Sides } from './side.ts';
import { timeCurves } from './time-curves.ts';

/** Power of all lamps over the simulated time; undefined where no lamp burned. */
export function lampPowerFigure(sides: Sides, id: string, language: Language): string | undefined {
  const words = wordsIn(figureWords, language), { plain } = numbersIn(language);
  const curves = sides.map(({ name, runs }) => {
    const { timeS } = runs[0]!.minutes;
    return { name, timeS, values: timeS.map((_, at) => meanOverRuns(runs, (run) => run.minutes.lightingPowerW[at]!) / 1000) };
  });
  const values = curves.flatMap((curve) => curve.values);
  if (!values.some((kilowatts) => kilowatts > 0)) return undefined;
  const about = words.lampPowerAbout(sides.map(({ name }) => name).join(', '), plain(Math.max(...values)), plain(Math.min(...values)));
  return timeCurves({ id, title: words.lampPower, description: about }, curves, language);
}
