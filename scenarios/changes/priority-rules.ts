import * as z from 'zod';
import { DAY_S, formatClock } from '../../engine/foundation/clock.ts';
import type { Problem } from '../../engine/foundation/problem.ts';
import { copyTable, tableFrom, type RowValues } from '../../engine/foundation/table.ts';
import { competing, priorityMeans, priorityRuleColumns, ruleOf, usualRule, type PriorityRule } from '../../engine/twin/priority.ts';
import { intervalColumns } from '../../engine/twin/signals.ts';
import { lineClass } from '../../engine/twin/transit.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { allOrNames, clockS, clockTime, why, type ChangeKind } from './change-kind.ts';
import { namesMeant, type Claim } from './claim.ts';
import { controllersWithoutExtension, namedControllers, unknownControllers } from './named-controllers.ts';

const schema = z.strictObject({
  change: z.literal('priority-rules'),
  why,
  controllers: allOrNames.meta({ description: 'names of signal controllers with bus priority, or "all" that have it' }),
  longestExtensionS: z.number().min(0).max(60).optional().meta({ description: 'stages that buses may prolong run on for so long at most, seconds; 0: no extension for a bus, while the plan may still make up for an early green by them' }),
  earlyGreen: z.boolean().optional().meta({ description: 'whether other stages may end sooner for a bus' }),
  skip: z.boolean().optional().meta({ description: 'whether stages in which nobody waits may be left out for a bus' }),
  insertion: z.boolean().optional().meta({ description: 'whether the stage of a bus may be shown out of turn, once more than the plan has it' }),
  rotation: z.boolean().optional().meta({ description: 'whether the stage of a bus may change places with those before it' }),
  shortestStageS: z.number().min(4).max(120).optional().meta({ description: 'a stage that ends sooner lasts at least this long, seconds' }),
  clearQueueS: z.number().min(0).max(60).optional().meta({ description: 'an early green begins this long before the bus comes, for the queue before it, seconds' }),
  passingMarginS: z.number().min(0).max(20).optional().meta({ description: 'a green is held until so long after the bus is expected, seconds' }),
  lockoutCycles: z.number().min(0).max(10).optional().meta({ description: 'after one bus others wait for so many cycles' }),
  recoveryCycles: z.number().min(0).max(10).optional().meta({ description: 'the plan is on time again within so many cycles; 0: whenever it comes about' }),
  compensationCycles: z.number().min(0).max(10).optional().meta({ description: 'a stage that was shortened for a bus gets the green back in its next turns, so many at the most; 0: it does not' }),
  keepsOffset: z.boolean().optional().meta({ description: 'whether longer stages make up for an early green, so that the plan stays in step with its neighbours' }),
  leastLateS: z.number().min(-86_400).max(3600).optional().meta({ description: 'buses less late than this are not served, seconds; negative: early ones too' }),
  leastHeadwayShare: z.number().min(0).max(3).optional().meta({ description: 'buses that follow the one before of their line within less than this share of the timetabled headway are not served' }),
  leastAboardCount: z.int().min(0).max(400).optional().meta({ description: 'buses with fewer people aboard are not served' }),
  lineClasses: z.array(z.enum(['ordinary', 'structuring'])).min(1).optional().meta({ description: 'classes of lines that are served' }),
  servesFrom: clockTime.optional().meta({ description: 'nobody is served before this time of the day, HH:MM' }),
  servesUntil: clockTime.optional().meta({ description: 'nor from this one on, HH:MM; earlier than the other: at night' }),
  competing: z.enum(['first-come', 'exact']).optional().meta({ description: 'who is served where several ask that cannot all be: who asked first, or what costs all of them together the least' }),
}).meta({
  description: 'What signal controllers with bus priority may do for a bus. What is not said stays as it is.',
  examples: [{ change: 'priority-rules', why: 'Meeting of 12 March', controllers: ['n44', 'n4'], longestExtensionS: 12, leastLateS: 60 }],
});

