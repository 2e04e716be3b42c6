import { FEWEST_PAIRS } from '../../compare/compare-runs.ts';
import { wordsIn } from '../../language/language.ts';
import { numbersIn } from '../../language/numbers.ts';
import { priorityReportWords } from '../../language/priority-report.ts';
import { losers, type ClassLoss, type Loser } from '../../measure/class-losses.ts';
import { ASSUMED_PEOPLE } from '../../measure/people-aboard.ts';
import { markup, type Markup } from '../figures/markup.ts';
import { paired, pairedCell, type Paired } from './paired.ts';
import type { PriorityInput, PriorityRun } from './priority-input.ts';

const HOUR_S = 3600;

/** Who wins and who pays at signals, class by class: a passage, and all people of the class together. */
export function classSection(input: PriorityInput): Markup {
  const { language } = input, words = wordsIn(priorityReportWords, language), { plain } = numbersIn(language), { bus, tram, car, lorry } = ASSUMED_PEOPLE;
  const sum = ({ classes }: PriorityRun, of: keyof ClassLoss, all: readonly Loser[]): number => all.reduce((whole, one) => whole + classes[one][of], 0);
  const row = (name: string, all: readonly Loser[], per: 'passages' | 'people'): Markup | undefined => {
    const passages = paired(input, (run) => sum(run, per, all));
    if (!passages || (passages.was === 0 && passages.is === 0)) return undefined;
    const delay = paired(input, (run) => { const count = sum(run, per, all); return count > 0 ? sum(run, per === 'people' ? 'peopleDelayS' : 'delayS', all) / count : null; });
    return markup`<tr data-class="${all.length > 1 ? 'all' : all[0]}"><th scope="row">${name}</th>${countCell(passages, plain)}${pairedCell(delay, 'delay', 1, language)}${pairedCell(paired(input, (run) => sum(run, 'peopleDelayS', all) / HOUR_S), 'people-hours', 1, language)}</tr>`;
  };
  const pairs = paired(input, () => 0)?.pairs ?? 0, heads = [words.delayPassage, words.peopleHours];
  return markup`<p>${words.classesAbout}</p><div class="wide" role="region" aria-label="${words.classes}" tabindex="0"><table class="figures"><thead><tr><th scope="col">${words.whoLoses}</th><th scope="col" class="number">${words.passagesARun}</th>${heads.map((head) => markup`<th scope="col" class="number">${head}</th>`)}</tr></thead>
<tbody>${losers.map((one) => row(words.loser(one), [one], 'passages'))}${row(words.everyone, losers, 'people')}</tbody></table></div><p class="note">${pairs < FEWEST_PAIRS ? words.cellsOfOne : words.cellsAre(plain(pairs))} ${words.limitPeople(plain(bus), plain(tram), plain(car, 1), plain(lorry))}</p>`;
}

const countCell = ({ was, is }: Paired, plain: (value: number) => string): Markup => markup`<td class="number" data-was="${was}" data-is="${is}">${plain(was) === plain(is) ? plain(was) : `${plain(was)} → ${plain(is)}`}</td>`;
