import * as z from 'zod';
import { tableFrom } from '../../engine/foundation/table.ts';
import { detourLinkColumns, eventKind } from '../../engine/twin/events.ts';
import { why, type ChangeKind } from './change-kind.ts';
import type { Claim } from './claim.ts';
import { addEvents, span, spanProblems } from './event-time.ts';
import { linkNamed } from './incident.ts';
import { unknown } from './place.ts';

const schema = z.strictObject({
  change: z.literal('divert'),
  why,
  around: z.string().meta({ description: 'name of the link that is closed by another change' }),
  via: z.array(z.string()).min(1).meta({ description: 'names of the links of the detour, in the order in which they are driven' }),
  ...span,
}).meta({
  description: 'Prescribe the detour of those whose route meets a closed link; without it each takes the quickest way around.',
  examples: [{ change: 'divert', why: 'Meeting of 12 March', around: 'w2481#0+', via: ['w2520#0+', 'w2528#0-', 'w2527#0-'], from: '07:00', until: '12:00' }],
});

export const divert: ChangeKind<typeof schema> = {
  schema,

  problems(change, { links }, where) {
    const known = new Set(Array.from(links.name));
    return [
      ...(known.has(change.around) ? [] : [unknown('change-unknown-link', change.around, known, `${where}.around`)]),
      ...change.via.flatMap((name, at) => (known.has(name) ? [] : [unknown('change-unknown-link', name, known, `${where}.via.${at}`)])),
      ...spanProblems(change, where),
    ];
  },

  claims: ({ around, via, from, until }) => [
    { what: 'detour', of: around, value: JSON.stringify(via), span: { from, until } }, ...via.map((of): Claim => ({ what: 'passage', of, value: 'open', span: { from, until } })),
  ],


  apply(change, copy) {
    const { detourLinks } = copy, via = change.via.map((name) => ({ link: linkNamed(copy, name) }));
    addEvents(copy, eventKind.detour, change, [{ link: linkNamed(copy, change.around), firstLink: detourLinks.count, linkCount: via.length }]);
    copy.detourLinks = tableFrom(detourLinkColumns, [...Array.from(detourLinks.link, (link) => ({ link })), ...via]);
  },
};
