import * as z from 'zod';
import type { Problem } from '../../engine/foundation/problem.ts';
import { eventKind } from '../../engine/twin/events.ts';
import type { ReadingTwin } from '../../engine/twin/twin.ts';
import { why, type ChangeKind } from './change-kind.ts';
import { addEvents, span, spanProblems } from './event-time.ts';
import { unknown } from './place.ts';

const schema = z.strictObject({
  change: z.literal('incident'),
  why,
  link: z.string().meta({ description: 'name of a link: one direction between two junctions' }),
  lane: z.number().int().min(1).meta({ description: 'which lane, counted from the right: 1 is the rightmost' }),
  fromM: z.number().min(0).meta({ description: 'where the blocked stretch begins, metres from the start of the lane' }),
  lengthM: z.number().min(1).meta({ description: 'how long it is, metres' }),
  ...span,
}).meta({
  description: 'Block a stretch of one lane between two clock times: an accident, a broken-down lorry, a delivery.',
  examples: [{ change: 'incident', why: 'Meeting of 12 March', link: 'w1#0+', lane: 1, fromM: 20, lengthM: 12, from: '08:05', until: '08:40' }],
});

export const incident: ChangeKind<typeof schema> = {
  schema,

  problems(change, twin, where) {
    const problems: Problem[] = spanProblems(change, where), { links, lanes } = twin, link = linkNamed(twin, change.link);
    if (link < 0) return [...problems, unknown('change-unknown-link', change.link, new Set(Array.from(links.name)), `${where}.link`)];
    const laneCount = links.laneCount[link]!, lane = links.firstLane[link]! + change.lane - 1;
    if (change.lane > laneCount) problems.push({ severity: 'error', code: 'change-lane-missing', where: `${where}.lane`, parameters: { lane: change.lane, lanes: laneCount } });
    else if (change.fromM + change.lengthM > lanes.lengthM[lane]!) {
      problems.push({ severity: 'error', code: 'change-beyond-lane', where: `${where}.fromM`, parameters: { untilM: change.fromM + change.lengthM, lengthM: Math.floor(lanes.lengthM[lane]!) } });
    }
    return problems;
  },

  claims: () => [],


  apply(change, copy) {
    const link = linkNamed(copy, change.link);
    addEvents(copy, eventKind.incident, change, [{ link, lane: copy.links.firstLane[link]! + change.lane - 1, fromM: change.fromM, untilM: change.fromM + change.lengthM }]);
  },
};

export const linkNamed = ({ links }: ReadingTwin, name: string): number => Array.from(links.name).indexOf(name);
