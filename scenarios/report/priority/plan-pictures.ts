import { formatClock } from '../../../engine/foundation/clock.ts';
import { firstRowOf } from '../../../engine/twin/group-limits.ts';
import { signalPlanOf } from '../../../engine/twin/plan-of.ts';
import { groupName } from '../../language/group-name.ts';
import { wordsIn, type Language } from '../../language/language.ts';
import { numbersIn } from '../../language/numbers.ts';
import { priorityReportWords } from '../../language/priority-report.ts';
import { signalPlanWords } from '../../language/signal-plans.ts';
import { planDiagram, type PlanDiagram } from '../../measure/signal-diagrams.ts';
import type { PlanSpan, StageShown } from '../../measure/signal-use.ts';
import { coordinatedStageOf, planControlOf, stageLimits } from '../../measure/stage-limits.ts';
import { markup, type Markup } from '../figures/markup.ts';
import { stageDiagram } from '../figures/stage-diagram.ts';
import { junctionRows, type JunctionRow } from './junction-section.ts';
import type { PictureOf, PriorityInput, PriorityRun, PrioritySide } from './priority-input.ts';

/** A controller that goes to and fro between plans is told so far. */
const MOST_SPANS = 4;

/** A plan that ran on one side or on both: what it shows, and on which sides under which interval it begins. */
interface RunPlan { name: string; diagram: PlanDiagram; ran: { side: PrioritySide; first: number; spans: PlanSpan[] }[] }

/** The plans that ran at the junctions that say most: where most buses and trams pass, one that changes its plan, one where somebody goes before it. */
export function planPictures(input: PriorityInput): PictureOf[] {
  const rows = junctionRows(input), words = wordsIn(signalPlanWords, input.language);
  const chosen: [JunctionRow | undefined, (title: string) => string][] = [
    [rows[0], words.ofBusiest], [rows.find(({ controller }) => sidesOf(input).some((side) => plansOf(side, controller).size > 1)), words.ofChanging],
    [rows.find(({ controller }) => sidesOf(input).some(({ twin: { preemptionRules } }) => preemptionRules.controller[firstRowOf(preemptionRules, controller)] === controller)), words.ofBeforePlan],
  ];
  return chosen.flatMap(([row, caption], at) => (row === undefined || chosen.findIndex(([one]) => one?.controller === row.controller) !== at ? [] : ofJunction(input, row, caption(row.title), `stages-${at}`)));
}

const sidesOf = ({ baseline, scenario }: PriorityInput): readonly PrioritySide[] => [baseline, scenario];

/** Plans of the first run of a side, by their first interval, in the order in which they came. */
function plansOf({ runs }: PrioritySide, controller: number): Map<number, PlanSpan[]> {
  const plans = new Map<number, PlanSpan[]>();
  for (const span of runs[0]?.signals.get(controller)?.plans ?? []) plans.set(span.firstInterval, [...(plans.get(span.firstInterval) ?? []), span]);
  return plans;
}

/** One picture for each plan that ran: one for both sides where it is the same. */
function ofJunction(input: PriorityInput, { controller, title }: JunctionRow, caption: string, id: string): PictureOf[] {
  const { language } = input, words = wordsIn(signalPlanWords, language), plans = new Map<string, RunPlan>();
  for (const side of sidesOf(input)) {
    for (const [first, spans] of plansOf(side, controller)) {
      const diagram = planDiagram(side.twin, controller, first), row = signalPlanOf(side.twin, first), name = row < 0 ? '' : side.twin.signalPlans.name[row]!;
      const key = JSON.stringify([name, diagram.cycleS, diagram.groups, diagram.stages.map(({ fromS, untilS }) => [fromS, untilS])]), known = plans.get(key);
      if (known) known.ran.push({ side, first, spans });
      else plans.set(key, { name, diagram, ran: [{ side, first, spans }] });
    }
  }
  return [...plans.values()].map((plan, at) => {
    const { cycleS, groups, stages } = plan.diagram, named = plan.name === '' || plans.size === 1 ? caption : words.planNamed(caption, plan.name);
    const svg = stageDiagram({ controller: title, lengthS: cycleS, stages, groups: groups.map(({ use, spans }) => ({ name: groupName(use, language), spans })) }, `${id}-${at}`, language);
    return { caption: named, svg, below: markup`${plan.ran.map((one) => sentences(one, controller, plan.ran.length === sidesOf(input).length, language))}${plans.size > 1 ? markup`<p class="note">${words.changesOver}</p>` : undefined}${stageTable(plan, controller, named, language)}` };
  });
}

