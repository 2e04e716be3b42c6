import * as z from 'zod';
import type { Problem } from '../../engine/foundation/problem.ts';
import { copyTable } from '../../engine/foundation/table.ts';
import { controllerColumns } from '../../engine/twin/signals.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { allOrNames, why, type ChangeKind } from './change-kind.ts';
import { nearName } from './near-name.ts';

const schema = z.strictObject({
  change: z.literal('bus-priority'),
  why,
  enabled: z.boolean().meta({ description: 'whether buses may extend greens' }),
  controllers: allOrNames.meta({ description: 'names of signal controllers, or "all"' }),
}).meta({ description: 'Switch bus priority on or off at signal controllers.' });

type BusPriority = z.infer<typeof schema>;

export const busPriority: ChangeKind<typeof schema> = {
  schema,

  problems(change, twin, where) {
    const { controllers } = twin;
    const problems: Problem[] = [];
    if (change.controllers !== 'all') {
      const known = new Set(Array.from(controllers.name));
      change.controllers.forEach((name, at) => {
        if (known.has(name)) return;
        problems.push({
          severity: 'error', code: 'change-unknown-controller', where: `${where}.controllers.${at}`,
          parameters: { controller: name, near: nearName(name, known) ?? '', count: controllers.count },
        });
      });
    }
    if (change.enabled) {
      const fixed = chosen(change, twin).filter((controller) => !mayExtend(twin, controller));
      if (fixed.length > 0) {
        problems.push({
          severity: 'warning', code: 'change-no-green-to-extend', where: `${where}.controllers`,
          parameters: { count: fixed.length, first: controllers.name[fixed[0]!]! },
        });
      }
    }
    return problems;
  },

  apply(change, copy) {
    const value = change.enabled ? 1 : 0;
    const altered = chosen(change, copy).filter((controller) => copy.controllers.busPriority[controller] !== value);
    if (altered.length === 0) return;
    copy.controllers = copyTable(controllerColumns, copy.controllers);
    for (const controller of altered) copy.controllers.busPriority[controller] = value;
  },
};

/** Rows of the controllers that the change names. */
function chosen(change: BusPriority, { controllers }: ReadingTwin | Twin): number[] {
  const wanted = change.controllers === 'all' ? undefined : new Set(change.controllers);
  const rows: number[] = [];
  for (let row = 0; row < controllers.count; row++) if (!wanted || wanted.has(controllers.name[row]!)) rows.push(row);
  return rows;
}

function mayExtend({ controllers, intervals }: ReadingTwin, controller: number): boolean {
  const first = controllers.firstInterval[controller]!;
  for (let row = first; row < first + controllers.intervalCount[controller]!; row++) {
    if (intervals.longestS[row]! > intervals.durationS[row]!) return true;
  }
  return false;
}
