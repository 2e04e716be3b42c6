import type { Change } from '../changes/change.ts';
import type { IndicatorName } from '../measure/indicators.ts';
import { baseline } from './baseline.ts';
import { OF_LAMPS, movesLight } from './leading-indicators.ts';
import { questions } from './library.ts';
import type { Question } from './question.ts';

/** Kinds of change that are about the same thing: the library has a question on one of each row. */
const KIN: readonly (readonly Change['change'][])[] = [
  OF_LAMPS, ['bus-priority', 'priority-rules', 'transponders'], ['preemption', 'emergency-trip'], ['signal-control', 'signal-plan'],
  ['headway', 'timetable-shift', 'run-time', 'bus-holding', 'passenger-growth'], ['demand-growth', 'event-crowd'], ['weather-night'],
  ['close-link', 'close-lane', 'incident', 'limit-by-time', 'speed-limit', 'divert', 'bus-lane', 'bollard-hours'],
];

/** Changes that a person wrote down in a file, as a question: it is answered by the figures of the library's questions on the like. */
export const questionOfFile = (file: string, changes: readonly Change[]): Question => ({
  name: file,
  title: { fr: `Changements de ${file}`, en: `Changes of ${file}` },
  question: { fr: `Que font les changements écrits dans ${file} ?`, en: `What do the changes written in ${file} do?` },
  when: baseline.when,
  seeds: baseline.seeds,
  changes,
  indicators: thatMayMove(changes, likeQuestions(changes).flatMap(({ indicators }) => indicators)),
});

/** A city of its own as it stands, held against another one with the same vehicles: its plans have been edited, say. `differs`: tables of the twin that are not alike. */
export const questionOfCity = (file: string, city: string, differs: readonly string[]): Question => ({
  name: file,
  title: { fr: `${city} (${file})`, en: `${city} (${file})` },
  question: { fr: `Comment fonctionne la ville telle qu’elle est dans ${file} ?`, en: `How does the city work as it is in ${file}?` },
  when: baseline.when,
  seeds: baseline.seeds,
  changes: [],
  ofCity: { file, differs },
  indicators: [...new Set<IndicatorName>([...questions.find(({ name }) => name === 'bus-priority-off')!.indicators, ...baseline.indicators])],
});

/** Each of them once; those of lighting, which nothing but lamps can move, only where lamps are changed. */
function thatMayMove(changes: readonly Change[], names: readonly IndicatorName[]): IndicatorName[] {
  const light = movesLight({ changes });
  return [...new Set(names)].filter((name) => light || !name.startsWith('lighting-'));
}

/** Those on the very kind of each change, whose figures are what such a change is made for; on kinds like it where there is none. */
function likeQuestions(changes: readonly Change[]): Question[] {
  const about = (kinds: readonly Change['change'][]): Question[] => questions.filter((question) => question.changes.some(({ change }) => kinds.includes(change)));
  const like = [...new Set(changes.map(({ change }) => change))].map((kind) => {
    const own = about([kind]);
    return own.length > 0 ? own : about(KIN.find((row) => row.includes(kind)) ?? []);
  });
  return [...new Set(like.flat())];
}
