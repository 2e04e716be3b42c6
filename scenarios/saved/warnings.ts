import { eachOnce, type Problem } from '../../engine/foundation/problem.ts';
import type { Language } from '../language/language.ts';
import { inWords, placeOf } from '../language/problems.ts';
import { changesNothing, movesLight } from '../questions/leading-indicators.ts';
import type { SavedSide } from './saved-comparison.ts';

type Sides = { [Side in 'baseline' | 'scenario']: Pick<SavedSide, 'question' | 'warnings'> } & { /** Undefined where nothing ran. */ settings?: object | undefined };

/** What a person should know of both sides before they read figures, each once; nothing of one that was kept before warnings were. */
export const warningsOf = ({ baseline, scenario }: Sides): Problem[] =>
  eachOnce([...(baseline.warnings ?? []), ...(scenario.warnings ?? [])]);

/** Codes of a change of which the figures show nothing. */
const IDLE = ['cli-change-outside-span', 'change-without-effect'];

/** Codes of a span in which nothing moves but lamps. */
const NOBODY_DRIVES = ['cli-none-departs', 'cli-no-departures', 'cli-no-streets'];

/** Whether nothing of what was to be compared is in what was simulated: that nothing differs is then no finding. */
export function restsOnNothing({ baseline, scenario, settings }: Sides): boolean {
  const changing = [baseline, scenario].filter(({ question }) => !changesNothing(question)), nobody = [baseline, scenario].every(({ warnings = [] }) => warnings.some(({ code }) => NOBODY_DRIVES.includes(code)));
  if (settings && nobody && !changing.some(({ question }) => movesLight(question))) return true;
  return changing.length > 0 && changing.every(({ question: { changes, ofCity }, warnings = [] }) =>
    ofCity === undefined && changes.every((_, at) => warnings.some(({ code, where }) => IDLE.includes(code) && where === `changes.${at}`)));
}

/** 'change 1 (headway): this change is from 19:00 to ...': as the terminal says it. */
export const saidWarning = (problem: Problem, language: Language): { place: string; said: string } => ({ place: problem.where && placeOf(problem, language), said: inWords(problem, language) });
