import * as z from 'zod';
import { copyTable } from '../../engine/foundation/table.ts';
import { controllerColumns } from '../../engine/twin/signals.ts';
import { allOrNames, why, type ChangeKind } from './change-kind.ts';
import { namesMeant } from './claim.ts';
import { controllersWithoutExtension, namedControllers, unknownControllers } from './named-controllers.ts';

const schema = z.strictObject({
  change: z.literal('bus-priority'),
  why,
  enabled: z.boolean().meta({ description: 'whether buses may extend greens' }),
  controllers: allOrNames.meta({ description: 'names of signal controllers, or "all"' }),
}).meta({
  description: 'Switch bus priority on or off at signal controllers.',
  examples: [{ change: 'bus-priority', why: 'Meeting of 12 March', enabled: false, controllers: ['n44', 'n4'] }],
});

export const busPriority: ChangeKind<typeof schema> = {
  schema,

  problems(change, twin, where) {
    const problems = unknownControllers(change.controllers, twin, `${where}.controllers`);
    return change.enabled ? [...problems, ...controllersWithoutExtension(namedControllers(change.controllers, twin), twin, `${where}.controllers`)] : problems;
  },

  claims({ controllers, enabled }, twin) {
    const { names, breadth } = namesMeant(controllers, twin.controllers.name);
    return names.map((of) => ({ what: 'bus-priority', of, value: String(enabled), breadth }));
  },


  apply(change, copy) {
    const value = change.enabled ? 1 : 0;
    const altered = namedControllers(change.controllers, copy).filter((controller) => copy.controllers.busPriority[controller] !== value);
    if (altered.length === 0) return;
    copy.controllers = copyTable(controllerColumns, copy.controllers);
    for (const controller of altered) copy.controllers.busPriority[controller] = value;
  },
};
