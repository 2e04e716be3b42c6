import { f64, makeTable, u16, u32, u8, type Table } from '../foundation/table.ts';
import type { LampGroups } from '../twin/lamp-groups.ts';
import { adaptiveKind } from '../twin/lighting-control.ts';
import type { ReadingTwin } from '../twin/twin.ts';

/** What lamps that follow the traffic remember, by lighting group. */
export const groupWatchColumns = {
  lastSeenS: f64('when somebody was last on its streets; -1e9 never'),
  isQuiet: u8('1 while its output waits for somebody to come'),
  stepIndex: u16('traffic: the step of its rule that holds'),
};

/** By lighting group and step of its rule: row = group * most steps of any rule + step. */
export const stepWatchColumns = {
  lowerCount: u16('traffic: samples in a row that asked for less than this step, no further than confirmations go'),
};

/** By link that some group counts on. */
export const linkWatchColumns = {
  seenEnteredCount: u32('vehicles that came onto it in the running interval of results and have been counted already'),
  seenLeftCount: u32('the same for those that left it at its end'),
  enteredCount: u32('vehicles that came onto it since the sample began'),
  leftCount: u32('vehicles that left it at its end since then'),
};

/** Long before any run. */
export const NEVER_S = -1e9;

/** Lamps that look at the streets; undefined in a city without: it pays nothing for them. */
export interface LightingWatch {
  groups: Table<typeof groupWatchColumns>;
  steps: Table<typeof stepWatchColumns>;
  links: Table<typeof linkWatchColumns>;
  /** When the running sample of traffic ends. */
  nextSampleS: number;
}

/** Nobody has been seen, and the traffic is taken for the highest until it has been counted: whoever knows nothing lights as designed. */
export function prepareLightingWatch(twin: ReadingTwin, groups: LampGroups, fromS: number): LightingWatch | undefined {
  const { adaptiveRules } = twin;
  if (adaptiveRules.count === 0) return undefined;
  const table = makeTable(groupWatchColumns, groups.count);
  table.lastSeenS.fill(NEVER_S);
  for (let group = 0; group < groups.count; group++) {
    const rule = trafficRule(twin, groups.zone[group]!);
    if (rule >= 0 && groups.streets[group]!.length > 0) table.stepIndex[group] = Math.max(0, adaptiveRules.stepCount[rule]! - 1);
  }
  const sampleS = sampleLengthS(twin);
  return { groups: table, steps: makeTable(stepWatchColumns, groups.count * mostSteps(twin)), links: makeTable(linkWatchColumns, twin.links.count), nextSampleS: sampleS === Infinity ? Infinity : (Math.floor(fromS / sampleS) + 1) * sampleS };
}

/** The rule by which lamps of a zone follow counts of vehicles, -1 for none. */
export function trafficRule({ adaptiveRules: { count, zone, kind } }: ReadingTwin, ofZone: number): number {
  for (let rule = 0; rule < count; rule++) if (zone[rule] === ofZone && kind[rule] === adaptiveKind.traffic) return rule;
  return -1;
}

/** Steps of the rule that has most of them. */
export function mostSteps({ adaptiveRules: { count, stepCount } }: ReadingTwin): number {
  let most = 0;
  for (let rule = 0; rule < count; rule++) most = Math.max(most, stepCount[rule]!);
  return most;
}

/** All rules that count do so together: in the shortest of their intervals. Infinity where none does. */
export function sampleLengthS({ adaptiveRules: { count, kind, intervalS } }: ReadingTwin): number {
  let shortestS = Infinity;
  for (let rule = 0; rule < count; rule++) if (kind[rule] === adaptiveKind.traffic) shortestS = Math.min(shortestS, intervalS[rule]!);
  return shortestS;
}
