import * as z from 'zod';
import { allRows, tableFrom } from '../../engine/foundation/table.ts';
import { cabinetColumns, cabinetControl as control } from '../../engine/twin/lighting.ts';
import { allOrNames, why, type ChangeKind } from './change-kind.ts';
import { unknown } from './place.ts';

const schema = z.strictObject({
  change: z.literal('cabinet-control'),
  why,
  cabinets: allOrNames.meta({ description: 'which cabinets: "all" or names' }),
  control: z.enum(['lamp', 'cabinet']).meta({ description: 'what a command reaches: every lamp by itself, or all lamps of the cabinet at once' }),
}).meta({ description: 'Control lamps one by one, or by whole cabinets: then all lamps of a cabinet follow the zone of most of them.' });

export const cabinetControl: ChangeKind<typeof schema> = {
  schema,

  problems(change, { cabinets }, where) {
    const known = new Set(Array.from(cabinets.name));
    return change.cabinets === 'all' ? [] : change.cabinets.flatMap((name, at) => (known.has(name) ? [] : [unknown('change-unknown-cabinet', name, known, `${where}.cabinets.${at}`)]));
  },

  apply(change, copy) {
    const before = allRows(cabinetColumns, copy.cabinets);
    const after = before.map((row) => (change.cabinets === 'all' || change.cabinets.includes(row.name) ? { ...row, control: control[change.control] } : row));
    if (after.some((row, at) => row.control !== before[at]!.control)) copy.cabinets = tableFrom(cabinetColumns, after);
  },
};
