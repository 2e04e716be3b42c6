import { tableFrom, type RowValues } from '../../engine/foundation/table.ts';
import { detourLinkColumns, eventColumns } from '../../engine/twin/events.ts';
import type { Twin } from '../../engine/twin/twin.ts';

/** An event of a test town: names instead of rows. */
export type TownEvent = Partial<Omit<RowValues<typeof eventColumns>, 'link' | 'lane' | 'firstLink' | 'linkCount'>> & { kind: number; link: string; lane?: number; via?: string[] };

/** The twin with these events, its links called by their names. */
export function withEvents(twin: Twin, events: readonly TownEvent[]): Twin {
  const linkRow = (name: string): number => twin.links.name.indexOf(name);
  let firstLink = 0;
  const rows = events.map(({ link, lane, via = [], ...rest }) => {
    const row = {
      fromS: 0, untilS: 86400, permitted: 0, fromM: 0, untilM: 0, speedLimitMps: 0, ...rest, link: linkRow(link),
      lane: lane === undefined ? -1 : twin.links.firstLane[linkRow(link)]! + lane, firstLink, linkCount: via.length,
    };
    firstLink += via.length;
    return row;
  });
  return { ...twin, events: tableFrom(eventColumns, rows), detourLinks: tableFrom(detourLinkColumns, events.flatMap(({ via = [] }) => via.map((name) => ({ link: linkRow(name) })))) };
}
