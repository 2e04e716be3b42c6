import * as z from 'zod';
import { copyTable } from '../../engine/foundation/table.ts';
import { controllerColumns } from '../../engine/twin/signals.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { allOrNames, why, type ChangeKind } from './change-kind.ts';
import { controllersWithoutExtension, unknownControllers } from './named-controllers.ts';

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
    const problems = unknownControllers(change.controllers, twin, `${where}.controllers`);
    return change.enabled ? [...problems, ...controllersWithoutExtension(chosen(change, twin), twin, `${where}.controllers`)] : problems;
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
