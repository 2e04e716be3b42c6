import type { GroupUse } from '../measure/signal-diagrams.ts';
import { wordsIn, type Language } from './language.ts';
import { priorityReportWords } from './priority-report.ts';

const arrows: Readonly<Record<string, string>> = { straight: '↑', right: '→', left: '←', uTurn: '↩' };

/** What a signal group is called: the streets that it lets off with the ways they turn, or who crosses on foot. */
export const groupName = ({ streets, turns, isForPeople }: GroupUse, language: Language): string =>
  (isForPeople ? wordsIn(priorityReportWords, language).peopleCross(streets.join(', ')) : `${streets.join(', ')} ${turns.map((turn) => arrows[turn]).join('')}`);
