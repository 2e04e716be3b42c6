import * as z from 'zod';
import { allRows, rowsWhere, tableFrom } from '../../engine/foundation/table.ts';
import { cabinetControl } from '../../engine/twin/lighting.ts';
import { lightingOverrideColumns } from '../../engine/twin/lighting-control.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { why, type ChangeKind } from './change-kind.ts';
import { span, spanProblems, spansS } from './event-time.ts';
import { lampPlace, lampPlaceProblems, lampRows, type LampPlace } from './lamp-place.ts';

const schema = z.strictObject({
  change: z.literal('lighting-override'),
  why,
  where: lampPlace.meta({ description: 'which lamps: all that is said has to hold; {} for all' }),
  outputShare: z.number().min(0).max(1).meta({ description: 'what the lamps give: 0 off, 1 full output' }),
  ...span,
}).meta({
  description: 'An order of the control post: lamps of a place give this output between two clock times, whatever their program says, even by day.',
  examples: [{ change: 'lighting-override', why: 'Meeting of 12 March', where: { zone: 'centre', commune: 'Dijon' }, from: '21:00', until: '01:00', outputShare: 1 }],
});

/** Every lamp looks through the orders: more than these take a city minutes. */
const MOST_ORDERS = 10_000;

export const lightingOverride: ChangeKind<typeof schema> = {
  schema,

  problems(change, twin, where) {
    const problems = [...lampPlaceProblems(change.where, twin, `${where}.where`), ...spanProblems(change, where)];
    const orders = lampRows(change.where, twin).length * spansS(change).length;
    if (orders > MOST_ORDERS) problems.push({ severity: 'error', code: 'change-too-many-orders', where: `${where}.where`, parameters: { orders, limit: MOST_ORDERS } });
    const whole = problems.length === 0 ? cabinetsCut(change.where, twin) : 0;
    if (whole > 0) problems.push({ severity: 'warning', code: 'change-whole-cabinets', where: `${where}.where`, parameters: { count: whole } });
    return problems;
  },

  claims: ({ where, outputShare, from, until }) => [
    { what: 'order', of: Object.values(where).join(', '), part: Object.keys(where).join(), value: String(outputShare), span: { from, until } }, ...(where.zone === undefined ? [] : [{ what: 'lamp-zones', of: '' } as const]),
  ],


  apply(change, copy) {
    const rows = lampRows(change.where, copy).flatMap((place) => spansS(change).map((times) => ({ ...place, ...times, outputShare: change.outputShare })));
    copy.lightingOverrides = tableFrom(lightingOverrideColumns, [...allRows(lightingOverrideColumns, copy.lightingOverrides), ...rows]);
  },
};

/** Cabinets that are switched as a whole and feed lamps of the street and others: the order moves them all. */
function cabinetsCut(given: LampPlace, { cabinets, lamps, streets }: ReadingTwin): number {
  if (given.street === undefined) return 0;
  const whole = rowsWhere(cabinets.count, (cabinet) => cabinets.control[cabinet] === cabinetControl.cabinet);
  const isOn = (lamp: number): boolean => lamps.street[lamp]! >= 0 && streets.name[lamps.street[lamp]!] === given.street;
  return whole.filter((cabinet) => {
    const fed = rowsWhere(lamps.count, (lamp) => lamps.cabinet[lamp] === cabinet);
    return fed.some(isOn) && !fed.every(isOn);
  }).length;
}
