import { codeOf, f64, rowOf, u16, u32, type Table } from '../foundation/table.ts';

/** What happens. */
export const eventKind = { closure: 0, incident: 1, speedLimit: 2, detour: 3 } as const;

/**
 * Events: what is different on the streets between two times. Where several closures hold on a lane, it admits whom all
 * of them admit; of several limits the last row holds.
 */
export const eventColumns = {
  kind: codeOf(eventKind, 'closure: nobody new comes onto it but those `permitted`; incident: a stretch of a lane is blocked; speedLimit: another limit; detour: the way that is prescribed around a closed link'),
  link: rowOf('links', 'where; for a detour, the closed link that it leads around'),
  lane: rowOf('lanes', 'the lane of that link; -1 for all of them'),
  fromS: f64('begins, seconds since midnight of the first day'),
  untilS: f64('ends'),
  permitted: u32('of a closure: bit set of `category`, who may still use it'),
  fromM: f64('of an incident: along the lane, where the blocked stretch begins'),
  untilM: f64('of an incident: along the lane, where the blocked stretch ends'),
  speedLimitMps: f64('of a speed limit: what holds instead of the posted one'),
  firstLink: u32('of a detour: first row in `detourLinks`'),
  linkCount: u16('of a detour: rows in `detourLinks`'),
};

/** The links of detours, in the order in which they are driven; between two that do not follow each other drivers take the quickest way. */
export const detourLinkColumns = { link: rowOf('links', 'the link') };

export type Events = Table<typeof eventColumns>;
export type DetourLinks = Table<typeof detourLinkColumns>;