/** When the plan ran on a side, and who said there how long its stages last. */
function sentences({ side: { question, twin }, first, spans }: RunPlan['ran'][number], controller: number, ranOnBoth: boolean, language: Language): Markup {
  const words = wordsIn(signalPlanWords, language), { plain } = numbersIn(language), clock = (timeS: number): string => formatClock(timeS).slice(0, 5);
  const hours = spans.slice(0, MOST_SPANS).map(({ fromS, untilS }) => words.fromUntil(clock(fromS), clock(untilS))).join(', ') + (spans.length > MOST_SPANS ? '…' : '');
  const coordinated = coordinatedStageOf(twin, controller, first), number = Array.from({ length: coordinated - first + 1 }, (_, at) => first + at).filter((interval) => twin.intervals.stage[interval] === 1).length;
  const control = words.control(planControlOf(twin, controller, first), plain(number), twin.controllers.busPriority[controller] === 1);
  const rules = twin.preemptionRules, goesBefore = rules.controller[firstRowOf(rules, controller)] === controller ? ` ${words.goesBefore}` : '';
  return markup`<p class="note"><strong>${ranOnBoth ? question.title[language] : words.onlyOn(question.title[language])}</strong> ${words.ranFrom(hours)} ${control}${goesBefore}</p>`;
}

/** Stage by stage: its length in the plan, between what it may come to, and what it came to over all seeds. */
function stageTable({ diagram, ran }: RunPlan, controller: number, label: string, language: Language): Markup {
  const words = wordsIn(signalPlanWords, language), report = wordsIn(priorityReportWords, language), { plain } = numbersIn(language), seconds = (value: number): string => plain(value, Number.isInteger(value) ? 0 : 1);
  const rows = diagram.stages.flatMap(({ interval, fromS, untilS }, at) => ran.map(({ side, first }) => {
    const own = first + interval - ran[0]!.first, { shortestS, longestS } = stageLimits(side.twin, controller, own), shown = shownOver(side.runs, controller, own);
    return markup`<tr data-stage="${at + 1}" data-times="${shown?.times}" data-mean="${shown && shown.sumS / shown.times}"><th scope="row">${plain(at + 1)}</th><td>${side.question.title[language]}</td><td class="number">${seconds(untilS - fromS)}</td>
<td class="number">${longestS === undefined ? words.atLeast(seconds(shortestS)) : words.between(seconds(shortestS), seconds(longestS))}</td>
<td class="number">${shown ? markup`${plain(shown.sumS / shown.times, 1)} <span class="unit">[${seconds(shown.shortestS)} ; ${seconds(shown.longestS)}]</span>` : '–'}</td><td class="number">${plain((shown?.times ?? 0) / side.runs.length)}</td></tr>`;
  }));
  const heads = [words.plannedS, words.allowedS, words.shownS, words.timesShown];
  return markup`<div class="wide" role="region" aria-label="${words.stageTable(label)}" tabindex="0"><table class="figures stages"><thead><tr><th scope="col">${words.stage}</th><th scope="col">${report.side}</th>${heads.map((head) => markup`<th scope="col" class="number">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Over all runs of a side; undefined where the stage never ran whole. */
function shownOver(runs: readonly PriorityRun[], controller: number, interval: number): StageShown | undefined {
  const all = runs.map(({ signals }) => signals.get(controller)?.stages.get(interval)).filter((one) => one !== undefined);
  if (all.length === 0) return undefined;
  return {
    times: all.reduce((sum, { times }) => sum + times, 0), sumS: all.reduce((sum, { sumS }) => sum + sumS, 0),
    shortestS: Math.min(...all.map(({ shortestS }) => shortestS)), longestS: Math.max(...all.map(({ longestS }) => longestS)),
  };
}
