import * as z from 'zod';
import type { Problem } from '../../engine/foundation/problem.ts';
import { eventKind } from '../../engine/twin/events.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { why, type ChangeKind } from './change-kind.ts';
import { categoriesOf, categoryName } from './close-link.ts';
import { addEvents, span, spanProblems } from './event-time.ts';
import { linksAt, place, placeProblems, type Place } from './place.ts';

const schema = z.strictObject({
  change: z.literal('close-lane'),
  why,
  where: place,
  lane: z.number().int().min(1).meta({ description: 'which lane, counted from the right: 1 is the rightmost' }),
  ...span,
  except: z.array(categoryName).optional().meta({ description: 'who may still drive there; nobody when left out' }),
}).meta({
  description: 'Close one lane of a street or of single links between two clock times; stretches with only one lane stay open.',
  examples: [{ change: 'close-lane', why: 'Meeting of 12 March', where: { street: 'Boulevard de Brosses', commune: 'Dijon' }, lane: 1, from: '09:00', until: '16:00', except: ['bus'] }],
});

export const closeLane: ChangeKind<typeof schema> = {
  schema,

  problems(change, twin, where) {
    const problems: Problem[] = [...placeProblems(change.where, twin, `${where}.where`), ...spanProblems(change, where)];
    const all = linksAt(change.where, twin).length, wide = wideLinks(change.where, change.lane, twin).length;
    if (problems.length > 0 || all === wide) return problems;
    const parameters = { lane: change.lane, narrow: all - wide, count: all };
    return [{ severity: wide === 0 ? 'error' : 'warning', code: wide === 0 ? 'change-no-such-lane' : 'change-too-narrow', where: `${where}.lane`, parameters }];
  },

  // Two closures hold both: who may pass one and not the other does not pass. Who may pass all the same may have a lane of their own there.
  claims({ where, lane, from, until, except = [] }, twin) {
    return except.length > 0 ? [] : wideLinks(where, lane, twin).map((link) => ({ what: 'lane', of: twin.links.name[link]!, part: String(lane), value: 'closed', span: { from, until } }));
  },

  apply(change, copy) {
    const rows = wideLinks(change.where, change.lane, copy).map((link) => ({ link, lane: copy.links.firstLane[link]! + change.lane - 1, permitted: categoriesOf(change.except) }));
    addEvents(copy, eventKind.closure, change, rows);
  },
};

/** Links that have this lane and another one beside it. */
const wideLinks = (where: Place, lane: number, twin: ReadingTwin): number[] =>
  linksAt(where, twin).filter((link) => twin.links.laneCount[link]! >= Math.max(2, lane));
