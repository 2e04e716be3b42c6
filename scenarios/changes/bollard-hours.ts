import * as z from 'zod';
import type { Problem } from '../../engine/foundation/problem.ts';
import { copyTable, rowsWhere } from '../../engine/foundation/table.ts';
import { eventKind } from '../../engine/twin/events.ts';
import { laneColumns, movementColumns, roadClass } from '../../engine/twin/streets.ts';
import type { ReadingTwin, Twin } from '../../engine/twin/twin.ts';
import { allOrNames, why, type ChangeKind } from './change-kind.ts';
import type { Claim } from './claim.ts';
import { categoriesOf, categoryName } from './close-link.ts';
import { addEvents, span, spanProblems } from './event-time.ts';
import { unknown } from './place.ts';

const schema = z.strictObject({
  change: z.literal('bollard-hours'),
  why,
  sites: allOrNames.meta({ description: 'streets at which bollards stand, by name, or "all"' }),
  ...span,
  letThrough: z.array(categoryName).min(1).meta({ description: 'who may pass while the bollards are down, from one clock time to the other' }),
  always: z.array(categoryName).default(['emergency', 'bicycle']).meta({ description: 'who may pass at any time: bollards go down for them' }),
}).meta({
  description: 'When bollards at the edge of pedestrian zones are down, and for whom.',
  examples: [{ change: 'bollard-hours', why: 'Meeting of 12 March', sites: 'all', from: '06:00', until: '11:00', letThrough: ['van', 'lorry'] }],
});

type BollardHours = z.infer<typeof schema>;

export const bollardHours: ChangeKind<typeof schema> = {
  schema,

  problems(change, twin, where) {
    const { bollardSites } = twin, known = new Set(Array.from(bollardSites.name)), problems = spanProblems(change, where);
    if (change.sites !== 'all') change.sites.forEach((name, at) => { if (!known.has(name)) problems.push(unknown('change-unknown-bollards', name, known, `${where}.sites.${at}`)); });
    if (change.sites === 'all' && bollardSites.count === 0) problems.push({ severity: 'error', code: 'change-no-bollards', where: `${where}.sites`, parameters: {} });
    const lost = sitesOf(change, twin).filter((site) => bollardSites.link[site]! < 0).length;
    return lost === 0 ? problems : [...problems, { severity: 'warning', code: 'change-bollards-without-link', where: `${where}.sites`, parameters: { count: lost } } satisfies Problem];
  },

  // Outside its hours each shuts the site: two hours of one site leave those that both have, and none is an exception from the other.
  claims(change, { bollardSites }) {
    const { from, until, letThrough, always } = change;
    return [{ what: 'lanes', of: '' }, ...sitesOf(change, { bollardSites }).map((site): Claim => ({ what: 'bollards', of: bollardSites.name[site]!, value: JSON.stringify([from, until, letThrough, always]) }))];
  },

  apply(change, copy) {
    const links = linksBehind(change, copy);
    if (links.length === 0) return;
    open(copy, new Set(links), categoriesOf(change.letThrough) | categoriesOf(change.always));
    const shut = { from: change.until, until: change.from };
    if (spanProblems(shut, '').length === 0) addEvents(copy, eventKind.closure, shut, links.map((link) => ({ link, permitted: categoriesOf(change.always) })));
  },
};

const sitesOf = ({ sites }: BollardHours, { bollardSites }: Pick<ReadingTwin | Twin, 'bollardSites'>): number[] =>
  rowsWhere(bollardSites.count, (site) => sites === 'all' || sites.includes(bollardSites.name[site]!));

/** The street at each site, both directions, and the pedestrian streets that one comes to from there without leaving them. */
function linksBehind(change: BollardHours, { bollardSites, links, streets }: Twin): number[] {
  const found = new Set<number>(), waiting = sitesOf(change, { bollardSites }).map((site) => bollardSites.link[site]!).filter((link) => link >= 0);
  const isWalked = (link: number): boolean => streets.class[links.street[link]!] === roadClass.footway;
  const first = new Set(waiting.map((link) => links.street[link]!));
  for (let at = 0; at < waiting.length; at++) {
    const link = waiting[at]!;
    if (found.has(link)) continue;
    found.add(link);
    for (let next = 0; next < links.count; next++) {
      const isSame = links.street[next] === links.street[link], meets = links.fromJunction[next] === links.toJunction[link] || links.toJunction[next] === links.toJunction[link];
      if (!found.has(next) && (isSame || (meets && isWalked(next) && isWalked(link) && !first.has(links.street[next]!)))) waiting.push(next);
    }
  }
  return [...found].sort((one, other) => one - other);
}

/** Lets them onto the lanes, and over the movements between lanes that they may use. */
function open(copy: Twin, opened: ReadonlySet<number>, who: number): void {
  const lanes = copyTable(laneColumns, copy.lanes), movements = copyTable(movementColumns, copy.movements);
  for (let lane = 0; lane < lanes.count; lane++) if (opened.has(lanes.link[lane]!)) lanes.permitted[lane]! |= who;
  for (let row = 0; row < movements.count; row++) {
    const from = movements.fromLane[row]!, to = movements.toLane[row]!;
    if (opened.has(lanes.link[from]!) || opened.has(lanes.link[to]!)) movements.permitted[row]! |= who & lanes.permitted[from]! & lanes.permitted[to]!;
  }
  copy.lanes = lanes;
  copy.movements = movements;
}