type PriorityRules = z.infer<typeof schema>;

export const priorityRules: ChangeKind<typeof schema> = {
  schema,

  problems(change, twin, where) {
    const rows = chosen(change, twin), problems = [...unknownControllers(change.controllers, twin, `${where}.controllers`), ...emptyHours(change, twin, rows, where), ...untoldConditions(change, twin, where)];
    return change.longestExtensionS ? [...problems, ...controllersWithoutExtension(rows, twin, `${where}.controllers`)] : problems;
  },

  claims({ controllers, change: _kind, why: _why, ...set }, twin) {
    const { names, breadth } = namesMeant(controllers, twin.controllers.name), fields = Object.entries(set).filter(([, value]) => value !== undefined);
    // Of "all", those with priority: which these are another change may alter.
    return names.flatMap((of): Claim[] => [...(set.longestExtensionS === undefined ? [] : [{ what: 'signal-plan', of } as const]), ...(breadth > 0 ? [{ what: 'bus-priority', of } as const] : []), ...fields.map(([part, value]): Claim => ({ what: 'priority-rule', of, part, value: JSON.stringify(value), breadth }))]);
  },


  apply(change, copy) {
    const rows = chosen(change, copy);
    if (rows.length === 0) return;
    const rules = withRules(change, copy, rows);
    if (!sameRows(rules, copy.priorityRules)) copy.priorityRules = rules;
    if (change.longestExtensionS) prolong(copy, rows, change.longestExtensionS);
  },
};

/** Warnings where no vehicle of the city could tell what a condition asks: it then keeps nobody from being served. */
function untoldConditions({ leastHeadwayShare = 0, leastAboardCount = 0, lineClasses }: PriorityRules, { lines, lineStops, interiors }: ReadingTwin, where: string): Problem[] {
  const warn = (code: string, field: string): Problem[] => [{ severity: 'warning', code, where: `${where}.${field}`, parameters: {} }];
  return [
    ...(leastHeadwayShare > 0 && lineStops.count === 0 ? warn('change-headway-untold', 'leastHeadwayShare') : []),
    ...(leastAboardCount > 0 && (interiors.count === 0 || lineStops.count === 0) ? warn('change-load-untold', 'leastAboardCount') : []),
    ...(lineClasses && !lineClasses.some((name) => Array.from(lines.lineClass).includes(lineClass[name]) || (name === 'ordinary' && lines.count === 0)) ? warn('change-no-line-of-class', 'lineClasses') : []),
  ];
}

/** An error where the change leaves a controller no time of the day at which it serves. */
function emptyHours(change: PriorityRules, twin: ReadingTwin, rows: readonly number[], where: string): Problem[] {
  if (change.servesFrom === undefined && change.servesUntil === undefined) return [];
  const empty = rows.map((controller) => hours(change, twin, controller)).find(({ servesFromS, servesUntilS }) => servesFromS % DAY_S === servesUntilS % DAY_S && servesUntilS - servesFromS !== DAY_S);
  return empty === undefined ? [] : [{
    severity: 'error', code: 'change-empty-span', where: `${where}.${change.servesUntil === undefined ? 'servesFrom' : 'servesUntil'}`, parameters: { from: formatClock(empty.servesFromS).slice(0, 5) },
  }];
}

/** Between which times of the day a controller serves, with the change. */
function hours({ servesFrom, servesUntil }: PriorityRules, twin: ReadingTwin | Twin, controller: number): Pick<PriorityRule, 'servesFromS' | 'servesUntilS'> {
  const own = ruleOf(twin, controller);
  return { servesFromS: servesFrom === undefined ? own.servesFromS : clockS(servesFrom), servesUntilS: servesUntil === undefined ? own.servesUntilS : clockS(servesUntil) };
}

/** Rows of the controllers that the change names: of "all", those with priority. */
function chosen({ controllers: wanted }: PriorityRules, twin: ReadingTwin | Twin): number[] {
  return namedControllers(wanted, twin).filter((row) => wanted !== 'all' || twin.controllers.busPriority[row] === 1);
}

