import { findingKinds, type FindingKind } from '../../measure/savings-names.ts';

/** `when`: a month or day, or empty for all the time. `count`: readings, hours or lamps concerned. */
export interface Finding { kind: FindingKind; meter: string; cabinet: string; when: string; count: number; valueKwh: number }

/** A reading far from the calculation is used as it is: worth a look, and no fault of the readings. */
export const isFault = (kind: string): boolean => kind !== ('far-from-model' satisfies FindingKind);

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
