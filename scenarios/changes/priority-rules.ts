import * as z from 'zod';
import { copyTable, tableFrom, type RowValues } from '../../engine/foundation/table.ts';
import { priorityMeans, priorityRuleColumns, ruleOf, usualRule } from '../../engine/twin/priority.ts';
import { intervalColumns } from '../../engine/twin/signals.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { allOrNames, why, type ChangeKind } from './change-kind.ts';
import { controllersWithoutExtension, namedControllers, unknownControllers } from './named-controllers.ts';

const schema = z.strictObject({
  change: z.literal('priority-rules'),
  why,
  controllers: allOrNames.meta({ description: 'names of signal controllers with bus priority, or "all" that have it' }),
  longestExtensionS: z.number().min(0).max(60).optional().meta({ description: 'stages that buses may prolong run on for so long at most, seconds; 0: no extension' }),
  earlyGreen: z.boolean().optional().meta({ description: 'whether other stages may end sooner for a bus' }),
  shortestStageS: z.number().min(4).max(120).optional().meta({ description: 'a stage that ends sooner lasts at least this long, seconds' }),
  lockoutCycles: z.number().min(0).max(10).optional().meta({ description: 'after one bus others wait for so many cycles' }),
  recoveryCycles: z.number().min(0).max(10).optional().meta({ description: 'the plan is on time again within so many cycles; 0: whenever it comes about' }),
  leastLateS: z.number().min(-86_400).max(3600).optional().meta({ description: 'buses less late than this are not served, seconds; negative: early ones too' }),
}).meta({ description: 'What signal controllers with bus priority may do for a bus. What is not said stays as it is.' });

type PriorityRules = z.infer<typeof schema>;

export const priorityRules: ChangeKind<typeof schema> = {
  schema,

  problems(change, twin, where) {
    const problems = unknownControllers(change.controllers, twin, `${where}.controllers`);
    return change.longestExtensionS ? [...problems, ...controllersWithoutExtension(chosen(change, twin), twin, `${where}.controllers`)] : problems;
  },

  apply(change, copy) {
    const rows = chosen(change, copy);
    if (rows.length === 0) return;
    const rules = withRules(change, copy, rows);
    if (!sameRows(rules, copy.priorityRules)) copy.priorityRules = rules;
    if (change.longestExtensionS !== undefined) prolong(copy, rows, change.longestExtensionS);
  },
};

/** Rows of the controllers that the change names: of "all", those with priority. */
function chosen({ controllers: wanted }: PriorityRules, twin: ReadingTwin | Twin): number[] {
  return namedControllers(wanted, twin).filter((row) => wanted !== 'all' || twin.controllers.busPriority[row] === 1);
}

function withRules(change: PriorityRules, copy: Twin, rows: readonly number[]): Twin['priorityRules'] {
  const before = copy.priorityRules, kept = Array.from({ length: before.count }, (_, row) => row).filter((row) => !rows.includes(before.controller[row]!));
  const rule = (controller: number): RowValues<typeof priorityRuleColumns> => {
    const own = ruleOf(copy, controller), { extension, earlyGreen } = priorityMeans;
    const means = allowed(allowed(own.means, extension, change.longestExtensionS === undefined ? undefined : change.longestExtensionS > 0), earlyGreen, change.earlyGreen);
    return {
      ...own, controller, means,
      shortestStageS: change.shortestStageS ?? own.shortestStageS, leastLateS: change.leastLateS ?? own.leastLateS,
      lockoutCycleCount: change.lockoutCycles ?? own.lockoutCycleCount, recoveryCycleCount: change.recoveryCycles ?? own.recoveryCycleCount,
    };
  };
  // Who follows the usual rules needs no row.
  const own = rows.map(rule).filter(({ controller, ...rest }) => before.controller.includes(controller) || Object.entries(rest).some(([name, value]) => usualRule[name as keyof typeof usualRule] !== value));
  const all = [...kept.map((row) => ({ ...ruleOf(copy, before.controller[row]!), controller: before.controller[row]! })), ...own];
  return tableFrom(priorityRuleColumns, all.sort((one, other) => one.controller - other.controller));
}

const sameRows = (one: Twin['priorityRules'], other: Twin['priorityRules']): boolean =>
  one.count === other.count && Object.keys(priorityRuleColumns).every((name) => Array.from({ length: one.count }, (_, row) => row).every((row) => one[name as keyof typeof usualRule][row] === other[name as keyof typeof usualRule][row]));

/** The means with one of them allowed or not; `undefined` leaves it. */
const allowed = (means: number, one: number, isAllowed: boolean | undefined): number =>
  isAllowed === undefined ? means : isAllowed ? means | one : means & ~one;

/** Only stages that may be prolonged already: which these are is part of the plan. */
function prolong(copy: Twin, rows: readonly number[], longestExtensionS: number): void {
  const intervals = copyTable(intervalColumns, copy.intervals);
  for (const controller of rows) {
    const first = copy.controllers.firstInterval[controller]!;
    for (let row = first; row < first + copy.controllers.intervalCount[controller]!; row++) {
      if (intervals.longestS[row]! > intervals.durationS[row]!) intervals.longestS[row] = intervals.durationS[row]! + longestExtensionS;
    }
  }
  if (intervals.longestS.some((longestS, row) => longestS !== copy.intervals.longestS[row])) copy.intervals = intervals;
}
