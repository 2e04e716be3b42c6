import * as z from 'zod';
import { rowsWhere } from '../../engine/foundation/table.ts';
import { eventKind } from '../../engine/twin/events.ts';
import { why, type ChangeKind } from './change-kind.ts';
import type { Claim } from './claim.ts';
import { addEvents, span, spanProblems } from './event-time.ts';
import { linksAt, place, placeBreadth, placeProblems } from './place.ts';

const KMH_PER_MPS = 3.6;

const schema = z.strictObject({
  change: z.literal('limit-by-time'),
  why,
  where: place,
  limitKmh: z.number().min(5).max(130).meta({ description: 'the limit that holds instead of the posted one, km/h' }),
  ...span,
}).meta({
  description: 'Another speed limit on a street or single links between two clock times.',
  examples: [{ change: 'limit-by-time', why: 'Meeting of 12 March', where: { street: 'Boulevard de Brosses' }, limitKmh: 30, from: '22:00', until: '06:00' }],
});

export const limitByTime: ChangeKind<typeof schema> = {
  schema,
  problems: (change, twin, where) => [...placeProblems(change.where, twin, `${where}.where`), ...spanProblems(change, where)],
  claims({ where, limitKmh, from, until }, twin) {
    return linksAt(where, twin).flatMap((link): Claim[] => [{ what: 'speed-limit', of: twin.links.name[link]!, value: String(limitKmh), span: { from, until }, breadth: placeBreadth(where) }, { what: 'posted-limit', of: twin.links.name[link]! }]);
  },

  apply(change, copy) {
    const speedLimitMps = change.limitKmh / KMH_PER_MPS;
    // Where the posted limit is this one, nothing changes, unless an event before has set another.
    const { events } = copy, set = new Set(rowsWhere(events.count, (row) => events.kind[row] === eventKind.speedLimit).map((row) => events.link[row]!));
    const rows = linksAt(change.where, copy).filter((link) => copy.links.speedLimitMps[link] !== speedLimitMps || set.has(link)).map((link) => ({ link, speedLimitMps }));
    if (rows.length > 0) addEvents(copy, eventKind.speedLimit, change, rows);
  },
};
