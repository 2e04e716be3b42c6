import * as z from 'zod';
import { tableFrom, type RowValues } from '../../engine/foundation/table.ts';
import { preemptionLevel, preemptionRuleColumns, usualEmergencyTransponder } from '../../engine/twin/preemption.ts';
import { transponderColumns, usualTransponder } from '../../engine/twin/priority.ts';
import { category } from '../../engine/twin/streets.ts';
import type { Twin } from '../../engine/twin/twin.ts';
import { allOrNames, why, type ChangeKind } from './change-kind.ts';
import { namesMeant, type Claim } from './claim.ts';
import { namedControllers, unknownControllers } from './named-controllers.ts';

const schema = z.strictObject({
  change: z.literal('preemption'),
  why,
  controllers: allOrNames.meta({ description: 'names of signal controllers, or "all"' }),
  vehicles: z.enum(['bus', 'tram', 'emergency']).meta({ description: 'who goes before the plan; they all carry what it takes' }),
  level: z.enum(['none', 'hold', 'absolute', 'emergency']).meta({
    description: 'how far: a green that they reach is held until they have passed; their stage is called so that it shows when they come, and held; the same before all others',
  }),
  leastClearS: z.number().min(0).max(60).default(2).meta({ description: 'their green stands at least this long before they come, seconds; longer where a queue has to go first' }),
  recoveryCycles: z.number().min(1).max(10).default(3).meta({ description: 'the plan is regained within so many cycles' }),
}).meta({
  description: 'Who goes before the plan of signal controllers: trams with absolute priority, emergency vehicles with a green wave, or a green held until a bus has passed.',
  examples: [{ change: 'preemption', why: 'Meeting of 12 March', controllers: 'all', vehicles: 'tram', level: 'absolute' }],
});

type PreemptionRow = RowValues<typeof preemptionRuleColumns>;

export const preemption: ChangeKind<typeof schema> = {
  schema,

  problems: ({ controllers }, twin, where) => unknownControllers(controllers, twin, `${where}.controllers`),

  claims({ controllers, vehicles, level, leastClearS, recoveryCycles }, twin) {
    const { names, breadth } = namesMeant(controllers, twin.controllers.name);
    return [...names.map((of): Claim => ({ what: 'preemption', of, part: vehicles, value: JSON.stringify([level, leastClearS, recoveryCycles]), breadth })), { what: 'transponder', of: vehicles }];
  },


  apply({ controllers, vehicles, level, leastClearS, recoveryCycles }, copy) {
    const kind = category[vehicles], altered = new Set(namedControllers(controllers, copy)), before = rowsOf(copy);
    // Kinds that stand together in a row are told apart where one of them changes.
    const rows = before.map((row) => (altered.has(row.controller) ? { ...row, category: row.category & ~kind } : row)).filter((row) => row.category !== 0);
    if (level !== 'none') for (const controller of altered) rows.push({ controller, category: kind, level: preemptionLevel[level], leastClearS, recoveryCycleCount: recoveryCycles });
    rows.sort((one, other) => one.controller - other.controller || one.category - other.category);
    if (level !== 'none') addTransponders(copy, kind);
    if (JSON.stringify(rows) !== JSON.stringify(before)) copy.preemptionRules = tableFrom(preemptionRuleColumns, rows);
  },
};

const rowsOf = ({ preemptionRules: { count, controller, category: kinds, level, leastClearS, recoveryCycleCount } }: Twin): PreemptionRow[] =>
  Array.from({ length: count }, (_, row) => ({
    controller: controller[row]!, category: kinds[row]!, level: level[row]! as PreemptionRow['level'], leastClearS: leastClearS[row]!, recoveryCycleCount: recoveryCycleCount[row]!,
  }));

/** A city that declares transponders gives none to the kinds that it leaves out. */
function addTransponders(copy: Twin, kind: number): void {
  const { transponders } = copy;
  if (transponders.count === 0 || transponders.category.some((kinds) => (kinds & kind) !== 0)) return;
  const names = Object.keys(transponderColumns) as (keyof typeof transponderColumns)[];
  const declared = Array.from({ length: transponders.count }, (_, row) => Object.fromEntries(names.map((name) => [name, transponders[name][row]!])) as RowValues<typeof transponderColumns>);
  copy.transponders = tableFrom(transponderColumns, [...declared, { ...(kind === category.emergency ? usualEmergencyTransponder : usualTransponder), category: kind }]);
}
