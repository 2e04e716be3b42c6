import * as z from 'zod';
import { allRows, rowsWhere, tableFrom } from '../../engine/foundation/table.ts';
import { communicationLossColumns, fallback } from '../../engine/twin/lighting-control.ts';
import { allOrNames, why, type ChangeKind } from './change-kind.ts';
import { namesMeant } from './claim.ts';
import { span, spanProblems, spansS } from './event-time.ts';
import { unknown } from './place.ts';

const schema = z.strictObject({
  change: z.literal('communication-loss'),
  why,
  cabinets: allOrNames.meta({ description: 'cabinets that the control post does not reach: "all" or names' }),
  fallback: z.enum(['full-output', 'program']).default('full-output').meta({ description: 'what their lamps do meanwhile: burn at full output by the astronomical clock, or go on with the program that they hold' }),
  ...span,
}).meta({
  description: 'Cabinets out of reach between two clock times: orders and what detectors saw do not come through.',
  examples: [{ change: 'communication-loss', why: 'Meeting of 12 March', cabinets: ['AR0001', 'AR0002'], from: '22:00', until: '23:30' }],
});

export const communicationLoss: ChangeKind<typeof schema> = {
  schema,

  problems(change, { cabinets }, where) {
    const known = new Set(Array.from(cabinets.name));
    const strange = change.cabinets === 'all' ? [] : change.cabinets.flatMap((name, at) => (known.has(name) ? [] : [unknown('change-unknown-cabinet', name, known, `${where}.cabinets.${at}`)]));
    return [...strange, ...spanProblems(change, where)];
  },

  claims({ cabinets, fallback: value, from, until }, twin) {
    const { names, breadth } = namesMeant(cabinets, twin.cabinets.name);
    return names.map((of) => ({ what: 'fallback', of, value, breadth, span: { from, until } }));
  },


  apply(change, copy) {
    const { cabinets, lamps } = copy;
    if (lamps.count === 0) return;
    const meant = change.cabinets === 'all' ? [-1] : rowsWhere(cabinets.count, (cabinet) => change.cabinets.includes(cabinets.name[cabinet]!));
    const does = change.fallback === 'program' ? fallback.program : fallback.fullOutput;
    const rows = meant.flatMap((cabinet) => spansS(change).map((times) => ({ cabinet, ...times, fallback: does })));
    copy.communicationLosses = tableFrom(communicationLossColumns, [...allRows(communicationLossColumns, copy.communicationLosses), ...rows]);
  },
};
