import * as z from 'zod';
import { allRows, tableFrom } from '../../engine/foundation/table.ts';
import { cabinetColumns, cabinetControl as control } from '../../engine/twin/lighting.ts';
import { lampZones, mostFrequent } from '../../engine/twin/lamp-groups.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { allOrNames, why, type ChangeKind } from './change-kind.ts';
import { namesMeant, type Claim } from './claim.ts';
import { unknown } from './place.ts';

const schema = z.strictObject({
  change: z.literal('cabinet-control'),
  why,
  cabinets: allOrNames.meta({ description: 'which cabinets: "all" or names' }),
  control: z.enum(['lamp', 'cabinet']).meta({ description: 'what a command reaches: every lamp by itself, or all lamps of the cabinet at once' }),
}).meta({
  description: 'Control lamps one by one, or by whole cabinets: then all lamps of a cabinet follow the zone of most of them.',
  examples: [{ change: 'cabinet-control', why: 'Meeting of 12 March', cabinets: 'all', control: 'cabinet' }],
});

export const cabinetControl: ChangeKind<typeof schema> = {
  schema,

  problems(change, { cabinets }, where) {
    const known = new Set(Array.from(cabinets.name));
    return change.cabinets === 'all' ? [] : change.cabinets.flatMap((name, at) => (known.has(name) ? [] : [unknown('change-unknown-cabinet', name, known, `${where}.cabinets.${at}`)]));
  },

  claims({ cabinets, control: wanted }, twin) {
    const { names, breadth } = namesMeant(cabinets, twin.cabinets.name);
    return [...names.map((of): Claim => ({ what: 'cabinet-control', of, value: wanted, breadth })), { what: 'lamp-zones', of: '' }];
  },


  apply(change, copy) {
    const before = allRows(cabinetColumns, copy.cabinets);
    const after = before.map((row) => (change.cabinets === 'all' || change.cabinets.includes(row.name) ? { ...row, control: control[change.control] } : row));
    if (after.every((row, at) => row.control === before[at]!.control)) return;
    copy.cabinets = tableFrom(cabinetColumns, after);
    // Written down with the lamps, so that yearly figures and light by street follow as well.
    const noZone = copy.lightingZones.count, zone = lampZones(copy).map((own) => (own === noZone ? -1 : own));
    if (!zone.some((own, lamp) => own !== copy.lamps.zone[lamp])) return;
    copy.lamps = { ...copy.lamps, zone };
    const ofStreets = zonesOfStreets(copy);
    if (ofStreets.some((own, row) => own !== copy.litStreets.zone[row])) copy.litStreets = { ...copy.litStreets, zone: ofStreets };
  },
};

/** The zone of most lamps of each lit street. */
function zonesOfStreets({ lamps, litStreets }: ReadingTwin): Int32Array {
  const counts = new Map<number, Map<number, number>>();
  for (let lamp = 0; lamp < lamps.count; lamp++) {
    const street = lamps.street[lamp]!, zone = lamps.zone[lamp]!;
    if (!counts.has(street)) counts.set(street, new Map());
    counts.get(street)!.set(zone, (counts.get(street)!.get(zone) ?? 0) + 1);
  }
  return Int32Array.from({ length: litStreets.count }, (_, row) => {
    const found = counts.get(litStreets.street[row]!);
    return found ? mostFrequent(found) : litStreets.zone[row]!;
  });
}
