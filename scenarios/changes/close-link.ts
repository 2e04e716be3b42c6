import * as z from 'zod';
import { eventKind } from '../../engine/twin/events.ts';
import { category } from '../../engine/twin/streets.ts';
import { why, type ChangeKind } from './change-kind.ts';
import { addEvents, span, spanProblems } from './event-time.ts';
import { linksAt, place, placeProblems } from './place.ts';

/** Names of vehicle categories, as `lanes.permitted` has them. */
export const categoryName = z.enum(['car', 'van', 'lorry', 'bus', 'tram', 'bicycle', 'motorcycle', 'emergency', 'taxi']);

export const categoriesOf = (names: readonly z.infer<typeof categoryName>[] = []): number => names.reduce((set, name) => set | category[name], 0);

const schema = z.strictObject({
  change: z.literal('close-link'),
  why,
  where: place,
  ...span,
  except: z.array(categoryName).optional().meta({ description: 'who may still drive there; nobody when left out' }),
}).meta({
  description: 'Close a street or single links between two clock times; drivers go around, who cannot waits.',
  examples: [{ change: 'close-link', why: 'Meeting of 12 March', where: { street: 'Boulevard de Brosses' }, from: '07:00', until: '12:00', except: ['emergency', 'bicycle'] }],
});

export const closeLink: ChangeKind<typeof schema> = {
  schema,
  problems: (change, twin, where) => [...placeProblems(change.where, twin, `${where}.where`), ...spanProblems(change, where)],
  claims({ where, from, until, except }, twin) {
    // Who may pass all the same may be sent there on a detour.
    return except && except.length > 0 ? [] : linksAt(where, twin).map((link) => ({ what: 'passage', of: twin.links.name[link]!, value: 'closed', span: { from, until } }));
  },

  apply: (change, copy) => addEvents(copy, eventKind.closure, change, linksAt(change.where, copy).map((link) => ({ link, permitted: categoriesOf(change.except) }))),
};
