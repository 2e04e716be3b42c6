import { formatClock } from '../../../engine/foundation/clock.ts';
import { competing, priorityMeans, ruleOf, usualRule, type PriorityRule } from '../../../engine/twin/priority.ts';
import { lineClass } from '../../../engine/twin/transit.ts';
import type { ReadingTwin } from '../../../engine/twin/twin.ts';
import { wordsIn, type Language } from '../../language/language.ts';
import { numbersIn } from '../../language/numbers.ts';
import { conditionsInWords, type Conditions } from '../../language/priority-conditions.ts';
import { priorityReportWords } from '../../language/priority-report.ts';
import { markup, type Markup } from '../figures/markup.ts';
import { MOST_NAMES, namesOf, otherSettings } from './other-settings.ts';
import type { PriorityInput } from './priority-input.ts';

/** A day early is how rules say that whoever asks is served. */
const ANY_LATENESS_S = -3600;

/** The rules that controllers follow on each side: those alike stand in one row, with how many follow them. */
export function settingsSection({ language, baseline, scenario }: PriorityInput): Markup {
  const words = wordsIn(priorityReportWords, language);
  const heads = [words.controllersCount, words.means, words.lateFrom, words.otherConditions, words.shortestStage, words.lockout, words.recovery, words.compensation, words.timeOut];
  return markup`${[baseline, scenario].map(({ question, twin }) => markup`<h3>${question.title[language]}</h3><div class="wide" role="region" aria-label="${words.settings}, ${question.title[language]}" tabindex="0"><table class="figures"><thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rulesOf(twin, language).map(([controllers, cells]) => markup`<tr><td>${numbersIn(language).plain(controllers.length)}${controllers.length > MOST_NAMES ? undefined : markup`<br><span class="note">${namesOf(twin, controllers, language)}</span>`}</td>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>${otherSettings(twin, language)}`)}`;
}

function rulesOf(twin: ReadingTwin, language: Language): [controllers: number[], cells: string[]][] {
  const words = wordsIn(priorityReportWords, language), { plain } = numbersIn(language), following = new Map<string, number[]>();
  for (let controller = 0; controller < twin.controllers.count; controller++) {
    const rule = ruleOf(twin, controller), { means, leastLateS, shortestStageS, lockoutCycleCount, recoveryCycleCount, compensationCycleCount, timeOutS } = rule;
    const allowed = Object.entries(priorityMeans).flatMap(([name, bit]) => ((means & bit) !== 0 ? [words.meansNamed(name as keyof typeof priorityMeans)] : []));
    const cells = twin.controllers.busPriority[controller] === 0 || allowed.length === 0
      ? [words.noPriority, ...new Array<string>(7).fill('–')]
      : [allowed.join(', '), leastLateS <= ANY_LATENESS_S ? words.everybody : `${plain(leastLateS)} s`, conditionsInWords(unusual(rule), language).filter((one) => one !== '').join(', ') || '–', `${plain(shortestStageS)} s`, plain(lockoutCycleCount), recoveryCycleCount === 0 ? words.notNeeded : plain(recoveryCycleCount), compensationCycleCount === 0 ? '–' : plain(compensationCycleCount), `${plain(timeOutS)} s`];
    const key = JSON.stringify(cells);
    following.set(key, [...(following.get(key) ?? []), controller]);
  }
  return [...following].sort(([, one], [, other]) => other.length - one.length).map(([key, controllers]) => [controllers, JSON.parse(key) as string[]]);
}

/** Conditions beside lateness that are not those of everybody, at all times, first come. */
function unusual({ leastHeadwayShare, leastAboardCount, lineClasses, servesFromS, servesUntilS, competing: settledBy }: PriorityRule): Conditions {
  const ofClasses = (['ordinary', 'structuring'] as const).filter((name) => (lineClasses & lineClass[name]) !== 0), clock = (timeS: number): string => formatClock(timeS).slice(0, 5);
  return {
    ...(leastHeadwayShare > 0 ? { leastHeadwayShare } : {}), ...(leastAboardCount > 0 ? { leastAboardCount } : {}), ...(lineClasses !== usualRule.lineClasses ? { lineClasses: ofClasses } : {}),
    ...(servesFromS !== usualRule.servesFromS || servesUntilS !== usualRule.servesUntilS ? { servesFrom: clock(servesFromS), servesUntil: clock(servesUntilS) } : {}),
    ...(settledBy === competing.exact ? { competing: 'exact' } : {}),
  };
}
