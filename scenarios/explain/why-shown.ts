import { STEPS_S } from '../../engine/foundation/clock.ts';
import { actuationOf } from '../../engine/twin/actuation-of.ts';
import { coordinationOf } from '../../engine/twin/coordination-of.ts';
import { signalPlanOf } from '../../engine/twin/plan-of.ts';
import { services } from '../../engine/twin/priority-words.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { stageChoiceOf, type ControlKind } from './junction-control.ts';
import type { Asker, Decision, JunctionAt, RequestStory } from './junction-at.ts';

/**
 * Why a junction shows what it shows: somebody whose green is held, before whom its stage came (`called`) or for whom it ends
 * sooner (`cutShort`), or for whom green was taken from it before that it gets back now (`givenBack`); or else what runs the controller. `shortestS` and `longestS` where traffic decides between them.
 */
export type Why =
  | { because: 'held' | 'called' | 'cutShort' | 'givenBack'; asker: Asker; decision: Decision }
  | { because: 'clearing' }
  | { because: 'changing' }
  | { because: ControlKind; plan: string; isCoordinatedStage: boolean; shortestS: number; longestS: number };

type Shown = NonNullable<JunctionAt['shown']>;

/** Answers that hold the running stage; all other services end it for another. */
const holding: readonly Decision['answer'][] = ['extension', 'heldUntilPassed'];
const isService = ({ answer }: Decision): boolean => (services as readonly string[]).includes(answer);

/** `interval`: what is shown, as a row of `intervals`; `stageBeforeS`: since when the stage before it ran. */
export function whyShown(twin: ReadingTwin, controller: number, interval: number, shown: Shown, stageBeforeS: number, requests: readonly RequestStory[], atS: number): Why {
  if (shown.changingSinceS !== undefined) return { because: 'changing' };
  if (!shown.isStage) return { because: 'clearing' };
  const last = (isMeant: (decision: Decision, story: RequestStory) => boolean): { asker: Asker; decision: Decision } | undefined =>
    requests.flatMap((story) => story.decisions.filter((decision) => isService(decision) && isMeant(decision, story)).map((decision) => ({ asker: story, decision }))).sort((one, other) => one.decision.timeS - other.decision.timeS).at(-1);
  const isNow = ({ timeS }: Decision): boolean => timeS >= shown.sinceS && timeS <= atS;
  const held = last((decision) => isNow(decision) && holding.includes(decision.answer));
  if (held) return { because: 'held', ...bare(held) };
  const cut = last((decision) => isNow(decision) && !holding.includes(decision.answer) && decision.untilS >= atS);
  if (cut) return { because: 'cutShort', ...bare(cut) };
  // Asked for while the stage before ran, by one whom this stage lets go.
  const called = last(({ timeS, answer }, { towards }) => timeS >= stageBeforeS && timeS < shown.sinceS && !holding.includes(answer) && towards.some((street) => shown.green.includes(street)));
  if (called) return { because: 'called', ...bare(called) };
  const givenBack = givenBackTo(requests, shown);
  return givenBack ? { because: 'givenBack', ...bare(givenBack) } : byControl(twin, controller, interval, shown.plannedS);
}

/** For whom the green was taken that this stage has more than planned, as is told in the step in which it ends: at the end itself where steps and plans count alike. */
function givenBackTo(requests: readonly RequestStory[], { stage, untilS = Infinity }: Shown): { asker: Asker; decision: Decision } | undefined {
  const isThen = (timeS: number): boolean => timeS > untilS - STEPS_S.least && timeS < untilS + STEPS_S.most;
  for (const story of requests) {
    const decision = story.decisions.find((one) => one.answer === 'givenBack' && one.stage === stage && isThen(one.timeS));
    if (decision) return { asker: story, decision };
  }
  return undefined;
}

/** Who asked, without the rest of the story. */
const bare = ({ asker: { departure, line, vehicle }, decision }: { asker: Asker; decision: Decision }): { asker: Asker; decision: Decision } => ({ asker: { departure, line, vehicle }, decision });

function byControl(twin: ReadingTwin, controller: number, interval: number, plannedS: number): Why {
  const { actuations, coordinations, signalPlans } = twin, planRow = signalPlanOf(twin, interval), plan = planRow < 0 ? '' : signalPlans.name[planRow]!;
  const choice = stageChoiceOf(twin, controller), coordination = coordinationOf(twin, controller, interval), actuation = actuationOf(twin, interval);
  const fixed = { plan, isCoordinatedStage: false, shortestS: plannedS, longestS: plannedS };
  if (choice) return { ...fixed, because: choice };
  if (coordination >= 0) return { ...fixed, because: 'coordinated', isCoordinatedStage: coordinations.stage[coordination] === interval, shortestS: Math.min(plannedS, coordinations.leastStageS[coordination]!) };
  if (actuation >= 0) return { ...fixed, because: 'actuated', shortestS: actuations.shortestS[actuation]!, longestS: actuations.longestS[actuation]! };
  return { ...fixed, because: 'plan' };
}
