import * as z from 'zod';
import { tableFrom, type RowValues } from '../../engine/foundation/table.ts';
import { usualEmergencyTransponder } from '../../engine/twin/preemption.ts';
import { transponderColumns, usualTransponder } from '../../engine/twin/priority.ts';
import { category } from '../../engine/twin/streets.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { why, type ChangeKind } from './change-kind.ts';
import type { Claim } from './claim.ts';

const schema = z.strictObject({
  change: z.literal('transponders'),
  why,
  carriedBy: z.enum(['buses', 'trams', 'buses-and-trams']).default('buses-and-trams').meta({ description: 'whose equipment changes' }),
  checkInM: z.number().min(20).max(2000).optional().meta({ description: 'a vehicle calls this far before the stop line, metres' }),
  renewEveryS: z.number().min(0.5).max(60).optional().meta({ description: 'and again so often, seconds' }),
  positionErrorM: z.number().min(0).max(200).optional().meta({ description: 'standard deviation of where a vehicle believes itself to be, metres' }),
  latencyS: z.number().min(0).max(30).optional().meta({ description: 'from sending a message to hearing it, seconds' }),
  lossShare: z.number().min(0).max(1).optional().meta({ description: 'share of messages that are never heard, 0 to 1' }),
  signsOff: z.boolean().optional().meta({ description: 'whether a vehicle tells that it has passed the stop line' }),
}).meta({
  description: 'How well vehicles that ask for priority know where they are, and are heard. What is not said stays as it is.',
  examples: [{ change: 'transponders', why: 'Meeting of 12 March', carriedBy: 'buses', positionErrorM: 15, lossShare: 0.05 }],
});

type TranspondersChange = z.infer<typeof schema>;
type Row = RowValues<typeof transponderColumns>;

const kinds = { buses: category.bus, trams: category.tram, 'buses-and-trams': category.bus | category.tram };

export const transponders: ChangeKind<typeof schema> = {
  schema,

  problems(change, { fleet, vehicleTypes, controllers }, where) {
    const kind = kinds[change.carriedBy], isEquipped = Array.from({ length: fleet.count }, (_, row) => row)
      .some((row) => fleet.priorityEquipped[row] === 1 && fleet.vehicleType[row]! >= 0 && (vehicleTypes.category[fleet.vehicleType[row]!]! & kind) !== 0);
    // Vehicles of no known fleet count as equipped.
    if (fleet.count === 0 || isEquipped || !Array.from(controllers.busPriority).includes(1)) return [];
    return [{ severity: 'warning', code: 'change-nobody-equipped', where: `${where}.carriedBy`, parameters: { carriedBy: change.carriedBy } }];
  },

  claims({ carriedBy, ...change }) {
    const carriers = carriedBy === 'buses-and-trams' ? ['bus', 'tram'] : [carriedBy === 'buses' ? 'bus' : 'tram'], breadth = carriers.length - 1;
    return carriers.flatMap((of): Claim[] => [{ what: 'transponder', of }, ...Object.entries(said({ carriedBy, ...change })).map(([part, value]): Claim => ({ what: 'transponder', of, part, value: String(value), breadth }))]);
  },


  apply(change, copy) {
    const before = rowsOf(copy), kind = kinds[change.carriedBy], after = before.flatMap((row) => divided(row, kind).map((part) => ((part.category & kind) === 0 ? part : { ...part, ...said(change) })));
    const differs = after.some((row) => (row.category & kind) !== 0 && Object.entries(said(change)).some(([name, value]) => before.find(({ category: bits }) => (bits & row.category) !== 0)![name as keyof Row] !== value));
    if (differs) copy.transponders = tableFrom(transponderColumns, after);
  },
};

/** A city that declares none has the usual ones. */
function rowsOf({ transponders: { count, ...columns } }: ReadingTwin | Twin): Row[] {
  if (count === 0) return [usualTransponder, usualEmergencyTransponder];
  return Array.from({ length: count }, (_, row) => Object.fromEntries(Object.keys(transponderColumns).map((name) => [name, columns[name as keyof Row][row]!])) as unknown as Row);
}

/** Those of a row whose equipment changes, and those whose does not. */
const divided = (row: Row, kind: number): Row[] => [row.category & kind, row.category & ~kind].filter((bits) => bits !== 0).map((bits) => ({ ...row, category: bits }));

function said({ checkInM, renewEveryS, positionErrorM, latencyS, lossShare, signsOff }: TranspondersChange): Partial<Row> {
  const all = { checkInM, renewEveryS, positionErrorM, latencyS, lossShare, signsOff: signsOff === undefined ? undefined : Number(signsOff) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