function withRules(change: PriorityRules, copy: Twin, rows: readonly number[]): Twin['priorityRules'] {
  const before = copy.priorityRules, kept = Array.from({ length: before.count }, (_, row) => row).filter((row) => !rows.includes(before.controller[row]!));
  const rule = (controller: number): RowValues<typeof priorityRuleColumns> => {
    const own = ruleOf(copy, controller);
    return {
      ...own, controller, means: meansWith(change, own.means),
      shortestStageS: change.shortestStageS ?? own.shortestStageS, clearQueueS: change.clearQueueS ?? own.clearQueueS, passingMarginS: change.passingMarginS ?? own.passingMarginS,
      lockoutCycleCount: change.lockoutCycles ?? own.lockoutCycleCount, recoveryCycleCount: change.recoveryCycles ?? own.recoveryCycleCount,
      compensationCycleCount: change.compensationCycles ?? own.compensationCycleCount,
      keepsOffset: change.keepsOffset === undefined ? own.keepsOffset : Number(change.keepsOffset),
      leastLateS: change.leastLateS ?? own.leastLateS, leastHeadwayShare: change.leastHeadwayShare ?? own.leastHeadwayShare, leastAboardCount: change.leastAboardCount ?? own.leastAboardCount,
      lineClasses: change.lineClasses ? change.lineClasses.reduce((bits, name) => bits | lineClass[name], 0) : own.lineClasses, ...hours(change, copy, controller),
      competing: change.competing === undefined ? own.competing : change.competing === 'exact' ? competing.exact : competing.firstCome,
    };
  };
  // Who follows the usual rules needs no row.
  const own = rows.map(rule).filter(({ controller, ...rest }) => before.controller.includes(controller) || Object.entries(rest).some(([name, value]) => usualRule[name as keyof typeof usualRule] !== value));
  const all = [...kept.map((row) => ({ ...ruleOf(copy, before.controller[row]!), controller: before.controller[row]! })), ...own];
  return tableFrom(priorityRuleColumns, all.sort((one, other) => one.controller - other.controller));
}

const sameRows = (one: Twin['priorityRules'], other: Twin['priorityRules']): boolean =>
  one.count === other.count && Object.keys(priorityRuleColumns).every((name) => Array.from({ length: one.count }, (_, row) => row).every((row) => one[name as keyof typeof usualRule][row] === other[name as keyof typeof usualRule][row]));

/** What is said of a means allows it or not. */
function meansWith({ longestExtensionS, earlyGreen, skip, insertion, rotation }: PriorityRules, means: number): number {
  const said = { extension: longestExtensionS === undefined ? undefined : longestExtensionS > 0, earlyGreen, skip, insertion, rotation };
  return Object.entries(said).reduce((bits, [name, isAllowed]) => allowed(bits, priorityMeans[name as keyof typeof said], isAllowed), means);
}

/** The means with one of them allowed or not; `undefined` leaves it. */
const allowed = (means: number, one: number, isAllowed: boolean | undefined): number =>
  isAllowed === undefined ? means : isAllowed ? means | one : means & ~one;

/** Only stages that may be prolonged already: which these are is part of the plan, so "no extension" takes the means away and leaves it, for an exception after it. */
function prolong(copy: Twin, rows: readonly number[], longestExtensionS: number): void {
  const intervals = copyTable(intervalColumns, copy.intervals);
  const named = new Set(rows);
  // In all plans of theirs, whatever the hour.
  for (let row = 0; row < intervals.count; row++) {
    if (named.has(intervals.controller[row]!) && intervals.longestS[row]! > intervals.durationS[row]!) intervals.longestS[row] = intervals.durationS[row]! + longestExtensionS;
  }
  if (intervals.longestS.some((longestS, row) => longestS !== copy.intervals.longestS[row])) copy.intervals = intervals;
}
