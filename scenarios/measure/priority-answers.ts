import { codeName } from '../../engine/foundation/table.ts';
import { priorityAnswer, priorityReason, services, type Service } from '../../engine/twin/priority-words.ts';
import type { ResultTables } from '../../engine/results/tables.ts';

/** What became of the requests for priority: each is counted once, by the best that it got. */
export interface PriorityAnswers {
  requests: number;
  /** Those that got something, by what that was. */
  served: Partial<Record<Service, number>>;
  /** Came on green without anything being changed. */
  notNeeded: number;
  /** Those that got nothing, by the reason told last. */
  refused: Partial<Record<keyof typeof priorityReason, number>>;
  /** How much sooner it was green for those served, by the plan, and what others waited longer for them, as the controllers estimated it: seconds, summed. */
  gainS: number;
  costVehicleS: number;
  /** Seconds of green that stages got back of what was taken from them for those served, and that they did not. */
  givenBackS: number;
  notGivenBackS: number;
}

/** Over the whole run; undefined where nobody asked. */
export function priorityAnswers({ tables: { priorityDecisions } }: { tables: Pick<ResultTables, 'priorityDecisions'> }): PriorityAnswers | undefined {
  const { count, controller, departure, askedS, answer, reason, gainS, costVehicleS, givenBackS } = priorityDecisions;
  if (count === 0) return undefined;
  const requests = new Map<string, { best: number; reason: number; gainS: number }>();
  let costs = 0, backS = 0, neverBackS = 0;
  for (let row = 0; row < count; row++) {
    // What became of the green is no answer to anybody.
    if (answer[row] === priorityAnswer.givenBack) backS += givenBackS[row]!;
    if (answer[row] === priorityAnswer.notGivenBack) neverBackS += givenBackS[row]!;
    if (answer[row] === priorityAnswer.givenBack || answer[row] === priorityAnswer.notGivenBack) continue;
    const key = `${controller[row]} ${departure[row]} ${askedS[row]}`, known = requests.get(key), mine = rankOf(answer[row]!);
    // A green that is held longer and longer costs each time; it is won once.
    costs += costVehicleS[row]!;
    const won = Math.max(known?.gainS ?? 0, gainS[row]!);
    if (!known || mine > rankOf(known.best) || (mine === rankOf(known.best) && mine === rankOf(priorityAnswer.refused))) requests.set(key, { best: answer[row]!, reason: reason[row]!, gainS: won });
    else known.gainS = won;
  }
  const all = [...requests.values()], counted = (code: number): number => all.filter(({ best }) => best === code).length;
  const refused: PriorityAnswers['refused'] = {};
  for (const { best, reason: why } of all) {
    if (best !== priorityAnswer.refused) continue;
    const name = codeName(priorityReason, why) as keyof typeof priorityReason;
    refused[name] = (refused[name] ?? 0) + 1;
  }
  const served = Object.fromEntries(services.map((name) => [name, counted(priorityAnswer[name])]).filter(([, times]) => times !== 0));
  return { requests: requests.size, served, notNeeded: counted(priorityAnswer.notNeeded), refused, gainS: all.reduce((sum, one) => sum + one.gainS, 0), costVehicleS: costs, givenBackS: backS, notGivenBackS: neverBackS };
}

/** The end of a request says nothing of what it got; served is more than refused, whatever came after. */
function rankOf(answer: number): number {
  const service = services.findIndex((name) => priorityAnswer[name] === answer);
  return service >= 0 ? 3 + service : answer === priorityAnswer.notNeeded ? 2 : answer === priorityAnswer.refused ? 1 : 0;
}

/** Requests that got something. */
export const servedCount = ({ served }: PriorityAnswers): number => Object.values(served).reduce((sum, times) => sum + times, 0);

/** Requests that ended before anything was answered, or whose answer is of the time before the run measured. */
export const unansweredCount = (answers: PriorityAnswers): number =>
  answers.requests - servedCount(answers) - answers.notNeeded - Object.values(answers.refused).reduce((sum, times) => sum + times, 0);
