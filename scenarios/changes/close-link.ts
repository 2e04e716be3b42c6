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
}).meta({ description: 'Close a street or single links between two clock times; drivers go around, who cannot waits.' });

export const closeLink: ChangeKind<typeof schema> = {
  schema,
  problems: (change, twin, where) => [...placeProblems(change.where, twin, `${where}.where`), ...spanProblems(change, where)],
  apply: (change, copy) => addEvents(copy, eventKind.closure, change, linksAt(change.where, copy).map((link) => ({ link, permitted: categoriesOf(change.except) }))),
};
