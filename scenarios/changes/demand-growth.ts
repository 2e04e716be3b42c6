import * as z from 'zod';
import { randomShare } from '../../engine/foundation/random.ts';
import { copyTable, rowAt, withRows, type RowValues } from '../../engine/foundation/table.ts';
import { departureColumns, NEVER_S } from '../../engine/twin/demand.ts';
import { category } from '../../engine/twin/streets.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { why, type ChangeKind } from './change-kind.ts';
import { categoriesOf, categoryName } from './close-link.ts';
import { allDay, spanAround, spanProblems } from './event-time.ts';
import { unknown } from './place.ts';

const communeOf = (end: string) => z.string().optional().meta({ description: `only trips that ${end} in this commune` });

const schema = z.strictObject({
  change: z.literal('demand-growth'),
  why,
  growth: z.number().min(-1).max(4).meta({ description: 'by how much there are more or fewer trips: 0.2 is a fifth more, -0.1 a tenth less' }),
  ...allDay,
  vehicles: z.array(categoryName).min(1).optional().meta({ description: 'of whom; all that follow no timetable when left out' }),
  fromCommune: communeOf('begin'),
  toCommune: communeOf('end'),
}).meta({
  description: 'More or fewer trips of cars and others that follow no timetable, on the ways that are driven already.',
  examples: [{ change: 'demand-growth', why: 'Meeting of 12 March', growth: 0.1 }],
});

type Growth = z.infer<typeof schema>;

/** What draws are for. They go by the row of a trip, not by the seed of a run: all seeds and both signs of a question meet the same new trips. */
const PURPOSE = { chosen: 7401, departure: 7402 } as const;

/** A copied trip leaves at most this much before or after the original, as in calibration. */
const APART_S = 450;

export const demandGrowth: ChangeKind<typeof schema> = {
  schema,

  problems(change, twin, where) {
    const known = new Set(Array.from(twin.communes.name));
    return [...spanProblems(change, where), ...(['fromCommune', 'toCommune'] as const).flatMap((end) => {
      const name = change[end];
      return name === undefined || known.has(name) ? [] : [unknown('change-unknown-commune', name, known, `${where}.${end}`)];
    })];
  },

  // One adds to another; rows of further trips stand in the order of the file.
  claims: () => [{ what: 'departures', of: '' }],

  apply(change, copy) {
    const before = copy.departures, dropped: number[] = [], added: RowValues<typeof departureColumns>[] = [];
    for (let row = 0; row < before.count; row++) {
      const span = isMeant(change, copy, row) ? spanAround(change, before.departS[row]!) : undefined;
      if (!span) continue;
      const luck = randomShare(0, PURPOSE.chosen, row, 0), whole = Math.floor(change.growth);
      if (change.growth < 0) { if (luck < -change.growth) dropped.push(row); continue; }
      const copies = whole + (luck < change.growth - whole ? 1 : 0);
      for (let nth = 1; nth <= copies; nth++) added.push(copyOf(copy, row, nth, span));
    }
    if (dropped.length + added.length === 0) return;
    copy.departures = added.length > 0 ? withRows(departureColumns, before, added) : copyTable(departureColumns, before);
    for (const row of dropped) copy.departures.departS[row] = NEVER_S;
  },
};

/** Whether a departure is one of those that grow: emergencies and vehicles whose trips follow each other are as many as they are. */
function isMeant({ vehicles, fromCommune, toCommune }: Growth, { departures, vehicleTypes, routes, routeLinks, links, streets, communes }: ReadingTwin | Twin, row: number): boolean {
  if (departures.trip[row]! >= 0 || departures.after[row]! >= 0) return false;
  const bit = vehicleTypes.category[departures.vehicleType[row]!]!, wanted = vehicles ? categoriesOf(vehicles) : ~category.emergency;
  if ((bit & wanted) === 0) return false;
  const first = routes.firstLink[departures.route[row]!]!, last = first + routes.linkCount[departures.route[row]!]! - 1;
  const isIn = (commune: string, at: number): boolean => {
    const street = links.street[routeLinks.link[at]!]!;
    return street >= 0 && communes.name[streets.commune[street]!] === commune;
  };
  return (fromCommune === undefined || isIn(fromCommune, first)) && (toCommune === undefined || isIn(toCommune, last));
}

/** The same trip a little earlier or later, within the span. */
function copyOf({ departures }: Twin, row: number, nth: number, span: { fromS: number; untilS: number }): RowValues<typeof departureColumns> {
  const like = rowAt(departureColumns, departures, row);
  const fromS = Math.max(span.fromS, like.departS - APART_S), untilS = Math.min(span.untilS - 0.1, like.departS + APART_S);
  const departS = Math.round((fromS + (untilS - fromS) * randomShare(0, PURPOSE.departure, row, nth)) * 10) / 10;
  return { ...like, name: like.name === '' ? '' : `${like.name} +${nth}`, departS };
}
