import type { Problem } from '../../engine/foundation/problem.ts';
import { nobodyWaitsTooLong } from '../../engine/twin/coordination-of.ts';
import { firstRowOf } from '../../engine/twin/group-limits.ts';
import { checkIntergreen, checkPlanLimits, checkPlansWhole, type PlanFault, type TellFault } from '../../engine/twin/plan-faults.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';

/** What a change that is not safe is told, where its plan is whole otherwise. */
const CODES: Partial<Record<PlanFault, string>> = {
  'twin-interval-without-duration': 'change-plan-green-of-nothing', 'twin-green-below-limit': 'change-plan-green-below-limit', 'twin-amber-below-limit': 'change-plan-amber-below-limit',
  'twin-wait-above-limit': 'change-plan-wait-above-limit', 'twin-plan-breaks-intergreen': 'change-plan-breaks-intergreen',
};

/** Everything that keeps the plans of these controllers from being safe, as the check of every city sees it; groups are counted from 1, as people do. */
export function unsafePlans(twin: ReadingTwin, controllers: readonly number[], where: string): Problem[] {
  const { signalGroups, intergreens, coordinations } = twin, problems: Problem[] = [];
  for (const controller of controllers) {
    const name = twin.controllers.name[controller]!;
    const tell: TellFault = (code, { group, endingGroup, startingGroup, ...more }) => void problems.push({
      severity: 'error', code: CODES[code] ?? code, where,
      parameters: { controller: name, ...more, ...(group === undefined ? {} : { group: Number(group) + 1 }), ...(endingGroup === undefined ? {} : { ending: Number(endingGroup) + 1, starting: Number(startingGroup) + 1 }) },
    });
    checkPlansWhole(twin, controller, tell);
    if (signalGroups.count > 0) checkPlanLimits(twin, controller, firstRowOf(signalGroups, controller), tell);
    for (let row = firstRowOf(intergreens, controller); row < intergreens.count && intergreens.controller[row] === controller; row++) checkIntergreen(twin, row, tell);
    const row = firstRowOf(coordinations, controller);
    if (row < coordinations.count && coordinations.controller[row] === controller && !nobodyWaitsTooLong(twin, { controller, stage: coordinations.stage[row]!, leastStageS: coordinations.leastStageS[row]! })) {
      problems.push({ severity: 'error', code: 'change-plan-coordination-waits', where, parameters: { controller: name } });
    }
  }
  return problems;
}
