import * as z from 'zod';
import type { Problem } from '../../engine/foundation/problem.ts';
import { copyTable } from '../../engine/foundation/table.ts';
import { haltColumns } from '../../engine/twin/demand.ts';
import { lineStopColumns } from '../../engine/twin/transit.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { allOrNames, why, type ChangeKind } from './change-kind.ts';
import { namesMeant, type Claim } from './claim.ts';
import { nearName } from './near-name.ts';

const schema = z.strictObject({
  change: z.literal('bus-holding'),
  why,
  lines: allOrNames.meta({ description: 'names of lines, or "all"' }),
  hold: z.enum(['none', 'timetable', 'headway']).meta({
    description: 'what vehicles wait for on their way: nothing, their timetabled time, or a distance in time to the vehicle before them; at the first stop all wait for the timetable',
  }),
  everyStops: z.int().min(1).max(50).default(1).meta({ description: 'they wait at every so many stops' }),
  leastHeadwayShare: z.number().gt(0).max(1).default(0.8).meta({ description: 'for "headway": share of the timetabled headway that must have passed since the vehicle before left' }),
  longestStandS: z.number().min(0).max(900).default(180).meta({ description: 'for "headway": no vehicle is held any more that has stood so long, seconds' }),
}).meta({
  description: 'What buses and trams of a line wait for at stops on their way.',
  examples: [{ change: 'bus-holding', why: 'Meeting of 12 March', lines: ['L3', 'L5'], hold: 'headway', everyStops: 3 }],
});

type BusHolding = z.infer<typeof schema>;

export const busHolding: ChangeKind<typeof schema> = {
  schema,

  problems(change, twin, where) {
    const { lines } = twin, problems: Problem[] = [];
    if (change.lines !== 'all') {
      const known = new Set(Array.from(lines.name));
      change.lines.forEach((name, at) => {
        if (known.has(name)) return;
        problems.push({ severity: 'error', code: 'change-unknown-line', where: `${where}.lines.${at}`, parameters: { line: name, near: nearName(name, known) ?? '', count: lines.count } });
      });
    }
    // Who came when to a stop of a line is kept only where these are known.
    if (change.hold === 'headway' && twin.lineStops.count === 0) problems.push({ severity: 'error', code: 'change-no-line-stops', where: `${where}.hold`, parameters: {} });
    return problems;
  },

  claims({ lines, change: _kind, why: _why, ...set }, twin) {
    const { names, breadth } = namesMeant(lines, twin.lines.name);
    return [...names.map((of): Claim => ({ what: 'holding', of, value: JSON.stringify(set), breadth })), { what: 'departures', of: '' }];
  },


  apply(change, copy) {
    const isChosen = chosen(change, copy);
    waitForTimetable(change, copy, isChosen);
    if (copy.lineStops.count > 0) waitForHeadway(change, copy, isChosen);
  },
};

function chosen({ lines: wanted }: BusHolding, { lines }: ReadingTwin | Twin): boolean[] {
  return Array.from(lines.name, (name) => wanted === 'all' || wanted.includes(name));
}

/** Times that halts on the way must not be left before; the first is left as it is, and at the last nobody waits. */
function waitForTimetable({ hold, everyStops }: BusHolding, copy: Twin, isChosen: readonly boolean[]): void {
  const { trips, calls, departures } = copy, halts = copyTable(haltColumns, copy.halts);
  let altered = false;
  for (let trip = 0; trip < trips.count; trip++) {
    const departure = trips.departure[trip]!, count = trips.callCount[trip]!;
    if (departure < 0 || !isChosen[trips.line[trip]!] || departures.haltCount[departure] !== count) continue;
    for (let order = 1; order < count - 1; order++) {
      const halt = departures.firstHalt[departure]! + order;
      const untilS = hold === 'timetable' && order % everyStops === 0 ? calls.departS[trips.firstCall[trip]! + order]! : -1;
      altered ||= halts.untilS[halt] !== untilS;
      halts.untilS[halt] = untilS;
    }
  }
  if (altered) copy.halts = halts;
}

/** Stops of a line stand one after the other in the order of the ride. */
function waitForHeadway({ hold, everyStops, leastHeadwayShare, longestStandS }: BusHolding, copy: Twin, isChosen: readonly boolean[]): void {
  const lineStops = copyTable(lineStopColumns, copy.lineStops), { line, direction } = lineStops;
  let altered = false, order = 0;
  for (let row = 0; row < lineStops.count; row++) {
    order = row > 0 && line[row] === line[row - 1] && direction[row] === direction[row - 1] ? order + 1 : 0;
    if (!isChosen[line[row]!]) continue;
    const holds = hold === 'headway' && order > 0 && order % everyStops === 0, share = holds ? leastHeadwayShare : 0, standS = holds ? longestStandS : lineStops.longestStandS[row]!;
    altered ||= lineStops.leastHeadwayShare[row] !== share || lineStops.longestStandS[row] !== standS;
    lineStops.leastHeadwayShare[row] = share;
    lineStops.longestStandS[row] = standS;
  }
  if (altered) copy.lineStops = lineStops;
}
