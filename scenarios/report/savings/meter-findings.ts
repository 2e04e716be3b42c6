/**
 * What is wrong with readings, or worth a look. Every one is listed by name with what was done about it:
 * `empty`, `negative`, `differs` (two readings of one time), `reset` (an index that fell), `gap`, `zero`: not used, the month counts as not metered;
 * `repeated` (the same reading twice): used once; `unknown-meter`, `outside`, `part-month`, `shared-meter`: not used;
 * `no-readings`, `no-cabinet`: modelled; `far-from-model`: used as it is.
 */
export const findingKinds = ['no-readings', 'gap', 'empty', 'negative', 'differs', 'repeated', 'reset', 'unknown-meter', 'shared-meter', 'part-month', 'outside', 'zero', 'far-from-model', 'no-cabinet'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** `when`: a month or day, or empty for all the time. `count`: readings, hours or lamps concerned. */
export interface Finding { kind: FindingKind; meter: string; cabinet: string; when: string; count: number; valueKwh: number }

/** Collects findings; those of one kind, meter and month become one that counts them. */
export interface FindingList { add(kind: FindingKind, meter: string, cabinet: string, when?: string, valueKwh?: number, count?: number): void; all(): Finding[] }

export function makeFindingList(): FindingList {
  const found = new Map<string, Finding>();
  return {
    add(kind, meter, cabinet, when = '', valueKwh = 0, count = 1) {
      const key = `${kind}\n${meter}\n${cabinet}\n${when}`, before = found.get(key);
      if (before) before.count += count;
      else found.set(key, { kind, meter, cabinet, when, count, valueKwh });
    },
    all: () => [...found.values()].sort((one, other) => findingKinds.indexOf(one.kind) - findingKinds.indexOf(other.kind) || compare(one.meter, other.meter) || compare(one.when, other.when)),
  };
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
